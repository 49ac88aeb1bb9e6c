"""Hiding everything a window shows behind one page, and giving it back as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from infodesk.gui.main_window import MainWindow


class Cover:
    """A page in the place of what a window shows.

    Dialogs are hidden, not closed: what was typed in them is there when the cover is taken off.
    """

    def __init__(self, window: MainWindow, page: QWidget) -> None:
        self._window = window
        self._focus = QApplication.focusWidget()
        self._title = window.windowTitle()
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        self._dialogs = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget is not window and widget.isVisible() and widget.isWindow()
        ]
        for dialog in self._dialogs:
            dialog.hide()
        nearest = Qt.FindChildOption.FindDirectChildrenOnly
        self._shortcuts = window.findChildren(QShortcut, options=nearest)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        window.setAcceptDrops(False)
        window.is_covered = True
        window.setWindowTitle("infodesk")
        self._body = _taken_from(window)
        self._body.hide()
        window.setCentralWidget(page)
        page.show()
        page.setFocus()

    def take_off(self) -> None:
        """Show again what was shown, where it was."""
        window = self._window
        _taken_from(window).deleteLater()
        window.setCentralWidget(self._body)
        self._body.show()
        window.is_covered = False
        window.setAcceptDrops(True)
        window.setWindowTitle(self._title)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)
        # What was done beside the window may have closed one, such as a bar of progress.
        for dialog in filter(isValid, self._dialogs):
            dialog.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()


def _taken_from(window: MainWindow) -> QWidget:
    """Take out what a window shows, which goes on living.

    Raises:
        LookupError: it shows nothing.
    """
    shown = window.takeCentralWidget()
    if shown is None:
        raise LookupError("central widget")
    return shown
