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


@dataclass(frozen=True, slots=True)
class BatchWanted:
    """What a batch is to hold: items by UUID, and where it goes; ``by`` is who sends it."""

    item_ids: tuple[str, ...]
    recipient: str
    folder: Path
    by: str


class BatchExportDialog(QDialog):
    """Chooses items and writes them; stays open and says why where that is refused.

    Args:
        model: the approved items.
        row: draws a row of them.
        offered: what is filled in.
        write: writes the batch and returns where it is; raises an InfodeskError.
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
        write: Callable[[BatchWanted], Path],
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
        model.ticked.connect(self._refresh)
        model.modelReset.connect(self._refresh)
        toggle = QShortcut(QKeySequence(Qt.Key.Key_Space), self.ui.items_view)
        toggle.setContext(Qt.ShortcutContext.WidgetShortcut)
        toggle.activated.connect(lambda: model.toggle(self.ui.items_view.currentIndex()))
        self.ui.browse_button.clicked.connect(self._on_browse_clicked)
        self.ui.export_button.clicked.connect(self._on_export_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.written_file.open_asked.connect(self.open_asked)
        self._find()
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

    def _refresh(self) -> None:
        count = len(self._model.chosen())
        self.ui.export_button.setEnabled(bool(count and self.ui.folder_edit.text().strip()))
        if not self._model.rowCount() and not count:
            text = self.tr("No approved item is here. Items are approved on the Items page.")
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
        )
        try:
            path = self._write(wanted)
        except InfodeskError as error:
            self.ui.problem_label.setText(explain(error, self._language))
            self.ui.problem_label.show()
        else:
            self._show_written(path, chosen)

    def _show_written(self, path: Path, chosen: Sequence[str]) -> None:
        note = self.tr(
            "{count} items are in it and count as sent. Give this one file to the recipient."
        )
        self.ui.written_file.tell(path, [note.format(count=len(chosen))], can_open=False)
        self.ui.stack.setCurrentWidget(self.ui.done_page)
        self.ui.close_button.setDefault(True)
