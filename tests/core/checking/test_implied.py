"""What no word announces may still be told: then the clerk is asked, and not stopped."""

from __future__ import annotations

import pytest

from infodesk.core.checking.check import check, check_text
from infodesk.core.checking.findings import Severity
from infodesk.core.items import Content, Section
from infodesk.core.profile_text import profile_of, text_of

PROBLEM = "西关镇31个小区有26个缺停车位，矛盾突出。"
PLAIN_CAUSE = "小区建成时每户只配了半个车位，那时买车的人家少。"
TREND = "长此下去，消防通道会全部堵死。"
PROPOSAL = "建议住建局把闲置地块改作停车场，交警夜间放开路边泊位。"


def weights(text, profile, context):
    findings = check_text(text, profile, context).findings
    return {each.about: each.severity for each in findings if each.rule == "part-missing"}


def test_a_cause_told_plainly_is_asked_for_and_does_not_stop(profiles, context):
    found = weights(PROBLEM + PLAIN_CAUSE + TREND + PROPOSAL, profiles["problem"], context)
    assert found == {"cause": Severity.SHOULD}


def test_where_every_sentence_states_another_part_the_cause_is_missing(profiles, context):
    found = weights(PROBLEM + TREND + PROPOSAL, profiles["problem"], context)
    assert found == {"cause": Severity.MUST}


def test_one_sentence_does_not_stand_for_two_parts(profiles, context):
    found = weights(PROBLEM + PLAIN_CAUSE + PROPOSAL, profiles["problem"], context)
    assert found == {"cause": Severity.MUST, "responsible": Severity.MUST}


def test_an_ending_that_names_an_office_may_be_the_proposal(profiles, context):
    ending = "住建局把闲置地块改作停车场，交警夜间放开路边泊位。"
    found = weights(PROBLEM + PLAIN_CAUSE + TREND + ending, profiles["problem"], context)
    assert found["suggestion"] is Severity.SHOULD


def test_a_text_that_ends_with_the_trend_has_no_proposal(profiles, context):
    found = weights(PROBLEM + PLAIN_CAUSE + TREND, profiles["problem"], context)
    assert found["suggestion"] is Severity.MUST


@pytest.mark.parametrize(
    ("last", "weight"),
    [
        ("现在一趟车坐满四成，司机工资长了三百元。", Severity.SHOULD),
        ("司机们的心气同从前不一样了。", Severity.MUST),
    ],
)
def test_a_result_is_implied_by_a_figure_only(last, weight, profiles, context):
    text = (
        "西关镇公交过去空车多，村民出门不便。镇里派出干部逐村登记需要，组织司机重排班次，"
        "通过手机约车。" + last
    )
    found = weights(text, profiles["experience"], context)
    assert found["result"] is weight


def test_an_empty_section_is_missing_whatever_stands_in_the_others(profiles, context):
    sections = (
        Section("problem", PROBLEM + PLAIN_CAUSE),
        Section("cause", ""),
        Section("responsible", TREND),
        Section("suggestion", PROPOSAL),
    )
    report = check(Content("停车难", sections), profiles["problem"], context)
    assert [each.about for each in report.open_musts] == ["cause"]


def test_a_follow_up_need_not_tell_the_course_again(profiles, context):
    body = "截至3月5日18时，46名学生中43人已出院，3人病情稳定。"
    found = weights(f"城关小学学生呕吐续报二\n{body}", profiles["urgent"], context)
    assert found["situation"] is Severity.HINT
    assert weights(body, profiles["urgent"], context)["situation"] is Severity.MUST


def test_a_kind_keeps_which_parts_may_be_implied(profiles):
    kept = profile_of(text_of(profiles["problem"]))
    assert [part.key for part in kept.parts if part.implied] == ["problem", "cause", "responsible"]
