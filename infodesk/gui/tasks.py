"""Long work: done on one worker thread, its end told on the main thread."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from infodesk.core.errors import InfodeskError

Progress = Callable[[int, int], None]


class CancelledError(Exception):
    """Raised inside ``progress`` when the clerk stopped the work."""


class Task(QObject):
    """One piece of work under way.

    Signals:
        progressed: steps done, steps in all.
        ended: the work is over, whichever way.
    """

    progressed = Signal(int, int)
    ended = Signal()
    _succeeded = Signal(object)
    _refused = Signal(object)

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._stop = Event()
        self._succeeded.connect(self._on_succeeded)
        self._refused.connect(self._on_refused)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; ``done`` will not be called."""
        self._stop.set()

    def work(self, work: Callable[[Progress], Any]) -> None:
        """Do the work; called on the worker thread.

        Garbage is not collected meanwhile: a collection on this thread frees what it finds of the
        window's too, and a Qt object freed on another thread than its own breaks the memory.
        """
        was_on = gc.isenabled()
        gc.disable()
        try:
            self._tell(work)
        finally:
            if was_on:
                gc.enable()

    def _tell(self, work: Callable[[Progress], Any]) -> None:
        try:
            result = work(self._step)
        except CancelledError:
            self._refused.emit(None)
        except (InfodeskError, OSError) as error:
            self._refused.emit(error)
        except Exception:  # noqa: BLE001 - the worker border: the hook reports what is a bug
            sys.excepthook(*sys.exc_info())
            self._refused.emit(None)
        else:
            self._succeeded.emit(result)

    def _step(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(done, total)

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        cancelled = self._stop.is_set()
        done = self._let_go()[0]
        self.ended.emit()
        if not cancelled:
            done(result)
        self.deleteLater()

    @Slot(object)
    def _on_refused(self, error: Exception | None) -> None:
        cancelled = self._stop.is_set()
        failed = self._let_go()[1]
        self.ended.emit()
        if error is not None and not cancelled:
            failed(error)
        self.deleteLater()

    def _let_go(self) -> tuple[Callable[[Any], None], Callable[[Exception], None]]:
        """Return whom to tell and forget them: they may hold what this task is a child of."""
        told = self._done, self._failed
        self._done = self._failed = lambda _nobody: None
        return told


class Tasks(QObject):
    """Runs work one after the other beside the window.

    Work gets values and paths, never a widget or the journal, and calls its ``progress`` often:
    that is where it can be stopped.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def run(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        *,
        failed: Callable[[Exception], None],
    ) -> Task:
        """Start work and return it.

        Args:
            work: called on the worker thread with ``progress(done, total)``.
            done: called on the main thread with what ``work`` returned.
            failed: called on the main thread with an InfodeskError or OSError.
        """
        task = Task(done, failed, parent=self)
        # By the function itself: a QRunnable of Python's outlives the one that the pool deletes,
        # and what is made next at the same address is taken for it.
        self._pool.start(lambda: task.work(work))
        return task

    @property
    def is_busy(self) -> bool:
        """Whether work is under way, or its end has still to be told."""
        return bool(self.findChildren(Task))

    def finish(self) -> None:
        """Stop what is under way and wait for it; called before the journal is closed.

        Nothing is told any more: what ``done`` would touch may be gone.
        """
        for task in self.findChildren(Task):
            task.cancel()
        self._pool.waitForDone()

    def wait(self) -> None:
        """Wait for what is under way without stopping it."""
        self._pool.waitForDone()
