"""Items on the command line: add, list, show, approve, hold, release, return."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import complain, journal_option, open_workspace, tell
from infodesk.core.errors import InfodeskError
from infodesk.core.items import ItemFilter, ItemState, Source
from infodesk.core.profiles import DEFAULT_PROFILE

if TYPE_CHECKING:
    from infodesk.core.intake import Cleaned
    from infodesk.core.items import Content, Item, ItemRow

AT_ONCE = 200
"""Files that are taken in by one act."""


@click.command(cls=TranslatedCommand, name="add")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option("--kind", default=DEFAULT_PROFILE, metavar="K")
@click.option("--unit", default="", metavar="NAME")
@journal_option
def add(files: Sequence[Path], kind: str, unit: str, journal: Path, lang: str) -> int:
    """Add files as drafts; print their ids, one a line."""
    from infodesk.workspace import read_file

    worst = 0
    with open_workspace(journal) as workspace:
        workspace.profiles.named(kind)
        for start in range(0, len(files), AT_ONCE):
            read: list[tuple[Path, Content, Cleaned]] = []
            for path in files[start : start + AT_ONCE]:
                try:
                    read.append((path, *read_file(path)))
                except InfodeskError as error:
                    worst = max(worst, complain(path, error, lang))
            contents = [content for _, content, _ in read]
            taken = workspace.items.add_all(contents, kind=kind, unit=unit, source=Source.FILE)
            for (path, _, cleaned), outcome in zip(read, taken, strict=True):
                if isinstance(outcome, InfodeskError):
                    worst = max(worst, complain(path, outcome, lang))
                    continue
                click.echo(outcome)
                tell_cleaned(path, cleaned, lang)
    return worst


@click.command(cls=TranslatedCommand, name="follow")
@click.argument("item", metavar="ID")
@click.option("--file", "file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--by", default="", metavar="NAME")
@journal_option
def follow(item: str, file: Path | None, by: str, journal: Path, lang: str) -> None:
    """Begin the next report on an item's event; print its id."""
    from infodesk.workspace import read_file

    read = read_file(file) if file is not None else None
    with open_workspace(journal) as workspace:
        text = read[0].sections if read is not None else ()
        click.echo(workspace.items.follow_up(item, by, text).id)
    if file is not None and read is not None:
        tell_cleaned(file, read[1], lang)


def tell_cleaned(path: Path, cleaned: Cleaned, lang: str) -> None:
    """Say what was taken out of a text, where anything was."""
    for note in cleaned.notes:
        said = messages.say("intake", note.treatment, lang, count=note.count)
        click.echo(f"{path}: {said}", err=True)


@click.command(cls=TranslatedCommand, name="list")
@click.option("--state", type=click.Choice([state.value for state in ItemState]))
@click.option("--text", default="", metavar="TEXT")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_items(state: str | None, text: str, as_json: bool, journal: Path, lang: str) -> None:
    """List items, newest first."""
    states = frozenset({ItemState(state)}) if state else frozenset[ItemState]()
    with open_workspace(journal) as workspace:
        offset = 0
        while rows := workspace.items.rows(ItemFilter(states=states, text=text), offset=offset):
            for row in rows:
                click.echo(_row_json(row) if as_json else _row_line(row, lang))
            offset += len(rows)


def _row_json(row: ItemRow) -> str:
    return json.dumps(
        {
            "id": row.id,
            "serial": row.serial,
            "title": row.title,
            "kind": row.kind,
            "state": row.state,
            "unit": row.unit,
            "updated": row.updated_at.isoformat(timespec="seconds"),
            "characters": row.characters,
            "open_musts": row.open_musts,
            "sections": dict(row.section_states),
            "sent": row.sent,
        },
        ensure_ascii=False,
    )


def _row_line(row: ItemRow, lang: str) -> str:
    state = messages.say("terms", f"state-{row.state}", lang)
    return f"{row.serial:>5}  {row.updated_at:%Y-%m-%d %H:%M}  {state}  {row.title}"


@click.command(cls=TranslatedCommand, name="show")
@click.argument("item", metavar="ID")
@journal_option
def show(item: str, journal: Path, lang: str) -> None:
    """Show an item with its history."""
    with open_workspace(journal) as workspace:
        found = workspace.items.get(item)
        _print_item(found, lang)
        if flags := workspace.items.flags(found.id):
            said = messages.flag_words(flags, lang)
            click.echo(messages.say("cli", "item-flags", lang, flags=said))
        for record in workspace.items.history(found.id):
            act = messages.say("terms", f"act-{record.act}", lang)
            reason = f"  {record.reason}" if record.reason else ""
            click.echo(f"{record.at:%Y-%m-%d %H:%M:%S}  {act}  {record.by}{reason}")


def _print_item(item: Item, lang: str) -> None:
    state = messages.say("terms", f"state-{item.state}", lang)
    click.echo(f"{item.serial}  {item.id}  {state}  {item.kind}  {item.unit}".rstrip())
    click.echo(item.content.title)
    click.echo(item.content.body)


@click.command(cls=TranslatedCommand, name="approve")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--by", required=True, metavar="NAME")
@click.option("--despite", default="", metavar="REASON")
@journal_option
def approve(ids: Sequence[str], by: str, despite: str, journal: Path, lang: str) -> int:
    """Approve items; each is refused singly where a "must" is open."""
    worst = 0
    with open_workspace(journal) as workspace:
        for item in ids:
            try:
                approval = workspace.items.approve(item, by, despite)
            except InfodeskError as error:
                click.echo(messages.sentence(error, lang), err=True)
                worst = max(worst, int(error.code.kind))
                continue
            title = workspace.items.get(item).content.title
            tell("approved", lang, title=title, by=approval.by, version=approval.revision)
    return worst


def _act(name: str, method: str) -> click.Command:
    """Make the command of an act that is recorded with a name and a reason."""

    @click.command(cls=TranslatedCommand, name=name)
    @click.argument("ids", nargs=-1, required=True, metavar="ID...")
    @click.option("--by", required=True, metavar="NAME")
    @click.option("--reason", required=True, metavar="TEXT")
    @journal_option
    def command(ids: Sequence[str], by: str, reason: str, journal: Path, lang: str) -> None:
        with open_workspace(journal) as workspace:
            for item in ids:
                found = getattr(workspace.items, method)(item, by, reason)
                state = messages.say("terms", f"state-{found.state}", lang)
                tell("act-done", lang, title=found.content.title, state=state)

    return command


withdraw = _act("withdraw", "withdraw_approval")
hold = _act("hold", "hold")
release = _act("release", "release")
send_back = _act("return", "return_to_unit")
