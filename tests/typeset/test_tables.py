from __future__ import annotations

from itertools import pairwise

import pytest

from infodesk.core.document import MM_PT, Align, Column, Document, PageStyle, Paragraph, Role, Span
from infodesk.core.document import Table as DocumentTable
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.styles import OFFICE
from infodesk.typeset import fits, typeset
from infodesk.typeset.pages import Kind
from infodesk.typeset.tables import PADDING_PT, RULE_PT

PAGE = PageStyle()
LEFT_PT, WIDTH_PT = PAGE.left_pt, PAGE.text_width_pt
HEAD = ("单位", "条数", "情况")
COLUMNS = (Column(2), Column(1), Column(3, Align.LEFT))


def table(*rows: tuple[str, ...], columns=COLUMNS, head_rows: int = 1) -> DocumentTable:
    return DocumentTable(columns, rows, head_rows)


def document(*paragraphs) -> Document:
    return Document("", "", paragraphs, OFFICE)


def body(text: str) -> Paragraph:
    return Paragraph(Role.BODY, (Span(text),))


def texts(page, *kinds: Kind) -> list[str]:
    return [line.text for line in page.lines if line.kind in kinds]


def test_a_table_is_as_wide_as_the_type_area_and_ruled_half_a_point(metrics):
    (page,) = typeset(document(table(HEAD, ("西关镇", "12", "正常"))), metrics).pages
    flat = [rule for rule in page.rules if rule.width > RULE_PT]
    upright = [rule for rule in page.rules if rule.width == RULE_PT]
    assert len(flat) == 3
    for rule in flat:
        assert (rule.x, rule.thickness) == (LEFT_PT, RULE_PT)
        assert rule.width == pytest.approx(WIDTH_PT)
    middles = [rule.x + RULE_PT / 2 - LEFT_PT for rule in upright]
    assert middles == pytest.approx([0, WIDTH_PT / 3, WIDTH_PT / 2, WIDTH_PT])
    height = flat[-1].y - flat[0].y
    assert height == pytest.approx(2 * PAGE.pitch_pt)
    assert all(rule.thickness == pytest.approx(height + RULE_PT) for rule in upright)
    assert all(rule.y == pytest.approx((flat[0].y + flat[-1].y) / 2) for rule in upright)


def test_every_text_stays_inside_its_cell(metrics):
    long = "只有初步情况，没有应对措施和工作进展，占36.5%；" * 5
    (page,) = typeset(document(table(HEAD, ("西关镇", "1286", long))), metrics).pages
    edges = [LEFT_PT, LEFT_PT + WIDTH_PT / 3, LEFT_PT + WIDTH_PT / 2, LEFT_PT + WIDTH_PT]
    bottom = max(rule.y for rule in page.rules if rule.width > RULE_PT)
    for line in page.lines:
        if line.kind is not Kind.TABLE:
            continue
        left, right = line.runs[0].x, line.runs[0].x + line.width
        column = max(i for i, edge in enumerate(edges) if edge <= left)
        assert left >= edges[column] + PADDING_PT - 0.01
        assert right <= edges[column + 1] - PADDING_PT + 0.3
        assert line.baseline < bottom
    assert "".join(texts(page, Kind.TABLE)) == "".join(HEAD) + "西关镇1286" + long


def test_the_head_stands_again_on_each_page_and_rows_stay_whole(metrics):
    rows = [(f"第{n}个单位", str(n), "情况" * (n % 40)) for n in range(80)]
    pages = typeset(document(body("正文"), table(HEAD, *rows)), metrics).pages
    assert len(pages) > 3
    for page in pages[1:]:
        assert texts(page, Kind.TABLE_AGAIN) == list(HEAD)
        # A row never begins on one page and ends on another: its name stands on its own page.
        assert texts(page, Kind.TABLE)[0].startswith("第")
    assert texts(pages[0], Kind.TABLE_AGAIN) == []
    bottom = PAGE.top_pt + PAGE.text_height_pt
    assert all(rule.y <= bottom + 0.1 for page in pages for rule in page.rules)
    all_texts = "".join(text for page in pages for text in texts(page, Kind.TABLE))
    assert all_texts == "".join(HEAD) + "".join("".join(row) for row in rows)


