"""Encryption and locking of the open journal: how it stands, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from infodesk.gui.forms.ui_security_dialog import Ui_SecurityDialog
from infodesk.gui.office import Office


class SecurityDialog(QDialog):
    """Offers what fits the journal's state; each act closes it first.

    Signals:
        encrypt_wanted: turn encryption on.
        decrypt_wanted: turn it off.
        passphrase_wanted: have another passphrase.
        code_wanted: have another recovery code.
        backups_wanted: encrypt the backups that are still plain.
        remember_wanted: let the system's keyring open it, or no more; the dialog stays.
    """

    encrypt_wanted = Signal()
    decrypt_wanted = Signal()
    passphrase_wanted = Signal()
    code_wanted = Signal()
    backups_wanted = Signal()
    remember_wanted = Signal(bool)

    def __init__(
        self, office: Office, *, is_encrypted: bool, plain_backups: int, is_remembered: bool
    ) -> None:
        super().__init__()
        self._office = office
        self.ui = Ui_SecurityDialog()
        self.ui.setupUi(self)
        if is_encrypted:
            state = self.tr("The journal is encrypted")
            text = self.tr(
                "It opens with its passphrase, or with the recovery code in the safe. Its key "
                "file (ending in .keys) belongs beside it. Ctrl+L locks the window."
            )
        else:
            state = self.tr("The journal is not encrypted")
            text = self.tr(
                "Whoever has this disk, or a backup, can read what the journal holds. Encrypted, "
                "it opens with a passphrase or the recovery code only; where both are lost, "
                "nobody can open it."
            )
        self.ui.state_label.setText(state)
        self.ui.text_label.setText(text)
        self.ui.encrypt_button.setVisible(not is_encrypted)
        for widget in (
            self.ui.passphrase_button,
            self.ui.code_button,
            self.ui.decrypt_button,
            self.ui.idle_row,
            self.ui.remember_box,
        ):
            widget.setVisible(is_encrypted)
        self.ui.backups_frame.setVisible(plain_backups > 0)
        self.ui.backups_label.setText(
            self.tr("{count} older backups are still plain: anybody can read them.").format(
                count=plain_backups
            )
        )
        self.ui.problem_label.hide()
        self.ui.remember_box.setChecked(is_remembered)
        self.ui.remember_box.clicked.connect(self.remember_wanted)
        self.ui.idle_spin.setSuffix(self.tr(" minutes"))
        self.ui.idle_spin.setValue(office.idle_minutes)
        self.ui.idle_spin.valueChanged.connect(self._on_minutes_chosen)
        for button, wanted in (
            (self.ui.encrypt_button, self.encrypt_wanted),
            (self.ui.decrypt_button, self.decrypt_wanted),
            (self.ui.passphrase_button, self.passphrase_wanted),
            (self.ui.code_button, self.code_wanted),
            (self.ui.backups_button, self.backups_wanted),
        ):
            button.clicked.connect(self.accept)
            button.clicked.connect(wanted)
        self.ui.close_button.clicked.connect(self.accept)

    def complain(self, text: str) -> None:
        """Say why the keyring can't be used."""
        self.ui.problem_label.setText(text)
        self.ui.problem_label.show()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))
        self.ui.remember_box.setChecked(not self.ui.remember_box.isChecked())

    def _on_minutes_chosen(self, minutes: int) -> None:
        self._office.idle_minutes = minutes
