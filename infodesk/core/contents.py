"""The list of contents (本期要目) of an issue: never so long that page 1 shows no text (7.3.3).

Rows are counted as if every character were a hanzi, so that a list is rather set too small than
too large; nothing is measured here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from infodesk.core.document import PageStyle, Paragraph, Role, Span, Style
from infodesk.core.styles import CROWDED, OFFICE

HEAD = "本期要目"
REST = "（另有{count}条，见正文）"
TEXT_ROWS = 2
"""Rows of text that page 1 shows at least: a heading and the line it keeps."""

Contents = tuple[tuple[Paragraph, ...], Mapping[Role, Style]]


def contents_list(titles: Sequence[str], after: Paragraph, page: PageStyle, taken: int) -> Contents:
    """Return the list of an issue's titles and the styles that leave text room on page 1.

    It is set small where it would fill the page, and names the first items only where even that is
    too long: 要目 are the main ones, and they stand first.

    Args:
        titles: of the items, in order; fewer than two need no list.
        after: the first paragraph behind the list.
        page: the sheet.
        taken: rows of page 1 that the head has.
    """
    lines = [f"{number}．{title}" for number, title in enumerate(titles, start=1)]
    if len(lines) < 2:
        return (), OFFICE
    for styles in (OFFICE, CROWDED):
        room = page.rows - taken - rows_of(styles, page, Role.CONTENTS_HEAD, HEAD)
        # A title stands whole above its text; of anything else the first rows will do.
        room -= rows_of(styles, page, after.role, after.text if after.role is Role.TITLE else "")
        room -= TEXT_ROWS
        if rows_of(styles, page, Role.CONTENTS, *lines) <= room:
            return tuple(_paragraphs(lines)), styles
    kept = len(lines) - 1
    while kept and rows_of(CROWDED, page, Role.CONTENTS, *_abridged(lines, kept)) > room:
        kept -= 1
    return (tuple(_paragraphs(_abridged(lines, kept))) if kept else ()), CROWDED


def rows_of(styles: Mapping[Role, Style], page: PageStyle, role: Role, *texts: str) -> int:
    """Return the rows of the grid that paragraphs of one role take, with the blank around them."""
    style = styles[role]
    cells = page.text_width_pt / style.cell_pt - style.left_cells - style.right_cells
    count = sum(math.ceil((len(text) + style.indent_cells) / int(cells)) for text in texts)
    return math.ceil(count * style.pitch_rows) + style.before_rows + style.after_rows


def _abridged(lines: Sequence[str], kept: int) -> list[str]:
    return [*lines[:kept], REST.format(count=len(lines) - kept)]


def _paragraphs(lines: Sequence[str]) -> Iterator[Paragraph]:
    yield Paragraph(Role.CONTENTS_HEAD, (Span(HEAD),))
    yield from (Paragraph(Role.CONTENTS, (Span(line),)) for line in lines)
