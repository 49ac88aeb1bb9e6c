"""Asks which approved items go upward, to whom and where to; then says what was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStyledItemDelegate, QWidget

from infodesk.core.errors import InfodeskError
from infodesk.gui.forms.ui_batch_export_dialog import Ui_BatchExportDialog
from infodesk.gui.messages import explain
from infodesk.gui.models.batch_items import BatchItemsModel
from infodesk.gui.prompts import Prompts
from infodesk.proofs import Personal

NAMED = 3
"""Titles that are named of the items sent as they stand; the page of the batch names all."""


@dataclass(frozen=True, slots=True)
class BatchWanted:
    """What a batch is to hold: items by UUID, and where it goes; ``by`` is who sends it.

    Personal data is masked in all items but those of ``keep_personal``.
    """

    item_ids: tuple[str, ...]
    recipient: str
    folder: Path
    by: str
    keep_personal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchWritten:
    """Where a batch is, how many places were masked in it, and the titles of items sent as is."""

    path: Path
    masked: int
    kept: tuple[str, ...]


class BatchExportDialog(QDialog):
    """Chooses items and writes them; stays open and says why where that is refused.

    Args:
        model: the approved items.
        row: draws a row of them.
        offered: what is filled in.
        write: writes the batch; raises an InfodeskError.
        personal: returns those of some items, by UUID, that hold personal data; raises one too.
        prompts: how to ask for another folder.
        language: ``zh`` or ``en``, of what it says when refused.

    Signals:
        open_asked: the path the desktop is to open.
    """

    open_asked = Signal(Path)

    def __init__(
        self,
        model: BatchItemsModel,
        row: QStyledItemDelegate,
        *,
        offered: BatchWanted,
        write: Callable[[BatchWanted], BatchWritten],
        personal: Callable[[Sequence[str]], Sequence[Personal]],
        prompts: Prompts,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._write = write
        self._prompts = prompts
        self._language = language
        self.ui = Ui_BatchExportDialog()
        self.ui.setupUi(self)
        model.setParent(self)
        row.setParent(self)
        self.ui.items_view.setModel(model)
        self.ui.items_view.setItemDelegate(row)
        self.ui.items_view.fit_rows()
        self.ui.recipient_edit.setText(offered.recipient)
        self.ui.by_edit.setText(offered.by)
        self.ui.folder_edit.setText(str(offered.folder))
        self.ui.problem_label.hide()
        self.ui.search_edit.textChanged.connect(self._find)
        self.ui.unsent_check.toggled.connect(self._find)
        self.ui.folder_edit.textChanged.connect(self._refresh)
        self.ui.personal_box.look = personal
        self.ui.personal_box.looked.connect(self._refresh)
        self.ui.personal_box.refused.connect(self._say_why)
        model.ticked.connect(self._on_ticked)
        model.modelReset.connect(self._refresh)
        toggle = QShortcut(QKeySequence(Qt.Key.Key_Space), self.ui.items_view)
        toggle.setContext(Qt.ShortcutContext.WidgetShortcut)
        toggle.activated.connect(lambda: model.toggle(self.ui.items_view.currentIndex()))
        self.ui.browse_button.clicked.connect(self._on_browse_clicked)
        self.ui.export_button.clicked.connect(self._on_export_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.close_button.clicked.connect(self.accept)
        self.finished.connect(lambda _result: self.ui.personal_box.follow(()))
        self.ui.written_file.open_asked.connect(self.open_asked)
        self._find()
        self._on_ticked()
        # Items sent before, ticked by whoever opened the dialog, must not leave again unseen.
        if model.ticks_sent():
            self.ui.unsent_check.setChecked(False)
        self.ui.items_view.setFocus()

    def _find(self) -> None:
        self._model.find(
            self.ui.search_edit.text().strip(), unsent=self.ui.unsent_check.isChecked()
        )
        if self._model.rowCount():
            self.ui.items_view.setCurrentIndex(self._model.index(0))

    def _on_ticked(self) -> None:
        self.ui.personal_box.follow(self._model.chosen())

    def _refresh(self) -> None:
        count = len(self._model.chosen())
        looking = self.ui.personal_box.is_looking
        has_folder = bool(self.ui.folder_edit.text().strip())
        self.ui.export_button.setEnabled(bool(count) and has_folder and not looking)
        if not self._model.rowCount() and not count:
            text = self.tr("No approved item is here. Items are approved on the Items page.")
        elif looking:
            text = self.tr("{count} items chosen. Looking for personal data…").format(count=count)
        elif count:
            text = self.tr("{count} items chosen").format(count=count)
        else:
            text = self.tr("Choose items by a click or by Space.")
        self.ui.count_label.setText(text)

    def _on_browse_clicked(self) -> None:
        self._prompts.choose_folder(
            self.tr("Folder to write to"),
            Path(self.ui.folder_edit.text()),
            then=lambda folder: self.ui.folder_edit.setText(str(folder)),
        )

    def _on_export_clicked(self) -> None:
        chosen = self._model.chosen()
        wanted = BatchWanted(
            item_ids=tuple(chosen),
            recipient=self.ui.recipient_edit.text().strip(),
            folder=Path(self.ui.folder_edit.text().strip()),
            by=self.ui.by_edit.text().strip(),
            keep_personal=self.ui.personal_box.kept(),
        )
        try:
            written = self._write(wanted)
        except InfodeskError as error:
            self._say_why(error)
        else:
            self._show_written(written, len(chosen))

    def _say_why(self, error: InfodeskError) -> None:
        self.ui.problem_label.setText(explain(error, self._language))
        self.ui.problem_label.show()

    def _show_written(self, written: BatchWritten, count: int) -> None:
        note = self.tr(
            "{count} items are in it and count as sent. Give this one file to the recipient."
        )
        notes = [note.format(count=count)]
        if written.masked:
            note = self.tr("Personal data is masked in {count} places of it.")
            notes.append(note.format(count=written.masked))
        if written.kept:
            titles = "\n".join(written.kept[:NAMED]) + ("\n…" if written.kept[NAMED:] else "")
            note = self.tr("{count} items went with their personal data as it stands:\n{titles}")
            notes.append(note.format(count=len(written.kept), titles=titles))
        self.ui.written_file.tell(written.path, notes, can_open=False)
        self.ui.stack.setCurrentWidget(self.ui.done_page)
        self.ui.close_button.setDefault(True)
