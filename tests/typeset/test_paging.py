from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from infodesk.core.document import MM_PT, Align, Document, Foot, FootEntry, Paragraph, Role, Span
from infodesk.core.plain_page import plain
from infodesk.core.styles import OFFICE
from infodesk.typeset import balanced_breaks, typeset
from infodesk.typeset.pages import Kind, Line

PITCH_PT = 28.95
LEFT_PT, WIDTH_PT = 28 * MM_PT, 156 * MM_PT


def document(*paragraphs: Paragraph, **more: object) -> Document:
    return Document("", "", paragraphs, OFFICE, **more)


def body(text: str) -> Paragraph:
    return Paragraph(Role.BODY, (Span(text),))


def text_of(lines) -> str:
    return "".join(line.text for line in lines)


def right_edge(line: Line) -> float:
    return line.runs[0].x + line.width


def test_full_pages_hold_22_rows_28_95_points_apart(metrics):
    pages = typeset(plain("\n".join(["信" * 200] * 40)), metrics)
    full = [[line for line in page.lines if line.kind is Kind.BODY] for page in pages.pages[:-1]]
    assert len(full) > 5
    for lines in full:
        assert [line.row for line in lines] == list(range(22))
        for upper, lower in pairwise(lines):
            assert lower.baseline - upper.baseline == pytest.approx(PITCH_PT, abs=1e-6)


def test_justified_lines_fill_156_millimetres_and_none_is_wider(metrics):
    text = "示范县2026年报送信息1,286条（占36.5%），“西关—河口”一线 GDP 增长 8% 左右；" * 40
    lines = list(typeset(plain(text), metrics).lines(Kind.BODY))
    assert len(lines) > 40
    for line in lines[:-1]:
        assert right_edge(line) == pytest.approx(LEFT_PT + WIDTH_PT, abs=0.01)
    assert right_edge(lines[-1]) < LEFT_PT + WIDTH_PT


def test_a_last_line_that_is_just_full_does_not_leave_the_area(metrics):
    text = "信" * 26 + "信" + "a" * 55  # 442.0 pt with the last tracking, 442.25 pt without
    last = list(typeset(plain(text), metrics).lines(Kind.BODY))[-1]
    assert len(last.text) == 56
    assert right_edge(last) <= LEFT_PT + WIDTH_PT + 0.001


def test_the_first_line_is_indented_by_two_cells(metrics):
    lines = list(typeset(plain("信" * 100), metrics).lines(Kind.BODY))
    assert [round(line.runs[0].x - LEFT_PT, 2) for line in lines[:2]] == [31.5, 0]


def test_every_character_is_kept_in_order(metrics):
    seed = 7
    print("seed", seed)
    chosen = random.Random(seed)
    pool = "信息报送情况，。“”（）——……12.5%ab cd一、（一）\u3000é\u0301𠮷\ufffd"
    texts = ["".join(chosen.choices(pool, k=chosen.randrange(1, 300))) for _ in range(200)]
    given = plain("\n".join(texts))
    assert text_of(typeset(given, metrics).lines(Kind.BODY)) == "".join(given.texts())


def test_a_heading_is_not_the_last_line_of_a_page(metrics):
    for filling in range(15, 30):
        texts = ["信" * 20] * filling
        pages = typeset(plain("\n".join([*texts, "一、情况", "（一）原因", "正文" * 20])), metrics)
        for page in pages.pages:
            last = [line for line in page.lines if line.kind is Kind.BODY][-1]
            assert last.role not in {Role.HEADING_1, Role.HEADING_2}


def test_a_title_stands_in_balanced_centred_lines_between_words(metrics):
    title = "示范县西关镇杨家湾村发生山体滑坡造成县道中断"
    ends = (3, 6, 10, 12, 14, 16, 18, 20, 22)
    given = document(Paragraph(Role.TITLE, (Span(title),), ends), body("正文"))
    lines = [line for line in typeset(given, metrics).lines(Kind.BODY) if line.role is Role.TITLE]
    assert len(lines) == 2
    assert abs(len(lines[0].text) - len(lines[1].text)) <= 4
    assert len(lines[0].text) in ends
    for line in lines:
        middle = line.runs[0].x + line.width / 2
        assert middle == pytest.approx(LEFT_PT + WIDTH_PT / 2, abs=0.01)
    assert balanced_breaks(given, metrics) == {0: [len(lines[0].text)]}


def test_page_numbers_stand_outside_seven_millimetres_below_the_text(metrics):
    pages = typeset(plain("\n".join(["信" * 25] * 50)), metrics)
    numbers = list(pages.lines(Kind.NUMBER))
    assert [line.text for line in numbers] == ["— 1 —", "— 2 —", "— 3 —"]
    assert right_edge(numbers[0]) == pytest.approx(LEFT_PT + WIDTH_PT - 14, abs=0.01)
    assert numbers[1].runs[0].x == pytest.approx(LEFT_PT + 14, abs=0.01)
    dash = numbers[0].baseline - 0.33 * 14
    assert dash == pytest.approx((37 + 225 + 7) * MM_PT, abs=0.5 * MM_PT)


FOOT = Foot((FootEntry("报：", "市委办公室。"), FootEntry("发：", "各乡镇，" * 30)), "（共印86份）")


@pytest.mark.parametrize("lines", range(1, 46))
def test_the_foot_is_whole_at_the_bottom_of_the_last_page_and_never_over_text(metrics, lines):
    given = document(*[body("信" * 20)] * lines, foot=FOOT)
    pages = typeset(given, metrics).pages
    bottom = (37 + 225) * MM_PT
    assert pages[-1].rules[-1].y == pytest.approx(bottom, abs=0.01)
    first_rule = pages[-1].rules[0].y
    for page in pages[:-1]:
        assert not any(line.kind is Kind.FOOT for line in page.lines)
    above = [line.baseline for line in pages[-1].lines if line.kind is Kind.BODY]
    assert above, "the foot stands alone"
    assert max(above) < first_rule - 10
    foot_lines = [line for line in pages[-1].lines if line.kind is Kind.FOOT]
    assert text_of(foot_lines) == "".join(e.label + e.text for e in FOOT.entries) + FOOT.copies
    assert all(first_rule < line.baseline < bottom for line in foot_lines)


def test_a_foot_longer_than_a_page_is_kept_too(metrics):
    long = replace(FOOT, entries=(FootEntry("发：", "各乡镇党委、政府，" * 300),))
    pages = typeset(document(body("正文"), foot=long), metrics)
    assert text_of(pages.lines(Kind.FOOT)) == "发：" + long.entries[0].text + long.copies
    lowest = max(line.baseline for line in pages.lines(Kind.FOOT))
    assert lowest < (37 + 225) * MM_PT


def test_an_empty_document_is_one_page(metrics):
    assert len(typeset(document(), metrics).pages) == 1


def test_a_paragraph_of_200_000_characters_is_set(metrics):
    text = "信息报送，" * 40_000
    pages = typeset(document(body(text)), metrics)
    assert text_of(pages.lines(Kind.BODY)) == text
    assert len(pages.pages) > 300


def test_a_line_of_latin_words_opens_at_its_spaces(metrics):
    style = replace(OFFICE[Role.BODY], indent_cells=0)
    given = Document("", "", (body("infodesk desk " * 20),), {Role.BODY: style})
    lines = list(typeset(given, metrics).lines(Kind.BODY))
    assert right_edge(lines[0]) == pytest.approx(LEFT_PT + WIDTH_PT, abs=0.01)
    assert style.align is Align.JUSTIFY
