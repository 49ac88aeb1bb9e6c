"""Asks for a new passphrase, and for the present one where there is one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit

from infodesk.gui.forms.ui_passphrase_dialog import Ui_PassphraseDialog
from infodesk.gui.stylesheet import set_role
from infodesk.storage.key_slots import SHORTEST_PASSPHRASE


class PassphraseDialog(QDialog):
    """Takes a passphrase that was typed twice alike; the caller answers with accept or complain.

    Signals:
        given: the present secret, empty where none was asked for, and the new passphrase.
    """

    given = Signal(str, str)

    def __init__(self, title: str, text: str, act: str, *, asks_current: bool) -> None:
        super().__init__()
        self.ui = Ui_PassphraseDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        set_role(self.ui.text_label, "muted")
        set_role(self.ui.problem_label, "must")
        self.ui.text_label.setText(text)
        self.ui.accept_button.setText(act)
        self._asks_current = asks_current
        if not asks_current:
            self.ui.form.removeRow(0)
        self._edits = [self.ui.new_edit, self.ui.again_edit]
        if asks_current:
            self._edits.insert(0, self.ui.current_edit)
        for edit in self._edits:
            edit.textChanged.connect(self._refresh)
        self.ui.show_box.toggled.connect(self._on_show_toggled)
        self.ui.accept_button.clicked.connect(self._on_accept_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self._on_show_toggled(is_shown=False)
        self._refresh()

    def complain(self, text: str) -> None:
        """Say why it was not taken; what was typed stays."""
        self.ui.problem_label.setText(text)

    def _on_show_toggled(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for edit in self._edits:
            edit.setEchoMode(mode)

    def _refresh(self) -> None:
        new, again = self.ui.new_edit.text(), self.ui.again_edit.text()
        is_long = len(new.strip()) >= SHORTEST_PASSPHRASE
        if new and not is_long:
            told = self.tr("At least {least} characters.").format(least=SHORTEST_PASSPHRASE)
        elif again and not new.startswith(again):
            told = self.tr("The two are not alike.")
        else:
            told = ""
        self.ui.problem_label.setText(told)
        complete = all(edit.text() for edit in self._edits)
        self.ui.accept_button.setEnabled(complete and is_long and new == again)

    def _on_accept_clicked(self) -> None:
        current = self.ui.current_edit.text() if self._asks_current else ""
        self.given.emit(current, self.ui.new_edit.text())
