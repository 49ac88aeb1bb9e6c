"""The typesetter's fast ways give what the plain ways give."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from infodesk.core.document import Align, Paragraph, Role, Span
from infodesk.core.styles import OFFICE
from infodesk.typeset.breaking import break_lines, measure
from infodesk.typeset.lines import place
from tests.typeset import atom_by_atom

POOLS = (
    "示范县信息报送工作情况" * 12 + "，。；：、！？）》”“（《〔〕…—×℃①·" + "3.6%ab- ",
    "信息报送“”‘’（）——……、，。：《》12.5%GDP-a-b- \u00a0\t\u3000$(<",
    "信息ab-" * 4 + "\u0301\u0308\u200d\u00ad\ufe0f —…‘“）",
    "a-b c%(" * 8 + "信，——",
    "！，。" * 6 + "（“" * 6 + "字-——……",
)
BODY = OFFICE[Role.BODY]


def random_texts(seed: int, count: int) -> list[str]:
    print("seed", seed)
    chosen = random.Random(seed)
    texts = []
    for _ in range(count):
        pool = chosen.choice(POOLS)
        # A soft hyphen at the very start hangs on nothing; both ways may do with it as they like.
        text = "".join(chosen.choices(pool, k=chosen.randrange(1, 300)))
        texts.append(text.lstrip("\u00ad"))
    return texts


@pytest.mark.parametrize("width", [442.2, 200.0, 47.5])
def test_lines_break_where_they_break_atom_by_atom(metrics, width):
    chosen = random.Random(3)
    for text in random_texts(int(width), 300):
        cells = measure(Paragraph(Role.BODY, (Span(text),)), BODY, metrics)
        only = frozenset(chosen.sample(range(len(text)), len(text) // 3))
        for only_at in (frozenset[int](), only):
            fast = break_lines(cells, width - 31.5, width, only_at=only_at)
            plain = atom_by_atom.break_lines(cells, width - 31.5, width, only_at=only_at)
            assert fast == plain, text


@pytest.mark.parametrize("align", list(Align))
def test_plain_lines_stand_as_they_stand_character_by_character(metrics, align):
    for text in random_texts(11, 200):
        cells = measure(Paragraph(Role.BODY, (Span(text),)), BODY, metrics)
        unsorted = [cell._replace(sort=0) for cell in cells]
        ranges = break_lines(cells, 442.2, 442.2)
        for start, end in ranges:
            given = {"left": 80.0, "width": 442.2, "align": align, "size": 16.0, "colour": "#0"}
            last = end == len(cells)
            runs, width = place(cells[start:end], last=last, **given)
            plain_runs, plain_width = place(unsorted[start:end], last=last, **given)
            assert width == pytest.approx(plain_width, abs=1e-6)
            assert [run.text for run in runs] == [run.text for run in plain_runs]
            for run, plain in zip(runs, plain_runs, strict=True):
                assert (run.x, run.spacing) == pytest.approx((plain.x, plain.spacing), abs=1e-6)
                assert replace_places(run) == replace_places(plain)


def replace_places(run):
    return run._replace(x=0.0, spacing=0.0)


def test_a_style_of_its_own_is_measured_on_its_own(metrics):
    wide = replace(BODY, tracking_pt=2.0)
    paragraph = Paragraph(Role.BODY, (Span("信"),))
    assert [measure(paragraph, style, metrics)[0].width for style in (BODY, wide)] == [15.75, 18.0]
