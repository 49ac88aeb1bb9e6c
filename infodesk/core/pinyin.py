"""Initials of pinyin: xgz finds 西关镇. Where a character has several readings, each one counts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from operator import add

MARK = "\u00c9"
"""Before a pair of initials in the index: a capital, which no folded text holds."""

_KEPT = 100_000
"""Pairs of characters whose initials are remembered."""


def are_initials(typed: str) -> bool:
    """Tell whether what was typed may be initials: two letters or digits at least."""
    return len(typed) > 1 and typed.isascii() and typed.isalnum()


class Initials:
    """The table: which letters each character may begin with."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        self._laid = _Laid(self)

    @classmethod
    def from_text(cls, text: str) -> Initials:
        """Return the table of ``resources/pinyin``: a line for each letter, then its characters."""
        table: dict[str, str] = {}
        for line in text.splitlines():
            if line and not line.startswith("#"):
                letter, characters = line[0], line[1:].strip()
                for character in characters:
                    table[character] = table.get(character, "") + letter
        return cls(table)

    def of(self, character: str) -> str:
        """Return the letters a character may begin with; a Latin letter or digit is its own."""
        if "0" <= character <= "9" or "a" <= character <= "z":
            return character
        return self._table.get(character, "")

    def pairs(self, folded: str) -> str:
        """Return the pairs of initials of neighbours in a folded title, each after ``MARK``."""
        if len(self._laid) > _KEPT:
            self._laid.clear()
        found = map(self._laid.__getitem__, map(add, folded, folded[1:]))
        return " ".join(filter(None, found))

    def begin(self, typed: str, folded: str) -> int:
        """Return where in a folded text a run of initials begins, -1 where there is none."""
        last = len(folded) - len(typed)
        letters = [self.of(character) for character in folded]
        for start in range(last + 1):
            if all(key in letters[start + place] for place, key in enumerate(typed)):
                return start
        return -1


class _Laid(dict[str, str]):
    """Two characters -> their pairs of initials; titles say the same words over and over."""

    def __init__(self, table: Initials) -> None:
        super().__init__()
        self._of = table.of

    def __missing__(self, pair: str) -> str:
        letters = product(self._of(pair[0]), self._of(pair[1]))
        laid = " ".join(MARK + first + second for first, second in letters)
        self[pair] = laid
        return laid
