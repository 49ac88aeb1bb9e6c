from __future__ import annotations

import random

import pytest

from infodesk.core.document import Align, Face, Role, Span, Table
from infodesk.core.recognition import recognised, table_of

NOTICE = """示范县人民政府办公室关于加强信息报送工作的通知

各乡镇人民政府，县政府各部门：
　　为做好信息报送工作，现通知如下。
一、报送时限
（一）突发事件。接报后30分钟内电话报告。
附件：1.报送要点
2.信息员名单
示范县人民政府办公室
2026年11月22日
（此件公开发布）
附件1
报送要点
正文。
附件2
信息员名单
表1 信息员
单位	姓名	电话
西关镇	李明	0000-1
"""


def kinds(text: str, **more: bool) -> list[Role]:
    return [paragraph.role for paragraph in recognised(text, **more)]


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_notice_is_read_line_by_line():
    assert kinds(NOTICE) == [
        Role.TITLE,
        Role.RECIPIENTS,
        Role.BODY,
        Role.HEADING_1,
        Role.BODY,
        Role.ATTACHED,
        Role.ATTACHED_MORE,
        Role.SIGNATURE,
        Role.DATE,
        Role.ANNOTATION,
        Role.ATTACHMENT,
        Role.ATTACHMENT_TITLE,
        Role.BODY,
        Role.ATTACHMENT,
        Role.ATTACHMENT_TITLE,
        Role.CAPTION,
        Role.TABLE,
    ]


def test_a_seal_gives_signature_and_date_their_own_roles():
    found = kinds(NOTICE, sealed=True)
    assert found[7:9] == [Role.SEALED_SIGNATURE, Role.SEALED_DATE]


def test_further_lines_stand_clear_of_the_labels():
    labels = {p.text: p.label for p in recognised(NOTICE) if not isinstance(p, Table) and p.label}
    assert labels == {"附件：1.报送要点": 5, "2.信息员名单": 2}


def test_nothing_but_white_space_is_lost():
    seed = 11
    print("seed", seed)
    chosen = random.Random(seed)
    lines = [*NOTICE.split("\n"), "出席：主任", "\t缩进", "甲\t乙", "……", "2026年1月1日", "表2"]
    for _ in range(300):
        text = "\n".join(chosen.choices(lines, k=chosen.randrange(30)))
        found = recognised(text, sealed=chosen.random() < 0.5, attendance=chosen.random() < 0.5)
        assert bare("".join(p.text for p in found)) == bare(text)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("", []),
        ("只有一行", [Role.BODY]),
        ("今年以来，工作取得成效。\n正文", [Role.BODY, Role.BODY]),
        ("一、情况\n正文", [Role.HEADING_1, Role.BODY]),
        ("标题\n2026年1月1日", [Role.TITLE, Role.DATE]),
        ("标题\n正文。\n2026年1月1日", [Role.TITLE, Role.BODY, Role.DATE]),
        ("标题\n正文。\n县委办\n二〇二六年一月一日", [*"tb", Role.SIGNATURE, Role.DATE]),
        ("标题\n正文。\n县委办\n2026年1月1日起施行", [*"tbbb"]),
        ("标题\n正文\n提供以下资料：", [*"tbb"]),
        ("标题\n附件材料很多。", [*"tb"]),
        ("标题\n表1所列单位未报。", [*"tb"]),
        ("标题\n甲\t乙", [*"tb"]),
        ("标题\n\t第一段。\n\t第二段。", [*"tbb"]),
        ("标题\n一、甲项；\n二、乙项。\n三、丙项", [*"tbb", Role.HEADING_1]),
    ],
)
def test_lines_that_could_be_mistaken(text, roles):
    short = {"t": Role.TITLE, "b": Role.BODY}
    assert kinds(text) == [short.get(role, role) for role in roles]


def test_those_present_are_told_apart_in_minutes_only():
    text = "研究防汛问题\n正文。\n出席：主任，局长\n请假：科长"
    assert kinds(text)[2:] == [Role.BODY, Role.BODY]
    present, absent = recognised(text, attendance=True)[2:]
    assert (present.role, absent.role) == (Role.ATTENDANCE, Role.ATTENDANCE_MORE)
    assert present.spans == (Span("出席：", Face.HEI), Span("主任，局长"))


def test_a_table_gives_long_texts_more_room_and_sets_them_left():
    table = table_of([["序号", "问题"], ["1", "只有初步情况，没有应对措施和工作进展"], ["2", "无"]])
    number, problem = table.columns
    assert problem.share > 3 * number.share
    assert (number.align, problem.align) == (Align.CENTRE, Align.LEFT)
    assert table.head_rows == 1


def test_wide_columns_give_way_all_alike_when_the_page_is_full():
    table = table_of([["甲" * 40, "乙" * 60, "1"]])
    first, second, third = (column.share for column in table.columns)
    assert first == second
    assert third < first
