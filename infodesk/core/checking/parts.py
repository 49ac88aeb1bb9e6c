"""How well each required part is stated, and by which sentences."""

from __future__ import annotations

import re
from itertools import takewhile

from infodesk.core.checking.analysis import Analysis, Read
from infodesk.core.checking.findings import Fullness, PartState, SentenceClass
from infodesk.core.items import WHOLE
from infodesk.core.profiles import Part, Profile

_NO_WORD = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"[0-9]+|[一二三四五六七八九十百两]+[个名人户家处件起成倍次年]")
_TELLS_ONLY = frozenset({SentenceClass.SITUATION})


def part_states(analysis: Analysis) -> dict[str, PartState]:
    """Return the state of each part of the profile, in its order."""
    return {part.key: _state(analysis, part) for part in analysis.profile.parts}


def says_nothing(text: str, profile: Profile) -> bool:
    """Tell whether a text holds phrases that do not count, and no word besides."""
    rest = text
    for phrase in sorted(profile.empty_phrases, key=len, reverse=True):
        rest = rest.replace(phrase, "")
    return len(_NO_WORD.sub("", rest)) < 2


def fills(read: Read, part: Part) -> bool:
    """Tell whether a sentence states a part: by its class, or by one of the part's cues."""
    if part.states is not None and part.states in read.sentence.classes:
        return True
    return any(cue in read.text for cue in part.cues)


def _state(analysis: Analysis, part: Part) -> PartState:
    opening = _opening(analysis) if part.opens else ()
    whole = [read for read in analysis.of(WHOLE) if fills(read, part) or read in opening]
    own = analysis.of(part.key)
    stated = [read for read in own if fills(read, part)] + whole
    if stated:
        return _of(stated, part, analysis.profile)
    if own and not says_nothing(" ".join(read.text for read in own), analysis.profile):
        # the clerk wrote it here on purpose; where its words tell (no class), that is enough
        state = Fullness.FULL if part.states is None else Fullness.WEAK
        return PartState(state, tuple(read.sentence.span for read in own))
    elsewhere = elsewhere_stated(analysis, part)
    if elsewhere:
        return PartState(Fullness.WEAK, tuple(read.sentence.span for read in elsewhere))
    return PartState(Fullness.MISSING)


def _opening(analysis: Analysis) -> tuple[Read, ...]:
    """Return the sentences a whole text begins with that tell how things stand, in figures.

    What a writer tells before the first deed or proposal is what they are about; the very first
    sentence may sum up the deed.
    """
    others = [part for part in analysis.profile.parts if not part.opens and part.states is None]

    def tells(read: Read) -> bool:
        own = read.sentence.classes == _TELLS_ONLY
        return own and not any(fills(read, part) for part in others)

    reads = analysis.of(WHOLE)
    sums_up = bool(reads) and SentenceClass.MEASURES in reads[0].sentence.classes
    first = takewhile(tells, reads[sums_up:])
    return tuple(read for read in first if _FIGURE.search(read.text))


def elsewhere_stated(analysis: Analysis, part: Part) -> list[Read]:
    """Return the sentences that state a part's class but stand in another part's section."""
    if part.states is None or not analysis.content.is_split or analysis.of(part.key):
        return []
    return [
        read
        for read in analysis.body()
        if part.states in read.sentence.classes and not _formula(read, part, analysis.profile)
    ]


def _of(stated: list[Read], part: Part, profile: Profile) -> PartState:
    full = [read for read in stated if not _formula(read, part, profile)]
    evidence = tuple(read.sentence.span for read in stated)
    return PartState(Fullness.FULL if full else Fullness.WEAK, evidence)


def _formula(read: Read, part: Part, profile: Profile) -> bool:
    if part.states is SentenceClass.PROGRESS and read.sentence.weak:
        return True
    if part.states is SentenceClass.MEASURES and read.reading.commonplace:
        return True
    return says_nothing(read.text, profile)
