from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from lxml import etree

from infodesk import paths
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.plain_page import plain
from infodesk.export import word, word_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def data(three_items) -> bytes:
    return word_of(three_items, paths.resources() / "fonts")


@pytest.fixture(scope="module")
def opened(data):
    return docx.Document(BytesIO(data))


def part(data: bytes, name: str):
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_text_reopened_equals_the_documents(opened, three_items):
    assert bare("".join(p.text for p in opened.paragraphs)) == bare("".join(three_items.texts()))


def test_paragraphs_carry_named_chinese_styles(opened):
    names = {p.style.name for p in opened.paragraphs if p.text}
    assert names >= {"公文正文", "信息标题", "一级标题", "刊名", "期号", "编印", "要目", "版记"}


def test_the_section_is_the_standards_page(data):
    section = part(data, "word/document.xml").find(f"{W}body/{W}sectPr")
    size, margins, grid = (section.find(W + tag) for tag in ("pgSz", "pgMar", "docGrid"))
    assert (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838")
    assert [margins.get(W + side) for side in ("top", "right", "bottom", "left")] == [
        "2098",
        "1474",
        "1984",
        "1587",
    ]
    assert (grid.get(W + "type"), grid.get(W + "linePitch")) == ("lines", "579")


def test_the_default_style_sets_22_rows_of_28_characters(data):
    normal = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='Normal']")
    spacing = normal.find(f"{W}pPr/{W}spacing")
    assert (spacing.get(W + "line"), spacing.get(W + "lineRule")) == ("579", "exact")
    assert normal.find(f"{W}rPr/{W}spacing").get(W + "val") == "-5"
    off = {"overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "widowControl"}
    for name in off:
        assert normal.find(f"{W}pPr/{W}{name}").get(W + "val") == "0"


def test_real_faces_are_named_and_no_theme_is_left(data):
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    assert not any("theme" in name or "thumbnail" in name for name in names)
    styles = zipfile.ZipFile(BytesIO(data)).read("word/styles.xml").decode()
    assert "Theme" not in styles
    for face in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "Times New Roman"):
        assert face in styles


def test_settings_are_stated_once(data):
    settings = part(data, "word/settings.xml")
    tags = [child.tag for child in settings]
    assert len(tags) == len(set(tags))
    control = settings.find(f"{W}characterSpacingControl")
    assert control.get(W + "val") == "doNotCompress"
    assert settings.find(f"{W}evenAndOddHeaders") is not None


def test_page_numbers_are_fields_outside(opened):
    section = opened.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert " PAGE " in etree.tostring(paragraph._p, encoding="unicode")
        assert paragraph._p.find(f"{W}pPr/{W}jc").get(W + "val") == side


def test_shared_marks_are_set_in_the_chinese_face(opened):
    paragraph = next(p for p in opened.paragraphs if "保底" in p.text)
    quoted = next(run for run in paragraph.runs if "“" in run.text)
    fonts = quoted._r.find(f"{W}rPr/{W}rFonts")
    assert fonts.get(W + "ascii") == fonts.get(W + "eastAsia") == "仿宋_GB2312"
    assert fonts.get(W + "hint") == "eastAsia"
    latin = next(run for run in paragraph.runs if "69%" in run.text)
    assert latin._r.find(f"{W}rPr") is None


def test_a_heading_that_text_follows_keeps_its_face_to_itself(opened):
    paragraph = next(p for p in opened.paragraphs if p.text.startswith("（一）"))
    fonts = {
        run.text: run._r.find(f"{W}rPr/{W}rFonts").get(W + "eastAsia")
        for run in paragraph.runs
        if run._r.find(f"{W}rPr/{W}rFonts") is not None
    }
    assert fonts["（一）统一流转。"] == "楷体_GB2312"
    assert set(fonts.values()) == {"楷体_GB2312", "仿宋_GB2312"}


def test_the_head_takes_whole_rows_of_the_grid(opened):
    heights = []
    for paragraph in opened.paragraphs:
        if paragraph.text == "本期要目":
            break
        own = paragraph._p.find(f"{W}pPr/{W}spacing")
        style = paragraph.style.element.find(f"{W}pPr/{W}spacing")
        spacing = own if own is not None else style
        heights.append(int(spacing.get(W + "line")) + int(spacing.get(W + "before") or 0))
        border = paragraph._p.find(f"{W}pPr/{W}pBdr/{W}bottom")
        if border is not None:
            heights.append(int(border.get(W + "space")) * 20 + int(border.get(W + "sz")) * 20 // 8)
    assert sum(heights) == 7 * 579


def test_the_foot_is_a_frame_at_the_bottom(opened):
    foot = [p for p in opened.paragraphs if p.style.name == "版记"]
    assert [p.text[:2] for p in foot] == ["报：", "送：", "发：", "（共"]
    for paragraph in foot:
        frame = paragraph._p.find(f"{W}pPr/{W}framePr")
        assert (frame.get(W + "vAnchor"), frame.get(W + "yAlign")) == ("margin", "bottom")


def test_the_last_paragraph_stays_with_the_foot(opened):
    text = [p for p in opened.paragraphs if p.text and p.style.name != "版记"]
    assert [p._p.find(f"{W}pPr/{W}keepNext") is not None for p in text[-2:]] == [False, True]


def test_a_long_title_breaks_where_the_pdf_breaks_it(opened):
    title = next(p for p in opened.paragraphs if p.text.startswith("西关镇") and "\n" in p.text)
    assert title.style.name == "信息标题"
    upper, lower = title.text.split("\n")
    assert abs(len(upper) - len(lower)) <= 6


def test_properties_say_title_and_issuer_and_no_moment(opened, data):
    properties = opened.core_properties
    assert (properties.title, properties.author) == (
        "示范信息 第47期（总第1286期）",
        "中共示范县委办公室",
    )
    assert properties.created is None
    assert b"python-docx" not in zipfile.ZipFile(BytesIO(data)).read("docProps/core.xml")


def test_the_same_document_gives_the_same_bytes(three_items, data):
    assert word_of(three_items, paths.resources() / "fonts") == data


@pytest.mark.parametrize("character", ["\x00", "\x01", "\ufffe", "\ud800"])
def test_a_character_no_word_file_holds_is_refused(character):
    with pytest.raises(InfodeskError) as caught:
        word.render(plain(f"坏{character}字"))
    assert caught.value.code is Code.TEXT_UNPRINTABLE


def test_what_xml_may_hold_is_kept():
    text = "尖括号<甲>&乙\"丙'丁\t制表\u3000𠮷😀\ufffd\ue000"
    opened = docx.Document(BytesIO(word.render(plain(text))))
    assert opened.paragraphs[0].text == text


def test_an_empty_document_opens():
    assert docx.Document(BytesIO(word.render(plain("")))).paragraphs[0].text == ""
