"""What a text is like, looked for beside the window: other items, and what it was copied from.

Both ask for more time than a pause of the keyboard.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk.core.checking.findings import Finding, Report
from infodesk.core.items import Item
from infodesk.gui.tasks import Tasks
from infodesk.workspace import Workspace

if TYPE_CHECKING:
    from infodesk.core.checking.context import Context
    from infodesk.core.checking.likeness import Shelf

REST_MS = 1_500
"""How long the keyboard rests before other texts are looked at."""

SHELF_SECONDS = 600
"""How old the other items' texts may be; reading thousands of them takes a moment."""

_RULES = ("near-duplicate", "copied-passage")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A text to look at: as it was checked, with what, and whether it was changed since shown."""

    item: Item
    report: Report
    around: Context | None
    is_new: bool


class LikenessLook(QObject):
    """Looks for near-duplicates and sources of one item at a time.

    Signals:
        found: the item with its content as it was looked at, and its report with what was found.
    """

    found = Signal(Item, Report)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._shelf: Shelf | None = None
        self._read_at = 0.0
        self._wanted: _Wanted | None = None
        self._known: tuple[str, tuple[Finding, ...]] = ("", ())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._look)

    def look(
        self, item: Item, report: Report, around: Context | None = None, *, is_new: bool = True
    ) -> None:
        """Look after a rest, unless another text comes first.

        Args:
            item: with its content as it was checked.
            report: of that check.
            around: what it was checked with; None where no texts on file are to be looked at.
            is_new: whether it was changed since it was shown. Of what is only read the journal
                was asked when it was written.
        """
        self._wanted = _Wanted(item, report, around, is_new)
        self._timer.start()

    def stop(self) -> None:
        """Look for nothing more."""
        self._timer.stop()
        self._wanted = None

    def carried(self, item: Item, report: Report) -> Report:
        """Return a newer report with what was found last, until it is looked for again."""
        # What the checker reads comes with the first check, after the first rows.
        from infodesk.core.checking.check import with_findings

        item_id, findings = self._known
        if item_id != item.id:
            return report
        content = item.content
        kept = [
            one
            for one in findings
            if all(
                span.end <= len(content.text_of(span.section)) for span in (one.span, *one.evidence)
            )
        ]
        return with_findings(report, kept)

    def _look(self) -> None:
        wanted, workspace = self._wanted, self._workspace
        if wanted is None or workspace.is_suspended:
            return
        seeks_sources = wanted.around is not None and workspace.has_references
        if not (wanted.is_new or seeks_sources):
            self._known = ("", ())
            self.found.emit(wanted.item, wanted.report)
            return
        shelf = self._shelf if time.monotonic() - self._read_at < SHELF_SECONDS else None
        index = workspace.reference_index() if seeks_sources else None

        def work(_progress: object) -> tuple[Shelf | None, Report]:
            item, report, around = wanted.item, wanted.report, wanted.around
            if around is not None and seeks_sources:
                on_file = index or workspace.index_beside()
                around = workspace.with_sources(around, item.content, on_file)
                report = workspace.check(item.content, item.kind, around)
            if not wanted.is_new:
                return shelf, report
            others = workspace.shelf_beside() if shelf is None else shelf
            return others, workspace.with_near_duplicates(report, item, others)

        def done(result: tuple[Shelf | None, Report]) -> None:
            others, report = result
            if others is not shelf:
                self._shelf, self._read_at = others, time.monotonic()
            if self._wanted is None:
                # Stopped meanwhile: who asked may be gone.
                return
            findings = tuple(each for each in report.findings if each.rule in _RULES)
            self._known = (wanted.item.id, findings)
            self.found.emit(wanted.item, report)

        # What can't be looked at now is looked at after the next pause of the keyboard.
        self._tasks.run(work, done, failed=lambda _error: None)
