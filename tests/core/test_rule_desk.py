"""What the office changed about the rules: kept, refused by line, put back."""

from __future__ import annotations

from functools import partial

import pytest

from infodesk import messages
from infodesk.core.checking.context import Override
from infodesk.core.checking.findings import Severity
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.rule_desk import RuleDesk

PLACEHOLDERS = partial(messages.placeholders, "rules")


@pytest.fixture
def desk(settings):
    return RuleDesk(settings, PLACEHOLDERS)


def test_changes_add_up_and_are_kept(desk, settings):
    desk.change("relative-date", severity=Severity.MUST)
    desk.change("relative-date", wording='“{word}”\n要写"几月几日"')
    desk.change("praise", off=True)
    wanted = {
        "relative-date": Override(Severity.MUST, wording='“{word}”要写"几月几日"'),
        "praise": Override(off=True),
    }
    assert desk.overrides == wanted
    again = RuleDesk(settings, PLACEHOLDERS)
    assert again.overrides == wanted
    other = RuleDesk(type(settings)(), PLACEHOLDERS)
    assert other.take(desk.text()) == wanted


def test_rules_are_put_back(desk, settings):
    desk.change("praise", off=True)
    desk.change("dash", severity=Severity.MUST)
    desk.restore("praise")
    assert list(desk.overrides) == ["dash"]
    desk.change("praise", off=True)
    desk.change("praise", off=False)
    assert list(desk.overrides) == ["dash"]
    desk.restore_all()
    assert desk.overrides == {}
    assert settings.get("rules") == ""


@pytest.mark.parametrize(
    ("rule", "change", "code"),
    [
        ("nowhere", {"off": True}, Code.RULE_UNKNOWN),
        ("classified", {"off": True}, Code.RULE_FIXED),
        ("relative-date", {"wording": "{date} 不清楚"}, Code.RULE_WORDING_WRONG),
        ("relative-date", {"wording": "{word!r}"}, Code.RULE_WORDING_WRONG),
        ("relative-date", {"wording": "{word:9}"}, Code.RULE_WORDING_WRONG),
        ("relative-date", {"wording": "{word"}, Code.RULE_WORDING_WRONG),
        ("relative-date", {"wording": "{}"}, Code.RULE_WORDING_WRONG),
        ("relative-date", {"wording": "长" * 201}, Code.RULE_WORDING_WRONG),
    ],
)
def test_what_may_not_be_changed_is_refused(desk, settings, rule, change, code):
    with pytest.raises(InfodeskError) as caught:
        desk.change(rule, **change)
    assert caught.value.code is code
    assert settings.kept == {}


@pytest.mark.parametrize(
    ("text", "line", "entry"),
    [
        ('[praise]\nseverity = "soon"', 2, "praise.severity"),
        ('[dash]\nseverity = "off"\n[classified]\nseverity = "off"', 3, "classified"),
        ('[nowhere]\nseverity = "off"', 1, "nowhere"),
        ('[praise]\nword = "x"', 2, "praise.word"),
        ("[praise\n", 1, "[praise"),
    ],
)
def test_the_line_that_is_wrong_is_named(desk, settings, text, line, entry):
    with pytest.raises(InfodeskError) as caught:
        desk.take(text)
    assert caught.value.code is Code.RULES_LINE_WRONG
    assert caught.value.params == {"line": line, "entry": entry}
    assert settings.kept == {}


@pytest.mark.parametrize("wrong", ['[newer]\nseverity = "off"', '[dash]\nseverity = "soon"'])
def test_what_only_a_newer_program_knows_counts_for_nothing(settings, wrong):
    settings.set("rules", f'[praise]\nseverity = "off"\n{wrong}\n')
    assert RuleDesk(settings, PLACEHOLDERS).overrides == {"praise": Override(off=True)}
    settings.set("rules", "[praise")
    assert RuleDesk(settings, PLACEHOLDERS).overrides == {}
