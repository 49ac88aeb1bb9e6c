"""Small things that delegates draw alike: chips, elided lines, rounded cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from infodesk.core.search import Passage
from infodesk.gui.theme import RADIUS, Colours

CHIP_PADDING_PX = 6
TICK_PX = 15


def bold(font: QFont) -> QFont:
    """Return a font in bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def smaller(font: QFont) -> QFont:
    """Return a font one point smaller, for what stands under a title."""
    made = QFont(font)
    made.setPointSizeF(max(font.pointSizeF() - 1, 6))
    return made


def two_lines_height(option: QStyleOptionViewItem, padding_px: int) -> int:
    """Return the height of a title and a smaller line under it, in pixels."""
    title = QFontMetrics(bold(option.font)).height()
    below = QFontMetrics(smaller(option.font)).height()
    return title + below + 6 + 2 * padding_px


def two_lines(rect: QRect, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
    """Return the rectangles of a title and of the line under it, centred in the height."""
    title = QFontMetrics(bold(option.font)).height()
    below = QFontMetrics(smaller(option.font)).height() + 2
    top = rect.top() + (rect.height() - title - below - 5) // 2
    return (
        QRect(rect.left(), top, rect.width(), title),
        QRect(rect.left(), top + title + 5, rect.width(), below),
    )


def draw_row(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    """Draw the ground of a list's row, and the line that ends it."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(colours.primary_ground))
    line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    painter.fillRect(line, QColor(colours.line))


def draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    font: QFont,
    colour: str,
    right: bool = False,
) -> None:
    """Draw one line of text, elided to the width there is."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def draw_marked(
    painter: QPainter, rect: QRect, passage: Passage, *, font: QFont, colour: str, colours: Colours
) -> None:
    """Draw one line of text, elided to the width there is, what was searched on a ground."""
    metrics = QFontMetrics(font)
    ground, tone = QColor(colours.should_ground), QColor(colours.should)
    shown = metrics.elidedText(passage.text, Qt.TextElideMode.ElideRight, rect.width())
    visible = len(shown) if shown == passage.text else len(shown) - 1
    for start, end in passage.spans:
        left = rect.left() + metrics.horizontalAdvance(passage.text[:start])
        right = rect.left() + metrics.horizontalAdvance(passage.text[:end])
        if end <= visible:
            box = QRect(left, rect.top(), right - left, rect.height())
            painter.fillRect(box, ground)
            painter.fillRect(QRect(left, rect.bottom() - 1, right - left, 2), tone)
    draw_line(painter, rect, passage.text, font=font, colour=colour)


def draw_chip(
    painter: QPainter, rect: QRect, text: str, *, font: QFont, tone: str, ground: str
) -> int:
    """Draw a chip at the left of a line; return its width in pixels."""
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(text) + 2 * CHIP_PADDING_PX, rect.width())
    height = metrics.height() + 2
    box = QRect(rect.left(), rect.center().y() - height // 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(tone))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * CHIP_PADDING_PX)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    return width


def draw_tick(painter: QPainter, row: QRect, left: int, colours: Colours, *, is_on: bool) -> None:
    """Draw a box to tick, ``TICK_PX`` wide, in the middle of a row's height."""
    box = QRect(0, 0, TICK_PX, TICK_PX)
    box.moveCenter(row.center())
    box.moveLeft(left)
    painter.setPen(QColor(colours.primary if is_on else colours.muted))
    painter.setBrush(QColor(colours.primary if is_on else colours.panel))
    painter.drawRoundedRect(box, 3, 3)
    if is_on:
        painter.setPen(QPen(QColor(colours.on_primary), 2))
        top = box.top()
        painter.drawPolyline(
            [QPoint(left + 3, top + 8), QPoint(left + 6, top + 11), QPoint(left + 12, top + 4)]
        )


def draw_card(painter: QPainter, rect: QRect, colours: Colours, *, chosen: bool) -> None:
    """Draw the ground of a card; the chosen one has the primary colour round it."""
    painter.setBrush(QColor(colours.panel))
    painter.setPen(QPen(QColor(colours.primary if chosen else colours.line), 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def kind_colours(kind: str, colours: Colours) -> tuple[str, str]:
    """Return the tone and ground of a kind's chip; red only for what is urgent."""
    if kind == "urgent":
        return colours.must, colours.must_ground
    if kind in ("problem", "suggestion", "feedback"):
        return colours.should, colours.should_ground
    if kind in ("experience", "practice", "synthesis", "research"):
        return colours.done, colours.done_ground
    return colours.primary, colours.primary_ground
