"""The standard's measures on more than 300 pages of nasty text, taken from the PDF itself."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from infodesk.core.document import MM_PT
from infodesk.core.plain_page import plain
from infodesk.export import pdf
from infodesk.typeset import typeset
from infodesk.typeset.characters import WORD
from tests.export.extraction import Drawn, DrawnPage, pages_of
from tests.export.stress import HANZI, stress_text

SEED = 20261122
HALF_MM = 0.5 * MM_PT
LEFT, RIGHT, TOP, BOTTOM = 28 * MM_PT, 184 * MM_PT, 37 * MM_PT, 262 * MM_PT
SIZE = 16.0
ROUNDING_PT = 0.05
"""A PDF states widths in whole thousandths of an em."""


@pytest.fixture(scope="module")
def text() -> str:
    print("seed", SEED)
    chosen = random.Random(SEED)
    nasty = stress_text(SEED, 1400).split("\n")
    even = ["".join(chosen.choices(HANZI, k=190)) for _ in range(60)]
    return "\n".join(p for pair in zip(nasty[:60], even, strict=True) for p in pair) + "\n".join(
        ["", *nasty[60:]]
    )


@pytest.fixture(scope="module")
def pages(text, fonts) -> list[DrawnPage]:
    return list(pages_of(pdf.render(typeset(plain(text), fonts.metrics), fonts)))


@pytest.fixture(scope="module")
def rows(pages) -> list[list[tuple[Drawn, ...]]]:
    return [page.lines[:-1] for page in pages]


def said(line: tuple[Drawn, ...]) -> str:
    return "".join(one.character for one in line)


def end(line: tuple[Drawn, ...]) -> float:
    """Return the right edge of the last character that is not white space."""
    last = next(one for one in reversed(line) if not one.character.isspace())
    return last.x + last.width


def starts_paragraph(line: tuple[Drawn, ...]) -> bool:
    return line[0].x > LEFT + 1


def test_full_pages_hold_22_lines_28_95_points_apart(rows):
    assert len(rows) > 300
    assert {len(page) for page in rows[:-1]} == {22}
    for page in rows:
        for upper, lower in pairwise(page):
            assert lower[0].y - upper[0].y == pytest.approx(28.95, abs=0.05)


def test_full_lines_of_hanzi_hold_28_characters(rows):
    lines = [line for page in rows for line in page]
    counts = [
        len(line)
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if set(said(above) + said(line) + said(below)) <= set(HANZI)
        and not starts_paragraph(line)
        and not starts_paragraph(below)
    ]
    assert len(counts) > 250
    assert set(counts) == {28}


def test_the_type_area_is_156_by_225_millimetres(rows):
    lines = [line for page in rows for line in page]
    lefts = [line[0].x for line in lines]
    assert min(lefts) == pytest.approx(LEFT, abs=HALF_MM)
    assert max(map(end, lines)) == pytest.approx(RIGHT, abs=HALF_MM)
    # A row's box lies evenly about its hanzi, whose baseline is 0.86 of their height down.
    box = 28.95 / 2 - SIZE / 2 + 0.86 * SIZE
    for page in rows[:-1]:
        assert page[0][0].y - box == pytest.approx(TOP, abs=HALF_MM)
        assert page[-1][0].y - box + 28.95 == pytest.approx(BOTTOM, abs=HALF_MM)


def test_no_line_is_wider_than_the_type_area(rows):
    assert [said(line) for page in rows for line in page if end(line) > RIGHT + ROUNDING_PT] == []
    assert [said(line) for page in rows for line in page if line[0].x < LEFT - 0.01] == []


def test_no_line_begins_or_ends_with_a_forbidden_mark(rows):
    lines = [line for page in rows for line in page]
    for line in lines:
        assert starts_paragraph(line) or said(line)[0] not in WORD.not_at_start, said(line)
        assert said(line)[-1] not in WORD.not_at_end, said(line)
    for upper, lower in pairwise(lines):
        ends = said(upper)[-1] + said(lower)[0]
        assert ends not in {"——", "……"} or starts_paragraph(lower)


def test_page_numbers_stand_where_the_standard_says(pages):
    for number, page in enumerate(pages, start=1):
        line = page.lines[-1]
        assert said(line) == f"— {number} —"
        dash = line[0].y - 0.33 * 14
        assert dash == pytest.approx(BOTTOM + 7 * MM_PT, abs=HALF_MM)
        if number % 2:
            assert end(line) == pytest.approx(RIGHT - 14, abs=HALF_MM)
        else:
            assert line[0].x == pytest.approx(LEFT + 14, abs=HALF_MM)


def test_the_text_layer_is_the_text(rows, text):
    drawn = "".join(said(line) for page in rows for line in page)
    assert "".join(drawn.split()) == "".join(text.split())


def test_the_last_rule_is_the_lower_edge_of_the_type_area(three_items, fonts):
    last = list(pages_of(pdf.render(typeset(three_items, fonts.metrics), fonts)))[-1]
    left, middle, width, thickness = last.rules[-1]
    assert middle == pytest.approx(BOTTOM, abs=HALF_MM)
    assert (left, left + width) == pytest.approx((LEFT, RIGHT), abs=HALF_MM)
    assert thickness == pytest.approx(0.35 * MM_PT, abs=0.01)
