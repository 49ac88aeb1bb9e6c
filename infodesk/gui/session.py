"""One journal open in the window: opening it, the first-run questions, settings, closing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk import paths
from infodesk.core.clock import Clock
from infodesk.core.errors import InfodeskError
from infodesk.gui import preferences as kept_preferences
from infodesk.gui.main_window import MainWindow
from infodesk.gui.messages import explain
from infodesk.gui.palette_holder import PaletteHolder
from infodesk.gui.preferences import Preferences
from infodesk.gui.prompts import Prompts
from infodesk.gui.status import Status
from infodesk.gui.tasks import Progress, Tasks
from infodesk.gui.undoing import Undoing

if TYPE_CHECKING:
    # Both load the journal's machinery, which comes after the first paint.
    from infodesk.gui.backing_up import BackingUp
    from infodesk.gui.context import PageContext
    from infodesk.gui.dialogs.first_run_dialog import FirstAnswers
    from infodesk.gui.journal_watch import JournalWatch
    from infodesk.gui.locking import Locking
    from infodesk.gui.office import Office
    from infodesk.gui.read_only import ReadOnly
    from infodesk.gui.securing import Securing
    from infodesk.gui.ways_in import WaysIn
    from infodesk.storage.instance_lock import InstanceLock

log = logging.getLogger(__name__)

WARM_AFTER_MS = 1200

SAMPLE_FOLDER = "sample"
"""Folder of the sample office, beside the clerk's own journal and never mixed with it."""


