"""Rules of completeness: the parts a kind requires, and its limits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import (
    Finding,
    Fullness,
    PartState,
    SentenceClass,
    Severity,
    Span,
)
from infodesk.core.checking.parts import elsewhere_stated, may_be_implied, says_nothing
from infodesk.core.checking.rules_title import FOLLOWS_UP
from infodesk.core.items import WHOLE
from infodesk.core.profiles import Part


def empty_text(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where nothing has been written."""
    if not has_body(analysis):
        yield finding("text-empty", end_of_text(analysis))


def required_parts(analysis: Analysis, states: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each part that is missing, a formula, thin, or stands elsewhere."""
    if not has_body(analysis):
        return
    missing = {key for key, state in states.items() if state.state is Fullness.MISSING}
    for part in analysis.profile.parts:
        yield from _part(part, analysis, states[part.key], missing)


def _part(
    part: Part, analysis: Analysis, state: PartState, missing: Collection[str]
) -> Iterator[Finding]:
    softer = Severity.SHOULD if part.severity is Severity.MUST else part.severity
    name, key, evidence = part.title, part.key, state.evidence
    if state.state is Fullness.MISSING:
        where = end_of_text(analysis, key)
        weight = softer if may_be_implied(analysis, part, missing) else part.severity
        if part.states is SentenceClass.SITUATION and FOLLOWS_UP.search(analysis.title):
            weight = Severity.HINT  # a follow-up gives changes only (domain.md, section 3)
        yield finding("part-missing", where, key, severity=weight, part=name)
    elif elsewhere_stated(analysis, part):
        where = end_of_text(analysis, key)
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


def limits(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where the text is shorter or longer than its kind allows."""
    if not has_body(analysis):
        return
    profile = analysis.profile
    length = sum(len("".join(read.text.split())) for read in analysis.body())
    if length < profile.shortest:
        where = end_of_text(analysis)
        yield finding("text-short", where, count=length, limit=profile.shortest)
    if length > profile.longest:
        yield finding("text-long", end_of_text(analysis), count=length, limit=profile.longest)


def _commonplace(analysis: Analysis, state: PartState) -> bool:
    held = set(state.evidence)
    return any(read.reading.commonplace and read.sentence.span in held for read in analysis.body())


def has_body(analysis: Analysis) -> bool:
    """Tell whether a text has any sentence below its title."""
    return any(True for _ in analysis.body())


def end_of_text(analysis: Analysis, key: str = "") -> Span:
    """Return the empty stretch where something should stand: the end of its section."""
    sections = analysis.content.sections
    for section in sections:
        if section.key == key:
            return Span(key, len(section.text), len(section.text))
    if not sections:
        return Span(key or WHOLE, 0, 0)
    last = sections[-1]
    return Span(last.key, len(last.text), len(last.text))
