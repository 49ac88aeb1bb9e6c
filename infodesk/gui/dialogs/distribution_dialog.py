"""Edits the distribution list of one issue, and of its series where that is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from infodesk.core.bulletins import Recipient
from infodesk.gui.forms.ui_distribution_dialog import Ui_DistributionDialog


class DistributionDialog(QDialog):
    """A distribution list to edit.

    Signals:
        saved: the recipients, and whether the series keeps the list too.
    """

    saved = Signal(object, bool)

    def __init__(self, recipients: Sequence[Recipient], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_DistributionDialog()
        self.ui.setupUi(self)
        self.ui.distribution_edit.show_list(recipients)
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)

    def _on_save_clicked(self) -> None:
        self.saved.emit(self.ui.distribution_edit.recipients(), self.ui.series_check.isChecked())
        self.accept()
