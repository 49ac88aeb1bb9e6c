"""One item on the desk: when its text is kept, checked and kept as a version.

No widget: the editor is asked for its content, and told nothing but signals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from infodesk.core.checking.findings import Report
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import EDITABLE, Content, Item, VersionReason
from infodesk.gui.likeness import LikenessLook
from infodesk.gui.tasks import Tasks
from infodesk.workspace import Workspace

if TYPE_CHECKING:
    # What the checker reads comes with the first check, after the first rows.
    from infodesk.core.checking.context import Context

SAVE_AFTER_MS = 800
CHECK_AFTER_MS = 400
VERSION_EVERY = timedelta(minutes=10)

LONG = 8_000
"""Characters from which a check is done beside the window: shorter ones take milliseconds."""


class Drafting(QObject):
    """Keeps what is written.

    Signals:
        saved: the journal has answered that the text is kept.
        refused: the journal could not keep it; the text is still in the editor.
        warned: the text is kept, but the disk is nearly full.
        checked: the report of the text as it stands.
        versioned: a version was kept.
    """

    saved = Signal()
    refused = Signal(Exception)
    warned = Signal(Exception)
    checked = Signal(Report)
    versioned = Signal()

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        *,
        by: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._desk = workspace.items
        self._tasks = tasks
        self._by = by
        self._read: Callable[[], Content] = lambda: Content("", ())
        self._is_composing: Callable[[], bool] = lambda: False
        self.item: Item | None = None
        self._around: Context | None = None
        self._rev = 0
        self._kept: Content | None = None
        self._is_warm = False
        self._is_touched = False
        self._likeness = LikenessLook(workspace, tasks, self)
        self._likeness.found.connect(self._on_looked)
        self._save_timer = self._timer(SAVE_AFTER_MS, self.save)
        self._check_timer = self._timer(CHECK_AFTER_MS, self.check)
        self._version_timer = QTimer(self)
        self._version_timer.setInterval(int(VERSION_EVERY.total_seconds() * 1000))
        self._version_timer.timeout.connect(self._keep_timed_version)

    @property
    def can_edit(self) -> bool:
        """Whether the text may be changed."""
        item = self.item
        if item is None or self._workspace.is_read_only:
            return False
        return item.state in EDITABLE and item.discarded_at is None

    @property
    def is_dirty(self) -> bool:
        """Whether the editor holds something the journal does not."""
        return self.can_edit and self._read() != self._kept

    def take(
        self, item: Item, *, read: Callable[[], Content], is_composing: Callable[[], bool]
    ) -> None:
        """Work on an item; ``read`` returns the editor's content."""
        self._stop()
        self.item = item
        self._around = None
        self._rev = item.rev
        self._kept = item.content
        self._is_touched = False
        self._read = read
        self._is_composing = is_composing
        if self.can_edit:
            self._version_timer.start()

    def drop(self) -> None:
        """Work on nothing."""
        self._stop()
        self.item = None

    def touch(self) -> None:
        """Note that a key was pressed: keep and check when the keyboard pauses."""
        if self.can_edit:
            self._is_touched = True
            self._save_timer.start()
        self._check_timer.start()

    def save(self) -> bool:
        """Keep the text now; False where the journal refused."""
        self._save_timer.stop()
        item = self.item
        if item is None or not self.can_edit:
            return True
        content = self._read()
        if content == self._kept:
            return True
        try:
            is_tight = self._autosave(item.id, content)
        except (InfodeskError, OSError) as error:
            self.refused.emit(error)
            return False
        self._kept = content
        self.saved.emit()
        if is_tight:
            self.warned.emit(InfodeskError(Code.JOURNAL_DISK_TIGHT, path=self._workspace.path))
        return True

    def leave(self) -> bool:
        """Keep the text and a version of it; False where the journal refused."""
        if not self.save():
            return False
        self._keep_version(VersionReason.LEFT)
        return True

    def set_details(self, *, kind: str | None = None, unit: str | None = None) -> bool:
        """Change kind or unit of the item; False where the journal refused."""
        if self.item is None or not self.save():
            return False
        try:
            changed = self._desk.set_details(self.item.id, self._rev, kind=kind, unit=unit)
        except (InfodeskError, OSError) as error:
            self.refused.emit(error)
            return False
        self.item = changed
        self._rev = changed.rev
        self.saved.emit()
        return True

    def check(self) -> None:
        """Check the text as it stands; later, while an input method is at work or under a lock.

        The first check reads the lexicon: it is done beside the window, as are long ones.
        """
        self._check_timer.stop()
        item = self.item
        if item is None:
            return
        # A locked journal tells nothing of what the text is compared with.
        if self._is_composing() or self._workspace.is_suspended:
            self._check_timer.start()
            return
        content, kind, around = self._read(), item.kind, self._surroundings()
        if self._is_warm and len(content.body) < LONG:
            self._note(item, content, self._workspace.check(content, kind, around), around)
            return
        self._tasks.run(
            lambda _progress: self._workspace.check(content, kind, around),
            lambda report: self._note(item, content, report, around),
            failed=self.refused.emit,
        )

    def check_soon(self) -> None:
        """Check at once, or after a moment where the lexicon must be read first."""
        if self._is_warm:
            self.check()
        else:
            self._check_timer.start()

    def _surroundings(self) -> Context | None:
        """Return what the item is compared with, read from the journal once while it is shown."""
        if self._around is None and self.item is not None:
            self._around = self._workspace.surroundings(self.item)
        return self._around

    def _note(self, item: Item, content: Content, report: Report, around: Context | None) -> None:
        self._is_warm = True
        if not self._shows(item, content):
            return
        looked_at = replace(item, content=content)
        self._tell(item, self._likeness.carried(looked_at, report))
        on_file = None if self._workspace.is_read_only else around
        self._likeness.look(looked_at, report, on_file, is_new=self._is_touched)

    def _on_looked(self, item: Item, report: Report) -> None:
        if self._shows(item, item.content):
            self._tell(item, report)

    def _shows(self, item: Item, content: Content) -> bool:
        current = self.item
        return current is not None and current.id == item.id and self._read() == content

    def _tell(self, item: Item, report: Report) -> None:
        if not (self._workspace.is_read_only or self._workspace.is_suspended):
            self._desk.note_check(item.id, report)
        self.checked.emit(report)

    def _autosave(self, item_id: str, content: Content) -> bool:
        """Keep the text; return whether it took the ballast's room."""
        try:
            self._rev = self._desk.autosave(item_id, content, self._rev)
        except InfodeskError as error:
            if error.code is not Code.JOURNAL_BALLAST_GONE:
                raise
            self._rev = self._desk.autosave(item_id, content, self._rev)
            return True
        return False

    def _keep_timed_version(self) -> None:
        if not self._workspace.is_suspended and self.save():
            self._keep_version(VersionReason.TIMED)

    def _keep_version(self, reason: VersionReason) -> None:
        if self.item is None or not self.can_edit or not self._has_text():
            return
        try:
            kept = self._desk.keep_version(self.item.id, self._by(), reason)
        except (InfodeskError, OSError) as error:
            self.refused.emit(error)
            return
        if kept is not None:
            self.versioned.emit()

    def _has_text(self) -> bool:
        return self._kept is not None and bool(self._kept.title or self._kept.body)

    def _stop(self) -> None:
        self._likeness.stop()
        for timer in (self._save_timer, self._check_timer, self._version_timer):
            timer.stop()

    def _timer(self, interval_ms: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer
