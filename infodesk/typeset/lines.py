"""From a line's cells to runs with their places: justifying, aligning, grouping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from infodesk.core.document import Align
from infodesk.typeset.breaking import Cell
from infodesk.typeset.characters import PAIRED, is_space
from infodesk.typeset.pages import Run

SAME_PT = 1e-4

_STRETCH = re.compile(rb"(.)\1*", re.DOTALL)
_character_of = attrgetter("character")
_width_of = attrgetter("width")
_sort_of = attrgetter("sort")


def place(
    cells: Sequence[Cell],
    *,
    left: float,
    width: float,
    align: Align,
    size: float,
    colour: str,
    last: bool,
) -> tuple[tuple[Run, ...], float]:
    """Return the runs of one line, and the width of its visible part in points.

    Args:
        cells: the line's characters.
        left: where the line may begin, points from the sheet's left edge.
        width: points it may take.
        align: how it stands.
        size: of the type, in points.
        colour: of the type.
        last: whether it ends its paragraph, and so is not justified.
    """
    end = len(cells)
    while end > 0 and is_space(cells[end - 1].character):
        end -= 1
    natural = sum(map(_width_of, cells[:end]))
    if end:
        # The tracking after the last character belongs to no gap.
        natural -= cells[end - 1].width - max(
            cells[end - 1].advance, size if not cells[end - 1].latin else 0
        )
    free = width - natural
    if align is Align.CENTRE:
        left += free / 2
    elif align is Align.RIGHT:
        left += free
    # Breaking counts the last character's negative tracking, as Word does; a line that is full only
    # thanks to it is drawn in by that quarter of a point.
    justified = align is Align.JUSTIFY and (free < 0 or not last)
    stretches = _stretches(cells) if end == len(cells) else []
    joints = _open_joints(cells, stretches) if justified else 0
    if stretches and (joints or not justified):
        extra = free / joints if justified else 0.0
        runs = _strokes(cells, stretches, left=left, extra=extra, size=size, colour=colour)
        return tuple(runs), width if justified else natural
    gaps = _gaps(cells, end) if justified else frozenset[int]()
    extra = free / len(gaps) if gaps else 0.0
    x = left
    places: list[float] = []
    for index, cell in enumerate(cells):
        places.append(x + cell.inset)
        x += cell.width + (extra if index in gaps else 0.0)
    return _runs(cells, places, size, colour), width if gaps else natural


def _stretches(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Return where each run of a plain line starts and ends; none if the line is not plain.

    In a plain line every character stands at the left of its cell and may be parted from any other
    that is not Latin too, and each run has a font other than its neighbours'.
    """
    sorts = bytes(map(_sort_of, cells))
    if 0 in sorts:
        return []
    stretches = [found.span() for found in _STRETCH.finditer(sorts)]
    for (start, _), (following, _) in pairwise(stretches):
        if cells[start].font == cells[following].font:
            return []
    return stretches


def _open_joints(cells: Sequence[Cell], stretches: Sequence[tuple[int, int]]) -> int:
    """Return after how many characters a justified plain line opens: those beside hanzi."""
    joints = len(cells) - 1
    latin_before = False
    for start, end in stretches:
        latin = cells[start].latin
        if latin:
            joints -= end - start - 1 + latin_before
        latin_before = latin
    return joints


def _strokes(
    cells: Sequence[Cell],
    stretches: Sequence[tuple[int, int]],
    *,
    left: float,
    extra: float,
    size: float,
    colour: str,
) -> Iterator[Run]:
    """Yield the runs of a plain line, ``extra`` points added at each joint beside hanzi."""
    x = left
    latin_before = True
    for start, end in stretches:
        first = cells[start]
        stretch = cells[start:end]
        if start and not (latin_before and first.latin):
            x += extra
        latin_before = first.latin
        spacing = first.width - first.advance + (0.0 if first.latin else extra)
        text = "".join(map(_character_of, stretch))
        yield Run(x, text, first.font, size, spacing if end > start + 1 else 0.0, colour)
        x += sum(map(_width_of, stretch))
        if not first.latin:
            x += extra * (end - start - 1)


def _gaps(cells: Sequence[Cell], end: int) -> frozenset[int]:
    """Return the cells after which a justified line opens: beside hanzi, else at spaces."""
    beside = frozenset(
        index
        for index in range(end - 1)
        if not (cells[index].latin and cells[index + 1].latin)
        and not (
            cells[index].character in PAIRED
            and cells[index].character == cells[index + 1].character
        )
        and cells[index + 1].width > 0
    )
    return beside or frozenset(i for i in range(end - 1) if is_space(cells[i].character))


def _runs(
    cells: Sequence[Cell], places: Sequence[float], size: float, colour: str
) -> tuple[Run, ...]:
    """Group neighbours of one font that stand at even distances."""
    runs: list[Run] = []
    start, count = 0, len(cells)
    while start < count:
        font = cells[start].font
        end = start + 1
        spacing = 0.0
        if end < count and cells[end].font == font:
            spacing = places[end] - places[start] - cells[start].advance
            while (
                end < count
                and cells[end].font == font
                and abs(places[end] - places[end - 1] - cells[end - 1].advance - spacing) < SAME_PT
            ):
                end += 1
        text = "".join(cell.character for cell in cells[start:end])
        runs.append(Run(places[start], text, font, size, spacing, colour))
        start = end
    return tuple(runs)
