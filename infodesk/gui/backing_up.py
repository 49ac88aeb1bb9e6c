"""Backs the open journal up beside the window: every half hour, and once it was closed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from infodesk import safekeeping
from infodesk.core.backups import EXIT, TIMED, is_drill_due
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.gui.status import Status
from infodesk.gui.tasks import Tasks
from infodesk.safekeeping import Safe

log = logging.getLogger(__name__)

EVERY_MS = 30 * 60 * 1000


class BackingUp(QObject):
    """Watches one journal.

    Args:
        journal: an open one.
        tasks: the one worker, which opens the journal for itself.
        status: told where a backup could not be made.
        clock: the office's.
        explain: returns what an error says.
    """

    def __init__(
        self,
        journal: Path,
        *,
        tasks: Tasks,
        status: Status,
        clock: Clock,
        explain: Callable[[Exception], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._tasks = tasks
        self._status = status
        self._clock = clock
        self._explain = explain
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.make)
        self._timer.start()

    def make(self) -> None:
        """Back up where anything changed; say where that was not possible."""
        self._run(TIMED, self._on_made, self._on_failed)

    def remind_of_drill(self, drilled_at: datetime | None) -> None:
        """Say so where no restore was tried for a month; ``drilled_at`` is when one was."""
        backups = safekeeping.shelf_of(self._journal, self._clock).backups()
        if is_drill_due(backups, drilled_at, self._clock.now()):
            self._status.note.emit(
                self.tr("A month without a restore drill: Settings, Backups, Restore drill")
            )

    def end(self) -> None:
        """Back up once more: the journal was closed, and nobody listens any more."""
        self._timer.stop()
        self._run(EXIT, lambda _safe: None, lambda error: log.warning("no backup: %s", error))

    def stop(self) -> None:
        """Back up no more: the journal is about to be replaced."""
        self._timer.stop()

    def _run(
        self, why: str, done: Callable[[Safe], None], failed: Callable[[Exception], None]
    ) -> None:
        journal, clock = self._journal, self._clock
        # On this thread: loading beside the window was seen to break Qt's memory now and then.
        safekeeping.warm()
        self._tasks.run(
            lambda progress: safekeeping.back_up(journal, why, clock=clock, progress=progress),
            done,
            failed=failed,
        )

    def _on_made(self, safe: Safe) -> None:
        if safe.problem is not None:
            # A stick that is not plugged in is no trouble, only something to know.
            away = safe.problem.code is Code.BACKUP_PLACE_MISSING
            tell = self._status.note if away else self._status.problem
            tell.emit(self._explain(safe.problem))
        elif safe.made is not None:
            self._status.note.emit(self.tr("Backed up {time}").format(time=f"{safe.made.at:%H:%M}"))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InfodeskError) and error.code is Code.JOURNAL_LOCKED:
            # Nothing changes while the window is locked.
            return
        self._status.problem.emit(self._explain(error))
