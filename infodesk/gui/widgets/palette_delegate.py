"""How a line of the palette looks: icon, name, what tells it apart; a heading above some."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infodesk.gui.icons import icon
from infodesk.gui.models.palette_list import LINE_ROLE, Line
from infodesk.gui.theme import colours_for
from infodesk.gui.widgets.painting import draw_line, draw_marked, smaller

Index = QModelIndex | QPersistentModelIndex

PAD_PX = 16
ICON_PX = 16
GAP_PX = 10
ASIDE_PART = 3
"""What stands at the right end gets at most a third of the line."""


class PaletteDelegate(QStyledItemDelegate):
    """Draws a line of the palette."""

    def __init__(self) -> None:
        super().__init__()
        self._icons: dict[tuple[str, str], QIcon] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        small = QFontMetrics(smaller(option.font)).height()
        height = QFontMetrics(option.font).height() + 14
        height += small + 2 if line.below is not None else 0
        return QSize(200, height + (small + 12 if line.begins else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        colours = colours_for(option.palette)
        small = smaller(option.font)
        small_px = QFontMetrics(small).height()
        painter.save()
        area = QRect(option.rect)
        if line.begins:
            head = QRect(area.left() + PAD_PX, area.top() + 8, area.width(), small_px)
            draw_line(painter, head, line.heading, font=small, colour=colours.muted)
            area.setTop(area.top() + small_px + 12)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.primary_ground))
            painter.drawRoundedRect(area.adjusted(6, 0, -6, 0), 5, 5)
        row = area.adjusted(PAD_PX, 7, -PAD_PX, -7)
        title_px = QFontMetrics(option.font).height()
        top = QRect(row.left(), row.top(), row.width(), title_px)
        drawing = self._icon(line.icon, colours.primary if chosen else colours.muted)
        drawing.paint(
            painter, QRect(top.left(), top.center().y() - ICON_PX // 2 + 1, ICON_PX, ICON_PX)
        )
        most = row.width() // ASIDE_PART
        aside_px = min(QFontMetrics(small).horizontalAdvance(line.aside), most)
        aside = QRect(top.right() - aside_px, top.top(), aside_px + 1, top.height())
        draw_line(painter, aside, line.aside, font=small, colour=colours.muted, right=True)
        title = top.adjusted(ICON_PX + GAP_PX, 0, -aside_px - 2 * GAP_PX, 0)
        draw_marked(
            painter, title, line.title, font=option.font, colour=colours.text, colours=colours
        )
        if line.below is not None:
            below = QRect(title.left(), top.bottom() + 3, row.right() - title.left(), small_px)
            draw_marked(
                painter, below, line.below, font=small, colour=colours.muted, colours=colours
            )
        painter.restore()

    def _icon(self, name: str, colour: str) -> QIcon:
        key = (name, colour)
        if key not in self._icons:
            self._icons[key] = icon(name, colour, size=ICON_PX)
        return self._icons[key]
