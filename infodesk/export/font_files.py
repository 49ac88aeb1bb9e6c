"""What a font file says of itself: its names, its weight, and whether a page may carry it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from infodesk.export import sfnt
from infodesk.export.report import Unfit

_NAME_IDS = (1, 4, 6, 16)
"""Family, full name, PostScript name, typographic family."""

_LARGEST_NAMES = 1 << 18
_RESTRICTED = 0x0002
_USAGE = 0x000F
_NO_SUBSET = 0x0100
_BITMAPS_ONLY = 0x0200
_MODERN_OUTLINES = frozenset({"CFF ", "CFF2"})
_VARIATIONS = "fvar"
_NEEDED = frozenset(
    {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post"}
)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font of a file.

    Attributes:
        index: its place in a collection, 0 in a file of one.
        names: every name it goes by, as written, the Chinese family first where it has one.
        weight: 400 is regular, 700 bold.
        is_upright: neither slanted nor the bold companion of a regular font.
        unfit: why a page cannot carry it, None where it can.
    """

    index: int
    names: tuple[str, ...]
    weight: int
    is_upright: bool
    unfit: Unfit | None


def describe(path: Path) -> tuple[FontFile, ...]:
    """Return what the fonts of a file are; nothing where it is damaged beyond its names.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        try:
            return tuple(
                _described(stream, index, tables)
                for index, tables in enumerate(sfnt.directories(stream))
            )
        except (sfnt.NotAFontError, struct.error, OverflowError):
            return ()


def _described(stream: BinaryIO, index: int, tables: dict[str, tuple[int, int]]) -> FontFile:
    if "name" not in tables:
        raise sfnt.NotAFontError("name")
    names = tuple(dict.fromkeys(_names(sfnt.table(stream, tables["name"], _LARGEST_NAMES))))
    weight, usage, selection = 400, 0, 0
    if "OS/2" in tables:
        about = sfnt.table(stream, tables["OS/2"], 64)
        (weight,) = struct.unpack_from(">H", about, 4)
        (usage,) = struct.unpack_from(">H", about, 8)
        (selection,) = struct.unpack_from(">H", about, 62)
    style = 0
    if "head" in tables:
        (style,) = struct.unpack_from(">H", sfnt.table(stream, tables["head"], 54), 44)
    return FontFile(
        index,
        tuple(sorted(names, key=str.isascii)),
        weight,
        not style & 0b11 and not selection & 0b100001,
        _unfit(frozenset(tables), usage),
    )


def _unfit(tables: frozenset[str], usage: int) -> Unfit | None:
    if tables & _MODERN_OUTLINES:
        return Unfit.OUTLINES
    if _VARIATIONS in tables:
        return Unfit.VARIABLE
    if usage & _USAGE == _RESTRICTED or usage & (_NO_SUBSET | _BITMAPS_ONLY):
        return Unfit.RESTRICTED
    return None if tables >= _NEEDED else Unfit.DAMAGED


def _names(data: bytes) -> Iterator[str]:
    count, strings = struct.unpack_from(">2xHH", data)
    for number in range(count):
        platform, encoding, _, name_id, length, offset = struct.unpack_from(
            ">6H", data, 6 + 12 * number
        )
        if name_id not in _NAME_IDS:
            continue
        start = strings + offset
        name = _decoded(platform, encoding, data[start : start + length]).strip("\0 ")
        if name:
            yield name


def _decoded(platform: int, encoding: int, raw: bytes) -> str:
    """Return a name as text; old Chinese fonts keep GBK where UTF-16 is expected."""
    if platform == 3 and encoding == 3:
        return raw.replace(b"\0", b"").decode("gbk", "replace")
    if platform in (0, 3):
        return raw.decode("utf-16-be", "replace")
    if platform == 1:
        return raw.decode("gbk" if encoding == 25 else "mac_roman", "replace")
    return ""
