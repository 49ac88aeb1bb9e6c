"""How a row of two lines looks: a head, and below it what is known of it and its state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from infodesk.gui.models.lines import LINE_ROLE, Line
from infodesk.gui.theme import Colours, colours_for
from infodesk.gui.widgets.painting import (
    bold,
    draw_line,
    draw_row,
    smaller,
    two_lines,
    two_lines_height,
)

Index = QModelIndex | QPersistentModelIndex
PAD_PX = 14
GAP_PX = 10


class LineDelegate(QStyledItemDelegate):
    """Draws the rows of a ``LinesModel``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, two_lines_height(option, 9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line | None = index.data(LINE_ROLE)
        colours = colours_for(option.palette)
        painter.save()
        draw_row(painter, option, colours)
        if line is not None:
            self._draw(painter, option, line, colours)
        painter.restore()

    def _draw(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line, colours: Colours
    ) -> None:
        top, below = two_lines(option.rect.adjusted(PAD_PX, 0, -PAD_PX, -1), option)
        draw_line(painter, top, line.head, font=bold(option.font), colour=colours.text)
        small = smaller(option.font)
        tone = getattr(colours, line.tone)
        draw_line(painter, below, line.state, font=small, colour=tone, right=True)
        taken = QFontMetrics(small).horizontalAdvance(line.state) + GAP_PX
        below = below.adjusted(0, 0, -taken if line.state else 0, 0)
        draw_line(painter, below, line.below, font=small, colour=colours.muted)
