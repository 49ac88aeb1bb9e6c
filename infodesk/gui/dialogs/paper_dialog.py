"""Asks what the paper bears already, before an issue is printed on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from infodesk.core.printed_paper import PrintedPaper
from infodesk.gui.forms.ui_paper_dialog import Ui_PaperDialog


class PaperDialog(QDialog):
    """The paper to print on.

    Signals:
        chosen: the PrintedPaper, or None for blank sheets.
    """

    chosen = Signal(object)

    def __init__(self, paper: PrintedPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperDialog()
        self.ui.setupUi(self)
        self.ui.paper_edit.show_paper(paper, is_printed=True)
        self.ui.print_button.clicked.connect(self._on_print_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)

    def _on_print_clicked(self) -> None:
        paper = self.ui.paper_edit.paper()
        self.accept()
        self.chosen.emit(paper)
