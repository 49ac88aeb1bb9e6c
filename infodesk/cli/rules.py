"""The checker's rules on the command line: listed, explained, changed for the office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell, write_out

if TYPE_CHECKING:
    from infodesk.core.checking.context import Override
    from infodesk.core.items import Content
    from infodesk.core.profiles import Profile

WIDTH = 28
"""Columns of the longest id, and what parts it from the next column."""
WEIGHTS = ("must", "should", "hint", "off")


@click.group(cls=TranslatedGroup, name="rule")
def rule() -> None:
    """Stand for the commands on rules."""


@rule.command(name="list")
@journal_option
def list_rules(journal: Path, lang: str) -> None:
    """List the rules by family with their weight, those the office changed marked."""
    from infodesk.core.checking.catalogue import RULES, usual_weight

    with open_workspace(journal) as workspace:
        overrides = workspace.rules.overrides
    for family, rules in RULES.items():
        click.echo(messages.say("families", family, lang))
        for key in rules:
            override = overrides.get(key)
            weight = messages.say("terms", f"severity-{usual_weight(key)}", lang)
            if override is not None:
                weight = _weight(override, weight, lang)
            mark = "*" if override is not None else " "
            said = re.sub(r"\{\w+\}", "…", _sentence(key, override, lang))
            click.echo(f"{mark} {key:<{WIDTH}}{weight}  {said}")


@rule.command(name="show")
@click.argument("key", metavar="RULE")
@journal_option
def show(key: str, journal: Path, lang: str) -> None:
    """Explain one rule: what it rests on, why, and its two examples."""
    from infodesk.checker import explanations
    from infodesk.core.errors import Code, InfodeskError

    explained = explanations().get(key)
    if explained is None:
        raise InfodeskError(Code.RULE_UNKNOWN, rule=key)
    with open_workspace(journal) as workspace:
        override = workspace.rules.overrides.get(key)
        kinds = list(workspace.profiles.values())
    click.echo(_sentence(key, override, lang))
    for name, text in (
        ("rule-weight", _weights(key, override, kinds, lang)),
        ("rule-source", explained.source),
        ("rule-why", explained.why),
        ("rule-passes", _shown(explained.passes)),
        ("rule-fails", _shown(explained.fails)),
    ):
        click.echo(f"{messages.say('cli', name, lang)}\n  {text}")


@rule.command(name="set")
@click.argument("key", metavar="RULE")
@click.option("--weight", type=click.Choice(WEIGHTS))
@click.option("--wording", metavar="T")
@journal_option
def set_rule(key: str, weight: str | None, wording: str | None, journal: Path, lang: str) -> None:
    """Weigh a rule otherwise, switch it off or on, or word it in the office's way."""
    from infodesk.core.checking.findings import Severity

    severity = Severity(weight) if weight not in (None, "off") else None
    off = None if weight is None else weight == "off"
    wording = None if wording is None else messages.unspelled(wording, lang)
    with open_workspace(journal) as workspace:
        workspace.rules.change(key, severity=severity, off=off, wording=wording)
    tell("rule-changed", lang, rule=key)


@rule.command(name="restore")
@click.argument("keys", metavar="[RULE...]", nargs=-1)
@journal_option
def restore(keys: tuple[str, ...], journal: Path, lang: str) -> None:
    """Put rules back as they ship; all of them where none is named."""
    with open_workspace(journal) as workspace:
        for key in keys:
            workspace.rules.restore(key)
        if not keys:
            workspace.rules.restore_all()
    tell("rules-restored", lang)


@rule.command(name="export")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def export_rules(file: Path, journal: Path, lang: str) -> None:
    """Write what the office changed as TOML."""
    with open_workspace(journal) as workspace:
        text = workspace.rules.text()
    write_out(file, text, lang)


@rule.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def import_rules(file: Path, journal: Path, lang: str) -> None:
    """Take changes in from TOML, in the place of all earlier ones."""
    from infodesk.archive import readers

    text = readers.read_plain(file)
    with open_workspace(journal) as workspace:
        kept = workspace.rules.take(text)
    tell("rules-taken", lang, count=len(kept))


def _weight(override: Override, usual: str, lang: str) -> str:
    if override.off:
        return messages.say("cli", "rule-off", lang)
    if override.severity is None:
        return usual
    return messages.say("terms", f"severity-{override.severity}", lang)


def _weights(key: str, override: Override | None, kinds: Iterable[Profile], lang: str) -> str:
    """Return the usual weight of a rule, and the kinds that weigh it otherwise.

    What the office says goes for every kind.
    """
    from infodesk.core.checking.catalogue import usual_weight

    usual = messages.say("terms", f"severity-{usual_weight(key)}", lang)
    if override is not None and (override.off or override.severity is not None):
        return _weight(override, usual, lang)
    others = [
        f"{kind.name} {messages.say('terms', f'severity-{kind.severities[key]}', lang)}"
        for kind in kinds
        if key in kind.severities
    ]
    return "  ".join([usual, *others])


def _sentence(key: str, override: Override | None, lang: str) -> str:
    """Return what a rule says, with its placeholders in braces."""
    wording = override.wording if override is not None else ""
    return messages.spelled(wording or messages.template("rules", key, lang), lang)


def _shown(content: Content) -> str:
    lines = [content.title, *content.body.splitlines()]
    return "\n  ".join(line for line in lines if line)
