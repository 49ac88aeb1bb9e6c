"""Where signature and date stand: each by the other's width (7.3.5.1, 7.3.5.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infodesk.core.document import Document, Paragraph, Part, Role, Style
from infodesk.typeset.breaking import measure
from infodesk.typeset.metrics import Metrics

SEALED_CELLS = 4
"""Blank to the right of a date that a seal is put on."""
UNSEALED_CELLS = 2
"""Blank to the right of a signature, and how far the date begins to the right of it."""

_DATES = {Role.DATE: Role.SIGNATURE, Role.SEALED_DATE: Role.SEALED_SIGNATURE}


def right_blanks(document: Document, metrics: Metrics) -> dict[int, float]:
    """Return the points kept blank to the right of each signature and date, by its index."""
    blanks: dict[int, float] = {}
    paragraphs = document.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role not in _DATES:
            continue
        first = index
        while first and paragraphs[first - 1].role is _DATES[paragraph.role]:
            first -= 1
        style = document.styles[paragraph.role]
        widths = [_width(paragraphs[i], document.styles, metrics) for i in range(first, index + 1)]
        sealed = paragraph.role is Role.SEALED_DATE
        place = _sealed if sealed else _unsealed
        found = place(widths[:-1], widths[-1], style.cell_pt)
        for number, (blank, width) in enumerate(zip(found, widths, strict=True), start=first):
            blanks[number] = max(min(blank, document.page.text_width_pt - width), 0.0)
    return blanks


def _sealed(signatures: Sequence[float], date: float, cell: float) -> list[float]:
    """Return the blanks: the date 4 cells from the edge, each signature centred on it."""
    widest = max(signatures, default=0.0)
    centre = max(SEALED_CELLS * cell + date / 2, widest / 2)
    return [centre - width / 2 for width in (*signatures, date)]


def _unsealed(signatures: Sequence[float], date: float, cell: float) -> list[float]:
    """Return the blanks: the date begins 2 cells to the right of the signature's beginning."""
    blank = UNSEALED_CELLS * cell
    if not signatures:
        return [blank]
    widest = max(signatures)
    # A date longer than the signature ends 2 cells from the edge; the signature moves left with it.
    date_blank = max(widest - date, blank)
    start = date_blank + date + blank
    return [*(start - width for width in signatures), date_blank]


def _width(paragraph: Part, styles: Mapping[Role, Style], metrics: Metrics) -> float:
    style = styles[paragraph.role]
    if not isinstance(paragraph, Paragraph):
        return 0.0
    cells = measure(paragraph, style, metrics)
    return sum(cell.width for cell in cells) - min(style.tracking_pt, 0.0)
