"""How well each required part is stated, and by which sentences."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from infodesk.core.checking.analysis import Analysis, Read
from infodesk.core.checking.findings import Fullness, PartState, SentenceClass
from infodesk.core.items import WHOLE
from infodesk.core.profiles import Part, Profile

_TWO_LETTERS = re.compile(r"[^\W_][\W_]*[^\W_]")
_FIGURE = re.compile(
    r"[0-9]+|[一二三四五六七八九十百两]+[个名人户家处件起成倍次年天月里米吨亩元台辆座所间张条场块]|[一二三四五六七八九十两半]小时"
)
_OFFICE = re.compile(
    r"局(?![面部势限])|[委院厅]|办(?![法理事好])|[所站](?![以有谓在着起])|政府|部门|乡镇|街道|[县镇乡村]里|村集体|财政|公司"
)
_SHORTEST_TOLD = 10
"""Characters below which a sentence is not believed to state a part unannounced."""
_TELLS_ONLY = frozenset({SentenceClass.SITUATION})


def part_states(analysis: Analysis) -> dict[str, PartState]:
    """Return the state of each part of the profile, in its order."""
    return {part.key: _state(analysis, part) for part in analysis.profile.parts}


def says_nothing(text: str, profile: Profile) -> bool:
    """Tell whether a text holds phrases that do not count, and no word besides."""
    rest = text
    for phrase in sorted(profile.empty_phrases, key=len, reverse=True):
        rest = rest.replace(phrase, "")
    return _TWO_LETTERS.search(rest) is None


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


def may_be_implied(analysis: Analysis, part: Part, missing: Collection[str]) -> bool:
    """Tell whether a part no word announces may still be stated, so that its absence is not sure.

    A cause, a trend or a result is often told plainly. Where each missing part has a sentence of
    its own that states no other part, the clerk is asked and not stopped.

    Args:
        analysis: of a text.
        part: the part that was not found.
        missing: keys of all parts that were not found.
    """
    if analysis.content.is_split or not (part.implied or part.closes):
        return False
    profile = analysis.profile
    if part.closes:
        return any(_may_propose(read, profile) for read in analysis.of(WHOLE)[-1:])
    # what a text begins with is its first part, though no word says so
    begun = profile.parts[0].key not in missing
    left = [read for read in analysis.of(WHOLE)[begun:] if _is_left_over(read, profile)]
    if part.states is SentenceClass.PROGRESS:
        return any(_FIGURE.search(read.text) for read in left)
    return len(left) >= len(missing)


def _is_left_over(read: Read, profile: Profile) -> bool:
    tells = SentenceClass.SITUATION in read.sentence.classes
    return tells and _states_none(read, profile)


def _may_propose(read: Read, profile: Profile) -> bool:
    """Tell whether a sentence may be a proposal: it names an office, and may read as its deed."""
    if SentenceClass.PROGRESS in read.sentence.classes or not _OFFICE.search(read.text):
        return False
    return SentenceClass.MEASURES in read.sentence.classes or _states_none(read, profile)


def _states_none(read: Read, profile: Profile) -> bool:
    long = len(read.text.strip()) >= _SHORTEST_TOLD
    return long and not any(fills(read, part) for part in profile.parts)


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
    weak = all(_formula(read, part, profile) for read in stated)
    evidence = tuple(read.sentence.span for read in stated)
    return PartState(Fullness.WEAK if weak else Fullness.FULL, evidence)


def _formula(read: Read, part: Part, profile: Profile) -> bool:
    if part.states is SentenceClass.PROGRESS and read.sentence.weak:
        return True
    if part.states is SentenceClass.MEASURES and read.reading.commonplace:
        return True
    return says_nothing(read.text, profile)
