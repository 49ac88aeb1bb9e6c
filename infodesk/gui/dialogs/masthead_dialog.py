"""Edits a masthead beside the page it makes; takes one over from an issue made in Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QMenu, QWidget
from shiboken6 import isValid

from infodesk.core.bulletins import Series
from infodesk.core.document import Document
from infodesk.core.errors import InfodeskError
from infodesk.core.font_source import FontSource
from infodesk.core.masthead_proposal import Proposal
from infodesk.core.mastheads import Masthead
from infodesk.gui.forms.ui_masthead_dialog import Ui_MastheadDialog
from infodesk.gui.messages import explain, term
from infodesk.gui.pages.issue_papers import IssuePapers
from infodesk.gui.prompts import Prompts
from infodesk.gui.sample_issue import sample_issue
from infodesk.gui.tasks import Tasks
from infodesk.workspace import read_masthead

SAMPLE = 1
"""Any number: the papers of the dialog are those of the one sample issue."""

ROUND_PX = QSize(30, 60)
"""What of the screen a dialog leaves free."""


class MastheadDialog(QDialog):
    """A masthead with its live page; stays open and says why where it can't be kept.

    Args:
        masthead: what is shown first.
        shipped: the heads that ship, by key; each can be restored.
        series: whose texts the page shows.
        save: keeps a masthead as one of the office's own; raises an InfodeskError.
        now: the date on the page.
        tasks: where pages are laid out and files are read.
        fonts: where the fonts of the page come from.
        prompts: how to ask for a file and a colour.
        language: ``zh`` or ``en``, of what it says.

    Signals:
        kept: the Masthead, and the Series with the texts that were taken over.
    """

    kept = Signal(object, object)

    def __init__(
        self,
        masthead: Masthead,
        *,
        shipped: Mapping[str, Masthead],
        series: Series,
        save: Callable[[Masthead], Masthead],
        now: datetime,
        tasks: Tasks,
        fonts: Callable[[], FontSource],
        prompts: Prompts,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._series = series
        self._save = save
        self._now = now
        self._tasks = tasks
        self._prompts = prompts
        self._language = language
        self._proposal: Proposal | None = None
        self.ui = Ui_MastheadDialog()
        self.ui.setupUi(self)
        self.resize(self.size().boundedTo(self.screen().availableSize() - ROUND_PX))
        self.ui.preview.hide_button.hide()
        self.ui.preview.setMinimumWidth(300)
        self.ui.seen_frame.hide()
        self.ui.problem_label.hide()
        own = masthead.label if masthead.key not in shipped else self._proposed_label(series.name)
        self.ui.label_edit.setText(own)
        self.ui.masthead_edit.show_masthead(masthead)
        menu = QMenu(self)
        for each in shipped.values():
            menu.addAction(each.label).triggered.connect(partial(self._show, each))
        self.ui.restore_button.setMenu(menu)
        self.papers = IssuePapers(self._sample, tasks, self, fonts=fonts)
        self._connect()
        self._refresh()
        self.papers.follow(SAMPLE, at_once=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.papers.forget()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Lay out no more pages, and close."""
        self.papers.forget()
        super().done(result)

    def take_over(self, path: Path) -> None:
        """Read the head of an issue made in Word, and show it as a proposal."""
        self.ui.take_over_button.setEnabled(False)
        self._tasks.run(
            lambda _: read_masthead(path),
            self._while_open(partial(self._propose, path)),
            failed=self._while_open(self._on_unread),
        )

    def _connect(self) -> None:
        ui, papers = self.ui, self.papers
        ui.masthead_edit.changed.connect(self._on_changed)
        ui.masthead_edit.colour_asked.connect(self._ask_colour)
        ui.texts_check.toggled.connect(lambda _checked: self.papers.follow(SAMPLE))
        ui.label_edit.textChanged.connect(lambda _text: self._refresh())
        ui.take_over_button.clicked.connect(self._ask_file)
        ui.save_button.clicked.connect(self._on_save_clicked)
        ui.cancel_button.clicked.connect(self.reject)
        papers.started.connect(lambda: ui.preview.set_busy(True))
        papers.made.connect(ui.preview.show_pdf)
        papers.failed.connect(lambda e: ui.preview.show_notice(explain(e, self._language)))

    def _sample(self, _sample: int) -> Document:
        return sample_issue(self._texts(), self.ui.masthead_edit.masthead(), self._now)

    def _texts(self) -> Series:
        """Return the series as it would be kept."""
        seen = self._proposal
        if seen is None or not self.ui.texts_check.isChecked():
            return self._series
        return replace(
            self._series,
            name=seen.name or self._series.name,
            issuer=seen.issuer or self._series.issuer,
            marking=seen.marking or self._series.marking,
            # Numbers only go on: an issue of the journal may already have those in between.
            next_number=max(seen.next_number, self._series.next_number),
            next_total=max(seen.next_total, self._series.next_total),
        )

    def _show(self, masthead: Masthead, _checked: bool = False) -> None:
        self._proposal = None
        self.ui.seen_frame.hide()
        self.ui.masthead_edit.show_masthead(masthead)
        self._on_changed()

    def _propose(self, path: Path, seen: Proposal) -> None:
        self._proposal = seen
        self.ui.take_over_button.setEnabled(True)
        self.ui.masthead_edit.show_masthead(seen.masthead)
        self.ui.label_edit.setText(self._proposed_label(seen.name or self._series.name))
        texts = [text for text in (seen.name, seen.issuer, seen.marking) if text]
        if seen.next_number:
            texts.append(self.tr("next No. {number}").format(number=seen.next_number))
        if seen.next_total:
            texts.append(self.tr("next total {number}").format(number=seen.next_total))
        lines = [self.tr("Seen in {name}:").format(name=path.name), " · ".join(texts)]
        if seen.missing:
            parts = "、".join(term(f"head-{part}", self._language) for part in seen.missing)
            lines.append(self.tr("Not seen, so please check: {parts}.").format(parts=parts))
        self.ui.seen_label.setText("\n".join(lines))
        self.ui.texts_check.setChecked(self._series.id == 0 or not self._series.name)
        self.ui.seen_frame.show()
        self._on_changed()

    def _on_unread(self, error: Exception) -> None:
        self.ui.take_over_button.setEnabled(True)
        self._say(explain(error, self._language))

    def _on_changed(self) -> None:
        self._say("")
        self._refresh()
        self.papers.follow(SAMPLE)

    def _refresh(self) -> None:
        too_tall = self.ui.masthead_edit.is_too_tall
        if too_tall:
            self._say(self.tr("The head is taller than half a page; make its lines lower."))
        named = bool(self.ui.label_edit.text().strip())
        self.ui.save_button.setEnabled(named and not too_tall)

    def _say(self, problem: str) -> None:
        self.ui.problem_label.setText(problem)
        self.ui.problem_label.setVisible(bool(problem))

    def _ask_file(self) -> None:
        self._prompts.open_files(
            self.tr("Take over from a Word issue"),
            self.tr("Word issues (*.docx *.doc *.wps)"),
            then=lambda files: self.take_over(files[0]),
        )

    def _ask_colour(self) -> None:
        colour = QColor(self.ui.masthead_edit.masthead().colour)
        dialog = QColorDialog(colour)
        dialog.setWindowTitle(self.tr("Colour of the head"))
        dialog.colorSelected.connect(
            lambda chosen: self.ui.masthead_edit.set_colour(chosen.name().upper())
        )
        self._prompts.show(dialog)

    def _on_save_clicked(self) -> None:
        label = self.ui.label_edit.text().strip()
        try:
            kept = self._save(replace(self.ui.masthead_edit.masthead(), label=label))
        except InfodeskError as error:
            self._say(explain(error, self._language))
            return
        texts = self._texts()
        self.accept()
        self.kept.emit(kept, texts)

    def _proposed_label(self, name: str) -> str:
        return self.tr("Head of {name}").format(name=name) if name else self.tr("Our head")

    def _while_open(self, then: Callable[..., None]) -> Callable[..., None]:
        def tell(*results: object) -> None:
            if isValid(self):
                then(*results)

        return tell
