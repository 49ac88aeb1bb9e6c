"""The journal kept safe: backups, restoring, moving to another computer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, tell
from infodesk.cli.unlocking import unlock_journal
from infodesk.core.errors import Code, InfodeskError

if TYPE_CHECKING:
    from infodesk.core.backups import Backup

SHOWN_ITEMS = 20


def _require(journal: Path) -> None:
    """Refuse a journal that is not there: a new, empty one would be made of a slip of the pen."""
    if not journal.exists():
        raise InfodeskError(Code.FILE_MISSING, path=journal)


@click.command(cls=TranslatedCommand, name="backup")
@click.option("--to", "folder", type=click.Path(path_type=Path), metavar="DIR")
@journal_option
def backup(folder: Path | None, journal: Path, lang: str) -> None:
    """Make a verified backup; print where it is."""
    from infodesk import safekeeping
    from infodesk.core.backups import ASKED

    _require(journal)
    if folder is not None:
        made: Backup | None = safekeeping.back_up_to(journal, folder)
    else:
        safe = safekeeping.back_up(journal, ASKED, always=True)
        made = safe.made
        if safe.problem is not None:
            click.echo(messages.sentence(safe.problem, lang), err=True)
    if made is not None and made.contents is not None:
        click.echo(made.path)
        held = made.contents
        tell("backup-made", lang, items=held.items, issues=held.issues)


@click.command(cls=TranslatedCommand, name="backups")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def backups(as_json: bool, journal: Path, lang: str) -> None:
    """List the backups, the newest first."""
    from infodesk import safekeeping

    for made in safekeeping.shelf_of(journal).backups():
        click.echo(_backup_json(made) if as_json else _backup_line(made, lang))


def why(made: Backup, lang: str) -> str:
    """Return why a backup was made, in words."""
    try:
        return messages.say("backups", made.why, lang)
    except KeyError:
        return messages.say("backups", "before-upgrade", lang)


def _backup_json(made: Backup) -> str:
    held = made.contents
    last = held.last_change if held else None
    return json.dumps(
        {
            "path": str(made.path),
            "at": made.at.isoformat(timespec="seconds"),
            "why": made.why,
            "bytes": made.size,
            "verified": made.is_verified,
            "items": held.items if held else None,
            "issues": held.issues if held else None,
            "last_change": last.isoformat(timespec="seconds") if last else None,
        },
        ensure_ascii=False,
    )


def _backup_line(made: Backup, lang: str) -> str:
    held = made.contents
    said = messages.say("backups", "verified" if held else "unverified", lang)
    counts = f"{held.items:>6}  {held.issues:>4}" if held else f"{'—':>6}  {'—':>4}"
    return f"{made.at:%Y-%m-%d %H:%M:%S}  {counts}  {said}  {why(made, lang)}  {made.path}"


@click.command(cls=TranslatedCommand, name="restore")
@click.argument("file", type=click.Path(path_type=Path), metavar="BACKUP", callback=unlock_journal)
@click.option("--dry-run", is_flag=True)
@journal_option
def restore(file: Path, dry_run: bool, journal: Path, lang: str) -> None:
    """Put a backup in the place of the journal, or only look into it."""
    from infodesk import safekeeping

    if dry_run:
        held, lines = safekeeping.shelf_of(journal).look(file, SHOWN_ITEMS)
        for line in lines:
            state = messages.say("terms", f"state-{line.state}", lang)
            click.echo(f"{line.serial:>5}  {line.updated_at:%Y-%m-%d %H:%M}  {state}  {line.title}")
        tell("backup-holds", lang, items=held.items, issues=held.issues)
        return
    with safekeeping.held(journal):
        guard = safekeeping.restore(journal, file)
    tell("journal-restored", lang, path=journal)
    if guard is not None:
        click.echo(guard.path)
        tell("journal-set-aside", lang)


@click.command(cls=TranslatedCommand, name="export")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def export(target: Path, journal: Path, lang: str) -> None:
    """Write everything of a journal into one file that any program can read."""
    from infodesk import safekeeping

    _require(journal)
    rows = safekeeping.export_journal(journal, target)
    click.echo(target)
    tell("journal-exported", lang, items=rows["items"], issues=rows["issues"])


@click.command(cls=TranslatedCommand, name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def import_(file: Path, journal: Path, lang: str) -> None:
    """Make a new journal of an export, wholly or not at all."""
    from infodesk import paths, safekeeping

    if journal == paths.default_journal():
        journal.parent.mkdir(parents=True, exist_ok=True)
    with safekeeping.held(journal):
        rows = safekeeping.import_journal(journal, file)
    tell("journal-imported", lang, path=journal, items=rows["items"], issues=rows["issues"])


COMMANDS = (backup, backups, restore, export, import_)
