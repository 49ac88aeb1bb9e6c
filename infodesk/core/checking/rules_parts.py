"""Rules of completeness: the parts a kind requires, its elements, its limits, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import TITLE, Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import Cause, Finding, Fullness, PartState, Severity, Span
from infodesk.core.checking.fixes import replacing
from infodesk.core.checking.parts import elsewhere_stated, says_nothing
from infodesk.core.items import WHOLE
from infodesk.core.profiles import Part

LONGEST_TITLE = 40
_OPEN = re.compile(
    r"(?:待|有待|尚待|正在|仍在)(?:进一步)?(?:核实|核查|统计|确认)|(?:核实|核查|统计)中"
)
_ELEMENT_WORDS = {
    "time": "时间",
    "place": "地点位置地址",
    "cause": "原因起因",
    "casualties": "伤亡死伤人数",
    "source": "来源",
}


def empty_text(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where nothing has been written."""
    if not _has_body(analysis):
        yield finding("text-empty", _nowhere(analysis))


def required_parts(analysis: Analysis, states: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each part that is missing, a formula, thin, or stands elsewhere."""
    if not _has_body(analysis):
        return
    for part in analysis.profile.parts:
        yield from _part(part, analysis, states[part.key])


def _part(part: Part, analysis: Analysis, state: PartState) -> Iterator[Finding]:
    softer = Severity.SHOULD if part.severity is Severity.MUST else part.severity
    name, key, evidence = part.title, part.key, state.evidence
    if state.state is Fullness.MISSING:
        where = _nowhere(analysis, key)
        yield finding("part-missing", where, key, severity=part.severity, part=name)
    elif elsewhere_stated(analysis, part):
        where = _nowhere(analysis, key)
        yield finding("part-elsewhere", where, key, severity=softer, evidence=evidence, part=name)
    elif state.state is Fullness.WEAK:
        own = analysis.of(key)
        formula = says_nothing(" ".join(read.text for read in own), analysis.profile)
        unclear = bool(own) and not formula and not any(read.sentence.weak for read in own)
        # A phrase that does not count leaves the part unsaid (domain.md, section 2.1).
        vague = unclear and not _commonplace(analysis, state)
        rule, weight = ("part-unclear", softer) if vague else ("part-weak", part.severity)
        yield finding(rule, evidence[0], key, severity=weight, evidence=evidence, part=name)
    else:
        length = sum(span.end - span.start for span in evidence)
        if length < part.minimum:
            yield finding(
                "part-thin", evidence[0], key, severity=softer, evidence=evidence,
                part=name, count=length, minimum=part.minimum,
            )  # fmt: skip


def required_elements(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each element the kind must name and the text does not.

    An element marked 待核实 counts as stated but open (domain.md, section 3).
    """
    if not _has_body(analysis):
        return
    elements = analysis.elements
    stated = {
        "time": bool(elements.time),
        "place": bool(elements.place),
        "source": elements.source,
        "cause": elements.cause is not Cause.NONE,
        "casualties": elements.deaths is not None or elements.injured is not None,
    }
    for name, weight in analysis.profile.elements:
        if stated.get(name, True):
            continue
        openly = _marked_open(analysis, name)
        if openly is not None:
            yield finding("element-open", openly, name)
        else:
            yield finding(f"element-{name}-missing", _nowhere(analysis), name, severity=weight)


def limits(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the text is shorter or longer than its kind allows."""
    if not _has_body(analysis):
        return
    profile = analysis.profile
    length = sum(len("".join(read.text.split())) for read in analysis.body())
    if length < profile.shortest:
        where = _nowhere(analysis)
        yield finding("text-short", where, count=length, limit=profile.shortest)
    if length > profile.longest:
        yield finding("text-long", _nowhere(analysis), count=length, limit=profile.longest)


def title(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the title is absent, too long, or ends with a full stop."""
    span = analysis.title_span
    if span is None:
        if _has_body(analysis):
            yield finding("title-missing", Span(TITLE, 0, 0))
        return
    length = len("".join(analysis.title.split()))
    if length > LONGEST_TITLE:
        yield finding("title-long", span, count=length, limit=LONGEST_TITLE)
    plain = analysis.title.rstrip()
    marks = len(plain) - len(plain.rstrip("。；，"))
    if marks and marks < len(plain):
        last = span.start + len(plain)
        fix = replacing(span.section, last - marks, last, "", marks_only=True)
        yield finding("title-mark", Span(span.section, last - marks, last), fixes=(fix,))


def _commonplace(analysis: Analysis, state: PartState) -> bool:
    held = set(state.evidence)
    return any(read.reading.commonplace and read.sentence.span in held for read in analysis.body())


def _marked_open(analysis: Analysis, name: str) -> Span | None:
    words = _ELEMENT_WORDS.get(name, "")
    pairs = [words[index : index + 2] for index in range(0, len(words), 2)]
    for read in analysis.body():
        if any(pair in read.text for pair in pairs) and _OPEN.search(read.text):
            return read.sentence.span
    return None


def _has_body(analysis: Analysis) -> bool:
    return any(True for _ in analysis.body())


def _nowhere(analysis: Analysis, key: str = "") -> Span:
    """Return the empty stretch where something should stand: the end of its section."""
    sections = analysis.content.sections
    for section in sections:
        if section.key == key:
            return Span(key, len(section.text), len(section.text))
    if not sections:
        return Span(key or WHOLE, 0, 0)
    last = sections[-1]
    return Span(last.key, len(last.text), len(last.text))
