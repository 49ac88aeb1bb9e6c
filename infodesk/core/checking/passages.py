"""Passages that a text shares with another, word for word: the longest ones, in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SHINGLE = 12
"""Letters that must be alike in a row before a passage is looked at."""
LEAST = 20
"""Letters from which a shared passage counts: shorter ones are names and set phrases."""
MOST_READ = 200_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text that stands in the other one too."""

    start: int
    end: int
    letters: int


def shared(text: str, other: str) -> list[Passage]:
    """Return the passages of a text that another one has too, marks and spaces left aside.

    Args:
        text: the text that is looked at.
        other: what it may have been copied from.

    Returns:
        passages of at least LEAST letters, apart from each other, in the order of the text.
    """
    letters, places = _letters(text[:MOST_READ])
    theirs, _ = _letters(other[:MOST_READ])
    known: dict[str, list[int]] = {}
    for place in range(len(theirs) - SHINGLE + 1):
        starts = known.setdefault(theirs[place : place + SHINGLE], [])
        if len(starts) < 8:
            starts.append(place)
    return list(_passages(letters, places, theirs, known))


def share(text: str, passages: list[Passage]) -> float:
    """Return the part of a text's letters that lies in passages, 0 to 1."""
    letters, _ = _letters(text[:MOST_READ])
    return sum(passage.letters for passage in passages) / (len(letters) or 1)


def _letters(text: str) -> tuple[str, list[int]]:
    places = [place for place, mark in enumerate(text) if mark.isalnum()]
    return "".join(text[place] for place in places), places


def _passages(
    letters: str, places: list[int], theirs: str, known: dict[str, list[int]]
) -> Iterator[Passage]:
    place = 0
    while place <= len(letters) - SHINGLE:
        starts = known.get(letters[place : place + SHINGLE])
        if starts is None:
            place += 1
            continue
        length = max(_alike(letters, place, theirs, start) for start in starts)
        if length >= LEAST:
            yield Passage(places[place], places[place + length - 1] + 1, length)
            place += length
        else:
            place += 1


def _alike(letters: str, place: int, theirs: str, start: int) -> int:
    length = SHINGLE
    most = min(len(letters) - place, len(theirs) - start)
    while length < most and letters[place + length] == theirs[start + length]:
        length += 1
    return length
