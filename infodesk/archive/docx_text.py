"""Word documents (.docx): the text a reader sees, in order; nothing in them is fetched or run.

The tree is walked here because python-docx's own ``text`` leaves out what stands in content
controls, smart tags and accepted insertions, which office documents are full of.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from infodesk.archive.faults import DamagedError, NotItsTypeError

MAX_UNPACKED = 256 << 20
"""Most bytes all parts of a document may unpack to, by their own account."""

MAX_PARTS = 5_000
"""Most parts a document may have."""

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved-away text, field codes, the reading aid above a character, and properties.
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "rt", "pPr", "rPr")} | {_FALLBACK}
)
_IN_RUN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def text_of(data: bytes) -> str:
    """Return the paragraphs of a document joined by line feeds.

    Raises:
        NotItsTypeError: a ZIP, but no Word document.
        DamagedError: a Word document that cannot be read, or one that unpacks beyond all measure.
    """
    body = opened(data).element.body
    try:
        return "\n".join(_blocks(body))
    except Exception as error:  # a foreign file may hold what no one expects
        raise DamagedError from error


def opened(data: bytes) -> Any:
    """Return a document as python-docx has it.

    Raises:
        NotItsTypeError: a ZIP, but no Word document.
        DamagedError: a Word document that cannot be read, or one that unpacks beyond all measure.
    """
    _require_measure(data)
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # a foreign parser on a foreign file may raise anything
        raise DamagedError from error


def _require_measure(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts = container.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DamagedError from error
    if _MAIN not in {part.filename for part in parts}:
        raise NotItsTypeError
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise DamagedError


def _blocks(parent: Any) -> Iterator[str]:
    """Yield a line for each paragraph and for each row of a table."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tr":
            yield "\t".join(_cell(cell) for cell in child.iter(f"{_W}tc") if _row_of(cell) is child)
        elif child.tag not in _UNSEEN and child.tag != f"{_W}sectPr":
            yield from _blocks(child)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"))


def _cell(cell: Any) -> str:
    return " ".join(line for line in _blocks(cell) if line)


def _paragraph(paragraph: Any) -> Iterator[str]:
    """Yield a paragraph's line, then the lines of the text boxes anchored in it."""
    boxes: list[Any] = []
    yield "".join(_pieces(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box)


def _pieces(parent: Any, boxes: list[Any]) -> Iterator[str]:
    for child in parent:
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            continue
        name = child.tag.removeprefix(_W)
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t" or child.tag == _MATH_TEXT:
            yield child.text or ""
        elif name in _IN_RUN:
            yield _IN_RUN[name]
        elif name == "sym":
            yield chr(int(child.get(f"{_W}char", "FFFD"), 16))
        else:
            yield from _pieces(child, boxes)
