"""Rules of time limit and direction: reported late, kept below, told to the government only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.dating import when
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.rules_parts import end_of_text
from infodesk.core.checking.rules_title import IN_A_CHAIN

DAYS_TO_SEND = 3
"""Days after which an approved item that ought to go upward has been kept back."""


def late_report(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where more time than allowed lies between an event and its first report."""
    limit = analysis.profile.report_within
    happened = analysis.elements.happened
    if not limit or "T" not in happened or IN_A_CHAIN.search(analysis.title):
        return
    for key, heading in analysis.headings.items():
        if heading.moment is None:
            continue
        said = "".join(analysis.content.text_of(key)[slice(*heading.moment)].split())
        reported = when(said, None)
        if reported.day is None or reported.clock is None:
            return
        passed = datetime.combine(reported.day, reported.clock) - datetime.fromisoformat(happened)
        if passed > timedelta(minutes=limit):
            minutes = passed // timedelta(minutes=1)
            yield finding(
                "report-late", Span(key, *heading.moment), evidence=analysis.elements.time[:1],
                hours=f"{minutes / 60:.1f}", limit=f"{limit / 60:g}",
            )  # fmt: skip
        return


def kept_below(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where an approved item that ought to go upward has not been sent."""
    standing, today = analysis.context.standing, analysis.context.today
    if not analysis.profile.upward or standing is None or today is None:
        return
    if standing.approved is None or standing.sent:
        return
    days = (today - standing.approved).days
    if days >= DAYS_TO_SEND:
        yield finding("not-sent-upward", end_of_text(analysis), days=days)


def government_only(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a text was told to the government and the Party office is unnamed."""
    if not analysis.profile.upward:
        return
    phrases = analysis.context.lexicon.phrases
    told: Span | None = None
    for read in analysis.body():
        text = read.text[:LONGEST_READ]
        if phrases["party"].search(text):
            return
        match = phrases["government"].search(text)
        if told is None and match is not None:
            own = read.sentence.span
            told = Span(own.section, own.start + match.start(), own.start + match.end())
    if told is not None:
        yield finding("government-only", told)
