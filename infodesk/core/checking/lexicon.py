"""The cue words of the checker: data in ``resources/rules``, compiled once to patterns.

A cue is written in a small language that can't run away: plain characters, ``(a|b)`` for a choice,
``?`` after it for "or nothing", ``*`` for "up to four times", ``…`` for up to twelve characters
without a mark, ``#`` for a number, and ``{name}`` for a list of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from infodesk.core.checking.beside import Beside, beside_from
from infodesk.core.checking.leading import gathered, guarded
from infodesk.core.checking.numerals import number_pattern
from infodesk.core.checking.reader import Reader, reader_from

_GAP = r"[^，,。；;：:！？!?\n]{0,12}?"
_NUMBER = r"(?:[0-9０-９]+|[一二两三四五六七八九十百千万〇零数几]+)[余多几来]?"
_TOKEN = re.compile(r"\{(\w+)\}|([()|?*…#])|([^(){}|?*…#]+)")
MOST_GAPS = 4

_GROUPS = (
    "masks",
    "deeds",
    "not_deeds",
    "responders",
    "speech",
    "stative",
    "not_results",
    "acts",
    "doers",
    "promptly",
    "commonplaces",
    "results",
    "states",
    "formulas",
    "now",
    "events",
    "harm",
    "background",
    "leaders",
    "commanding",
    "next_steps",
    "own_deeds",
    "own_results",
    "causes",
    "causes_open",
)
_PERSON_UNITS = ("名", "位", "人", "个")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled cues.

    Attributes:
        masks: words that look like a deed or a result and are none (救援人员, 抢救无效 …).
        deeds: responses whoever does them (启动…预案, 疏散, 出动 …).
        not_deeds: words of a response that tell a state (接受治疗, 被抓获的 …).
        responders: those whose every act is a response (消防员, 民警, 救援队 …).
        speech: what makes of a responder a speaker (说, 称, 介绍 …).
        stative: what makes of a responder no actor (没有, 位于 …).
        not_results: words that look like a result (被困, 防止…发生 …).
        acts: responses only where somebody of ``doers`` or a word of ``promptly`` stands by.
        doers: those who respond: offices, services, leaders, doctors.
        promptly: words that mark a deliberate act (立即, 迅速, 组织 …).
        commonplaces: phrases of response that say nothing by themselves (高度重视 …).
        results: what has come of it (扑灭, 脱离危险, 恢复通车 …).
        states: a present state that counts where a word of ``now`` stands by.
        formulas: progress that is a formula only (原因正在调查中 …).
        now: words of the present (目前, 截至, 现已 …).
        events: what happens, as a verb (发生, 相撞, 起火 …).
        harm: what it did (造成, 死亡, 受伤 …).
        places: names of places that bear no suffix (countries, provinces, cities).
        own_places: names of the office's own place table, which ``places`` holds too.
        background: words of other times and matters (历史上, 以来 …).
        leaders: titles of those who lead (书记, 县长 …).
        commanding: what tells that a leader leads on the spot (赶赴现场, 坐镇指挥 …).
        next_steps: what is to be done (下一步, 将进一步 …).
        numbers: a number with one of the units of ``figures``.
        figures: by unit, the words that say what a number counts; its groups are the names.
        own_deeds: an office's own cues that always tell a measure.
        own_results: an office's own cues that always tell progress.
        causes: what names a cause (爆胎, 电线短路, 误食 …).
        causes_open: what leaves the cause open (原因正在调查 …).
        words: by word, what kind of word it is (responder, rescue, result …).
        heads: by the first two characters of words, how long they are, longest first.
        reader: the trained reader, None where the tables hold none.
        beside: its second look, by the sentences beside each; None where the tables hold none.
        remembered: looks by sentence, so that a check after one keystroke reads one sentence.
        kinds: words of an event's kind (火灾, 追尾 …); its groups are the kinds.
        phrases: what the rules of wording and depth look for, by name (padding, praise, cause …).
    """

    masks: re.Pattern[str]
    deeds: re.Pattern[str]
    not_deeds: re.Pattern[str]
    responders: re.Pattern[str]
    speech: re.Pattern[str]
    stative: re.Pattern[str]
    not_results: re.Pattern[str]
    acts: re.Pattern[str]
    doers: re.Pattern[str]
    promptly: re.Pattern[str]
    commonplaces: re.Pattern[str]
    results: re.Pattern[str]
    states: re.Pattern[str]
    formulas: re.Pattern[str]
    now: re.Pattern[str]
    events: re.Pattern[str]
    harm: re.Pattern[str]
    background: re.Pattern[str]
    leaders: re.Pattern[str]
    commanding: re.Pattern[str]
    next_steps: re.Pattern[str]
    own_deeds: re.Pattern[str]
    own_results: re.Pattern[str]
    causes: re.Pattern[str]
    causes_open: re.Pattern[str]
    places: re.Pattern[str]
    own_places: re.Pattern[str]
    numbers: re.Pattern[str]
    figures: Mapping[str, re.Pattern[str]]
    kinds: re.Pattern[str]
    phrases: Mapping[str, re.Pattern[str]]
    words: Mapping[str, str]
    heads: Mapping[str, Sequence[int]]
    reader: Reader | None
    beside: Beside | None
    remembered: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


