"""Rows of a list of any length, read a stretch at a time as they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")

KEPT = 50
"""Stretches that are remembered."""


class Stretches(Generic[Row]):
    """Keeps the stretches that were asked for last."""

    def __init__(self, read: Callable[[int], Sequence[Row]], length: int) -> None:
        """Remember how a stretch is read.

        Args:
            read: returns the rows from a place on, as many as a stretch is long.
            length: of a stretch, in rows.
        """
        self._read = read
        self._length = length
        self._stretches: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def clear(self) -> None:
        """Forget every row: they are read anew."""
        self._stretches.clear()

    def forget(self, place: int) -> None:
        """Forget the stretch of a row."""
        self._stretches.pop(place // self._length, None)

    def at(self, place: int) -> Row | None:
        """Return a row by its place; None where it went meanwhile."""
        number, within = divmod(place, self._length)
        stretch = self._stretches.get(number)
        if stretch is None:
            stretch = self._stretches[number] = self._read(number * self._length)
            while len(self._stretches) > KEPT:
                self._stretches.popitem(last=False)
        else:
            self._stretches.move_to_end(number)
        return stretch[within] if within < len(stretch) else None

    def place_of(self, is_wanted: Callable[[Row], bool]) -> int:
        """Return where a row stands among those that were read, -1 where it is none of them."""
        for number, stretch in self._stretches.items():
            for within, row in enumerate(stretch):
                if is_wanted(row):
                    return number * self._length + within
        return -1
