"""Near-duplicates: the texts on a shelf that a text is almost the same as."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

NEAR = 80
"""Likeness in hundredths from which two texts are near-duplicates."""
LEAST_LETTERS = 40
"""Shorter texts are alike by chance."""

_GRAM = 8
_ONE_IN = 4
_MOST_COMPARED = 50
_LONGEST_READ = 20_000


@dataclass(frozen=True, slots=True)
class Like:
    """A text on the shelf and how alike it is, in hundredths; ``shown`` is what it is called."""

    label: str
    percent: int
    shown: str


class Shelf:
    """Texts to compare with, kept so that one is compared with the few that share its words."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._by_gram: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def put(self, label: str, text: str, shown: str = "") -> None:
        """Put a text on the shelf, where none of the same label is yet.

        Args:
            label: its name, which no other text has.
            text: title and body.
            shown: what the clerk knows it by; the label where that is it.
        """
        letters = _letters(text)
        if len(letters) < LEAST_LETTERS or label in self._texts:
            return
        self._texts[label] = letters
        self._shown[label] = shown or label
        for gram in _grams(letters):
            self._by_gram.setdefault(gram, []).append(label)

    def like(self, text: str, *, apart_from: str = "") -> list[Like]:
        """Return the near-duplicates of a text, the likest first.

        Args:
            text: title and body.
            apart_from: label of the text itself, where it is on the shelf.
        """
        from rapidfuzz import fuzz

        letters = _letters(text)
        if len(letters) < LEAST_LETTERS:
            return []
        counted: dict[str, int] = {}
        for gram in _grams(letters):
            for label in self._by_gram.get(gram, ()):
                counted[label] = counted.get(label, 0) + 1
        counted.pop(apart_from, None)
        nearest = sorted(counted, key=lambda label: -counted[label])[:_MOST_COMPARED]
        found = [
            Like(label, int(score), self._shown[label])
            for label in nearest
            if (score := fuzz.ratio(letters, self._texts[label], score_cutoff=NEAR)) >= NEAR
        ]
        return sorted(found, key=lambda each: -each.percent)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[:_LONGEST_READ]))


def _grams(letters: str) -> set[int]:
    """Return the checksums of some runs of letters: the same ones wherever the run stands."""
    coded = letters.encode("utf-32-le", "surrogatepass")
    width = 4 * _GRAM
    sums = (crc32(coded[at : at + width]) for at in range(0, max(1, len(coded) - width + 1), 4))
    return {each for each in sums if each % _ONE_IN == 0}
