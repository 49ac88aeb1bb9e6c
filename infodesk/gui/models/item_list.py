"""The list of items, read in stretches as it is scrolled: a million rows cost what sixty cost."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infodesk.core.items import ItemFilter, ItemRow

Index = QModelIndex | QPersistentModelIndex

STRETCH = 200
"""Rows read at once."""

KEPT = 20
"""Stretches that are remembered."""

ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class Rows(Protocol):
    """What the list asks of the item desk."""

    def rows(self, narrowed: ItemFilter, *, offset: int = 0, limit: int = 200) -> list[ItemRow]:
        """Return a stretch of the list."""
        ...

    def count(self, narrowed: ItemFilter) -> int:
        """Return how many rows there are."""
        ...


class ItemListModel(QAbstractListModel):
    """The rows a filter leaves, newest first."""

    def __init__(self, desk: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._narrowed = ItemFilter()
        self._count = 0
        self._stretches: OrderedDict[int, list[ItemRow]] = OrderedDict()

    @property
    def narrowed(self) -> ItemFilter:
        """What the list is narrowed to."""
        return self._narrowed

    def narrow(self, narrowed: ItemFilter) -> None:
        """Show what a filter leaves; also used to read everything anew."""
        self.beginResetModel()
        self._narrowed = narrowed
        self._stretches.clear()
        self._count = self._desk.count(narrowed)
        self.endResetModel()

    def row(self, place: int) -> ItemRow | None:
        """Return a row by its place; None where it went meanwhile."""
        number, within = divmod(place, STRETCH)
        stretch = self._stretches.get(number)
        if stretch is None:
            stretch = self._desk.rows(self._narrowed, offset=number * STRETCH, limit=STRETCH)
            self._stretches[number] = stretch
            while len(self._stretches) > KEPT:
                self._stretches.popitem(last=False)
        else:
            self._stretches.move_to_end(number)
        return stretch[within] if within < len(stretch) else None

    def place_of(self, item_id: str) -> int:
        """Return where an item stands among the rows read so far, -1 where it does not."""
        for number, stretch in self._stretches.items():
            for within, row in enumerate(stretch):
                if row.id == item_id:
                    return number * STRETCH + within
        return -1

    def renew(self, item_id: str) -> None:
        """Read the stretch of an item anew; other rows stay where they are."""
        place = self.place_of(item_id)
        if place < 0:
            return
        del self._stretches[place // STRETCH]
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if role == ROW_ROLE or row is None:
            return row
        return row.title
