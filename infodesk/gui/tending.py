"""Tends the drop of the open journal beside the window: by itself, when asked to, or never."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk.core.errors import InfodeskError
from infodesk.gui.messages import explain
from infodesk.gui.prompts import Prompts
from infodesk.gui.status import Status
from infodesk.gui.tasks import Progress, Task, Tasks

if TYPE_CHECKING:
    from infodesk.core.drops import Drop, Synced
    from infodesk.workspace import Workspace

log = logging.getLogger(__name__)


class Tending(QObject):
    """One drop, or none.

    Args:
        workspace: the open journal.
        prompts: how to show its dialogs.
        status: told in one sentence what a round brought, or why it brought nothing.
        language: returns ``zh`` or ``en``.

    Signals:
        began: a round is under way.
        progressed: files done, files in all.
        ended: a round is over; what it brought (Synced), or None; and its sentence.
    """

    began = Signal()
    progressed = Signal(int, int)
    ended = Signal(object, str)

    def __init__(
        self,
        workspace: Workspace,
        prompts: Prompts,
        status: Status,
        language: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._prompts = prompts
        self._status = status
        self._language = language
        # A worker of its own: a server that does not answer must not hold up pages and backups.
        self.tasks = Tasks(self)
        self._task: Task | None = None
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether a round is under way."""
        return self._task is not None

    def drop(self) -> Drop | None:
        """Return the drop that was set, with the password this session knows."""
        from infodesk.core.drop_settings import kept_drop

        kept = kept_drop(self.workspace.settings, self.workspace.secrets)
        return replace(kept, secret=self._secret) if kept and self._secret else kept

    def keep(self, drop: Drop | None, *, agreed: bool) -> None:
        """Keep the settings of a drop, or have none.

        A password that the journal may not hold is known until the journal is closed.

        Raises:
            InfodeskError: DROP_ADDRESS_WRONG, DROP_FOLDER_WRONG; nothing was kept.
        """
        from infodesk.core.drop_settings import forget_drop, keep_drop

        settings, secrets = self.workspace.settings, self.workspace.secrets
        self._secret = ""
        if drop is None:
            forget_drop(settings, secrets)
        else:
            may_keep = agreed or secrets.sealed
            kept = drop if may_keep else replace(drop, secret="")
            keep_drop(settings, secrets, kept, agreed=agreed)
            self._secret = "" if may_keep else drop.secret
        self.start()

    def start(self) -> None:
        """Begin to tend it by itself, where that is wanted."""
        self._timer.stop()
        drop = None if self.workspace.is_read_only else self.drop()
        if drop is not None and drop.active:
            self._timer.start(drop.every_minutes * 60_000)

    def pause(self) -> None:
        """Tend it no more by itself: the journal is locked or about to go."""
        self._timer.stop()
        self.stop()

    def stop(self) -> None:
        """Stop the round under way; what it has done stays done."""
        if self._task is not None:
            self._task.cancel()

    def end(self) -> None:
        """Stop and wait, for good; called before the journal is closed."""
        self._timer.stop()
        self.tasks.finish()
        self._task = None
        self.deleteLater()

    def sync(self) -> None:
        """Do one round now; one that is under way is enough."""
        from infodesk import mailing

        if self.is_busy:
            return
        drop = self.drop()
        journal, clock = self.workspace.path, self.workspace.clock
        try:
            if drop is not None:
                # On this thread: loading beside the window was seen to break Qt's memory.
                mailing.load(drop)
        except InfodeskError as error:
            self._on_failed(error)
            return
        secret = drop.secret if drop else ""

        def work(progress: Progress) -> Synced:
            return mailing.sync(journal, progress, clock=clock, secret=secret)

        self._task = self.tasks.run(work, self._on_done, failed=self._on_failed)
        self._task.progressed.connect(self.progressed)
        self._task.ended.connect(self._on_task_ended)
        self.began.emit()

    def show(self, take_in: Callable[[Path], None]) -> None:
        """Show what was sent and fetched; the settings where no drop is set yet.

        Args:
            take_in: is given a fetched file that the clerk wants to look at.
        """
        from infodesk.gui.dialogs.mailbox_dialog import MailboxDialog

        if self.drop() is None:
            self.show_settings()
            return
        dialog = MailboxDialog(self, language=self._language())
        dialog.settings_wanted.connect(self.show_settings)
        dialog.import_wanted.connect(take_in)
        self._prompts.show(dialog)

    def show_settings(self) -> None:
        """Show the settings of the drop."""
        from infodesk.gui.dialogs.drop_dialog import DropDialog

        self._prompts.show(DropDialog(self, prompts=self._prompts, language=self._language()))

    def _on_timeout(self) -> None:
        if not self.workspace.is_suspended:
            self.sync()

    def _on_task_ended(self) -> None:
        self._task = None
        # A round that was stopped tells nothing else.
        QTimer.singleShot(0, self, lambda: self.ended.emit(None, ""))

    def _on_done(self, synced: Synced) -> None:
        sentence = self._sentence(synced)
        if sentence:
            self._status.note.emit(sentence)
        self.ended.emit(synced, sentence or self.tr("Nothing new to send or to fetch"))

    def _on_failed(self, error: Exception) -> None:
        sentence = explain(error, self._language())
        log.warning("the drop was not tended: %s", type(error).__name__)
        self._status.note.emit(sentence)
        self.ended.emit(None, sentence)

    def _sentence(self, synced: Synced) -> str:
        """Say in one sentence what matters most of a round; empty where nothing happened."""
        if synced.troubles:
            return explain(synced.troubles[0], self._language())
        if synced.damaged:
            return self.tr("Drop: {count} files are damaged, such as {name}").format(
                count=len(synced.damaged), name=synced.damaged[0]
            )
        if synced.unsent:
            return self.tr("Drop: {count} exported files are gone or were changed").format(
                count=len(synced.unsent)
            )
        if synced.sent or synced.fetched:
            return self.tr("Drop: sent {sent}, fetched {fetched}").format(
                sent=len(synced.sent), fetched=len(synced.fetched)
            )
        return ""
