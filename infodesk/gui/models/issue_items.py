"""The items of an issue in order: dropped in, moved, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from infodesk.gui.models.item_mime import ITEMS_MIME, carried, carry

PLACE_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """One item of the issue as its card shows it."""

    item_id: str
    title: str
    kind: str
    unit: str
    characters: int


class IssueItemsModel(QAbstractListModel):
    """Places of an issue. It asks for a new order and shows what the journal then says.

    Signals:
        order_asked: the UUIDs in the order wanted, and the UUID to select afterwards.
    """

    order_asked = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self._is_open = False

    @property
    def places(self) -> tuple[Place, ...]:
        """What is shown, in order."""
        return self._places

    @property
    def order(self) -> list[str]:
        """The items' UUIDs in order."""
        return [place.item_id for place in self._places]

    @property
    def is_open(self) -> bool:
        """Whether the order may be changed."""
        return self._is_open

    def show(self, places: Sequence[Place], *, is_open: bool) -> None:
        """Show the places of an issue."""
        self.beginResetModel()
        self._places = tuple(places)
        self._is_open = is_open
        self.endResetModel()

    def insert(self, item_ids: Sequence[str], at: int | None = None) -> bool:
        """Ask for items to be put in before a row, or at the end; items already in are moved."""
        if not self._is_open or not item_ids:
            return False
        row = len(self._places) if at is None or at < 0 else min(at, len(self._places))
        coming = list(dict.fromkeys(item_ids))
        before = [item for item in self.order[:row] if item not in coming]
        after = [item for item in self.order[row:] if item not in coming]
        wanted = before + coming + after
        if wanted == self.order:
            return False
        self.order_asked.emit(wanted, coming[0])
        return True

    def move(self, row: int, by: int) -> bool:
        """Ask for the item of a row to be moved up (negative) or down."""
        to = row + by
        if not self._is_open or not (0 <= row < len(self._places) and 0 <= to < len(self._places)):
            return False
        wanted = self.order
        moved = wanted.pop(row)
        wanted.insert(to, moved)
        self.order_asked.emit(wanted, moved)
        return True

    def take_out(self, row: int) -> bool:
        """Ask for the item of a row to be taken out of the issue."""
        if not self._is_open or not 0 <= row < len(self._places):
            return False
        wanted = self.order
        del wanted[row]
        near = wanted[min(row, len(wanted) - 1)] if wanted else ""
        self.order_asked.emit(wanted, near)
        return True

    def row_of(self, item_id: str) -> int:
        """Return the row of an item, -1 where it is not in the issue."""
        return self.order.index(item_id) if item_id in self.order else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self._places[index.row()]
        if not role:
            return place.title
        if role == PLACE_ROLE:
            return place
        if role == Qt.ItemDataRole.ToolTipRole:
            return place.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1} {place.title} {place.kind} {place.unit}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._is_open:
            return usual
        if index.isValid():
            return usual | Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [ITEMS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return carry([self._places[row].item_id for row in sorted({i.row() for i in indexes})])

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return self._is_open and bool(carried(data))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        at = parent.row() if parent.isValid() else row
        return self.insert(carried(data), at)
