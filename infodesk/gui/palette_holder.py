"""Ctrl+K opens the palette of the journal that is open; it goes with the journal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infodesk.gui.main_window import MainWindow

if TYPE_CHECKING:
    # Loaded when it is first asked for.
    from infodesk.gui.context import PageContext
    from infodesk.gui.palette import Palette


class PaletteHolder(QObject):
    """Makes the palette when it is first asked for.

    Attributes:
        palette: the palette of the open journal; None before it was asked for.
    """

    def __init__(
        self, window: MainWindow, context: Callable[[], PageContext | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._context = context
        self.palette: Palette | None = None
        window.search_wanted.connect(self.open)

    def open(self) -> None:
        """Open the box in which anything is found by typing."""
        context = self._context()
        if context is None or not self._window.has_pages or self._window.is_covered:
            return
        if self.palette is None:
            from infodesk.gui.palette import Palette

            self.palette = Palette(self._window, context)
        self.palette.open()

    def drop(self) -> None:
        """Take it away: its journal is about to be closed, or locked, or spoken of otherwise."""
        if self.palette is not None:
            self.palette.end()
            self.palette = None
