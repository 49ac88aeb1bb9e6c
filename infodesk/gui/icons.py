"""Icons: the line drawings of ``resources/icons``, drawn in a colour of the palette."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from infodesk import paths

_SCALES = (1.0, 1.5, 2.0, 3.0)


def icon(name: str, colour: str, *, checked: str = "", disabled: str = "", size: int = 20) -> QIcon:
    """Return an icon.

    Args:
        name: file name in ``resources/icons`` without its ending.
        colour: ``#RRGGBB`` of its lines.
        checked: colour while its button is pressed in; the same where empty.
        disabled: colour while its button is disabled; one that Qt makes of the first where empty.
        size: edge in logical pixels.

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(_drawn(drawing, colour, size, scale=scale))
        if disabled:
            result.addPixmap(_drawn(drawing, disabled, size, scale=scale), QIcon.Mode.Disabled)
        if checked:
            pixmap = _drawn(drawing, checked, size, scale=scale)
            result.addPixmap(pixmap, QIcon.Mode.Normal, QIcon.State.On)
    return result


def _drawn(drawing: bytes, colour: str, size: int, *, scale: float) -> QPixmap:
    data = QByteArray(drawing.replace(b"currentColor", colour.encode()))
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    edge = round(size * scale)
    reader.setScaledSize(QSize(edge, edge))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(scale)
    return pixmap
