"""Fonts for tests: a few glyphs of a bundled font under names of the tester's choice."""

from __future__ import annotations

import struct

from infodesk.export import sfnt
from infodesk.export.fonts import Font
from infodesk.export.ofd_fonts import font_file

ENGLISH, CHINESE = 0x409, 0x804


def made(
    font: Font,
    characters: str,
    *,
    chinese: str = "",
    english: str = "Test Face",
    usage: int = 0,
    weight: int = 400,
    bold: bool = False,
    instead: dict[str, bytes] | None = None,
    without: tuple[str, ...] = (),
) -> bytes:
    """Return a font file with these characters.

    Args:
        font: whose glyphs it has.
        characters: which ones.
        chinese: family in Chinese; empty for none.
        english: family in English, also its PostScript name.
        usage: ``fsType``, what the licence allows.
        weight: 400 is regular.
        bold: whether it calls itself the bold companion.
        instead: tables to put in the place of its own.
        without: tables to leave out.
    """
    tables = sfnt.tables_of(font_file(font, characters))
    records = [(ENGLISH, 1, english), (ENGLISH, 6, english.replace(" ", ""))]
    if chinese:
        records.append((CHINESE, 1, chinese))
    tables["name"] = names(records)
    about = bytearray(tables["OS/2"])
    struct.pack_into(">HHH", about, 4, weight, 5, usage)
    tables["OS/2"] = bytes(about)
    head = bytearray(tables["head"])
    struct.pack_into(">H", head, 44, int(bold))
    tables["head"] = bytes(head)
    tables.update(instead or {})
    return sfnt.assembled({tag: data for tag, data in tables.items() if tag not in without})


def names(records: list[tuple[int, int, str]]) -> bytes:
    """Return a ``name`` table: language, number of the name, and the name."""
    places, texts = b"", b""
    for language, number, text in sorted(records):
        raw = text.encode("utf-16-be")
        places += struct.pack(">6H", 3, 1, language, number, len(raw), len(texts))
        texts += raw
    return struct.pack(">HHH", 0, len(records), 6 + len(places)) + places + texts


def collection(*fonts: bytes) -> bytes:
    """Return a TTC file of fonts."""
    start = 12 + 4 * len(fonts)
    places, body = b"", b""
    for data in fonts:
        base = start + len(body)
        moved = bytearray(data)
        (count,) = struct.unpack_from(">H", data, 4)
        for number in range(count):
            at = 12 + 16 * number + 8
            (offset,) = struct.unpack_from(">L", data, at)
            struct.pack_into(">L", moved, at, offset + base)
        places += struct.pack(">L", base)
        body += bytes(moved)
    return b"ttcf" + struct.pack(">LL", 0x00010000, len(fonts)) + places + body
