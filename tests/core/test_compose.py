from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from infodesk.core import compose
from infodesk.core.bulletins import Issue, IssueState, Recipient, Series
from infodesk.core.document import Face, FootEntry, Paragraph, Role, Span, Table
from infodesk.core.items import WHOLE, Content, Item, ItemState, Section
from infodesk.core.mastheads import LineSetting, Masthead
from infodesk.core.plain_page import plain
from infodesk.core.styles import fitted

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LINE = LineSetting(16, 0, 24)
MASTHEAD = Masthead("m", "红头", 7, "#C8102E", LINE, LineSetting(48, 0, 60, 20), LINE, LINE, 5, 2)
SERIES = Series(1, "xinxi", "示范信息", "县委办公室", "m", 2026, 48, 1287, "内部资料")
OPEN = Issue(1, 1, IssueState.OPEN, 1, NOW)
SIGNED = replace(
    OPEN, state=IssueState.SIGNED, year=2026, number=47, total=1286, signed_on=date(2026, 11, 2)
)


def entry(title: str, *texts: str, unit: str = "") -> tuple[Item, Content]:
    keys = [WHOLE] if len(texts) == 1 else ["situation", "measures", "progress"]
    content = Content(title, tuple(Section(k, t) for k, t in zip(keys, texts, strict=False)))
    return Item("i", 1, 1, content, "event", ItemState.APPROVED, NOW, NOW, unit=unit), content


def composed(*entries, issue=SIGNED, series=SERIES):
    return compose.issue(issue, series, entries, MASTHEAD)


def roles(document) -> list[Role]:
    return [paragraph.role for paragraph in document.paragraphs]


def test_an_item_becomes_its_title_its_paragraphs_and_its_unit():
    document = composed(entry("标题", "第一段\n\n　　第二段  ", "第三段", unit="西关镇"))
    assert [(p.role, p.text) for p in document.paragraphs] == [
        (Role.TITLE, "标题"),
        (Role.BODY, "第一段"),
        (Role.BODY, "第二段"),
        (Role.BODY, "第三段"),
        (Role.UNIT, "（西关镇）"),
    ]


def test_a_single_item_is_composed_as_in_an_issue():
    item, content = entry(" 标题 ", "一、情况\n正文", unit="西关镇")
    document = compose.single(item, content)
    assert document.paragraphs == composed((item, content)).paragraphs
    assert (document.title, document.head, document.foot) == ("标题", None, None)


def test_the_same_items_always_give_the_same_document():
    entries = [entry("甲" * 30, "一、情况\n正文"), entry("乙", "正文")]
    assert composed(*entries) == composed(*entries)


def test_two_items_bring_a_list_of_contents():
    assert Role.CONTENTS not in roles(composed(entry("甲", "文")))
    document = composed(entry("甲", "文"), entry("乙", "文"))
    assert [p.text for p in document.paragraphs[:3]] == ["本期要目", "1．甲", "2．乙"]


def test_a_list_that_would_fill_the_page_is_set_small():
    entries = [entry(f"第{n}条", "文") for n in range(9)]
    assert composed(*entries[:8]).styles[Role.CONTENTS].pitch_rows == 1
    assert composed(*entries).styles[Role.CONTENTS].pitch_rows == 0.75


def test_a_list_too_long_for_the_page_names_the_first_items():
    entries = [entry(f"第{n}条", "文") for n in range(1, 31)]
    listed = [p.text for p in composed(*entries).paragraphs if p.role is Role.CONTENTS]
    assert listed[:2] == ["1．第1条", "2．第2条"]
    assert listed[-1] == f"（另有{30 - len(listed) + 1}条，见正文）"
    assert len(listed) == 12


@pytest.mark.parametrize("note", ["供参考。\n请阅。", "编者按：供参考。\n请阅。"])
def test_the_editors_note_is_named_once(note):
    document = composed(entry("甲", "文"), issue=replace(SIGNED, editor_note=note))
    assert [p.text for p in document.paragraphs[:2]] == ["编者按：供参考。", "请阅。"]
    assert document.paragraphs[0].spans[0] == Span("编者按：", Face.HEI)


