"""Who leads on the spot and who acts, in sentences of reports and of news."""

from __future__ import annotations

import pytest

from infodesk.core.checking.actors import LONGEST_NAME, actors, commanders
from infodesk.core.checking.check import check_text
from infodesk.core.checking.said import said


@pytest.fixture
def named(context):
    def names(find, sentence):
        return [sentence[start:end] for start, end in find(sentence, context.lexicon)]

    return names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("接警后，县消防救援大队出动3辆消防车赶赴现场扑救。", ["县消防救援大队"]),
        ("青石乡党委、政府立即组织转移群众120人。", ["青石乡党委、政府"]),
        ("市工商、税务部门为受灾商户减免了费用。", ["市工商、税务部门"]),
        ("为防柴油外溢，港务部门布设了400米围油栏。", ["港务部门"]),
        ("省地震局派出的现场工作队于当日上午抵达。", ["省地震局派出的现场工作队"]),
        ("区教育局于3日下午发出通知，要求全区学校清除煤炉。", ["区教育局"]),
        ("县教育局暂停外出活动，邻县交警开辟便道。", ["县教育局", "邻县交警"]),
        ("3人已被派出所带走。", []),
        ("消防员和民警被困。", []),
        ("要求有关部门限期整改。", []),
        ("将伤者送往县人民医院。", []),
        ("安置群众3.4万人。", []),
    ],
)
def test_who_acts(named, sentence, names):
    assert named(actors, sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("副县长某某带领县公安、卫生部门负责人赶赴现场指挥。", ["副县长某某"]),
        ("县委、县政府主要领导第一时间赶赴现场。", ["县委、县政府主要领导"]),
        ("县委书记、县长，市应急管理局局长，消防支队队长亲临一线指挥扑救。",
         ["县委书记、县长", "市应急管理局局长", "消防支队队长"]),
        ("镇里立刻指派副镇长某某赶赴现场处置。", ["副镇长某某"]),
        ("交通局局长在现场指挥。", ["交通局局长"]),
        ("副县长主持召开会商会，部署抢险。", ["副县长"]),
        ("县长表示，事故原因正在调查。", []),
        ("县委书记作出批示，县消防大队赶赴现场。", []),
    ],
)  # fmt: skip
def test_who_leads(named, sentence, names):
    assert named(commanders, sentence) == names


def test_a_name_is_never_longer_than_one_can_be(named):
    sentence = "县" + "公安局" * 400 + "出动警力。"
    assert all(len(name) <= LONGEST_NAME for name in named(actors, sentence))


def test_who_acts_is_among_what_is_said(profiles, context):
    text = "5日，西关镇一民房起火。镇政府组织疏散群众30人，副镇长在现场指挥。"
    elements = check_text(text, profiles["event"], context).elements
    assert {"actor", "commander"} <= said(elements)
    assert "actor" not in said(check_text("5日，一民房起火。", profiles["event"], context).elements)
