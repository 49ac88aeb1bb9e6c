"""Paper: the pages of a PDF, rendered at the printer's own resolution."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from infodesk.gui.pdf_bytes import PdfBytes

FINEST_DPI = 600
"""Finer than this no office printer shows a difference, and an A4 page would take over 140 MB."""


def print_pages(data: bytes, printer: QPrinter, progress: Callable[[int, int], None]) -> int:
    """Print the pages the printer's range names, each on the whole sheet; return how many.

    Makes its own document, so that it may run beside the window.

    Raises:
        OSError: the printer, or the file it prints to, takes no page.
    """
    pdf = PdfBytes(data)
    pages = pdf.document
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or pages.pageCount(), pages.pageCount())
    # Paper edge to paper edge: the margins are already part of the page.
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError(printer.printerName() or printer.outputFileName())
    try:
        for number in range(first, last + 1):
            progress(number - first, last - first + 1)
            if number > first:
                printer.newPage()
            _print_page(pages, number - 1, printer, painter)
    finally:
        painter.end()
    return last - first + 1


def _print_page(pages: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    points = pages.pagePointSize(page)
    finest = min(printer.resolution(), FINEST_DPI)
    size_px = QSize(round(points.width() * finest / 72), round(points.height() * finest / 72))
    paper_px = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    scale = printer.resolution() / 72
    target = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    if target.width() > paper_px.width() + 2 or target.height() > paper_px.height() + 2:
        # Paper smaller than the page: the whole page is shown, smaller.
        size = target.size().scaled(paper_px.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
    painter.drawImage(target, pages.render(page, size_px))
