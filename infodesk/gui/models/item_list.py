"""The list of items, read in stretches as it is scrolled: a million rows cost what sixty cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infodesk.core.items import Item, ItemFilter, ItemRow
from infodesk.core.search import Passage, Query, parse, passage
from infodesk.gui.models.stretches import Stretches

Index = QModelIndex | QPersistentModelIndex

STRETCH = 200
"""Rows read at once."""

SHOWN = 30
"""Characters of a text that a row shows."""

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
PASSAGES_ROLE = ROW_ROLE + 1
"""Title and a stretch of the text with what was searched marked in them; None without a search."""

_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

Passages = tuple[Passage, Passage]


class Rows(Protocol):
    """What the list asks of the item desk."""

    def rows(self, narrowed: ItemFilter, *, offset: int = 0, limit: int = 200) -> list[ItemRow]:
        """Return a stretch of the list."""
        ...

    def rows_of(self, serials: Sequence[int]) -> list[ItemRow]:
        """Return the rows of items by their numbers."""
        ...

    def count(self, narrowed: ItemFilter) -> int:
        """Return how many rows there are."""
        ...

    def place(self, narrowed: ItemFilter, item: str) -> int:
        """Return where an item stands, -1 where that takes a walk through the list."""
        ...

    def get(self, item: str) -> Item:
        """Return an item with its text."""
        ...


class ItemListModel(QAbstractListModel):
    """The rows a filter leaves, in its order."""

    def __init__(self, desk: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._narrowed = ItemFilter()
        self._count = 0
        self._found: Sequence[int] | None = None
        self._query = Query(())
        self._stretches = Stretches(self._read, STRETCH)
        self._passages: dict[str, Passages] = {}

    @property
    def narrowed(self) -> ItemFilter:
        """What the list is narrowed to."""
        return self._narrowed

    @property
    def query(self) -> Query:
        """What is searched; empty where nothing is."""
        return self._query

    def narrow(self, narrowed: ItemFilter, found: Sequence[int] | None = None) -> None:
        """Show what a filter leaves; also used to read everything anew.

        Args:
            narrowed: the filter.
            found: numbers of the items it leaves, where they were looked up already.
        """
        self.beginResetModel()
        self._narrowed = narrowed
        self._found = found
        self._query = parse(narrowed.text)
        self._stretches.clear()
        self._passages.clear()
        self._count = self._desk.count(narrowed) if found is None else len(found)
        self.endResetModel()

    def know(self, numbers: Sequence[int]) -> None:
        """Take the numbers of all rows, looked up meanwhile: no stretch is far from then on."""
        if len(numbers) == self._count:
            self._found = numbers

    def row(self, place: int) -> ItemRow | None:
        """Return a row by its place; None where it went meanwhile."""
        return self._stretches.at(place)

    def place_of(self, item_id: str) -> int:
        """Return where an item stands, -1 where it does not or is too far to be looked for."""
        place = self._stretches.place_of(lambda row: row.id == item_id)
        return place if place >= 0 else self._desk.place(self._narrowed, item_id)

    def renew(self, item_id: str) -> None:
        """Read the stretch of an item anew; other rows stay where they are."""
        place = self.place_of(item_id)
        if place < 0:
            return
        self._stretches.forget(place)
        self._passages.pop(item_id, None)
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = 0) -> object:
        # A repaint asks a hundred times: comparing with Qt's enumeration would double its time.
        if role == ROW_ROLE:
            return self.row(index.row())
        if role == PASSAGES_ROLE:
            return self._passages_at(index.row()) if self._query else None
        if role and role != _SPOKEN:
            return None
        row = self.row(index.row())
        return None if row is None else row.title

    def _read(self, offset: int) -> list[ItemRow]:
        if self._found is not None:
            return self._desk.rows_of(self._found[offset : offset + STRETCH])
        return self._desk.rows(self._narrowed, offset=offset, limit=STRETCH)

    def _passages_at(self, place: int) -> Passages | None:
        row = self.row(place)
        if row is None:
            return None
        if row.id not in self._passages:
            text = self._desk.get(row.id).content.body
            title = Passage(row.title, tuple(self._query.spans(row.title)))
            self._passages[row.id] = title, passage(text, self._query, length=SHOWN)
        return self._passages[row.id]
