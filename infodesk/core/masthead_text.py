"""A masthead as TOML text, as ``resources/mastheads`` has it and an office keeps its own."""

from __future__ import annotations

import json
import re
import tomllib

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.mastheads import LineSetting, Masthead, masthead_from

LINES = ("marking", "name", "number", "imprint")
"""The lines of a head from above, by the name of their table."""

MOST_CHARACTERS = 20_000
"""Longest text that is taken for a masthead; a real one has about 500."""

_SYNTAX_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_SHOWN = 40


def text_of(masthead: Masthead) -> str:
    """Return the masthead as TOML; ``masthead_of`` gives back the same one."""
    parts = [
        "# Points throughout, but rows of the page's grid.",
        f"label = {json.dumps(_UNPRINTED.sub('', masthead.label), ensure_ascii=False)}",
        f"rows = {masthead.rows}",
        f'colour = "{masthead.colour}"',
        f"gap = {masthead.gap:g}",
        f"rule = {masthead.rule:g}",
    ]
    for name in LINES:
        setting: LineSetting = getattr(masthead, name)
        parts += ["", f"[{name}]", f"size = {setting.size:g}", f"before = {setting.before:g}"]
        parts.append(f"height = {setting.height:g}")
        if setting.tracking:
            parts.append(f"tracking = {setting.tracking:g}")
    return "\n".join(parts) + "\n"


def masthead_of(key: str, text: str) -> Masthead:
    """Return the masthead a TOML text describes.

    Raises:
        InfodeskError: MASTHEAD_LINE_WRONG names the line and what is wrong on it; MASTHEAD_WRONG
            the entry that is missing.
    """
    if len(text) > MOST_CHARACTERS:
        raise InfodeskError(Code.MASTHEAD_LINE_WRONG, masthead=key, line=1, entry=text[:_SHOWN])
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        place = _SYNTAX_PLACE.search(str(error))
        lines = text.splitlines() or [""]
        line = min(int(place[1]), len(lines)) if place else len(lines)
        entry = lines[line - 1].strip()[:_SHOWN]
        raise InfodeskError(
            Code.MASTHEAD_LINE_WRONG, masthead=key, line=line, entry=entry
        ) from error
    try:
        return masthead_from(key, data)
    except InfodeskError as error:
        entry = str(error.params["entry"])
        found = _line_of(entry, text)
        if not found:
            raise
        raise InfodeskError(
            Code.MASTHEAD_LINE_WRONG, masthead=key, line=found, entry=entry
        ) from error


def _line_of(entry: str, text: str) -> int:
    """Return the line an entry such as ``name.size`` stands on; 0 where it is missing."""
    table, _, name = entry.rpartition(".")
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped.partition("]")[0].strip("[] ")
            if not table and inside == name:
                return number
        elif inside == table and stripped.partition("=")[0].strip() == name:
            return number
    return 0
