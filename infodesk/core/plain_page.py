"""Any text on the official page, with nothing added but page numbers.

On its own, so that a page can be made without loading what issues and items need.
"""

from __future__ import annotations

from infodesk.core.document import Document
from infodesk.core.recognition import text_of
from infodesk.core.styles import OFFICE


def plain(text: str, *, title: str = "") -> Document:
    """Return any text on the official page: each line a paragraph, headings by numbering."""
    return Document(title=title, author="", paragraphs=tuple(text_of(text)), styles=OFFICE)
