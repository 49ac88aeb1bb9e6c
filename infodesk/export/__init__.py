"""Writers of the neutral document: PDF, OFD and Word. The libraries they need load on first use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from infodesk.core.document import Document
from infodesk.export import garbage
from infodesk.export.installed_fonts import NONE, Installed
from infodesk.export.report import FontReport
from infodesk.typeset import fits, typeset

__all__ = ["FontReport", "Installed", "ofd_of", "pdf_of", "word_of"]


def pdf_of(
    document: Document, fonts_folder: Path, installed: Installed = NONE
) -> tuple[bytes, FontReport]:
    """Return a document as a PDF file, and what its fonts could not do as asked.

    Args:
        document: what to print.
        fonts_folder: where the bundled fonts are.
        installed: the user's own fonts, tried before the bundled ones.

    Raises:
        InfodeskError: FONT_UNREADABLE, TEXT_UNPRINTABLE.
    """
    with garbage.put_off():
        from infodesk.export import pdf

        return _paged(document, fonts_folder, installed, pdf.render)


def ofd_of(
    document: Document, fonts_folder: Path, installed: Installed = NONE
) -> tuple[bytes, FontReport]:
    """Return a document as an OFD file (GB/T 33190), and what its fonts could not do as asked.

    Args:
        document: what to print.
        fonts_folder: where the bundled fonts are.
        installed: the user's own fonts, tried before the bundled ones.

    Raises:
        InfodeskError: FONT_UNREADABLE, TEXT_UNPRINTABLE.
    """
    with garbage.put_off():
        from infodesk.export import ofd

        return _paged(document, fonts_folder, installed, ofd.render)


def word_of(document: Document, fonts_folder: Path, installed: Installed = NONE) -> bytes:
    """Return a document as a Word file, its titles broken into lines as in the PDF.

    Args:
        document: what to write.
        fonts_folder: where the bundled fonts are; they are measured, not embedded.
        installed: the user's own fonts, measured before the bundled ones.

    Raises:
        InfodeskError: FONT_UNREADABLE, TEXT_UNPRINTABLE.
    """
    with garbage.put_off():
        from infodesk.export import fonts, word

        loaded = fonts.load(fonts_folder, installed)
        return word.render(document, fits(document, loaded.metrics))


def _paged(
    document: Document, fonts_folder: Path, installed: Installed, render: Callable[..., bytes]
) -> tuple[bytes, FontReport]:
    """Set a document on pages and let a format of pages write them."""
    from infodesk.export import fonts

    loaded = fonts.load(fonts_folder, installed)
    pages = typeset(document, loaded.metrics)
    data = render(pages, loaded, title=document.title, author=document.author)
    return data, loaded.coverage(document)
