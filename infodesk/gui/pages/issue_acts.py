"""What can be done with a series and an issue by a dialog: each act asks, does, and tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from shiboken6 import isValid

from infodesk.core.bulletins import Issue, Recipient, Series
from infodesk.core.errors import InfodeskError
from infodesk.core.mastheads import Masthead
from infodesk.core.printed_paper import PrintedPaper, keep_paper, kept_paper
from infodesk.export.report import FontReport
from infodesk.gui.context import PageContext
from infodesk.gui.dialogs.distribution_dialog import DistributionDialog
from infodesk.gui.dialogs.export_dialog import ExportDialog
from infodesk.gui.dialogs.masthead_dialog import MastheadDialog
from infodesk.gui.dialogs.paper_dialog import PaperDialog
from infodesk.gui.dialogs.series_dialog import SeriesDialog
from infodesk.gui.dialogs.sign_dialog import SignDialog
from infodesk.gui.dialogs.withdraw_dialog import WithdrawDialog
from infodesk.gui.issue_names import file_stem, numbered
from infodesk.gui.messages import explain
from infodesk.gui.pages.issue_papers import IssuePapers
from infodesk.messages import say
from infodesk.workspace import USUAL_MASTHEAD


class IssueActs(QObject):
    """Opens the dialogs of the bulletin page and does what they ask for.

    Signals:
        issue_changed: id of the issue to show as it now stands; 0 where it is gone.
        series_changed: id of the series to show as it now stands.
    """

    issue_changed = Signal(int)
    series_changed = Signal(int)

    def __init__(
        self, context: PageContext, papers: IssuePapers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = context.workspace.bulletins
        self._papers = papers
        papers.printed.connect(self._on_printed)

    def start_series(self) -> None:
        """Ask for a new series."""
        workspace = self._context.workspace
        known = [series.key for series in self._desk.series()]
        turn = next(n for n in range(1, len(known) + 2) if f"series-{n}" not in known)
        blank = Series(
            id=0,
            key=f"series-{turn}",
            name="",
            issuer=self._context.office.name,
            masthead=USUAL_MASTHEAD,
            number_year=workspace.clock.now().year,
            next_number=1,
        )
        self._ask_series(blank)

    def edit_series(self, series: Series) -> None:
        """Ask for changes to a series."""
        self._ask_series(self._desk.get_series(str(series.id)))

    def edit_masthead(self, series: Series) -> None:
        """Ask for changes to the head of a series, which then has it."""
        self._ask_head(self._desk.get_series(str(series.id)), partial(self._take_head, series))

    def edit_distribution(self, issue: Issue, series: Series) -> None:
        """Ask for changes to an issue's distribution list."""
        dialog = DistributionDialog(issue.distribution)
        dialog.saved.connect(partial(self._save_distribution, issue, series))
        self._context.prompts.show(dialog)

    def sign(self, issue: Issue, name: str) -> None:
        """Ask who signed an issue, and number it."""
        dialog = SignDialog(
            heading=name,
            signer=self._context.office.signer,
            on=self._context.workspace.clock.now().date(),
            sign=partial(self._sign, issue),
            language=self._context.language,
        )
        self._context.prompts.show(dialog)

    def withdraw(self, issue: Issue, name: str) -> None:
        """Ask who withdraws a signed issue, and why."""
        dialog = WithdrawDialog(
            heading=name,
            by=self._context.office.signer,
            withdraw=partial(self._withdraw, issue),
            language=self._context.language,
        )
        self._context.prompts.show(dialog)

    def discard(self, issue: Issue) -> None:
        """Ask whether an open issue is to go."""
        self._context.prompts.ask(
            self.tr("Discard the issue"),
            self.tr("The issue has no number yet and goes; its items stay where they are."),
            accept=self.tr("Discard"),
            then=partial(self._discard, issue),
        )

    def export(self, issue: Issue, series: Series, suffix: str) -> None:
        """Ask where an issue is to be written, ``.docx``, ``.pdf`` or ``.ofd``."""
        folder = self._context.office.exports
        suggested = folder / f"{file_stem(issue, series)}{suffix}"
        title = {
            ".docx": self.tr("Export Word"),
            ".pdf": self.tr("Export PDF"),
            ".ofd": self.tr("Export OFD (experimental)"),
        }[suffix]
        dialog = ExportDialog(
            title,
            suggested,
            write=lambda path: self._papers.write(
                path,
                issue.id,
                paper=self._keep(dialog.paper()),
                done=partial(self._on_written, dialog, path),
                failed=partial(self._on_not_written, dialog),
            ),
            paper=kept_paper(self._context.workspace.settings),
            prompts=self._context.prompts,
        )
        dialog.open_asked.connect(self._context.prompts.open_path)
        self._context.prompts.show(dialog)

    def print_on_paper(self, issue: Issue, series: Series) -> None:
        """Ask what the paper bears already, then for a printer, and print an issue on it."""
        dialog = PaperDialog(kept_paper(self._context.workspace.settings))
        dialog.chosen.connect(lambda paper: self.print_issue(issue, series, self._keep(paper)))
        self._context.prompts.show(dialog)

    def print_issue(self, issue: Issue, series: Series, paper: PrintedPaper | None = None) -> None:
        """Ask for a printer, and print an issue on it."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(file_stem(issue, series))
        dialog = QPrintDialog(printer)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.accepted.connect(partial(self.print_on, issue, printer, paper))
        self._context.prompts.show(dialog)

    def print_on(self, issue: Issue, printer: QPrinter, paper: PrintedPaper | None = None) -> None:
        """Print an issue on a printer that was chosen."""
        self._context.status.note.emit(self.tr("Printing…"))
        self._papers.print_issue(issue.id, printer, paper=paper, failed=self._complain)

    def _keep(self, paper: PrintedPaper | None) -> PrintedPaper | None:
        """Keep the paper for the next time, and return it."""
        if paper is not None and not self._context.workspace.is_read_only:
            keep_paper(self._context.workspace.settings, paper)
        return paper

    def _ask_series(self, series: Series) -> None:
        heads = self._context.workspace.mastheads.labels()
        dialog = SeriesDialog(
            series, heads, save=self._save_series, language=self._context.language
        )
        dialog.head_asked.connect(
            lambda shown: self._ask_head(shown, partial(self._show_head, dialog))
        )
        self._context.prompts.show(dialog)

    def _show_head(self, dialog: SeriesDialog, head: Masthead, texts: Series) -> None:
        if isValid(dialog):
            dialog.show_head(self._context.workspace.mastheads.labels(), head.key, texts)

    def _ask_head(self, series: Series, then: Callable[[Masthead, Series], None]) -> None:
        workspace = self._context.workspace
        shipped = workspace.mastheads.shipped
        try:
            head = workspace.mastheads[series.masthead]
        except (KeyError, InfodeskError):
            head = shipped[USUAL_MASTHEAD]
        dialog = MastheadDialog(
            head,
            shipped=shipped,
            series=series,
            save=workspace.mastheads.save,
            now=workspace.clock.now(),
            tasks=self._context.tasks,
            fonts=lambda: workspace.fonts,
            prompts=self._context.prompts,
            language=self._context.language,
        )
        dialog.kept.connect(then)
        self._context.prompts.show(dialog)

    def _take_head(self, series: Series, head: Masthead, texts: Series) -> None:
        """Give a series a head that was edited, and the texts that were taken over with it."""
        kept = self._desk.get_series(str(series.id))
        changed = replace(
            kept,
            masthead=head.key,
            name=texts.name,
            issuer=texts.issuer,
            marking=texts.marking,
            next_number=texts.next_number,
            next_total=texts.next_total,
        )
        try:
            self._save_series(changed)
        except InfodeskError as error:
            self._complain(error)
            self.series_changed.emit(series.id)

    def _save_series(self, series: Series) -> None:
        if series.id:
            kept = self._desk.save_series(series)
        else:
            kept = self._desk.add_series(
                key=series.key,
                name=series.name,
                issuer=series.issuer,
                masthead=series.masthead,
                next_number=series.next_number,
                next_total=series.next_total,
                marking=series.marking,
                distribution=series.distribution,
            )
        self.series_changed.emit(kept.id)

    def _save_distribution(
        self,
        issue: Issue,
        series: Series,
        recipients: tuple[Recipient, ...],
        for_series: bool,
    ) -> None:
        try:
            now = self._desk.get(issue.id)
            self._desk.set_details(issue.id, now.rev, distribution=recipients)
            if for_series:
                kept = self._desk.get_series(str(series.id))
                self._desk.save_series(replace(kept, distribution=recipients))
        except InfodeskError as error:
            self._complain(error)
        self.issue_changed.emit(issue.id)

    def _sign(self, issue: Issue, signer: str, on: date) -> None:
        signed = self._desk.sign(issue.id, signer, on)
        self._context.office.signer = signer.strip()
        text = self.tr("Signed: {number}").format(number=numbered(signed.number, signed.total))
        self._context.status.note.emit(text)
        self.issue_changed.emit(issue.id)

    def _withdraw(self, issue: Issue, by: str, reason: str) -> None:
        self._desk.withdraw(issue.id, by, reason)
        self._context.status.note.emit(self.tr("Withdrawn; the number stays taken."))
        self.issue_changed.emit(issue.id)

    def _discard(self, issue: Issue) -> None:
        try:
            self._desk.discard(issue.id)
        except InfodeskError as error:
            self._complain(error)
        self.issue_changed.emit(0)

    def _on_written(self, dialog: ExportDialog, path: Path, fonts: FontReport | None) -> None:
        self._context.office.exports = path.parent
        self._context.status.note.emit(self.tr("Written: {name}").format(name=path.name))
        if isValid(dialog):
            dialog.show_written(path, self._font_notes(fonts))

    def _font_notes(self, fonts: FontReport | None) -> list[str]:
        """Return what must be known of the fonts of a PDF or an OFD file."""
        notes: list[str] = []
        if fonts is None:
            return notes
        if fonts.stand_ins:
            notes.append(self.tr("Fonts that stood in:"))
            notes += [f"　{asked} → {used}" for asked, used in fonts.stand_ins]
        for name, reason in fonts.refused:
            because = say("cli", f"font-{reason}", self._context.language)
            text = self.tr("Installed but not used: {font}; {reason}")
            notes.append(text.format(font=name, reason=because))
        if fonts.borrowed:
            text = self.tr("Taken from another font: {characters}")
            notes.append(text.format(characters=" ".join(fonts.borrowed)))
        if fonts.missing:
            text = self.tr("No font here has these characters; a box is printed: {characters}")
            notes.append(text.format(characters=" ".join(fonts.missing)))
        return notes

    def _on_not_written(self, dialog: ExportDialog, error: Exception) -> None:
        if isValid(dialog):
            dialog.show_problem(explain(error, self._context.language))
        else:
            self._complain(error)

    def _on_printed(self, count: int) -> None:
        text = self.tr("{count} pages went to the printer.").format(count=count)
        self._context.status.note.emit(text)

    def _complain(self, error: Exception) -> None:
        self._context.status.problem.emit(explain(error, self._context.language))
