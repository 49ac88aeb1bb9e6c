"""``infodesk check``: findings on files or a folder, for eyes or as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import complain, lang_option
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.profiles import DEFAULT_PROFILE

if TYPE_CHECKING:
    from infodesk.core.checking.findings import Finding, Report
    from infodesk.core.profiles import Profile

FINDINGS = 1
"""Exit code where at least one "must" is open."""


@click.command(cls=TranslatedCommand, name="check")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR..."
)
@click.option("--profile", default=DEFAULT_PROFILE, metavar="P")
@click.option("--json", "as_json", is_flag=True)
@lang_option
def check(files: Sequence[Path], profile: str, as_json: bool, lang: str) -> int:
    """Check files; the exit code is 1 where a "must" is open."""
    from infodesk.workspace import profile_named

    chosen = profile_named(profile)
    worst = 0
    for path in _expanded(files):
        try:
            text, report = _checked(path, chosen)
        except InfodeskError as error:
            worst = max(worst, complain(path, error, lang))
            continue
        if as_json:
            _print_json(path, chosen, report, lang)
        else:
            _print_table(path, text, chosen, report, lang)
        if report.open_musts:
            worst = max(worst, FINDINGS)
    return worst


def _expanded(paths: Sequence[Path]) -> Iterator[Path]:
    from infodesk.archive import readers

    for path in paths:
        if path.is_dir():
            yield from sorted(
                file for file in path.rglob("*") if file.suffix.lower() in readers.SUFFIXES
            )
        else:
            yield path


def _checked(path: Path, profile: Profile) -> tuple[str, Report]:
    """Return a file's decoded text and its report; offsets are code points of that text."""
    from infodesk.archive import readers
    from infodesk.core.checking.check import check_text
    from infodesk.workspace import SystemClock, checking_context

    text = readers.read(path)
    if not text.strip():
        raise InfodeskError(Code.ITEM_EMPTY)
    return text, check_text(text, profile, checking_context(SystemClock()))


def _print_json(path: Path, profile: Profile, report: Report, lang: str) -> None:
    from infodesk.core.checking.as_json import as_object

    said = partial(messages.finding_text, language=lang)
    click.echo(json.dumps(as_object(str(path), profile, report, said), ensure_ascii=False))


def _print_table(path: Path, text: str, profile: Profile, report: Report, lang: str) -> None:
    states = "  ".join(
        f"{part.title} {messages.say('terms', f'fullness-{report.parts[part.key].state}', lang)}"
        for part in profile.parts
    )
    click.echo(f"{path}  [{states}]")
    for finding in report.findings:
        line = text.count("\n", 0, finding.span.start) + 1
        column = finding.span.start - (text.rfind("\n", 0, finding.span.start) + 1) + 1
        click.echo(f"  {line}:{column}  {_line_of(finding, lang)}")


def _line_of(finding: Finding, lang: str) -> str:
    weight = messages.say("terms", f"severity-{finding.severity}", lang)
    return f"{weight}  {messages.finding_text(finding, lang)}  ({finding.rule})"
