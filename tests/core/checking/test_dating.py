"""Expressions of time, resolved against the day of the report (a Friday)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.checking.check import check_text
from infodesk.core.checking.dating import when

REPORTED = date(2026, 3, 6)


@pytest.mark.parametrize(
    ("expression", "meant"),
    [
        ("2026年3月5日凌晨2时10分许", "2026-03-05T02:10"),
        ("3月5日晚上7时30分左右", "2026-03-05T19:30"),
        ("二〇〇八年六月二十九日二十时四十七分", "2008-06-29T20:47"),
        ("２月８日１４时", "2026-02-08T14:00"),
        ("2026-3-5 8:43", "2026-03-05T08:43"),
        ("12月30日", "2025-12-30"),
        ("去年9月3日", "2025-09-03"),
        ("4日夜里2时", "2026-03-04T02:00"),
        ("5日下午三点半", "2026-03-05T15:30"),
        ("28日20时01分", "2026-02-28T20:01"),
        ("上月28日", "2026-02-28"),
        ("今晨7点10分", "2026-03-06T07:10"),
        ("昨晚", "2026-03-05"),
        ("昨日（3月5日）凌晨1时许", "2026-03-05T01:00"),
        ("前天中午12时", "2026-03-04T12:00"),
        ("3天前", "2026-03-03"),
        ("周三上午", "2026-03-04"),
        ("上周一", "2026-02-23"),
        ("近日", ""),
        ("2月30日", ""),
        ("25时", ""),
    ],
)
def test_an_expression_is_resolved(expression, meant):
    assert str(when(expression, REPORTED)) == meant


def test_without_the_day_of_the_report_only_a_full_date_has_a_day():
    assert str(when("2026年3月5日9时", None)) == "2026-03-05T09:00"
    assert when("昨日9时", None).day is None
    assert when("3月5日9时", None).day is None


@given(st.text(st.sampled_from("0123456789十二年月日号周前天上昨今晚时分点半:-"), max_size=24))
def test_any_expression_is_read(expression):
    when(expression, REPORTED)
    when(expression, date.min)
    when(expression, date.max)


def test_the_event_is_dated_by_the_first_line(profiles, context):
    text = "2026年3月6日\n昨日凌晨2时许，西关镇柳林村一民房起火，1人受伤。"
    assert check_text(text, profiles["event"], context).elements.happened == "2026-03-05T02:00"
