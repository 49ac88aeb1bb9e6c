"""The line at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from infodesk.gui.status import Status
from infodesk.gui.stylesheet import set_role

if TYPE_CHECKING:
    from datetime import datetime


MOST_SHOWN = 22
"""Characters of an act that are named in the line; its tip has them all."""


def elided(words: str) -> str:
    """Return words cut to what the line has room for."""
    return words if len(words) <= MOST_SHOWN else f"{words[: MOST_SHOWN - 1]}…"


class Foot(QFrame):
    """Shows when the text was kept, what was just done, and the page's own figures."""

    _saved_at: datetime | None = None

    def __init__(self, status: Status) -> None:
        super().__init__()
        set_role(self, "status")
        self.setFixedHeight(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        self.saved_label, self.note_label, self.detail_label = QLabel(), QLabel(), QLabel()
        for label, name in (
            (self.saved_label, "saved_label"),
            (self.note_label, "note_label"),
            (self.detail_label, "detail_label"),
        ):
            label.setObjectName(name)
            set_role(label, "small")
        row.addWidget(self.saved_label)
        row.addWidget(self.note_label, 1)
        self.undo_button, self.redo_button = QToolButton(), QToolButton()
        for button, name in ((self.undo_button, "undo_button"), (self.redo_button, "redo_button")):
            button.setObjectName(name)
            set_role(button, "foot")
            button.hide()
            row.addWidget(button)
        row.addWidget(self.detail_label)
        status.saved.connect(self._on_saved)
        status.note.connect(self.note_label.setText)
        status.detail.connect(self.detail_label.setText)

    def offer_undo(self, undo: str, redo: str) -> None:
        """Offer to take back and to do again what the words say; empty for nothing."""
        for button, words, text in (
            (self.undo_button, undo, self.tr("Undo: {act}")),
            (self.redo_button, redo, self.tr("Redo: {act}")),
        ):
            button.setVisible(bool(words))
            button.setText(text.format(act=elided(words)))
            button.setToolTip(text.format(act=words))

    def clear(self) -> None:
        """Say nothing: no journal is open."""
        self._saved_at = None
        for label in (self.saved_label, self.note_label, self.detail_label):
            label.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # What was saved is asked first: the kinds of event load with the first question.
        if self._saved_at is not None and event.type() == QEvent.Type.LanguageChange:
            self._on_saved(self._saved_at)

    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self.saved_label.setText(self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}"))
