from __future__ import annotations

import json
import random
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from infodesk import paths
from infodesk.core.document import Face
from infodesk.core.plain_page import plain
from infodesk.export import pdf_of
from infodesk.export.fonts import Fonts
from infodesk.export.installed_fonts import find, font_folders
from infodesk.export.report import Unfit
from tests.export.font_maker import collection, made, names

BUNDLED = paths.resources() / "fonts"
TEXT = "信息报送情况"


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "fonts" / "deep").mkdir(parents=True)
    return tmp_path / "fonts"


def own(fonts, folder: Path, **asked) -> Path:
    """Write a font of ``TEXT`` that draws it in 黑体, so that it can be told apart."""
    name = asked.pop("file", "own.ttf")
    characters = asked.pop("characters", TEXT)
    (folder / name).write_bytes(made(fonts.font("hei"), characters, **asked))
    return folder / name


def the_fonts(folder: Path, cache: Path | None = None) -> Fonts:
    return Fonts(BUNDLED, installed=find([folder], cache))


@pytest.mark.parametrize(
    ("face", "english", "chinese", "is_real"),
    [
        (Face.FANG, "FangSong_GB2312", "仿宋_GB2312", True),
        (Face.FANG, "FangSong", "", True),
        (Face.FANG, "Zhuque Fangsong (technical preview)", "", False),
        (Face.TITLE, "FZXiaoBiaoSong-B05S", "方正小标宋简体", True),
        (Face.TITLE, "FZXBSJW--GB1-0", "", True),
        (Face.TITLE, "FZXBSK--GBK1-0", "方正小标宋_GBK", True),
        (Face.HEI, "SimHei", "黑体", True),
        (Face.KAI, "KaiTi", "楷体", True),
        (Face.KAI, "FZKai-Z03", "方正楷体_GBK", False),
        (Face.SONG, "SimSun", "宋体", True),
        (Face.LATIN, "Times New Roman", "", True),
    ],
)
def test_a_font_is_known_by_its_names(fonts, folder, face, english, chinese, is_real):
    path = own(fonts, folder, english=english, chinese=chinese, file="deep/X.TTF")
    (found,) = find([folder]).fonts
    assert (found.face, found.path, found.is_real) == (face, path, is_real)
    assert found.name == (chinese or english)


def test_other_fonts_and_bold_companions_play_no_face(fonts, folder):
    own(fonts, folder, english="Comic Song", file="a.ttf")
    own(fonts, folder, english="Times New Roman", bold=True, file="b.ttf")
    (folder / "notes.txt").write_text("SimSun")
    assert find([folder, folder / "missing"]).fonts == ()


def test_the_lightest_of_a_family_gives_way_to_the_regular(fonts, folder):
    own(fonts, folder, english="STSong", weight=200, file="a.ttf")
    own(fonts, folder, english="STSong", weight=400, file="b.ttf")
    assert [found.path.name for found in find([folder]).fonts] == ["b.ttf", "a.ttf"]


def test_a_collection_holds_several(fonts, folder):
    files = [
        made(fonts.font("hei"), TEXT, english="SimSun", chinese="宋体"),
        made(fonts.font("hei"), TEXT, english="NSimSun", chinese="新宋体"),
    ]
    (folder / "simsun.ttc").write_bytes(collection(*files))
    found = find([folder]).fonts
    assert [(each.index, each.name, each.is_real) for each in found] == [
        (0, "宋体", True),
        (1, "新宋体", False),
    ]
    assert the_fonts(folder).metrics.glyph(Face.SONG, "信") == ("own-0", 1.0)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"usage": 0x0002}, Unfit.RESTRICTED),
        ({"usage": 0x0100}, Unfit.RESTRICTED),
        ({"usage": 0x0200}, Unfit.RESTRICTED),
        ({"instead": {"fvar": bytes(16)}}, Unfit.VARIABLE),
        ({"instead": {"CFF ": bytes(16)}, "without": ("glyf", "loca")}, Unfit.OUTLINES),
        ({"without": ("glyf",)}, Unfit.DAMAGED),
        ({"instead": {"loca": b""}}, Unfit.DAMAGED),
        ({"instead": {"hmtx": b"\0"}}, Unfit.DAMAGED),
        ({"instead": {"cmap": b"\0\0\0\1"}}, Unfit.DAMAGED),
    ],
)
def test_a_font_no_page_can_carry_is_named_with_the_reason(fonts, folder, change, reason):
    own(fonts, folder, chinese="仿宋", english="FangSong", **change)
    data, report = pdf_of(plain(TEXT), BUNDLED, find([folder]))
    assert report.refused == (("仿宋", reason),)
    assert report.stand_ins[0] == ("仿宋_GB2312", "Fandol Fang")
    assert data.startswith(b"%PDF-")


