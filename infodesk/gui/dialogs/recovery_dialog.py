"""Shows a recovery code, the one time it is shown, and prints its sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from infodesk.core.document import Document
from infodesk.core.font_source import FontSource
from infodesk.gui.forms.ui_recovery_dialog import Ui_RecoveryDialog
from infodesk.gui.messages import explain
from infodesk.gui.prompts import Prompts
from infodesk.gui.tasks import Progress, Tasks

GROUPS_A_ROW = 3


class RecoveryDialog(QDialog):
    """Stays until the clerk says that she has the code on paper.

    Args:
        code: groups joined by hyphens.
        sheet: the page for the safe.
        exports: folder in which a PDF of it is offered to be kept.
    """

    def __init__(
        self,
        code: str,
        sheet: Document,
        *,
        exports: Path,
        fonts: FontSource,
        prompts: Prompts,
        tasks: Tasks,
        language: str,
    ) -> None:
        super().__init__()
        self._sheet = sheet
        self._exports = exports
        self._fonts = fonts
        self._prompts = prompts
        self._tasks = tasks
        self._language = language
        self.ui = Ui_RecoveryDialog()
        self.ui.setupUi(self)
        groups = code.split("-")
        rows = [groups[at : at + GROUPS_A_ROW] for at in range(0, len(groups), GROUPS_A_ROW)]
        self.ui.code_label.setText("\n".join("  ".join(row) for row in rows))
        self.ui.code_label.setAccessibleName(code)
        self.ui.kept_box.toggled.connect(self.ui.done_button.setEnabled)
        self.ui.done_button.clicked.connect(self.accept)
        self.ui.print_button.clicked.connect(self._on_print_clicked)
        self.ui.save_button.clicked.connect(self._on_save_clicked)

    def reject(self) -> None:
        """Go only when the code is on paper: it can't be shown again."""
        if self.ui.kept_box.isChecked():
            super().reject()
        else:
            self.ui.kept_box.setFocus()

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet on a printer that was chosen."""
        from infodesk.gui.printing import print_pages
        from infodesk.workspace import pdf_of

        def work(progress: Progress) -> int:
            return print_pages(pdf_of(self._sheet, self._fonts)[0], printer, progress)

        self._run(work, self.tr("Printed."))

    def save_to(self, path: Path) -> None:
        """Write the sheet as PDF."""
        from infodesk.files import save_output
        from infodesk.workspace import pdf_of

        def work(_progress: Progress) -> None:
            save_output(path, pdf_of(self._sheet, self._fonts)[0])

        self._run(work, self.tr("Saved: {path}").format(path=path))

    def _run(self, work: Callable[[Progress], object], said: str) -> None:
        tell = self.ui.told_label.setText
        self._tasks.run(
            work,
            lambda _result: tell(said),
            failed=lambda error: tell(explain(error, self._language)),
        )

    def _on_print_clicked(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._sheet.title)
        dialog = QPrintDialog(printer)
        dialog.accepted.connect(lambda: self.print_on(printer))
        self._prompts.show(dialog)

    def _on_save_clicked(self) -> None:
        self._prompts.save_file(
            self.tr("Save the sheet"),
            self._exports / f"{self._sheet.title}.pdf",
            filters=self.tr("PDF (*.pdf)"),
            then=self.save_to,
        )
