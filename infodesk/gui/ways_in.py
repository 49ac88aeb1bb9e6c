"""What is left to do about a journal that does not open at once: unlock, restore, try again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from infodesk import encryption, safekeeping
from infodesk.core.errors import Code, InfodeskError
from infodesk.gui.prompts import Prompts

if TYPE_CHECKING:
    from infodesk.gui.locking import Locking


class Opener(Protocol):
    """Opens a journal."""

    def __call__(self, journal: Path, *, read_only: bool = False, with_code: bool = False) -> None:
        """Open it; ``with_code`` where the recovery code has just unlocked it."""
        ...


class WaysIn(QObject):
    """Offers the ways there are.

    Args:
        prompts: how to ask the clerk.
        open_: opens a journal; what it can't open comes back here.
        locks: returns what asks for a secret.
        show_backups: shows the backups of a journal that can't be opened.
        leave: closes the window.
        explain: returns what an error says.

    Signals:
        locked: a journal is encrypted, and its passphrase is asked for.
    """

    locked = Signal()

    def __init__(
        self,
        prompts: Prompts,
        *,
        open_: Opener,
        locks: Callable[[], Locking],
        show_backups: Callable[[Path], None],
        leave: Callable[[], None],
        explain: Callable[[Exception], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._open = open_
        self._locks = locks
        self._show_backups = show_backups
        self._leave = leave
        self._explain = explain

    def offer(self, journal: Path, error: Exception, *, read_only: bool) -> None:
        """Offer what can be done about a journal that was not opened because of an error."""
        if isinstance(error, InfodeskError) and error.code is Code.JOURNAL_LOCKED:
            self._unlock(journal, read_only=read_only)
        else:
            self._choose(journal, error)

    def ask_for_journal(self) -> None:
        """Ask which other journal to open."""
        self._prompts.open_files(
            self.tr("Open another journal"),
            self.tr("Journals (*.infodesk)"),
            then=lambda files: self._open(files[0]),
        )

    def _unlock(self, journal: Path, *, read_only: bool) -> None:
        try:
            is_unlocked = encryption.recall(journal)
        except InfodeskError as error:
            self._choose(journal, error)
            return
        if is_unlocked:
            self._open(journal, read_only=read_only)
            return
        self._locks().ask(
            journal,
            then=lambda with_code: self._open(journal, read_only=read_only, with_code=with_code),
            other=self.ask_for_journal,
        )
        self.locked.emit()

    def _choose(self, journal: Path, error: Exception) -> None:
        choices = {self.tr("Try again"): lambda: self._open(journal)}
        code = error.code if isinstance(error, InfodeskError) else None
        if code in safekeeping.RESCUED and journal.exists():
            choices[self.tr("Open to read only")] = lambda: self._open(journal, read_only=True)
        if code in safekeeping.RESTORABLE and safekeeping.shelf_of(journal).backups():
            choices[self.tr("Restore a backup…")] = lambda: self._restore(journal)
        if code in encryption.KEYLESS and encryption.has_kept_keys(journal):
            choices[self.tr("Take the key file of a backup")] = lambda: self._take_keys(journal)
        choices[self.tr("Open another journal…")] = self.ask_for_journal
        choices[self.tr("Quit")] = self._leave
        self._prompts.choose(
            self.tr("The journal can't be opened"), self._explain(error), choices=choices
        )

    def _restore(self, journal: Path) -> None:
        """Show the backups; sealed ones are unlocked first."""
        backups = [backup.path for backup in safekeeping.shelf_of(journal).backups()]
        # Those of before an encryption may still be plain.
        sealed = next(filter(encryption.is_encrypted, backups), None)
        if sealed is not None:
            self._locks().ask(
                sealed,
                then=lambda _with_code: self._show_backups(journal),
                other=self.ask_for_journal,
            )
        else:
            self._show_backups(journal)

    def _take_keys(self, journal: Path) -> None:
        try:
            encryption.take_kept_keys(journal)
        except InfodeskError as error:
            self._choose(journal, error)
        else:
            self._open(journal)