@pytest.mark.parametrize("usage", [0, 0x0004, 0x0008])
def test_fonts_whose_licence_allows_it_are_carried(fonts, folder, usage):
    own(fonts, folder, english="FangSong", usage=usage)
    _, report = pdf_of(plain(TEXT), BUNDLED, find([folder]))
    assert report.stand_ins == report.refused == ()


def test_the_users_font_comes_first_then_the_bundled_one_glyph_by_glyph(fonts, folder):
    own(fonts, folder, chinese="仿宋_GB2312", english="FangSong_GB2312")
    loaded = the_fonts(folder)
    assert loaded.metrics.glyph(Face.FANG, "信").font == "own-0"
    assert loaded.metrics.glyph(Face.FANG, "泵").font == "fang"
    assert loaded.metrics.glyph(Face.FANG, "堃").font == "song"
    report = loaded.coverage(plain("信息，泵站堃😀"))
    assert report.borrowed == ("，", "泵", "站", "堃")
    assert report.missing == ("😀",)
    assert ("仿宋_GB2312", "Fandol Fang") in report.stand_ins


def test_of_two_the_better_comes_first_and_the_other_helps_out(fonts, folder):
    own(fonts, folder, english="STFangsong", characters="信息泵", file="a.ttf")
    own(fonts, folder, english="FangSong", characters="信息", file="b.ttf")
    loaded = the_fonts(folder)
    names_of = {c: loaded.font(loaded.metrics.glyph(Face.FANG, c).font).row for c in "信泵"}
    assert [row.made_from for row in names_of.values()] == ["FangSong", "STFangsong"]


def test_the_file_carries_the_users_font_and_its_text(fonts, folder):
    own(fonts, folder, english="FangSong")
    data, _ = pdf_of(plain(TEXT), BUNDLED, find([folder]))
    page = PdfReader(BytesIO(data)).pages[0]
    assert page.extract_text().startswith(TEXT)
    used = {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}
    assert any(name.endswith("+FangSong") for name in used)


def test_a_glyph_that_draws_nothing_is_not_taken(fonts, folder):
    """Some fonts map hanzi to empty glyphs: the page would show a gap and nobody be told."""
    empty = fonts.font("hei")
    tables = made(empty, " 信", english="FangSong")
    blank = tables.replace(_cmap(tables), _swapped(_cmap(tables)))
    (folder / "own.ttf").write_bytes(blank)
    assert the_fonts(folder).metrics.glyph(Face.FANG, "信").font == "fang"


def _cmap(data: bytes) -> bytes:
    from infodesk.export.sfnt import tables_of

    return tables_of(data)["cmap"]


def _swapped(cmap: bytes) -> bytes:
    """Return the map with the glyphs of its two characters exchanged."""
    from infodesk.export.ofd_fonts import character_map

    other = character_map({0x20: 2, ord("信"): 1})
    assert len(other) == len(cmap)
    return other


def test_without_installed_fonts_nothing_changes(fonts):
    document = plain(TEXT)
    assert pdf_of(document, BUNDLED, find([])) == pdf_of(document, BUNDLED)


