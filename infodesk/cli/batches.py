"""Batch files on the command line: export, verify, import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedGroup
from infodesk.cli.options import journal_option, lang_option, open_workspace, tell

if TYPE_CHECKING:
    from infodesk.exchange.incoming import ImportPlan


@click.group(cls=TranslatedGroup, name="batch")
def batch() -> None:
    """Stand for the commands on batch files."""


@batch.command(name="export")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), metavar="FILE|DIR")
@click.option("--by", default="", metavar="NAME")
@journal_option
def export_batch(ids: Sequence[str], target: Path, by: str, journal: Path, lang: str) -> None:
    """Write approved items as a batch file; print where it is."""
    with open_workspace(journal) as workspace:
        item_ids = [workspace.items.get(item).id for item in ids]
        record = workspace.outgoing.export(item_ids, target, by=by)
        click.echo(record.path)
        tell("batch-exported", lang, count=len(item_ids))


@batch.command(name="verify")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@lang_option
def verify_batch(file: Path, lang: str) -> None:
    """Read a batch file from end to end without touching a journal."""
    from infodesk.exchange.incoming import read_batch

    found = read_batch(file)
    tell("batch-whole", lang, count=len(found.items), sender=found.sender or "—")
    for item in found.items:
        click.echo(f"{item.id}  {item.title}")


@batch.command(name="import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--dry-run", is_flag=True)
@click.option("--by", default="", metavar="NAME")
@journal_option
def import_batch(file: Path, dry_run: bool, by: str, journal: Path, lang: str) -> None:
    """Take a batch into the journal whole, or show what it would bring."""
    with open_workspace(journal) as workspace:
        plan = workspace.incoming.plan(workspace.incoming.read(file))
        for entry in plan.entries:
            status = messages.say("terms", f"entry-{entry.status}", lang)
            click.echo(f"{entry.item.id}  {status}  {entry.item.title}")
        if dry_run:
            tell("batch-planned", lang, **_counts(plan, lang))
            return
        result = workspace.incoming.apply(plan, by=by)
        key = "batch-replayed" if result.replayed else "batch-imported"
        tell(key, lang, **_counts(plan, lang))


def _counts(plan: ImportPlan, lang: str) -> dict[str, str]:
    counted = Counter(entry.status for entry in plan.entries)
    parts = [
        f"{messages.say('terms', f'entry-{status}', lang)} {count}"
        for status, count in counted.items()
    ]
    return {"counts": "，".join(parts) if lang == "zh" else ", ".join(parts)}
