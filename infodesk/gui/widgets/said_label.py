"""The elements of a part: which are said, left to be verified, lacking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_GAP = "&nbsp;" * 3
"""Between two pieces; wider spaces would be taken for a single one."""

_GAP_CHARACTERS = "   "


class SaidLabel(QLabel):
    """One line of coloured pieces; where there is no room for all, the first ones give way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: list[tuple[str, str]] = []
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_pieces(self, pieces: Sequence[tuple[str, str]]) -> None:
        """Show pieces of words, each with its colour, the most important last."""
        self._pieces = list(pieces)
        self.setToolTip("\n".join(words for words, _ in pieces))
        self.setVisible(bool(pieces))
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._pieces), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(self._pieces[-1:]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._pieces
        while len(shown) > 1 and self._width(shown) > self.width():
            shown = shown[1:]
        self.setText(
            _GAP.join(f"<span style='color:{colour}'>{words}</span>" for words, colour in shown)
        )

    def _width(self, pieces: Sequence[tuple[str, str]]) -> int:
        words = _GAP_CHARACTERS.join(words for words, _ in pieces)
        # A word's last stroke may reach past its advance.
        return self.fontMetrics().horizontalAdvance(words) + 2
