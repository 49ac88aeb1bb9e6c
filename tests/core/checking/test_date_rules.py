"""Dates: weekdays, days that never were, events after their report, time limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from infodesk.core.checking.check import check_text
from infodesk.core.checking.context import Standing
from infodesk.core.checking.fixes import applied
from infodesk.core.items import WHOLE, Content, Section

EVENT = "示范县西关镇柳林村一民房发生火灾，无人员伤亡。"


@pytest.fixture
def rules(profiles, context):
    """Return the rules of dates and limits that a text breaks."""

    def _rules(text, kind="event", **around):
        report = check_text(text, profiles[kind], replace(context, **around))
        wanted = ("date-", "weekday-", "relative-", "report-", "not-sent", "government-")
        return [finding.rule for finding in report.findings if finding.rule.startswith(wanted)]

    return _rules


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("2月30日2时", ["date-impossible"]),
        ("13月5日2时", ["date-impossible"]),
        ("3月5日25时", ["date-impossible"]),
        ("3月5日2时70分", ["date-impossible"]),
        ("2023年2月29日2时", ["date-impossible"]),
        ("2024年2月29日2时", []),
        ("3月5日24时", []),
        ("3月5日2:30", []),
        ("2026年3月5日（星期四）2时", []),
        ("2026年3月5日（星期三）2时", ["weekday-wrong"]),
        ("3月5日（周三）2时", ["weekday-wrong"]),
        ("3月5日星期四2时", []),
        ("3月8日2时", ["date-future"]),
        ("3月6日2时", []),
        ("昨日2时", ["relative-date"]),
    ],
)
def test_days(rules, when, found):
    assert rules(f"西关镇火灾\n{when}，{EVENT}", today=date(2026, 3, 6)) == found


@pytest.mark.parametrize(
    ("head", "when", "found"),
    [
        ("2026年3月5日", "3月5日2时", []),
        ("2026年3月5日", "3月6日2时", ["date-after-report"]),
        ("2026年3月5日 3时10分", "3月5日4时", ["date-after-report"]),
        ("2026年1月2日", "12月31日2时", []),
    ],
)
def test_an_event_lies_before_its_report(rules, head, when, found):
    assert rules(f"{head}\n西关镇火灾\n{when}，{EVENT}", today=date(2026, 6, 1)) == found


def test_a_plan_may_lie_in_the_future(rules):
    text = "西关镇防火\n西关镇将于3月20日8时在柳林村举行火灾演练，预计200人参加。"
    assert rules(text, today=date(2026, 3, 6)) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("3月10日至3月1日开展巡查。", ["date-order"]),
        ("3月1日至10日开展巡查。", []),
        ("12月28日至1月3日值班。", []),
        ("截至3月4日18时，明火已扑灭。", ["date-order"]),
        ("截至3月5日18时，明火已扑灭。", []),
    ],
)
def test_time_runs_forward(rules, said, found):
    assert rules(f"西关镇火灾\n3月5日2时，{EVENT}{said}", today=date(2026, 3, 6)) == found


@pytest.mark.parametrize(("minutes", "found"), [(115, []), (125, ["report-late"])])
def test_a_first_report_later_than_its_limit_is_late(rules, minutes, found):
    head = f"2026年3月5日{3 + minutes // 60}时{minutes % 60}分"
    assert rules(f"{head}\n西关镇火灾\n3月5日3时0分，{EVENT}", "urgent") == found
    assert rules(f"{head}\n西关镇火灾紧急报告\n3月5日3时0分，{EVENT}", "urgent") == found
    assert rules(f"{head}\n西关镇火灾续报一\n3月5日3时0分，{EVENT}", "urgent") == []


@pytest.mark.parametrize(
    ("standing", "found"),
    [
        (None, []),
        (Standing(), []),
        (Standing(approved=date(2026, 3, 4)), []),
        (Standing(approved=date(2026, 3, 3)), ["not-sent-upward"]),
        (Standing(approved=date(2026, 3, 3), sent=True), []),
    ],
)
def test_a_problem_is_not_kept_below(rules, standing, found):
    text = "供水工程缺人管护\n3月5日，西关镇供水工程缺人管护。"
    around = {"standing": standing, "today": date(2026, 3, 6)}
    assert rules(text, "problem", **around) == found
    assert rules(text, "experience", **around) == []


def test_a_wrong_weekday_is_put_right_by_its_fix(profiles, context):
    text = "3月5日（星期天），西关镇召开会议。"
    content = Content("西关镇召开会议", (Section(WHOLE, f"2026年3月6日\n{text}"),))
    report = check_text(content.body, profiles["event"], context)
    (found,) = [each for each in report.findings if each.rule == "weekday-wrong"]
    assert "（星期四）" in applied(content, found.fixes[0]).body
