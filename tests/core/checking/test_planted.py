"""Planted defects: each rule finds its own in good items, and no other rule is disturbed."""

from __future__ import annotations

from collections import Counter

import pytest

from infodesk.core.checking.catalogue import RULE_IDS
from infodesk.core.checking.check import check, with_near_duplicates
from infodesk.core.checking.findings import Severity
from tests.core.checking.planter import COMPANIONS, GOOD, PLANTERS, UNPLANTED, Item

LEAST_RECALL = 0.95


@pytest.fixture(scope="module")
def findings(profiles, context):
    def _findings(item: Item):
        kind = profiles[item.kind]
        report = check(item.content, kind, item.context(context))
        report = with_near_duplicates(report, item.content.body, item.on_shelf(), kind, {})
        return report.findings

    return _findings


@pytest.fixture(scope="module")
def good(findings):
    return {
        number: Counter(each.rule for each in findings(item)) for number, item in enumerate(GOOD)
    }


def test_every_rule_is_planted_or_said_not_to_be():
    assert set(PLANTERS) | UNPLANTED == set(RULE_IDS)
    assert not set(PLANTERS) & UNPLANTED


def test_good_items_have_no_must_and_hardly_a_should(findings):
    found = [each for item in GOOD for each in findings(item)]
    assert [each.rule for each in found if each.severity is Severity.MUST] == []
    shoulds = Counter(each.rule for each in found if each.severity is Severity.SHOULD)
    assert sum(shoulds.values()) <= 0.1 * len(GOOD), shoulds


@pytest.mark.parametrize("rule", PLANTERS)
def test_a_planted_defect_is_found_and_nothing_else(rule, findings, good):
    planted = missed = 0
    disturbed: Counter[str] = Counter()
    for number, item in enumerate(GOOD):
        broken = PLANTERS[rule](item, number)
        if broken is None:
            continue
        planted += 1
        found = Counter(each.rule for each in findings(broken)) - good[number]
        missed += rule not in found
        disturbed.update(set(found) - {rule} - COMPANIONS.get(rule, set()))
    assert planted >= 20
    assert missed <= (1 - LEAST_RECALL) * planted, f"{missed} of {planted}"
    assert disturbed == Counter()
