"""What a batch would bring, as a table: title, unit, what it is to our journal, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infodesk import messages
from infodesk.core.batches import BatchItem, EntryStatus
from infodesk.exchange.incoming import ImportEntry
from infodesk.gui.messages import term

STATUS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
STATUS, TITLE, UNIT, REMARKS = range(4)

Index = QModelIndex | QPersistentModelIndex


class ImportPlanModel(QAbstractTableModel):
    """The entries of a plan in the order of the batch."""

    def __init__(
        self, entries: Sequence[ImportEntry], *, language: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._language = language

    def count_of(self, status: EntryStatus) -> int:
        """Return how many entries have a status."""
        return sum(entry.status is status for entry in self._entries)

    def summary(self) -> str:
        """Return how many there are of each, in words."""
        counted = Counter(entry.status for entry in self._entries)
        parts = [
            f"{term(f'entry-{status.value}', self._language)} {counted[status]}"
            for status in EntryStatus
            if counted[status]
        ]
        return "，".join(parts) if self._language == "zh" else ", ".join(parts)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("State"), self.tr("Title"), self.tr("Unit"), self.tr("Remarks"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if not role:
            return self._text(entry, index.column())
        if role == STATUS_ROLE:
            return entry.status
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(entry, index.column())
        return None

    def _text(self, entry: ImportEntry, column: int) -> str:
        if column == STATUS:
            return term(f"entry-{entry.status.value}", self._language)
        if column == TITLE:
            return entry.item.title or self.tr("(line {line})").format(line=entry.place)
        if column == UNIT:
            return entry.item.unit if isinstance(entry.item, BatchItem) else ""
        if entry.because is not None:
            return messages.say("batch", entry.because.value, self._language)
        return messages.flag_words(entry.flags, self._language)
