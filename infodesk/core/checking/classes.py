"""What a sentence tells: situation, measures, progress, the cause; in full or in a formula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import gt

from infodesk.core.checking.beside import CUES, ELSEWHEN, OPEN, WHY
from infodesk.core.checking.causes import Spans, why
from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.findings import Cause, SentenceClass
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
        cause: what it says of the cause.
        why: its words that do; where the whole of it does, none.
    """

    classes: frozenset[SentenceClass]
    weak: bool = False
    commonplace: bool = False
    cause: Cause = Cause.NONE
    why: Spans = field(default_factory=list, compare=False)


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
    causes = why(texts, lexicon)
    reader = lexicon.reader
    if reader is None:
        return [
            _by_cues(Marked(text, lexicon), len(text), *spans)
            for text, spans in zip(texts, causes, strict=True)
        ]
    looks = [look_at(text, reader, lexicon) for text in texts]
    odds: Sequence[Sequence[float]] = [look.odds for look in looks]
    if lexicon.beside is not None:
        cues = [all_cues(look.cues, *spans) for look, spans in zip(looks, causes, strict=True)]
        odds = lexicon.beside.settled(odds, cues)
    return [
        _settled(look, dict(zip(CLASSES, map(gt, each, reader.thresholds), strict=True)), *spans)
        for look, each, spans in zip(looks, odds, causes, strict=True)
    ]


def all_cues(cues: frozenset[str], named: Spans, left_open: Spans) -> frozenset[str]:
    """Return a sentence's cues with those of the cause, given its stretches that hold them."""
    return cues | {cue for cue, spans in ((WHY, named), (OPEN, left_open)) if spans}


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


def _settled(look: Look, told: Mapping[str, bool], named: Spans, left_open: Spans) -> Reading:
    # a formula of progress is progress, a weak one, whatever the reader makes of its words
    formula = "formula" in look.cues and ELSEWHEN not in look.cues
    empty = "common" in look.cues and "deed" not in look.cues
    return _reading(
        measures=look.own_deed or told["measures"] or told["firm"],
        progress=look.own_result or formula or told["progress"] or told["full"],
        full=look.own_result or told["full"],
        situation=told["situation"],
        commonplace=not look.own_deed and (not told["firm"] or empty),
        named=named if told["cause"] else None,
        left_open=left_open if told["inquiry"] else None,
    )


def cues_in(clauses: Iterable[AbstractSet[str]]) -> frozenset[str]:
    """Return the cues of a sentence that the second look weighs, given its clauses' signs."""
    return frozenset(_CUE_OF[sign] for clause in clauses for sign in _CUE_OF.keys() & clause)


def _by_cues(marked: Marked, end: int, named: Spans, left_open: Spans) -> Reading:
    full = marked.result(0, end)
    deed, commonplace = marked.deed(0, end), marked.commonplace(0, end)
    return _reading(
        measures=deed or commonplace,
        progress=full or marked.formula(0, end),
        full=full,
        situation=marked.event(0, end) or marked.harm(0, end),
        commonplace=commonplace and not deed,
        named=named or None,
        left_open=left_open or None,
    )


def _reading(
    *,
    measures: bool,
    progress: bool,
    full: bool,
    situation: bool,
    commonplace: bool,
    named: Spans | None,
    left_open: Spans | None,
) -> Reading:
    classes: set[SentenceClass] = set()
    if measures:
        classes.add(SentenceClass.MEASURES)
    if progress:
        classes.add(SentenceClass.PROGRESS)
    if situation or not classes:
        classes.add(SentenceClass.SITUATION)
    cause, spans = Cause.NONE, left_open
    if named is not None:
        cause, spans = Cause.STATED, named
    elif left_open is not None:
        cause = Cause.UNDER_INVESTIGATION
    return Reading(
        frozenset(classes), progress and not full, measures and commonplace, cause, spans or []
    )
