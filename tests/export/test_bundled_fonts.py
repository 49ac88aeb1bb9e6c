from __future__ import annotations

import pytest

from infodesk import paths
from infodesk.core.document import Face
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.plain_page import plain
from infodesk.export.fonts import BUNDLED, Fonts, load

GB2312_HANZI = [
    bytes((high, low)).decode("gb2312", "ignore")
    for high in range(0xB0, 0xF8)
    for low in range(0xA1, 0xFF)
]
GBK = [
    bytes((high, low)).decode("gbk", "ignore")
    for high in range(0x81, 0xFF)
    for low in range(0x40, 0xFF)
]
RARE = "堃喆珺㙍䶮𬭼𫖯"
SYMBOLS = "——……“”‘’·—①⑩℃ⅠⅫ㎡￥＋＝＜＞×÷±‰→●○★☆〇〔〕《》"


@pytest.mark.parametrize("key", ["fang", "title", "hei", "kai", "song"])
def test_each_font_has_gb2312_and_the_marks(fonts, key):
    font = fonts.font(key)
    lacking = [c for c in "".join(GB2312_HANZI) + SYMBOLS if font.advance(c) is None]
    assert lacking == ["㎡"] * (key == "fang")


def test_together_the_fonts_have_gbk_and_rare_names(fonts):
    wanted = [c for c in "".join(GBK) + RARE + "𠮷" if c > "\x7f"]
    assert len(wanted) > 21_000
    boxes = [c for c in wanted if fonts.metrics.glyph(Face.FANG, c).font == "box"]
    assert boxes == []


@pytest.mark.parametrize("key", ["fang", "title", "hei", "song"])
def test_chinese_marks_are_one_em_wide(fonts, key):
    assert {fonts.font(key).advance(mark) for mark in "—…“”‘’·"} == {1.0}


def test_all_files_together_stay_small_and_each_has_its_licence():
    folder = paths.resources() / "fonts"
    files = [folder / row.file for row in BUNDLED]
    assert sum(file.stat().st_size for file in files) < 36_000_000
    for file in files:
        if file.name != "box.ttf":
            licence = (folder / f"{file.stem}.LICENSE.txt").read_text(encoding="utf-8")
            assert "OPEN FONT LICENSE" in licence or "GNU GENERAL PUBLIC LICENSE" in licence


def test_coverage_tells_borrowed_from_missing(fonts):
    report = fonts.coverage(plain("普通，堃与😀\ue000"))
    assert report.borrowed == ("堃",)
    assert report.missing == ("😀", "\ue000")
    assert report.stand_ins == (("仿宋_GB2312", "Fandol Fang"), ("宋体", "Noto Serif CJK SC"))


def test_a_character_no_font_has_gets_a_box_and_an_accent_no_room(fonts):
    assert fonts.metrics.glyph(Face.FANG, "😀") == ("box", 1.0)
    assert fonts.metrics.glyph(Face.FANG, "\u200d")[1] == 0.0


def test_fonts_of_a_folder_are_read_once():
    folder = paths.resources() / "fonts"
    assert load(folder) is load(folder)


def test_a_damaged_font_file_is_named(tmp_path):
    (tmp_path / "fang.ttf").write_bytes(b"no font at all")
    with pytest.raises(InfodeskError) as caught:
        Fonts(tmp_path).metrics.glyph(Face.FANG, "信")
    assert caught.value.code is Code.FONT_UNREADABLE
    assert caught.value.params == {"font": "fang.ttf"}
