from __future__ import annotations

from infodesk import messages
from infodesk.core.checking.catalogue import Family
from infodesk.core.checking.check import check_text
from infodesk.core.checking.findings import Severity
from infodesk.core.checking.grouping import grouped
from infodesk.languages import LANGUAGES


def test_musts_come_first_and_the_rest_by_family(profiles, context):
    text = "有关情况的报告\n昨日，西关镇一民房起火,造成1人死亡。。身份证号999999199003077759。"
    report = check_text(text, profiles["event"], context)
    seen = grouped(report.findings)
    assert {each.severity for each in seen.musts} == {Severity.MUST}
    assert "identity-number" in {each.rule for each in seen.musts}
    families = [family for family, _ in seen.rest]
    assert families == [family for family in Family if family in families]
    assert {Family.TITLE, Family.DATES, Family.MARKS} <= set(families)
    assert seen.folded + len(seen.musts) == len(report.findings)
    assert all(listed for _, listed in seen.rest)


def test_every_family_has_its_name():
    assert set(messages._table("families")) == {family.value for family in Family}
    for family in Family:
        for language in LANGUAGES:
            assert messages.say("families", family, language)
