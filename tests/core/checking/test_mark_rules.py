"""Half-width marks among Chinese: found where they are wrong, left where they belong."""

from __future__ import annotations

import pytest

from infodesk.core.checking.check import check_text
from infodesk.core.checking.fixes import marks_fixed
from infodesk.core.items import WHOLE, Content, Section

RULE = "half-width-mark"


def found(text, profiles, context):
    return check_text(text, profiles["event"], context).findings


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("两车相撞,5人受伤.目击者称货车失控", "两车相撞，5人受伤。目击者称货车失控"),
        ("西关镇(柳林村)起火。", "西关镇（柳林村）起火。"),
        ("(一)基本情况", "（一）基本情况"),
        ("目击者(身份证已核)说:车速很快!", "目击者（身份证已核）说：车速很快！"),
    ],
)
def test_a_half_width_mark_is_found_and_mended(profiles, context, text, mended):
    marks = [each for each in found(text, profiles, context) if each.rule == RULE]
    assert marks
    content, _ = marks_fixed(Content("", (Section(WHOLE, text),)), marks)
    assert content.text_of(WHOLE) == mended
    assert RULE not in {each.rule for each in found(mended, profiles, context)}


@pytest.mark.parametrize(
    "text",
    [
        "损失3.5万元，死亡率下降0.3%。",
        "示政发(2026)18号文件已印发。",
        "一.基本情况",
        "执行U.S.标准，见www.example.cn。",
        "比分为3:2，共1,200元。",
    ],
)
def test_a_mark_that_belongs_to_a_number_or_a_word_is_left(profiles, context, text):
    assert RULE not in {each.rule for each in found(text, profiles, context)}
