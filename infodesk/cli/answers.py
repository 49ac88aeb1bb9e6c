"""Answers on the command line: adoptions, commissions, directives, conflicts."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand, TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group(cls=TranslatedGroup, name="adoption")
def adoption() -> None:
    """Stand for the commands on adoptions."""


@adoption.command(name="add")
@click.argument("item", metavar="ID")
@click.option("--publication", required=True, metavar="NAME")
@click.option("--number", default="", metavar="N")
@click.option("--date", "day", type=_DAY, metavar="D")
@click.option("--form", default="", metavar="T")
@click.option("--points", type=float, metavar="N")
@click.option("--by", default="", metavar="NAME")
@journal_option
def add_adoption(item: str, day: datetime | None, journal: Path, lang: str, **said: Any) -> None:
    """Record that an item was printed; print the adoption's id."""
    with open_workspace(journal) as workspace:
        kept = workspace.answers.adopt(
            item, day=(day or workspace.clock.now()).date(), **said
        ).adoption
        click.echo(kept.id)
        tell("adoption-added", lang, title=kept.title, publication=kept.publication)


@adoption.command(name="withdraw")
@click.argument("adoption_id", metavar="ADOPTION")
@click.option("--reason", required=True, metavar="TEXT")
@click.option("--by", default="", metavar="NAME")
@journal_option
def withdraw_adoption(adoption_id: str, reason: str, by: str, journal: Path, lang: str) -> None:
    """Take an adoption back."""
    with open_workspace(journal) as workspace:
        kept = workspace.answers.withdraw(adoption_id, reason, by=by)
        tell("adoption-withdrawn", lang, title=kept.adoption.title)


@adoption.command(name="list")
@click.option("--item", default="", metavar="ID")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_adoptions(item: str, as_json: bool, journal: Path, lang: str) -> None:
    """Print the adoptions, those that were withdrawn among them."""
    with open_workspace(journal) as workspace:
        kept = workspace.answers.adoptions(item)
    for each in kept:
        said = each.adoption
        state = "adopted" if each.stands else "withdrawn"
        if as_json:
            row = {
                "adoption": said.id,
                "item": said.item,
                "title": said.title,
                "publication": said.publication,
                "number": said.number,
                "date": said.day.isoformat(),
                "points": said.points,
                "form": said.form,
                "origin": each.origin,
                "state": state,
                "sha256": said.sha256,
            }
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            words = messages.say("terms", f"standing-{state}", lang)
            click.echo(
                f"{said.id}  {words}  {said.publication} {said.number}  {said.day}  {said.title}"
            )


@click.group(cls=TranslatedGroup, name="commission")
def commission() -> None:
    """Stand for the commands on commissions."""


@commission.command(name="add")
@click.argument("title", metavar="TOPIC")
@click.option("--text", default="", metavar="TEXT")
@click.option("--due", type=_DAY, metavar="D")
@click.option("--points", type=float, metavar="N")
@click.option("--by", default="", metavar="NAME")
@journal_option
def add_commission(title: str, due: datetime | None, journal: Path, lang: str, **said: Any) -> None:
    """Record a topic that others are asked to write on; print its id."""
    with open_workspace(journal) as workspace:
        made = workspace.answers.commission(title, due=due.date() if due else None, **said)
        click.echo(made.id)
        tell("commission-added", lang, title=made.title)


@commission.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_commissions(as_json: bool, journal: Path, lang: str) -> None:
    """Print the commissions with the stations they came from."""
    with open_workspace(journal) as workspace:
        kept = workspace.answers.commissions()
    for said, origin in kept:
        due = said.due.isoformat() if said.due else ""
        row = {"commission": said.id, "title": said.title, "text": said.text, "due": due}
        if as_json:
            click.echo(json.dumps({**row, "origin": origin}, ensure_ascii=False))
        else:
            click.echo(f"{said.id}  {due or '—'}  {said.title}")


@click.group(cls=TranslatedGroup, name="directive")
def directive() -> None:
    """Stand for the commands on directives."""


@directive.command(name="add")
@click.argument("item", metavar="ID")
@click.option("--leader", required=True, metavar="NAME")
@click.option("--text", required=True, metavar="TEXT")
@click.option("--post", default="", metavar="T")
@click.option("--date", "day", type=_DAY, metavar="D")
@click.option("--by", default="", metavar="NAME")
@journal_option
def add_directive(item: str, day: datetime | None, journal: Path, lang: str, **said: Any) -> None:
    """Record what a leader wrote on an item; print its id."""
    with open_workspace(journal) as workspace:
        made = workspace.answers.direct(item, day=(day or workspace.clock.now()).date(), **said)
        click.echo(made.id)
        tell("directive-added", lang, title=made.title, leader=made.leader)


@directive.command(name="list")
@click.option("--item", default="", metavar="ID")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_directives(item: str, as_json: bool, journal: Path, lang: str) -> None:
    """Print the directives with the stations they came from."""
    with open_workspace(journal) as workspace:
        kept = workspace.answers.directives(item)
    for said, origin in kept:
        row = {
            "directive": said.id,
            "item": said.item,
            "title": said.title,
            "leader": said.leader,
            "post": said.post,
            "date": said.day.isoformat(),
            "text": said.text,
            "origin": origin,
        }
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(
                f"{said.id}  {said.leader}{said.post}  {said.day}  {said.title}：{said.text}"
            )


@click.command(cls=TranslatedCommand, name="conflicts")
@click.option("--settle", type=int, metavar="N")
@click.option("--by", default="", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def conflicts(settle: int | None, by: str, as_json: bool, journal: Path, lang: str) -> None:
    """Print what came and did not fit, or put one of it away as looked at."""
    with open_workspace(journal) as workspace:
        if settle is not None:
            workspace.answers.settle(settle, by=by)
        kept = workspace.answers.conflicts()
    for each in kept:
        if as_json:
            row = {
                "number": each.number,
                "batch": each.batch_id,
                "line": each.line,
                "kind": each.kind.value,
                "item": each.item,
                "title": each.title,
                "because": each.because.value,
                "at": each.at.isoformat(),
            }
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            because = messages.say("batch", each.because, lang)
            click.echo(f"{each.number}  {each.item}  {each.title}  {because}")
