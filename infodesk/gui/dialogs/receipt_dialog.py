"""Writes down a receipt that came by telephone, fax or paper."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDialog

from infodesk import messages
from infodesk.core.answers import ReceiptVia
from infodesk.gui.forms.ui_receipt_dialog import Ui_ReceiptDialog


class ReceiptDialog(QDialog):
    """Asks how, by whom and when.

    Signals:
        given: ReceiptVia, who confirmed it, and when (datetime).
    """

    given = Signal(object, str, object)

    def __init__(self, now: datetime, language: str) -> None:
        super().__init__()
        self._now = now
        self.ui = Ui_ReceiptDialog()
        self.ui.setupUi(self)
        for via in (ReceiptVia.PHONE, ReceiptVia.FAX, ReceiptVia.PAPER):
            self.ui.via_combo.addItem(messages.say("exchange", via, language), via.value)
        self.ui.when_edit.setDateTime(
            QDateTime(now.year, now.month, now.day, now.hour, now.minute, 0)
        )
        self.ui.who_edit.textChanged.connect(lambda _: self._refresh())
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.accept_button.clicked.connect(self._on_accept_clicked)
        self._refresh()

    def _refresh(self) -> None:
        self.ui.accept_button.setEnabled(bool(self.ui.who_edit.text().strip()))

    def _on_accept_clicked(self) -> None:
        given = self.ui.when_edit.dateTime().toPython()
        at = given.replace(tzinfo=self._now.tzinfo) if isinstance(given, datetime) else self._now
        via = ReceiptVia(self.ui.via_combo.currentData())
        self.accept()
        self.given.emit(via, self.ui.who_edit.text().strip(), at)
