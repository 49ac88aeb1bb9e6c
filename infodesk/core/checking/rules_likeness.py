"""Rules of copying: from papers on file, and from the report before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.context import Paper
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.passages import share, shared

MOST_COPIED = 0.3
"""Share of a text that may be taken from one paper word for word."""
MOST_REPEATED = 0.5
"""Share of a follow-up that may repeat the report before."""


def copied_passages(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each paper on file that makes up too much of the text."""
    for source in analysis.context.sources:
        yield from _taken_from(analysis, source, "copied-passage", MOST_COPIED)


def repeated_report(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a follow-up tells again what the report before told."""
    previous = analysis.context.previous
    if previous is not None:
        yield from _taken_from(analysis, previous, "repeats-previous", MOST_REPEATED)


def _taken_from(analysis: Analysis, paper: Paper, rule: str, most: float) -> Iterator[Finding]:
    spans: list[Span] = []
    length = taken = 0.0
    for section in analysis.content.sections:
        passages = shared(section.text, paper.text)
        spans += [Span(section.key, passage.start, passage.end) for passage in passages]
        taken += share(section.text, passages) * len(section.text)
        length += len(section.text)
    if spans and taken > most * length:
        spans.sort(key=lambda span: span.start - span.end)
        yield finding(
            rule, spans[0], evidence=tuple(spans[1:]),
            percent=round(100 * taken / length), label=paper.label,
        )  # fmt: skip