def test_damaged_files_are_passed_over(fonts, folder):
    seed = 47
    print("seed", seed)
    chance = random.Random(seed)
    whole = made(fonts.font("hei"), TEXT, english="FangSong", chinese="仿宋")
    for number in range(150):
        data = bytearray(whole[: chance.randrange(len(whole))] if number % 3 == 0 else whole)
        for _ in range(chance.randrange(1, 12)):
            if data:
                # The directory and the small tables break more than outlines do.
                reach = min(len(data), 400 if number % 2 else len(data))
                data[chance.randrange(reach)] = chance.randrange(256)
        (folder / f"{number}.ttf").write_bytes(data)
    (folder / "empty.ttc").write_bytes(b"")
    (folder / "huge.ttc").write_bytes(b"ttcf\0\1\0\0\xff\xff\xff\xff")
    (folder / "folder.ttf").mkdir()
    installed = find([folder])
    data, report = pdf_of(plain(TEXT + "泵"), BUNDLED, installed)
    assert PdfReader(BytesIO(data)).pages[0].extract_text().startswith(TEXT + "泵")
    assert report.missing == ()


def test_a_file_is_read_again_only_when_it_changed(fonts, folder, tmp_path, monkeypatch):
    cache = tmp_path / "cache" / "fonts.json"
    path = own(fonts, folder, english="FangSong")
    first = find([folder], cache)
    read = []
    monkeypatch.setattr(
        "infodesk.export.installed_fonts.describe", lambda path: read.append(path) or ()
    )
    assert find([folder], cache) == first
    assert read == []
    path.write_bytes(path.read_bytes() + b"\0")
    assert find([folder], cache).fonts == ()
    assert read == [path]


def test_what_is_gone_is_forgotten(fonts, folder, tmp_path):
    cache = tmp_path / "fonts.json"
    path = own(fonts, folder, english="FangSong")
    assert len(find([folder], cache).fonts) == 1
    path.unlink()
    assert find([folder], cache).fonts == ()
    assert json.loads(cache.read_text())[1] == {}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not JSON",
        "[]",
        "[1]",
        "[99, {}]",
        '[1, {"x": 1}]',
        '[1, {"x": [1, 2, [{}]]}]',
        "[1, 2]",
    ],
)
def test_a_damaged_cache_is_made_anew(fonts, folder, tmp_path, content):
    cache = tmp_path / "fonts.json"
    own(fonts, folder, english="FangSong")
    cache.write_text(content)
    assert len(find([folder], cache).fonts) == 1
    assert json.loads(cache.read_text())[0] == 1


def test_a_cache_that_cannot_be_written_is_done_without(fonts, folder, tmp_path):
    own(fonts, folder, english="FangSong")
    (tmp_path / "file").write_text("in the way")
    assert len(find([folder], tmp_path / "file" / "fonts.json").fonts) == 1


def test_names_of_old_chinese_fonts_are_read(fonts, folder):
    import struct

    raw = "方正小标宋简体".encode("gbk")
    record = struct.pack(">6H", 3, 3, 0x804, 1, len(raw), 0)
    english = names([(0x409, 1, "X"), (0x409, 6, "X")])
    table = struct.pack(">HHH", 0, 1, 18) + record + raw
    own(fonts, folder, instead={"name": table})
    assert [found.name for found in find([folder]).fonts] == ["方正小标宋简体"]
    own(fonts, folder, instead={"name": english})
    assert find([folder]).fonts == ()


def test_folders_of_each_system(tmp_path):
    windows = font_folders("win32", {"LOCALAPPDATA": "L:/local", "WINDIR": "C:/Windows"}, tmp_path)
    assert windows == (Path("L:/local/Microsoft/Windows/Fonts"), Path("C:/Windows/Fonts"))
    assert font_folders("win32", {}, tmp_path)[0] == (
        tmp_path / "AppData/Local/Microsoft/Windows/Fonts"
    )
    assert font_folders("darwin", {}, tmp_path) == (
        tmp_path / "Library/Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
    )
    assert font_folders("linux", {}, tmp_path) == (
        tmp_path / ".local/share/fonts",
        tmp_path / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )
    given = {"XDG_DATA_HOME": "/own", "XDG_DATA_DIRS": "/shared::relative:/other"}
    assert font_folders("linux", given, tmp_path) == (
        Path("/own/fonts"),
        tmp_path / ".fonts",
        Path("/shared/fonts"),
        Path("/other/fonts"),
    )
