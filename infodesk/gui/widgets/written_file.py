"""Says that a file was written, and opens it or its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from infodesk.gui.stylesheet import set_role


class WrittenFile(QWidget):
    """What was written where, what the clerk must know about it, and two buttons.

    Signals:
        open_asked: the path the desktop is to open, the file or its folder.
    """

    open_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.name_label = QLabel(self)
        self.name_label.setObjectName("written_name_label")
        self.name_label.setWordWrap(True)
        set_role(self.name_label, "brand")
        self.folder_label = QLabel(self)
        self.folder_label.setObjectName("written_folder_label")
        self.folder_label.setWordWrap(True)
        set_role(self.folder_label, "muted")
        self.notes_label = QLabel(self)
        self.notes_label.setObjectName("written_notes_label")
        self.notes_label.setWordWrap(True)
        self.open_folder_button = QPushButton(self.tr("Open the folder"), self)
        self.open_folder_button.setObjectName("open_folder_button")
        self.open_file_button = QPushButton(self.tr("Open the file"), self)
        self.open_file_button.setObjectName("open_file_button")
        for button in (self.open_folder_button, self.open_file_button):
            button.setAutoDefault(False)
        self.open_folder_button.clicked.connect(lambda: self.open_asked.emit(self._path.parent))
        self.open_file_button.clicked.connect(lambda: self.open_asked.emit(self._path))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open_folder_button)
        row.addWidget(self.open_file_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name_label)
        column.addWidget(self.folder_label)
        column.addWidget(self.notes_label)
        column.addSpacing(4)
        column.addLayout(row)

    def tell(self, path: Path, notes: Sequence[str] = (), *, can_open: bool = True) -> None:
        """Say that a file was written.

        Args:
            path: the file.
            notes: sentences to read before the file is passed on.
            can_open: whether a program of the desktop opens such files.
        """
        self._path = path
        self.name_label.setText(self.tr("Written: {name}").format(name=path.name))
        self.folder_label.setText(str(path.parent))
        self.notes_label.setText("\n".join(notes))
        self.notes_label.setVisible(bool(notes))
        self.open_file_button.setVisible(can_open)
        self.open_folder_button.setFocus()
