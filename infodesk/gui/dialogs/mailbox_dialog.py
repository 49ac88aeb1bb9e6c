"""What was sent and fetched by the drop, and the button that does both now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem

from infodesk import mailing
from infodesk.core.drops import DropFile, DropState
from infodesk.gui.forms.ui_mailbox_dialog import Ui_MailboxDialog
from infodesk.gui.messages import term
from infodesk.gui.stylesheet import set_role

if TYPE_CHECKING:
    from infodesk.gui.tending import Tending

SHOWN = 500

WHERE = 3
"""Column that tells the folder."""


class MailboxDialog(QDialog):
    """Lists the files of the drop, the newest first.

    Signals:
        settings_wanted: the clerk asked for the settings; the dialog closes.
        import_wanted: a fetched file that she wants to look at; the dialog closes.
    """

    settings_wanted = Signal()
    import_wanted = Signal(object)

    def __init__(self, tending: Tending, *, language: str) -> None:
        super().__init__()
        self._tending = tending
        self._language = language
        self._awaiting: dict[str, Path] = {}
        self._files: list[DropFile] = []
        self._here = ""
        self.ui = Ui_MailboxDialog()
        self.ui.setupUi(self)
        _dress(self.ui.files_table)
        self.ui.told_label.hide()
        self.ui.settings_button.clicked.connect(self.accept)
        self.ui.settings_button.clicked.connect(self.settings_wanted)
        self.ui.sync_button.clicked.connect(tending.sync)
        self.ui.stop_button.clicked.connect(tending.stop)
        self.ui.import_button.clicked.connect(self._on_import_clicked)
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.files_table.itemSelectionChanged.connect(self._offer_import)
        tending.began.connect(self._on_began)
        tending.progressed.connect(self._on_progressed)
        tending.ended.connect(self._on_ended)
        self._show_busy(busy=tending.is_busy)
        self.show_files()

    def show_files(self) -> None:
        """List what is on record now."""
        workspace = self._tending.workspace
        self._awaiting = {path.name: path for path in mailing.awaiting(workspace)}
        self._files = workspace.drop_files.files()[:SHOWN]
        drop = self._tending.drop()
        self._here = drop.place("") if drop else ""
        self.ui.state_label.setText(drop.address if drop else "")
        table = self.ui.files_table
        table.blockSignals(True)
        table.setRowCount(len(self._files))
        for row, file in enumerate(self._files):
            for column, text in enumerate(
                (f"{file.at:%Y-%m-%d %H:%M}", self._state(file), file.name, self._where(file))
            ):
                cell = QTableWidgetItem(text)
                cell.setToolTip(file.place if column == WHERE else text)
                table.setItem(row, column, cell)
        table.blockSignals(False)
        self._offer_import()

    def _state(self, file: DropFile) -> str:
        said = term(f"drop-state-{file.state}", self._language)
        if file.state is DropState.FETCHED and file.name in self._awaiting:
            return self.tr("{state}, to be taken in").format(state=said)
        return said

    def _where(self, file: DropFile) -> str:
        """Return the folder in the drop of now, or the whole address of another one."""
        if self._here and f"{file.place}/".startswith(f"{self._here}/"):
            return file.place.removeprefix(self._here).strip("/") or "—"
        return file.place.partition(" ")[2]

    def _offer_import(self) -> None:
        self.ui.import_button.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Path | None:
        """Return the file of the row chosen, else the oldest that waits to be taken in."""
        row = self.ui.files_table.currentRow()
        if 0 <= row < len(self._files):
            return self._awaiting.get(self._files[row].name)
        return next(iter(self._awaiting.values()), None)

    def _on_import_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.import_wanted.emit(chosen)

    def _on_began(self) -> None:
        self._show_busy(busy=True)
        self.ui.told_label.hide()

    def _on_progressed(self, done: int, total: int) -> None:
        self.ui.progress_bar.setRange(0, total)
        self.ui.progress_bar.setValue(done)

    def _on_ended(self, synced: object, sentence: str) -> None:
        self._show_busy(busy=self._tending.is_busy)
        if sentence:
            whole = synced is not None and not getattr(synced, "troubles", ())
            set_role(self.ui.told_label, "muted" if whole else "should")
            self.ui.told_label.setText(sentence)
            self.ui.told_label.show()
        self.show_files()

    def _show_busy(self, *, busy: bool) -> None:
        self.ui.sync_button.setEnabled(not busy)
        self.ui.stop_button.setVisible(busy)
        self.ui.progress_bar.setVisible(busy)
        if busy:
            self.ui.progress_bar.setRange(0, 0)


def _dress(table: QTableWidget) -> None:
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (0, 1, 3):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
