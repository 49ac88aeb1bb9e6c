"""Items on paper, or field by field, for an office above that has no infodesk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, open_workspace, tell
from infodesk.cli.writing import fonts_option, write_document
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.font_source import FontSource

if TYPE_CHECKING:
    from infodesk.core.paper_set import PaperItem


@click.command(cls=TranslatedCommand, name="paper")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--docx", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--disc", default="", metavar="NAME")
@click.option("--keep-personal", "kept", multiple=True, metavar="ID")
@fonts_option
@journal_option
def paper_set(
    ids: Sequence[str],
    *,
    docx: Path | None,
    pdf: Path | None,
    disc: str,
    kept: Sequence[str],
    fonts: str | None,
    journal: Path,
    lang: str,
) -> None:
    """Write a list, a slip and the texts of approved items as Word or PDF."""
    if docx is None and pdf is None:
        raise InfodeskError(Code.NOTHING_TO_WRITE)
    with open_workspace(journal) as workspace:
        items = workspace.paper_items(ids, kept)
        document = workspace.paper_set(items, disc)
        source = FontSource(fonts) if fonts else workspace.fonts
    write_document(document, docx, pdf, lang, fonts=source)
    _tell_masked(items, lang)


@click.command(cls=TranslatedCommand, name="fields")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--json", "as_json", is_flag=True)
@click.option("--keep-personal", "kept", multiple=True, metavar="ID")
@journal_option
def fields(
    ids: Sequence[str], *, as_json: bool, kept: Sequence[str], journal: Path, lang: str
) -> None:
    """Print the fields of approved items, to be copied into another system."""
    from infodesk.core.paper_set import fields_of

    with open_workspace(journal) as workspace:
        items = workspace.paper_items(ids, kept)
        for entry in items:
            named = fields_of(entry)
            if as_json:
                click.echo(json.dumps(dict(named), ensure_ascii=False))
                continue
            for name, value in named:
                click.echo(f"【{name}】{value}")
            click.echo()
    _tell_masked(items, lang)


def _tell_masked(items: Sequence[PaperItem], lang: str) -> None:
    count = sum(item.masked for item in items)
    if count:
        tell("personal-masked", lang, count=count)


COMMANDS = (paper_set, fields)
"""Of the group ``batch``."""
