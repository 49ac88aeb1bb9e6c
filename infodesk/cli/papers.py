"""``infodesk typeset``: any text file becomes an official page, without a journal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import paths
from infodesk.cli.items import tell_cleaned
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import lang_option
from infodesk.cli.writing import fonts_option, ofd_option, write_document
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.font_source import FontSource

if TYPE_CHECKING:
    from infodesk.core.sheets import Sheet

USUAL_STYLE = "plain"


@click.command(cls=TranslatedCommand, name="typeset")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--docx", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE")
@ofd_option
@fonts_option
@click.option("--style", default=USUAL_STYLE, metavar="S")
@click.option("--field", "fields", multiple=True, metavar="NAME:TEXT")
@lang_option
def typeset(
    *,
    file: Path,
    docx: Path | None,
    pdf: Path | None,
    ofd: Path | None,
    fonts: str | None,
    style: str,
    fields: Sequence[str],
    lang: str,
) -> int:
    """Set the text of a file as an official page; write it as Word, PDF or OFD."""
    from infodesk.archive import readers
    from infodesk.core import intake
    from infodesk.core.official import official

    if docx is None and pdf is None and ofd is None:
        raise InfodeskError(Code.NOTHING_TO_WRITE)
    sheet = sheet_named(style)
    given = dict(_field(text) for text in fields)
    cleaned = intake.cleaned(readers.read(file))
    document = official(cleaned.text, sheet, given)
    tell_cleaned(file, cleaned, lang)
    source = FontSource(fonts) if fonts else FontSource.INSTALLED
    write_document(document, docx, pdf, lang, ofd=ofd, fonts=source)
    return 0


def sheet_named(key: str) -> Sheet:
    """Return the sheet of that key, as ``resources/styles`` has it.

    Raises:
        InfodeskError: STYLE_UNKNOWN, STYLE_WRONG.
    """
    from infodesk.core.sheets import sheet_from

    files = {file.stem: file for file in sorted((paths.resources() / "styles").glob("*.toml"))}
    if key not in files:
        raise InfodeskError(Code.STYLE_UNKNOWN, style=key, known=" ".join(files))
    return sheet_from(key, files[key].read_text(encoding="utf-8"))


def _field(text: str) -> tuple[str, str]:
    """Return what ``发文字号:示政发〔2026〕12号`` names and says."""
    name, colon, value = text.replace("：", ":", 1).partition(":")
    if not colon or not name.strip():
        raise InfodeskError(Code.FIELD_UNREADABLE, field=text)
    return name.strip(), value.strip()
