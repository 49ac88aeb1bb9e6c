"""Searching beside the window, on a connection and a thread of its own; and keeping the index.

An answer that is no longer wanted is dropped, and the search for it broken off: what is typed next
is never waited for. The index takes in what changed when writing pauses, a handful at a time.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from infodesk.core.errors import InfodeskError

if TYPE_CHECKING:
    from infodesk.storage.search.search import Search
    from infodesk.workspace import Workspace

INDEX_AFTER_MS = 4_000
"""Pause of writing after which the index takes in what changed; also after a journal is opened."""

LOOK_AGAIN_MS = 20_000
"""After which it looks whether something came in otherwise, such as a batch."""

BETWEEN_MS = 40
"""Between two handfuls: a save that waits gets its turn."""

INDEX = "index"

Work = Callable[["Search"], Any]


class Searching(QObject):
    """Asks the journal one question after the other, on one thread.

    Signals:
        taken_in: the index holds everything.
    """

    taken_in = Signal()
    _answered = Signal(object, object)
    """The question and its answer; an error where it could not be answered."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._search: Search | None = None
        self._lock = Lock()
        self._running: _Question | None = None
        self._latest: dict[str, _Question] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # The connection belongs to the thread: it must not be replaced by another.
        self._pool.setExpiryTimeout(-1)
        self._answered.connect(self._on_answered)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_in)

    def ask(
        self,
        asker: str,
        work: Work,
        done: Callable[[Any], None],
        *,
        failed: Callable[[InfodeskError], None] = lambda _error: None,
    ) -> None:
        """Ask a question; an earlier one of the same asker is dropped.

        Args:
            asker: who asks, e.g. the list.
            work: asked on the thread.
            done: called on the main thread with the answer, while it is still wanted.
            failed: called instead where the journal can't be asked.
        """
        question = _Question(asker, work, done, failed)
        self.drop(asker)
        self._latest[asker] = question
        if self._workspace.is_read_only:
            # Such a journal is open once only, and small offices are where it happens.
            self._on_answered(question, work(self._workspace.search))
            return
        # Whatever the thread needs is loaded on this one (see ``Session``).
        self._workspace.warm()
        self._pool.start(lambda: self._work(question))

    def drop(self, asker: str) -> None:
        """Want no answer any more, and break the search off."""
        question = self._latest.pop(asker, None)
        with self._lock:
            if question is not None and self._running is question and self._search is not None:
                self._search.interrupt()

    def put_off(self) -> None:
        """Let the index take in what changed once writing pauses; begins to keep the index."""
        if not self._workspace.is_read_only:
            self._timer.start(INDEX_AFTER_MS)

    def end(self) -> None:
        """Drop every question and close the connection; before the journal is closed."""
        self._timer.stop()
        for asker in list(self._latest):
            self.drop(asker)
        self._pool.start(self._close)
        self._pool.waitForDone()

    def _take_in(self) -> None:
        self.ask(
            INDEX,
            lambda search: search.take_in(),
            self._on_taken_in,
            failed=lambda _error: self._timer.start(LOOK_AGAIN_MS),
        )

    def _on_taken_in(self, count: int) -> None:
        self._timer.start(BETWEEN_MS if count else LOOK_AGAIN_MS)
        if not count:
            self.taken_in.emit()

    def _is_wanted(self, question: _Question) -> bool:
        return self._latest.get(question.asker) is question

    def _work(self, question: _Question) -> None:
        """Answer a question, on the thread; no garbage is collected here (see ``Tasks``)."""
        was_on = gc.isenabled()
        gc.disable()
        try:
            self._answer(question)
        finally:
            if was_on:
                gc.enable()

    def _answer(self, question: _Question) -> None:
        if not self._is_wanted(question):
            return
        answer: object
        try:
            if self._search is None:
                self._search = self._workspace.search_beside()
            with self._lock:
                self._running = question
            answer = question.work(self._search)
        except InfodeskError as error:
            answer = error
        except Exception:  # noqa: BLE001 - the worker border: the hook reports what is a bug
            # One that was broken off raises too.
            if self._is_wanted(question):
                sys.excepthook(*sys.exc_info())
            return
        finally:
            with self._lock:
                self._running = None
        self._answered.emit(question, answer)

    @Slot(object, object)
    def _on_answered(self, question: _Question, answer: object) -> None:
        if not self._is_wanted(question):
            return
        del self._latest[question.asker]
        if isinstance(answer, InfodeskError):
            question.failed(answer)
        else:
            question.done(answer)

    def _close(self) -> None:
        if self._search is not None:
            self._search.close()
            self._search = None


class _Question:
    """Who asks what, and who is told."""

    def __init__(
        self,
        asker: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[InfodeskError], None],
    ) -> None:
        self.asker = asker
        self.work = work
        self.done = done
        self.failed = failed
