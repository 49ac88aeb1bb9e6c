"""Asks who signed an issue and on which day; the journal then gives the number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QWidget

from infodesk.core.errors import InfodeskError
from infodesk.gui.forms.ui_sign_dialog import Ui_SignDialog
from infodesk.gui.messages import explain


class SignDialog(QDialog):
    """Signs an issue; stays open and says why where that is refused.

    Args:
        heading: the number the issue is going to get.
        signer: who signed last, offered again.
        on: the day offered.
        sign: does it; raises an InfodeskError.
        language: ``zh`` or ``en``, of what it says when refused.
    """

    def __init__(
        self,
        *,
        heading: str,
        signer: str,
        on: date,
        sign: Callable[[str, date], None],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = sign
        self._language = language
        self.ui = Ui_SignDialog()
        self.ui.setupUi(self)
        self.ui.heading_label.setText(heading)
        self.ui.signer_edit.setText(signer)
        self.ui.date_edit.setDisplayFormat(self.tr("yyyy-MM-dd"))
        self.ui.date_edit.setDate(QDate(on.year, on.month, on.day))
        self.ui.problem_label.hide()
        self.ui.signer_edit.textChanged.connect(self._refresh)
        self.ui.sign_button.clicked.connect(self._on_sign_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.signer_edit.selectAll()
        self._refresh()

    def _refresh(self) -> None:
        self.ui.sign_button.setEnabled(bool(self.ui.signer_edit.text().strip()))

    def _on_sign_clicked(self) -> None:
        day = self.ui.date_edit.date()
        try:
            self._sign(self.ui.signer_edit.text(), date(day.year(), day.month(), day.day()))
        except InfodeskError as error:
            self.ui.problem_label.setText(explain(error, self._language))
            self.ui.problem_label.show()
        else:
            self.accept()
