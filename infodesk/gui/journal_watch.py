"""Looking after the open journal: its clock, and damage, weekly by itself and when asked.

Checks run on a connection of their own and on a thread of their own: the findings beside the text
do not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk.core.clock import stamp
from infodesk.core.errors import InfodeskError
from infodesk.gui.messages import explain
from infodesk.gui.tasks import Progress, Task, Tasks
from infodesk.messages import damage_sentence

if TYPE_CHECKING:
    from infodesk.core.journal_check import CheckReport
    from infodesk.gui.context import PageContext

CHECKED_AT = "journal.checked_at"
"""Setting: when the whole journal was last looked over and found sound."""

EVERY = timedelta(days=7)

BEGIN_AFTER_MS = 30_000
"""How long the clerk has the machine for herself after the journal is opened."""

MOST_SHOWN = 200


class JournalWatch(QObject):
    """Watches one open journal.

    Signals:
        checked: a check is over, whatever it found.
    """

    checked = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = Tasks(self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.check_quietly)

    def begin(self) -> None:
        """Say where the clock was set back; look the journal over soon, where that is due."""
        newest = self._context.workspace.clock_set_back()
        if newest is not None:
            words = self.tr(
                "Check the computer's clock: it stands before the newest entry of the audit chain, "
                "of {time}. What is written now is kept; its time may be wrong."
            )
            self._context.status.alarm.emit(words.format(time=f"{newest:%Y-%m-%d %H:%M}"))
        if self.is_due():
            self._soon.start(BEGIN_AFTER_MS)

    def end(self) -> None:
        """Stop what is under way or was to begin; called before the journal is closed."""
        self._soon.stop()
        self._tasks.finish()

    @property
    def is_busy(self) -> bool:
        """Whether a check is under way."""
        return self._tasks.is_busy

    def is_due(self) -> bool:
        """Whether the last sound check is a week old, or its time lies ahead."""
        kept = self._context.workspace.settings.get(CHECKED_AT)
        try:
            age = self._context.workspace.clock.now() - datetime.fromisoformat(kept)
        except ValueError:
            return True
        return not timedelta(0) <= age < EVERY

    def check_quietly(self) -> None:
        """Look the whole journal over; something is said only where something is wrong."""
        self._run(self._tell_damage, lambda _error: None)

    def check(self) -> None:
        """Look the whole journal over before the clerk's eyes, and say what was found."""
        from infodesk.gui.dialogs.progress_dialog import ProgressDialog

        title = self.tr("Check the journal")
        task = self._run(self._show, self._refuse)
        self._context.prompts.show(ProgressDialog(title, self.tr("Reading the journal"), task))

    def _run(
        self, done: Callable[[CheckReport], None], failed: Callable[[Exception], None]
    ) -> Task:
        path = self._context.workspace.path

        def work(progress: Progress) -> CheckReport:
            from infodesk import safekeeping

            return safekeeping.check_journal(path, full=True, tell=progress)

        def note(report: CheckReport) -> None:
            if report.sound and not self._context.workspace.is_read_only:
                now = self._context.workspace.clock.now()
                # Locked meanwhile, it is looked over once more.
                with suppress(InfodeskError):
                    self._context.workspace.settings.set(CHECKED_AT, stamp(now))
            done(report)
            self.checked.emit()

        def refuse(error: Exception) -> None:
            failed(error)
            self.checked.emit()

        return self._tasks.run(work, note, failed=refuse)

    def _tell_damage(self, report: CheckReport) -> None:
        if not report.sound:
            words = self.tr(
                "The journal is damaged in {count} places; nothing was changed. Settings › Check "
                "the journal names them. Keep a copy of the file, then restore a backup."
            )
            self._context.status.alarm.emit(words.format(count=len(report.damages)))

    def _show(self, report: CheckReport) -> None:
        from infodesk.gui.dialogs.outcome_dialog import OutcomeDialog

        self._tell_damage(report)
        if report.sound:
            words = self.tr(
                "No damage found: {rows} rows, {versions} versions and {entries} entries of the "
                "audit chain were read."
            )
            summary = words.format(
                rows=f"{report.rows:,}",
                versions=f"{report.versions:,}",
                entries=f"{report.chain.entries:,}",
            )
            self._context.prompts.inform(self.tr("Check the journal"), summary)
            return
        summary = self.tr("{count} things are wrong. Nothing was changed.").format(
            count=len(report.damages)
        )
        said = [damage_sentence(each, self._context.language) for each in report.damages]
        dialog = OutcomeDialog(summary, said[:MOST_SHOWN])
        dialog.setWindowTitle(self.tr("Check the journal"))
        self._context.prompts.show(dialog)

    def _refuse(self, error: Exception) -> None:
        said = explain(error, self._context.language)
        self._context.prompts.inform(self.tr("Check the journal"), said)
