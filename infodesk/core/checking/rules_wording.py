"""Rules of wording: empty phrases, padding, slogans, praise of oneself, good news alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis, Read
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.findings import Finding, PartState, SentenceClass, Span

LEAST_PADDED = 0.3
"""Share of a sentence in set phrases from which it says nothing else."""
MOST_PADDING = 0.3
"""Share of a text in such sentences that is too much."""
ALL_PADDING = 0.6
MOST_SHOWN = 10
LEAST_TEXT = 150
"""Characters from which a text could have named a problem as well."""

_NUMBER = re.compile(
    r"[0-9０-９]|[一二两三四五六七八九十百]{1,4}(?:个|名|人|户|项|件|起|次|处|所|场|家|台|辆)"
)


def empty_phrases(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each sentence of set phrases, and one where the text is full of them."""
    padded: list[Read] = []
    length = 0
    for read in analysis.body():
        length += len(read.text)
        if _is_padded(read, analysis):
            padded.append(read)
    if not padded:
        return
    spans = tuple(read.sentence.span for read in padded)
    share = sum(len(read.text) for read in padded) / length
    if share >= ALL_PADDING and not any(_NUMBER.search(read.text) for read in _undated(analysis)):
        yield finding("slogans", spans[0], evidence=spans[1:], percent=round(100 * share))
        return
    if share > MOST_PADDING and len(padded) > 1:
        yield finding("padding", spans[0], evidence=spans[1:], percent=round(100 * share))
    for span in spans[:MOST_SHOWN]:
        yield finding("empty-phrase", span)


def praise(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for praise in a report of an event, and for good news without a problem."""
    phrases = analysis.context.lexicon.phrases
    told: list[Span] = []
    for read in analysis.body():
        for match in phrases["praise"].finditer(read.text[:LONGEST_READ]):
            own = read.sentence.span
            told.append(Span(own.section, own.start + match.start(), own.start + match.end()))
    if not told:
        return
    if any(part.states is SentenceClass.SITUATION for part in analysis.profile.parts):
        for span in told[:MOST_SHOWN]:
            words = analysis.content.text_of(span.section)[span.start : span.end]
            yield finding("praise", span, words=words)
    length = sum(len(read.text) for read in analysis.body())
    if len(told) > 2 and length >= LEAST_TEXT:
        problems = phrases["problems"]
        if not any(problems.search(read.text[:LONGEST_READ]) for read in analysis.body()):
            yield finding("good-news-only", told[0], evidence=tuple(told[1:]))


def _is_padded(read: Read, analysis: Analysis) -> bool:
    text = read.text[:LONGEST_READ]
    found = list(analysis.context.lexicon.phrases["padding"].finditer(text))
    if len(found) < 2 or _NUMBER.search(text):
        return False
    return sum(len(match[0]) for match in found) >= LEAST_PADDED * len(text)


def _undated(analysis: Analysis) -> Iterator[Read]:
    """Yield the sentences that could tell a fact: any but the first one's date."""
    return (read for read in analysis.body() if not read.text.endswith("日"))
