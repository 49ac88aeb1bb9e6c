"""What became of the files that were opened, one sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog

from infodesk.gui.forms.ui_outcome_dialog import Ui_OutcomeDialog
from infodesk.gui.stylesheet import set_role


class OutcomeDialog(QDialog):
    """Tells it."""

    def __init__(self, summary: str, notes: Sequence[str]) -> None:
        super().__init__()
        self.ui = Ui_OutcomeDialog()
        self.ui.setupUi(self)
        set_role(self.ui.summary_label, "strong")
        self.ui.summary_label.setText(summary)
        self.ui.notes_edit.setPlainText("\n".join(notes))
        self.ui.close_button.clicked.connect(self.accept)
