"""The distribution list as a table: which way, to whom, how many copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infodesk.core.bulletins import Recipient

WAYS = ("报", "送", "发")
"""Up, across and down, in the order they are printed in."""

MOST_COPIES = 9999
WAY, NAME, COPIES = range(3)

Index = QModelIndex | QPersistentModelIndex


class DistributionModel(QAbstractTableModel):
    """Recipients that can be edited in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Recipient] = []

    def show(self, recipients: Sequence[Recipient]) -> None:
        """Show a list."""
        self.beginResetModel()
        self._lines = list(recipients)
        self.endResetModel()

    def recipients(self) -> tuple[Recipient, ...]:
        """Return the lines that name someone, 报 first, then 送, then 发."""
        named = [line for line in self._lines if line.name.strip()]
        order = {way: number for number, way in enumerate(WAYS)}
        return tuple(sorted(named, key=lambda line: order.get(line.way, len(order))))

    def copies(self) -> int:
        """Return the sum of the copies of the lines that name someone."""
        return sum(line.copies for line in self.recipients())

    def add(self) -> int:
        """Put an empty line at the end, as the last one goes; return its row."""
        row = len(self._lines)
        way = self._lines[-1].way if self._lines else WAYS[0]
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(Recipient(way, ""))
        self.endInsertRows()
        return row

    def remove(self, row: int) -> None:
        """Take a line out."""
        if 0 <= row < len(self._lines):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._lines[row]
            self.endRemoveRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == NAME:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Way"), self.tr("Recipient"), self.tr("Copies"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (line.way, line.name, line.copies)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != NAME:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._lines[index.row()]
        if index.column() == WAY:
            changed = replace(line, way=str(value))
        elif index.column() == NAME:
            changed = replace(line, name=" ".join(str(value).split()))
        else:
            changed = replace(line, copies=min(max(int(str(value)), 1), MOST_COPIES))
        self._lines[index.row()] = changed
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable
