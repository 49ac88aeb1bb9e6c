"""Finds the few texts on file that an item may have been copied from, without reading them all.

Of every run of nine shingles one fingerprint is kept (winnowing; Schleimer, Wilkerson and Aiken,
2003), so that no passage that counts goes unseen, and five in six shingles need no room.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from zlib import crc32

from infodesk.core.checking.context import Paper
from infodesk.core.checking.passages import LEAST, MOST_READ, SHINGLE

WINDOW = LEAST - SHINGLE + 1
"""Shingles in the shortest passage that counts: one of them is always kept."""
LEAST_ALIKE = 0.05
"""Share of a text's fingerprints that a source of it has; three copied in ten make more."""
MOST_NEAR = 8
"""Texts that are read closely: an item is copied from a few, not from all."""

_WIDTH = 4 * SHINGLE


class ReferenceIndex:
    """Texts on file with their fingerprints; any thread may ask."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._kept = [(paper, array("I", sorted(fingerprints(paper.text)))) for paper in papers]

    def __len__(self) -> int:
        return len(self._kept)

    def near(self, text: str) -> tuple[Paper, ...]:
        """Return the texts that a text may have been copied from, the likeliest first."""
        if not self._kept:
            return ()
        marks = fingerprints(text)
        counted = [(len(marks.intersection(kept)), paper) for paper, kept in self._kept]
        least = max(1.0, LEAST_ALIKE * len(marks))
        near = [(count, paper) for count, paper in counted if count >= least]
        near.sort(key=lambda pair: -pair[0])
        return tuple(paper for _, paper in near[:MOST_NEAR])


def fingerprints(text: str) -> set[int]:
    """Return the fingerprints of a text, marks and spaces left aside."""
    letters = "".join(filter(str.isalnum, text[:MOST_READ])).encode("utf-32-le", "surrogatepass")
    sums = [crc32(letters[at : at + _WIDTH]) for at in range(0, len(letters) - _WIDTH + 1, 4)]
    return set(map(min, zip(*(sums[at:] for at in range(WINDOW)), strict=False)))
