"""Make the bundled fonts from Debian's font packages.

    python resources/fonts/build.py FOLDER...

FOLDER holds unpacked packages (``dpkg -x``): texlive-lang-chinese, fonts-noto-cjk,
fonts-lxgw-wenkai, fonts-liberation2 and unicode-data, of Debian 12; only files in them are read,
found by name. Beside this script come one TrueType font per role and its licence.

Why each step is there: ReportLab embeds only TrueType outlines, so PostScript outlines are
converted; every font is cut down to the characters an office writes, so that the whole set stays
small; families are renamed, because the licences of two reserve their names for unchanged fonts.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).resolve().parent
MAX_ERROR_EM = 0.001
"""How far a converted outline may stray; half a printer's dot at 16 pt and 1200 dpi."""

SYMBOL_RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x1C0, 0x1FF),  # pinyin vowels with tone marks
    (0x251, 0x261),
    (0x2B0, 0x2DD),
    (0x370, 0x3FF),  # Greek
    (0x400, 0x451),  # Cyrillic
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # letter-like symbols, Roman numerals, fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x2328),
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x25FF),  # boxes, geometric shapes
    (0x2600, 0x2642),
    (0x2700, 0x27BF),  # ticks and crosses
    (0x2FF0, 0x303F),  # CJK symbols
    (0x3041, 0x312F),  # kana, bopomofo
    (0x3200, 0x33FF),  # enclosed and squared CJK
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF01, 0xFF5E),  # full-width forms
    (0xFFE0, 0xFFE6),
)
UNUSED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "kern"),  # layout
    *("vhea", "vmtx", "VORG"),  # vertical setting
    *("gasp", "hdmx", "VDMX", "LTSH"),  # hinting
    *("DSIG", "FFTM", "meta"),  # the maker's notes
)
COUNTED_AT_SAVING = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxComponentDepth",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
)
FULL_WIDTH_MARKS = "—·…“”‘’"
"""Marks that are one hanzi wide in Chinese, whatever a font's default shape is."""


@dataclass(frozen=True)
class Role:
    """One bundled font: what it is made from, and how much of it is kept."""

    file: str
    family: str
    source: str
    number: int
    hanzi: str
    package: str


ROLES = (
    Role("fang.ttf", "Infodesk Fang", "FandolFang-Regular.otf", -1, "gbk", "texlive-lang-chinese"),
    Role("song.ttf", "Infodesk Song", "NotoSerifCJK-Regular.ttc", 2, "gbk", "fonts-noto-cjk"),
    Role("title.ttf", "Infodesk Title", "NotoSerifCJK-Bold.ttc", 2, "office", "fonts-noto-cjk"),
    Role("hei.ttf", "Infodesk Hei", "NotoSansCJK-Regular.ttc", 2, "office", "fonts-noto-cjk"),
    Role("kai.ttf", "Infodesk Kai", "LXGWWenKai-Regular.ttf", -1, "office", "fonts-lxgw-wenkai"),
    Role("latin.ttf", "Infodesk Latin", "LiberationSerif-Regular.ttf", -1, "", "fonts-liberation2"),
)


def main() -> int:
    """Build every font and its licence file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--only", default="", help="one file name instead of all")
    chosen = parser.parse_args()
    folders: list[Path] = chosen.folders
    standard = _standard_characters(_find(folders, "Unihan_OtherMappings.txt.bz2"))
    for role in ROLES:
        if chosen.only not in ("", role.file):
            continue
        source = _find(folders, role.source)
        font = TTFont(source, fontNumber=role.number, recalcTimestamp=False)
        _reduce(font, _wanted(role.hanzi, standard))
        if "CFF " in font:
            _to_truetype(font)
        _rename(font, role.family)
        font.save(HERE / role.file)
        licence = HERE / f"{Path(role.file).stem}.LICENSE.txt"
        licence.write_text(_licence(folders, role, font), encoding="utf-8", newline="\n")
        size = (HERE / role.file).stat().st_size
        print(f"{role.file} {len(font.getBestCmap())} characters {size / 1e6:.2f} MB")
    if chosen.only in ("", "box.ttf"):
        _box().save(HERE / "box.ttf")
    return 0


def _find(folders: list[Path], name: str) -> Path:
    for folder in folders:
        for path in sorted(folder.rglob(name)):
            return path
    sys.exit(f"not found in the folders given: {name}")


def _standard_characters(unihan: Path) -> set[int]:
    """Return 通用规范汉字表 (8105 characters): the field kTGH of Unihan."""
    text = bz2.decompress(unihan.read_bytes()).decode()
    return {int(code, 16) for code in re.findall(r"(?m)^U\+([0-9A-F]+)\tkTGH\t", text)}


def _decodable(codec: str) -> set[int]:
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    return {ord(pair.decode(codec, "ignore") or "\0") for pair in pairs} - {0}


def _wanted(hanzi: str, standard: set[int]) -> set[int]:
    symbols = {code for first, last in SYMBOL_RANGES for code in range(first, last + 1)}
    symbols |= {code for code in _decodable("gbk") if not 0x3400 <= code <= 0x9FFF}
    if not hanzi:
        return {code for code in symbols if code < 0x3000}
    if hanzi == "gbk":
        # 𠮷 stands in no table of the state and in many a family register.
        return symbols | standard | _decodable("gbk") | {ord("𠮷")}
    return symbols | standard | _decodable("gb2312")


def _reduce(font: Any, wanted: set[int]) -> None:
    """Keep the wanted characters; drop hinting and every table a PDF or a label has no use for."""
    _use_full_width(font)
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.glyph_names = False
    options.notdef_outline = True
    options.name_languages = ["*"]
    options.drop_tables += UNUSED_TABLES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def _use_full_width(font: Any) -> None:
    """Point the Chinese marks at the full-width glyphs of a font that has them as a feature."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    indices = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "fwid"
        for index in record.Feature.LookupListIndex
    }
    wide: dict[str, str] = {}
    for index in indices:
        for subtable in table.LookupList.Lookup[index].SubTable:
            wide |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    for sub in font["cmap"].tables:
        if sub.isUnicode() and sub.format in (4, 12):
            for mark in FULL_WIDTH_MARKS:
                name = sub.cmap.get(ord(mark))
                if name in wide:
                    sub.cmap[ord(mark)] = wide[name]


