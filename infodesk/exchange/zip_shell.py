"""The ZIP around a batch, in exactly one form.

Every byte outside the parts is given by the parts: no comment, no extra field, no gap, no time of
day, no attributes. A reader rebuilds the shell around the packed bytes it found and compares, so
that nothing can hide in it. Any unzip program opens it. Source: PKWARE APPNOTE 6.3.10, 4.3.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from infodesk.core.errors import Code, InfodeskError

try:
    # Intel's library packs six times as fast and unpacks twice, but not every machine has it.
    from isal import isal_zlib as deflate
except ImportError:
    import zlib as deflate  # type: ignore[no-redef]

STORED, DEFLATED = 0, 8

RATIO_FREE = 8 << 20
"""Unpacked size in bytes up to which any ratio is honest: repetitive text packs a thousandfold."""

MAX_RATIO = 200
"""Most a larger part may unpack to, as a multiple of its packed size."""

_LEVEL = 1

_ERROR: type[Exception] = deflate.error  # type: ignore[assignment]

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8_NAMES = 0x800
_MIDNIGHT, _FIRST_DAY = 0, 0x21  # 1980-01-01, the zero of ZIP's calendar


@dataclass(frozen=True, slots=True)
class Part:
    """A packed part: its name, and its bytes as they stand in the file."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes


def packed(name: str, data: bytes, *, method: int = DEFLATED) -> Part:
    """Pack a part."""
    if method == DEFLATED:
        return packed_pieces(name, (data,))
    return Part(name, STORED, deflate.crc32(data), len(data), data)


def packed_pieces(name: str, pieces: Iterable[bytes]) -> Part:
    """Deflate a part that comes in pieces, so that it never stands in memory whole."""
    packer = deflate.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    crc = size = 0
    front: list[bytes] = []
    for piece in pieces:
        crc = deflate.crc32(piece, crc)
        size += len(piece)
        front.append(packer.compress(piece))
    return Part(name, DEFLATED, crc, size, b"".join((*front, packer.flush())))


def shell(parts: Sequence[Part]) -> bytes:
    """Return the ZIP of the parts in their order."""
    front: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        common = (_UTF8_NAMES, part.method, _MIDNIGHT, _FIRST_DAY, part.crc, len(part.packed))
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *common, part.size, len(name), 0)
        front += (local, name, part.packed)
        directory += (
            _CENTRAL.pack(
                *(b"PK\1\2", _VERSION, _VERSION, *common, part.size, len(name)),
                *(0, 0, 0, 0, 0, offset),
            ),
            name,
        )
        offset += len(local) + len(name) + len(part.packed)
    size = sum(len(piece) for piece in directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), size, offset, 0)
    return b"".join((*front, *directory, end))


def parts_in(data: bytes, names: Sequence[str], more: re.Pattern[str] | None = None) -> list[Part]:
    """Return the packed parts of a file that has exactly these, in this order, and nothing else.

    Args:
        data: the file.
        names: of the parts it must have.
        more: what the names of further parts look like; they stand sorted, none twice.

    Raises:
        InfodeskError: BATCH_NOT_ONE, BATCH_ENTRIES_WRONG, BATCH_ALTERED.
    """
    if not data.startswith(b"PK\3\4"):
        raise InfodeskError(Code.BATCH_NOT_ONE)
    parts: list[Part] = []
    offset = 0
    while data[offset : offset + 4] == b"PK\3\4":
        part, offset = _part_at(data, offset)
        if len(parts) < len(names):
            fits = part.name == names[len(parts)]
        else:
            fits = more is not None and bool(more.fullmatch(part.name))
            fits = fits and (len(parts) == len(names) or parts[-1].name < part.name)
        if not fits:
            raise InfodeskError(Code.BATCH_ENTRIES_WRONG, name=part.name[:80])
        parts.append(part)
    if data[offset : offset + 4] != b"PK\1\2":
        raise InfodeskError(Code.BATCH_NOT_ONE)
    if len(parts) < len(names):
        raise InfodeskError(Code.BATCH_ENTRIES_WRONG, name=names[len(parts)])
    if shell(parts) != data:
        raise InfodeskError(Code.BATCH_ALTERED)
    return parts


def _part_at(data: bytes, offset: int) -> tuple[Part, int]:
    if offset + _LOCAL.size > len(data):
        raise InfodeskError(Code.BATCH_NOT_ONE)
    fields = _LOCAL.unpack_from(data, offset)
    method, crc, packed_size, size, name_size, extra_size = fields[3], *fields[6:11]
    start = offset + _LOCAL.size + name_size
    end = start + extra_size + packed_size
    if end > len(data):
        raise InfodeskError(Code.BATCH_NOT_ONE)
    if method not in (STORED, DEFLATED) or extra_size:
        raise InfodeskError(Code.BATCH_ALTERED)
    name = data[offset + _LOCAL.size : start].decode("ascii", "backslashreplace")
    return Part(name, method, crc, size, data[start:end]), end


def unpacked(part: Part, limit: int) -> bytes:
    """Return the bytes of a part, never more than it declares.

    Raises:
        InfodeskError: BATCH_TOO_LARGE, BATCH_PART_ALTERED.
    """
    honest = part.size <= RATIO_FREE or part.size <= MAX_RATIO * len(part.packed)
    if part.size > limit or not honest:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part=part.name)
    data = part.packed if part.method == STORED else _inflated(part)
    if len(data) != part.size or deflate.crc32(data) != part.crc:
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=part.name)
    return data


def _inflated(part: Part) -> bytes:
    inflater = deflate.decompressobj(-zlib.MAX_WBITS)
    try:
        data = bytes(inflater.decompress(part.packed, part.size + 1))
    except _ERROR as error:
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=part.name) from error
    if not inflater.eof or inflater.unused_data:
        raise InfodeskError(Code.BATCH_PART_ALTERED, name=part.name)
    return data
