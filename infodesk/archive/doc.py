"""Binary Word documents (.doc, .wps): the main text, by its piece table.

legacy-doc opens the compound file; the text is taken out here, because legacy-doc's own extraction
drops private-use characters, empty lines and runs of spaces, runs a table into the paragraph after
it, and skips a damaged piece without a word. Source: [MS-DOC] 2.4.1 (retrieving text), 2.5 (FIB),
2.9.38 (Clx).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from infodesk.archive.faults import DamagedError, EncryptedError, NotItsTypeError, TooOldError

MAX_BYTES = 64 << 20

_WORD_97 = 0x00C1
_ENCRYPTED = 0x0100
_TABLE_IS_1 = 0x0200
_CCP_TEXT = 0x4C
_FC_CLX = 0x1A2
_PRC, _PCDT = 1, 2
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_CHARACTERS = str.maketrans(
    {
        "\r": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
        "\x0e": "\n",
        "\x07": "\t",
        "\x1e": "-",
        **dict.fromkeys("\x01\x02\x03\x04\x05\x08\x1f", ""),
    }
)


def text_of(data: bytes) -> str:
    """Return the paragraphs of the main text joined by line feeds.

    Raises:
        NotItsTypeError: a compound file, but no Word document.
        TooOldError: written by Word 95 or before.
        EncryptedError: it needs a password.
        DamagedError: it cannot be read.
    """
    from legacy_doc.ole import OleReader
    from legacy_doc.types import ExtractionOptions

    try:
        ole = OleReader(data, options=ExtractionOptions(max_file_bytes=MAX_BYTES))
        if ole.has_stream("EncryptedPackage"):
            raise EncryptedError
        if not ole.has_stream("WordDocument"):
            raise NotItsTypeError
        main: bytes = ole.read_stream("WordDocument")
        version, flags = struct.unpack_from("<2xH6xH", main)
        if flags & _ENCRYPTED:
            raise EncryptedError
        if version < _WORD_97:
            raise TooOldError
        table: bytes = ole.read_stream("1Table" if flags & _TABLE_IS_1 else "0Table")
        return _readable(_main_text(main, table))
    except (EncryptedError, NotItsTypeError, TooOldError):
        raise
    except Exception as error:  # a foreign parser on a foreign file may raise anything
        raise DamagedError from error


def _main_text(main: bytes, table: bytes) -> str:
    """Return the characters of the main text: no notes, headers or comments."""
    (length,) = struct.unpack_from("<I", main, _CCP_TEXT)
    start, size = struct.unpack_from("<II", main, _FC_CLX)
    units = b"".join(_pieces(main, _piece_table(table[start : start + size])))[: length * 2]
    if len(units) < length * 2:
        raise DamagedError
    return units.decode("utf-16-le", "replace")


def _piece_table(clx: bytes) -> bytes:
    position = 0
    while clx[position] == _PRC:
        (size,) = struct.unpack_from("<H", clx, position + 1)
        position += 3 + int(size)
    if clx[position] != _PCDT:
        raise DamagedError
    (size,) = struct.unpack_from("<I", clx, position + 1)
    return clx[position + 5 : position + 5 + size]


def _pieces(main: bytes, table: bytes) -> Iterator[bytes]:
    """Yield each piece as UTF-16; character positions count its units."""
    count = (len(table) - 4) // 12
    positions = struct.unpack_from(f"<{count + 1}I", table)
    for number, (first, last) in enumerate(pairwise(positions)):
        (place,) = struct.unpack_from("<2xI", table, 4 * (count + 1) + 8 * number)
        one_byte = bool(place & 0x40000000)
        place = (place & 0x3FFFFFFF) // 2 if one_byte else place & 0x3FFFFFFF
        end = place + (last - first) * (1 if one_byte else 2)
        if last < first or end > len(main):
            raise DamagedError
        piece = main[place:end]
        yield piece.decode("cp1252", "replace").encode("utf-16-le") if one_byte else piece


def _readable(text: str) -> str:
    """Return what a reader sees: fields by their results, a line per paragraph and table row."""
    shown: list[str] = []
    in_code: list[bool] = []
    for character in text:
        if character == _FIELD_BEGIN:
            in_code.append(True)
        elif character == _FIELD_RESULT and in_code:
            in_code[-1] = False
        elif character == _FIELD_END and in_code:
            in_code.pop()
        elif not any(in_code):
            shown.append(character)
    # A row ends with the mark of its last cell and one of its own.
    rows = "".join(shown).replace("\x07\x07", "\r")
    return rows.translate(_CHARACTERS).removesuffix("\n")
