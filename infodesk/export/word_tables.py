"""Tables in Word's language: real rows and cells, whose heads stand again on each page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from infodesk.core.document import Align, Column, Style, Table
from infodesk.export.word_text import JUSTIFICATION, runs, twips
from infodesk.typeset.fitting import TableFit
from infodesk.typeset.tables import PADDING_PT, RULE_PT, line_pitch

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(value: Table, style_id: str, style: Style, width_pt: float, fit: TableFit | None) -> str:
    """Return a table.

    Args:
        value: the table.
        style_id: named style of the paragraphs in its cells.
        style: the same style's values.
        width_pt: of the type area.
        fit: how the typesetter set it; None leaves its rows as high as their text.
    """
    widths = _widths(value.columns, width_pt)
    border = f'w:val="single" w:sz="{round(RULE_PT * 8)}" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{edge} {border}/>" for edge in _EDGES)
    padding = twips(PADDING_PT)
    margins = (
        f'<w:top w:w="0" w:type="dxa"/><w:left w:w="{padding}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{padding}" w:type="dxa"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_rows(value, style_id, style, widths, fit))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _widths(columns: tuple[Column, ...], width_pt: float) -> list[int]:
    """Return the columns' widths in twips; they add up to the type area's."""
    total, share = int(width_pt * 20), sum(column.share for column in columns)
    edges, done = [0], 0.0
    for column in columns:
        done += column.share
        edges.append(round(total * done / share))
    return [right - left for left, right in pairwise(edges)]


def _rows(
    value: Table, style_id: str, style: Style, widths: list[int], fit: TableFit | None
) -> Iterator[str]:
    repeated = fit.repeated if fit else value.head_rows
    layout, extra = _smaller(style, fit.size_pt if fit else style.size_pt)
    for number, row in enumerate(value.rows):
        face = value.head_face if number < value.head_rows else None
        height = fit.heights_pt[number] if fit else 0.0
        # A row without a height is taller than a page and must be cut.
        properties = "<w:cantSplit/>" if height else ""
        if height:
            # A ruled line comes on top of the height a row states.
            least = int(height * 20) - twips(RULE_PT)
            properties += f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>'
        if number < repeated:
            properties += "<w:tblHeader/>"
        # A head is never the last row of a page.
        keep = "<w:keepNext/>" if number < value.head_rows else ""
        stated = f"<w:trPr>{properties}</w:trPr>" if properties else ""
        cells: list[str] = []
        for text, column, width in zip(row, value.columns, widths, strict=True):
            align = JUSTIFICATION[Align.CENTRE if number < value.head_rows else column.align]
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
                "</w:tcPr>"
            )
            cells.extend(
                f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{keep}{layout}<w:jc w:val="{align}"/>'
                f"</w:pPr>{runs(line, style, extra, face)}</w:p>"
                for line in text.split("\n")
            )
            cells.append("</w:tc>")
        yield f"<w:tr>{stated}{''.join(cells)}</w:tr>"


def _smaller(style: Style, size: float) -> tuple[str, str]:
    """Return what paragraphs and runs state where the type is smaller than the style's."""
    if size == style.size_pt:
        return "", ""
    pitch = twips(line_pitch(replace(style, size_pt=size)))
    half_points = round(size * 2)
    return (
        f'<w:spacing w:line="{pitch}" w:lineRule="atLeast"/>',
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
    )
