"""The progress of long work, with a button to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from infodesk.gui.forms.ui_progress_dialog import Ui_ProgressDialog
from infodesk.gui.tasks import Task


class ProgressDialog(QDialog):
    """Follows a task, closes with it, and stops it when closed before."""

    def __init__(self, title: str, text: str, task: Task) -> None:
        super().__init__()
        self._text = text
        self.ui = Ui_ProgressDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.text_label.setText(text)
        self.ui.progress_bar.setRange(0, 0)
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self.accept)
        self.rejected.connect(task.cancel)
        self.ui.stop_button.clicked.connect(self.reject)

    def _on_progressed(self, done: int, total: int) -> None:
        self.ui.progress_bar.setRange(0, total)
        self.ui.progress_bar.setValue(done)
        self.ui.text_label.setText(f"{self._text} {done}/{total}")
