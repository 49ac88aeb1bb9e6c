"""Fixes: each one silences its finding, on any jumble of marks and numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.checking.check import check
from infodesk.core.checking.findings import Edit, Finding, Fix, Span
from infodesk.core.checking.fixes import applied, marks_fixed
from infodesk.core.items import WHOLE, Content, Section
from tests.core.checking import scorer

PROFILE, CONTEXT = scorer.tools()
PIECES = [
    *'，。、,;…— “”（）"甲人５\n《》(',
    *("西关镇", "一民房起火", "...", "--", "12", "1O", "5-10%", "（一）、", "二.", "!!!!"),
    *("村民张建国反映，", "家住3号楼502室", "0999-2345678"),
    *("999999199003077759", "13800000000", "6222020000000000000"),
]


def _whole(text: str, title: str = "西关镇一民房起火") -> Content:
    return Content(title, (Section(WHOLE, text),))


def _rules(content: Content) -> list[str]:
    return sorted(finding.rule for finding in check(content, PROFILE, CONTEXT).findings)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_each_fix_silences_its_finding(pieces):
    content = _whole("".join(pieces))
    findings = check(content, PROFILE, CONTEXT).findings
    before = _rules(content)
    for finding in findings:
        for fix in finding.fixes:
            after = _rules(applied(content, fix))
            assert after.count(finding.rule) < before.count(finding.rule), (finding.rule, fix)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_fixing_marks_ends_and_changes_no_word(pieces):
    content = _whole("".join(pieces))
    for _ in range(6):
        findings = check(content, PROFILE, CONTEXT).findings
        content, made = marks_fixed(content, findings)
        if not made:
            break
    assert made == 0
    kept = [each for each in content.body if each not in " \n" and each.isalnum()]
    typed = "".join(pieces).replace("５", "5").strip()
    assert kept == [each for each in typed if each.isalnum()]


def test_a_fix_for_another_text_is_refused():
    content = _whole("甲乙")
    for span in (Span("measures", 0, 1), Span(WHOLE, 1, 9)):
        with pytest.raises(ValueError, match=r"measures|Edit"):
            applied(content, Fix((Edit(span, "丙"),)))


def test_edits_are_made_in_title_and_sections_at_once():
    fix = Fix(
        (
            Edit(Span("title", 0, 1), "丁"),
            Edit(Span(WHOLE, 1, 2), ""),
            Edit(Span(WHOLE, 0, 1), "丙"),
        )
    )
    assert applied(_whole("甲乙", "乙"), fix) == _whole("丙", "丁")


def test_fixes_that_touch_are_not_made_together():
    content = _whole("西关镇起火..。无人伤亡")
    findings = [finding for finding in check(content, PROFILE, CONTEXT).findings if finding.fixes]
    doubled = [*findings, *(replace(each, rule="dash") for each in findings)]
    assert marks_fixed(content, doubled) == marks_fixed(content, findings)


def test_a_person_is_hidden_throughout_by_one_fix():
    content = _whole(
        "3月5日，村民张建国反映补偿款未到位，村民李秀英也有此反映。张建国说已等8个月。",
        "村民张建国反映补偿问题",
    )
    assert [each.params["shown"] for each in _names(content)] == ["群众甲", "群众乙"]
    first = applied(content, _names(content)[0].fixes[0])
    assert first == _whole(
        "3月5日，群众甲反映补偿款未到位，村民李秀英也有此反映。群众甲说已等8个月。",
        "群众甲反映补偿问题",
    )
    assert [each.params["shown"] for each in _names(first)] == ["群众乙"]


def _names(content: Content) -> list[Finding]:
    findings = check(content, PROFILE, CONTEXT).findings
    return [finding for finding in findings if finding.rule == "person-name"]


@pytest.mark.parametrize(
    "text",
    [
        "患者高烧不退，被送往医院。",
        "群众常去的地方。",
        "居民张贴标语。",
        "村民于3月5日反映。",
        "患者康复出院，群众任何时候都可反映。",
        "遇难者安葬。",
        "村民万元收入。",
        "群众方面，情绪稳定。",
        "学生易受影响，学生成绩提高。",
        "死者李某、伤者王某某。",
        "儿童何时接种。",
        "业主周边小区。",
        "居民石头房。",
    ],
)
def test_ordinary_words_are_no_names(text):
    assert _names(_whole(text)) == []
