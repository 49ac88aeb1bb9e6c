"""The fields of items, each with a button that copies it: for another system's form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.paper_set import PaperItem, fields_of
from infodesk.gui.stylesheet import set_role

BODY_ROWS = 8
"""Lines of a long field that are in sight."""

ONE_LINE = 40
"""Characters that surely fit one line."""


class FieldsDialog(QDialog):
    """One item at a time, its fields from above."""

    def __init__(self, items: Sequence[PaperItem]) -> None:
        super().__init__()
        self._items = items
        self.setObjectName("fields_dialog")
        self.setWindowTitle(self.tr("Copy field by field"))
        self.resize(720, 560)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 14)
        self.item_combo = QComboBox()
        self.item_combo.setObjectName("item_combo")
        self.item_combo.setAccessibleName(self.tr("Item"))
        for number, entry in enumerate(items, 1):
            self.item_combo.addItem(f"{number}. {entry.content.title}")
        self.item_combo.currentIndexChanged.connect(self._show)
        rows.addWidget(self.item_combo)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        rows.addWidget(self._area, 1)
        self.note_label = QLabel()
        self.note_label.setObjectName("copied_label")
        set_role(self.note_label, "muted")
        rows.addWidget(self.note_label)
        self._show(0)

    def _show(self, place: int) -> None:
        sheet = QWidget()
        set_role(sheet, "plain")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 8, 0, 8)
        for row, (name, value) in enumerate(fields_of(self._items[place])):
            label = QLabel(name)
            set_role(label, "muted")
            text = QPlainTextEdit(value)
            text.setReadOnly(True)
            text.setAccessibleName(name)
            is_long = "\n" in value or len(value) > ONE_LINE
            if not is_long:
                text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            lines = BODY_ROWS if is_long else 1
            text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + 20)
            button = QPushButton(self.tr("Copy"))
            button.setObjectName(f"copy_{row}_button")
            button.setAccessibleName(self.tr("Copy: {field}").format(field=name))
            button.clicked.connect(partial(self._copy, name, value))
            grid.addWidget(label, row, 0)
            grid.addWidget(text, row, 1)
            grid.addWidget(button, row, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(sheet)
        self.note_label.clear()

    def _copy(self, name: str, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self.note_label.setText(self.tr("Copied: {field}").format(field=name))
