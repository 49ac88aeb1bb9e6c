"""Paragraphs broken into lines, ready to be put on pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from infodesk.core.document import Document, PageStyle, Paragraph, Role, Style
from infodesk.core.headings import Heading, heading_of
from infodesk.typeset.breaking import Cell, break_lines, measure
from infodesk.typeset.lines import place
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Kind, Line, Run

ASCENT = 0.86
"""Where the baseline of a hanzi lies: this part of its height is above."""

ON_GRID_PT = 0.01
_MOST_BALANCED = 8
"""A title of more lines than this is not balanced: it is no title."""
_HALVINGS = 8
_KEPT_BLOCKS = 2048
"""Paragraphs kept as they were set: enough for 300 pages, so that typing sets one anew."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in lines, each a range of its cells.

    Attributes:
        height: of one line, in points.
        before: space above the first line, in points; none at the top of a page.
        after: space below the last line, in points.
        hang: how far lines after the first stand clear of its label, in points.
        right: blank kept at the right beyond the style's, in points.
        heading: what the outline says of it, None for text.
        placed: the runs of each line and their width, once they were asked for.
    """

    role: Role
    style: Style
    cells: Sequence[Cell]
    ranges: Sequence[tuple[int, int]]
    height: float
    before: float
    after: float
    hang: float = 0.0
    right: float = 0.0
    heading: Heading | None = None
    placed: list[tuple[tuple[Run, ...], float]] = field(default_factory=list, compare=False)

    @property
    def total(self) -> float:
        """Points of all lines together."""
        return self.height * len(self.ranges)


@lru_cache(maxsize=_KEPT_BLOCKS)
def block(
    paragraph: Paragraph,
    style: Style,
    page: PageStyle,
    metrics: Metrics,
    right: float = 0.0,
) -> Block:
    """Measure a paragraph and break it into lines; what was set before is not set again.

    Args:
        paragraph: the text.
        style: how it is set.
        page: where.
        metrics: its fonts.
        right: points kept blank at the right beyond the style's own.
    """
    cells = measure(paragraph, style, metrics)
    width = page.text_width_pt - (style.left_cells + style.right_cells) * style.cell_pt - right
    hang = sum(cell.width for cell in cells[: paragraph.label])
    if hang > width / 2:
        hang = 0.0
    indent = style.indent_cells * style.cell_pt
    ranges = (
        _balanced(cells, width, frozenset(paragraph.word_ends))
        if style.balanced
        else break_lines(cells, width - indent, width - hang)
    )
    return Block(
        paragraph.role,
        style,
        cells,
        ranges,
        page.pitch_pt * style.pitch_rows,
        page.pitch_pt * style.before_rows,
        page.pitch_pt * style.after_rows,
        hang,
        right,
        heading_of(paragraph),
    )


def balanced_breaks(document: Document, metrics: Metrics) -> dict[int, list[int]]:
    """Return where the lines of balanced paragraphs end, by index of the paragraph."""
    breaks: dict[int, list[int]] = {}
    for index, paragraph in enumerate(document.paragraphs):
        style = document.styles[paragraph.role]
        if style.balanced and isinstance(paragraph, Paragraph):
            ranges = block(paragraph, style, document.page, metrics).ranges
            breaks[index] = [end for _, end in ranges[:-1]]
    return breaks


def baseline(top: float, height: float, size: float) -> float:
    """Return the baseline of a line that begins at ``top``; all in points."""
    return top + (height - size) / 2 + ASCENT * size


def body_line(owner: Block, number: int, y: float, page: PageStyle) -> Line:
    """Return one line of a block, its upper edge ``y`` points below the type area's top."""
    if not owner.placed:
        owner.placed.extend(_placed(owner, number, page) for number in range(len(owner.ranges)))
    runs, width = owner.placed[number]
    row = round(y / page.pitch_pt)
    on_grid = owner.style.pitch_rows == 1 and abs(row * page.pitch_pt - y) < ON_GRID_PT
    return Line(
        Kind.BODY,
        baseline(page.top_pt + y, owner.height, owner.style.size_pt),
        width,
        runs,
        owner.role,
        row if on_grid else -1,
        number == 0,
        None if number else owner.heading,
    )


def _placed(owner: Block, number: int, page: PageStyle) -> tuple[tuple[Run, ...], float]:
    style = owner.style
    start, end = owner.ranges[number]
    indent = style.indent_cells * style.cell_pt if number == 0 else owner.hang
    side = style.left_cells * style.cell_pt + indent
    return place(
        owner.cells[start:end],
        left=page.left_pt + side,
        width=page.text_width_pt - side - style.right_cells * style.cell_pt - owner.right,
        align=style.align,
        size=style.size_pt,
        colour=style.colour,
        last=number == len(owner.ranges) - 1,
    )


def _balanced(
    cells: Sequence[Cell], width: float, word_ends: frozenset[int]
) -> list[tuple[int, int]]:
    """Break into as few lines as needed, about equally long, between words if possible."""
    lines = break_lines(cells, width, width)
    if not 1 < len(lines) <= _MOST_BALANCED:
        return lines
    for allowed in (word_ends, frozenset[int]()):
        narrow = _narrowest(cells, width, len(lines), allowed)
        if narrow is not None:
            return break_lines(cells, narrow, narrow, only_at=allowed)
    return lines


def _narrowest(
    cells: Sequence[Cell], width: float, count: int, allowed: frozenset[int]
) -> float | None:
    """Return the smallest width that gives at most ``count`` lines, None if there is none."""
    if len(break_lines(cells, width, width, only_at=allowed)) > count:
        return None
    narrow, wide = width / 2, width
    for _ in range(_HALVINGS):
        middle = (narrow + wide) / 2
        if len(break_lines(cells, middle, middle, only_at=allowed)) > count:
            narrow = middle
        else:
            wide = middle
    return wide
