"""The container of TrueType fonts: its tables read one by one, and put together again."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import BinaryIO

_COLLECTION = b"ttcf"
_TABLES_MOST = 512
_FONTS_MOST = 64
_MAGIC_SUM = 0xB1B0AFBA


class NotAFontError(ValueError):
    """The bytes are no font, or a damaged one."""


def directories(stream: BinaryIO) -> list[dict[str, tuple[int, int]]]:
    """Return where the tables of each font of a file are: offset and length by name.

    A collection (TTC) holds several fonts, any other file one. Only directories are read.

    Raises:
        NotAFontError: the file is no font.
        OSError: it cannot be read.
    """
    if _exactly(stream, 0, 4) != _COLLECTION:
        return [_directory(stream, 0)]
    (count,) = struct.unpack(">L", _exactly(stream, 8, 4))
    if not 0 < count <= _FONTS_MOST:
        raise NotAFontError("fonts")
    starts = struct.unpack(f">{count}L", _exactly(stream, 12, 4 * count))
    return [_directory(stream, start) for start in starts]


def table(stream: BinaryIO, place: tuple[int, int], most: int) -> bytes:
    """Return a table's bytes, at most the first ``most``.

    Raises:
        NotAFontError: the file ends before the table does.
        OSError: it cannot be read.
    """
    offset, length = place
    return _exactly(stream, offset, min(length, most))


def tables_of(data: bytes) -> dict[str, bytes]:
    """Return the tables of a file that holds one font.

    Raises:
        NotAFontError: the bytes are no such font.
    """
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        found[tag.decode("latin-1")] = data[offset : offset + length]
    return found


def assembled(tables: Mapping[str, bytes]) -> bytes:
    """Return the file that holds these tables, ``head`` among them, checksums and all."""
    head = 0
    count = len(tables)
    power = count.bit_length() - 1
    data = bytearray(
        struct.pack(">LHHHH", 0x00010000, count, 16 << power, power, (count - (1 << power)) * 16)
    )
    data += bytes(16 * count)
    for number, tag in enumerate(sorted(tables)):
        content = tables[tag]
        if tag == "head":
            # The sum of the whole file stands here, and is taken with nothing in its place.
            head = len(data)
            content = content[:8] + bytes(4) + content[12:]
        padded = content + bytes(-len(content) % 4)
        entry = (tag.encode("latin-1"), _sum(padded), len(data), len(content))
        struct.pack_into(">4sLLL", data, 12 + 16 * number, *entry)
        data += padded
    struct.pack_into(">L", data, head + 8, (_MAGIC_SUM - _sum(data)) % 2**32)
    return bytes(data)


def _sum(data: bytes | bytearray) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) % 2**32


def _directory(stream: BinaryIO, start: int) -> dict[str, tuple[int, int]]:
    version, count = struct.unpack(">4sH", _exactly(stream, start, 6))
    if version not in (b"\x00\x01\x00\x00", b"true", b"OTTO") or not 0 < count <= _TABLES_MOST:
        raise NotAFontError("version")
    entries = _exactly(stream, start + 12, 16 * count)
    found = {}
    for tag, _, offset, length in struct.iter_unpack(">4sLLL", entries):
        found[tag.decode("latin-1")] = (offset, length)
    return found


def _exactly(stream: BinaryIO, offset: int, length: int) -> bytes:
    stream.seek(offset)
    data = stream.read(length)
    if len(data) < length:
        raise NotAFontError("end")
    return data
