"""Documents and speeches on file, on the command line: added, listed, shown, taken off."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from infodesk.cli.items import tell_cleaned
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import complain, journal_option, open_workspace, tell
from infodesk.core.errors import InfodeskError


@click.group(cls=TranslatedGroup, name="reference")
def reference() -> None:
    """Stand for the commands on documents and speeches on file."""


@reference.command(name="add")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR..."
)
@click.option("--title", default="", metavar="T")
@journal_option
def add(files: Sequence[Path], title: str, journal: Path, lang: str) -> int:
    """Put the texts of files on file; print their numbers, one a line."""
    from infodesk.cli.many_files import expanded, text_of
    from infodesk.core.intake import cleaned

    worst = 0
    paths = list(expanded(files))
    with open_workspace(journal) as workspace:
        for path in paths:
            try:
                read = cleaned(text_of(path))
                added = workspace.references.add(title or path.stem, read.text)
            except InfodeskError as error:
                worst = max(worst, complain(path, error, lang))
                continue
            click.echo(added.number)
            tell_cleaned(path, read, lang)
    return worst


@reference.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_references(as_json: bool, journal: Path, lang: str) -> None:
    """List what is on file, the newest first."""
    with open_workspace(journal) as workspace:
        for each in workspace.references.all():
            row = {
                "number": each.number,
                "title": each.title,
                "characters": each.characters,
                "added": each.added_at.isoformat(timespec="seconds"),
            }
            line = (
                f"{each.number:>5}  {each.added_at:%Y-%m-%d}  {each.characters:>7,}  {each.title}"
            )
            click.echo(json.dumps(row, ensure_ascii=False) if as_json else line)


@reference.command(name="show")
@click.argument("number", type=int, metavar="NUMBER")
@journal_option
def show(number: int, journal: Path, lang: str) -> None:
    """Print the text of one."""
    with open_workspace(journal) as workspace:
        click.echo(workspace.references.text(number))


@reference.command(name="remove")
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="NUMBER...")
@journal_option
def remove(numbers: Sequence[int], journal: Path, lang: str) -> None:
    """Take texts off file; backups made before keep them."""
    with open_workspace(journal) as workspace:
        for number in numbers:
            tell("reference-removed", lang, title=workspace.references.remove(number))
