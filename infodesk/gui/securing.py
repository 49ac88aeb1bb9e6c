"""What the clerk does about encryption: on, off, another passphrase, another recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from infodesk import encryption, safekeeping
from infodesk.core.errors import InfodeskError
from infodesk.gui.context import PageContext
from infodesk.gui.dialogs.passphrase_dialog import PassphraseDialog
from infodesk.gui.dialogs.progress_dialog import ProgressDialog
from infodesk.gui.dialogs.recovery_dialog import RecoveryDialog
from infodesk.gui.dialogs.security_dialog import SecurityDialog
from infodesk.gui.tasks import Progress


class Securing(QObject):
    """Leads through it, for one open journal.

    Args:
        context: the journal and the window's services.
        let_go: closes the journal; its pages have kept their texts.
        reopen: opens it again, and returns its context, None where it can't be opened.
        explain: returns what an error says.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        let_go: Callable[[], None],
        reopen: Callable[[Path], PageContext | None],
        changed: Callable[[], None],
        explain: Callable[[Exception], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._journal = context.workspace.path
        self._let_go = let_go
        self._reopen = reopen
        self._changed = changed
        self._explain = explain
        encryption.warm()
        safekeeping.warm()

    def show(self) -> None:
        """Show how the journal stands."""
        context = self._context
        is_encrypted = context.workspace.is_encrypted
        plain = self._plain_backups() if is_encrypted else 0
        dialog = SecurityDialog(
            context.office,
            is_encrypted=is_encrypted,
            plain_backups=plain,
            is_remembered=is_encrypted and self._is_remembered(),
        )

        def remember(remembered: bool) -> None:
            try:
                encryption.remember(self._journal, remembered=remembered)
            except (InfodeskError, OSError) as error:
                dialog.complain(self._explain(error))

        dialog.remember_wanted.connect(remember)
        dialog.encrypt_wanted.connect(self.encrypt)
        dialog.decrypt_wanted.connect(self.decrypt)
        dialog.passphrase_wanted.connect(self.change_passphrase)
        dialog.code_wanted.connect(self.renew_code)
        dialog.backups_wanted.connect(self.encrypt_backups)
        dialog.finished.connect(self._changed)
        context.prompts.show(dialog)

    def encrypt(self) -> None:
        """Ask for a passphrase, encrypt the journal, and show its recovery code."""
        title = self.tr("Encrypt the journal")
        text = self.tr(
            "Choose a passphrase. A few unrelated words are easy to keep in mind and hard to "
            "guess. You will then get a recovery code for the safe."
        )
        dialog = PassphraseDialog(title, text, self.tr("Encrypt"), asks_current=False)

        def given(_current: str, passphrase: str) -> None:
            dialog.accept()
            self._convert(
                title,
                self.tr("Encrypting the journal"),
                lambda progress: encryption.encrypt(self._journal, passphrase, progress),
                self._on_encrypted,
            )

        dialog.given.connect(given)
        self._context.prompts.show(dialog)

    def decrypt(self) -> None:
        """Take the encryption off, when the clerk agrees."""
        title = self.tr("Decrypt the journal")
        self._context.prompts.ask(
            title,
            self.tr(
                "Whoever has this disk can then read what the journal holds. Encrypted backups "
                "stay as they are, under their passphrase."
            ),
            accept=self.tr("Decrypt"),
            then=lambda: self._convert(
                title,
                self.tr("Decrypting the journal"),
                lambda progress: encryption.decrypt(self._journal, progress),
                lambda _nothing: None,
            ),
        )

    def change_passphrase(self, *, is_recovered: bool = False) -> None:
        """Ask for another passphrase; the present one need not be known after a recovery."""
        text = self.tr("The backups that can be reached open with the new one too.")
        if is_recovered:
            text = self.tr("The recovery code opened the journal. Choose a new passphrase now.")
        dialog = PassphraseDialog(
            self.tr("Change the passphrase"),
            text,
            self.tr("Change"),
            asks_current=not is_recovered,
        )

        def given(current: str, passphrase: str) -> None:
            try:
                if not is_recovered:
                    encryption.unlock(self._journal, current)
                clock = self._context.workspace.clock
                encryption.change_passphrase(self._journal, passphrase, clock)
            except (InfodeskError, OSError) as error:
                dialog.complain(self._explain(error))
                return
            dialog.accept()
            self._context.status.note.emit(self.tr("The passphrase was changed"))

        dialog.given.connect(given)
        self._context.prompts.show(dialog)

    def renew_code(self) -> None:
        """Make another recovery code, when the clerk agrees, and show it."""
        self._context.prompts.ask(
            self.tr("New recovery code"),
            self.tr("The code in the safe opens the journal no more; destroy its sheet then."),
            accept=self.tr("Make a new one"),
            then=self._renew_code,
        )

    def encrypt_backups(self) -> None:
        """Encrypt the backups that are still plain."""
        journal, clock = self._journal, self._context.workspace.clock
        self._run(
            self.tr("Backups"),
            self.tr("Encrypting older backups"),
            lambda progress: encryption.encrypt_backups(journal, clock, progress),
            lambda count: self._context.status.note.emit(
                self.tr("{count} older backups are encrypted now").format(count=count)
            ),
            self._complain,
        )

    def _renew_code(self) -> None:
        try:
            code = encryption.renew_code(self._journal, self._context.workspace.clock)
        except (InfodeskError, OSError) as error:
            self._complain(error)
            return
        self._show_code(code)

    def _on_encrypted(self, code: str) -> None:
        self._show_code(code).finished.connect(self._offer_backups)

    def _show_code(self, code: str) -> RecoveryDialog:
        context = self._context
        office = context.office
        dialog = RecoveryDialog(
            code,
            encryption.sheet(self._journal, code, office.name, context.workspace.clock),
            exports=office.exports,
            fonts=office.fonts,
            prompts=context.prompts,
            tasks=context.tasks,
            language=context.language,
        )
        context.prompts.show(dialog)
        return dialog

    def _offer_backups(self) -> None:
        count = self._plain_backups()
        if count:
            self._context.prompts.ask(
                self.tr("Backups"),
                self.tr(
                    "{count} older backups are still plain: anybody can read them. Shall they be "
                    "encrypted as well? Copies elsewhere are yours to look after."
                ).format(count=count),
                accept=self.tr("Encrypt them"),
                then=self.encrypt_backups,
            )

    def _plain_backups(self) -> int:
        try:
            return len(encryption.plain_backups(self._journal, self._context.workspace.clock))
        except (InfodeskError, OSError):
            # A stick that can't be read; what lies on it can't be encrypted now either.
            return 0

    def _is_remembered(self) -> bool:
        try:
            return encryption.is_remembered(self._journal)
        except InfodeskError:
            return False

    def _convert(
        self,
        title: str,
        text: str,
        work: Callable[[Progress], str | None],
        done: Callable[[str], None],
    ) -> None:
        journal = self._journal

        def held(progress: Progress) -> str | None:
            with safekeeping.held(journal):
                return work(progress)

        def converted(result: str) -> None:
            context = self._reopen(journal)
            if context is not None:
                self._context = context
                done(result)

        def failed(error: Exception) -> None:
            self._complain(error)
            self._reopen(journal)

        self._let_go()
        self._run(title, text, held, converted, failed, can_stop=False)

    def _run(
        self,
        title: str,
        text: str,
        work: Callable[[Progress], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
        *,
        can_stop: bool = True,
    ) -> None:
        task = self._context.tasks.run(work, done, failed=failed)
        dialog = ProgressDialog(title, text, task)
        if not can_stop:
            # Stopped at its very end, the journal would be encrypted and its code never shown.
            dialog.ui.stop_button.hide()
            dialog.rejected.disconnect(task.cancel)
        self._context.prompts.show(dialog)

    def _complain(self, error: Exception) -> None:
        self._context.prompts.inform(self.tr("Encryption and locking"), self._explain(error))
