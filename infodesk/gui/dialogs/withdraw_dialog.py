"""Asks who withdraws a signed issue, and why; its number stays taken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from infodesk.core.errors import InfodeskError
from infodesk.gui.forms.ui_withdraw_dialog import Ui_WithdrawDialog
from infodesk.gui.messages import explain


class WithdrawDialog(QDialog):
    """Withdraws an issue; stays open and says why where that is refused.

    Args:
        heading: the issue's title and number.
        by: who is offered as the one who withdraws it.
        withdraw: does it, given who and why; raises an InfodeskError.
        language: ``zh`` or ``en``, of what it says when refused.
    """

    def __init__(
        self,
        *,
        heading: str,
        by: str,
        withdraw: Callable[[str, str], None],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._withdraw = withdraw
        self._language = language
        self.ui = Ui_WithdrawDialog()
        self.ui.setupUi(self)
        self.ui.heading_label.setText(heading)
        self.ui.by_edit.setText(by)
        self.ui.problem_label.hide()
        self.ui.by_edit.textChanged.connect(self._refresh)
        self.ui.reason_edit.textChanged.connect(self._refresh)
        self.ui.withdraw_button.clicked.connect(self._on_withdraw_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        if by:
            self.ui.reason_edit.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        named = bool(self.ui.by_edit.text().strip())
        because = bool(self.ui.reason_edit.toPlainText().strip())
        self.ui.withdraw_button.setEnabled(named and because)

    def _on_withdraw_clicked(self) -> None:
        try:
            self._withdraw(self.ui.by_edit.text(), self.ui.reason_edit.toPlainText())
        except InfodeskError as error:
            self.ui.problem_label.setText(explain(error, self._language))
            self.ui.problem_label.show()
        else:
            self.accept()
