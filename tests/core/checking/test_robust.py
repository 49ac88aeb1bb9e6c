"""Any text is read without an exception, and no pattern grows faster than the text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.checking import sentences as sentences_module
from infodesk.core.checking.as_json import as_object
from infodesk.core.checking.check import check, check_text
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.context import Paper, Standing
from infodesk.core.checking.lexicon import cue_pattern, lexicon_from
from infodesk.core.items import Content, Section
from infodesk.workspace import profile_named
from tests.core.checking import scorer
from tests.core.checking.reading import read_alone

PROFILE, CONTEXT = scorer.tools()
NEAR = (
    "3月5日凌晨2时示范县西关镇发生火灾造成1死2伤消防车已扑灭正在调查原因据记者从人。，“”（）\n ：；"
)


def _sound(report, lengths: dict[str, int], profile=PROFILE) -> None:
    spans = [sentence.span for sentence in report.sentences]
    spans += [span for state in report.parts.values() for span in state.evidence]
    spans += [*report.elements.time, *report.elements.place]
    spans += [finding.span for finding in report.findings]
    for span in spans:
        assert 0 <= span.start <= span.end <= lengths.get(span.section, 0)
    json.dumps(as_object("x", profile, report))


@given(st.text(max_size=300))
def test_any_unicode(text):
    _sound(check_text(text, PROFILE, CONTEXT), {"whole": len(text)})


@given(st.text(st.sampled_from(NEAR), max_size=300))
def test_any_jumble_of_report_words(text):
    _sound(check_text(text, PROFILE, CONTEXT), {"whole": len(text)})


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_split_content(title, first, second, third):
    keys = [part.key for part in PROFILE.parts]
    sections = tuple(Section(*pair) for pair in zip(keys, (first, second, third), strict=True))
    report = check(Content(title, sections), PROFILE, CONTEXT)
    lengths = {section.key: len(section.text) for section in sections} | {"title": len(title)}
    _sound(report, lengths)


SURROUNDED = replace(
    CONTEXT,
    today=date(2026, 3, 5),
    previous=Paper("初报", "东街车祸，造成3人死亡、5人受伤，2人失踪。"),
    others=(Paper("另一条", "东街车祸造成5人死亡。"),),
    sources=(Paper("讲话", "把发展经济的着力点放在实体经济上，推进新型工业化。"),),
    standing=Standing(date(2026, 1, 1)),
)
LOOKED_FOR = (
    *(
        "2026年3月5日（星期三）",
        "2月30日",
        "25时",
        "其中",
        "3人",
        "５０",
        "1O",
        "占5%",
        "由3户降到5户",
    ),
    *(
        "共8户",
        "其余2处",
        "已整改",
        "处",
        "万元",
        "村民张建国",
        "家住3号楼502室",
        "高度重视",
        "切实加强",
    ),
    *(
        "造成3人死亡",
        "截至",
        "向县政府报告",
        "请求支援",
        "待核实",
        "原因",
        "一、",
        "（一）、",
        "5-10%",
    ),
    *(
        "把发展经济的着力点放在实体经济上",
        "续报一",
        "及时处置一起事故",
        "关于",
        "\n",
        "。",
        "，",
        '"',
        "“",
    ),
)


@given(st.lists(st.sampled_from(LOOKED_FOR), max_size=30))
@pytest.mark.parametrize("kind", ["urgent", "problem"])
def test_any_jumble_of_what_rules_look_for(kind, pieces):
    text = "".join(pieces)
    profile = profile_named(kind)
    report = check_text(text, profile, SURROUNDED)
    _sound(report, {"whole": len(text)}, profile)
    for finding in report.findings:
        for span in (
            *finding.evidence,
            *(edit.span for fix in finding.fixes for edit in fix.edits),
        ):
            assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "火",
        "3",
        "“",
        "（甲",
        "，",
        "据",
        "目前",
        "3月5日2时",
        "一名",
        "在示范县",
        "\n",
        "。",
        "1死",
        "a,",
        "其余2处",
        "其中3人、",
        "村民张",
        "家住3号",
        "高度重视",
    ],
)
def test_long_and_odd_texts_are_read(unit):
    text = unit * (100_000 // len(unit))
    _sound(check_text(text, PROFILE, CONTEXT), {"whole": len(text)})


def test_a_megabyte_is_read():
    text = ("3月5日，示范县东街发生火灾，1人受伤。消防队赶赴现场扑救。目前明火已扑灭。\n" * 30_000)[
        :1_000_000
    ]
    report = check_text(text, PROFILE, CONTEXT)
    assert report.sentences[-1].span.end <= len(text)
    assert len(report.sentences) > 70_000


def test_a_sentence_is_read_to_a_fixed_length():
    late = "火" * LONGEST_READ + "消防队赶赴现场扑救"
    assert read_alone(late, CONTEXT.lexicon) == read_alone("火" * 9999, CONTEXT.lexicon)


class _Counted(str):
    """A text that counts how many characters are looked at one by one."""

    looks = 0

    def __getitem__(self, key):
        _Counted.looks += 1
        return str.__getitem__(self, key)


@pytest.mark.parametrize("unit", ["甲", "“甲", "甲。", "“甲。”", "（", "”", "“‘「『（"])
def test_splitting_looks_at_each_character_a_bounded_number_of_times(unit):
    looks = []
    for size in (2_000, 20_000):
        _Counted.looks = 0
        sentences_module.sentence_spans(_Counted(unit * (size // len(unit))))
        looks.append(_Counted.looks)
    assert looks[1] <= 11 * looks[0] + 100


def test_cues_are_a_small_language():
    assert cue_pattern("启动…(预案|响应)", {}) == (
        "启动" + r"[^，,。；;：:！？!?\n]{0,12}?" + "(?:预案|响应)"
    )
    for bad in ("甲{无此表}", "甲)", "(甲|乙", "…………… 甲", "…", "(甲)?"):
        with pytest.raises(ValueError, match=re.escape(bad)):
            cue_pattern(bad, {})


def test_an_office_adds_cues_of_its_own():
    own = {"deeds": {"cues": ["鸣锣示警"]}}
    tables = [{"deeds": {"cues": ["赶赴"]}}, own]
    reading = read_alone("巡堤员鸣锣示警。", lexicon_from(*tables))
    assert {name.value for name in reading.classes} == {"measures"}


@pytest.mark.parametrize("number", ["999999199003077759", "6222020000000000000", "9" * 60])
def test_a_long_number_beside_a_place_does_not_stop_the_reading(number):
    text = f"3月5日，西关镇一民房起火（{number}{number}，{number}）{number}。"
    _sound(check_text(text, PROFILE, CONTEXT), {"whole": len(text)})
