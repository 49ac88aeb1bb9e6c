"""``infodesk check``: findings on files or folders, for eyes or as JSON Lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infodesk import messages
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import complain, optional_journal_option, tell
from infodesk.core.profiles import DEFAULT_PROFILE

if TYPE_CHECKING:
    from infodesk.cli.many_files import Checked, Setting
    from infodesk.core.checking.context import Paper
    from infodesk.core.checking.findings import Report
    from infodesk.core.profiles import Profile

FINDINGS = 1
"""Exit code where at least one "must" is open."""

MANY_TO_WATCH = 20
"""Files up to which nobody waits long enough to ask how far it is."""


@click.command(cls=TranslatedCommand, name="check")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR..."
)
@click.option("--profile", default=DEFAULT_PROFILE, metavar="P")
@click.option("--json", "as_json", is_flag=True)
@click.option("--details", is_flag=True)
@click.option("--fix", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--previous", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--source", "sources", multiple=True, type=click.Path(path_type=Path), metavar="FILE|DIR"
)
@optional_journal_option
def check(
    *,
    files: Sequence[Path],
    profile: str,
    as_json: bool,
    details: bool,
    fix: Path | None,
    previous: Path | None,
    sources: Sequence[Path],
    journal: Path | None,
    lang: str,
) -> int:
    """Check files; the exit code is 1 where a "must" is open."""
    from infodesk.cli.many_files import checked, expanded

    setting = _setting(profile, journal, previous, sources)
    paths = list(expanded(files))
    if fix is not None:
        _require_folder(fix)
    in_detail = details or len(paths) == 1
    tally = _Tally()
    for each in _with_progress(checked(paths, setting), len(paths), lang):
        if each.error is not None or each.report is None:
            tally.unread(complain(each.path, each.error, lang) if each.error else 0)
            continue
        tally.read(each.report)
        if as_json:
            _print_json(each, setting.profile, lang)
        else:
            _print_line(each, setting.profile, lang)
            if in_detail:
                _print_findings(each, lang)
        if fix is not None:
            _write_fixed(each, fix, lang)
    if len(paths) > 1 and not as_json:
        click.echo(messages.say("cli", "check-summary", lang, **tally.params))
    return tally.code


class _Tally:
    """Counts what was checked, and keeps the worst exit code."""

    def __init__(self) -> None:
        self.code = 0
        self.params = {"files": 0, "clear": 0, "open": 0, "musts": 0, "unread": 0}

    def read(self, report: Report) -> None:
        musts = len(report.open_musts)
        self.params["files"] += 1
        self.params["musts"] += musts
        self.params["open" if musts else "clear"] += 1
        if musts:
            self.code = max(self.code, FINDINGS)

    def unread(self, code: int) -> None:
        self.params["files"] += 1
        self.params["unread"] += 1
        self.code = max(self.code, code)


def _setting(
    profile: str, journal: Path | None, previous: Path | None, sources: Sequence[Path]
) -> Setting:
    """Return what the files are checked with: a journal adds what the office keeps in it.

    That is its own kinds and rules, its place table, and the documents and speeches on file.
    """
    from infodesk.cli.many_files import Setting, expanded
    from infodesk.cli.options import open_workspace
    from infodesk.workspace import profile_named

    before = None if previous is None else _paper(previous)
    papers = tuple(map(_paper, expanded(sources)))
    if journal is None:
        return Setting(profile_named(profile), {}, before, papers)
    with open_workspace(journal) as workspace:
        chosen = workspace.profiles.named(profile)
        overrides = dict(workspace.rules.overrides)
        on_file = (*papers, *workspace.references.papers())
        return Setting(chosen, overrides, before, on_file, workspace.places.names)


def _paper(path: Path) -> Paper:
    from infodesk.cli.many_files import text_of
    from infodesk.core.checking.context import Paper

    return Paper(path.stem, text_of(path))


def _with_progress(found: Iterator[Checked], count: int, lang: str) -> Iterator[Checked]:
    """Pass files on; where a person looks on and they are many, say how far it is.

    Where the lines themselves go to the screen they say so, and a count would run into them.
    """
    if count <= MANY_TO_WATCH or not sys.stderr.isatty():
        yield from found
        return
    if sys.stdout.isatty():
        tell("check-begins", lang, count=count)
        yield from found
        return
    for number in range(count):
        said = messages.say("cli", "check-progress", lang, done=number, count=count)
        click.echo(said, nl=False, err=True)
        each = next(found)
        # Wiped, so that what is told about a file stands on a line of its own.
        click.echo(f"\r{'':{2 * len(said)}}\r", nl=False, err=True)
        yield each
    tell("check-progress", lang, done=count, count=count)


def _print_json(each: Checked, profile: Profile, lang: str) -> None:
    from infodesk.core.checking.as_json import as_object

    assert each.report is not None
    said = partial(messages.finding_text, language=lang)
    shape = as_object(str(each.path), profile, each.report, said)
    click.echo(json.dumps(shape, ensure_ascii=False))


def _print_line(each: Checked, profile: Profile, lang: str) -> None:
    """Print one file on one line: how full each part is, and how many findings of each weight."""
    report = each.report
    assert report is not None
    parts = " ".join(
        f"{part.title}{messages.say('terms', f'fullness-{report.parts[part.key].state}', lang)[0]}"
        for part in profile.parts
    )
    counts = {"must": 0, "should": 0, "hint": 0}
    for finding in report.findings:
        counts[finding.severity] += 1
    weights = "  ".join(
        f"{messages.say('terms', f'severity-{weight}', lang)} {count}"
        for weight, count in counts.items()
    )
    click.echo(f"{parts}  {weights}  {each.path}")


def _print_findings(each: Checked, lang: str) -> None:
    assert each.report is not None
    for finding in each.report.findings:
        start = finding.span.start
        line = each.text.count("\n", 0, start) + 1
        column = start - (each.text.rfind("\n", 0, start) + 1) + 1
        weight = messages.say("terms", f"severity-{finding.severity}", lang)
        said = messages.finding_text(finding, lang)
        click.echo(f"  {line}:{column}  {weight}  {said}  ({finding.rule})")


def _require_folder(folder: Path) -> None:
    from infodesk.core.errors import Code, InfodeskError
    from infodesk.files import explained_output

    if folder.exists() and not folder.is_dir():
        raise InfodeskError(Code.FILE_NOT_REGULAR, path=folder)
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise InfodeskError(Code.OUTPUT_FOLDER_MISSING, path=folder) from None
    except OSError as error:
        raise explained_output(error, folder) from error


def _write_fixed(each: Checked, folder: Path, lang: str) -> None:
    """Write a copy with its marks put right, under a name that is free."""
    from infodesk.core.checking.fixes import marks_fixed
    from infodesk.core.items import WHOLE, Content, Section
    from infodesk.files import save_output

    assert each.report is not None
    content, made = marks_fixed(Content("", (Section(WHOLE, each.text),)), each.report.findings)
    if not made:
        return
    target = folder / f"{each.path.stem}.txt"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{each.path.stem}-{number}.txt"
    save_output(target, content.body.encode())
    tell("check-fixed", lang, path=target, count=made)
