"""Rules of depth: cause, comparison, consequence, suggestion; no bare lists (domain.md, 2.12)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import DEPTHS, finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.findings import Finding, PartState
from infodesk.core.checking.rules_parts import end_of_text

LEAST_FIGURES = 4
"""Numbers in a sentence from which it is a list of figures."""
MOST_BARE = 0.6

_FIGURE = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?(?!月|日|年|时|分)")


def depth(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each thing the kind asks for that no sentence has."""
    if not analysis.profile.depth or sum(len(read.text) for read in analysis.body()) == 0:
        return
    for name in analysis.profile.depth:
        pattern = analysis.context.lexicon.phrases[name]
        if not any(pattern.search(read.text[:LONGEST_READ]) for read in analysis.body()):
            yield finding(f"depth-{name}", end_of_text(analysis))


def bare_figures(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a text lists figures and says nothing about them."""
    if not analysis.profile.depth:
        return
    listing = []
    length = 0
    for read in analysis.body():
        length += len(read.text)
        if len(_FIGURE.findall(read.text[:LONGEST_READ])) >= LEAST_FIGURES:
            listing.append(read)
    if not listing or sum(len(read.text) for read in listing) < MOST_BARE * length:
        return
    phrases = analysis.context.lexicon.phrases
    for read in analysis.body():
        text = read.text[:LONGEST_READ]
        if any(phrases[name].search(text) for name in DEPTHS):
            return
    spans = tuple(read.sentence.span for read in listing)
    yield finding("bare-figures", spans[0], evidence=spans[1:])
