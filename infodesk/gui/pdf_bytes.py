"""A PDF in memory, open for reading pages: for the preview and for paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument


class PdfBytes(QObject):
    """Pages read straight from the bytes that are exported.

    Attributes:
        document: the pages; none where the bytes are no PDF.
    """

    def __init__(self, data: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The document reads from the buffer as long as it lives, so both belong to this object.
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
