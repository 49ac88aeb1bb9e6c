"""Where a line may begin, found for a whole paragraph at once.

Every character becomes one byte that says what it is, and the rules become patterns over those
bytes: the work that grows with the text is done by :mod:`re` and :class:`bytes`, not character by
character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from infodesk.typeset.characters import Rules, is_attached, is_latin, is_space

INSIDE, START, OPEN, SPACE, HELD = range(5)
"""The marks: within an atom; an atom starts, but no line may; a line may start; white space; a line
may start if the one before has room for this very character."""

_NOT_AT_START, _NOT_AT_END, _LATIN, _PARTS, _SPACE, _ATTACHED, _DASH, _OTHER_PAIR = (
    1 << bit for bit in range(8)
)


def _with(bit: int, *others: int) -> bytes:
    """Return the pattern of the kinds that have a bit and none of the others."""
    kinds = (k for k in range(256) if k & bit and not any(k & other for other in others))
    return b"[" + b"".join(re.escape(bytes([kind])) for kind in kinds) + b"]"


_WORD = _with(_LATIN, _PARTS)
_MARK = _with(_ATTACHED)
_AFTER_OPENING = re.compile(_with(_NOT_AT_END) + _MARK + b"*", re.DOTALL)
_ONE_WORD = re.compile(
    b"%b(?:%b|%b)*(?:%b%b*)?" % (_WORD, _WORD, _MARK, _with(_PARTS), _MARK), re.DOTALL
)
_PAIR = re.compile(b"%b{2}|%b{2}" % (_with(_DASH), _with(_OTHER_PAIR)), re.DOTALL)
_MARKED_SPACE = re.compile(b"%b%b+" % (_with(_SPACE), _MARK), re.DOTALL)
_ATOM_REST = re.compile(rb"\x00+")


def _first_guess(kind: int) -> int:
    if kind & _ATTACHED:
        return INSIDE
    if kind & _SPACE:
        return SPACE
    return START if kind & _NOT_AT_START else OPEN


_FIRST_GUESS = bytes(map(_first_guess, range(256)))


class _Kinds(dict[str, int]):
    """What each character is under a set of rules, worked out when it is first met."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules
        self._pairs = sorted(rules.paired)

    def __missing__(self, character: str) -> int:
        rules = self._rules
        if is_attached(character):
            kind = _ATTACHED
        elif is_space(character):
            kind = _SPACE
        else:
            kind = _NOT_AT_START if character in rules.not_at_start else 0
            kind |= _NOT_AT_END if character in rules.not_at_end else 0
            if is_latin(character):
                kind |= _LATIN | (_PARTS if character in rules.break_after else 0)
            elif character in rules.paired:
                kind |= _OTHER_PAIR if self._pairs.index(character) else _DASH
        self[character] = kind
        return kind


@cache
def _kinds_of(rules: Rules) -> _Kinds:
    return _Kinds(rules)


def opportunities(
    text: str, sums: Sequence[float], widest: float, rules: Rules, only_at: frozenset[int]
) -> bytearray:
    """Return for each character whether a line may begin with it, as a mark.

    Args:
        text: the paragraph.
        sums: width of the text before each character, and of all of it, in points.
        widest: points no atom may exceed: longer words are cut.
        rules: where a line may break.
        only_at: places where a line may break, where the rules allow it; empty for any.
    """
    kinds = bytes(map(_kinds_of(rules).__getitem__, text))
    marks = _marked(kinds)
    for pattern, mark in ((rules.held, HELD), (rules.glued, START)):
        places = [glue.end() for glue in re.finditer(pattern, text)] if pattern else []
        for place in places:
            if place < len(marks) and marks[place] in {OPEN, HELD}:
                marks[place] = mark
    for found in list(_ATOM_REST.finditer(marks)):
        start, end = max(found.start() - 1, 0), found.end()
        if sums[end] - sums[start] > widest:
            for place in _cuts(kinds, sums, (start, end), widest):
                marks[place] = OPEN
    if only_at:
        for place, mark in enumerate(marks):
            if mark == OPEN and place not in only_at:
                marks[place] = START
    return marks


def _marked(kinds: bytes) -> bytearray:
    """Mark the atoms and where the rules let a line begin."""
    marks = bytearray(kinds.translate(_FIRST_GUESS))
    for found in _AFTER_OPENING.finditer(kinds):
        after = found.end()
        if after < len(marks) and marks[after] == OPEN:
            marks[after] = START
    for found in _ONE_WORD.finditer(kinds):
        start, end = found.span()
        marks[start + 1 : end] = bytes(end - start - 1)
    for found in _PAIR.finditer(kinds):
        marks[found.start() + 1] = INSIDE
    for found in _MARKED_SPACE.finditer(kinds):
        start, end = found.span()
        marks[start:end] = bytes([SPACE]) * (end - start)
    return marks


def _cuts(
    kinds: bytes, sums: Sequence[float], reach: tuple[int, int], widest: float
) -> Iterator[int]:
    """Yield where an atom wider than a whole line is cut, so that no piece is."""
    piece, end = reach
    for index in range(piece + 1, end):
        # A letter keeps its first accent; a heap of them must be cut somewhere.
        accent = kinds[index] & _ATTACHED and not kinds[index - 1] & _ATTACHED
        if sums[index + 1] - sums[piece] > widest and not accent:
            yield index
            piece = index
