"""Text files: UTF-8 with or without its mark, UTF-16 with one, GB18030; nothing is guessed."""

from __future__ import annotations

import codecs
import re

from infodesk.archive.faults import UndecodableError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
_LONG_SEQUENCES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def text_of(data: bytes) -> str:
    """Return the text of a text file, its byte order mark removed, its line ends untouched.

    Raises:
        UndecodableError: a byte is wrong in the encoding the file comes closest to.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, len(mark))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_nearly_utf8(data):
            raise UndecodableError("UTF-8", error.start) from error
    return _decoded(data, "GB18030", 0)


def _decoded(data: bytes, encoding: str, start: int) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(encoding, start + error.start) from error


def _is_nearly_utf8(data: bytes) -> bool:
    """Say whether a text is UTF-8 with a few wrong bytes, which GB18030 might turn into nonsense.

    Chinese in GB18030 hardly ever looks like sequences of three UTF-8 bytes; damaged UTF-8 is
    made of little else.
    """
    in_sequences = sum(len(found) for found in _LONG_SEQUENCES.findall(data))
    return in_sequences * 2 >= len(_NOT_ASCII.findall(data))
