"""Asks for a series: its title, issuer, head, marking, next numbers and distribution list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QWidget

from infodesk.core.bulletins import Series
from infodesk.core.errors import InfodeskError
from infodesk.gui.forms.ui_series_dialog import Ui_SeriesDialog
from infodesk.gui.messages import explain

MARKINGS = ("", "内部资料 注意保存", "内部资料　注意保存　不得外传")
"""What stands at the upper left of such papers; any other text may be written."""


class SeriesDialog(QDialog):
    """A series to start or to change; stays open and says why where that is refused.

    Args:
        series: what is shown; ``id`` 0 starts a new one.
        heads: names of the heads to choose from, by key.
        save: keeps the series as changed; raises an InfodeskError.
        language: ``zh`` or ``en``, of what it says when refused.

    Signals:
        head_asked: the Series as filled in so far, whose head is to be edited.
    """

    head_asked = Signal(object)

    def __init__(
        self,
        series: Series,
        heads: Mapping[str, str],
        *,
        save: Callable[[Series], None],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._series = series
        self._save = save
        self._language = language
        self.ui = Ui_SeriesDialog()
        self.ui.setupUi(self)
        self.ui.problem_label.hide()
        self.ui.name_edit.setText(series.name)
        self.ui.issuer_edit.setText(series.issuer)
        self.ui.key_edit.setText(series.key)
        self.ui.key_edit.setValidator(
            QRegularExpressionValidator(QRegularExpression("[A-Za-z0-9_-]{1,32}"), self)
        )
        self._show_heads(heads, series.masthead)
        self.ui.marking_combo.addItems(list(MARKINGS))
        self.ui.marking_combo.setCurrentText(series.marking)
        self.ui.number_spin.setValue(series.next_number)
        self.ui.total_spin.setValue(series.next_total)
        for spin in (self.ui.number_spin, self.ui.total_spin):
            # WORKAROUND: under a style sheet Qt forgets the padding of a spin box.
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.ui.distribution_edit.show_list(series.distribution)
        self.ui.name_edit.textChanged.connect(self._refresh)
        self.ui.key_edit.textChanged.connect(self._refresh)
        self.ui.head_button.clicked.connect(lambda: self.head_asked.emit(self._changed()))
        self.ui.save_button.clicked.connect(self._on_save_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self._refresh()

    def _refresh(self) -> None:
        complete = self.ui.name_edit.text().strip() and self.ui.key_edit.hasAcceptableInput()
        self.ui.save_button.setEnabled(bool(complete))

    def show_head(self, heads: Mapping[str, str], key: str, texts: Series) -> None:
        """Choose a head that was edited, and show the texts that came with it."""
        self._show_heads(heads, key)
        self.ui.name_edit.setText(texts.name)
        self.ui.issuer_edit.setText(texts.issuer)
        self.ui.marking_combo.setCurrentText(texts.marking)
        self.ui.number_spin.setValue(texts.next_number)
        self.ui.total_spin.setValue(texts.next_total)

    def _show_heads(self, heads: Mapping[str, str], chosen: str) -> None:
        self.ui.masthead_combo.clear()
        for key, name in heads.items():
            self.ui.masthead_combo.addItem(name, key)
        self.ui.masthead_combo.setCurrentIndex(self.ui.masthead_combo.findData(chosen))

    def _changed(self) -> Series:
        return replace(
            self._series,
            key=self.ui.key_edit.text(),
            name=self.ui.name_edit.text().strip(),
            issuer=self.ui.issuer_edit.text().strip(),
            masthead=str(self.ui.masthead_combo.currentData() or self._series.masthead),
            marking=self.ui.marking_combo.currentText().strip(),
            next_number=self.ui.number_spin.value(),
            next_total=self.ui.total_spin.value(),
            distribution=self.ui.distribution_edit.recipients(),
        )

    def _on_save_clicked(self) -> None:
        try:
            self._save(self._changed())
        except InfodeskError as error:
            self.ui.problem_label.setText(explain(error, self._language))
            self.ui.problem_label.show()
        else:
            self.accept()
