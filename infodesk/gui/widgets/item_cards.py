"""How items look where an issue is composed: rows to choose from, and numbered cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from infodesk.core.items import APPROVED_STATES, ItemRow
from infodesk.gui.models.approved_items import APPROVER_ROLE
from infodesk.gui.models.issue_items import PLACE_ROLE, IssueItemsModel, Place
from infodesk.gui.models.item_list import ROW_ROLE
from infodesk.gui.theme import Colours, colours_for
from infodesk.gui.widgets.painting import (
    TICK_PX,
    bold,
    draw_card,
    draw_chip,
    draw_line,
    draw_row,
    draw_tick,
    kind_colours,
    smaller,
    two_lines,
    two_lines_height,
)

Index = QModelIndex | QPersistentModelIndex
PAD_PX = 14
GAP_PX = 8


def toggle_tick(model: QAbstractItemModel, index: Index) -> bool:
    """Tick a row, or untick it; return whether the model let it."""
    is_on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
    wanted = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
    row = model.index(index.row(), index.column())
    return model.setData(row, wanted, Qt.ItemDataRole.CheckStateRole)


class ItemRowDelegate(QStyledItemDelegate):
    """A row to choose from: title, characters, kind, unit, who approved it."""

    def __init__(
        self,
        kind_name: Callable[[str], str],
        state_name: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind_name = kind_name
        self._state_name = state_name

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, two_lines_height(option, 9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ItemRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        colours = colours_for(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_row(painter, option, colours)
        left = PAD_PX
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if tick is not None:
            is_on = Qt.CheckState(tick) == Qt.CheckState.Checked
            draw_tick(painter, option.rect, option.rect.left() + PAD_PX, colours, is_on=is_on)
            left += TICK_PX + GAP_PX
        top, below = two_lines(option.rect.adjusted(left, 0, -PAD_PX, -1), option)
        self._draw_title(painter, top, option, row)
        self._draw_below(painter, below, option, row, index.data(APPROVER_ROLE))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        # The whole row ticks, not only its little box.
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and index.data(Qt.ItemDataRole.CheckStateRole) is not None
        ):
            return toggle_tick(model, index)
        return super().editorEvent(event, model, option, index)

    def _draw_title(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        row: ItemRow,
    ) -> None:
        small, colours = smaller(option.font), colours_for(option.palette)
        length = self.tr("{count} chars").format(count=f"{row.characters:,}")
        width = QFontMetrics(small).horizontalAdvance(length) + GAP_PX
        draw_line(painter, rect, length, font=small, colour=colours.muted, right=True)
        title = rect.adjusted(0, 0, -width, 0)
        usable = row.state in APPROVED_STATES
        colour = colours.text if usable else colours.muted
        draw_line(painter, title, row.title, font=bold(option.font), colour=colour)

    def _draw_below(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        row: ItemRow,
        approver: str,
    ) -> None:
        small, colours = smaller(option.font), colours_for(option.palette)
        state = self.tr("approved by {name}").format(name=approver) if approver else ""
        state = state or self._state_name(row.state)
        width = min(QFontMetrics(small).horizontalAdvance(state), rect.width() // 2) + GAP_PX
        colour = colours.muted if row.state in APPROVED_STATES else colours.should
        right = QRect(rect.right() - width + 1, rect.top(), width, rect.height())
        draw_line(painter, right, state, font=small, colour=colour, right=True)
        tone, ground = kind_colours(row.kind, colours)
        chip = draw_chip(
            painter, rect, self._kind_name(row.kind), font=small, tone=tone, ground=ground
        )
        unit = rect.adjusted(chip + GAP_PX, 0, -width, 0)
        draw_line(painter, unit, row.unit, font=small, colour=colours.muted)


class IssueCardDelegate(QStyledItemDelegate):
    """A card of the issue: its number, title, what it is, and the grip to move it by."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, two_lines_height(option, 11) + GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(PLACE_ROLE)
        colours = colours_for(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        card = option.rect.adjusted(0, 0, 0, -GAP_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, card, colours, chosen=chosen)
        number = QRect(card.left(), card.top(), 44, card.height())
        painter.setFont(bold(option.font))
        painter.setPen(QColor(colours.primary if chosen else colours.muted))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(index.row() + 1))
        model = index.model()
        movable = isinstance(model, IssueItemsModel) and model.is_open
        top, below = two_lines(card.adjusted(44, 0, -40 if movable else -PAD_PX, 0), option)
        draw_line(painter, top, place.title, font=bold(option.font), colour=colours.text)
        parts = [place.kind, place.unit, self._length(place)]
        text = " · ".join(part for part in parts if part)
        draw_line(painter, below, text, font=smaller(option.font), colour=colours.muted)
        if movable:
            self._draw_grip(painter, card, colours)
        painter.restore()

    def _length(self, place: Place) -> str:
        return self.tr("{count} chars").format(count=f"{place.characters:,}")

    def _draw_grip(self, painter: QPainter, card: QRect, colours: Colours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted))
        left, middle = card.right() - 22, card.center().y()
        for column in (0, 5):
            for row in (-5, 0, 5):
                painter.drawEllipse(left + column, middle + row - 1, 2, 2)
