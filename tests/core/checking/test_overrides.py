"""What an office or a kind changes about a rule: off, another weight, another sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infodesk import messages
from infodesk.core.checking.check import check_text
from infodesk.core.checking.context import Override
from infodesk.core.checking.findings import Severity

TEXT = "昨日凌晨，西关镇柳林村一民房起火。"


@pytest.fixture
def relative(profiles, context):
    """Return the finding of a relative date under an override and a changed kind."""

    def _relative(override=None, **kind):
        profile = replace(profiles["event"], **kind)
        changed = {} if override is None else {"relative-date": override}
        report = check_text(TEXT, profile, replace(context, overrides=changed))
        return next((each for each in report.findings if each.rule == "relative-date"), None)

    return _relative


def test_a_rule_weighs_what_its_kind_says_and_the_office_has_the_last_word(relative):
    assert relative().severity is Severity.SHOULD
    heavier = {"relative-date": Severity.MUST}
    assert relative(severities=heavier).severity is Severity.MUST
    assert relative(Override(severity=Severity.HINT), severities=heavier).severity is Severity.HINT


def test_a_rule_is_off_for_a_kind_or_an_office(relative):
    assert relative(unused=frozenset({"relative-date"})) is None
    assert relative(Override(off=True)) is None


def test_an_office_words_a_rule_its_own_way(relative):
    found = relative(Override(wording="请把“{word}”改成几月几日"))
    assert found.severity is Severity.SHOULD
    assert messages.finding_text(found, "zh") == "请把“昨日凌晨”改成几月几日"
    assert messages.finding_text(found, "en") == "请把“昨日凌晨”改成几月几日"
