"""The pages of the item being written: seen beside the text, and printed.

What is composed is the text in the editor, saved or not; the journal isn't asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infodesk.core.items import Content, Item
from infodesk.gui.context import PageContext
from infodesk.gui.messages import explain
from infodesk.gui.widgets.item_side import ItemSide

if TYPE_CHECKING:
    # Loaded with the first page: the list shall show soon after the start.
    from PySide6.QtPrintSupport import QPrinter

    from infodesk.core.document import Document
    from infodesk.gui.pages.issue_papers import IssuePapers

ITEM = 1
"""Any number: these papers are those of the one item in the editor."""


class ItemPages(QObject):
    """Follows the text while its page is in view, and only then.

    Args:
        context: what the page was given.
        side: where the page is seen.
        read: returns the item with the text as it stands; None where there is none.
        is_composing: whether an input method is at work.
    """

    def __init__(
        self,
        context: PageContext,
        side: ItemSide,
        *,
        read: Callable[[], tuple[Item, Content] | None],
        is_composing: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._side = side
        self._read = read
        self._is_composing = is_composing
        self._papers: IssuePapers | None = None
        self._is_seen = False
        self._shown_id = ""
        side.page_seen.connect(self._on_page_seen)
        side.print_wanted.connect(self.print_item)

    @property
    def papers(self) -> IssuePapers:
        """What lays out and prints, built on first use."""
        if self._papers is None:
            from infodesk.gui.pages.issue_papers import IssuePapers

            papers = IssuePapers(
                lambda _: self._document(),
                self._context.tasks,
                self,
                fonts=lambda: self._context.workspace.fonts,
                is_held=self._is_composing,
            )
            preview = self._side.preview
            papers.started.connect(lambda: preview.set_busy(True))
            papers.made.connect(preview.show_pdf)
            papers.failed.connect(
                lambda error: preview.show_notice(explain(error, self._context.language))
            )
            papers.printed.connect(self._on_printed)
            self._papers = papers
        return self._papers

    def touch(self) -> None:
        """Lay the page out anew when the keyboard pauses; at once for another item."""
        if not self._is_seen:
            return
        found = self._read()
        if found is None or _is_blank(found[1]):
            self._shown_id = ""
            self.papers.forget()
            self._side.preview.show_notice(
                self.tr("The page appears here as soon as something is written.")
            )
            return
        another = found[0].id != self._shown_id
        self._shown_id = found[0].id
        if another:
            self._side.preview.view.verticalScrollBar().setValue(0)
        self.papers.follow(ITEM, at_once=another)

    def print_item(self) -> None:
        """Ask for a printer, and print the item on it."""
        found = self._read()
        if found is None or _is_blank(found[1]):
            self._context.status.note.emit(self.tr("There is nothing to print yet."))
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(found[1].title.strip())
        dialog = QPrintDialog(printer)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.accepted.connect(partial(self.print_on, printer))
        self._context.prompts.show(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the item on a printer that was chosen."""
        self._context.status.note.emit(self.tr("Printing…"))
        self.papers.print_issue(ITEM, printer, failed=self._complain)

    def end(self) -> None:
        """Lay nothing out any more."""
        self._is_seen = False
        if self._papers is not None:
            self._papers.forget()

    def _document(self) -> Document:
        from infodesk.core import compose
        from infodesk.core.plain_page import plain

        found = self._read()
        return compose.single(*found) if found is not None else plain("")

    def _on_page_seen(self, is_seen: bool) -> None:
        self._is_seen = is_seen
        if is_seen:
            # What changed meanwhile shows at once.
            self._shown_id = ""
            self.touch()
        elif self._papers is not None:
            self._papers.forget()

    def _on_printed(self, count: int) -> None:
        text = self.tr("{count} pages went to the printer.").format(count=count)
        self._context.status.note.emit(text)

    def _complain(self, error: Exception) -> None:
        self._context.status.problem.emit(explain(error, self._context.language))


def _is_blank(content: Content) -> bool:
    return not (content.title.strip() or content.body.strip())
