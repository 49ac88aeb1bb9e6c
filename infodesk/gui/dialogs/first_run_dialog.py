"""The first-run questions: office, superior, bulletin with its next numbers, where exports go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog

from infodesk import paths
from infodesk.gui.forms.ui_first_run_dialog import Ui_FirstRunDialog
from infodesk.gui.prompts import Prompts
from infodesk.gui.stylesheet import set_role

LANGUAGES = (("zh", "简体中文"), ("en", "English"))


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What was answered; ``series`` is empty where no bulletin is kept yet."""

    office: str
    superior: str
    series: str
    issuer: str
    next_number: int
    next_total: int
    exports: Path


class FirstRunDialog(QDialog):
    """Asks once, on one page.

    Signals:
        answered: the answers; the dialog closes.
        sample_wanted: she would rather look around in a sample office first.
        language_chosen: ``zh`` or ``en``, at once.
    """

    answered = Signal(FirstAnswers)
    sample_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, language: str, prompts: Prompts) -> None:
        super().__init__()
        self._prompts = prompts
        self.ui = Ui_FirstRunDialog()
        self.ui.setupUi(self)
        set_role(self.ui.heading_label, "heading")
        set_role(self.ui.intro_label, "muted")
        for key, name in LANGUAGES:
            self.ui.language_combo.addItem(name, key)
        self.ui.language_combo.setCurrentIndex(self.ui.language_combo.findData(language))
        self.ui.exports_edit.setText(str(paths.default_exports()))
        for spin in (self.ui.number_spin, self.ui.total_spin):
            # A style sheet's padding does not reach the text of a spin box.
            spin.lineEdit().setTextMargins(8, 0, 0, 0)
        self.ui.language_combo.currentIndexChanged.connect(self._on_language_changed)
        self.ui.office_edit.textChanged.connect(self._refresh)
        self.ui.exports_button.clicked.connect(self._on_exports_clicked)
        self.ui.sample_button.clicked.connect(self._on_sample_clicked)
        self.ui.quit_button.clicked.connect(self.reject)
        self.ui.start_button.clicked.connect(self._on_start_clicked)
        self.ui.office_edit.setFocus()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)

    def _refresh(self) -> None:
        self.ui.start_button.setEnabled(bool(self.ui.office_edit.text().strip()))

    def _on_language_changed(self) -> None:
        self.language_chosen.emit(self.ui.language_combo.currentData())

    def _on_exports_clicked(self) -> None:
        self._prompts.choose_folder(
            self.tr("Exports go to"),
            Path(self.ui.exports_edit.text()),
            then=lambda folder: self.ui.exports_edit.setText(str(folder)),
        )

    def _on_sample_clicked(self) -> None:
        self.accept()
        self.sample_wanted.emit()

    def _on_start_clicked(self) -> None:
        office = self.ui.office_edit.text().strip()
        self.accept()
        self.answered.emit(
            FirstAnswers(
                office=office,
                superior=self.ui.superior_edit.text().strip(),
                series=self.ui.series_edit.text().strip(),
                issuer=self.ui.issuer_edit.text().strip() or office,
                next_number=self.ui.number_spin.value(),
                next_total=self.ui.total_spin.value(),
                exports=Path(self.ui.exports_edit.text()),
            )
        )
