"""Tables: their columns measured, their cells broken into lines, their rows cut to pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from infodesk.core.document import (
    BLACK,
    Align,
    Face,
    PageStyle,
    Paragraph,
    Role,
    Span,
    Style,
    Table,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.typeset.blocks import baseline
from infodesk.typeset.breaking import Cell, break_lines, measure
from infodesk.typeset.characters import is_space
from infodesk.typeset.lines import place
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Kind, Line, Rule

RULE_PT = 0.5
PADDING_PT = 4.0
"""Kept free inside a cell at its left and right."""
ABOVE_PT = 3.0
"""Kept free inside a cell above and below its lines."""
GAP_ROWS = 0.5
"""Rows of the grid between a table and what follows it."""
LEADING = 1.5
"""Line pitch of a table against its type: room for every font's own line height in Word."""
SMALLER_PT = (10.5, 9.0)
"""Type a table is set in where its words and figures do not fit its columns."""
LONGEST_WHOLE = 8
"""Ems: a longer word may be cut inside its column."""


class SetLine(NamedTuple):
    """One line of a cell: its characters, and whether it ends its paragraph."""

    cells: Sequence[Cell]
    last: bool


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row, or the part of a row taller than a page that one page holds.

    Attributes:
        source: index of the table's row.
        height: in points.
    """

    source: int
    columns: tuple[tuple[SetLine, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table ready to be put on pages.

    Attributes:
        widths: of the columns, in points.
        repeated: rows at the beginning that stand again on each page; 0 where they are too tall.
    """

    style: Style
    aligns: tuple[Align, ...]
    widths: tuple[float, ...]
    rows: tuple[SetRow, ...]
    repeated: int
    after: float
    before: float = 0.0

    @property
    def role(self) -> Role:
        """What the block is."""
        return Role.TABLE

    @property
    def pitch(self) -> float:
        """Points from line to line inside a cell."""
        return line_pitch(self.style)

    @property
    def height(self) -> float:
        """Points the beginning needs at once: the head and the first row under it."""
        return sum(row.height for row in self.rows[: self.repeated + 1])

    @property
    def total(self) -> float:
        """Points of all rows together."""
        return sum(row.height for row in self.rows)


def line_pitch(style: Style) -> float:
    """Return the points from line to line inside a cell."""
    return math.floor(style.size_pt * LEADING * 20) / 20


def set_table(table: Table, style: Style, page: PageStyle, metrics: Metrics) -> TableBlock:
    """Measure a table and break its cells into lines, in smaller type where it must be.

    Raises:
        InfodeskError: TABLE_TOO_WIDE where words or figures do not fit even in the smallest type.
    """
    total = sum(column.share for column in table.columns)
    widths = tuple(page.text_width_pt * column.share / total for column in table.columns)
    for size in (style.size_pt, *(size for size in SMALLER_PT if size < style.size_pt)):
        sized = replace(style, size_pt=size)
        measured = _measured(table, sized, metrics)
        if _fits(measured, widths, size):
            return _block(table, measured, sized, widths, page)
    raise InfodeskError(Code.TABLE_TOO_WIDE, columns=len(table.columns))


def _measured(table: Table, style: Style, metrics: Metrics) -> list[list[list[list[Cell]]]]:
    """Return rows of columns of paragraphs of characters."""
    return [
        [
            [
                _cells(line, table.head_face if number < table.head_rows else None, style, metrics)
                for line in text.split("\n")
            ]
            for text in row
        ]
        for number, row in enumerate(table.rows)
    ]


def _cells(text: str, face: Face | None, style: Style, metrics: Metrics) -> list[Cell]:
    return measure(Paragraph(Role.TABLE, (Span(text, face),)), style, metrics)


def _fits(measured: list[list[list[list[Cell]]]], widths: Sequence[float], size: float) -> bool:
    for row in measured:
        for column, width in zip(row, widths, strict=True):
            inner = width - 2 * PADDING_PT
            longest = max((_longest_word(cells) for cells in column), default=0.0)
            if inner < max(size, min(longest, LONGEST_WHOLE * size)):
                return False
    return True


def _longest_word(cells: Sequence[Cell]) -> float:
    """Return the points of the longest word or figure."""
    words = groupby(cells, key=lambda cell: cell.latin and not is_space(cell.character))
    return max((sum(c.width for c in word) for latin, word in words if latin), default=0.0)


