"""Pictures: what a PNG or JPEG file says of its size, and whether it is whole.

Read from the file's own bytes: damage must come to light when a picture is taken in, not when the
page that shows it is printed.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from infodesk.core.errors import Code, InfodeskError

MOST_PIXELS = 80_000_000
"""Largest picture taken: twice an A4 sheet at 600 dpi."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample allowed with each kind of colour."""
_PNG_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PNG_PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""First column and row, and their steps, of each pass of an interlaced picture."""
_PIECE = 1 << 20

_JPEG = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Frames every reader draws: baseline, extended and progressive, coded by Huffman."""
_JPEG_OTHER_FRAMES = frozenset({*range(0xC3, 0xD0)} - {0xC4, 0xC8, 0xCC})
_JPEG_SCAN = 0xDA


class ImageFormat(StrEnum):
    """Kinds of picture file; the value ends a file's name."""

    PNG = "png"
    JPEG = "jpeg"


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture file that was found whole.

    Attributes:
        width_px: columns of the picture.
        height_px: rows of the picture.
        name: of the file, for the sentence of an error.
    """

    format: ImageFormat
    width_px: int
    height_px: int
    data: bytes = field(repr=False)
    name: str = field(default="", compare=False)


class _UnreadableError(Exception):
    """The bytes are not what they claim to be."""


def image_from(data: bytes, name: str = "") -> ImageFile:
    """Return the picture a file holds.

    Args:
        data: the whole file.
        name: of the file, for the sentence of the error.

    Raises:
        InfodeskError: IMAGE_UNREADABLE: neither PNG nor JPEG, damaged, cut off or beyond
            80 million pixels.
    """
    try:
        if data.startswith(_PNG):
            kind, (width, height) = ImageFormat.PNG, _png_size(data)
        elif data.startswith(_JPEG):
            kind, (width, height) = ImageFormat.JPEG, _jpeg_size(data)
        else:
            raise _UnreadableError("signature")
    except (_UnreadableError, struct.error, zlib.error) as error:
        raise InfodeskError(Code.IMAGE_UNREADABLE, image=name) from error
    return ImageFile(kind, width, height, data, name)


def _checked(width: int, height: int) -> tuple[int, int]:
    if not 0 < width * height <= MOST_PIXELS:
        raise _UnreadableError("size")
    return width, height


def _png_size(data: bytes) -> tuple[int, int]:
    chunks = _png_chunks(data)
    tag, start, length = next(chunks)
    if tag != b"IHDR" or length != 13:
        raise _UnreadableError("header")
    width, height, depth, colour, packing, filtering, interlaced = struct.unpack_from(
        ">2L5B", data, start
    )
    known = depth in _PNG_DEPTHS.get(colour, ()) and not packing and not filtering
    if not known or interlaced > 1:
        raise _UnreadableError("header")
    _checked(width, height)
    bits = depth * _PNG_SAMPLES[colour]
    expected = _png_bytes(width, height, bits, interlaced=bool(interlaced))
    unpacking, found, palette = zlib.decompressobj(), 0, False
    for tag, start, length in chunks:
        palette = palette or tag == b"PLTE"
        if tag != b"IDAT":
            continue
        rest = data[start : start + length]
        while rest and not unpacking.eof:
            found += len(unpacking.decompress(rest, _PIECE))
            rest = unpacking.unconsumed_tail
            if found > expected:
                raise _UnreadableError("pixels")
    if not unpacking.eof or found != expected or (colour == 3 and not palette):
        raise _UnreadableError("pixels")
    return width, height


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, start and length of each chunk up to the last one, their checksums compared."""
    place = len(_PNG)
    tag = b""
    while tag != b"IEND":
        length, tag = struct.unpack_from(">L4s", data, place)
        start = place + 8
        place = start + length + 4
        (stated,) = struct.unpack_from(">L", data, place - 4)
        if zlib.crc32(memoryview(data)[start - 4 : place - 4]) != stated:
            raise _UnreadableError("checksum")
        yield tag, start, length


def _png_bytes(width: int, height: int, bits: int, *, interlaced: bool) -> int:
    """Return the bytes of the unpacked pixels: each row has one more, which names its filter."""
    total = 0
    for column, row, across, down in _PNG_PASSES if interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(width - column) // across), -(-(height - row) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place, size = 2, None
    while True:
        mark, code = struct.unpack_from(">2B", data, place)
        if mark != 0xFF:
            raise _UnreadableError("marker")
        if code == 0xFF:
            place += 1
            continue
        (length,) = struct.unpack_from(">H", data, place + 2)
        if length < 2 or code in _JPEG_OTHER_FRAMES:
            raise _UnreadableError("frame")
        if code in _JPEG_FRAMES:
            depth, height, width, samples = struct.unpack_from(">B2HB", data, place + 4)
            if depth != 8 or samples not in (1, 3, 4):
                raise _UnreadableError("frame")
            size = _checked(width, height)
        place += 2 + length
        if code == _JPEG_SCAN:
            break
    # Cameras put small pictures and notes behind the end: it need not be the last thing.
    if size is None or data.find(_JPEG_END, place) < 0:
        raise _UnreadableError("end")
    return size
