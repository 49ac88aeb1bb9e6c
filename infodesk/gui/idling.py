"""Noticing that nobody has touched the program for a while."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)

LEAST_APART_SECONDS = 1.0
"""The clock is wound no more often than this, however fast the mouse moves."""


class Idling(QObject):
    """Watches the windows of the program.

    It looks at what windows receive, not at what each widget does: those are few events.

    Signals:
        idle: nobody has touched anything for the time that was set.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._touched_at = 0.0
        self._is_watching = False

    def watch(self, milliseconds: int) -> None:
        """Begin to wait, anew; 0 waits no more."""
        self.stop()
        if milliseconds <= 0:
            return
        self._timer.setInterval(milliseconds)
        self._timer.start()
        self._is_watching = True
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window)
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()
        app = QGuiApplication.instance()
        if self._is_watching and isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._on_window)
            for window in QGuiApplication.topLevelWindows():
                window.removeEventFilter(self)
        self._is_watching = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touch()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            # Another dialog: somebody opened it.
            window.installEventFilter(self)
            self._touch()

    def _touch(self) -> None:
        now = monotonic()
        if now - self._touched_at >= LEAST_APART_SECONDS:
            self._touched_at = now
            self._timer.start()
