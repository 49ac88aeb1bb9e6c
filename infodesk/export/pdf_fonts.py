"""A font inside a PDF: a composite font with two-byte codes, subset, with its own text map.

ReportLab's own way cuts a font into pieces of 256 characters, so that a line of Chinese changes the
font every few characters, and writes a wrong text map beyond U+FFFF. Here a run is one operator and
every code point comes out as it went in.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase import pdfdoc

from infodesk.core.errors import Code, InfodeskError
from infodesk.export.fonts import Font

_CODES_PER_PART = 20_000
_ENTRIES_PER_BLOCK = 100
_SYMBOLIC = 4
_REPLACEMENT = "\ufffd"


class _Codes(dict[str, str]):
    """The code of each character, given out when it is first met."""

    def __init__(self, give: Callable[[str], str]) -> None:
        super().__init__()
        self._give = give

    def __missing__(self, character: str) -> str:
        code = self[character] = self._give(character)
        return code


class FontUse:
    """What one PDF uses of one font.

    ReportLab calls :meth:`addObjects` when it writes the file.
    """

    def __init__(self, font: Font, name: str) -> None:
        self._font = font
        self._name = name
        self._first = self._part_name(0)
        self._codes = _Codes(self._add)
        self._parts: list[dict[str, int]] = []

    def encoded(self, text: str) -> list[tuple[str, str]]:
        """Return pairs of the font's name in the page and the text in hexadecimal codes.

        Raises:
            InfodeskError: TEXT_UNPRINTABLE for half a surrogate pair.
        """
        codes = "".join(map(self._codes.__getitem__, text))
        if len(self._parts) == 1:
            return [(self._first, codes)]
        # More distinct characters than one part holds: one piece a character, rare and slow.
        return [(self._part_of(character), self._codes[character]) for character in text]

    def _part_of(self, character: str) -> str:
        part = next(i for i, held in enumerate(self._parts) if character in held)
        return self._part_name(part)

    def _add(self, character: str) -> str:
        if "\ud800" <= character <= "\udfff":
            raise InfodeskError(Code.TEXT_UNPRINTABLE, character=f"U+{ord(character):04X}")
        if not self._parts or len(self._parts[-1]) == _CODES_PER_PART:
            self._parts.append({})
        part = self._parts[-1]
        # Readers take a mapped U+FFFD for "unknown" and give the code itself: let it be the same.
        code = ord(character) if character == _REPLACEMENT else len(part) + 1
        part[character] = code
        return f"{code:04X}"

    def _part_name(self, part: int) -> str:
        return f"{self._name}x{part}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - the name ReportLab calls
        """Write the parts of the font into a document."""
        fonts = doc.idToObject["BasicFonts"].dict
        for number, characters in enumerate(self._parts):
            name = self._part_name(number)
            fonts[name] = doc.Reference(self._composite(doc, number, characters), name)

    def _composite(self, doc: Any, number: int, characters: dict[str, int]) -> Any:
        face = self._font.face
        drawn = [self._font.drawn_as(character) for character in characters]
        base = f"{_tag(number)}+{face.name.decode('ascii')}"
        name = self._part_name(number)
        # Ready-made, since ReportLab takes its time over each object.
        widths: list[bytes] = []
        for character, code in characters.items():
            advance = round((self._font.advance(character) or 0) * 1000)
            widths += [b"%d" % code, b"[ %d ]" % advance]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{base}",
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
                ),
                "FontDescriptor": self._descriptor(doc, base, name, drawn),
                "DW": 1000,
                "W": pdfdoc.PDFArray(widths),
                "CIDToGIDMap": _stream(
                    doc, f"map:{name}", _glyph_map(face, list(characters.values()), drawn)
                ),
            }
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{base}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"cid:{name}")]),
                "ToUnicode": _stream(doc, f"text:{name}", _text_map(characters)),
            }
        )

    def _descriptor(self, doc: Any, base: str, name: str, drawn: list[int]) -> Any:
        face = self._font.face
        data = face.makeSubset(drawn)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{base}",
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(list(face.bbox)),
                "ItalicAngle": face.italicAngle,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.capHeight,
                "StemV": face.stemV,
                "FontFile2": _stream(doc, f"file:{name}", data, Length1=len(data)),
            }
        )
        return doc.Reference(descriptor, f"descriptor:{name}")


class _QuickCompress:
    """Deflate at a level that halves the time a short paper takes, for three parts in a hundred."""

    pdfname = "FlateDecode"

    def encode(self, text: bytes) -> bytes:
        return zlib.compress(text, 3)


def _stream(doc: Any, name: str, content: bytes, **entries: int) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    stream.filters = [_QuickCompress()]
    for key, value in entries.items():
        stream.dictionary[key] = value
    return doc.Reference(stream, name)


def _tag(number: int) -> str:
    """Return the six letters that mark a subset."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _glyph_map(face: Any, codes: list[int], drawn: list[int]) -> bytes:
    """Return the glyph of each code; glyphs stand in the subset in the order of their first use."""
    order = {0: 0}
    glyphs = [0] * (max(codes) + 1)
    for code, shape in zip(codes, drawn, strict=True):
        glyph = face.charToGlyph.get(shape, 0)
        glyphs[code] = order.setdefault(glyph, len(order))
    return struct.pack(f">{len(glyphs)}H", *glyphs)


def _text_map(characters: dict[str, int]) -> bytes:
    """Return the CMap that gives each code its character back, in UTF-16."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    entries = list(characters.items())
    for start in range(0, len(entries), _ENTRIES_PER_BLOCK):
        block = entries[start : start + _ENTRIES_PER_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines.extend(
            f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
            for character, code in block
        )
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
