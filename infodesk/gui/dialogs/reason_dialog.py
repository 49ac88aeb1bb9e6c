"""An act that is recorded with who and why: hold, release, return, withdraw an approval."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from infodesk.gui.forms.ui_reason_dialog import Ui_ReasonDialog
from infodesk.gui.stylesheet import set_role


class ReasonDialog(QDialog):
    """Asks for a name and a reason; both are needed.

    Signals:
        given: name, reason.
    """

    given = Signal(str, str)

    def __init__(self, act: str, title: str, *, consequence: str, name: str) -> None:
        super().__init__()
        self.ui = Ui_ReasonDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(act)
        set_role(self.ui.title_label, "strong")
        set_role(self.ui.consequence_label, "muted")
        self.ui.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.title_label.setText(title)
        self.ui.consequence_label.setText(consequence)
        self.ui.accept_button.setText(act)
        self.ui.name_edit.setText(name)
        self.ui.name_edit.textChanged.connect(self._refresh)
        self.ui.reason_edit.textChanged.connect(self._refresh)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.accept_button.clicked.connect(self._on_accept_clicked)
        if name:
            self.ui.reason_edit.setFocus()
        self._refresh()

    def _answers(self) -> tuple[str, str]:
        return self.ui.name_edit.text().strip(), self.ui.reason_edit.toPlainText().strip()

    def _refresh(self) -> None:
        self.ui.accept_button.setEnabled(all(self._answers()))

    def _on_accept_clicked(self) -> None:
        answers = self._answers()
        self.accept()
        self.given.emit(*answers)
