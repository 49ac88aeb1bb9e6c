"""Rules of percentages and of changes: 占89%, 办结率97.3%, 由0.45元降到0.12元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.findings import Finding, PartState, Span

_N = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_AMOUNT = re.compile(
    rf"(?P<number>{_N})(?P<scale>万|亿)?(?P<rough>[余多])?(?P<unit>[一-鿿]{{1,2}})"
)
_SHARE = re.compile(
    rf"占(?:总数|总户数|总人数|其|比|受访者|被调查者|被访者|全部)?(?:的)?(?:比例?)?(?:为|达到?|约)?"
    rf"(?P<percent>{_N})[%％]"
)
_RATE = re.compile(rf"(?P<deed>[一-鿿]{{2}})率(?:为|达到?|是)?(?P<percent>{_N})[%％]")
_NOT_OVER = re.compile(
    rf"(?:占(?:比|全[县市镇村]的?|总[一-鿿]{{0,4}}的?)?|(?:合格|覆盖|满意|办结|入学|参保|收缴|出勤|整改|普及|到位|入住|出租|签约|调解成功|破案"
    rf"|发放|合作|参与|支持|回收|利用|绿化|达标|及格|优秀|录取|知晓)率)(?:为|达到?|是|约)?(?P<percent>{_N})[%％]"
)
_CHANGE = re.compile(
    rf"[由从](?:[^，。；\n0-9]{{0,12}})(?P<old>{_N})(?P<unit>[一-鿿%％]{{1,3}}?)(?P<verb>增加|增长|提高|上升|扩大|升|增|减少|下降|降低|减|降|缩短|压缩|压减)"
    rf"(?:到|至|为)了?(?:[^，。；\n0-9]{{0,4}})(?P<new>{_N})(?P=unit)"
    rf"(?:[，,]?(?:同比|环比|共|总共|净|平均)?(?P<verb2>增加|增长|提高|上升|增|升|减少|下降|降低|减|降|增幅|降幅|缩短|压缩|压减)(?:达|为|了)?"
    rf"(?P<by>{_N})(?P<by_unit>%|％|个百分点|[一-鿿]{{1,3}}))?"
)
_UP = ("增", "提", "上", "升", "扩")
_SCALES = {"万": 1e4, "亿": 1e8}
_LONGEST_BACK = 40


def shares(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a percentage does not follow from the two numbers before it."""
    for span, text in _percent_sentences(analysis):
        for match in _SHARE.finditer(text):
            yield from _checked(text, span, match, match.start(), "")
        for match in _RATE.finditer(text):
            yield from _checked(text, span, match, match.start(), match["deed"])


def impossible_shares(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for a share above 100 %, and for shares of one whole that are more."""
    for span, text in _percent_sentences(analysis):
        for match in _NOT_OVER.finditer(text):
            if float(match["percent"].replace(",", "")) > 100:
                yield finding("share-over", _span(span, match), percent=match["percent"])
        listed = list(re.finditer(rf"占(?P<percent>{_N})[%％]", text))
        added = sum(float(match["percent"].replace(",", "")) for match in listed)
        together = len(listed) > 1 and all(
            len(text[one.end() : other.start()]) < 14
            and not re.search(r"[；;。]|其中", text[one.end() : other.start()])
            for one, other in pairwise(listed)
        )
        if together and added > 101 and max(float(m["percent"]) for m in listed) <= 100:
            where = Span(
                span.section, span.start + listed[0].start(), span.start + listed[-1].end()
            )
            evidence = tuple(_span(span, match) for match in listed)
            yield finding("shares-exceed", where, evidence=evidence, percent=f"{added:g}")


def changes(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a change goes the other way than its numbers, or by another amount."""
    for read in analysis.reads:
        text = read.text[:LONGEST_READ]
        if "由" not in text and "从" not in text:
            continue
        for match in _CHANGE.finditer(text):
            old, new = (float(match[name].replace(",", "")) for name in ("old", "new"))
            where = _span(read.sentence.span, match)
            upward = match["verb"].startswith(_UP)
            if old != new and upward != (new > old):
                yield finding(
                    "change-direction",
                    where,
                    old=match["old"],
                    new=match["new"],
                    verb=match["verb"],
                )
            elif match["by"] and not _fits(old, new, match):
                yield finding(
                    "change-wrong",
                    where,
                    old=match["old"],
                    new=match["new"],
                    by=match["by"] + match["by_unit"],
                )


def _percent_sentences(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    for read in analysis.reads:
        if "%" in read.text or "％" in read.text:
            yield read.sentence.span, read.text[:LONGEST_READ]


def _span(span: Span, match: re.Match[str]) -> Span:
    return Span(span.section, span.start + match.start(), span.start + match.end())


def _value(match: re.Match[str]) -> float:
    return float(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1)


def _checked(text: str, span: Span, match: re.Match[str], end: int, deed: str) -> Iterator[Finding]:
    """Compare a percentage with the last two numbers of one unit before it."""
    amounts = [
        each
        for each in _AMOUNT.finditer(text, max(0, end - 120), end)
        if each["unit"][0] not in "月日时年分%号"
    ]
    if len(amounts) < 2:
        return
    part = amounts[-1]
    between = text[part.end() : end]
    if len(between) > _LONGEST_BACK or re.search(r"[；;。]", between):
        return
    if deed and not text[max(0, part.start() - 6) : part.start()].rstrip("了共已").endswith(deed):
        return
    whole = next(
        (each for each in reversed(amounts[:-1]) if each["unit"][0] == part["unit"][0]), None
    )
    if whole is None or whole["rough"] or part["rough"]:
        return
    total, value = _value(whole), _value(part)
    if total <= 0 or value > total:
        return
    percent = match["percent"].replace(",", "")
    step = 10.0 ** -len(percent.partition(".")[2])
    # figures such as 4.1万 are rounded themselves
    loose = step * 1.01 + (2.0 if whole["scale"] or part["scale"] else 0.0)
    right = 100 * value / total
    if abs(right - float(percent)) > loose:
        where = Span(span.section, span.start + match.start(), span.start + match.end())
        evidence = tuple(_span(span, each) for each in (whole, part))
        yield finding(
            "percent-wrong", where, evidence=evidence, percent=percent,
            part=part["number"], total=whole["number"], right=f"{right:.1f}",
        )  # fmt: skip


def _fits(old: float, new: float, match: re.Match[str]) -> bool:
    by, unit = float(match["by"].replace(",", "")), match["by_unit"]
    step = 10.0 ** -len(match["by"].partition(".")[2])
    moved = abs(new - old)
    percent = match["unit"] in ("%", "％")
    if unit in ("%", "％"):
        if percent or old == 0:
            return True
        return abs(100 * moved / old - by) <= step * 1.01
    if unit == "个百分点":
        return not percent or abs(moved - by) <= step / 2 + 1e-6
    return unit != match["unit"] or abs(moved - by) <= 1e-6
