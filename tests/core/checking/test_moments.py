from __future__ import annotations

import pytest

from infodesk.core.checking.heading import heading_of
from infodesk.core.checking.moments import is_moment_line, moments


@pytest.mark.parametrize(
    "expression",
    [
        "昨天晚上8点20分左右",
        "4月4日晚上7时30分左右",
        "2026年3月5日凌晨2时10分许",
        "北京时间六月二十九日二十时四十七分",
        "昨日（12月6日）凌晨1时许",
        "当地时间9日晚",
        "２８日２０时０１分",
        "2026-03-05 14:20",
        "周六晚上",
        "10多天前",
        "下午3时左右",
        "11月中旬",
    ],
)
def test_an_expression_of_time_is_read_whole(expression):
    text = f"{expression}，西关镇发生一起火灾。"
    found = next(moments(text))
    assert text[found.start : found.end] == expression


@pytest.mark.parametrize("text", ["五点五级地震", "提出三点建议", "第3日用品", "一日三餐有保障吗"])
def test_numbers_of_other_things_name_no_hour(text):
    assert not any(moment.clock for moment in moments(text))


def test_absolute_and_relative_days_are_told_apart():
    absolute, relative, both = (
        next(moments(text)) for text in ("3月5日", "昨日凌晨", "昨日（3月5日）凌晨")
    )
    assert (absolute.absolute, absolute.relative) == (True, False)
    assert (relative.absolute, relative.relative) == (False, True)
    assert both.absolute


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("2026年3月5日", True),
        ("2026-3-5 8:43:17", True),
        ("2026/12/07", True),
        ("2026-04-19 08:33:21 星期六", True),
        ("二〇二六年三月五日", True),
        ("3月5日，西关镇起火", False),
        ("2026年3月5日西关镇起火", False),
    ],
)
def test_a_line_that_is_only_a_date(line, alone):
    assert is_moment_line(line) is alone


def test_the_first_lines_are_report_time_and_title():
    text = "\n2026年3月5日\n西关镇一民房起火\n3月5日2时，西关镇一民房起火。"
    heading = heading_of(text, titled=False)
    assert text[slice(*heading.moment)] == "2026年3月5日"
    assert text[slice(*heading.title)] == "西关镇一民房起火"
    assert text[heading.body :].strip() == "3月5日2时，西关镇一民房起火。"
    assert heading_of(text, titled=True).title is None
