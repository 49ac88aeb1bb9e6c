"""Rules of figures between texts: title and body, twice in a text, along a chain, of one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.casualties import counts, standing
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.context import Paper
from infodesk.core.checking.elements import elements_of
from infodesk.core.checking.findings import Elements, Finding, PartState, Sentence, Severity, Span
from infodesk.core.checking.harms import Harm
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.numerals import NUMERAL, amount_of
from infodesk.core.checking.sentences import sentence_spans

NAMES = {
    "deaths": "死亡人数",
    "injured": "受伤人数",
    "missing": "失踪人数",
    "trapped": "被困人数",
    "poisoned": "中毒人数",
    "evacuated": "转移人数",
}
"""The persons that a report counts, and what the clerk calls them."""

_REASON = re.compile(
    r"核实|更正|订正|勘误|误报|重复统计|重复计算|核定|经复核|经核|核减|有误|口径|原报|前报"
)
_NATURAL = {
    "injured": re.compile(r"出院|康复|治愈|不治"),
    "missing": re.compile(r"找到|救出|获救|搜救出|发现|取得联系|打捞"),
    "trapped": re.compile(r"救出|获救|脱困|脱险|升井|全部|找到"),
    "poisoned": re.compile(r"出院|康复|治愈|排除"),
    "evacuated": re.compile(r"返回|返家|回家|回迁|解除|恢复"),
}
_TIMED = re.compile(
    r"截至|截止|目前|已上升|上升至|升至|增至|又|随后|后来|累计|新增|最新|一度|当时|起初|最初|初步"
)
_TOLD = re.compile(
    rf"(?P<verb>造成|导致|致使|致|共造成|共致)(?P<number>{NUMERAL})(?:名|位)?[一-鿿]{{0,4}}?人?"
    r"(?P<harm>死亡|遇难|身亡|受伤|失踪|被困)"
)
_HARM = {"遇难": "死亡", "身亡": "死亡"}
_NUMBER = re.compile(guarded(r"(?<=[一-鿿]{3})([0-9]+(?:\.[0-9]+)?)(万元|亿元|[一-鿿])"))
_WORDS = re.compile(r"([一-鿿]{3,8}?)[约共达了近]?$")
_LONGEST_BEFORE = 9
_COUNTED_ANEW = re.compile(
    r"出动|派出|投入|调集|增派|发放|每|其中|分别|累计|新增|又|再|另|同比|去年|上年|比|至|到|由|从|前|约|余|第|岁|时|日|月"
)


def title_figures(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the title counts other dead or injured than the text."""
    span = analysis.title_span
    if span is None:
        return
    counted = counts([analysis.title])
    for harm in Harm:
        said = standing(counted, harm, [analysis.title])
        told = getattr(analysis.elements, harm.value)
        if not said or told is None or said == told:
            continue
        figures = [each for each in analysis.elements.figures if each.name == harm.value]
        if any(each.value == said or each.rough for each in figures):
            continue
        yield finding(
            "title-figure", span, evidence=tuple(each.span for each in figures[:3]),
            name=NAMES[harm.value], title=said, text=told,
        )  # fmt: skip


def repeated_figures(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the same words bear two numbers in one text."""
    background = analysis.context.lexicon.background
    seen: dict[tuple[str, str], tuple[float, Span, int]] = {}
    for order, read in enumerate(analysis.body()):
        text = read.text
        if _TIMED.search(text) or background.search(text):
            continue
        for key, value, start, end in _statements(text):
            where = Span(
                read.sentence.span.section,
                read.sentence.span.start + start,
                read.sentence.span.start + end,
            )
            earlier = seen.setdefault(key, (value, where, order))
            if earlier[0] != value and earlier[2] != order:
                yield finding(
                    "figure-differs", where, evidence=(earlier[1],),
                    words="".join(key), one=f"{earlier[0]:g}", other=f"{value:g}",
                )  # fmt: skip


def _statements(text: str) -> Iterator[tuple[tuple[str, str], float, int, int]]:
    for match in _TOLD.finditer(text):
        value = amount_of(match["number"])
        if value is not None:
            harm = _HARM.get(match["harm"], match["harm"])
            yield ("造成", harm), value, match.start("number"), match.end()
    read = 0
    for match in _NUMBER.finditer(text):
        begin = max(read, match.start() - _LONGEST_BEFORE)
        before = _WORDS.search(text, begin, match.start())
        if before is None:
            continue
        read, words, unit = match.end(), before[1], match[2]
        if unit not in "月日时年分号点第个人名" and not _COUNTED_ANEW.search(words[-5:]):
            yield (words[-4:], unit), float(match[1]), match.start(), match.end()


def falling_figures(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each figure lower than in the report before, without a reason."""
    previous = analysis.context.previous
    if previous is None:
        return
    text = "\n".join(read.text for read in analysis.body())
    if _REASON.search(text):
        return
    earlier = _elements(previous, analysis.context.lexicon)
    more_dead = (analysis.elements.deaths or 0) > (earlier.deaths or 0)
    for name, word in NAMES.items():
        before, now = getattr(earlier, name), getattr(analysis.elements, name)
        if before is None or now is None or now >= before:
            continue
        natural = _NATURAL.get(name)
        if natural is not None and (more_dead or natural.search(text)):
            continue
        weight = Severity.MUST if name == "deaths" else None
        yield finding(
            "figure-falls", _place(analysis, name), severity=weight,
            name=word, before=before, now=now, label=previous.label,
        )  # fmt: skip


def conflicting_figures(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where another item on the same event counts otherwise."""
    for other in analysis.context.others:
        theirs = _elements(other, analysis.context.lexicon)
        for name in ("deaths", "injured", "missing"):
            ours, told = getattr(analysis.elements, name), getattr(theirs, name)
            if ours is not None and told is not None and ours != told:
                yield finding(
                    "figure-conflicts", _place(analysis, name),
                    name=NAMES[name], ours=ours, theirs=told, label=other.label,
                )  # fmt: skip


def _place(analysis: Analysis, name: str) -> Span:
    """Return where a text counts something, else its first sentence."""
    for figure in analysis.elements.figures:
        if figure.name == name:
            return figure.span
    return next((read.sentence.span for read in analysis.body()), Span("whole", 0, 0))


def _elements(paper: Paper, lexicon: Lexicon) -> Elements:
    text = paper.text
    sentences = [
        (Sentence(Span("whole", start, end), frozenset()), text[start:end])
        for start, end in sentence_spans(text)
    ]
    return elements_of(sentences, lexicon)