def _to_truetype(font: Any) -> None:
    """Replace PostScript outlines by quadratic ones."""
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    error = MAX_ERROR_EM * font["head"].unitsPerEm
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        drawn[name] = pen.glyph()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = drawn
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    for name, glyph in drawn.items():
        glyph.recalcBounds(glyf)
        advance, _ = font["hmtx"].metrics[name]
        font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in COUNTED_AT_SAVING:
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\0\1\0\0"


def _rename(font: Any, family: str) -> None:
    """Give the font our own name; copyright and licence records stay as they are."""
    table = font["name"]
    kept = [
        record for record in table.names if record.nameID in (0, 13, 14) and record.platformID == 3
    ]
    table.names = [record for record in kept if record.langID == 0x409]
    compact = family.replace(" ", "")
    names = {1: family, 2: "Regular", 3: compact, 4: family, 5: "Version 1.000"}
    names[6] = f"{compact}-Regular"
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


def _licence(folders: list[Path], role: Role, font: Any) -> str:
    head = f"{role.family}: made from {role.source} (Debian package {role.package}).\n"
    if role.package == "texlive-lang-chinese":
        readme = next(path for path in _all(folders, "README") if path.parent.name == "fandol")
        copying = next(path for path in _all(folders, "COPYING.gz") if path.parent.name == "fandol")
        text = (
            readme.read_text(encoding="utf-8")
            + "\n"
            + gzip.decompress(copying.read_bytes()).decode()
        )
    else:
        stated = next(
            path for path in _all(folders, "copyright") if path.parent.name == role.package
        )
        # Debian's file opens with what was left out of the sources; the licence comes after.
        stanzas = stated.read_text(encoding="utf-8").split("\n\n")
        text = "\n\n".join(
            stanza
            for stanza in stanzas
            if "OFL" in stanza or "OPEN FONT" in stanza or stanza.startswith("Files: *")
        )
    records = [str(record) for record in font["name"].names if record.nameID == 0]
    holders = {line.strip() for record in records for line in record.splitlines()}
    return head + "".join(f"{holder}\n" for holder in sorted(holders)) + "\n" + text.strip() + "\n"


def _all(folders: list[Path], name: str) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob(name))]


def _box() -> Any:
    """Draw the last resort: an empty box for a character no font has, and a lozenge for U+FFFD."""
    frame = ((100, -60, 900, 820), (150, -10, 850, 770))
    box, lozenge, nothing = TTGlyphPen(None), TTGlyphPen(None), TTGlyphPen(None)
    (left, low, right, high), (inner_left, inner_low, inner_right, inner_high) = frame
    _polygon(box, [(left, low), (left, high), (right, high), (right, low)])
    _polygon(box, [(inner_left, inner_low), (inner_right, inner_low),
                   (inner_right, inner_high), (inner_left, inner_high)])  # fmt: skip
    _polygon(lozenge, [(500, -60), (80, 380), (500, 820), (920, 380)])
    _polygon(lozenge, [(460, 250), (540, 250), (540, 620), (460, 620)])
    _polygon(lozenge, [(460, 120), (540, 120), (540, 200), (460, 200)])
    builder = FontBuilder(1000, isTTF=True)
    order = [".notdef", "box", "lozenge", "nothing"]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({0x25A1: "box", 0xFFFD: "lozenge", 0x200B: "nothing"})
    shape = box.glyph()
    builder.setupGlyf(
        {".notdef": shape, "box": shape, "lozenge": lozenge.glyph(), "nothing": nothing.glyph()}
    )
    wide = (1000, 100)
    builder.setupHorizontalMetrics(
        {".notdef": wide, "box": wide, "lozenge": (1000, 80), "nothing": (0, 0)}
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    names = {"familyName": "Infodesk Box", "styleName": "Regular", "fullName": "Infodesk Box"}
    names |= {"psName": "InfodeskBox-Regular", "uniqueFontIdentifier": "InfodeskBox"}
    builder.setupNameTable(names, mac=False)
    builder.setupOS2(
        sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120, fsType=0
    )
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    return builder.font


def _polygon(pen: TTGlyphPen, points: list[tuple[int, int]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


if __name__ == "__main__":
    sys.exit(main())
