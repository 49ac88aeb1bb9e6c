"""From a line's cells to runs with their places: justifying, aligning, grouping."""

from __future__ import annotations

from collections.abc import Sequence

from infodesk.core.document import Align
from infodesk.typeset.breaking import Cell
from infodesk.typeset.characters import PAIRED, is_space
from infodesk.typeset.pages import Run

SAME_PT = 1e-4


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
    natural = sum(cell.width for cell in cells[:end])
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
    extra, gaps = (0.0, frozenset[int]())
    # Breaking counts the last character's negative tracking, as Word does; a line that is full only
    # thanks to it is drawn in by that quarter of a point.
    if align is Align.JUSTIFY and (free < 0 or not last):
        gaps = _gaps(cells, end)
        extra = free / len(gaps) if gaps else 0.0
        if gaps:
            natural = width
    x = left
    places: list[float] = []
    for index, cell in enumerate(cells):
        places.append(x + cell.inset)
        x += cell.width + (extra if index in gaps else 0.0)
    return _runs(cells, places, size, colour), natural


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
