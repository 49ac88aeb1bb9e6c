"""Items that hold personal data: it is masked in the file unless an item is ticked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from infodesk.gui.models.item_list import Index
from infodesk.proofs import Personal

PERSONAL_ROLE = int(Qt.ItemDataRole.UserRole)


class PersonalItemsModel(QAbstractListModel):
    """A row for each item; a tick lets its personal data go as it stands, and is off at first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Personal] = []
        self._kept: set[str] = set()

    def retain(self, chosen: Collection[str]) -> None:
        """Drop the rows, and with them the ticks, of items that are chosen no more."""
        for place in reversed(range(len(self._rows))):
            if self._rows[place].item not in chosen:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._kept.discard(self._rows.pop(place).item)
                self.endRemoveRows()

    def add(self, rows: Sequence[Personal]) -> None:
        """Show further items."""
        if rows:
            count = len(self._rows)
            self.beginInsertRows(QModelIndex(), count, count + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def kept(self) -> tuple[str, ...]:
        """Return the UUIDs of what is ticked."""
        return tuple(row.item for row in self._rows if row.item in self._kept)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        is_kept = row.item in self._kept
        if role == PERSONAL_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_kept else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("goes as it stands") if is_kept else self.tr("masked")
            return "\n".join((row.title, *row.masks, state))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join((row.title, *row.masks))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        item = self._rows[index.row()].item
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._kept.add(item)
        else:
            self._kept.discard(item)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable
