"""Two-line rows of anything that has a name, read a screenful at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from infodesk.gui.models.item_list import Index
from infodesk.gui.models.stretches import Stretches

Name = int | str

SCREENFUL = 40
"""Rows read at once: what a tall window shows."""

LINE_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Line:
    """How a row looks.

    Attributes:
        row: what it stands for.
        head: its first line.
        below: its second line.
        state: a word at the end of the second line.
        tone: name of the colour of that word in ``theme.Colours``.
    """

    row: object
    head: str
    below: str
    state: str = ""
    tone: str = "muted"

    @property
    def text(self) -> str:
        """Both lines, as they are read aloud."""
        return f"{self.head}\n" + " · ".join(filter(None, (self.below, self.state)))


class LinesModel(QAbstractListModel):
    """Knows the names of all rows, and reads the rows that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[Name] = ()
        self._read: Callable[[Sequence[Name]], Sequence[Line]] = lambda _names: ()
        self._lines = Stretches(self._stretch, SCREENFUL)

    def show(self, names: Sequence[Name], read: Callable[[Sequence[Name]], Sequence[Line]]) -> None:
        """Show other rows.

        Args:
            names: of all of them, in their order.
            read: returns the lines of some of them, in the order given.
        """
        self.beginResetModel()
        self._names, self._read = names, read
        self._lines.clear()
        self.endResetModel()

    def name(self, place: int) -> Name | None:
        """Return what a row is named by."""
        return self._names[place] if 0 <= place < len(self._names) else None

    def place_of(self, name: Name) -> int:
        """Return where a row stands, -1 where it does not."""
        return self._names.index(name) if name in self._names else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = 0) -> object:
        if role not in (LINE_ROLE, 0, int(Qt.ItemDataRole.AccessibleTextRole)):
            return None
        line = self._lines.at(index.row())
        return line if role == LINE_ROLE or line is None else line.text

    def _stretch(self, offset: int) -> Sequence[Line]:
        return self._read(self._names[offset : offset + SCREENFUL])
