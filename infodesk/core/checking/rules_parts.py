"""Rules of completeness: the parts a kind requires, its elements, its limits, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import TITLE, Analysis
from infodesk.core.checking.findings import Cause, Finding, Fullness, PartState, Severity, Span
from infodesk.core.checking.parts import elsewhere_stated, says_nothing
from infodesk.core.items import WHOLE

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
        yield Finding("text-empty", Severity.MUST, _nowhere(analysis))


def required_parts(analysis: Analysis, states: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each part that is missing, a formula, thin, or stands elsewhere."""
    if not _has_body(analysis):
        return
    for part in analysis.profile.parts:
        state = states[part.key]
        params = {"part": part.title}
        softer = Severity.SHOULD if part.severity is Severity.MUST else part.severity
        if state.state is Fullness.MISSING:
            where = _nowhere(analysis, part.key)
            yield Finding("part-missing", part.severity, where, part.key, params)
        elif elsewhere_stated(analysis, part):
            where = _nowhere(analysis, part.key)
            yield Finding("part-elsewhere", softer, where, part.key, params, state.evidence)
        elif state.state is Fullness.WEAK:
            own = analysis.of(part.key)
            formula = says_nothing(" ".join(read.text for read in own), analysis.profile)
            unclear = bool(own) and not formula and not any(read.sentence.weak for read in own)
            where = state.evidence[0]
            if unclear and not _commonplace(analysis, state):
                yield Finding("part-unclear", softer, where, part.key, params, state.evidence)
            else:
                # A phrase that does not count leaves the part unsaid (domain.md, section 2.1).
                yield Finding("part-weak", part.severity, where, part.key, params, state.evidence)
        else:
            length = sum(span.end - span.start for span in state.evidence)
            if length < part.minimum:
                more = {**params, "count": str(length), "minimum": str(part.minimum)}
                where = state.evidence[0]
                yield Finding("part-thin", softer, where, part.key, more, state.evidence)


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
            yield Finding("element-open", Severity.HINT, openly, name)
        else:
            yield Finding(f"element-{name}-missing", weight, _nowhere(analysis), name)


def limits(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the text is shorter or longer than its kind allows."""
    if not _has_body(analysis):
        return
    profile = analysis.profile
    length = sum(len("".join(read.text.split())) for read in analysis.body())
    if length < profile.shortest:
        params = {"count": str(length), "limit": str(profile.shortest)}
        yield Finding("text-short", Severity.SHOULD, _nowhere(analysis), params=params)
    if length > profile.longest:
        params = {"count": str(length), "limit": str(profile.longest)}
        yield Finding("text-long", Severity.SHOULD, _nowhere(analysis), params=params)


def title(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the title is absent, too long, or ends with a full stop."""
    span = analysis.title_span
    if span is None:
        if _has_body(analysis):
            yield Finding("title-missing", Severity.SHOULD, Span(TITLE, 0, 0))
        return
    length = len("".join(analysis.title.split()))
    if length > LONGEST_TITLE:
        params = {"count": str(length), "limit": str(LONGEST_TITLE)}
        yield Finding("title-long", Severity.HINT, span, params=params)
    if analysis.title.rstrip().endswith(("。", "；", "，")):
        last = span.start + len(analysis.title.rstrip())
        yield Finding("title-mark", Severity.SHOULD, Span(span.section, last - 1, last))


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
