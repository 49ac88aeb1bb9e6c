"""Where things stand on the finished sheet, measured in the PDF: clauses of GB/T 9704-2012."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from infodesk.core.document import MM_PT
from infodesk.export import pdf
from infodesk.typeset import typeset
from tests.export.official_texts import FIELDS, composed

TOLERANCE = 0.5
"""Millimetres."""


class Bar(NamedTuple):
    """A filled rectangle, in millimetres from the upper left corner of the sheet."""

    left: float
    top: float
    width: float
    height: float


def bars(data: bytes, page: int) -> list[Bar]:
    content = PdfReader(BytesIO(data)).pages[page].get_contents().get_data().decode("latin-1")
    found = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", content)
    made = []
    for x, y, width, height in (tuple(map(float, each)) for each in found):
        made.append(Bar(*(v / MM_PT for v in (x, 297 * MM_PT - y - height, width, height))))
    return made


def places(data: bytes, page: int) -> list[tuple[str, float, float]]:
    """Return texts with the place of their baselines' beginning, in millimetres."""
    found: list[tuple[str, float, float]] = []

    def visit(text, _matrix, matrix, _font, _size):
        if text.strip():
            found.append((text.strip(), matrix[4] / MM_PT, 297 - matrix[5] / MM_PT))

    PdfReader(BytesIO(data)).pages[page].extract_text(visitor_text=visit)
    return found


@pytest.fixture(scope="module")
def written(fonts):
    return {
        key: pdf.render(typeset(composed(key), fonts.metrics), fonts, title="题") for key in FIELDS
    }


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("key", FIELDS)
def test_the_text_layer_of_each_style_equals_its_text(key, fonts, written):
    document = composed(key)
    pages = typeset(document, fonts.metrics)
    got = []
    for page, read in zip(pages.pages, PdfReader(BytesIO(written[key])).pages, strict=True):
        text = bare(read.extract_text())
        if document.first_numbered or page.number > 1:
            assert text.endswith(f"—{page.number}—")
            text = text.removesuffix(f"—{page.number}—")
        again = bare("".join(line.text for line in page.lines if line.kind == "table-again"))
        if again:
            assert again in text
            text = text.replace(again, "", 1)
        got.append(text)
    assert "".join(got) == bare("".join(document.texts()))


@pytest.mark.parametrize("key", FIELDS)
def test_page_1_shows_body_text_and_nothing_leaves_the_sheets_area(key, fonts):
    pages = typeset(composed(key), fonts.metrics)
    first = [line for line in pages.pages[0].lines if line.kind == "body" and line.role == "body"]
    assert len(first) >= 3
    for line in pages.lines("body", "table", "table-again", "foot"):
        assert line.runs[0].x >= 28 * MM_PT - 0.01
        assert line.runs[0].x + line.width <= (28 + 156) * MM_PT + 0.3
        assert 37 * MM_PT < line.baseline < (37 + 225) * MM_PT


def test_an_official_documents_rule_is_as_wide_as_the_type_area(written):
    rule = bars(written["official"], 0)[0]
    assert (rule.left, rule.width) == pytest.approx((28, 156), abs=TOLERANCE)
    (number,) = [place for place in places(written["official"], 0) if "示政办发" in place[0]]
    # 4 mm from the lower edge of the characters, a seventh of their height below the baseline.
    assert rule.top - (number[2] + 0.14 * 16 / MM_PT) == pytest.approx(4, abs=TOLERANCE)


def test_the_first_and_the_last_line_of_the_foot_are_where_the_standard_has_them(written):
    reader = PdfReader(BytesIO(written["official"]))
    last = bars(written["official"], len(reader.pages) - 1)
    assert [bar.height for bar in last] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    middle = last[-1].top + last[-1].height / 2
    assert middle == pytest.approx(37 + 225, abs=TOLERANCE)


def test_a_letters_rules_are_170_millimetres_long_and_lie_where_they_should(written):
    upper, under, top, bottom = bars(written["letter"], 0)
    for bar in (upper, under, top, bottom):
        assert bar.width == pytest.approx(170, abs=0.01)
        assert bar.left == pytest.approx(20, abs=0.01)
    assert upper.height > under.height
    assert top.height < bottom.height
    assert bottom.top + bottom.height == pytest.approx(297 - 20, abs=TOLERANCE)
    mark = next(place for place in places(written["letter"], 0) if "示范县" in place[0])
    # The characters reach from 0.80 em above to 0.14 em below their baseline.
    assert mark[2] - 0.80 * 40 / MM_PT == pytest.approx(30, abs=1.0)
    assert upper.top - (mark[2] + 0.14 * 40 / MM_PT) == pytest.approx(4, abs=1.0)


def test_a_letters_first_page_has_no_number_and_its_second_has(written):
    pages = PdfReader(BytesIO(written["letter"])).pages
    assert not bare(pages[0].extract_text()).endswith("—1—")
    assert bare(pages[1].extract_text()).endswith("—2—")
    assert all(bar.width < 157 for bar in bars(written["letter"], 1))


def test_the_head_of_a_report_is_red_and_in_the_upper_third(written):
    rule = bars(written["report"], 0)[0]
    assert rule.top < 297 * 0.36
    content = PdfReader(BytesIO(written["report"])).pages[0].get_contents().get_data()
    assert content.count(b"0.7843 0.06275 0.1804 rg") == 2


def test_the_signers_name_is_set_in_kai(fonts):
    fields = {**FIELDS["official"], "签发人": "主任"}
    pages = typeset(composed("official", fields=fields), fonts.metrics)
    (line,) = [line for line in pages.lines("head") if "签发人" in line.text]
    assert [(run.text, run.font) for run in line.runs] == [("签发人：", "fang"), ("主任　", "kai")]


def test_the_rules_of_a_table_are_half_a_point(written):
    found = [bar for bar in bars(written["plain"], 1) if bar.width > 1]
    assert len(found) > 3
    assert all(bar.height == pytest.approx(0.5 / MM_PT, abs=0.001) for bar in found)


def test_500_items_are_set(bulletin, fonts):
    document = bulletin(
        [(f"第{n}条信息的标题", "今年以来，各项工作有序推进。") for n in range(500)]
    )
    pages = typeset(document, fonts.metrics)
    assert "".join(line.text for line in pages.lines("body")) == "".join(
        paragraph.text for paragraph in document.paragraphs
    )
    assert pdf.render(pages, fonts).startswith(b"%PDF")


def test_no_item_at_all_is_a_page_with_head_and_foot(bulletin, fonts):
    (page,) = typeset(bulletin([]), fonts.metrics).pages
    assert {line.kind for line in page.lines} == {"head", "foot", "number"}


def test_a_paragraph_of_100_000_characters_is_set(fonts):
    text = "信息报送，" * 20_000
    pages = typeset(composed("official", "标题\n" + text), fonts.metrics)
    assert "".join(line.text for line in pages.lines("body")) == "标题" + text
    assert len(pages.pages) > 160
