"""Documents written as files, and what is said of the fonts they are set in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.options import Function, tell
from infodesk.core.font_source import FontSource

if TYPE_CHECKING:
    from infodesk.core.document import Document
    from infodesk.export.report import FontReport


def ofd_option(function: Function) -> Function:
    """Add ``--ofd``: the function gets ``ofd``."""
    return click.option("--ofd", type=click.Path(path_type=Path), metavar="FILE")(function)


def fonts_option(function: Function) -> Function:
    """Add ``--fonts``: the function gets ``fonts``, None where it is not given."""
    return click.option("--fonts", type=click.Choice([source.value for source in FontSource]))(
        function
    )


def write_document(
    document: Document,
    docx: Path | None,
    pdf: Path | None,
    lang: str,
    *,
    ofd: Path | None = None,
    fonts: FontSource = FontSource.INSTALLED,
) -> None:
    """Write a document as Word, PDF and OFD; say which fonts stood in and what none could show.

    Raises:
        InfodeskError: a file cannot be written; what stood there before is untouched.
    """
    from infodesk.files import save_output
    from infodesk.workspace import ofd_of, pdf_of, word_of

    said = False
    makers: tuple[tuple[Path | None, Callable[[Document, FontSource], _Made]], ...] = (
        (pdf, pdf_of),
        (ofd, ofd_of),
        (docx, lambda document, source: (word_of(document, source), None)),
    )
    for path, make in makers:
        if path is None:
            continue
        data, report = make(document, fonts)
        if report is not None and not said:
            said = True
            for key, params in font_notes(report, lang):
                tell(key, lang, **params)
        save_output(path, data)
        tell("written", lang, path=path)


_Made = tuple[bytes, "FontReport | None"]


def font_notes(report: FontReport, lang: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what is to be said of a page's fonts: the sentence in ``cli.toml`` and its values."""
    between = messages.say("cli", "between", lang)
    if report.stand_ins:
        pairs = (messages.say("cli", "font-for", lang, face=f, font=u) for f, u in report.stand_ins)
        yield "fonts-stood-in", {"fonts": between.join(pairs)}
    for name, reason in report.refused:
        because = messages.say("cli", f"font-{reason}", lang)
        yield "font-refused", {"font": name, "reason": because}
    if report.borrowed:
        yield "characters-borrowed", {"characters": "".join(report.borrowed)}
    if report.missing:
        yield "characters-missing", {"characters": "".join(report.missing)}
