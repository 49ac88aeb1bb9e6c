from __future__ import annotations

import json

import pytest

from infodesk.core.checking.as_json import as_object
from infodesk.core.checking.check import check, check_text
from infodesk.core.checking.findings import Cause, Fullness, Severity
from infodesk.core.items import Content, Section

GOOD = (
    "2026年3月5日\n"
    "示范县西关镇民房起火造成1死2伤\n"
    "3月5日凌晨2时10分许，示范县西关镇柳林村一民房发生火灾，造成1人死亡、2人受伤，"
    "烧毁房屋3间，损失约5万元，影响同院2户。"
    "据镇政府报告，起火原因为电线短路。"
    "接警后，县消防救援大队出动3辆消防车赶赴现场扑救，2名伤者被送往县医院救治，副县长到场指挥。"
    "截至3时40分，明火被扑灭，未发生次生灾害，2名伤者无生命危险，无需上级支援。"
    "下一步将开展用电安全检查。\n"
)


@pytest.fixture
def report(profiles, context):
    return check_text(GOOD, profiles["urgent"], context)


def test_a_complete_report_has_nothing_open(report):
    assert report.findings == ()
    assert {state.state for state in report.parts.values()} == {Fullness.FULL}


def test_elements_of_a_complete_report(report):
    elements = report.elements
    assert [GOOD[span.start : span.end] for span in elements.time[:1]] == ["3月5日凌晨2时10分许"]
    assert [GOOD[span.start : span.end] for span in elements.place[:1]] == [
        "示范县西关镇柳林村一民房"
    ]
    assert (elements.deaths, elements.injured) == (1, 2)
    assert elements.source
    assert elements.cause is Cause.STATED


def test_title_and_report_time_are_listed_and_tell_nothing(report):
    first, second, *_ = report.sentences
    assert GOOD[first.span.start : first.span.end] == "2026年3月5日"
    assert GOOD[second.span.start : second.span.end] == "示范县西关镇民房起火造成1死2伤"
    assert not first.classes
    assert not second.classes


def test_first_facts_alone_lack_measures_and_progress(profiles, context):
    text = "3月5日凌晨2时许，示范县西关镇柳林村一民房发生火灾，烧毁房屋3间，烧死牲畜5头。"
    report = check_text(text, profiles["event"], context)
    assert [(f.rule, f.about, f.severity) for f in report.open_musts] == [
        ("part-missing", "measures", Severity.MUST),
        ("part-missing", "progress", Severity.MUST),
    ]


def test_a_formula_is_weak_progress(profiles, context):
    text = "3月5日，示范县东街发生一起车祸。民警赶赴现场处置。事故原因正在进一步调查中。"
    report = check_text(text, profiles["event"], context)
    assert report.parts["progress"].state is Fullness.WEAK
    assert report.parts["measures"].state is Fullness.FULL


def test_split_sections_count_for_their_own_part(profiles, context):
    content = Content(
        "示范县西关镇一民房起火",
        (
            Section(
                "situation", "3月5日2时，西关镇柳林村一民房起火，无人员伤亡。消防队赶赴现场扑救。"
            ),
            Section("measures", ""),
            Section("progress", "明火已扑灭，受灾群众已妥善安置。"),
        ),
    )
    report = check(content, profiles["event"], context)
    assert report.parts["measures"].state is Fullness.WEAK
    assert [f.rule for f in report.findings if f.about == "measures"] == ["part-elsewhere"]


def test_a_section_that_says_nothing_is_missing(profiles, context):
    content = Content(
        "示范县西关镇一民房起火",
        (
            Section("situation", "3月5日2时，西关镇柳林村一民房起火，无人员伤亡。"),
            Section("measures", "消防队赶赴现场扑救，民警疏散群众30人。"),
            Section("progress", "无。"),
        ),
    )
    report = check(content, profiles["event"], context)
    assert report.parts["progress"].state is Fullness.MISSING


def test_json_has_the_promised_shape(profiles, context):
    for key in ("event", "problem"):
        report = check_text(GOOD, profiles[key], context)
        shape = json.loads(json.dumps(as_object("a.txt", profiles[key], report)))
        assert list(shape) == ["file", "profile", "sections", "sentences", "elements", "findings"]
        assert list(shape["sections"]) == ["situation", "measures", "progress"]
        for part in shape["sections"].values():
            assert part["state"] in ("full", "weak", "missing")
            assert all(0 <= start < end <= len(GOOD) for start, end in part["evidence"])
        assert list(shape["elements"]) == [
            "time", "place", "deaths", "injured", "source", "cause",
            "missing", "poisoned", "trapped", "evacuated", "happened", "kinds", "figures",
            "as_of", "sources", "causes", "commanders", "actors", "next_steps",
        ]  # fmt: skip
        for finding in shape["findings"]:
            assert list(finding) == ["rule", "severity", "section", "start", "end", "message"]


def test_a_formula_leaves_its_part_unsaid_and_stops_an_approval(profiles, context):
    text = (
        "西关镇发生火灾\n11月21日9时，西关镇一仓库起火，2人受伤。"
        "县消防大队出动3车15人赶赴现场扑救，将2名伤者送县医院救治。目前，有关情况正在处理中。"
    )
    report = check_text(text, profiles["event"], context)
    assert report.parts["progress"].state is Fullness.WEAK
    assert [(each.rule, each.about) for each in report.open_musts] == [("part-weak", "progress")]
