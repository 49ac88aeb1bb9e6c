"""What a text begins with, before the first deed or proposal, is what it is about."""

from __future__ import annotations

import pytest

from infodesk.core.checking.check import check_text
from infodesk.core.profile_text import profile_of, text_of

STATE = "西关镇有老旧水塔37座，水质不一，近六成用水户反映水压不足。"
DEEDS = "镇里派出技术人员对水塔逐座检修，更换管道12公里，安排专人每天巡查。"
LEAD = "西关镇组织党员干部上门检修水塔。"


def missing(text, profile, context):
    report = check_text(text, profile, context)
    return {each.about for each in report.findings if each.rule == "part-missing"}


@pytest.mark.parametrize("text", [STATE + DEEDS, LEAD + STATE + DEEDS])
def test_how_things_stood_is_background_though_no_word_announces_it(text, profiles, context):
    assert "background" not in missing(text, profiles["practice"], context)


@pytest.mark.parametrize("text", [DEEDS, LEAD + DEEDS, LEAD + DEEDS + STATE])
def test_deeds_alone_have_no_background(text, profiles, context):
    assert "background" in missing(text, profiles["practice"], context)


def test_an_opening_without_a_figure_says_nothing(profiles, context):
    slogan = "西关镇供水工作责任重于泰山。"
    assert "background" in missing(slogan + DEEDS, profiles["practice"], context)


def test_what_a_proposal_is_about_may_be_told_in_figures(profiles, context):
    text = "县文化馆藏品2万件，日均到馆41人。与其等人进来，不如送展下乡。"
    assert "what" not in missing(text, profiles["suggestion"], context)


def test_a_proposal_first_says_not_what_it_is_about(profiles, context):
    text = "建议县文化馆送展下乡，每月2次。"
    assert "what" in missing(text, profiles["suggestion"], context)


def test_a_kind_keeps_which_part_opens_it(profiles):
    kept = profile_of(text_of(profiles["practice"]))
    assert [part.key for part in kept.parts if part.opens] == ["background"]
