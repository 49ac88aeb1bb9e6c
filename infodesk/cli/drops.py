"""The drop on the command line: set it, show it, try it, send and fetch."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell
from infodesk.core.drop_settings import forget_drop, keep_drop, kept_drop, require_sound
from infodesk.core.drops import Drop, DropKind, DropState
from infodesk.core.errors import Code, InfodeskError, Kind

if TYPE_CHECKING:
    from infodesk.core.drops import Synced
    from infodesk.workspace import Workspace

SECRET_VARIABLE = "INFODESK_DROP_SECRET"


@click.group(cls=TranslatedGroup, name="drop")
def drop() -> None:
    """Stand for the commands on the drop."""


@drop.command(name="set")
@click.argument("kind", type=click.Choice([*(kind.value for kind in DropKind), "none"]))
@click.argument("address", required=False, metavar="ADDRESS")
@click.option("--send-to", default="", metavar="FOLDER")
@click.option("--fetch-from", default="", metavar="FOLDER")
@click.option("--user", default="", metavar="NAME")
@click.option("--password-stdin", is_flag=True)
@click.option("--key-file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--plain", is_flag=True)
@click.option("--every", type=click.IntRange(1, 1440), metavar="MINUTES")
@click.option("--patience", type=click.IntRange(0, 10080), metavar="MINUTES")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE")
@click.option("--active", is_flag=True)
@journal_option
def set_drop(*, kind: str, journal: Path, lang: str, **options: object) -> None:
    """Keep where batches are put and fetched."""
    with open_workspace(journal) as workspace:
        if kind == "none":
            forget_drop(workspace.settings, workspace.secrets)
            tell("drop-forgotten", lang)
            return
        wanted = _wanted(DropKind(kind), options, workspace)
        agreed = bool(options["plain"])
        keep_drop(workspace.settings, workspace.secrets, wanted, agreed=agreed)
        tell("drop-kept", lang, address=wanted.address)
        if wanted.kind is not DropKind.FOLDER and wanted.user and not wanted.secret:
            tell("drop-secret-asked", lang, variable=SECRET_VARIABLE)


def _wanted(kind: DropKind, options: dict[str, object], workspace: Workspace) -> Drop:
    since = options["since"]
    address = str(options["address"] or "")
    if kind is DropKind.FOLDER and address:
        address = str(Path(address).absolute())
    secret, key_file = "", options["key_file"]
    if isinstance(key_file, Path):
        try:
            secret = key_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InfodeskError(Code.DROP_KEY_UNREADABLE) from error
    elif options["password_stdin"]:
        secret = sys.stdin.readline().rstrip("\r\n")
    wanted = Drop(
        kind=kind,
        address=address,
        send_to=_folder(options["send_to"]),
        fetch_from=_folder(options["fetch_from"]),
        user=str(options["user"]),
        secret=secret,
        active=bool(options["active"]),
        since=getattr(since, "date", workspace.clock.now().date)(),
    )
    if isinstance(options["every"], int):
        wanted = replace(wanted, every_minutes=options["every"])
    if isinstance(options["patience"], int):
        wanted = replace(wanted, patience_minutes=options["patience"])
    require_sound(wanted)
    return wanted


def _folder(given: object) -> str:
    """Return a folder below the address, as Windows or anyone else writes it."""
    return str(given).replace("\\", "/").strip("/")


@drop.command(name="show")
@journal_option
def show_drop(journal: Path, lang: str) -> None:
    """Print the settings, and what was sent and seen."""
    with open_workspace(journal) as workspace:
        kept = _kept(workspace)
        for name, value in (
            ("kind", kept.kind),
            ("address", kept.address),
            ("send-to", kept.send_to),
            ("fetch-from", kept.fetch_from),
            ("user", kept.user),
            ("secret", _label(f"secret-{bool(kept.secret)}", lang)),
            ("every", str(kept.every_minutes)),
            ("patience", str(kept.patience_minutes)),
            ("since", str(kept.since or "")),
            ("active", _label(f"active-{kept.active}", lang)),
        ):
            click.echo(f"{_label(name, lang)}  {value}")
        for file in workspace.drop_files.files():
            state = messages.say("terms", f"drop-state-{file.state}", lang)
            click.echo(f"{file.at:%Y-%m-%d %H:%M}  {state}  {file.name}  {file.place}")


def _label(name: str, lang: str) -> str:
    return messages.say("cli", f"drop-label-{name.lower()}", lang)


@drop.command(name="test")
@journal_option
def try_drop(journal: Path, lang: str) -> None:
    """Connect, write and remove a small file."""
    from infodesk.exchange.places import try_place

    with open_workspace(journal) as workspace:
        kept = _kept(workspace)

        def met(fingerprint: str) -> None:
            workspace.settings.set("drop.host_key", fingerprint)
            tell("drop-host-met", lang, fingerprint=fingerprint)

        found = try_place(kept, met)
        tell("drop-works", lang, address=kept.address, count=found)


@drop.command(name="sync")
@click.option("--once", is_flag=True)
@click.option("--import", "take_in", is_flag=True)
@click.option("--by", default="", metavar="NAME")
@journal_option
def sync_drop(*, once: bool, take_in: bool, by: str, journal: Path, lang: str) -> int:
    """Send and fetch; without ``--once`` again and again until it is stopped."""
    while True:
        with open_workspace(journal) as workspace:
            kept = _kept(workspace)
            code = _sync(workspace, kept, lang)
            if take_in:
                _take_in(workspace, by, lang)
        if once:
            return code
        try:
            time.sleep(kept.every_minutes * 60)
        except KeyboardInterrupt:
            return code


def _sync(workspace: Workspace, kept: Drop, lang: str) -> int:
    from infodesk import mailing

    try:
        result = mailing.sync(
            workspace.path, lambda _done, _of: None, clock=workspace.clock, secret=kept.secret
        )
    except InfodeskError as error:
        if error.code.kind is not Kind.ENVIRONMENT:
            raise
        click.echo(messages.sentence(error, lang), err=True)
        return int(error.code.kind)
    _print(result, lang)
    return int(result.troubles[0].code.kind) if result.troubles else 0


def _print(result: Synced, lang: str) -> None:
    for state, names in (
        (DropState.SENT, result.sent),
        (DropState.FETCHED, [fetched.path for fetched in result.fetched]),
        (DropState.WAITING, result.waiting),
        (DropState.DAMAGED, result.damaged),
    ):
        for name in names:
            click.echo(f"{messages.say('terms', f'drop-state-{state}', lang)}  {name}")
    for name in result.strange:
        tell("drop-strange", lang, name=ascii(name))
    for record in result.unsent:
        tell("drop-unsent", lang, path=record.path or record.id)
    for error in result.troubles:
        click.echo(messages.sentence(error, lang), err=True)
    tell("drop-synced", lang, sent=len(result.sent), fetched=len(result.fetched))


def _take_in(workspace: Workspace, by: str, lang: str) -> None:
    """Import what was fetched of senders that are known; the others wait to be looked at."""
    from infodesk import mailing

    for path in mailing.awaiting(workspace):
        try:
            batch = workspace.incoming.read(path)
            if not mailing.knows_sender(workspace, batch):
                tell("drop-sender-unknown", lang, path=path, sender=batch.sender or "—")
                continue
            result = workspace.incoming.apply(workspace.incoming.plan(batch), by=by)
        except InfodeskError as error:
            click.echo(messages.sentence(error, lang), err=True)
            continue
        tell("drop-imported", lang, path=path, count=len(result.entries))


def _kept(workspace: Workspace) -> Drop:
    kept = kept_drop(workspace.settings, workspace.secrets)
    if kept is None:
        raise InfodeskError(Code.DROP_NOT_SET)
    given = os.environ.get(SECRET_VARIABLE, "")
    return replace(kept, secret=given) if given else kept
