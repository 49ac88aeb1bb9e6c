"""The sign of how well a part is stated: full ●, half ◐ or empty ○, always beside its word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from infodesk.core.checking.findings import Fullness
from infodesk.gui.theme import Colours, colours_of


def tone_of(state: Fullness, colours: Colours) -> str:
    """Return the colour of a part's state."""
    return {
        Fullness.FULL: colours.done,
        Fullness.WEAK: colours.should,
        Fullness.MISSING: colours.must,
    }[state]


def draw_dot(painter: QPainter, rect: QRectF, state: Fullness, colour: str) -> None:
    """Draw the sign into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.4))
    painter.setBrush(QColor(colour) if state is Fullness.FULL else Qt.BrushStyle.NoBrush)
    box = rect.adjusted(0.7, 0.7, -0.7, -0.7)
    painter.drawEllipse(box)
    if state is Fullness.WEAK:
        painter.setBrush(QColor(colour))
        # From six to twelve o'clock over the left side, in sixteenths of a degree.
        painter.drawPie(box, 90 * 16, 180 * 16)
    painter.restore()


class PartDot(QWidget):
    """The sign as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: Fullness | None = None
        self.setFixedSize(12, 12)

    def show_state(self, state: Fullness | None) -> None:
        """Show a state, or nothing before the first check."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(12, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        painter = QPainter(self)
        colour = tone_of(self._state, colours_of(self))
        draw_dot(painter, QRectF(self.rect()), self._state, colour)
        painter.end()
