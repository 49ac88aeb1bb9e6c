from __future__ import annotations

import random
from dataclasses import replace

import pytest

from infodesk.core import compose
from infodesk.core.document import Paragraph, Role, Span
from infodesk.core.styles import CROWDED
from infodesk.typeset import typeset
from infodesk.workspace import mastheads
from tests.export.conftest import ISSUE, SERIES, item_of

WORDS = (
    "示范县西关镇河口乡山体滑坡造成道路中断群众已全部转移安置X014线2人受伤3.5公里“村企共建”新路子"
)
TEXT_ROLES = frozenset({Role.BODY, Role.HEADING_1, Role.NOTE, Role.NOTE_MORE})


def title_of(chosen: random.Random) -> str:
    start = chosen.randrange(len(WORDS) - 4)
    return (WORDS[start:] + WORDS)[: chosen.randrange(4, 46)]


def shows_text(document, fonts) -> bool:
    lines = typeset(document, fonts.metrics).pages[0].lines
    return any(line.role in TEXT_ROLES for line in lines)


@pytest.mark.parametrize("seed", range(60))
def test_page_1_shows_text_however_many_items_an_issue_has(fonts, seed):
    print("seed", seed)
    chosen = random.Random(seed)
    items = [
        item_of(title_of(chosen), chosen.choice(["一、情况\n正文。", "正文。" * 60]))
        for _ in range(chosen.randrange(2, 70))
    ]
    note = chosen.choice(["", "供参考。" * chosen.randrange(1, 200)])
    masthead = chosen.choice(list(mastheads().values()))
    document = compose.issue(replace(ISSUE, editor_note=note), SERIES, items, masthead)
    assert shows_text(document, fonts)


def test_a_whole_list_of_many_items_leaves_no_text_on_page_1(fonts):
    titles = [f"示范县西关镇第{n}条" for n in range(1, 21)]
    document = compose.issue(
        ISSUE, SERIES, [item_of(title, "正文。") for title in titles], mastheads()["default"]
    )
    assert shows_text(document, fonts)
    listed = tuple(
        Paragraph(Role.CONTENTS, (Span(f"{n}．{title}"),)) for n, title in enumerate(titles, 1)
    )
    rest = tuple(part for part in document.paragraphs if part.role is not Role.CONTENTS)
    whole = replace(document, paragraphs=(rest[0], *listed, *rest[1:]), styles=CROWDED)
    assert not shows_text(whole, fonts)
