"""Searching on the command line, and making the search index anew."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, open_workspace, tell
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.pinyin import are_initials
from infodesk.core.search import Among, Order, Wanted, parse

if TYPE_CHECKING:
    from infodesk.core.search import Found, Passage
    from infodesk.workspace import Workspace

MARKS = "【】"
HANDFULS = 8
"""How much of what is pending the index takes in before a search; the rest is scanned."""

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(cls=TranslatedCommand, name="search")
@click.argument("text", nargs=-1, metavar="TEXT")
@click.option("--json", "as_json", is_flag=True)
@click.option("--by", "order", type=click.Choice([by.value for by in Order]), default="date")
@click.option("--among", type=click.Choice([one.value for one in Among]), multiple=True)
@click.option("--kind", default="", metavar="K")
@click.option("--unit", default="", metavar="NAME")
@click.option("--from", "since", type=DAY)
@click.option("--to", "until", type=DAY)
@click.option("--limit", type=click.IntRange(1), default=20)
@click.option("--rebuild", is_flag=True)
@journal_option
def search(
    text: tuple[str, ...],
    *,
    as_json: bool,
    order: str,
    among: tuple[str, ...],
    kind: str,
    unit: str,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    rebuild: bool,
    journal: Path,
    lang: str,
) -> None:
    """Find what holds every word; or make the index anew."""
    query = parse(" ".join(text))
    if not query and not rebuild:
        here = click.get_current_context()
        raise click.MissingParameter(ctx=here, param=here.command.params[0])
    if not journal.exists():
        raise InfodeskError(Code.FILE_MISSING, path=journal)
    wanted = Wanted(
        query,
        among=frozenset(map(Among, among)),
        kind=kind,
        unit=unit,
        since=since.date() if since else None,
        until=until.date() if until else None,
        order=Order(order),
    )
    with open_workspace(journal) as workspace:
        if rebuild:
            _rebuild(workspace, lang)
        else:
            _catch_up(workspace)
        found = _found(workspace, wanted, " ".join(text), limit)
        for hit in found:
            click.echo(_json(hit) if as_json else _lines(hit, lang))
    if query and not found:
        tell("search-nothing", lang, text=" ".join(text))


def _found(workspace: Workspace, wanted: Wanted, typed: str, limit: int) -> list[Found]:
    """Return what holds the words; else, where nothing narrows, what their initials stand for."""
    finder = workspace.search.finder
    found = finder.find(wanted, limit)
    if wanted.kind or wanted.unit or wanted.since or wanted.until:
        return found
    if not found and not wanted.among and are_initials(typed):
        found = finder.find_initials(typed, limit)
    return found + finder.names.find(typed, limit, wanted.among)


def _catch_up(workspace: Workspace) -> None:
    # Where the journal cannot be written now, what is pending is found all the same.
    with suppress(InfodeskError):
        for _ in range(HANDFULS):
            if not workspace.search.index.take_in():
                return


def _rebuild(workspace: Workspace, lang: str) -> None:
    def show(done: int, total: int) -> None:
        tell("search-progress", lang, done=f"{done:,}", total=f"{total:,}")

    workspace.search.index.rebuild(show)
    tell("search-rebuilt", lang)


def _lines(hit: Found, lang: str) -> str:
    among = messages.say("terms", f"among-{hit.among}", lang)
    unit = f"  {hit.unit}" if hit.unit else ""
    serial = str(hit.serial or "")
    day = f"{hit.at:%Y-%m-%d}" if hit.at else ""
    head = f"{serial:>5}  {day:10}  {among}{unit}  {_marked(hit.title)}"
    return f"{head}\n       {_marked(hit.text)}" if hit.text.text else head


def _marked(passage: Passage) -> str:
    text = passage.text
    for start, end in reversed(passage.spans):
        text = f"{text[:start]}{MARKS[0]}{text[start:end]}{MARKS[1]}{text[end:]}"
    return text


def _json(hit: Found) -> str:
    return json.dumps(
        {
            "among": hit.among,
            "id": hit.id,
            "serial": hit.serial,
            "at": hit.at.isoformat(timespec="seconds") if hit.at else "",
            "title": hit.title.text,
            "title_marks": hit.title.spans,
            "passage": hit.text.text,
            "passage_marks": hit.text.spans,
            "kind": hit.kind,
            "unit": hit.unit,
            "state": hit.state,
        },
        ensure_ascii=False,
    )
