"""Lets the wheel scroll the page a box stands on: it must not change what the box says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Watches boxes that stand on something that scrolls; its parent keeps it."""

    def watch(self, box: QWidget) -> None:
        """Keep the wheel away from a box that the keyboard is not in."""
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        if isinstance(watched, QWidget) and watched.hasFocus():
            return False
        # Not taken, so that it goes on to what scrolls.
        event.ignore()
        return True
