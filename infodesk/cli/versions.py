"""The versions of an item and the trash on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, open_workspace, tell

MARKS = {"kept": "", "gone": "-", "new": "+"}
"""What stands before and behind a piece that changed, as in ``[-old-]`` and ``[+new+]``."""


@click.command(cls=TranslatedCommand, name="versions")
@click.argument("item", metavar="ID")
@click.option("--diff", type=click.IntRange(min=1), metavar="N")
@click.option("--restore", type=click.IntRange(min=1), metavar="N")
@click.option("--by", default="", metavar="NAME")
@journal_option
def versions(
    item: str, *, diff: int | None, restore: int | None, by: str, journal: Path, lang: str
) -> None:
    """List the versions of an item; show what changed since one, or take one up again."""
    with open_workspace(journal) as workspace:
        if restore is not None:
            taken_up = workspace.items.go_back(item, restore, by)
            tell("version-restored", lang, title=taken_up.content.title, number=restore)
        elif diff is not None:
            from infodesk.core.differences import differences, flat

            version = workspace.items.version(item, diff)
            now = workspace.items.get(item).content
            pieces = differences(flat(version.content), flat(now))
            click.echo("".join(_shown(change, text) for change, text in pieces))
        else:
            for version in workspace.items.revisions(item):
                reason = messages.say("versions", version.reason, lang)
                line = f"{version.number:>4}  {version.at:%Y-%m-%d %H:%M:%S}  {reason}"
                click.echo(f"{line}  {version.by}".rstrip())


def _shown(change: str, text: str) -> str:
    mark = MARKS[change]
    return f"[{mark}{text}{mark}]" if mark else text


def _trash(name: str, method: str, said: str) -> click.Command:
    """Make a command that puts items into the trash or takes them out."""

    @click.command(cls=TranslatedCommand, name=name)
    @click.argument("ids", nargs=-1, required=True, metavar="ID...")
    @click.option("--by", default="", metavar="NAME")
    @journal_option
    def command(ids: Sequence[str], by: str, journal: Path, lang: str) -> None:
        with open_workspace(journal) as workspace:
            for item in ids:
                found = getattr(workspace.items, method)(workspace.items.get(item).id, by)
                tell(said, lang, title=found.content.title)

    return command


discard = _trash("discard", "discard", "item-discarded")
recover = _trash("recover", "restore", "item-recovered")
