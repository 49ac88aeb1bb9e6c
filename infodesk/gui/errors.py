"""Bugs: one hook writes a crash file without any item text, and shows one dialog.

Expected errors (``InfodeskError``) never come here; pages show their sentence.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, QTimer, Signal, qVersion

from infodesk import __version__
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import write_atomic

log = logging.getLogger(__name__)

KEPT = 20
"""Crash files that are kept; the oldest go first."""


class CrashHook(QObject):
    """Catches what nobody expected, on whichever thread.

    Signals:
        crashed: path of the file written, and its text; delivered on the main thread, once until
            ``ready`` is called again.
    """

    crashed = Signal(Path, str)
    _raised = Signal(Path, str)

    def __init__(self, folder: Path, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._now = now or (lambda: datetime.now(UTC))
        self._is_showing = False
        self._fatal: TextIO | None = None
        self._raised.connect(self._on_raised)

    def install(self) -> None:
        """Take over the hooks of the interpreter; dumps of hard crashes go to the same folder."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        import faulthandler

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._fatal = (self._folder / "fatal.log").open("a", encoding="utf-8")
            faulthandler.enable(self._fatal)
        except OSError:
            log.exception("the log folder can't be written")

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._fatal is not None:
            import faulthandler

            faulthandler.disable()
            self._fatal.close()
            self._fatal = None

    def ready(self) -> None:
        """Show the next crash too: the dialog of the last one was closed."""
        self._is_showing = False

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the crash file where it happened, and tell the main thread."""
        if isinstance(error, InfodeskError) and error.code is Code.JOURNAL_LOCKED:
            # A timer that asks a journal which the clerk locked meanwhile is no bug.
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(kind, trace)
        log.error("unexpected: %s", text)
        self._raised.emit(self._write(text), text)

    def _on_raised(self, path: Path, text: str) -> None:
        if not self._is_showing:
            self._is_showing = True
            # After what is under way has ended: it is in the middle of an exception.
            QTimer.singleShot(0, self, lambda: self.crashed.emit(path, text))

    def _write(self, text: str) -> Path:
        path = self._folder / f"crash-{self._now():%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomic(path, text.encode())
            for old in sorted(self._folder.glob("crash-*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            log.exception("the crash file could not be written")
        return path


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the text of a crash file: where it happened, no values, so no text of an item."""
    import platform
    import traceback

    frames = "".join(traceback.format_list(traceback.extract_tb(trace)))
    return (
        f"infodesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n{frames}{kind.__module__}.{kind.__qualname__}\n"
    )
