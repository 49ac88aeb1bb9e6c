"""The dialog of a bug: one sentence, where the report is, details to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from infodesk.gui.forms.ui_crash_dialog import Ui_CrashDialog


class CrashDialog(QDialog):
    """Says that something unexpected happened."""

    def __init__(self, path: Path, text: str) -> None:
        super().__init__()
        self.ui = Ui_CrashDialog()
        self.ui.setupUi(self)
        self.ui.path_label.setText(str(path))
        self.ui.details_edit.setPlainText(text)
        self.ui.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.ui.close_button.clicked.connect(self.accept)
