"""Batch files on the command line: export, verify, import, list; receipts both ways."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, lang_option, open_workspace, tell
from infodesk.core.batches import BatchKind, BatchStatus, Direction, EntryStatus

if TYPE_CHECKING:
    from infodesk.core.batches import BatchRecord
    from infodesk.exchange.incoming import ImportEntry, ImportPlan
    from infodesk.workspace import Workspace

ASKED = (
    *(BatchKind.REPORT, BatchKind.ADOPTION, BatchKind.WITHDRAWAL, BatchKind.COMMISSION),
    *(BatchKind.DIRECTIVE, BatchKind.RETURN, BatchKind.CANCEL),
)
"""Kinds that are exported by naming what goes into them."""


@click.group(cls=TranslatedGroup, name="batch")
def batch() -> None:
    """Stand for the commands on batch files."""


@batch.command(name="export")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), metavar="FILE|DIR")
@click.option("--kind", type=click.Choice([str(kind) for kind in ASKED]), default="report")
@click.option("--recipient", default="", metavar="STATION")
@click.option("--reason", default="", metavar="TEXT")
@click.option("--drill", type=click.Choice(["exercise", "test"]), default=None)
@click.option("--encrypt", "seal", is_flag=True)
@click.option("--keep-personal", "kept", multiple=True, metavar="ID")
@click.option("--by", default="", metavar="NAME")
@journal_option
def export_batch(ids: Sequence[str], target: Path, kind: str, **options: Any) -> None:
    """Write approved items, or answers, as a signed batch file; print where it is."""
    lang, by, seal = options["lang"], options["by"], options["seal"]
    with open_workspace(options["journal"]) as workspace:
        if kind == BatchKind.REPORT:
            record = workspace.outgoing.export(
                [workspace.items.get(item).id for item in ids],
                target,
                by=by,
                status=BatchStatus(options["drill"] or BatchStatus.ACTUAL),
                keep_personal={workspace.items.get(item).id for item in options["kept"]},
                seal=seal,
            )
        else:
            answers, to = workspace.exchange.answering(
                BatchKind(kind), ids, station=options["recipient"], reason=options["reason"]
            )
            record = workspace.outgoing.send(
                BatchKind(kind), answers, target, to=to, by=by, seal=seal
            )
        click.echo(record.path)
        if record.privacy.masked:
            tell("personal-masked", lang, count=record.privacy.masked)
        tell("batch-exported", lang, count=len(workspace.exchange.entries(record)))


@batch.command(name="verify")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@lang_option
def verify_batch(file: Path, lang: str) -> None:
    """Read a batch file from end to end without touching a journal."""
    from infodesk.core.stations import fingerprint
    from infodesk.exchange.incoming import read_batch

    found = read_batch(file)
    tell("batch-whole", lang, count=found.lines, sender=found.sender or "—")
    tell("batch-signed", lang, fingerprint=fingerprint(found.from_office))
    for item in (*found.items, *found.answers):
        click.echo(f"{item.id}  {item.title}")


@batch.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--dry-run", is_flag=True)
@click.option("--diff", "with_diff", is_flag=True)
@click.option("--by", default="", metavar="NAME")
@journal_option
def import_batch(
    file: Path, *, dry_run: bool, with_diff: bool, by: str, journal: Path, lang: str
) -> None:
    """Take a batch into the journal whole, or show what it would bring.

    FILE may be the id of a batch that waits for its sender's key.
    """
    from infodesk.core.errors import Code, InfodeskError

    with open_workspace(journal) as workspace:
        incoming = workspace.incoming
        found = incoming.read(file) if file.exists() else _waiting(workspace, file)
        plan = incoming.plan(found)
        for entry in plan.entries:
            _print_entry(entry, with_diff=with_diff, lang=lang)
        _tell_gaps(plan.gaps, lang)
        if dry_run:
            tell("batch-planned", lang, **_counts(plan, lang))
            return
        try:
            result = incoming.apply(plan, by=by)
        except InfodeskError as error:
            if error.code is Code.STATION_UNKNOWN and file.exists():
                incoming.wait(found, file)
                tell("batch-waits", lang, batch=found.id)
            raise
        key = "batch-replayed" if result.replayed else "batch-imported"
        tell(key, lang, **_counts(plan, lang))


@batch.command(name="receipt")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@click.option("--batch", "batch_id", default="", metavar="ID")
@click.option("--to", "target", type=click.Path(path_type=Path), metavar="FILE|DIR")
@click.option("--via", type=click.Choice(["phone", "fax", "paper"]), default=None)
@click.option("--from", "said_by", default="", metavar="NAME")
@click.option("--at", "said_at", type=click.DateTime(["%Y-%m-%dT%H:%M"]), metavar="TIME")
@click.option("--by", default="", metavar="NAME")
@journal_option
def receipt(file: Path | None, batch_id: str, target: Path | None, **options: Any) -> None:
    """Write the receipt we gave, take in one that came, or write down one that was heard."""
    from infodesk.core.answers import ReceiptVia

    lang, by = options["lang"], options["by"]
    with open_workspace(options["journal"]) as workspace:
        if options["via"]:
            at: datetime = options["said_at"] or workspace.clock.now()
            if at.tzinfo is None:
                at = at.replace(tzinfo=workspace.clock.now().tzinfo)
            workspace.answers.record_receipt(
                workspace.exchange.sent(batch_id),
                via=ReceiptVia(options["via"]),
                said_at=at,
                said_by=options["said_by"],
                by=by,
            )
            tell("receipt-noted", lang)
        elif target is not None:
            wanted = batch_id or workspace.incoming.read(_given(file)).id
            click.echo(workspace.incoming.save_receipt(wanted, target))
        else:
            found = workspace.incoming.read(_given(file))
            result = workspace.incoming.apply(workspace.incoming.plan(found), by=by)
            _tell_gaps(found.gaps, lang)
            tell("receipt-taken", lang, batch=found.in_reply_to, count=len(result.entries))


@batch.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def list_batches(as_json: bool, journal: Path, lang: str) -> None:
    """Print every batch, how far it has come, what is missing, and what waits."""
    with open_workspace(journal) as workspace:
        rows = [_row(workspace, record) for record in workspace.exchange.batches()]
        waiting = workspace.stations.waiting()
        gaps = workspace.exchange.gaps()
    rows += [
        {
            "batch": each.batch_id,
            "direction": "waiting",
            "kind": each.kind,
            "state": "waiting",
            "other": each.sender.label,
            "at": each.at.isoformat(),
            "lines": each.lines,
        }
        for each in waiting
    ]
    for row in rows:
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
            continue
        kind = messages.say("terms", f"batch-{row['kind']}", lang)
        state = messages.say("terms", f"standing-{row['state']}", lang)
        at = f"{datetime.fromisoformat(row['at']):%Y-%m-%d %H:%M}"
        click.echo(f"{row['batch']}  {state}  {kind}  {row['lines']}  {row['other']}  {at}")
    for sender, missing in gaps.items():
        tell("batch-gaps-of", lang, sender=sender.label, numbers=_numbers(missing))


@batch.command(name="certificate")
@click.argument("batch_id", metavar="BATCH")
@click.option("--item", default="", metavar="ID")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--docx", type=click.Path(path_type=Path), metavar="FILE")
@journal_option
def certificate(
    batch_id: str, *, item: str, pdf: Path | None, docx: Path | None, journal: Path, lang: str
) -> None:
    """Print on one page what was sent, when, and what the receiver answered."""
    from infodesk import proofs
    from infodesk.core.errors import Code, InfodeskError
    from infodesk.files import save_output
    from infodesk.workspace import pdf_of, word_of

    if pdf is None and docx is None:
        raise InfodeskError(Code.NOTHING_TO_WRITE)
    with open_workspace(journal) as workspace:
        document = proofs.certificate(workspace, batch_id, item)
    if pdf is not None:
        save_output(pdf, pdf_of(document)[0])
        click.echo(pdf)
    if docx is not None:
        save_output(docx, word_of(document))
        click.echo(docx)
    tell("certificate-written", lang)


def _given(file: Path | None) -> Path:
    if file is None:
        raise click.MissingParameter(param_hint="FILE", param_type="argument")
    return file


def _waiting(workspace: Workspace, name: Path) -> Any:
    """Return a waiting batch; what is no waiting batch either is a file that is missing."""
    from infodesk.core.errors import Code, InfodeskError

    try:
        return workspace.incoming.waiting(str(name))
    except InfodeskError as error:
        raise InfodeskError(Code.FILE_MISSING, path=name) from error


def _print_entry(entry: ImportEntry, *, with_diff: bool, lang: str) -> None:
    status = messages.say("terms", f"entry-{entry.status}", lang)
    because = f"  ({messages.say('batch', entry.because, lang)})" if entry.because else ""
    flags = messages.flag_words(entry.flags, lang)
    marked = f"  [{flags}]" if flags else ""
    click.echo(f"{entry.item.id}  {status}  {entry.item.title}{marked}{because}")
    content = getattr(entry.item, "content", None)
    if with_diff and entry.ours is not None and content is not None:
        from infodesk.core.differences import Change, differences, flat

        marks = {Change.KEPT: "{}", Change.GONE: "[-{}-]", Change.NEW: "{{+{}+}}"}
        pieces = differences(flat(entry.ours), flat(content))
        click.echo("".join(marks[piece.change].format(piece.text) for piece in pieces))


def _row(workspace: Workspace, record: BatchRecord) -> dict[str, Any]:
    sent = record.direction is Direction.SENT
    other = record.recipient if sent else record.sender
    entries = workspace.exchange.entries(record)
    row: dict[str, Any] = {
        "batch": record.id,
        "direction": record.direction.value,
        "kind": record.kind.value,
        "status": record.status.value,
        "state": workspace.answers.standing(record.id).value if sent else "received",
        "other": other.label,
        "station": other.station,
        "number": record.seq,
        "at": record.at.isoformat(),
        "lines": len(entries),
        "refused": sum(entry.status is EntryStatus.REFUSED for entry in entries),
        "conflicting": sum(entry.status is EntryStatus.CONFLICTING for entry in entries),
        "digest": record.digest,
        "path": str(record.path) if record.path else "",
    }
    if sent:
        row["receipts"] = [
            {"via": each.via.value, "at": each.said_at.isoformat(), "gaps": list(each.gaps)}
            for each in workspace.answers.receipts(record.id)
        ]
    return row


def _tell_gaps(gaps: Sequence[int], lang: str) -> None:
    if gaps:
        tell("batch-gaps", lang, numbers=_numbers(gaps))


def _numbers(gaps: Sequence[int]) -> str:
    shown = "、".join(str(number) for number in gaps[:20])
    return shown if len(gaps) <= 20 else f"{shown}……"


def _counts(plan: ImportPlan, lang: str) -> dict[str, str]:
    counted = Counter(entry.status for entry in plan.entries)
    parts = [
        f"{messages.say('terms', f'entry-{status}', lang)} {count}"
        for status, count in counted.items()
    ]
    return {"counts": "，".join(parts) if lang == "zh" else ", ".join(parts)}
