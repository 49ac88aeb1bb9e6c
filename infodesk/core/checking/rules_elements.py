"""Rules of an urgent report: every element it must name (domain.md, section 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis, Read
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.findings import Cause, Finding, PartState, Severity, Span
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.rules_parts import end_of_text, has_body
from infodesk.core.checking.rules_title import IN_A_CHAIN
from infodesk.core.checking.sentences import clause_spans

_OPEN = re.compile(
    guarded(
        r"(?:待|有待|尚待|正在|仍在)(?:进一步)?(?:核实|核查|统计|确认|核定)|(?:核实|核查|统计)中"
    )
)
_ELEMENT_WORDS = {
    "time": ("时间",),
    "place": ("地点", "位置", "地址"),
    "cause": ("原因", "起因"),
    "nature": ("性质", "类型"),
    "casualties": ("伤亡", "死伤", "人数"),
    "source": ("来源",),
    "loss": ("损失",),
    "extent": ("范围",),
    "trend": ("趋势",),
    "commander": ("负责人", "领导"),
    "plans": ("措施",),
    "help": ("支援",),
    "as-of": ("截至",),
}
_UNIT = re.compile(
    r"[村屯寨组路街巷道桥段店厂院园校矿馆站库场楼室塔河江湖塘渠坝沟坡山岭港口弄号栋户]|小区|社区|公司|企业|商场|超市|酒店|医院"
    r"|学校|民房|仓库|车间|隧道|工地|宿舍|公里|米处|高速|国道|省道|县道|乡道|[Kk][0-9]"
)
_DISTRICT = re.compile(r"[一-鿿]{1,14}[省市县区旗州镇乡]|[一-鿿]{2,14}街道")
_DISTRICTS = re.compile(r"^.*[省市县区旗州镇乡]")
_WIDE = frozenset({"quake", "flood", "weather", "epidemic", "outage"})
"""Kinds of event that happen to a district as a whole."""
_HARMLESS = frozenset({"pollution", "outage", "petition", "weather", "leak", "failure"})
"""Kinds of event in which, as a rule, nobody comes to harm."""
_PHONE = re.compile(r"[0-9]{7,}|1[3-9][0-9]{9}|[0-9]{3,4}-[0-9]{7,8}")


def required_elements(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each element the kind must name and the text does not.

    An element marked 待核实 counts as stated but open.
    """
    if not has_body(analysis) or not analysis.profile.elements:
        return
    follows = IN_A_CHAIN.search(analysis.title) is not None
    left_open = [read for read in analysis.body() if _OPEN.search(read.text)]
    for name, asked in analysis.profile.elements:
        weight = _weight(name, asked, analysis, follows=follows)
        openly = _marked_open(left_open, name)
        if openly is not None:
            yield finding("element-open", openly, name)
        elif not _is_stated(name, analysis):
            rule = f"element-{name}-missing"
            yield finding(rule, end_of_text(analysis), name, severity=weight)


def _weight(name: str, asked: Severity, analysis: Analysis, *, follows: bool) -> Severity:
    """Return how much the absence of an element weighs in this text.

    A follow-up tells changes only; where nobody is in danger the casualties may go without saying.
    """
    if follows and name != "as-of":
        return Severity.HINT
    kinds = {each.name for each in analysis.elements.kinds}
    if name == "casualties" and asked is Severity.MUST and kinds and kinds <= _HARMLESS:
        return Severity.SHOULD
    return asked


def exact_place(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the place is named down to a county or town only."""
    places = analysis.elements.place
    if not places or dict(analysis.profile.elements).get("place") is not Severity.MUST:
        return
    if {each.name for each in analysis.elements.kinds} & _WIDE:
        return
    words = [analysis.content.text_of(span.section)[span.start : span.end] for span in places]
    exact = any(_UNIT.search(_DISTRICTS.sub("", word)) for word in words)
    if _DISTRICT.fullmatch(words[0]) and not exact:
        yield finding("element-place-vague", places[0], "place", word=words[0])


def request(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where help is asked for and nobody on the spot can be called."""
    if "help" not in dict(analysis.profile.elements):
        return
    asked = _first("help", analysis)
    if asked is None:
        return
    reachable = any(_PHONE.search(read.text) for read in analysis.body())
    if not (reachable and analysis.elements.commanders):
        yield finding("request-incomplete", asked, "help")


def _is_stated(name: str, analysis: Analysis) -> bool:
    elements = analysis.elements
    told: dict[str, object] = {
        "time": elements.time,
        "place": elements.place,
        "source": elements.source,
        "cause": elements.cause is not Cause.NONE,
        "commander": elements.commanders,
        "plans": elements.next_steps,
        "as-of": elements.as_of,
    }
    if name in told:
        return bool(told[name])
    if name == "nature":
        return bool(elements.kinds) or _first_event(analysis)
    if name == "casualties":
        return _casualties_stated(analysis)
    if name == "help":
        return any(_first(each, analysis) for each in ("help", "help_declined"))
    return _first(name, analysis) is not None


def _casualties_stated(analysis: Analysis) -> bool:
    elements = analysis.elements
    persons = ("deaths", "injured", "missing", "poisoned", "trapped")
    return any(getattr(elements, name) is not None for name in persons)


def _first_event(analysis: Analysis) -> bool:
    events = analysis.context.lexicon.events
    return any(events.search(read.text[:LONGEST_READ]) for read in analysis.body())


def _first(name: str, analysis: Analysis) -> Span | None:
    pattern = analysis.context.lexicon.phrases[name]
    declined = analysis.context.lexicon.phrases["help_declined"] if name == "help" else None
    for read in analysis.body():
        match = pattern.search(read.text[:LONGEST_READ])
        if match is not None and not (declined and declined.search(read.text[:LONGEST_READ])):
            own = read.sentence.span
            return Span(own.section, own.start + match.start(), own.start + match.end())
    return None


def _marked_open(left_open: list[Read], name: str) -> Span | None:
    """Return the clause that says an element is still to be verified."""
    words = _ELEMENT_WORDS[name]
    for read in left_open:
        own = read.sentence.span
        for start, end in clause_spans(read.text, 0, len(read.text)):
            clause = read.text[start:end]
            if _OPEN.search(clause) and any(word in clause for word in words):
                return Span(own.section, own.start + start, own.start + end)
    return None
