"""The journal looked over on the command line: for damage, and along its chain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, tell
from infodesk.core.errors import Kind

if TYPE_CHECKING:
    from infodesk.core.journal_check import Damage

DAMAGED = int(Kind.REFUSED)
"""Exit code where something is wrong with the journal."""


@click.command(cls=TranslatedCommand, name="check")
@click.option("--full", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@journal_option
def check_journal(full: bool, as_json: bool, journal: Path, lang: str) -> int:
    """Look the journal over; the exit code is 3 where something is wrong."""
    from infodesk import safekeeping

    found = safekeeping.check_journal(journal, full=full)
    if as_json:
        _print_json(
            journal=str(journal),
            sound=found.sound,
            full=found.full,
            rows=found.rows,
            versions=found.versions,
            entries=found.chain.entries,
            damages=_as_objects(found.damages, lang),
        )
    else:
        _print_damages(found.damages, lang)
    if not found.sound:
        tell("journal-damaged", lang, count=len(found.damages))
        return DAMAGED
    counts = {"rows": found.rows, "versions": found.versions, "entries": found.chain.entries}
    tell("journal-sound-full" if full else "journal-sound", lang, **counts)
    return 0


@click.command(cls=TranslatedCommand, name="verify")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def verify_journal(as_json: bool, journal: Path, lang: str) -> int:
    """Follow the audit chain; the exit code is 3 where a link is broken."""
    from infodesk import safekeeping

    chain = safekeeping.verify_journal(journal)
    head = chain.head
    if as_json:
        _print_json(
            journal=str(journal),
            whole=not chain.damages,
            entries=chain.entries,
            head=head.hash if head else None,
            damages=_as_objects(chain.damages, lang),
        )
    else:
        _print_damages(chain.damages, lang)
        click.echo(head.hash if head else "—")
    if chain.damages:
        tell("chain-broken", lang, count=len(chain.damages))
        return DAMAGED
    code = head.short_code if head else "—"
    tell("chain-whole", lang, entries=chain.entries, code=code)
    return 0


def _print_json(**found: object) -> None:
    click.echo(json.dumps(found, ensure_ascii=False))


def _print_damages(damages: Sequence[Damage], lang: str) -> None:
    for damage in damages:
        click.echo(messages.damage_sentence(damage, lang))


def _as_objects(damages: Sequence[Damage], lang: str) -> list[dict[str, object]]:
    return [
        {
            "kind": damage.kind,
            "table": damage.table,
            "row": damage.row,
            "item": damage.item,
            "version": damage.version,
            "message": messages.damage_sentence(damage, lang),
        }
        for damage in damages
    ]


COMMANDS = (check_journal, verify_journal)
