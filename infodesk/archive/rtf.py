"""Rich text (.rtf): its text through striprtf, with the Chinese corner cases it leaves open."""

from __future__ import annotations

import re

from infodesk.archive.faults import DamagedError

_RAW_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]")
_CELL = re.compile(r"\\(?:nest)?cell(?![A-Za-z]) ?")


def text_of(data: bytes) -> str:
    """Return the paragraphs of a document joined by line feeds, cells of a row by tabs.

    Raises:
        DamagedError: it cannot be read.
    """
    from striprtf.striprtf import rtf_to_text

    # Bytes that ought to be escaped are decoded by the fonts' code pages once they are.
    ascii_only = data if b"\\bin" in data else _RAW_PAIR.sub(_escaped, data)
    source = _CELL.sub(r"\\tab ", ascii_only.decode("latin-1"))
    try:
        text: str = rtf_to_text(source)  # type: ignore[no-untyped-call]
        joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    except Exception as error:  # a foreign parser on a foreign file may raise anything
        raise DamagedError from error
    return joined.replace("\t\n", "\n").removesuffix("\n")


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in match.group())
