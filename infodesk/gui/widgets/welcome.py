"""The empty page: it invites to write, to open a text, or to drop one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infodesk.gui.icons import icon
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of


class Welcome(QWidget):
    """Two large buttons.

    Signals:
        new_wanted: write an item.
        open_wanted: open files.
    """

    new_wanted = Signal()
    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.addStretch(2)
        heading = QLabel(self.tr("Write the first item"))
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(heading, "heading")
        rows.addWidget(heading)
        hint = QLabel(self.tr("infodesk shows what a report still lacks, while you write."))
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(hint, "muted")
        rows.addWidget(hint)
        rows.addSpacing(24)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        self.new_button = QPushButton(self.tr("Write an item"))
        self.new_button.setObjectName("welcome_new_button")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button = QPushButton(self.tr("Open a file"))
        self.open_button.setObjectName("welcome_open_button")
        self.open_button.clicked.connect(self.open_wanted)
        for button in (self.new_button, self.open_button):
            set_role(button, "large")
            button.setIconSize(QSize(24, 24))
            row.addWidget(button)
        row.addStretch(1)
        rows.addLayout(row)
        rows.addSpacing(24)
        drop = QFrame()
        set_role(drop, "drop")
        drop.setFixedSize(420, 72)
        inside = QVBoxLayout(drop)
        words = QLabel(self.tr("or drop Word, WPS or text files here"))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(words, "muted")
        inside.addWidget(words)
        rows.addWidget(drop, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self._recolour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        colours = colours_of(self)
        self.new_button.setIcon(icon("sign", colours.primary, size=24))
        self.open_button.setIcon(icon("folder", colours.primary, size=24))
