"""Whether a glyph of a font can be copied: its outline lies within the file, its parts too."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from reportlab.pdfbase.ttfonts import TTFontFace

_DEEPEST = 8
_HEADER = struct.Struct(">h8x")
_PART = struct.Struct(">HH")
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


def is_empty(face: TTFontFace, glyph: int) -> bool:
    """Say whether a glyph draws nothing.

    Raises:
        IndexError: the font has no such glyph.
    """
    return bool(face.glyphPos[glyph] == face.glyphPos[glyph + 1])


def is_whole(face: TTFontFace, glyph: int, depth: int = 0) -> bool:
    """Say whether a glyph and every glyph it is put together from can be copied.

    Raises:
        IndexError: the font lacks one of them.
        struct.error: the file ends within one.
    """
    start: int = face.glyphPos[glyph]
    end: int = face.glyphPos[glyph + 1]
    table: int
    length: int
    table, length = face.get_table_pos("glyf")
    face.hmetrics[glyph]
    if start == end:
        return True
    if not start + _HEADER.size <= end <= length or depth > _DEEPEST:
        return False
    # The face's own readers move a cursor that threads share.
    data: bytes = face._ttf_data  # type: ignore[attr-defined] # noqa: SLF001
    contours: int = _HEADER.unpack_from(data, table + start)[0]
    if contours >= 0:
        return table + end <= len(data)
    place = table + start + _HEADER.size
    return all(is_whole(face, part, depth + 1) for part in _parts(data, place))


def _parts(data: bytes, place: int) -> Iterator[int]:
    flags = _MORE
    while flags & _MORE:
        flags, glyph = _PART.unpack_from(data, place)
        yield glyph
        place += _PART.size + (4 if flags & _WORDS else 2)
        if flags & _SCALE:
            place += 2
        elif flags & _TWO_SCALES:
            place += 4
        elif flags & _MATRIX:
            place += 8
