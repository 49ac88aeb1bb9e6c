"""Mastheads on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell, write_out

if TYPE_CHECKING:
    from infodesk.core.mastheads import Masthead
    from infodesk.workspace import Workspace


@click.group(cls=TranslatedGroup, name="masthead")
def masthead() -> None:
    """Stand for the commands on mastheads."""


@masthead.command(name="list")
@journal_option
def list_mastheads(journal: Path, lang: str) -> None:
    """List the mastheads, the office's own marked."""
    with open_workspace(journal) as workspace:
        own = workspace.mastheads.own()
        for key, label in workspace.mastheads.labels().items():
            click.echo(f"{'*' if key in own else ' '} {key}  {label}")


@masthead.command(name="export")
@click.argument("key", metavar="KEY")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def export_masthead(key: str, file: Path, journal: Path, lang: str) -> None:
    """Write a masthead as TOML."""
    with open_workspace(journal) as workspace:
        text = workspace.mastheads.text(key)
    write_out(file, text, lang)


@masthead.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def import_masthead(file: Path, journal: Path, lang: str) -> None:
    """Take a masthead in, from TOML or from an earlier issue; print its key."""
    with open_workspace(journal) as workspace:
        kept = _taken(workspace, file, lang)
    click.echo(kept.key)
    tell("masthead-taken", lang, label=kept.label)


def _taken(workspace: Workspace, file: Path, lang: str) -> Masthead:
    from infodesk.archive import readers
    from infodesk.workspace import read_masthead

    if file.suffix.lower() in (".docx", ".doc", ".wps"):
        proposal = read_masthead(file)
        kept = workspace.mastheads.save(proposal.masthead)
        if proposal.missing:
            parts = [messages.say("terms", f"head-{part}", lang) for part in proposal.missing]
            tell("masthead-not-seen", lang, parts="、".join(parts))
        return kept
    return workspace.mastheads.take(file.stem, readers.read_plain(file))
