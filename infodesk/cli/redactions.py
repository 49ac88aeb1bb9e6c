"""Witnessed redaction on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, open_workspace, tell

if TYPE_CHECKING:
    from infodesk.core.redaction import Places

LEFT = 1
"""Exit code where a backup could not be reached, so that it may hold the text still."""


@click.command(cls=TranslatedCommand, name="redact")
@click.argument("item", metavar="ID")
@click.option("--by", required=True, metavar="NAME")
@click.option("--witness", required=True, metavar="NAME")
@click.option("--reason", required=True, metavar="TEXT")
@click.option("--text", "passages", multiple=True, metavar="TEXT")
@click.option("--dry-run", is_flag=True)
@journal_option
def redact(
    item: str,
    *,
    by: str,
    witness: str,
    reason: str,
    passages: Sequence[str],
    dry_run: bool,
    journal: Path,
    lang: str,
) -> int:
    """Take an item's text, or passages of it, out of the journal and its backups for good."""
    from infodesk import redacting, safekeeping
    from infodesk.core.redaction import Redaction, complete

    with open_workspace(journal) as workspace:
        found = workspace.items.get(item)
    asked = complete(Redaction(found.id, by, witness, reason, tuple(passages)))
    if dry_run:
        reach = redacting.look(journal, asked)
        _tell_places("redaction-planned", reach.places, len(reach.backups), lang)
        if reach.missing is not None:
            tell("redaction-place-missing", lang, folder=reach.missing)
        return 0
    with safekeeping.held(journal):
        outcome = redacting.redact(journal, asked)
    for backup in outcome.backups:
        click.echo(backup)
    _tell_places("redacted", outcome.places, len(outcome.backups), lang)
    for backup, error in outcome.unreached:
        said = messages.sentence(error, lang)
        tell("redaction-unreached", lang, path=backup, reason=said)
    if outcome.log_left:
        tell("redaction-log-left", lang)
    return LEFT if outcome.unreached or outcome.log_left else 0


def _tell_places(key: str, places: Places, backups: int, lang: str) -> None:
    counts = {"draft": places.draft, "versions": places.versions, "copies": places.copies}
    tell(key, lang, remarks=places.remarks, backups=backups, **counts)
    if places.waiting:
        tell("redaction-waiting", lang, count=places.waiting)
    comma = "、" if lang == "zh" else ", "
    if places.elsewhere:
        tell("redaction-elsewhere", lang, items=comma.join(map(str, places.elsewhere)))
    if places.on_file:
        tell("redaction-on-file", lang, titles=comma.join(places.on_file))


COMMANDS = (redact,)
