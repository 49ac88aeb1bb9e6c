"""A font inside an OFD file: a font file of its own, cut down to the characters of the text.

Readers look a character up in the font's map of Unicode, so the subset carries one; a character no
font has is mapped to the box that is printed for it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from infodesk.core.errors import Code, InfodeskError
from infodesk.export import sfnt
from infodesk.export.fonts import Font

_MOST_SEGMENTS = 8000
"""A map of format 4 states its length in 16 bits."""


def font_file(font: Font, characters: Iterable[str]) -> bytes:
    """Return a TrueType file with the glyphs of these characters.

    Raises:
        InfodeskError: FONT_UNREADABLE.
    """
    ordered = list(dict.fromkeys(characters))
    shapes = [font.drawn_as(character) for character in ordered]
    face = font.face
    order = {0: 0}
    glyphs = {
        ord(character): order.setdefault(face.charToGlyph.get(shape, 0), len(order))
        for character, shape in zip(ordered, shapes, strict=True)
    }
    try:
        tables = sfnt.tables_of(face.makeSubset(shapes))
    except Exception as error:
        raise InfodeskError(Code.FONT_UNREADABLE, font=font.path.name) from error
    tables["cmap"] = character_map(glyphs)
    return sfnt.assembled(tables)


def character_map(glyphs: dict[int, int]) -> bytes:
    """Return the ``cmap`` table of glyphs by code point: for the first plane, and for all."""
    full = _format_12(glyphs)
    basic = _format_4({code: glyph for code, glyph in glyphs.items() if code < 0xFFFF})
    parts = [(3, 1, basic), (3, 10, full)] if basic else [(3, 10, full)]
    head = struct.pack(">HH", 0, len(parts))
    offset = len(head) + 8 * len(parts)
    body = b""
    for platform, encoding, part in parts:
        head += struct.pack(">HHL", platform, encoding, offset + len(body))
        body += part
    return head + body


def _segments(glyphs: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield stretches whose glyphs follow each other as their codes do: start, end, first glyph."""
    start = end = -2
    first = 0
    for code in sorted(glyphs):
        if code == end + 1 and glyphs[code] == first + code - start:
            end = code
            continue
        if start >= 0:
            yield start, end, first
        start = end = code
        first = glyphs[code]
    if start >= 0:
        yield start, end, first


def _format_12(glyphs: dict[int, int]) -> bytes:
    groups = b"".join(struct.pack(">LLL", *segment) for segment in _segments(glyphs))
    return struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(groups) // 12) + groups


def _format_4(glyphs: dict[int, int]) -> bytes:
    segments = [*_segments(glyphs), (0xFFFF, 0xFFFF, 0)]
    count = len(segments)
    if count > _MOST_SEGMENTS:
        return b""
    power = count.bit_length() - 1
    head = struct.pack(
        ">7H", 4, 16 + 8 * count, 0, 2 * count, 2 << power, power, 2 * count - (2 << power)
    )
    ends = struct.pack(f">{count}H", *(end for _, end, _ in segments))
    starts = struct.pack(f">{count}H", *(start for start, _, _ in segments))
    deltas = struct.pack(f">{count}H", *((first - start) % 65536 for start, _, first in segments))
    return head + ends + bytes(2) + starts + deltas + bytes(2 * count)
