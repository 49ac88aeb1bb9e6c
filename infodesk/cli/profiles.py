"""Kinds of item on the command line: listed, written out, taken in, restored."""

from __future__ import annotations

from pathlib import Path

import click

from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell, write_out


@click.group(cls=TranslatedGroup, name="profile")
def profile() -> None:
    """Stand for the commands on kinds of item."""


@profile.command(name="list")
@journal_option
def list_profiles(journal: Path, lang: str) -> None:
    """List the kinds, those the office changed or added marked."""
    with open_workspace(journal) as workspace:
        own = workspace.profiles.own()
        for key, each in workspace.profiles.items():
            parts = " · ".join(part.title for part in each.parts)
            click.echo(f"{'*' if key in own else ' '} {key}  {each.name}  {parts}")
        for key in workspace.profiles.unreadable:
            tell("profile-unreadable", lang, kind=key)


@profile.command(name="export")
@click.argument("key", metavar="KEY")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def export_profile(key: str, file: Path, journal: Path, lang: str) -> None:
    """Write a kind as TOML."""
    with open_workspace(journal) as workspace:
        text = workspace.profiles.text(key)
    write_out(file, text, lang)


@profile.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def import_profile(file: Path, journal: Path, lang: str) -> None:
    """Take a kind in from TOML, under the key it names; print the key."""
    from infodesk.archive import readers

    text = readers.read_plain(file)
    with open_workspace(journal) as workspace:
        kept = workspace.profiles.take(text, file.name)
    click.echo(kept.key)
    tell("profile-taken", lang, name=kept.name)


@profile.command(name="restore")
@click.argument("key", metavar="KEY")
@journal_option
def restore_profile(key: str, journal: Path, lang: str) -> None:
    """Put the shipped kind back."""
    with open_workspace(journal) as workspace:
        restored = workspace.profiles.restore(key)
    tell("profile-restored", lang, name=restored.name)


@profile.command(name="remove")
@click.argument("key", metavar="KEY")
@journal_option
def remove_profile(key: str, journal: Path, lang: str) -> None:
    """Take a kind of the office's own out, where no item is of it."""
    with open_workspace(journal) as workspace:
        name = workspace.remove_kind(key)
    tell("profile-removed", lang, name=name)
