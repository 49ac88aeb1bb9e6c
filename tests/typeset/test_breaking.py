from __future__ import annotations

import random
from itertools import pairwise

import pytest

from infodesk.core.document import Paragraph, Role, Span
from infodesk.core.styles import OFFICE
from infodesk.typeset import Metrics
from infodesk.typeset.breaking import break_lines, measure
from infodesk.typeset.characters import WORD

WIDTH_PT = 442.2
INDENT_PT = 31.5
BODY = OFFICE[Role.BODY]


def lines_of(text: str, metrics: Metrics, *, indent: float = 0.0) -> list[str]:
    cells = measure(Paragraph(Role.BODY, (Span(text),)), BODY, metrics)
    return [text[start:end] for start, end in break_lines(cells, WIDTH_PT - indent, WIDTH_PT)]


def test_a_full_line_holds_28_hanzi_and_26_after_the_indent(metrics):
    assert [len(line) for line in lines_of("信" * 82, metrics, indent=INDENT_PT)] == [26, 28, 28]


def test_a_mark_that_does_not_fit_takes_its_neighbour_along(metrics):
    assert lines_of("信" * 28 + "，后文", metrics) == ["信" * 27, "信，后文"]


def test_an_opening_mark_is_not_left_at_the_end(metrics):
    assert lines_of("信" * 27 + "“引文”", metrics) == ["信" * 27, "“引文”"]


@pytest.mark.parametrize("mark", ["——", "……"])
def test_a_pair_is_never_parted(metrics, mark):
    for before in range(20, 32):
        joined = "|".join(lines_of("信" * before + mark + "息" * 5, metrics))
        assert mark in joined


def test_a_number_stays_whole(metrics):
    assert lines_of("信" * 26 + "1286.5%以上", metrics) == ["信" * 26, "1286.5%以上"]


def test_a_word_breaks_after_its_hyphen(metrics):
    assert lines_of("信" * 26 + "ab-cdef", metrics) == ["信" * 26 + "ab-", "cdef"]


def test_a_word_longer_than_a_line_is_cut_inside_the_area(metrics):
    word = "x" * 100_000
    cells = measure(Paragraph(Role.BODY, (Span(word),)), BODY, metrics)
    ranges = break_lines(cells, WIDTH_PT, WIDTH_PT)
    assert "".join(word[start:end] for start, end in ranges) == word
    assert max(sum(cell.width for cell in cells[start:end]) for start, end in ranges) <= WIDTH_PT


def test_spaces_at_a_line_end_take_no_room(metrics):
    lines = lines_of("信" * 28 + "   息", metrics)
    assert lines == ["信" * 28 + "   ", "息"]


def test_nothing_but_forbidden_marks_is_still_set(metrics):
    lines = lines_of("！" * 100, metrics)
    assert "".join(lines) == "！" * 100
    assert max(map(len, lines)) == 28


def test_an_accent_stays_with_its_letter(metrics):
    for before in range(50, 60):
        lines = lines_of("信" * 20 + "a" * before + "e\u0301" * 3 + "息" * 30, metrics)
        assert not any(line.startswith("\u0301") for line in lines)


def test_no_line_of_a_random_text_begins_or_ends_with_a_forbidden_mark(metrics):
    seed = 20261122
    print("seed", seed)
    chosen = random.Random(seed)
    pool = "示范县信息报送工作情况" * 12 + "，。；：、！？）》”“（《〔〕…—×℃①·" + "3.6%ab-"
    for _ in range(300):
        text = "".join(chosen.choice(pool) for _ in range(chosen.randrange(1, 400)))
        lines = lines_of(text, metrics, indent=INDENT_PT)
        assert "".join(lines) == text
        for line, following in pairwise(lines):
            if len(line) < 10:
                continue  # a run of marks longer than a line must break somewhere
            assert following[0] not in WORD.not_at_start or is_run_of_marks(line, following)
            assert line[-1] not in WORD.not_at_end or is_run_of_marks(line, following)


def is_run_of_marks(line: str, following: str) -> bool:
    """Say whether no break was allowed anywhere in the line."""
    text = line + following[0]
    return not any(
        before not in WORD.not_at_end and after not in WORD.not_at_start
        for before, after in pairwise(text)
    )
