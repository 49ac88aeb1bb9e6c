"""Rules of likeness: copied from papers on file, from the report before, or written before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.context import Paper
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.passages import share, shared
from infodesk.core.items import Content

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


def near_duplicates(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each text on the shelf that is almost the same."""
    shelf = analysis.context.shelf
    if shelf is None:
        return
    where = analysis.title_span or next(
        (read.sentence.span for read in analysis.body()), Span("whole", 0, 0)
    )
    text = full_text(analysis.content)
    for like in shelf.like(text, apart_from=analysis.context.own_label):
        yield finding("near-duplicate", where, label=like.label, percent=like.percent)


def full_text(content: Content) -> str:
    """Return title and body, as a shelf keeps them."""
    return f"{content.title}\n{content.body}"


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
