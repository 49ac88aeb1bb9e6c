"""Fonts of a page: which file plays which face, and what they lack.

The office's own faces (方正小标宋, 仿宋_GB2312 …) are licensed and never bundled. The user's come
first; the files in ``resources/fonts`` stand in for them and for every character they lack.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFace

from infodesk.core.document import Document, Face, Style
from infodesk.core.errors import Code, InfodeskError
from infodesk.export import character_maps, outlines, sfnt
from infodesk.export.installed_fonts import NONE, Installed
from infodesk.export.quick_face import QuickFace
from infodesk.export.report import FontReport, Unfit
from infodesk.typeset.characters import is_latin, is_space
from infodesk.typeset.metrics import Metrics

LAST_RESORT = "box"
_REPLACEMENT = "\ufffd"
_LARGEST_MAP = 1 << 24
_WIDTHLESS = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class FontRow:
    """A font file.

    Attributes:
        face: the role it plays, None for the last resort.
        stands_for: the licensed face an office document names.
        made_from: what it is.
        is_real: whether it is that face itself, and stands in for nothing.
    """

    key: str
    file: str
    face: Face | None
    stands_for: str
    made_from: str
    is_real: bool = False


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
            return QuickFace(str(self.path))
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


class OwnFont(Font):
    """A font of the user's: it may be damaged, and it may hold glyphs that print nothing."""

    def __init__(self, row: FontRow, path: Path, index: int) -> None:
        super().__init__(row, path)
        self._index = index

    @cached_property
    def face(self) -> TTFontFace:
        """The font as ReportLab reads it.

        Raises:
            InfodeskError: FONT_UNREADABLE.
        """
        try:
            self._look_at_map()
            face = TTFontFace(str(self.path), subfontIndex=self._index)
            # Copies every table a subset copies: what is damaged fails here, not on the last page.
            face.makeSubset([])
            if any(face.get_table_pos(tag)[1] < 2 * face.numGlyphs for tag in ("loca", "hmtx")):
                raise sfnt.NotAFontError("glyphs")
        except Exception as error:
            raise InfodeskError(Code.FONT_UNREADABLE, font=self.path.name) from error
        return face

    def _look_at_map(self) -> None:
        with self.path.open("rb") as stream:
            place = sfnt.directories(stream)[self._index]["cmap"]
            if not character_maps.is_bounded(sfnt.table(stream, place, _LARGEST_MAP)):
                raise sfnt.NotAFontError("cmap")

    @cached_property
    def is_sound(self) -> bool:
        """Whether the file can be read; it is not before the font is needed."""
        try:
            return bool(self.face.charToGlyph)
        except InfodeskError:
            return False

    def advance(self, character: str) -> float | None:
        """Return the advance width in em, None where the font cannot draw the character."""
        if not self.is_sound or not self._draws(character):
            return None
        return super().advance(character)

    def _draws(self, character: str) -> bool:
        glyph = self.face.charToGlyph.get(ord(character), 0)
        if not glyph:
            return False
        try:
            if not outlines.is_empty(self.face, glyph):
                return outlines.is_whole(self.face, glyph)
        except (IndexError, struct.error):
            return False
        # Some fonts have empty glyphs for what they lack: a page would show nothing.
        return unicodedata.category(character)[0] in "ZC"


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

    def __init__(
        self, folder: Path, rows: tuple[FontRow, ...] = BUNDLED, installed: Installed = NONE
    ) -> None:
        self._fonts: dict[str, Font] = {}
        for row in rows:
            kind = LastResort if row.key == LAST_RESORT else Font
            self._fonts[row.key] = kind(row, folder / row.file)
        own = _own_fonts(rows, installed)
        self._fonts.update((font.key, font) for fonts in own.values() for font in fonts)
        self._refused = installed.refused
        last = tuple(self._fonts[key] for key in _FALLBACKS)
        self._chains: dict[Face, tuple[Font, ...]] = {
            row.face: tuple(dict.fromkeys((*own.get(row.face, ()), self._fonts[row.key], *last)))
            for row in rows
            if row.face is not None
        }
        self.metrics = Metrics(self._chains)

    def font(self, key: str) -> Font:
        """Return the font of that key."""
        return self._fonts[key]

    def coverage(self, document: Document) -> FontReport:
        """Say which stand-ins a document uses, and which characters their fonts lack."""
        stand_ins: dict[tuple[str, str], None] = {}
        borrowed: dict[str, None] = {}
        missing: dict[str, None] = {}
        first: dict[Face, Font] = {}
        for face, character in dict.fromkeys(_faces(document)):
            used = self._fonts[self.metrics.glyph(face, character).font].row
            if used.key == LAST_RESORT:
                missing.setdefault(character)
                continue
            if not used.is_real:
                stand_ins.setdefault((used.stands_for, used.made_from))
            if face not in first:
                first[face] = self._first(face)
            if used.key != first[face].key:
                borrowed.setdefault(character)
        return FontReport(
            tuple(stand_ins), tuple(borrowed), tuple(missing), tuple(self._unused(first))
        )

    def _first(self, face: Face) -> Font:
        """Return the font a face is set in, where it has the character."""
        return next(
            font for font in self._chains[face] if not isinstance(font, OwnFont) or font.is_sound
        )

    def _unused(self, first: Mapping[Face, Font]) -> dict[tuple[str, Unfit], None]:
        """Return the fonts that would have set a face, had they been fit for it."""
        refused: dict[tuple[str, Unfit], None] = {}
        for face, font in first.items():
            if font.row.is_real:
                continue
            for wanted, name, reason in self._refused:
                if wanted is face:
                    refused.setdefault((name, reason))
            for other in self._chains[face]:
                if isinstance(other, OwnFont) and not other.is_sound:
                    refused.setdefault((other.row.made_from, Unfit.DAMAGED))
        return refused


@lru_cache(maxsize=4)
def load(folder: Path, installed: Installed = NONE) -> Fonts:
    """Return the fonts of a folder and the user's own; files are read when first used, once.

    Args:
        folder: where the bundled fonts are.
        installed: the user's own, tried first.
    """
    return Fonts(folder, installed=installed)


def _own_fonts(rows: tuple[FontRow, ...], installed: Installed) -> dict[Face, tuple[OwnFont, ...]]:
    stands_for = {row.face: row.stands_for for row in rows}
    fonts: dict[Face, list[OwnFont]] = {}
    for number, found in enumerate(installed.fonts):
        row = FontRow(
            f"own-{number}",
            found.path.name,
            found.face,
            stands_for[found.face],
            found.name,
            found.is_real,
        )
        fonts.setdefault(found.face, []).append(OwnFont(row, found.path, found.index))
    return {face: tuple(own) for face, own in fonts.items()}


def _faces(document: Document) -> Iterator[tuple[Face, str]]:
    """Yield the printed characters of each text with the face they ask for."""
    for text, style, face in _texts(document):
        for character in dict.fromkeys(text.replace("\n", "")):
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
        last = (document.foot.copies, document.foot.printer, document.foot.printed)
        yield "".join(last), style, style.face
