"""The line at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from infodesk.gui.status import Status
from infodesk.gui.stylesheet import set_role

if TYPE_CHECKING:
    from datetime import datetime


class Foot(QFrame):
    """Shows when the text was kept, what was just done, and the page's own figures."""

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
        row.addWidget(self.detail_label)
        self._saved_at: datetime | None = None
        status.saved.connect(self._on_saved)
        status.note.connect(self.note_label.setText)
        status.detail.connect(self.detail_label.setText)

    def clear(self) -> None:
        """Say nothing: no journal is open."""
        self._saved_at = None
        for label in (self.saved_label, self.note_label, self.detail_label):
            label.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._saved_at is not None:
            self._on_saved(self._saved_at)

    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self.saved_label.setText(self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}"))
