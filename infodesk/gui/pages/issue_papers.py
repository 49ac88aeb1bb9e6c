"""The papers of an issue: the live pages, the files, the printed sheets.

An issue is composed on the main thread, where the journal is; laying out and writing happen
beside the window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from infodesk.core.document import Document
from infodesk.core.errors import InfodeskError
from infodesk.core.font_source import FontSource
from infodesk.core.printed_paper import PrintedPaper, for_paper
from infodesk.export.report import FontReport
from infodesk.files import save_output
from infodesk.gui.printing import print_pages
from infodesk.gui.tasks import Progress, Tasks
from infodesk.workspace import ofd_of, pdf_of, word_of

QUIET_MS = 300
"""How long nothing changes before the pages are laid out anew."""


class IssuePapers(QObject):
    """Makes the papers of the issue that is on the page.

    Args:
        compose: returns the document of an issue.
        tasks: where the work is done.
        fonts: which fonts the papers are set in.
        is_held: whether the pages must wait, as while an input method is at work.

    Signals:
        started: the pages are being laid out.
        made: the PDF, as bytes.
        failed: why there are no pages.
        printed: how many pages went to the printer.
    """

    started = Signal()
    made = Signal(object)
    failed = Signal(object)
    printed = Signal(int)

    def __init__(
        self,
        compose: Callable[[int], Document],
        tasks: Tasks,
        parent: QObject | None = None,
        *,
        fonts: Callable[[], FontSource] = lambda: FontSource.BUNDLED,
        is_held: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._compose = compose
        self._fonts = fonts
        self._is_held = is_held
        self._tasks = tasks
        self._issue = 0
        self._wanted = 0
        self._is_running = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._lay_out)

    def follow(self, issue_id: int, *, at_once: bool = False) -> None:
        """Lay out the pages of an issue soon; again where they are being laid out already."""
        self._issue = issue_id
        self._wanted += 1
        self._quiet.start(0 if at_once else QUIET_MS)

    def forget(self) -> None:
        """Show no pages: there is no issue, or no one sees them."""
        self._issue = 0
        self._wanted += 1
        self._quiet.stop()

    def write(
        self,
        path: Path,
        issue_id: int,
        *,
        paper: PrintedPaper | None = None,
        done: Callable[[FontReport | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Write an issue as Word, PDF or OFD, by the ending of the path; for ``paper`` if named.

        ``done`` gets the FontReport, None for Word; ``failed`` gets the InfodeskError or
        OSError, and what stood there before is untouched.
        """
        try:
            document = self._composed(issue_id, paper)
        except InfodeskError as error:
            failed(error)
            return
        source = self._fonts()
        self._tasks.run(
            lambda _: _write(document, path, source), self._hears(done), failed=self._hears(failed)
        )

    def print_issue(
        self,
        issue_id: int,
        printer: QPrinter,
        *,
        paper: PrintedPaper | None = None,
        failed: Callable[[Exception], None],
    ) -> None:
        """Print an issue's pages, on ``paper`` if named."""
        try:
            document = self._composed(issue_id, paper)
        except InfodeskError as error:
            failed(error)
            return
        source = self._fonts()
        self._tasks.run(
            lambda progress: _print(document, printer, source, progress),
            self._hears(self.printed.emit),
            failed=self._hears(failed),
        )

    def _composed(self, issue_id: int, paper: PrintedPaper | None) -> Document:
        document = self._compose(issue_id)
        return for_paper(document, paper) if paper else document

    def _lay_out(self) -> None:
        if not self._issue or self._is_running:
            return
        if self._is_held():
            self._quiet.start(QUIET_MS)
            return
        wanted = self._wanted
        try:
            document = self._compose(self._issue)
        except InfodeskError as error:
            self.failed.emit(error)
            return
        self._is_running = True
        self.started.emit()
        source = self._fonts()
        task = self._tasks.run(
            lambda _: _pdf(document, source),
            self._hears(lambda data: self._on_laid_out(wanted, data)),
            failed=self._hears(lambda error: self._on_failed(wanted, error)),
        )
        task.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._is_running = False

    def _hears(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return ``then`` as it is called while this page still stands, and only then."""

        def tell(result: Any) -> None:
            if isValid(self):
                then(result)

        return tell

    def _on_laid_out(self, wanted: int, data: bytes) -> None:
        if wanted == self._wanted:
            self.made.emit(data)
        elif not self._quiet.isActive():
            self._lay_out()

    def _on_failed(self, wanted: int, error: Exception) -> None:
        if wanted == self._wanted:
            self.failed.emit(error)
        elif not self._quiet.isActive():
            self._lay_out()


def _pdf(document: Document, fonts: FontSource) -> bytes:
    return pdf_of(document, fonts)[0]


def _print(document: Document, printer: QPrinter, fonts: FontSource, progress: Progress) -> int:
    return print_pages(_pdf(document, fonts), printer, progress)


def _write(document: Document, path: Path, fonts: FontSource) -> FontReport | None:
    suffix = path.suffix.lower()
    if suffix in (".pdf", ".ofd"):
        data, report = (pdf_of if suffix == ".pdf" else ofd_of)(document, fonts)
        save_output(path, data)
        return report
    save_output(path, word_of(document, fonts))
    return None
