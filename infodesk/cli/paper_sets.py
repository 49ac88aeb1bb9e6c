"""Items on paper, or field by field, for an office above that has no infodesk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, open_workspace
from infodesk.cli.writing import fonts_option, write_document
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.font_source import FontSource


@click.command(cls=TranslatedCommand, name="paper")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--docx", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--disc", default="", metavar="NAME")
@fonts_option
@journal_option
def paper_set(
    ids: Sequence[str],
    *,
    docx: Path | None,
    pdf: Path | None,
    disc: str,
    fonts: str | None,
    journal: Path,
    lang: str,
) -> None:
    """Write a list, a slip and the texts of approved items as Word or PDF."""
    if docx is None and pdf is None:
        raise InfodeskError(Code.NOTHING_TO_WRITE)
    with open_workspace(journal) as workspace:
        document = workspace.paper_set(ids, disc)
        source = FontSource(fonts) if fonts else workspace.fonts
    write_document(document, docx, pdf, lang, fonts=source)


@click.command(cls=TranslatedCommand, name="fields")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--json", "as_json", is_flag=True)
@journal_option
def fields(ids: Sequence[str], as_json: bool, journal: Path, lang: str) -> None:
    """Print the fields of approved items, to be copied into another system."""
    from infodesk.core.paper_set import fields_of

    with open_workspace(journal) as workspace:
        for entry in workspace.paper_items(ids):
            named = fields_of(entry)
            if as_json:
                click.echo(json.dumps(dict(named), ensure_ascii=False))
                continue
            for name, value in named:
                click.echo(f"【{name}】{value}")
            click.echo()


COMMANDS = (paper_set, fields)
"""Of the group ``batch``."""
