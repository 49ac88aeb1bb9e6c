"""Each rule with an example that passes and one that fails, and its sentences for the clerk."""

from __future__ import annotations

import tomllib

import pytest

from infodesk import messages, paths
from infodesk.core.checking.catalogue import FAMILY_OF, RULE_IDS
from infodesk.core.checking.check import check, with_near_duplicates
from infodesk.core.checking.explanations import explanations_from
from infodesk.core.checking.fixes import applied
from infodesk.core.checking.rules_privacy import is_identity_number
from infodesk.languages import LANGUAGES

FILES = {
    path.stem: explanations_from(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted((paths.resources() / "rules" / "catalogue").glob("*.toml"))
}
EXPLANATIONS = {rule: each for rules in FILES.values() for rule, each in rules.items()}


@pytest.fixture
def found(profiles, context):
    """Return the findings of one rule in a content."""

    def _found(rule, content):
        explained = EXPLANATIONS[rule]
        around = explained.context(context, passing=content is explained.passes)
        kind = profiles[explained.profile]
        report = check(content, kind, around)
        report = with_near_duplicates(report, content.body, explained.shelf(), kind, {})
        return [finding for finding in report.findings if finding.rule == rule]

    return _found


def test_every_rule_is_explained_under_its_family_and_has_its_sentences():
    assert set(EXPLANATIONS) == set(RULE_IDS)
    for family, rules in FILES.items():
        assert {FAMILY_OF[rule].value for rule in rules} == {family}
    for table in ("rules", "fixes"):
        assert set(messages._table(table)) == set(RULE_IDS)
        for rule in RULE_IDS:
            for language in LANGUAGES:
                assert messages._table(table)[rule][language]


@pytest.mark.parametrize("rule", RULE_IDS)
def test_examples(rule, found):
    assert found(rule, EXPLANATIONS[rule].passes) == []
    failing = found(rule, EXPLANATIONS[rule].fails)
    assert failing
    for finding in failing:
        for table in ("rules", "fixes"):
            for language in LANGUAGES:
                assert messages.say(table, rule, language, **finding.params)


@pytest.mark.parametrize("rule", RULE_IDS)
def test_each_fix_of_an_example_silences_its_finding(rule, found):
    content = EXPLANATIONS[rule].fails
    findings = found(rule, content)
    for finding in findings:
        for fix in finding.fixes:
            after = found(rule, applied(content, fix))
            assert len(after) < len(findings), fix


@pytest.mark.parametrize(
    ("number", "real"),
    [
        ("999999199003077759", True),
        ("99999919900307775９", False),
        ("999999199003077758", False),
        ("999999199013077759", False),
        ("99999919900307775", False),
    ],
)
def test_identity_numbers_are_known_by_their_control_digit(number, real):
    assert is_identity_number(number) is real