def test_the_head_is_never_the_last_row_of_a_page(metrics):
    for filling in range(15, 23):
        given = document(*[body("信")] * filling, table(HEAD, *[("甲", "1", "无")] * 5))
        for page in typeset(given, metrics).pages:
            found = texts(page, Kind.TABLE)
            assert not found or found[-1] not in HEAD


def test_a_caption_stays_with_its_table(metrics):
    caption = Paragraph(Role.CAPTION, (Span("表1"),))
    for filling in range(15, 23):
        given = document(*[body("信")] * filling, caption, table(HEAD, *[("甲", "1", "无")] * 5))
        for page in typeset(given, metrics).pages:
            assert ("表1" in texts(page, Kind.BODY)) == ("单位" in texts(page, Kind.TABLE))


def test_a_row_taller_than_a_page_goes_on_over_pages(metrics):
    long = "情况" * 3000
    pages = typeset(document(table(HEAD, ("西关镇", "1", long), ("乙", "2", "无"))), metrics).pages
    assert len(pages) > 5
    found = "".join(text for page in pages for text in texts(page, Kind.TABLE))
    assert found == "单位条数情况西关镇1" + long + "乙2无"
    bottom = PAGE.top_pt + PAGE.text_height_pt
    assert all(line.baseline < bottom for page in pages for line in page.lines[:-1])
    sizes = fits(document(table(HEAD, ("西关镇", "1", long))), metrics)[0].table
    assert sizes.heights_pt[1] == 0


def test_a_head_taller_than_half_a_page_is_not_repeated(metrics):
    head = ("单位", "条数", "很长的说明" * 150)
    pages = typeset(document(table(head, *[("甲", "1", "无")] * 60)), metrics).pages
    assert all(texts(page, Kind.TABLE_AGAIN) == [] for page in pages)


def test_words_that_do_not_fit_make_the_type_smaller(metrics):
    columns = tuple(Column(1) for _ in range(12))
    row = tuple("0000.0" for _ in columns)
    fit = fits(document(table(row, row, columns=columns)), metrics)[0].table
    assert fit.size_pt == 9.0
    assert sum(fit.widths_pt) == pytest.approx(WIDTH_PT)


def test_a_table_wider_than_the_page_is_refused(metrics):
    columns = tuple(Column(1) for _ in range(60))
    with pytest.raises(InfodeskError) as caught:
        typeset(document(table(tuple("字" for _ in columns), columns=columns)), metrics)
    assert caught.value.code is Code.TABLE_TOO_WIDE
    assert caught.value.params == {"columns": 60}


def test_text_after_a_table_keeps_its_distance_and_its_pitch(metrics):
    for rows in range(1, 5):
        long = ("甲", "1", "情况" * 20)  # rows and a half
        given = document(table(HEAD, *[long] * rows), body("信" * 80), body("后"))
        (page,) = typeset(given, metrics).pages
        bottom = max(rule.y for rule in page.rules)
        lines = [line.baseline for line in page.lines if line.kind is Kind.BODY]
        assert lines[0] - bottom > 20
        for upper, lower in pairwise(lines):
            assert lower - upper == pytest.approx(PAGE.pitch_pt)


def test_an_empty_cell_and_line_feeds_in_one_are_set(metrics):
    (page,) = typeset(document(table(HEAD, ("", "1\n2\n\n3", "无"))), metrics).pages
    assert texts(page, Kind.TABLE) == [*HEAD, "1", "2", "3", "无"]
    baselines = [line.baseline for line in page.lines if line.text in {"1", "2", "3"}]
    assert baselines[2] - baselines[1] == pytest.approx(2 * (baselines[1] - baselines[0]))


def test_rows_of_a_thousand_are_set(metrics):
    rows = [(f"单位{n}", str(n), "无") for n in range(2000)]
    pages = typeset(document(table(HEAD, *rows)), metrics).pages
    assert len(pages) == -(-2000 // 21)
    assert pages[0].lines[0].baseline < 37 * MM_PT + PAGE.pitch_pt
