"""The office's own place table on the command line: added to, listed, written out, taken in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell, write_out


@click.group(cls=TranslatedGroup, name="place")
def place() -> None:
    """Stand for the commands on the place table."""


@place.command(name="add")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@journal_option
def add(names: Sequence[str], journal: Path, lang: str) -> None:
    """Add names."""
    with open_workspace(journal) as workspace:
        tell("places-added", lang, count=len(workspace.places.add(names)))


@place.command(name="list")
@journal_option
def list_places(journal: Path, lang: str) -> None:
    """Print every name, one a line."""
    with open_workspace(journal) as workspace:
        click.echo(workspace.places.text(), nl=False)


@place.command(name="remove")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@journal_option
def remove(names: Sequence[str], journal: Path, lang: str) -> None:
    """Take names out."""
    with open_workspace(journal) as workspace:
        tell("places-removed", lang, count=len(workspace.places.remove(names)))


@place.command(name="export")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def export_places(file: Path, journal: Path, lang: str) -> None:
    """Write the names to a text file."""
    with open_workspace(journal) as workspace:
        text = workspace.places.text()
    write_out(file, text, lang)


@place.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def import_places(file: Path, journal: Path, lang: str) -> None:
    """Add the names in a text file, one a line."""
    from infodesk.archive import readers

    text = readers.read(file)
    with open_workspace(journal) as workspace:
        tell("places-added", lang, count=len(workspace.places.add_text(text)))
