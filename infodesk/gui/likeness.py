"""Near-duplicates of what is written, looked for beside the window when the keyboard rests."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk.core.checking.findings import Finding, Report
from infodesk.core.items import Item
from infodesk.gui.tasks import Tasks
from infodesk.workspace import Workspace

if TYPE_CHECKING:
    from infodesk.core.checking.likeness import Shelf

REST_MS = 1_500
"""How long the keyboard rests before the journal's other items are looked at."""

SHELF_SECONDS = 600
"""How old the other items' texts may be; reading thousands of them takes a moment."""

_RULE = "near-duplicate"


class LikenessLook(QObject):
    """Looks for near-duplicates of one item at a time.

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
        self._wanted: tuple[Item, Report] | None = None
        self._known: tuple[str, tuple[Finding, ...]] = ("", ())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._look)

    def look(self, item: Item, report: Report) -> None:
        """Look after a rest, unless another text comes first."""
        self._wanted = (item, report)
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
        kept = [one for one in findings if one.span.end <= len(content.text_of(one.span.section))]
        return with_findings(report, kept)

    def _look(self) -> None:
        if self._wanted is None or self._workspace.is_suspended:
            return
        item, report = self._wanted
        workspace = self._workspace
        shelf = self._shelf if time.monotonic() - self._read_at < SHELF_SECONDS else None

        def work(_progress: object) -> tuple[Shelf, Report]:
            others = workspace.shelf_beside() if shelf is None else shelf
            return others, workspace.with_near_duplicates(report, item, others)

        def done(result: tuple[Shelf, Report]) -> None:
            if shelf is None:
                self._shelf, self._read_at = result[0], time.monotonic()
            findings = tuple(each for each in result[1].findings if each.rule == _RULE)
            self._known = (item.id, findings)
            self.found.emit(item, result[1])

        # What can't be looked at now is looked at after the next pause of the keyboard.
        self._tasks.run(work, done, failed=lambda _error: None)
