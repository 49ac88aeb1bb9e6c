"""The lock of the window over an encrypted journal: by hand, by idleness, and at the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk import encryption
from infodesk.core.errors import InfodeskError
from infodesk.core.recovery_code import looks_like_code
from infodesk.gui.cover import Cover
from infodesk.gui.idling import Idling
from infodesk.gui.main_window import MainWindow
from infodesk.gui.widgets.lock_page import LockPage
from infodesk.workspace import Workspace

AGAIN_AFTER_MS = 100

MINUTE_MS = 60_000


class Locking(QObject):
    """Covers the window; then closes the journal and forgets its key.

    What was typed is saved before; what is under way beside the window is waited for.

    Args:
        is_busy: tells whether anything is.
        explain: returns what an error says.

    Signals:
        covered: the window shows nothing any more, the journal is still open.
        locked: the journal is closed and its key forgotten.
        unlocked: the journal is open again; whether the recovery code opened it.
    """

    covered = Signal()
    locked = Signal()
    unlocked = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        *,
        is_busy: Callable[[], bool],
        explain: Callable[[Exception], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._is_busy = is_busy
        self._explain = explain
        self._workspace: Workspace | None = None
        self._cover: Cover | None = None
        self._idling = Idling(self)
        self._idling.idle.connect(self.lock)
        window.lock_wanted.connect(self.lock)

    def watch(self, workspace: Workspace, idle_minutes: int) -> None:
        """Offer the lock over a journal that was opened; over a plain one there is none."""
        # One that can't be written may be read from a copy, which goes when it is closed.
        locks = workspace.is_encrypted and not workspace.is_read_only
        self._workspace = workspace if locks else None
        self._window.lock_button.setVisible(locks)
        self._idling.watch(idle_minutes * MINUTE_MS if locks else 0)

    def leave(self) -> None:
        """Offer it no more: the journal is about to be closed."""
        self._workspace = None
        self._idling.stop()
        self._window.lock_button.hide()
        self._uncover()

    def ask(
        self,
        journal: Path,
        *,
        then: Callable[[bool], None],
        other: Callable[[], None],
    ) -> None:
        """Ask for the secret of a journal that is to be opened.

        Args:
            journal: an encrypted one.
            then: called once it is unlocked; whether the recovery code opened it.
            other: called where another journal is wanted.
        """
        page = LockPage(self.tr("The journal is encrypted"), str(journal), offers_other=True)

        def give(secret: str) -> None:
            if self._opens(page, journal, secret):
                self._uncover()
                then(looks_like_code(secret))

        page.given.connect(give)
        page.other_wanted.connect(other)
        page.quit_wanted.connect(self._window.close)
        self._uncover()
        self._cover = Cover(self._window, page)

    def lock(self) -> None:
        """Save, cover the window, and close the journal as soon as nothing is under way.

        Where something can't be saved, the window says so and stays open.
        """
        workspace = self._workspace
        if workspace is None or self._cover is not None or not self._window.leave_pages():
            return
        office = self._window.office_label.text()
        page = LockPage(self.tr("Locked"), office, offers_other=False)
        page.given.connect(lambda secret: self._reopen(page, secret))
        page.quit_wanted.connect(self._window.close)
        self._cover = Cover(self._window, page)
        self._idling.stop()
        self.covered.emit()
        self._suspend()

    def _suspend(self) -> None:
        workspace = self._workspace
        if workspace is None or self._cover is None:
            return
        if self._is_busy():
            QTimer.singleShot(AGAIN_AFTER_MS, self, self._suspend)
            return
        workspace.suspend()
        self.locked.emit()

    def _reopen(self, page: LockPage, secret: str) -> None:
        workspace = self._workspace
        if workspace is None or not self._opens(page, workspace.path, secret):
            return
        if workspace.is_suspended:
            try:
                workspace.resume()
            except (InfodeskError, OSError) as error:
                page.complain(self._explain(error))
                return
        self._uncover()
        self.unlocked.emit(looks_like_code(secret))

    def _opens(self, page: LockPage, journal: Path, secret: str) -> bool:
        try:
            encryption.unlock(journal, secret)
        except (InfodeskError, OSError) as error:
            page.complain(self._explain(error))
            return False
        return True

    def _uncover(self) -> None:
        if self._cover is not None:
            self._cover.take_off()
            self._cover = None
