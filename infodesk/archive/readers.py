"""One door for every file a text may come in: decided by its first bytes as well as its name.

What is returned is the text as the file has it; cleaning it is ``core.intake``'s. A text file is
decoded and loses its byte order mark, its line ends are untouched; a Word document is its
paragraphs joined by line feeds, the cells of a table's row by tabs.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

from infodesk.archive import doc, docx_text, html, plain, programs, rtf
from infodesk.archive.faults import (
    DamagedError,
    EncryptedError,
    NotItsTypeError,
    TooOldError,
    UndecodableError,
)
from infodesk.core.errors import Code, InfodeskError

MAX_MEGABYTES = 50
"""Largest file that is opened, in MiB: a text of 100,000 characters with many pictures fits."""


class Form(Enum):
    """What the bytes of a file are."""

    PLAIN = "plain"
    ZIP = "zip"
    OLE = "ole"
    RTF = "rtf"
    HTML = "html"
    OTHER = "other"


_READERS: Mapping[Form, Callable[[bytes], str]] = {
    Form.PLAIN: plain.text_of,
    Form.ZIP: docx_text.text_of,
    Form.OLE: doc.text_of,
    Form.RTF: rtf.text_of,
    Form.HTML: html.text_of,
}

_WORD = frozenset({Form.ZIP, Form.OLE, Form.RTF, Form.HTML})
# A .doc may be any of the word processors' forms: systems of the office write HTML or RTF under it.
_FORMS: Mapping[str, frozenset[Form]] = {
    ".txt": frozenset({Form.PLAIN, Form.RTF}),
    ".docx": _WORD,
    ".doc": _WORD,
    ".wps": _WORD,
    ".rtf": _WORD,
    "": frozenset({Form.PLAIN}),
}
SUFFIXES: tuple[str, ...] = tuple(suffix for suffix in _FORMS if suffix)
"""Suffixes that can be read, for file dialogs and for sentences."""

_SIGNATURES: tuple[tuple[bytes, Form], ...] = (
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.OLE),
    (b"{\\rtf", Form.RTF),
    (b"%PDF-", Form.OTHER),
    (b"\x89PNG", Form.OTHER),
    (b"\xff\xd8\xff", Form.OTHER),
    (b"Rar!", Form.OTHER),
    (b"7z\xbc\xaf", Form.OTHER),
)


def read(path: Path) -> str:
    """Return the text of a file, not cleaned.

    Raises:
        InfodeskError: FILE_…: it is missing, no file, unreadable, too large, of no known type, not
            what its name says, damaged, encrypted, or holds nothing; TEXT_UNDECODABLE.
    """
    suffix = path.suffix.lower()
    data = bytes_of(path)
    if suffix not in _FORMS:
        raise InfodeskError(Code.FILE_TYPE_UNKNOWN, path=path, known=" ".join(SUFFIXES))
    if not data:
        raise InfodeskError(Code.FILE_EMPTY, path=path)
    form = form_of(data)
    if suffix == ".txt" and form is Form.HTML:
        form = Form.PLAIN
    if form not in _FORMS[suffix]:
        raise InfodeskError(Code.FILE_NOT_ITS_TYPE, path=path, suffix=suffix or "—")
    text = _text_of(path, data, form)
    if not text.strip():
        raise InfodeskError(Code.FILE_EMPTY, path=path)
    return text


def read_plain(path: Path) -> str:
    """Return the text of a file that must be plain text, whatever its suffix.

    Raises:
        InfodeskError: FILE_…: it is missing, no file, unreadable, too large; TEXT_UNDECODABLE.
    """
    return _text_of(path, bytes_of(path), Form.PLAIN)


def form_of(data: bytes) -> Form:
    """Return what the first bytes of a file say it is; plain where they say nothing."""
    for signature, form in _SIGNATURES:
        if data.startswith(signature):
            return form
    return Form.HTML if html.looks_like(data) else Form.PLAIN


def bytes_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        InfodeskError: FILE_…: it is missing, no file, unreadable, or too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InfodeskError(Code.FILE_IS_FOLDER, path=path)
        if not stat.S_ISREG(status.st_mode):
            raise InfodeskError(Code.FILE_NOT_REGULAR, path=path)
        if status.st_size > MAX_MEGABYTES << 20:
            size = -(-status.st_size >> 20)
            raise InfodeskError(Code.FILE_TOO_LARGE, path=path, size=size, limit=MAX_MEGABYTES)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InfodeskError(Code.FILE_MISSING, path=path) from error
    except OSError as error:
        raise InfodeskError(Code.FILE_UNREADABLE, path=path, reason=error.strerror) from error


def _text_of(path: Path, data: bytes, form: Form) -> str:
    try:
        return _READERS[form](data)
    except UndecodableError as fault:
        raise InfodeskError(
            Code.TEXT_UNDECODABLE, path=path, encoding=fault.encoding, offset=fault.offset
        ) from fault
    except EncryptedError as fault:
        raise InfodeskError(Code.FILE_ENCRYPTED, path=path) from fault
    except NotItsTypeError as fault:
        raise InfodeskError(Code.FILE_NOT_ITS_TYPE, path=path, suffix=path.suffix) from fault
    except (DamagedError, TooOldError) as fault:
        text = programs.converted(data) if form is Form.OLE else None
        if text is not None:
            return text
        code = Code.FILE_TOO_OLD if isinstance(fault, TooOldError) else Code.FILE_DAMAGED
        raise InfodeskError(code, path=path) from fault
