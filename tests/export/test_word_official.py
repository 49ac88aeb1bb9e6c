from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.shared import Mm
from lxml import etree

from infodesk import paths
from infodesk.core.official import official
from infodesk.core.sheets import sheet_from
from infodesk.export import word_of
from infodesk.typeset import typeset
from infodesk.typeset.tables import RULE_PT
from tests.export.official_texts import FIELDS, TEXT, composed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDER = paths.resources() / "fonts"

ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
)
"""Order of a paragraph's properties in the schema (CT_PPr)."""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {key: word_of(composed(key), FOLDER) for key in FIELDS}


def xml(data: bytes, name: str = "word/document.xml"):
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def opened(data: bytes):
    return docx.Document(BytesIO(data))


def bare(text: str) -> str:
    return "".join(text.split())


def values(element, *names: str) -> list[str | None]:
    return [element.get(W + name) for name in names]


def style_of(document, name: str):
    return next(p for p in document.paragraphs if p.style.name == name)


@pytest.mark.parametrize("key", FIELDS)
def test_each_style_reopens_with_its_text(key, files):
    section = opened(files[key]).sections[0]
    own = "".join(t.text or "" for t in xml(files[key]).iter(W + "t"))
    above = ""
    if key == "letter":
        above = "".join(p.text for p in section.first_page_header.paragraphs)
    assert bare(above + own) == bare("".join(composed(key).texts()))


@pytest.mark.parametrize("key", FIELDS)
def test_properties_stand_in_the_order_of_the_schema(key, files):
    archive = zipfile.ZipFile(BytesIO(files[key]))
    names = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
    for name in names:
        for properties in xml(files[key], name).iter(W + "pPr"):
            tags = [child.tag.removeprefix(W) for child in properties if child.tag != W + "rPr"]
            assert len(tags) == len(set(tags)), (name, tags)
            assert tags == sorted(tags, key=ORDER.index), (name, tags)


def test_a_table_is_a_real_one_whose_head_stands_again(files):
    (table,) = opened(files["circular"]).tables
    assert [cell.text for cell in table.rows[0].cells] == ["单位", "报送条数", "采用条数", "问题"]
    assert len(table.rows) == 61
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert heads == [True] + [False] * 60
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)
    for edge in table._tbl.find(f"{W}tblPr/{W}tblBorders"):
        assert values(edge, "val", "sz", "color") == ["single", "4", "000000"]
    widths = [int(column.get(W + "w")) for column in table._tbl.find(W + "tblGrid")]
    assert sum(widths) == int(156 / 25.4 * 1440)


def test_a_cells_lines_are_at_least_as_high_as_their_type(files):
    style = opened(files["circular"]).styles["表格文字"].element
    spacing = style.find(f"{W}pPr/{W}spacing")
    assert values(spacing, "line", "lineRule") == ["360", "atLeast"]
    assert style.find(f"{W}pPr/{W}snapToGrid").get(W + "val") == "0"


def test_rows_are_as_high_as_in_the_pdf(files, fonts):
    pages = typeset(composed("circular"), fonts.metrics)
    told = [
        int(row.find(f"{W}trPr/{W}trHeight").get(W + "val"))
        for row in xml(files["circular"]).iter(W + "tr")
    ]
    drawn = []
    for page in pages.pages:
        edges = [r.y for r in page.rules if r.width > 1 and r.thickness == RULE_PT]
        again = any(line.kind == "table-again" for line in page.lines)
        drawn += [round((lower - upper) * 20) for upper, lower in pairwise(edges)][again:]
    assert len(told) == len(drawn) == 61
    assert max(abs(a + RULE_PT * 20 - b) for a, b in zip(told, drawn, strict=True)) <= 1


def test_signature_and_date_are_held_by_measured_indents(files):
    document = opened(files["official"])
    name, date = style_of(document, "署名（盖章）"), style_of(document, "成文日期（盖章）")
    blank = [int(p._p.find(f"{W}pPr/{W}ind").get(W + "right")) for p in (name, date)]
    assert blank[1] == 4 * 315
    # The name is 10 cells wide, the date 8 digits of half a cell and 3 hanzi, -0.25 pt each.
    assert 0 < blank[0] < blank[1]
    before = document.paragraphs[[p._p for p in document.paragraphs].index(name._p) - 1]
    assert before._p.find(f"{W}pPr/{W}keepNext") is not None


def test_an_attachment_begins_a_page(files):
    document = opened(files["official"])
    style = style_of(document, "附件").style.element
    assert style.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert style_of(document, "附件标题").text == "信息报送要点"


def test_further_lines_hang_after_the_label(files):
    listed = style_of(opened(files["official"]), "附件说明")
    indent = listed._p.find(f"{W}pPr/{W}ind")
    left, hanging = map(int, values(indent, "left", "hanging"))
    assert left - hanging == 2 * 315
    assert 3.5 * 315 < hanging < 4.5 * 315


def test_a_letters_head_is_in_the_first_pages_header_between_the_papers_edges(files):
    section = opened(files["letter"]).sections[0]
    assert section.different_first_page_header_footer
    assert section.header_distance == pytest.approx(Mm(29), abs=1000)
    assert section.footer_distance == pytest.approx(Mm(20), abs=1000)
    upper = [p for p in section.first_page_header.paragraphs if not p.text]
    lower = section.first_page_footer.paragraphs
    sizes = [int(p._p.find(f"{W}pPr/{W}pBdr/{W}bottom").get(W + "sz")) for p in (*upper, *lower)]
    assert sizes == [18, 6, 6, 18]
    for paragraph in (*upper, *lower):
        left, right = map(int, values(paragraph._p.find(f"{W}pPr/{W}ind"), "left", "right"))
        assert (left, right) == (round(-8 / 25.4 * 1440), round(-6 / 25.4 * 1440))
    assert all("PAGE" not in etree.tostring(p._p, encoding="unicode") for p in lower)
    assert " PAGE " in etree.tostring(section.footer.paragraphs[0]._p, encoding="unicode")


def test_other_styles_have_no_page_of_their_own(files):
    for key in set(FIELDS) - {"letter"}:
        assert not opened(files[key]).sections[0].different_first_page_header_footer


def test_the_printers_line_has_a_thinner_rule_above_it(files):
    foot = [p for p in opened(files["official"]).paragraphs if p.style.name == "版记"]
    borders = [
        {edge.tag.removeprefix(W): edge.get(W + "sz") for edge in p._p.find(f"{W}pPr/{W}pBdr")}
        for p in foot
    ]
    assert [(b["top"], b.get("bottom")) for b in borders] == [("8", None), ("6", "8")]
    assert foot[-1].text == "示范县人民政府办公室\t2026年11月22日印发"


def test_only_styles_in_use_are_listed_beside_the_usual_ones(files):
    names = {style.name for style in opened(files["plain"]).styles}
    assert "公文正文" in names
    assert "编者按" not in names
    sheet = sheet_from("plain", 'label = "x"')
    alone = {s.name for s in opened(word_of(official("正文", sheet), FOLDER)).styles}
    assert "表格文字" not in alone


def test_the_same_text_gives_the_same_bytes(files):
    assert word_of(composed("official", TEXT), FOLDER) == files["official"]