def lexicon_from(*tables: Mapping[str, Any]) -> Lexicon:
    """Build a lexicon from the mappings of its TOML files; later ones add to earlier ones.

    Raises:
        ValueError: a cue is not written in the small language, or names an unknown list.
    """
    words: dict[str, list[str]] = {}
    cues: dict[str, list[str]] = {group: [] for group in _GROUPS}
    places: list[str] = []
    for table in tables:
        for name, listed in table.get("words", {}).items():
            words.setdefault(name, []).extend(listed)
        for group in _GROUPS:
            cues[group].extend(table.get(group, {}).get("cues", ()))
        places.extend(table.get("places", {}).get("names", ()))
    named = re.compile(_choice(re.escape(place) for place in places))
    lists = {name: _choice(re.escape(word) for word in listed) for name, listed in words.items()}
    figures = _figures(tables)
    words_by_kind = _kinds_of_words(tables)
    reader: Mapping[str, Any] = next((t["reader"] for t in tables if "reader" in t), {})
    compiled: dict[str, Any] = {group: _compiled(cues[group], lists) for group in _GROUPS}
    return Lexicon(
        **compiled,
        places=named,
        own_places=re.compile("(?!)"),
        numbers=number_pattern(figures),
        figures=figures,
        kinds=_grouped(_listed(tables, "kinds")),
        phrases={
            name: _compiled(listed, lists) for name, listed in _listed(tables, "phrases").items()
        },
        words=words_by_kind,
        heads=_heads(words_by_kind),
        reader=reader_from(reader),
        beside=beside_from(reader.get("beside", {})),
    )


def with_places(lexicon: Lexicon, names: Iterable[str]) -> Lexicon:
    """Return a lexicon that knows the places of an office's own table besides."""
    listed = sorted(set(names), key=lambda name: (-len(name), name))
    if not listed:
        return lexicon
    own = gathered([re.escape(name) for name in listed])
    every = re.compile(f"{own}|{lexicon.places.pattern}")
    return replace(lexicon, places=every, own_places=re.compile(own))


def _listed(tables: Iterable[Mapping[str, Any]], table: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for data in tables:
        for name, entry in data.get(table, {}).items():
            words.setdefault(name, []).extend(entry["words"])
    return words


def _kinds_of_words(tables: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return each word's kind; the table that comes last decides."""
    words: dict[str, str] = {}
    for table in tables:
        for kind, listed in table.get("wordclasses", {}).items():
            words.update(dict.fromkeys(listed.split(), kind))
    return words


def _heads(words: Iterable[str]) -> dict[str, list[int]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        if len(word) > 1:
            lengths.setdefault(word[:2], set()).add(len(word))
    return {head: sorted(found, reverse=True) for head, found in lengths.items()}


def _figures(tables: Sequence[Mapping[str, Any]]) -> dict[str, re.Pattern[str]]:
    """Return the words that say what a number counts, by the unit the number bears."""
    words = _listed(tables, "figures")
    units: dict[str, set[str]] = {}
    for data in tables:
        for name, entry in data.get("figures", {}).items():
            units.setdefault(name, set()).update(entry.get("units", ()))
    by_unit: dict[str, dict[str, list[str]]] = {}
    for name, listed in words.items():
        for unit in units[name] or _PERSON_UNITS:
            by_unit.setdefault(unit, {})[name] = listed
    return {unit: _grouped(entries) for unit, entries in by_unit.items()}


def _grouped(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Compile named lists of words to one pattern, longer words first."""
    pairs = [(word, name) for name, listed in words.items() for word in listed]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    by_length: list[str] = []
    for name in dict.fromkeys(name for _, name in pairs):
        if not name.isidentifier():
            raise ValueError(name)
        by_length.append(f"(?P<{name}>{_choice(re.escape(w) for w, n in pairs if n == name)})")
    return re.compile(guarded("|".join(by_length)) if by_length else "(?!)")


def cue_pattern(cue: str, lists: Mapping[str, str]) -> str:
    """Return a cue as a regular expression.

    Raises:
        ValueError: the cue is not written in the small language.
    """
    if cue.count("…") > MOST_GAPS:
        raise ValueError(cue)
    parts: list[str] = []
    read = 0
    for token in _TOKEN.finditer(cue):
        if token.start() != read:
            raise ValueError(cue)
        read = token.end()
        name, mark, plain = token.groups()
        if name is not None:
            if name not in lists:
                raise ValueError(cue)
            parts.append(lists[name])
        elif mark is not None:
            parts.append({"(": "(?:", "*": "{0,4}", "…": _GAP, "#": _NUMBER}.get(mark, mark))
        else:
            parts.append(re.escape(plain))
    if read != len(cue):
        raise ValueError(cue)
    pattern = "".join(parts)
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(cue) from error
    if compiled.match(""):
        raise ValueError(cue)
    return pattern


def _choice(alternatives: Iterable[str]) -> str:
    ordered = sorted(set(alternatives), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(ordered)})" if ordered else "(?!)"


def _compiled(cues: list[str], lists: Mapping[str, str]) -> re.Pattern[str]:
    if not cues:
        return re.compile("(?!)")
    return re.compile(gathered([cue_pattern(cue, lists) for cue in cues]))