def _block(
    table: Table,
    measured: list[list[list[list[Cell]]]],
    style: Style,
    widths: tuple[float, ...],
    page: PageStyle,
) -> TableBlock:
    pitch = line_pitch(style)
    set_rows = [
        tuple(
            tuple(_lines(column, width - 2 * PADDING_PT))
            for column, width in zip(row, widths, strict=True)
        )
        for row in measured
    ]
    heights = [_height(row, pitch, page) for row in set_rows]
    repeated = table.head_rows if len(table.rows) > table.head_rows else 0
    if sum(heights[:repeated]) > page.text_height_pt / 2:
        repeated = 0
    room = page.text_height_pt - sum(heights[:repeated])
    rows: list[SetRow] = []
    for number, (columns, height) in enumerate(zip(set_rows, heights, strict=True)):
        if height <= room or number < repeated:
            rows.append(SetRow(number, columns, height))
        else:
            rows.extend(_cut(number, columns, pitch, room, page))
    aligns = tuple(column.align for column in table.columns)
    after = GAP_ROWS * page.pitch_pt
    return TableBlock(style, aligns, widths, tuple(rows), repeated, after)


def _lines(paragraphs: list[list[Cell]], width: float) -> Iterator[SetLine]:
    for cells in paragraphs:
        if not cells:
            yield SetLine((), last=True)
        ranges = break_lines(cells, width, width)
        for number, (start, end) in enumerate(ranges):
            yield SetLine(cells[start:end], last=number == len(ranges) - 1)


def _height(columns: Sequence[Sequence[SetLine]], pitch: float, page: PageStyle) -> float:
    """Return a row's height: whole and half rows of the page's grid."""
    needed = max(len(lines) for lines in columns) * pitch + 2 * ABOVE_PT
    halves = max(math.ceil(needed / (page.pitch_pt / 2) - 1e-6), 2)
    return halves * page.pitch_pt / 2


def _cut(
    number: int,
    columns: Sequence[Sequence[SetLine]],
    pitch: float,
    room: float,
    page: PageStyle,
) -> Iterator[SetRow]:
    """Yield a row taller than a page in parts."""
    whole = room - room % (page.pitch_pt / 2)
    step = int((whole - 2 * ABOVE_PT) // pitch)
    for start in range(0, max(len(lines) for lines in columns), step):
        part = tuple(tuple(lines[start : start + step]) for lines in columns)
        yield SetRow(number, part, _height(part, pitch, page))


def draw_row(
    owner: TableBlock, number: int, y: float, page: PageStyle, kind: Kind
) -> Iterator[Line]:
    """Yield the lines of a row whose upper edge is ``y`` points below the type area's top."""
    row = owner.rows[number]
    left = page.left_pt
    head = row.source < owner.repeated
    for lines, width, align in zip(row.columns, owner.widths, owner.aligns, strict=True):
        free = row.height - len(lines) * owner.pitch
        top = page.top_pt + y + free / 2
        for line in lines:
            runs, used = place(
                line.cells,
                left=left + PADDING_PT,
                width=width - 2 * PADDING_PT,
                align=Align.CENTRE if head else align,
                size=owner.style.size_pt,
                colour=owner.style.colour,
                last=line.last,
            )
            if runs:
                base = baseline(top, owner.pitch, owner.style.size_pt)
                yield Line(kind, base, used, runs, Role.TABLE)
            top += owner.pitch
        left += width


def rules(owner: TableBlock, edges: Sequence[float], page: PageStyle) -> Iterator[Rule]:
    """Yield the ruled lines of the part of a table that stands on one page.

    Args:
        owner: the table.
        edges: upper edges of its rows and the lower edge of the last, points below the type
            area's top.
        page: where it stands.
    """
    width = sum(owner.widths)
    for y in edges:
        yield Rule(page.left_pt, page.top_pt + y, width, RULE_PT, BLACK)
    middle = page.top_pt + (edges[0] + edges[-1]) / 2
    height = edges[-1] - edges[0] + RULE_PT
    x = page.left_pt
    for step in (0.0, *owner.widths):
        x += step
        yield Rule(x - RULE_PT / 2, middle, RULE_PT, height, BLACK)
