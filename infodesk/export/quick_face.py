"""A font file read for ReportLab: its tables of numbers at once, not number by number.

A paper needs a few hundred glyphs out of megabytes, so the file is mapped and not read, and its
outlines are never copied as a whole.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

_WINDOWS = 3
_SEGMENTS, _GROUPS = 4, 12
_OUTLINES = "glyf"
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class QuickFace(TTFontFace):
    """A face with the same characters, widths and glyphs as ReportLab reads, sooner.

    A font whose map of characters has another form than the bundled ones' is left to ReportLab.
    """

    def readFile(self, f: Any) -> None:  # noqa: N802 - ReportLab's own name
        """Map the file."""
        self.filename = str(f)
        with open(f, "rb") as stream:  # noqa: PTH123 - ReportLab gives a text
            self._mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        # ReportLab's own names for a file's bytes and the place it reads from.
        vars(self).update(_ttf_data=self._mapped, _pos=0)

    def get_table(self, tag: str) -> Any:
        """Return a table as bytes, the outlines as what gives their bytes when they are sliced."""
        if tag == _OUTLINES:
            return _Outlines(self._mapped, self.get_table_pos(tag)[0])
        return super().get_table(tag)  # type: ignore[no-untyped-call]

    def extractInfo(self, charInfo: Any = 1) -> None:  # noqa: N802, N803 - ReportLab's own names
        """Read the font's tables."""
        characters = self._characters() if charInfo else None
        if characters is None:
            super().extractInfo(charInfo)
            return
        super().extractInfo(0)
        face: Any = self
        widths = self._read_widths()
        if _SPACE in characters:
            characters[_NO_BREAK_SPACE] = characters[_SPACE]
        elif _NO_BREAK_SPACE in characters:
            characters[_SPACE] = characters[_NO_BREAK_SPACE]
        face.charToGlyph = characters
        face.charWidths = dict(
            zip(characters, map(widths.__getitem__, characters.values()), strict=True)
        )
        face.defaultWidth = widths[0]
        face.glyphPos = self._outlines()

    def _characters(self) -> dict[int, int] | None:
        """Return the glyph of each character, None where the map is of another form."""
        face: Any = self
        table = face.get_table("cmap")
        _, length = struct.unpack_from(">HH", table)
        entries = [struct.unpack_from(">HHL", table, 4 + 8 * number) for number in range(length)]
        places = [place for platform, _, place in entries if platform == _WINDOWS]
        # A later map of the first kind of platform would be taken instead.
        if not places or entries[-1][0] != _WINDOWS:
            return None
        (form,) = struct.unpack_from(">H", table, places[-1])
        if form == _GROUPS:
            return _from_groups(table, places[-1])
        return _from_segments(table, places[-1]) if form == _SEGMENTS else None

    def _read_widths(self) -> list[float]:
        """Take each glyph's advance and bearing; return the advances in thousandths of an em."""
        face: Any = self
        (full,) = struct.unpack_from(">H", face.get_table("hhea"), 34)
        values = struct.unpack_from(f">{face.numGlyphs + full}H", face.get_table("hmtx"))
        advances, bearings = values[: 2 * full : 2], values[1 : 2 * full : 2]
        widths: list[float] = list(map(face._pdfScale, advances))  # noqa: SLF001 - ReportLab's own measure
        face.hmetrics = list(zip(advances, bearings, strict=True))
        face.hmetrics += [(widths[-1], bearing) for bearing in values[2 * full :]]
        rest: int = face.numGlyphs - full
        return widths + widths[-1:] * rest

    def _outlines(self) -> list[int]:
        """Return where each glyph's outline begins."""
        face: Any = self
        places = face.numGlyphs + 1
        (long,) = struct.unpack_from(">h", face.get_table("head"), 50)
        table = face.get_table("loca")
        if long:
            return list(struct.unpack_from(f">{places}L", table))
        return [place * 2 for place in struct.unpack_from(f">{places}H", table)]


class _Outlines:
    """The outlines of a font's glyphs, copied one by one."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, place: slice) -> bytes:
        return self._data[self._start + place.start : self._start + place.stop]


def _run(start: int, end: int, glyph: int) -> Iterator[tuple[int, int]]:
    return zip(range(start, end + 1), count(glyph), strict=False)


def _from_groups(table: bytes, place: int) -> dict[int, int]:
    (groups,) = struct.unpack_from(">L", table, place + 12)
    values = struct.unpack_from(f">{3 * groups}L", table, place + 16)
    starts, ends, glyphs = values[::3], values[1::3], values[2::3]
    if starts == ends:
        return dict(zip(starts, glyphs, strict=True))
    characters: dict[int, int] = {}
    for start, end, glyph in zip(starts, ends, glyphs, strict=True):
        if start == end:
            characters[start] = glyph
        else:
            characters.update(_run(start, end, glyph))
    return characters


def _from_segments(table: bytes, place: int) -> dict[int, int] | None:
    length, _, twice = struct.unpack_from(">HHH", table, place + 2)
    segments = twice // 2
    ends = struct.unpack_from(f">{segments}H", table, place + 14)
    starts, deltas, offsets = (
        struct.unpack_from(f">{segments}H", table, place + 16 + twice * column)
        for column in (1, 2, 3)
    )
    words = struct.unpack_from(f">{(length - 16 - 3 * twice) // 2}H", table, place + 16 + 3 * twice)
    glyphs: list[Iterable[int]] = []
    for index, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        if offset == 0:
            shift = delta if start + delta < 0x10000 else delta - 0x10000
            if end + shift > 0xFFFF:
                return None
            glyphs.append(range(start + shift, end + shift + 1))
            continue
        first = index + offset // 2
        found = words[first : first + end - start + 1]
        if len(found) != end - start + 1:
            return None
        glyphs.append([(glyph + delta) & 0xFFFF if glyph else 0 for glyph in found])
    codes = (range(start, end + 1) for start, end in zip(starts, ends, strict=True))
    return dict(zip(chain.from_iterable(codes), chain.from_iterable(glyphs), strict=True))
