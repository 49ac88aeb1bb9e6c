"""Each rule with an example that passes and one that fails, and its sentence for the clerk."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from infodesk import messages
from infodesk.core.checking.check import RULE_IDS, check, check_text
from infodesk.core.checking.findings import Report
from infodesk.core.checking.rules_privacy import is_identity_number
from infodesk.core.items import Content, Section
from infodesk.languages import LANGUAGES

DATA = Path(__file__).resolve().parents[2] / "data" / "checker" / "rules.toml"
EXAMPLES = tomllib.loads(DATA.read_text(encoding="utf-8"))


def _report(example, profile, context) -> Report:
    if isinstance(example, str):
        return check_text(example, profile, context)
    repeat = example.get("repeat", 1)
    sections = tuple(
        Section(key, text * repeat)
        for key, text in example.items()
        if key not in ("title", "repeat")
    )
    return check(Content(example["title"], sections), profile, context)


def test_every_rule_has_examples_and_sentences():
    assert set(EXAMPLES) == set(RULE_IDS)
    for table in ("rules", "fixes"):
        for rule in RULE_IDS:
            for language in LANGUAGES:
                assert messages._table(table)[rule][language]


@pytest.mark.parametrize("rule", RULE_IDS)
def test_examples(rule, profiles, context):
    example = EXAMPLES[rule]
    profile = profiles[example.get("profile", "event")]
    passing = _report(example["passes"], profile, context)
    failing = _report(example["fails"], profile, context)
    assert rule not in {finding.rule for finding in passing.findings}
    found = [finding for finding in failing.findings if finding.rule == rule]
    assert found
    for finding in found:
        for table in ("rules", "fixes"):
            for language in LANGUAGES:
                assert messages.say(table, rule, language, **finding.params)


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
