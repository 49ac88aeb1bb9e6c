"""The list an issue is composed from: rows that can be dragged, and who approved each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from infodesk.core.items import APPROVED_STATES, Approval, ItemFilter, ItemRow
from infodesk.gui.models.item_list import Index, ItemListModel, Rows
from infodesk.gui.models.item_mime import ITEMS_MIME, carry

APPROVER_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class ApprovedRows(Rows, Protocol):
    """What the list asks of the item desk."""

    def approval(self, item: str) -> Approval | None:
        """Return the approval an item rests on."""
        ...


class Scope(IntEnum):
    """What the list is narrowed to, in the order of its chips."""

    UNUSED = 0
    APPROVED = 1
    ALL = 2


_FILTERS = {
    Scope.UNUSED: ItemFilter(states=APPROVED_STATES, unused=True),
    Scope.APPROVED: ItemFilter(states=APPROVED_STATES),
    Scope.ALL: ItemFilter(),
}


class ApprovedItemsModel(ItemListModel):
    """Rows of items, newest first, that can be dragged into an issue."""

    def __init__(self, items: ApprovedRows, parent: QObject | None = None) -> None:
        super().__init__(items, parent)
        self._items = items
        self._approvers: dict[str, str] = {}
        self.scope = Scope.UNUSED

    def show(self, scope: Scope, text: str = "") -> None:
        """Read the list anew, narrowed to a scope and to what holds a text."""
        self.scope = scope
        self._approvers.clear()
        self.narrow(replace(_FILTERS[scope], text=text))

    def ids(self, rows: Sequence[int]) -> list[str]:
        """Return the UUIDs of rows, in the order shown."""
        found = [self.row(row) for row in sorted(set(rows))]
        return [row.id for row in found if row is not None]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == APPROVER_ROLE:
            row = self.row(index.row())
            return "" if row is None else self._approver(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return super().data(index)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        return [ITEMS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return carry(self.ids([index.row() for index in indexes]))

    def _approver(self, row: ItemRow) -> str:
        if row.state not in APPROVED_STATES:
            return ""
        if row.id not in self._approvers:
            approval = self._items.approval(row.id)
            self._approvers[row.id] = approval.by if approval else ""
        return self._approvers[row.id]
