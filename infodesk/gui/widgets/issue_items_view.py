"""The issue's items as cards, and the place below them to drop more; everything also by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QWidget

from infodesk.gui.models.issue_items import IssueItemsModel
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.item_cards import GAP_PX, IssueCardDelegate

ZONE_PX = 46


class IssueItemsView(QListView):
    """Cards in order.

    Signals:
        open_asked: the clerk wants to see an item; its UUID.
    """

    open_asked = Signal(str)

    def __init__(self, model: IssueItemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issue = model
        self._drop_row = -1
        self.setObjectName("issue_items_view")
        self.setModel(model)
        self.setItemDelegate(IssueCardDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        set_role(self, "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(self.tr("Items of the issue in order"))
        self.setToolTip(
            self.tr("Alt+Up and Alt+Down move an item, Delete takes it out of the issue.")
        )
        model.modelReset.connect(self._fit_height)
        self._fit_height()

    def select(self, item_id: str) -> None:
        """Make an item the current one."""
        row = self._issue.row_of(item_id)
        if row >= 0:
            self.setCurrentIndex(self._issue.index(row))

    def row_at(self, point: QPoint) -> int:
        """Return the row before which something dropped at a point of the viewport goes."""
        for row in range(self._issue.rowCount()):
            if point.y() < self.visualRect(self._issue.index(row)).center().y():
                return row
        return self._issue.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._issue.move(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._issue.take_out(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.open_asked.emit(self._issue.places[row].item_id)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(-1)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        # Qt's own list would move rows by itself; here the journal decides and the model follows.
        row = self.row_at(event.position().toPoint())
        self._show_drop(-1)
        action = event.proposedAction()
        if self._issue.canDropMimeData(event.mimeData(), action, row, 0, QModelIndex()):
            self._issue.dropMimeData(event.mimeData(), action, row, 0, QModelIndex())
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_row >= 0:
            self._paint_drop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_height()

    def _follow(self, event: QDragMoveEvent) -> None:
        row = self.row_at(event.position().toPoint())
        action = event.proposedAction()
        if self._issue.canDropMimeData(event.mimeData(), action, row, 0, QModelIndex()):
            self._show_drop(row)
            event.acceptProposedAction()
        else:
            event.ignore()

    def _show_drop(self, row: int) -> None:
        self._drop_row = row
        self.viewport().update()

    def _fit_height(self) -> None:
        # As tall as its cards, so that the drop zone stands right below the last one.
        self.setMaximumHeight(self._bottom())

    def _bottom(self) -> int:
        count = self._issue.rowCount()
        return count * self.sizeHintForRow(0) if count else 0

    def _paint_drop(self) -> None:
        count = self._issue.rowCount()
        if self._drop_row < count:
            y = self.visualRect(self._issue.index(self._drop_row)).top() - GAP_PX // 2
        else:
            y = self.visualRect(self._issue.index(count - 1)).bottom() - GAP_PX // 2 if count else 0
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours_of(self).primary), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        y = max(y, 2)
        painter.drawLine(3, y, self.viewport().width() - 4, y)
        painter.end()


class ItemsDropZone(QLabel):
    """The place below the cards: whatever is dropped here goes to the end of the issue."""

    def __init__(self, model: IssueItemsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issue = model
        self.setObjectName("items_drop_zone")
        self.setAcceptDrops(True)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(ZONE_PX)
        set_role(self, "drop")
        self.setText(self.tr("Drop approved items here, or press Enter to add the chosen one"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        end = self._issue.rowCount()
        action = event.proposedAction()
        if self._issue.canDropMimeData(event.mimeData(), action, end, 0, QModelIndex()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        end = self._issue.rowCount()
        self._issue.dropMimeData(event.mimeData(), event.proposedAction(), end, 0, QModelIndex())
        event.acceptProposedAction()
