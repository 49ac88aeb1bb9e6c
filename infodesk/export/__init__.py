"""Writers of the neutral document: PDF and Word. ReportLab and python-docx load on first use."""

from __future__ import annotations

from pathlib import Path

from infodesk.core.document import Document
from infodesk.export.report import FontReport
from infodesk.typeset import fits, typeset

__all__ = ["FontReport", "pdf_of", "word_of"]


def pdf_of(document: Document, fonts_folder: Path) -> tuple[bytes, FontReport]:
    """Return a document as a PDF file, and what its fonts could not do as asked.

    Args:
        document: what to print.
        fonts_folder: where the bundled fonts are.

    Raises:
        InfodeskError: FONT_UNREADABLE, TEXT_UNPRINTABLE.
    """
    from infodesk.export import fonts, pdf

    loaded = fonts.load(fonts_folder)
    pages = typeset(document, loaded.metrics)
    data = pdf.render(pages, loaded, title=document.title, author=document.author)
    return data, loaded.coverage(document)


def word_of(document: Document, fonts_folder: Path) -> bytes:
    """Return a document as a Word file, its titles broken into lines as in the PDF.

    Args:
        document: what to write.
        fonts_folder: where the bundled fonts are; they are measured, not embedded.

    Raises:
        InfodeskError: FONT_UNREADABLE, TEXT_UNPRINTABLE.
    """
    from infodesk.export import fonts, word

    loaded = fonts.load(fonts_folder)
    return word.render(document, fits(document, loaded.metrics))
