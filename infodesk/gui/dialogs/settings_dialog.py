"""The settings: the office's in the journal, the machine's in the preferences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from infodesk.core.font_source import FontSource
from infodesk.gui.dialogs.first_run_dialog import LANGUAGES
from infodesk.gui.forms.ui_settings_dialog import Ui_SettingsDialog
from infodesk.gui.office import Office
from infodesk.gui.preferences import Preferences
from infodesk.gui.prompts import Prompts
from infodesk.gui.scheme import Scheme
from infodesk.gui.stylesheet import set_role


class SettingsDialog(QDialog):
    """Edits office and preferences.

    Signals:
        chosen: the new preferences; the office was kept before.
        kinds_wanted: the clerk asked for kinds and rules; nothing was chosen.
        backups_wanted: the clerk asked for the backups; nothing was chosen.
        security_wanted: she asked for encryption and locking; nothing was chosen.
        drop_wanted: she asked for the drop; nothing was chosen.
        check_wanted: the journal shall be looked over for damage; nothing was chosen.
    """

    chosen = Signal(Preferences)
    kinds_wanted = Signal()
    backups_wanted = Signal()
    security_wanted = Signal()
    drop_wanted = Signal()
    check_wanted = Signal()

    def __init__(
        self,
        office: Office,
        preferences: Preferences,
        prompts: Prompts,
        *,
        journal: Path,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._office = office
        self._preferences = preferences
        self._prompts = prompts
        self._read_only = read_only
        self.ui = Ui_SettingsDialog()
        self.ui.setupUi(self)
        set_role(self.ui.journal_label, "small")
        self.ui.journal_label.setText(self.tr("Journal: {path}").format(path=journal))
        self.ui.office_edit.setText(office.name)
        self.ui.superior_edit.setText(office.superior)
        self.ui.clerk_edit.setText(office.clerk)
        self.ui.exports_edit.setText(str(office.exports))
        self.ui.code_check.setChecked(office.prints_code)
        for source, name in (
            (FontSource.INSTALLED, self.tr("This PC's own first")),
            (FontSource.BUNDLED, self.tr("Only those that ship: the same page on every PC")),
        ):
            self.ui.fonts_combo.addItem(name, source.value)
        for key, name in LANGUAGES:
            self.ui.language_combo.addItem(name, key)
        for scheme, name in (
            (Scheme.SYSTEM, self.tr("Like the desktop")),
            (Scheme.LIGHT, self.tr("Light")),
            (Scheme.DARK, self.tr("Dark")),
        ):
            self.ui.scheme_combo.addItem(name, scheme.value)
        for key, name in (
            ("small", self.tr("Small")),
            ("normal", self.tr("Normal")),
            ("large", self.tr("Large")),
        ):
            self.ui.size_combo.addItem(name, key)
        for combo, value in (
            (self.ui.fonts_combo, office.fonts.value),
            (self.ui.language_combo, preferences.language),
            (self.ui.scheme_combo, preferences.scheme.value),
            (self.ui.size_combo, preferences.text_size),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self.ui.exports_button.clicked.connect(self._on_exports_clicked)
        self.ui.backups_button.clicked.connect(self._on_backups_clicked)
        self.ui.kinds_button.clicked.connect(self.reject)
        self.ui.kinds_button.clicked.connect(self.kinds_wanted)
        self.ui.security_button.clicked.connect(self.reject)
        self.ui.security_button.clicked.connect(self.security_wanted)
        self.ui.check_button.clicked.connect(self._on_check_clicked)
        self.ui.drop_button.clicked.connect(self.reject)
        self.ui.drop_button.clicked.connect(self.drop_wanted)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.save_button.clicked.connect(self._on_save_clicked)

    def _on_backups_clicked(self) -> None:
        self.reject()
        self.backups_wanted.emit()

    def _on_exports_clicked(self) -> None:
        self._prompts.choose_folder(
            self.tr("Exports go to"),
            Path(self.ui.exports_edit.text()),
            then=lambda folder: self.ui.exports_edit.setText(str(folder)),
        )

    def _on_check_clicked(self) -> None:
        self.reject()
        self.check_wanted.emit()

    def _on_save_clicked(self) -> None:
        if not self._read_only:
            self._keep_office()
        self.accept()
        self.chosen.emit(
            self._preferences._replace(
                language=self.ui.language_combo.currentData(),
                scheme=Scheme(self.ui.scheme_combo.currentData()),
                text_size=self.ui.size_combo.currentData(),
            )
        )

    def _keep_office(self) -> None:
        office = self._office
        office.name = self.ui.office_edit.text().strip() or office.name
        office.superior = self.ui.superior_edit.text().strip()
        office.clerk = self.ui.clerk_edit.text().strip()
        office.exports = Path(self.ui.exports_edit.text())
        office.fonts = FontSource(self.ui.fonts_combo.currentData())
        office.prints_code = self.ui.code_check.isChecked()
