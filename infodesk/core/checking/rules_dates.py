"""Rules of dates: 昨日 says nothing once the paper has left the office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.moments import moments

_NEEDS_A_DAY = (
    "今天",
    "今日",
    "今晨",
    "今早",
    "今晚",
    "昨",
    "前天",
    "前日",
    "前晚",
    "当天",
    "当日",
    "当晚",
)


def relative_dates(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding at the first relative date of a text that names no absolute one."""
    if any(heading.moment is not None for heading in analysis.headings.values()):
        return
    first: tuple[Span, str] | None = None
    for read in analysis.body():
        for moment in moments(read.text[:LONGEST_READ]):
            if moment.absolute:
                return
            word = read.text[moment.start : moment.end]
            if first is None and moment.relative and word.startswith(_NEEDS_A_DAY):
                begin = read.sentence.span.start
                span = Span(read.sentence.span.section, begin + moment.start, begin + moment.end)
                first = (span, word)
    if first is not None:
        yield finding("relative-date", first[0], word=first[1])
