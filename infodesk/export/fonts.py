"""Fonts of the PDF: which file plays which face, and what they lack.

The office's own faces (方正小标宋, 仿宋_GB2312 …) are licensed and never bundled; the files in
``resources/fonts`` stand in for them. Another source of fonts is another row in the table here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFace

from infodesk.core.document import Document, Face, Style
from infodesk.core.errors import Code, InfodeskError
from infodesk.export.report import FontReport
from infodesk.typeset.characters import is_latin, is_space
from infodesk.typeset.metrics import Metrics

LAST_RESORT = "box"
_REPLACEMENT = "\ufffd"
_WIDTHLESS = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class FontRow:
    """A font file.

    Attributes:
        face: the role it plays, None for the last resort.
        stands_for: the licensed face an office document names.
        made_from: what it is.
    """

    key: str
    file: str
    face: Face | None
    stands_for: str
    made_from: str


BUNDLED = (
    FontRow("fang", "fang.ttf", Face.FANG, "仿宋_GB2312", "Fandol Fang"),
    FontRow("title", "title.ttf", Face.TITLE, "方正小标宋简体", "Noto Serif CJK SC Bold"),
    FontRow("hei", "hei.ttf", Face.HEI, "黑体", "Noto Sans CJK SC"),
    FontRow("kai", "kai.ttf", Face.KAI, "楷体_GB2312", "LXGW WenKai"),
    FontRow("song", "song.ttf", Face.SONG, "宋体", "Noto Serif CJK SC"),
    FontRow("latin", "latin.ttf", Face.LATIN, "Times New Roman", "Liberation Serif"),
    FontRow(LAST_RESORT, "box.ttf", None, "", ""),
)
_FALLBACKS = ("song", "kai", LAST_RESORT)
"""Asked in turn for what a face's own font lacks."""


class Font:
    """A font file, read when it is first needed."""

    def __init__(self, row: FontRow, path: Path) -> None:
        self.row = row
        self.path = path

    @property
    def key(self) -> str:
        """Name the runs of a page carry."""
        return self.row.key

    @cached_property
    def face(self) -> TTFontFace:
        """The font as ReportLab reads it.

        Raises:
            InfodeskError: FONT_UNREADABLE.
        """
        try:
            return TTFontFace(str(self.path))
        except Exception as error:
            raise InfodeskError(Code.FONT_UNREADABLE, font=self.path.name) from error

    def advance(self, character: str) -> float | None:
        """Return the advance width in em, None where the font lacks the character."""
        code = ord(character)
        if code in self.face.charToGlyph:
            return float(self.face.charWidths[code]) / 1000
        return None

    def drawn_as(self, character: str) -> int:
        """Return the code point whose glyph is drawn."""
        return ord(character)


class LastResort(Font):
    """Knows every character: a box, or nothing where a character has no width of its own."""

    _BOX = 0x25A1
    _NOTHING = 0x200B

    def advance(self, character: str) -> float:
        """Return 1 em, or 0 for accents, joiners and their like."""
        return 0.0 if unicodedata.category(character) in _WIDTHLESS else 1.0

    def drawn_as(self, character: str) -> int:
        """Return the code point whose glyph is drawn."""
        if character == _REPLACEMENT:
            return ord(character)
        return self._BOX if self.advance(character) else self._NOTHING


class Fonts:
    """The fonts of an export."""

    def __init__(self, folder: Path, rows: tuple[FontRow, ...] = BUNDLED) -> None:
        self._fonts: dict[str, Font] = {}
        for row in rows:
            kind = LastResort if row.key == LAST_RESORT else Font
            self._fonts[row.key] = kind(row, folder / row.file)
        last = tuple(self._fonts[key] for key in _FALLBACKS)
        self.metrics = Metrics(
            {
                row.face: tuple(dict.fromkeys((self._fonts[row.key], *last)))
                for row in rows
                if row.face is not None
            }
        )

    def font(self, key: str) -> Font:
        """Return the font of that key."""
        return self._fonts[key]

    def coverage(self, document: Document) -> FontReport:
        """Say which stand-ins a document uses, and which characters their fonts lack."""
        stand_ins: dict[tuple[str, str], None] = {}
        borrowed: dict[str, None] = {}
        missing: dict[str, None] = {}
        for face, character in dict.fromkeys(_faces(document)):
            used = self._fonts[self.metrics.glyph(face, character).font].row
            if used.key == LAST_RESORT:
                missing.setdefault(character)
                continue
            stand_ins.setdefault((used.stands_for, used.made_from))
            if used.face is not face:
                borrowed.setdefault(character)
        return FontReport(tuple(stand_ins), tuple(borrowed), tuple(missing))


@lru_cache(maxsize=4)
def load(folder: Path) -> Fonts:
    """Return the fonts of a folder; their files are read when first used, once per process."""
    return Fonts(folder)


def _faces(document: Document) -> Iterator[tuple[Face, str]]:
    """Yield every printed character with the face it asks for."""
    for text, style, face in _texts(document):
        for character in text:
            latin = is_latin(character) or is_space(character)
            yield (style.latin if latin else face), character


def _texts(document: Document) -> Iterator[tuple[str, Style, Face]]:
    if document.head:
        for line in document.head.lines:
            yield line.left + line.centre + line.right, line.style, line.style.face
    for paragraph in document.paragraphs:
        style = document.styles[paragraph.role]
        for span in paragraph.spans:
            yield span.text, style, span.face or style.face
    if document.foot:
        style = document.foot.style
        for entry in document.foot.entries:
            yield entry.label + entry.text, style, style.face
        yield document.foot.copies, style, style.face
