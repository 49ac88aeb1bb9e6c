"""Rules of arithmetic within a sentence: a total and its parts, percentages, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.numerals import NUMERAL, amount_of

_UNITS = (
    "人次|户次|名|位|人|户|处|起|件|辆|台|间|所|家|个|亩|公顷|万元|亿元|元|吨|公斤|斤|头|只|条|座|栋|套|公里"
    "|平方米|米|场|项|份|宗|例|批|艘|架|村|组|岁"
)
_QUANTITY = re.compile(
    guarded(
        rf"(?<![0-9.．第])(?P<about>约|近|超过|逾|至少)?(?P<number>{NUMERAL})(?P<rough>[余多几来])?"
        rf"(?P<unit>{_UNITS})"
    )
)
_PERSONS = {"名": "人", "位": "人"}
_OF_WHICH = re.compile(r"其中(?!一|之)|(?P<bracket>[（(])")
_LIST_ENDS = re.compile(r"[。；;！？\n)）]|另(?:有|外)?|此外|还有")
_REST = re.compile(r"(?:其余|剩余|余下|其他|剩下|尚有|还有)(?:的)?")
_TOTAL = ("共", "共计", "合计", "总计", "共有", "共计有", "合计有", "总计有")
_SUMS_UP = re.compile(guarded(rf"{_OF_WHICH.pattern}|{_REST.pattern}|共|[合总]计"))
"""What tells of a whole or of its parts: a sentence without it has no total."""
_BOTH = (("重伤", "轻伤"), ("男", "女"), ("成人", "儿童"), ("大人", "小孩"), ("死亡", "受伤"))
"""Parts that make up the whole where both are named."""
MOST_PARTS = 8
"""Parts of one total that are added up; a longer list is a table."""
_TRIVIAL = frozenset("一")
_HARM = re.compile(r"人?(?:死亡|遇难|身亡|受伤|失踪|被困|中毒)")


@dataclass(frozen=True, slots=True)
class _Amount:
    value: float
    unit: str
    start: int
    end: int
    rough: bool


def totals(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where parts do not fit the total they are parts of."""
    for span, text in _sentences(analysis):
        amounts = _amounts(text) if _SUMS_UP.search(text) else []
        if len(amounts) > 2:
            yield from _with_parts(text, span, amounts)
            yield from _with_a_rest(text, span, amounts)
            yield from _added_up(text, span, amounts)
        elif len(amounts) == 2 and "其中" in text:
            yield from _with_parts(text, span, amounts)


def _sentences(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    for read in analysis.reads:
        yield read.sentence.span, read.text[:LONGEST_READ]


def _amounts(text: str) -> list[_Amount]:
    found = []
    for match in _QUANTITY.finditer(text):
        value = amount_of(match["number"])
        if value is None or (match["number"] in _TRIVIAL and match["unit"] not in "名位人"):
            continue
        unit = _PERSONS.get(match["unit"], match["unit"])
        rough = bool(match["about"] or match["rough"])
        found.append(_Amount(value, unit, match.start("number"), match.end(), rough))
    return found


def _with_parts(text: str, span: Span, amounts: list[_Amount]) -> Iterator[Finding]:
    """造成5人受伤，其中重伤2人、轻伤4人; 出动24人（消防15人、公安9人）."""
    for cue in _OF_WHICH.finditer(text):
        total = next((each for each in reversed(amounts) if each.end <= cue.start()), None)
        if total is None or total.rough or total.value < 2:
            continue
        if cue["bracket"] and total.end != cue.start():
            continue
        stop = _LIST_ENDS.search(text, cue.end())
        end = stop.start() if stop else len(text)
        again = text.find("其中", cue.end(), end)
        end = end if again < 0 else again
        parts = [each for each in amounts if cue.end() <= each.start < end]
        if _HARM.match(text, total.end):
            # 7人死亡，其中3名女生，12人受伤: the wounded are no part of the dead
            parts = list(takewhile(lambda each: not _HARM.match(text, each.end), parts))
        same = [each for each in parts if each.unit == total.unit]
        if not same or same[0] is not parts[0] or any(each.rough for each in same):
            continue
        yield from _compared(text, span, total, same, exhaustive=bool(cue["bracket"]))


def _compared(
    text: str, span: Span, total: _Amount, parts: list[_Amount], *, exhaustive: bool
) -> Iterator[Finding]:
    largest = max(parts, key=lambda part: part.value)
    stretch = text[max(0, parts[0].start - 12) : parts[-1].end + 4]
    whole = (exhaustive and len(parts) > 1) or any(
        one in stretch and other in stretch for one, other in _BOTH
    )
    added = sum(part.value for part in parts)
    if largest.value > total.value:
        added, parts = largest.value, [largest]
    elif not whole or len(parts) < 2 or abs(added - total.value) < 1e-6:
        return
    rule = "parts-exceed" if added > total.value else "parts-differ"
    yield _mismatch(rule, span, total, parts, added)


def _with_a_rest(text: str, span: Span, amounts: list[_Amount]) -> Iterator[Finding]:
    """发现隐患9处，已整改7处，其余2处限期整改."""
    for cue in _REST.finditer(text):
        rest = next((each for each in amounts if cue.end() <= each.start <= cue.end() + 2), None)
        if rest is None:
            continue
        begin = text.rfind("。", 0, cue.start()) + 1
        before = [each for each in amounts if begin <= each.start < cue.start()]
        same = [each for each in before if each.unit == rest.unit][-MOST_PARTS:]
        if len(same) < 2 or rest.rough or any(each.rough for each in same):
            continue
        for place in range(len(same) - 1):
            total, parts = same[place], [*same[place + 1 :], rest]
            if abs(sum(part.value for part in parts) - total.value) < 1e-6:
                return
        total, parts = same[-2], [same[-1], rest]
        between = text[total.end : parts[0].start]
        if "已" in between and "。" not in between:
            added = sum(part.value for part in parts)
            rule = "parts-exceed" if added > total.value else "parts-differ"
            yield _mismatch(rule, span, total, parts, added)


def _added_up(text: str, span: Span, amounts: list[_Amount]) -> Iterator[Finding]:
    """东街3户、西街5户，共8户."""
    for place, total in enumerate(amounts):
        if place < 2 or total.rough or not text.endswith(_TOTAL, 0, total.start):
            continue
        parts: list[_Amount] = []
        for part in reversed(amounts[:place]):
            following = parts[-1].start if parts else total.start
            gap = text[part.end : following]
            if part.unit != total.unit or part.rough or len(gap) > 12 or set(gap) & set("。；;："):
                break
            if parts and not gap.startswith(("、", "和", "，")):
                break
            parts.append(part)
        parts.reverse()
        if len(parts) < 2 or "其中" in text[max(0, parts[0].start - 12) : total.start]:
            continue
        added = sum(part.value for part in parts)
        if abs(added - total.value) > 1e-6:
            rule = "parts-exceed" if added > total.value else "parts-differ"
            yield _mismatch(rule, span, total, parts, added)


def _mismatch(rule: str, span: Span, total: _Amount, parts: list[_Amount], added: float) -> Finding:
    where = Span(span.section, span.start + total.start, span.start + total.end)
    evidence = tuple(
        Span(span.section, span.start + part.start, span.start + part.end) for part in parts
    )
    return finding(
        rule,
        where,
        evidence=evidence,
        total=f"{total.value:g}",
        parts=f"{added:g}",
        unit=total.unit,
    )
