"""Asks where an issue is written to, and then says what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from infodesk.core.printed_paper import PrintedPaper
from infodesk.gui.forms.ui_export_dialog import Ui_ExportDialog
from infodesk.gui.prompts import Prompts

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""What no file name may hold on Windows; refused everywhere, since files travel."""


class ExportDialog(QDialog):
    """A folder and a name; writing itself is done by whoever opened it.

    Args:
        suggested: the path offered; its ending is kept.
        write: starts writing to a path; ends with ``show_written`` or ``show_problem``.
        paper: the printed paper used last, offered again.
        prompts: how to ask for another folder.

    Signals:
        open_asked: the path the desktop is to open.
    """

    open_asked = Signal(Path)

    def __init__(
        self,
        title: str,
        suggested: Path,
        *,
        write: Callable[[Path], None],
        paper: PrintedPaper,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._suffix = suggested.suffix
        self._write = write
        self._prompts = prompts
        self.ui = Ui_ExportDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.folder_edit.setText(str(suggested.parent))
        self.ui.name_edit.setText(suggested.name)
        self.ui.name_edit.setSelection(0, len(suggested.stem))
        self.ui.name_edit.setFocus()
        self.ui.paper_edit.show_paper(paper, is_printed=False)
        self.ui.paper_edit.changed.connect(self._on_paper_changed)
        for label in (self.ui.problem_label, self.ui.progress_bar):
            label.hide()
        self.ui.folder_edit.textChanged.connect(self._refresh)
        self.ui.name_edit.textChanged.connect(self._refresh)
        self.ui.browse_button.clicked.connect(self._on_browse_clicked)
        self.ui.export_button.clicked.connect(self._on_export_clicked)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.written_file.open_asked.connect(self.open_asked)
        self._refresh()

    def path(self) -> Path:
        """Return where the file goes; the ending is added where it was taken away."""
        name = self.ui.name_edit.text().strip()
        if not name.lower().endswith(self._suffix):
            name += self._suffix
        return Path(self.ui.folder_edit.text().strip()) / name

    def paper(self) -> PrintedPaper | None:
        """Return the printed paper it is for; None for blank sheets."""
        return self.ui.paper_edit.paper()

    def show_written(self, path: Path, notes: Sequence[str] = ()) -> None:
        """Say that the file is there."""
        self.ui.written_file.tell(path, notes)
        self.ui.stack.setCurrentWidget(self.ui.done_page)
        self.ui.close_button.setDefault(True)
        self.ui.written_file.open_folder_button.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why nothing was written; another place can be tried at once."""
        self.ui.progress_bar.hide()
        self.ui.problem_label.setText(text)
        self.ui.problem_label.show()
        self._refresh()

    def _refresh(self) -> None:
        name = self.ui.name_edit.text().strip()
        folder = self.ui.folder_edit.text().strip()
        unfit = bool(FORBIDDEN.search(name))
        self.ui.export_button.setEnabled(bool(name and folder) and not unfit)
        if unfit:
            self.ui.replace_label.setText(
                self.tr("A file name can't hold any of these: {marks}").format(
                    marks='\\ / : * ? " < > |'
                )
            )
        elif name and folder and self.path().is_file():
            self.ui.replace_label.setText(self.tr("The file of this name will be replaced."))
        else:
            self.ui.replace_label.clear()

    def _on_paper_changed(self) -> None:
        """Name the file after its paper, so that it takes no other's place."""
        mark = self.tr(" (printed paper)")
        stem = self.path().name.removesuffix(self._suffix).removesuffix(mark)
        self.ui.name_edit.setText(stem + (mark if self.paper() else "") + self._suffix)
        self.resize(self.width(), self.sizeHint().height())

    def _on_browse_clicked(self) -> None:
        self._prompts.choose_folder(
            self.tr("Folder to write to"),
            Path(self.ui.folder_edit.text()),
            then=lambda folder: self.ui.folder_edit.setText(str(folder)),
        )

    def _on_export_clicked(self) -> None:
        self.ui.problem_label.hide()
        self.ui.export_button.setEnabled(False)
        self.ui.progress_bar.show()
        self._write(self.path())