class Session(QObject):
    """Holds the open journal; the window shows it, pages work on it.

    Signals:
        opened: a journal is open and its first page is shown.
        locked: a journal is encrypted, and its passphrase is asked for.
        dress_wanted: language, palette or size of text were chosen anew.
    """

    opened = Signal()
    locked = Signal()
    dress_wanted = Signal(Preferences)

    def __init__(
        self,
        window: MainWindow,
        prompts: Prompts,
        status: Status,
        *,
        folder: Path,
        preferences: Preferences,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._window = window
        self._prompts = prompts
        self._status = status
        self._folder = folder
        self._preferences = preferences
        self._clock = clock
        self._tasks = Tasks(self)
        self._undoing = Undoing(self)
        self._lock: InstanceLock | None = None
        self._backing_up: BackingUp | None = None
        self._locking: Locking | None = None
        self._ways: WaysIn | None = None
        self._read_only: ReadOnly | None = None
        self._palette = PaletteHolder(window, lambda: self.context, self)
        self.context: PageContext | None = None
        self.watch: JournalWatch | None = None
        window.listen_to_keys()
        window.settings_wanted.connect(self.show_settings)
        window.kinds_wanted.connect(self.show_kinds)
        window.sample_removal_wanted.connect(self.ask_to_remove_sample)
        window.closing.connect(self.close)
        window.zoom_wanted.connect(self.zoom)
        window.undo_wanted.connect(self._undoing.undo)
        window.redo_wanted.connect(self._undoing.redo)
        self._undoing.changed.connect(window.foot.offer_undo)
        self._undoing.done.connect(window.renew_page)
        self._undoing.refused.connect(lambda error: status.problem.emit(self._explain(error)))

    def start(self, journal: Path | None) -> None:
        """Open the journal named, else the one that was open last."""
        if journal is not None:
            self.open(journal)
        elif self._preferences.sample:
            self._open_sample()
        else:
            self.open(paths.default_journal())

    def open(self, journal: Path, *, read_only: bool = False, with_code: bool = False) -> None:
        """Open a journal; where it can't be opened, say why and offer ways to go on.

        One that the recovery code has just unlocked is given a new passphrase.
        """
        from infodesk.gui.context import context_of
        from infodesk.storage import instance_lock
        from infodesk.workspace import Workspace

        self.close()
        if self._locking is not None:
            self._locking.leave()
        try:
            if not read_only:
                journal.parent.mkdir(parents=True, exist_ok=True)
                self._lock = instance_lock.hold(journal)
            workspace = Workspace(journal, clock=self._clock, read_only=read_only)
        except (InfodeskError, OSError) as error:
            self._unlock()
            self._ways_in().offer(journal, error, read_only=read_only)
            return
        self.context = context_of(
            workspace,
            prompts=self._prompts,
            tasks=self._tasks,
            status=self._status,
            undoing=self._undoing,
            language=lambda: self._preferences.language,
            parent=self,
        )
        self._watch()
        if read_only:
            from infodesk.gui.read_only import ReadOnly

            self._read_only = ReadOnly(self)
        if self.context.office.name or read_only:
            self._show_pages()
        else:
            self._ask_first_questions()
        self._offer_passphrase(with_code)

    def close(self) -> None:
        """Close the journal, after what is under way; pages have kept their texts before.

        A last backup is made beside the window; ``wait`` waits for it.
        """
        backing_up = self._backing_up
        self._let_go()
        if backing_up is not None:
            backing_up.end()

    def wait(self) -> None:
        """Wait for the backup of a journal that was closed."""
        self._tasks.wait()

    def _let_go(self) -> None:
        if self.context is None:
            return
        if self._backing_up is not None:
            self._backing_up.stop()
            self._backing_up = None
        if self._locking is not None:
            self._locking.leave()
        self._tasks.finish()
        self.context.tending.end()
        self._palette.drop()
        if self.watch is not None:
            self.watch.end()
            self.watch = None
        self._window.forget_pages()
        self.context.searching.end()
        self.context.searching.deleteLater()
        self._undoing.clear()
        self.context.workspace.close()
        self.context = None
        if self._read_only is not None:
            self._read_only.end()
            self._read_only = None
        self._unlock()

    def show_settings(self) -> None:
        """Open the settings of office and window."""
        from infodesk.gui.dialogs.settings_dialog import SettingsDialog

        if self.context is None:
            return
        dialog = SettingsDialog(
            self.context.office,
            self._preferences,
            self._prompts,
            journal=self.context.workspace.path,
            read_only=self.context.workspace.is_read_only,
        )
        dialog.chosen.connect(self._on_settings_chosen)
        dialog.kinds_wanted.connect(self.show_kinds)
        dialog.backups_wanted.connect(self.show_backups)
        dialog.security_wanted.connect(self.show_security)
        dialog.drop_wanted.connect(self.context.tending.show_settings)
        if self.watch is not None:
            dialog.check_wanted.connect(self.watch.check)
        self._prompts.show(dialog)

    def show_kinds(self) -> None:
        """Show what the check of the open journal knows; the pages begin anew with what changed."""
        from infodesk.gui.dialogs.kinds_dialog import KindsDialog

        context = self.context
        if context is None or not self._window.leave_pages():
            return
        dialog = KindsDialog(
            context.workspace,
            prompts=self._prompts,
            tasks=context.tasks,
            language=context.language,
        )
        dialog.finished.connect(lambda _: self._show_pages())
        self._prompts.show(dialog)

    def show_security(self) -> None:
        """Show encryption and locking of the open journal."""
        if self.context is not None and self._window.leave_pages():
            self._secure(self.context).show()

    def _secure(self, context: PageContext) -> Securing:
        from infodesk.gui.securing import Securing

        def reopen(journal: Path) -> PageContext | None:
            self.open(journal)
            return self.context

        return Securing(
            context,
            let_go=self._let_go,
            reopen=reopen,
            changed=self._watch,
            explain=self._explain,
            parent=self,
        )

    def _locks(self) -> Locking:
        """Return the window's lock, made for the first encrypted journal."""
        from infodesk.gui.locking import Locking

        if self._locking is None:
            self._locking = Locking(
                self._window, is_busy=self._is_busy, explain=self._explain, parent=self
            )
            self._locking.covered.connect(self._on_covered)
            self._locking.unlocked.connect(self._on_unlocked)
        return self._locking

    def _is_busy(self) -> bool:
        tended = self.context is not None and self.context.tending.tasks.is_busy
        return self._tasks.is_busy or tended or (self.watch is not None and self.watch.is_busy)

    def _watch(self) -> None:
        context = self.context
        if context is not None and context.workspace.is_encrypted:
            self._locks().watch(context.workspace, context.office.idle_minutes)

    def _ways_in(self) -> WaysIn:
        """Return what is offered about a journal that does not open, made on first use."""
        from infodesk.gui.ways_in import WaysIn

        if self._ways is None:
            self._ways = WaysIn(
                self._prompts,
                open_=self.open,
                locks=self._locks,
                show_backups=lambda journal: self._show_backups(journal, None),
                leave=self._window.close_anyway,
                explain=self._explain,
                parent=self,
            )
            self._ways.locked.connect(self.locked)
        return self._ways

    def _on_covered(self) -> None:
        # Neither what was found nor a connection with its key stays behind the lock.
        self._palette.drop()
        if self.context is not None:
            self.context.searching.end()
            self.context.tending.pause()
        # The key is about to be forgotten: what changed is backed up before.
        if self._backing_up is not None:
            self._backing_up.make()
            self._backing_up.stop()
            self._backing_up = None

    def _on_unlocked(self, with_code: bool) -> None:
        self._watch()
        self._warm()
        if self.context is not None:
            self.context.searching.put_off()
        self._window.renew_page()
        self._offer_passphrase(with_code)

    def _offer_passphrase(self, with_code: bool) -> None:
        if with_code and self.context is not None and not self.context.workspace.is_read_only:
            self._secure(self.context).change_passphrase(is_recovered=True)

    def show_backups(self) -> None:
        """Show the backups of the open journal."""
        if self.context is not None and self._window.leave_pages():
            self._show_backups(self.context.workspace.path, self.context.office)

    def _show_backups(self, journal: Path, office: Office | None) -> None:
        from infodesk import safekeeping
        from infodesk.gui.dialogs.backups_dialog import BackupsDialog
        from infodesk.workspace import SystemClock

        safekeeping.warm()
        dialog = BackupsDialog(
            journal,
            office,
            prompts=self._prompts,
            tasks=self._tasks,
            clock=self._clock or SystemClock(),
            language=self._preferences.language,
        )
        dialog.restore_wanted.connect(lambda backup: self.restore(journal, backup))
        if office is None:
            dialog.rejected.connect(lambda: self.open(journal))
            dialog.ui.close_button.clicked.connect(dialog.reject)
        self._prompts.show(dialog)

    def restore(self, journal: Path, backup: Path) -> None:
        """Put a backup in the place of a journal, and open it."""
        from infodesk import safekeeping
        from infodesk.gui.dialogs.progress_dialog import ProgressDialog

        safekeeping.warm()
        self._let_go()
        clock = self._clock

        def replace_journal(_progress: Progress) -> None:
            with safekeeping.held(journal):
                safekeeping.restore(journal, backup, clock)

        def done(_nothing: None) -> None:
            self.open(journal)
            self._status.note.emit(self.tr("Restored; the journal before it is among the backups"))

        def failed(error: Exception) -> None:
            self._prompts.inform(self.tr("Restore"), self._explain(error))
            self.open(journal)

        task = self._tasks.run(replace_journal, done, failed=failed)
        dialog = ProgressDialog(self.tr("Restore"), self.tr("Putting the backup in place"), task)
        # Half done it would be finished at the next opening: there is nothing to stop.
        dialog.ui.stop_button.hide()
        self._prompts.show(dialog)

    def zoom(self, step: int) -> None:
        """Make text larger (1) or smaller (-1), as far as there are sizes."""
        sizes = list(kept_preferences.TEXT_SIZES)
        place = sizes.index(self._preferences.text_size) + step
        if 0 <= place < len(sizes):
            self._keep(self._preferences._replace(text_size=sizes[place]))

    def show_crash(self, path: Path, text: str, closed: Callable[[], None]) -> None:
        """Say that something unexpected happened, once."""
        from infodesk.gui.dialogs.crash_dialog import CrashDialog

        dialog = CrashDialog(path, text)
        dialog.finished.connect(closed)
        self._prompts.show(dialog)

    def ask_to_remove_sample(self) -> None:
        """Leave the sample office and remove its files, when the clerk agrees."""
        self._prompts.ask(
            self.tr("Sample office"),
            self.tr("The sample office and everything tried in it will be removed."),
            accept=self.tr("Remove"),
            then=self._remove_sample,
        )

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _remove_sample(self) -> None:
        from shutil import rmtree

        self.close()
        rmtree(self._folder / SAMPLE_FOLDER)
        self._keep(self._preferences._replace(sample=False))
        self.open(paths.default_journal())

    def _show_pages(self) -> None:
        context = self.context
        if context is None:
            return
        self._window.open(
            lambda entry: entry.build(context),
            context.office.name,
            sample=self._is_sample(context.workspace.path),
        )
        log.info("ready")
        self.opened.emit()
        watch = self._watch_over(context)
        if context.workspace.is_read_only:
            self._window.set_office(
                self.tr("{office} (read only)").format(office=context.office.name)
            )
            self._status.problem.emit(
                self.tr(
                    "This journal is open to read only: it can be looked at, exported and printed, "
                    "but nothing can be changed or saved."
                )
            )
            return
        # What the first save needs is loaded while the clerk looks at the list; on this thread,
        # since loading beside it was seen to break Qt's memory now and then.
        QTimer.singleShot(WARM_AFTER_MS, self, self._warm)
        context.searching.put_off()
        watch.begin()

    def _watch_over(self, context: PageContext) -> JournalWatch:
        from infodesk.gui.journal_watch import JournalWatch

        if self.watch is not None:
            self.watch.end()
        self.watch = JournalWatch(context, self)
        return self.watch

    def _warm(self) -> None:
        context = self.context
        if context is None:
            return
        context.workspace.warm()
        context.tending.start()
        if self._backing_up is not None or self._is_sample(context.workspace.path):
            return
        from infodesk.gui.backing_up import BackingUp

        journal = context.workspace.path
        self._backing_up = BackingUp(
            journal,
            tasks=self._tasks,
            status=self._status,
            clock=context.workspace.clock,
            explain=self._explain,
            parent=self,
        )
        self._backing_up.remind_of_drill(context.office.drilled_at)

    def _is_sample(self, journal: Path) -> bool:
        return journal.parent == self._folder / SAMPLE_FOLDER

    def _ask_first_questions(self) -> None:
        from infodesk.gui.dialogs.first_run_dialog import FirstRunDialog

        dialog = FirstRunDialog(self._preferences.language, self._prompts)
        dialog.language_chosen.connect(self._on_language_chosen)
        dialog.answered.connect(self._on_answered)
        dialog.sample_wanted.connect(self._open_sample)
        dialog.rejected.connect(self._window.close)
        self._prompts.show(dialog)
        self.opened.emit()

    def _on_answered(self, answers: FirstAnswers) -> None:
        context = self.context
        if context is None:
            return
        office = context.office
        office.name, office.superior = answers.office, answers.superior
        office.exports = answers.exports
        if answers.series and not context.workspace.bulletins.series():
            context.workspace.bulletins.add_series(
                key="xinxi",
                name=answers.series,
                issuer=answers.issuer,
                masthead=next(iter(context.workspace.mastheads)),
                next_number=answers.next_number,
                next_total=answers.next_total,
            )
        self._keep(self._preferences)
        self._show_pages()

    def _open_sample(self) -> None:
        from infodesk.gui.dialogs.progress_dialog import ProgressDialog

        folder, clock = self._folder / SAMPLE_FOLDER, self._clock

        def build(_progress: Progress) -> Path:
            from infodesk import demo

            return demo.build_office(folder, clock=clock).journal

        task = self._tasks.run(build, self._on_sample_built, failed=self._on_sample_refused)
        title, text = self.tr("Sample office"), self.tr("Setting up the sample office")
        dialog = ProgressDialog(title, text, task)
        dialog.rejected.connect(self._go_back_from_sample)
        self._prompts.show(dialog)

    def _on_sample_built(self, journal: Path) -> None:
        if not self._preferences.sample:
            self._keep(self._preferences._replace(sample=True))
        self.open(journal)

    def _on_sample_refused(self, error: Exception) -> None:
        self._prompts.inform(self.tr("Sample office"), self._explain(error))
        self._go_back_from_sample()

    def _go_back_from_sample(self) -> None:
        self._keep(self._preferences._replace(sample=False))
        if self.context is None:
            self.open(paths.default_journal())
        else:
            self._ask_first_questions()

    def _on_settings_chosen(self, chosen: Preferences) -> None:
        self._keep(chosen)
        if self.context is None:
            return
        self._window.leave_pages()
        self._palette.drop()
        self.context = replace(self.context, language=chosen.language)
        self._show_pages()

    def _on_language_chosen(self, language: str) -> None:
        self._keep(self._preferences._replace(language=language))
        if self.context is not None:
            self.context = replace(self.context, language=language)

    def _keep(self, chosen: Preferences) -> None:
        self._preferences = chosen
        self.dress_wanted.emit(chosen)
        try:
            kept_preferences.save(self._folder, chosen)
        except OSError as error:
            self._status.problem.emit(self._explain(error))

    def _explain(self, error: Exception) -> str:
        return explain(error, self._preferences.language)
