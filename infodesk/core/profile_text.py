"""A profile as TOML text, as ``resources/profiles`` has it and an office keeps its own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from infodesk.core.checking.catalogue import DEPTHS, ELEMENTS, FIXED, RULE_IDS
from infodesk.core.checking.findings import SentenceClass, Severity
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.profiles import UNUSED, Part, Profile, profile_from
from infodesk.core.toml_text import TomlWrongError, line_of, parsed

MOST_CHARACTERS = 60_000
"""Longest text that is taken for a profile; a shipped one has about 2,000."""
MOST_PARTS = 12
MOST_LETTERS = 100_000

_KEY = re.compile(r"[a-z][a-z0-9-]{0,31}")
_TAKEN_KEYS = ("whole", "title")
"""Names of sections that are no part's: the text that is not split yet, and the title."""
_WEIGHTS = tuple(weight.value for weight in Severity)

Test = Callable[[Any], bool]


def text_of(profile: Profile) -> str:
    """Return the profile as TOML; ``profile_of`` gives back the same one."""
    lines = [
        f"key = {_quoted(profile.key)}",
        f"order = {profile.order}",
        f"name = {_quoted(profile.name)}",
        f"shortest = {profile.shortest}",
        f"longest = {profile.longest}",
    ]
    if profile.report_within:
        lines.append(f"report_within = {profile.report_within}")
    if profile.upward:
        lines.append("upward = true")
    if profile.depth:
        lines.append(f"depth = {_list(profile.depth)}")
    lines.append(f"empty_phrases = {_list(profile.empty_phrases)}")
    if profile.elements:
        lines += ["", "[elements]"]
        lines += [f'{name} = "{weight}"' for name, weight in profile.elements]
    weighed = {**profile.severities, **dict.fromkeys(sorted(profile.unused), UNUSED)}
    if weighed:
        lines += ["", "[severity]", *(f'{rule} = "{weight}"' for rule, weight in weighed.items())]
    for part in profile.parts:
        lines += ["", *_part_lines(part)]
    return "\n".join(lines) + "\n"


def profile_of(text: str, name: str = "") -> Profile:
    """Return the profile a TOML text describes.

    Args:
        text: the text.
        name: what it is called in an error, before its own key is known.

    Raises:
        InfodeskError: PROFILE_LINE_WRONG names the line and what is wrong on it; PROFILE_WRONG
            the entry that is missing.
    """
    try:
        data = parsed(text, MOST_CHARACTERS)
    except TomlWrongError as error:
        raise InfodeskError(
            Code.PROFILE_LINE_WRONG, profile=name, line=error.line, entry=error.entry
        ) from error
    wrong = _first_wrong(data)
    if wrong:
        line = line_of(wrong, text)
        if line:
            raise InfodeskError(Code.PROFILE_LINE_WRONG, profile=name, line=line, entry=wrong)
        raise InfodeskError(Code.PROFILE_WRONG, profile=name, entry=wrong)
    return profile_from(data)


def _quoted(text: str) -> str:
    # Every JSON string is a TOML string, but for DEL and lone surrogates, which no text needs.
    return json.dumps(re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", text), ensure_ascii=False)


def _list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _part_lines(part: Part) -> list[str]:
    lines = ["[[part]]", f'key = "{part.key}"', f"title = {_quoted(part.title)}"]
    if part.states is not None:
        lines.append(f'states = "{part.states}"')
    lines += [f"{mark} = true" for mark in _MARKS if getattr(part, mark)]
    lines += [f'severity = "{part.severity}"', f"minimum = {part.minimum}"]
    lines.append(f"guidance = {_quoted(part.guidance)}")
    if part.cues:
        lines.append(f"cues = {_list(part.cues)}")
    return lines


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_LETTERS


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and bool(_KEY.fullmatch(value)) and value not in _TAKEN_KEYS


_ENTRIES: Mapping[str, Test] = {
    "key": _is_key,
    "name": _is_text,
    "order": _is_number,
    "shortest": _is_number,
    "longest": _is_number,
    "report_within": _is_number,
    "upward": lambda value: isinstance(value, bool),
    "depth": lambda value: _are_texts(value) and set(value) <= set(DEPTHS),
    "empty_phrases": _are_texts,
    "elements": lambda value: isinstance(value, dict),
    "severity": lambda value: isinstance(value, dict),
    "part": lambda value: isinstance(value, list) and 1 <= len(value) <= MOST_PARTS,
}
_MARKS = ("opens", "implied", "closes")
"""What a part's entry says of how it is told, where it is so."""
_PART_ENTRIES: Mapping[str, Test] = {
    "key": _is_key,
    "title": _is_text,
    "states": lambda value: value in tuple(SentenceClass),
    **dict.fromkeys(_MARKS, lambda value: isinstance(value, bool)),
    "severity": lambda value: value in _WEIGHTS,
    "minimum": _is_number,
    "guidance": lambda value: isinstance(value, str),
    "cues": _are_texts,
}


def _first_wrong(data: Mapping[str, Any]) -> str:
    """Return the first entry that is missing, unknown or no such value; empty where none is."""
    wrong = _wrong_in(data, _ENTRIES, ("key", "name", "part"))
    if wrong:
        return wrong
    if data.get("shortest", 0) > data.get("longest", MOST_LETTERS):
        return "longest"
    for name, weight in data.get("elements", {}).items():
        if name not in ELEMENTS or weight not in _WEIGHTS:
            return f"elements.{name}"
    for rule, weight in data.get("severity", {}).items():
        if rule not in RULE_IDS or rule in FIXED or weight not in (*_WEIGHTS, UNUSED):
            return f"severity.{rule}"
    return _wrong_part(data["part"])


def _wrong_part(parts: list[Any]) -> str:
    keys = set()
    for index, part in enumerate(parts):
        if not isinstance(part, dict):
            return f"part[{index}]"
        wrong = _wrong_in(part, _PART_ENTRIES, ("key", "title"))
        if not wrong and part["key"] in keys:
            wrong = "key"
        if not wrong and "states" not in part and not part.get("cues"):
            wrong = "cues"
        if wrong:
            return f"part[{index}].{wrong}"
        keys.add(part["key"])
    return ""


def _wrong_in(data: Mapping[str, Any], entries: Mapping[str, Test], needed: tuple[str, ...]) -> str:
    for name, value in data.items():
        if name not in entries or not entries[name](value):
            return name
    return next((name for name in needed if name not in data), "")
