"""Approving an item: by whom, and why despite what is still open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from infodesk.core.checking.findings import Finding
from infodesk.gui.forms.ui_approve_dialog import Ui_ApproveDialog
from infodesk.gui.stylesheet import set_role
from infodesk.messages import finding_text

MOST = 8
"""Open musts that are written out."""


class ApproveDialog(QDialog):
    """Asks for the name; for a reason only where a "must" is open.

    Signals:
        approved: name of the signer, reason to approve despite open musts or empty.
    """

    approved = Signal(str, str)

    def __init__(self, title: str, musts: Sequence[Finding], *, signer: str, language: str) -> None:
        super().__init__()
        self._musts = musts
        self.ui = Ui_ApproveDialog()
        self.ui.setupUi(self)
        set_role(self.ui.title_label, "strong")
        set_role(self.ui.consequence_label, "muted")
        set_role(self.ui.musts_frame, "must_box")
        self.ui.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.title_label.setText(title)
        self.ui.name_edit.setText(signer)
        for widget in (self.ui.musts_frame, self.ui.despite_label, self.ui.despite_edit):
            widget.setVisible(bool(musts))
        self.ui.musts_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.musts_label.setText(self._sentences(language))
        self.ui.name_edit.textChanged.connect(self._refresh)
        self.ui.despite_edit.textChanged.connect(self._refresh)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.approve_button.clicked.connect(self._on_approve_clicked)
        self._refresh()

    def _sentences(self, language: str) -> str:
        head = self.tr("Still open ({count}):").format(count=len(self._musts))
        said = dict.fromkeys(finding_text(finding, language) for finding in self._musts)
        lines = [f"· {sentence}" for sentence in list(said)[:MOST]]
        if len(said) > MOST:
            lines.append(self.tr("And {count} more.").format(count=len(said) - MOST))
        return "\n".join([head, *lines])

    def _refresh(self) -> None:
        named = bool(self.ui.name_edit.text().strip())
        reasoned = not self._musts or bool(self.ui.despite_edit.text().strip())
        self.ui.approve_button.setEnabled(named and reasoned)

    def _on_approve_clicked(self) -> None:
        name, reason = self.ui.name_edit.text().strip(), self.ui.despite_edit.text().strip()
        self.accept()
        self.approved.emit(name, reason)
