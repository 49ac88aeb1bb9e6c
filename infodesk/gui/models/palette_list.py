"""The lines of the palette: commands, items, issues, units, each under its heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infodesk.core.search import Passage

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        heading: what kind of thing it is.
        icon: name of the drawing before it.
        title: its name, with what was typed marked.
        act: does it, or shows it.
        aside: at the right end: a shortcut, a unit, a day.
        below: a stretch of the text that shows what was typed, where the title does not.
        begins: whether the heading stands above it.
    """

    heading: str
    icon: str
    title: Passage
    act: Callable[[], object]
    aside: str = ""
    below: Passage | None = None
    begins: bool = False


class PaletteList(QAbstractListModel):
    """Holds the lines of one answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, place: int) -> Line | None:
        """Return a line by its place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.heading} {line.title.text} {line.aside}"
        return None
