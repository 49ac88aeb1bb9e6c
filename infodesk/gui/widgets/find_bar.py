"""The bar that finds a text in an item and replaces it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton

from infodesk.gui.stylesheet import set_role
from infodesk.gui.widgets.growing_edit import GrowingEdit, Mark, points_before


class Hit(NamedTuple):
    """A place where the text stands: number of its box, and code points in it."""

    box: int
    start: int
    end: int


class FindBar(QFrame):
    """Finds in every box of the sheet; what it replaces can be undone in its box.

    Signals:
        changed: other places are marked.
        closed: the bar is put away.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, edits: Callable[[], Sequence[GrowingEdit]]) -> None:
        super().__init__()
        self._edits = edits
        self._last: GrowingEdit | None = None
        set_role(self, "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(6)
        self.find_edit = self._line("find_edit", self.tr("Find"))
        self.replace_edit = self._line("replace_edit", self.tr("Replace with"))
        self.count_label = QLabel()
        self.count_label.setObjectName("find_count_label")
        set_role(self.count_label, "small")
        self.next_button = QPushButton(self.tr("Next"))
        self.replace_button = QPushButton(self.tr("Replace"))
        self.all_button = QPushButton(self.tr("Replace all"))
        self.close_button = QToolButton()
        self.close_button.setText("×")
        self.close_button.setAccessibleName(self.tr("Close"))
        row.addWidget(self.find_edit, 2)
        row.addWidget(self.replace_edit, 2)
        row.addWidget(self.count_label)
        for button, name, act in (
            (self.next_button, "find_next_button", self.go_on),
            (self.replace_button, "replace_button", self.replace),
            (self.all_button, "replace_all_button", self.replace_all),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        self.close_button.clicked.connect(self.put_away)
        row.addWidget(self.close_button)
        self.find_edit.textChanged.connect(self.renew)
        self.find_edit.returnPressed.connect(self.go_on)
        self.replace_edit.returnPressed.connect(self.replace)
        self.hide()

    def take(self, text: str, *, editable: bool) -> None:
        """Show the bar and find a text; replacing is offered where the item may be changed."""
        for widget in (self.replace_edit, self.replace_button, self.all_button):
            widget.setVisible(editable)
        self.show()
        if text:
            self.find_edit.setText(text)
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()
        self.renew()

    def put_away(self) -> None:
        """Hide the bar; nothing is marked any more."""
        self.hide()
        self.changed.emit()
        self.closed.emit()

    def renew(self) -> None:
        """Count anew."""
        count = sum(1 for _ in self._hits())
        wanted = self.find_edit.text()
        words = self.tr("{count} found") if count else self.tr("not found")
        self.count_label.setText(words.format(count=count) if wanted else "")
        for button in (self.next_button, self.replace_button, self.all_button):
            button.setEnabled(bool(count))
        self.changed.emit()

    def marks(self, edit: GrowingEdit, ground: str) -> list[Mark]:
        """Return the marks of what was found in a box."""
        if self.isHidden():
            return []
        edits = self._edits()
        return [
            Mark(hit.start, hit.end, ground=ground)
            for hit in self._hits()
            if edits[hit.box] is edit
        ]

    def go_on(self) -> None:
        """Select the next place after the cursor, from the start again after the last."""
        hits = list(self._hits())
        if not hits:
            return
        here = self._here()
        self._select(next((hit for hit in hits if (hit.box, hit.start) >= here), hits[0]))

    def replace(self) -> None:
        """Replace the place that is selected, and select the next one."""
        for edit in self._edits():
            cursor = edit.textCursor()
            if cursor.hasSelection() and cursor.selectedText() == self.find_edit.text():
                cursor.insertText(self.replace_edit.text())
                self._last = edit
                edit.setTextCursor(cursor)
                break
        self.go_on()
        self.renew()

    def replace_all(self) -> None:
        """Replace every place; each box undoes its own in one step."""
        hits = list(self._hits())
        edits = self._edits()
        instead = self.replace_edit.text()
        for number in {hit.box for hit in hits}:
            edits[number].replace(
                (hit.start, hit.end, instead) for hit in hits if hit.box == number
            )
        self.renew()
        if hits:
            self.count_label.setText(self.tr("{count} replaced").format(count=len(hits)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _line(self, name: str, words: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setPlaceholderText(words)
        edit.setAccessibleName(words)
        edit.setMinimumWidth(90)
        return edit

    def _hits(self) -> Iterator[Hit]:
        wanted = self.find_edit.text()
        if not wanted:
            return
        for number, edit in enumerate(self._edits()):
            text = edit.text()
            start = text.find(wanted)
            while start >= 0:
                yield Hit(number, start, start + len(wanted))
                start = text.find(wanted, start + len(wanted))

    def _here(self) -> tuple[int, int]:
        """Return the box and offset after which the next place is looked for."""
        for number, edit in enumerate(self._edits()):
            if edit is self._last:
                text = edit.text()
                cursor = edit.textCursor()
                return number, points_before(text, cursor.selectionEnd())
        return 0, 0

    def _select(self, hit: Hit) -> None:
        edit = self._edits()[hit.box]
        self._last = edit
        focus = self.focusWidget()
        edit.go_to(hit.start, hit.end)
        # The bar keeps the keyboard, so that Enter goes on.
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
