"""Makes a station known whose fingerprint was compared with the stamped paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from infodesk.core.batches import Party
from infodesk.core.errors import InfodeskError
from infodesk.core.stations import fingerprint
from infodesk.gui.forms.ui_trust_dialog import Ui_TrustDialog
from infodesk.gui.messages import explain

GROUPS_A_LINE = 4


class TrustDialog(QDialog):
    """Shows the fingerprint; a tick says that it was compared, nothing is trusted without.

    Args:
        party: the station as its file says.
        trust: makes it known, given the fingerprint and whether it is our superior; raises an
            InfodeskError.
        language: ``zh`` or ``en``.
    """

    def __init__(self, party: Party, trust: Callable[[str, bool], object], language: str) -> None:
        super().__init__()
        self._trust = trust
        self._language = language
        self._told = fingerprint(party)
        self.ui = Ui_TrustDialog()
        self.ui.setupUi(self)
        self.ui.name_label.setText(f"{party.label}（{party.station}）")
        groups = self._told.split()
        self.ui.fingerprint_label.setText(
            "\n".join("   ".join(part) for part in (groups[:GROUPS_A_LINE], groups[GROUPS_A_LINE:]))
        )
        self.ui.compared_check.toggled.connect(self.ui.accept_button.setEnabled)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.accept_button.clicked.connect(self._on_accept_clicked)
        self.ui.accept_button.setEnabled(False)

    def _on_accept_clicked(self) -> None:
        try:
            self._trust(self._told, self.ui.superior_check.isChecked())
        except InfodeskError as error:
            self.ui.problem_label.setText(explain(error, self._language))
            return
        self.accept()
