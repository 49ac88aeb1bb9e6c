"""Stations on the command line: our card, whom we know, the roster."""

from __future__ import annotations

import json
from pathlib import Path

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, open_workspace, tell


@click.group(cls=TranslatedGroup, name="station")
def station() -> None:
    """Stand for the commands on stations."""


@station.command(name="show")
@journal_option
def show(journal: Path, lang: str) -> None:
    """Print our own code, name, keys and fingerprint."""
    from infodesk.core.stations import fingerprint
    from infodesk.exchange.keys import age_recipient
    from infodesk.exchange.minisign import public_key_text

    with open_workspace(journal) as workspace:
        own = workspace.stations.own()
    click.echo(f"{own.station}  {own.name}".rstrip())
    click.echo(fingerprint(own))
    click.echo(public_key_text(bytes.fromhex(own.key), own.station).splitlines()[1])
    click.echo(age_recipient(own.box))
    tell("station-shown", lang)


@station.command(name="card")
@click.option("--to", "target", type=click.Path(path_type=Path), metavar="FILE|DIR")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def card(target: Path | None, pdf: Path | None, journal: Path, lang: str) -> None:
    """Write our station card as a signed file, and as a sheet to be stamped."""
    from infodesk import proofs
    from infodesk.core.errors import Code, InfodeskError
    from infodesk.files import save_output
    from infodesk.workspace import pdf_of

    if target is None and pdf is None:
        raise InfodeskError(Code.NOTHING_TO_WRITE)
    with open_workspace(journal) as workspace:
        if target is not None:
            click.echo(workspace.outgoing.card(target))
        if pdf is not None:
            save_output(pdf, pdf_of(proofs.station_card(workspace))[0])
            click.echo(pdf)
    tell("card-written", lang)


@station.command(name="trust")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--fingerprint", "told", default="", metavar="DIGITS")
@click.option("--superior", is_flag=True)
@click.option("--by", default="", metavar="NAME")
@journal_option
def trust(file: Path, *, told: str, superior: bool, by: str, journal: Path, lang: str) -> None:
    """Confirm a station whose fingerprint was compared; show it first."""
    from infodesk.core.stations import fingerprint

    with open_workspace(journal) as workspace:
        party = workspace.incoming.read(file).from_office
        click.echo(f"{party.station}  {party.name}".rstrip())
        click.echo(fingerprint(party))
        workspace.stations.trust(party, told, by=by, superior=superior)
        tell("station-trusted", lang, station=party.label)


@station.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_stations(as_json: bool, journal: Path, lang: str) -> None:
    """Print every station whose key was made known."""
    from infodesk.core.stations import fingerprint

    with open_workspace(journal) as workspace:
        known = workspace.stations.stations()
    for each in known:
        state = each.ending.value if each.ending else "holds"
        row = {
            "station": each.party.station,
            "name": each.party.name,
            "fingerprint": fingerprint(each.party),
            "state": state,
            "superior": each.superior,
            "via": each.via.value,
            "since": each.since.isoformat(),
            "until": each.until.isoformat() if each.until else None,
        }
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            words = messages.say("terms", f"key-{state}", lang)
            superior = messages.say("terms", "superior", lang) if each.superior else ""
            click.echo(f"{row['station']}  {words}  {row['name']}  {superior}".rstrip())


@station.command(name="revoke")
@click.argument("code", metavar="STATION")
@click.option("--reason", required=True, metavar="TEXT")
@click.option("--by", default="", metavar="NAME")
@journal_option
def revoke(code: str, reason: str, by: str, journal: Path, lang: str) -> None:
    """End a station's key: no file that it signed is taken any more."""
    with open_workspace(journal) as workspace:
        ended = workspace.stations.revoke(code, reason, by=by)
        tell("station-revoked", lang, station=ended.party.label)


@click.group(cls=TranslatedGroup, name="roster")
def roster() -> None:
    """Stand for the commands on rosters."""


@roster.command(name="export")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), metavar="FILE|DIR")
@click.option("--by", default="", metavar="NAME")
@journal_option
def export_roster(target: Path, by: str, journal: Path, lang: str) -> None:
    """Sign the stations we know as a roster for all of them."""
    with open_workspace(journal) as workspace:
        record = workspace.outgoing.roster(target, by=by)
        click.echo(record.path)
        tell("roster-exported", lang, count=len(workspace.exchange.entries(record)))


@roster.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--by", default="", metavar="NAME")
@journal_option
def import_roster(file: Path, by: str, journal: Path, lang: str) -> None:
    """Take in the roster that our superior signed."""
    from infodesk.core.batches import BatchKind, EntryStatus
    from infodesk.core.errors import Code, InfodeskError

    with open_workspace(journal) as workspace:
        found = workspace.incoming.read(file)
        if found.kind is not BatchKind.ROSTER:
            raise InfodeskError(Code.BATCH_KIND_WRONG, kind=found.kind, known=BatchKind.ROSTER)
        result = workspace.incoming.apply(workspace.incoming.plan(found), by=by)
        for entry in result.entries:
            words = messages.say("terms", f"entry-{entry.status}", lang)
            click.echo(f"{entry.item_id}  {words}  {entry.title}")
        changed = (EntryStatus.NEW, EntryStatus.CHANGED)
        count = sum(entry.status in changed for entry in result.entries)
        tell("roster-imported", lang, count=count)
