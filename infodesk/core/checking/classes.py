"""What a sentence tells: situation, measures, progress; and whether it says more than a formula."""

from __future__ import annotations

from dataclasses import dataclass

from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.findings import SentenceClass
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.signs import CUE, PAST, signs

LONGEST_READ = 2000
"""Characters of one sentence that are read; no writer needs more, and a check stays quick."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The classes of one sentence.

    Attributes:
        weak: its progress is a formula only.
        commonplace: its measures are commonplaces only.
    """

    classes: frozenset[SentenceClass]
    weak: bool = False
    commonplace: bool = False


MOST_REMEMBERED = 4096
"""Sentences whose readings are kept."""
CREDIT = 1.0
"""Log odds that a cue of a response or a result adds, beyond what the reader makes of it; not where
a sentence speaks of other times."""

SURE = 0.5
"""Log odds above which progress is believed though neither cue nor fullness speaks for it."""

NOTHING = Reading(frozenset())


def read_sentence(sentence: str, lexicon: Lexicon) -> Reading:
    """Return what a sentence tells.

    Args:
        sentence: its text.
        lexicon: the cue words and the reader; where there is no reader, cues alone tell.
    """
    text = sentence[:LONGEST_READ]
    reading: Reading | None = lexicon.remembered.get(text)
    if reading is None:
        reading = _read(text, lexicon)
        if len(lexicon.remembered) >= MOST_REMEMBERED:
            lexicon.remembered.clear()
        lexicon.remembered[text] = reading
    return reading


def _read(text: str, lexicon: Lexicon) -> Reading:
    marked = Marked(text, lexicon)
    if lexicon.reader is None:
        return _by_cues(marked, len(text))
    clauses = list(signs(text, marked, lexicon))
    seen: set[str] = set().union(*clauses)
    own_deed = lexicon.own_deeds.search(text) is not None
    own_result = lexicon.own_results.search(text) is not None
    odds = lexicon.reader.margins(clauses)
    deed, result, formula = (CUE + cue in seen for cue in ("deed", "result", "formula"))
    credit = 0.0 if PAST in seen else CREDIT
    progress = odds["progress"] + credit * result
    sure = formula or odds["progress"] > SURE
    full = own_result or odds["full"] > 0 or (progress > 0 and result and not sure)
    return _reading(
        measures=own_deed or odds["measures"] + credit * deed > 0,
        progress=full or (progress > 0 and sure),
        full=full,
        situation=odds["situation"] > 0,
        commonplace=CUE + "common" in seen and not deed and not own_deed,
    )


def _by_cues(marked: Marked, end: int) -> Reading:
    full = marked.result(0, end)
    deed, commonplace = marked.deed(0, end), marked.commonplace(0, end)
    return _reading(
        measures=deed or commonplace,
        progress=full or marked.formula(0, end),
        full=full,
        situation=marked.event(0, end) or marked.harm(0, end),
        commonplace=commonplace and not deed,
    )


def _reading(
    *, measures: bool, progress: bool, full: bool, situation: bool, commonplace: bool
) -> Reading:
    classes: set[SentenceClass] = set()
    if measures:
        classes.add(SentenceClass.MEASURES)
    if progress:
        classes.add(SentenceClass.PROGRESS)
    if situation or not classes:
        classes.add(SentenceClass.SITUATION)
    return Reading(frozenset(classes), progress and not full, measures and commonplace)
