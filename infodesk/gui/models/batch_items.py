"""Approved items to send: each can be ticked, and stays ticked while the list is narrowed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt, Signal

from infodesk.core.items import APPROVED_STATES, ItemFilter
from infodesk.gui.models.approved_items import ApprovedItemsModel, ApprovedRows
from infodesk.gui.models.item_list import Index


class BatchItemsModel(ApprovedItemsModel):
    """Approved items, newest first, with a tick each.

    Signals:
        ticked: something was ticked or unticked; how many are ticked now.
    """

    ticked = Signal(int)

    def __init__(
        self, items: ApprovedRows, chosen: Collection[str] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(items, parent)
        self._chosen = dict.fromkeys(chosen)

    def find(self, text: str, *, unsent: bool) -> None:
        """Narrow the list to what holds a text, and to what was not sent yet."""
        self.narrow(ItemFilter(states=APPROVED_STATES, text=text, unsent=unsent))

    def chosen(self) -> list[str]:
        """Return the UUIDs of what is ticked, in the order it was ticked."""
        return list(self._chosen)

    def ticks_sent(self) -> bool:
        """Say whether something ticked was sent before; asked of what is ticked alone."""
        return any(self._items.get(item).sent_at is not None for item in self._chosen)

    def toggle(self, index: Index) -> None:
        """Tick or untick a row."""
        row = self.row(index.row())
        if row is None:
            return
        if row.id in self._chosen:
            del self._chosen[row.id]
        else:
            self._chosen[row.id] = None
        self.dataChanged.emit(index, index)
        self.ticked.emit(len(self._chosen))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole:
            row = self.row(index.row())
            is_chosen = row is not None and row.id in self._chosen
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if value != self.data(index, role):
            self.toggle(index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index) & ~Qt.ItemFlag.ItemIsDragEnabled
        return usual | Qt.ItemFlag.ItemIsUserCheckable
