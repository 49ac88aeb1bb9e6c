"""A font file read for ReportLab: its tables of numbers at once, not number by number."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import count
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

_WINDOWS = 3
_SEGMENTS, _GROUPS = 4, 12
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class QuickFace(TTFontFace):
    """A face with the same characters, widths and glyphs as ReportLab reads, sooner.

    A font whose map of characters has another form than the bundled ones' is left to ReportLab.
    """

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
    characters: dict[int, int] = {}
    for index, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        if offset == 0:
            shift = delta if start + delta < 0x10000 else delta - 0x10000
            if end + shift > 0xFFFF:
                return None
            characters.update(_run(start, end, start + shift))
            continue
        first = index + offset // 2
        glyphs = words[first : first + end - start + 1]
        if len(glyphs) != end - start + 1:
            return None
        characters.update(
            (code, (glyph + delta) & 0xFFFF if glyph else 0)
            for code, glyph in zip(range(start, end + 1), glyphs, strict=True)
        )
    return characters