def test_a_signed_issue_shows_its_numbers_and_date():
    lines = list(composed(entry("甲", "文")).texts())[:5]
    assert lines == ["内部资料", "示范信息", "第47期（总第1286期）", "县委办公室", "2026年11月2日"]


def test_an_open_issue_leaves_room_for_them():
    lines = list(composed(entry("甲", "文"), issue=OPEN).texts())
    assert lines[2] == "第　　期（总第　　期）"
    assert lines[4] == "　　年　　月　　日"


def test_a_series_without_total_numbers_shows_none():
    series = replace(SERIES, next_total=0)
    assert compose.number_line(replace(SIGNED, total=0), series) == "第47期"
    assert compose.number_line(OPEN, series) == "第　　期"


def test_the_foot_lists_the_ways_in_order_and_the_copies():
    distribution = (
        Recipient("发", "各乡镇", 30),
        Recipient("报", "市委办", 2),
        Recipient("报", "县委", 4),
        Recipient("存", "档案室", 1),
    )
    foot = composed(entry("甲", "文"), issue=replace(SIGNED, distribution=distribution)).foot
    assert [(e.label, e.text) for e in foot.entries] == [
        ("报：", "市委办，县委。"),
        ("发：", "各乡镇。"),
        ("存：", "档案室。"),
    ]
    assert foot.copies == "（共印37份）"


def test_without_a_distribution_there_is_no_foot():
    assert composed(entry("甲", "文")).foot is None


def test_a_title_over_two_lines_becomes_one_and_knows_its_words():
    long = "示范县西关镇杨家湾村发生山体滑坡造成道路中断"
    document = composed(entry(f"{long[:10]}\n{long[10:]}", "文"))
    title = document.paragraphs[0]
    assert title.text == f"{long[:10]} {long[10:]}"
    assert title.word_ends[-1] == len(title.text)
    assert composed(entry("短标题", "文")).paragraphs[0].word_ends == ()


@pytest.mark.parametrize(
    ("name", "size", "tracking"),
    [("示范信息", 48, 20), ("示范县政务信息专报", 48, 1.1), ("示" * 30, 14.0, 0.25)],
)
def test_a_name_is_fitted_into_the_line(name, size, tracking):
    found = fitted(name, 48, 20, 442.2)
    assert found == (size, pytest.approx(tracking, abs=0.06))
    assert len(name) * sum(found) <= 442.2


def test_a_long_issuer_is_set_smaller_so_that_the_date_has_room():
    series = replace(SERIES, issuer="中共示范县委办公室信息科与示范县人民政府办公室信息科")
    imprint = composed(entry("甲", "文"), series=series).head.lines[-1]
    count = len(imprint.left) + 1 + len(imprint.right)
    assert 10 < imprint.style.size_pt < 16
    assert count * imprint.style.cell_pt <= 442.3


def test_plain_text_is_paragraphs_without_head_or_foot():
    document = plain("一、情况\n正文")
    assert document.paragraphs == (
        Paragraph(Role.HEADING_1, (Span("一、情况"),)),
        Paragraph(Role.BODY, (Span("正文"),)),
    )
    assert (document.head, document.foot) == (None, None)


def test_tabbed_lines_of_an_item_become_a_table():
    document = composed(
        entry("通报", "情况如下：\n单位\t条数\n西关镇\t12\n请对照检查。", unit="县委办")
    )
    assert roles(document) == [Role.TITLE, Role.BODY, Role.TABLE, Role.BODY, Role.UNIT]
    table = document.paragraphs[2]
    assert isinstance(table, Table)
    assert table.rows == (("单位", "条数"), ("西关镇", "12"))
    assert "".join(document.texts()).endswith("情况如下：单位条数西关镇12请对照检查。（县委办）")


def test_the_code_of_the_signing_ends_the_foot_where_it_is_wanted():
    assert composed().foot is None
    foot = compose.issue(SIGNED, SERIES, [], MASTHEAD, "17-ab12-cd34-ef56").foot
    assert foot.entries == (FootEntry("留痕码：", "17-ab12-cd34-ef56"),)
