"""What a word processor must be told to stand as the typesetter measured it."""

from __future__ import annotations

from dataclasses import dataclass

from infodesk.core.document import Document, Image, Table
from infodesk.typeset.blocks import block
from infodesk.typeset.furniture import FootSetting
from infodesk.typeset.images import set_image
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.signing import right_blanks
from infodesk.typeset.tables import set_table

FOOT = -1
"""Index of the foot among what was fitted."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """How a table came out.

    Attributes:
        size_pt: of its type.
        pitch_pt: from line to line inside a cell.
        widths_pt: of the columns.
        heights_pt: of the rows; 0 for one taller than a page, which may be cut.
        repeated: rows that stand again on each page.
    """

    size_pt: float
    pitch_pt: float
    widths_pt: tuple[float, ...]
    heights_pt: tuple[float, ...]
    repeated: int


@dataclass(frozen=True, slots=True)
class ImageFit:
    """How a picture came out, in points; ``free_pt`` is the blank above and below it, in all."""

    width_pt: float
    height_pt: float
    free_pt: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How a paragraph, a table or a picture came out.

    Attributes:
        breaks: positions in the text where its lines end, for balanced titles only.
        right_pt: blank to the right of a signature or a date; None for other paragraphs.
        hang_pt: how far further lines stand clear of its label.
        height_pt: of the foot's upper part, under the index FOOT.
    """

    breaks: tuple[int, ...] = ()
    right_pt: float | None = None
    hang_pt: float = 0.0
    height_pt: float = 0.0
    table: TableFit | None = None
    image: ImageFit | None = None


def fits(document: Document, metrics: Metrics) -> dict[int, Fit]:
    """Return how each paragraph came out that its style alone does not tell, by its index.

    Raises:
        InfodeskError: TABLE_TOO_WIDE.
    """
    blanks = right_blanks(document, metrics)
    found: dict[int, Fit] = {}
    for index, value in enumerate(document.paragraphs):
        style = document.styles[value.role]
        if isinstance(value, Table):
            found[index] = Fit(table=_table(document, value, metrics))
        elif isinstance(value, Image):
            set_ = set_image(value, style, document.page, metrics)
            found[index] = Fit(image=ImageFit(set_.width, set_.picture_height, set_.free))
        elif style.balanced or value.label or index in blanks:
            blank = blanks.get(index, 0.0)
            out = block(value, style, document.page, metrics, blank)
            breaks = tuple(end for _, end in out.ranges[:-1]) if style.balanced else ()
            found[index] = Fit(breaks, blanks.get(index), out.hang)
    if document.foot and (document.foot.printer or document.foot.printed):
        setting = FootSetting(document.foot, document.page, metrics)
        found[FOOT] = Fit(height_pt=setting.upper_height)
    return found


def _table(document: Document, table: Table, metrics: Metrics) -> TableFit:
    out = set_table(table, document.styles[table.role], document.page, metrics)
    heights = [0.0] * len(table.rows)
    parts = [0] * len(table.rows)
    for row in out.rows:
        heights[row.source] = row.height
        parts[row.source] += 1
    whole = tuple(
        height if count == 1 else 0.0 for height, count in zip(heights, parts, strict=True)
    )
    return TableFit(out.style.size_pt, out.pitch, out.widths, whole, out.repeated)
