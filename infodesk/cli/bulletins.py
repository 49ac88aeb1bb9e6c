"""Series and issues on the command line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell
from infodesk.cli.writing import fonts_option, ofd_option, write_document
from infodesk.core.bulletins import IssueState, Recipient
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.font_source import FontSource
from infodesk.core.printed_paper import MOST_MM, Omit, PrintedPaper, for_paper, kept_paper

if TYPE_CHECKING:
    from infodesk.core.bulletins import Issue, Series

WAYS = ("报", "送", "发")


class _Shift(click.FloatRange):
    """Millimetres that a page may be moved; not a number is none."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the millimetres."""
        shift: float = super().convert(value, param, ctx)
        if not math.isfinite(shift):
            self.fail(str(value), param, ctx)
        return shift


_SHIFT = _Shift(-MOST_MM, MOST_MM)


@click.group(cls=TranslatedGroup, name="series")
def series() -> None:
    """Stand for the commands on series."""


@series.command(name="add")
@click.argument("key", metavar="SERIES")
@click.option("--name", required=True, metavar="NAME")
@click.option("--issuer", required=True, metavar="NAME")
@click.option("--masthead", default="default", metavar="KEY")
@click.option("--number", default=1, type=click.IntRange(min=1))
@click.option("--total", default=0, type=click.IntRange(min=0))
@click.option("--marking", default="", metavar="TEXT")
@click.option("--to", "recipients", multiple=True, metavar="报|送|发:NAME:COPIES")
@journal_option
def add_series(
    *,
    key: str,
    name: str,
    issuer: str,
    masthead: str,
    number: int,
    total: int,
    marking: str,
    recipients: Sequence[str],
    journal: Path,
    lang: str,
) -> None:
    """Add a series with its next numbers and its distribution list."""
    distribution = tuple(_recipient(text) for text in recipients)
    with open_workspace(journal) as workspace:
        workspace.bulletins.add_series(
            key=key,
            name=name,
            issuer=issuer,
            masthead=masthead,
            next_number=number,
            next_total=total,
            marking=marking,
            distribution=distribution,
        )
        tell("series-added", lang, name=name, number=number)


def _recipient(text: str) -> Recipient:
    """Return the line of a distribution list written as ``报:市委办公室:2``."""
    way, _, rest = text.replace("：", ":").partition(":")
    name, _, copies = rest.partition(":")
    if way not in WAYS or not name or not (copies or "1").isdigit():
        raise InfodeskError(Code.RECIPIENT_UNREADABLE, recipient=text)
    return Recipient(way, name, int(copies or 1))


@series.command(name="list")
@journal_option
def list_series(journal: Path, lang: str) -> None:
    """List the series with their next numbers."""
    with open_workspace(journal) as workspace:
        for each in workspace.bulletins.series():
            click.echo(f"{each.key}  {each.name}  {each.next_number}  {each.next_total}")


@click.group(cls=TranslatedGroup, name="issue")
def issue() -> None:
    """Stand for the commands on issues."""


@issue.command(name="new")
@click.argument("series_key", metavar="SERIES")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--signer", default="", metavar="NAME")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--note", default="", metavar="TEXT")
@journal_option
def new_issue(
    *,
    series_key: str,
    ids: Sequence[str],
    signer: str,
    on: datetime | None,
    note: str,
    journal: Path,
    lang: str,
) -> None:
    """Compose an issue; sign and number it where a signer is named; print its id."""
    with open_workspace(journal) as workspace:
        chosen = workspace.bulletins.get_series(series_key)
        item_ids = [workspace.items.get(item).id for item in ids]
        made = workspace.bulletins.open_issue(chosen.id, item_ids)
        if note:
            made = workspace.bulletins.set_details(made.id, made.rev, editor_note=note)
        if signer:
            day = on.date() if on else workspace.clock.now().date()
            made = workspace.bulletins.sign(made.id, signer, day)
        click.echo(made.id)
        tell("issue-made", lang, name=chosen.name, number=_number(made, lang))


@issue.command(name="sign")
@click.argument("issue_id", type=int, metavar="ISSUE")
@click.option("--signer", required=True, metavar="NAME")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]))
@journal_option
def sign_issue(issue_id: int, signer: str, on: datetime | None, journal: Path, lang: str) -> None:
    """Sign and number an open issue."""
    with open_workspace(journal) as workspace:
        day: date = on.date() if on else workspace.clock.now().date()
        made = workspace.bulletins.sign(issue_id, signer, day)
        chosen = workspace.bulletins.get_series(str(made.series_id))
        tell("issue-made", lang, name=chosen.name, number=_number(made, lang))


@issue.command(name="withdraw")
@click.argument("issue_id", type=int, metavar="ISSUE")
@click.option("--by", required=True, metavar="NAME")
@click.option("--reason", required=True, metavar="TEXT")
@journal_option
def withdraw_issue(issue_id: int, by: str, reason: str, journal: Path, lang: str) -> None:
    """Withdraw a signed issue; its number is never used again."""
    with open_workspace(journal) as workspace:
        gone = workspace.bulletins.withdraw(issue_id, by, reason)
        chosen = workspace.bulletins.get_series(str(gone.series_id))
        tell("issue-withdrawn", lang, name=chosen.name, number=gone.number)


@issue.command(name="list")
@journal_option
def list_issues(journal: Path, lang: str) -> None:
    """List the issues, newest first."""
    with open_workspace(journal) as workspace:
        names = {each.id: each for each in workspace.bulletins.series()}
        for each in workspace.bulletins.issues():
            click.echo(_line(each, names[each.series_id], lang))


def _line(each: Issue, of: Series, lang: str) -> str:
    state = messages.say("terms", f"issue-{each.state}", lang)
    reason = f"  {each.withdrawn_because}" if each.state is IssueState.WITHDRAWN else ""
    return f"{each.id:>5}  {of.name}  {_number(each, lang)}  {state}  {len(each.items)}{reason}"


def _number(made: Issue, lang: str) -> str:
    if not made.number:
        return messages.say("cli", "issue-unnumbered", lang)
    return messages.say("cli", "issue-number", lang, year=made.year, number=made.number)


@issue.command(name="export")
@click.argument("issue_id", type=int, metavar="ISSUE")
@click.option("--docx", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE")
@ofd_option
@fonts_option
@click.option("--without-head", is_flag=True)
@click.option("--without-red", is_flag=True)
@click.option("--shift-x", type=_SHIFT, metavar="MM")
@click.option("--shift-y", type=_SHIFT, metavar="MM")
@journal_option
def export_issue(
    *,
    issue_id: int,
    docx: Path | None,
    pdf: Path | None,
    ofd: Path | None,
    fonts: str | None,
    without_head: bool,
    without_red: bool,
    shift_x: float | None,
    shift_y: float | None,
    journal: Path,
    lang: str,
) -> int:
    """Write an issue as Word, PDF or OFD; for printed paper where that is said."""
    if docx is None and pdf is None and ofd is None:
        raise InfodeskError(Code.NOTHING_TO_WRITE)
    with open_workspace(journal) as workspace:
        document = workspace.document(issue_id)
        source = FontSource(fonts) if fonts else workspace.fonts
        kept = kept_paper(workspace.settings)
    omit = Omit.HEAD if without_head else Omit.RED if without_red else None
    if omit is None:
        kept = PrintedPaper(None)
    paper = PrintedPaper(
        omit,
        kept.right_mm if shift_x is None else shift_x,
        kept.down_mm if shift_y is None else shift_y,
    )
    document = for_paper(document, paper)
    write_document(document, docx, pdf, lang, ofd=ofd, fonts=source)
    return 0
