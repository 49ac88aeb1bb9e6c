"""What every page of the window answers to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page; built once, shown many times."""

    def enter(self) -> None:
        """Take up what may have changed while another page was shown."""

    def leave(self) -> bool:
        """Keep everything before the page is left or the window closed.

        Returns:
            False where something could not be kept: the window then asks before it closes.
        """
        return True

    def end(self) -> None:
        """Stop what is under way: the journal is about to be closed, the page to go."""

    def open_files(self, files: Sequence[Path]) -> None:
        """Open files that were dropped on the window."""
