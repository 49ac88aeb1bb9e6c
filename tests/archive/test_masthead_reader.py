"""A masthead is read from the issues offices have: paragraphs, tables, boxes, drawn letters."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from infodesk import paths
from infodesk.archive import masthead_reader
from infodesk.core import compose
from infodesk.core.bulletins import Issue, IssueState, Series
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import WHOLE, Content, Item, ItemState, Section
from infodesk.core.masthead_proposal import Part
from infodesk.core.mastheads import masthead_from
from infodesk.export import word_of

RED = RGBColor(0xFF, 0, 0)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
BODY = "入冬以来，各乡镇把安全生产摆在突出位置，第一时间排查隐患36处，截至11月18日全部整改。"


def shipped(key="default"):
    file = paths.resources() / "mastheads" / f"{key}.toml"
    return masthead_from(key, tomllib.loads(file.read_text(encoding="utf-8")))


def add(document, text, size=16, colour=None, **spacing):
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    for name, value in spacing.items():
        setattr(paragraph.paragraph_format, name, Pt(value))
    return paragraph


def underline(paragraph, *, colour="FF0000", eighths=18, space=4):
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="{eighths}" '
            f'w:space="{space}" w:color="{colour}"/></w:pBdr>'
        )
    )


@pytest.fixture
def read(tmp_path):
    """Return what reads a document that python-docx has made."""

    def reading(document, name="示范信息第47期.docx"):
        path = tmp_path / name
        document.save(path)
        return masthead_reader.read(path, shipped())

    return reading


def test_a_head_of_paragraphs(read):
    document = docx.Document()
    add(document, "内部资料　注意保存", 16)
    add(document, "示范信息", 60, RED, space_before=24, line_spacing=72)
    add(document, "第47期（总第1286期）")
    underline(add(document, "中共示范县委办公室\t2026年11月22日", 15))
    add(document, "山体滑坡及时处置", 22)
    add(document, BODY)
    found = read(document)
    head = found.masthead
    assert found.missing == ()
    assert (found.name, found.issuer) == ("示范信息", "中共示范县委办公室")
    assert found.marking == "内部资料　注意保存"
    assert (found.next_number, found.next_total) == (48, 1287)
    assert (head.label, head.key, head.colour) == ("示范信息", "", "#FF0000")
    assert (head.name.size, head.name.before, head.name.height) == (60, 24, 72)
    assert (head.number.size, head.imprint.size) == (16, 15)
    assert (head.rule, head.gap) == (2.25, 4)
    assert head.height <= head.rows * 28.95


def test_a_head_of_a_table(read):
    document = docx.Document()
    add(document, "示 范 简 报", 48, RGBColor(0xC0, 0, 0))
    add(document, "第 十二 期", 15)
    table = document.add_table(1, 2)
    table.cell(0, 0).paragraphs[0].add_run("示范县人民政府办公室").font.size = Pt(14)
    table.cell(0, 1).paragraphs[0].add_run("2026年3月5日").font.size = Pt(14)
    for cell in table.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(
            parse_xml(
                f'<w:tcBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="24" w:space="0" '
                'w:color="C00000"/></w:tcBorders>'
            )
        )
    add(document, BODY)
    found = read(document)
    assert (found.name, found.issuer) == ("示范简报", "示范县人民政府办公室")
    assert (found.next_number, found.next_total) == (13, 0)
    assert found.masthead.colour == "#C00000"
    assert found.masthead.name.tracking == 24
    assert found.masthead.imprint.size == 14
    assert (found.masthead.rule, found.masthead.gap) == (3, 0)
    assert found.missing == (Part.MARKING,)


BOX = """<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
 <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
 <wps:wsp><wps:spPr><a:prstGeom prst="{shape}"/><a:ln w="{width}"><a:solidFill>
 <a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>{content}</wps:wsp>
 </w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"""
BOXED = """<wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="E60012"/><w:sz w:val="144"/>
 </w:rPr><w:t>政务要情</w:t></w:r></w:p></w:txbxContent></wps:txbx>"""


def test_a_head_in_a_text_box_with_a_drawn_line(read):
    document = docx.Document()
    anchor = document.add_paragraph()
    box = BOX.format(w=nsdecls("w"), shape="rect", width=9525, content=BOXED)
    line = BOX.format(w=nsdecls("w"), shape="line", width=38100, content="")
    anchor._p.append(parse_xml(box))
    add(document, "第8期")
    imprint = add(document, "示范县政府办公室编　　　　2026年11月2日")
    imprint._p.append(parse_xml(line))
    add(document, BODY)
    found = read(document)
    assert found.name == "政务要情"
    assert found.issuer == "示范县政府办公室编"
    assert found.masthead.name.size == 72
    assert found.masthead.colour == "#E60012"
    assert found.masthead.rule == 3
    assert found.missing == (Part.MARKING,)


def test_drawn_letters_and_a_drawn_line_of_an_older_word(read):
    document = docx.Document()
    shapes = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        '<v:shape style="position:absolute;width:300pt;height:54pt" fillcolor="red">'
        '<v:textpath string="示范快报"/></v:shape>'
        '<v:line from="0,0" to="442pt,0" strokecolor="#f00" strokeweight="2pt"/></w:pict></w:r>'
    )
    document.add_paragraph()._p.append(shapes)
    add(document, "第３期")
    add(document, "示范县委办公室  2026年1月9日")
    add(document, BODY)
    found = read(document)
    assert (found.name, found.next_number) == ("示范快报", 4)
    assert (found.masthead.name.size, found.masthead.colour) == (54, "#FF0000")
    assert found.masthead.rule == 2


def test_space_between_the_lines_is_measured_as_word_sets_it(read):
    document = docx.Document()
    add(document, "内部资料", 16, space_after=0, line_spacing=20)
    add(document, "", space_after=0, line_spacing=30)
    add(document, "示范信息", 60, RED, space_before=6, space_after=12, line_spacing=70)
    number = add(document, "第47期", 16, space_before=5, space_after=0)
    number.paragraph_format.line_spacing = 1.5
    add(document, "示范县委办公室\t2026年11月22日", 16, space_before=0, line_spacing=24)
    head = read(document).masthead
    assert (head.name.before, head.name.height) == (36, 70)
    assert (head.number.before, head.number.height) == (12, pytest.approx(31.2))
    assert (head.imprint.before, head.imprint.height) == (0, 24)


@pytest.mark.parametrize(
    ("written", "number", "total"),
    [
        ("第一百零五期（总第1285期）", 106, 1286),
        ("第二十期", 21, 0),
        ("第〇三期 总第一二八五期", 4, 1286),
        ("总第86期", 0, 87),
        ("第　　期", 0, 0),
        ("第99999999999999999999期（总第999999期）", 0, 0),
    ],
)
def test_numbers_are_read_as_they_are_written(read, written, number, total):
    document = docx.Document()
    add(document, "示范信息", 60, RED)
    add(document, written)
    found = read(document)
    assert (found.next_number, found.next_total) == (number, total)


def test_a_head_is_never_taller_than_a_head_may_be(read):
    document = docx.Document()
    add(document, "内部资料", 16, space_after=0, line_spacing=200)
    add(document, "示范信息", 72, RED, space_before=200, space_after=0, line_spacing=200)
    add(document, "第47期", 16, space_before=200, line_spacing=100)
    found = read(document).masthead
    assert found.height <= found.rows * 28.95
    assert found.rows <= 15
    assert found.name.size == 72


def test_sizes_that_are_no_numbers_are_passed_over(read):
    document = docx.Document()
    paragraph = add(document, "示范信息", 60, RED, space_before=10)
    paragraph._p.pPr.spacing.set(docx.oxml.ns.qn("w:before"), "nan")
    add(document, "第47期", 16)
    found = read(document)
    assert found.masthead.name.before == 0


def test_a_red_title_of_a_style_is_seen(read):
    document = docx.Document()
    style = document.styles["Title"]
    style.font.size, style.font.color.rgb = Pt(50), RED
    document.add_paragraph("示范信息", style="Title")
    add(document, "第1期")
    found = read(document)
    assert (found.name, found.masthead.name.size) == ("示范信息", 50)
    assert set(found.missing) >= {Part.ISSUER, Part.DATE, Part.MARKING}
    assert found.masthead.imprint == shipped().imprint


def test_a_black_head_gives_its_sizes_and_says_that_no_red_was_seen(read):
    document = docx.Document()
    add(document, "示范信息", 40)
    add(document, "第47期")
    found = read(document)
    assert found.name == "示范信息"
    assert found.masthead.colour == shipped().colour
    assert Part.COLOUR in found.missing


@pytest.mark.parametrize("mark", ["机密★1年", "秘密"])
def test_the_marking_of_a_state_secret_is_never_taken_over(read, mark):
    document = docx.Document()
    add(document, mark)
    add(document, "示范信息", 60, RED)
    add(document, "第47期")
    found = read(document)
    assert found.marking == ""
    assert Part.MARKING in found.missing


@pytest.mark.parametrize("key", ["default", "compact"])
@pytest.mark.parametrize("marking", ["内部资料 注意保存", ""])
def test_the_head_of_our_own_word_file_is_the_head_it_was_made_with(read, key, marking):
    series = Series(
        1, "xinxi", "示范信息", "中共示范县委办公室", key, 2026, 48, 1287, marking=marking
    )
    issue = Issue(
        1, 1, IssueState.SIGNED, 1, NOW, year=2026, number=47, total=1286,
        signed_on=date(2026, 11, 22),
    )  # fmt: skip
    content = Content("山体滑坡及时处置", (Section(WHOLE, BODY),))
    item = Item("i", 1, 1, content, "event", ItemState.APPROVED, NOW, NOW, unit="西关镇")
    head = shipped(key)
    data = word_of(
        compose.issue(issue, series, [(item, content)], head), paths.resources() / "fonts"
    )
    found = read(docx.Document(BytesIO(data)))
    assert (found.name, found.issuer, found.marking) == (series.name, series.issuer, marking)
    assert (found.next_number, found.next_total) == (48, 1287)
    assert found.missing == (() if marking else (Part.MARKING,))
    for line in ("name", "number", "imprint"):
        assert getattr(found.masthead, line) == getattr(head, line), line
    assert (found.masthead.colour, found.masthead.gap) == (head.colour, head.gap)
    assert found.masthead.rule == pytest.approx(head.rule, abs=0.07)
    if marking or key == "default":
        assert found.masthead.rows == head.rows


def test_a_text_without_a_head_is_refused(read):
    document = docx.Document()
    add(document, BODY)
    with pytest.raises(InfodeskError) as caught:
        read(document)
    assert caught.value.code is Code.MASTHEAD_NOT_SEEN


def test_an_older_form_of_document_asks_for_docx(tmp_path):
    for name, data in (
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("b.docx", b"x"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InfodeskError) as caught:
            masthead_reader.read(tmp_path / name, shipped())
        assert caught.value.code is Code.MASTHEAD_NEEDS_DOCX


def test_a_damaged_document_is_refused(tmp_path):
    buffer = BytesIO()
    docx.Document().save(buffer)
    path = tmp_path / "cut.docx"
    path.write_bytes(buffer.getvalue()[:2000])
    with pytest.raises(InfodeskError) as caught:
        masthead_reader.read(path, shipped())
    assert caught.value.code is Code.FILE_DAMAGED
