"""What a sentence tells: situation, measures, progress; and whether it says more than a formula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import gt

from infodesk.core.checking.beside import CUES, ELSEWHEN
from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.findings import SentenceClass
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.reader import CLASSES, Reader
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


@dataclass(frozen=True, slots=True)
class Look:
    """What one sentence shows by itself.

    Attributes:
        odds: log odds of each class.
        cues: names of the cues it holds, ELSEWHEN among them where it speaks of other times.
        own_deed: it holds an office's own cue of a measure.
        own_result: it holds an office's own cue of progress.
    """

    odds: tuple[float, ...]
    cues: frozenset[str]
    own_deed: bool
    own_result: bool


MOST_REMEMBERED = 4096
"""Sentences whose looks are kept."""

NOTHING = Reading(frozenset())

_CUE_OF = {PAST: ELSEWHEN, **{CUE + cue: cue for cue in CUES}}


def read_text(sentences: Sequence[str], lexicon: Lexicon) -> list[Reading]:
    """Return what the sentences of a text tell, each read with those beside it.

    Args:
        sentences: their texts, in order.
        lexicon: the cue words and the reader; where there is no reader, cues alone tell.
    """
    texts = [sentence[:LONGEST_READ] for sentence in sentences]
    reader = lexicon.reader
    if reader is None:
        return [_by_cues(Marked(text, lexicon), len(text)) for text in texts]
    looks = [look_at(text, reader, lexicon) for text in texts]
    odds: Sequence[Sequence[float]] = [look.odds for look in looks]
    if lexicon.beside is not None:
        odds = lexicon.beside.settled(odds, [look.cues for look in looks])
    return [
        _settled(look, dict(zip(CLASSES, map(gt, each, reader.thresholds), strict=True)))
        for look, each in zip(looks, odds, strict=True)
    ]


def look_at(text: str, reader: Reader, lexicon: Lexicon) -> Look:
    """Return what a sentence shows by itself; the last ones looked at are remembered."""
    look: Look | None = lexicon.remembered.get(text)
    if look is None:
        clauses = list(signs(text, Marked(text, lexicon), lexicon))
        cues = cues_in(clauses)
        look = Look(
            tuple(reader.log_odds(clauses)),
            cues,
            lexicon.own_deeds.search(text) is not None,
            lexicon.own_results.search(text) is not None,
        )
        if len(lexicon.remembered) >= MOST_REMEMBERED:
            lexicon.remembered.clear()
        lexicon.remembered[text] = look
    return look


def _settled(look: Look, told: Mapping[str, bool]) -> Reading:
    # a formula of progress is progress, a weak one, whatever the reader makes of its words
    formula = "formula" in look.cues and ELSEWHEN not in look.cues
    return _reading(
        measures=look.own_deed or told["measures"],
        progress=look.own_result or formula or told["progress"] or told["full"],
        full=look.own_result or told["full"],
        situation=told["situation"],
        commonplace="common" in look.cues and "deed" not in look.cues and not look.own_deed,
    )


def cues_in(clauses: Iterable[AbstractSet[str]]) -> frozenset[str]:
    """Return the cues of a sentence that the second look weighs, given its clauses' signs."""
    return frozenset(_CUE_OF[sign] for clause in clauses for sign in _CUE_OF.keys() & clause)


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
