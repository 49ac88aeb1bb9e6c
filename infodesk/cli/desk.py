"""The office itself on the command line: the sample office, its settings, the self-test."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from infodesk import paths
from infodesk.cli.language import TranslatedCommand
from infodesk.cli.options import journal_option, lang_option, open_workspace, tell
from infodesk.cli.writing import fonts_option
from infodesk.core.audit import PRINTS_CODE
from infodesk.core.font_source import FONTS

OFFICE_SETTINGS = ("office.name", "office.superior", "office.exports", FONTS, PRINTS_CODE)


@click.command(cls=TranslatedCommand, name="demo")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--open", "open_window", is_flag=True)
@lang_option
def demo(folder: Path, open_window: bool, lang: str) -> int:
    """Make a sample office and its papers in a folder; open the window on it."""
    from infodesk.demo import build_office

    made = build_office(folder)
    for path in (made.journal, made.docx, made.pdf, made.batch):
        click.echo(path)
    tell("demo-made", lang, folder=folder)
    command = f"{_called_as()} --journal {made.journal}"
    if not open_window:
        tell("demo-open-hint", lang, command=command)
        return 0
    if not _has_display():
        tell("demo-no-display", lang, command=command)
        return 0
    # A process of its own: the window starts as it does from its shortcut, and the shell is free.
    return subprocess.call([*paths.own_command(), "--journal", str(made.journal)])


def _called_as() -> str:
    """Return the words that started this program, as they can be typed again."""
    called = Path(sys.argv[0])
    return "python -m infodesk" if called.name == "__main__.py" else str(called)


def _has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else where X or Wayland is."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


@click.command(cls=TranslatedCommand, name="office")
@click.option("--name", "office_name", metavar="NAME")
@click.option("--superior", metavar="NAME")
@click.option("--exports", metavar="DIR")
@fonts_option
@click.option("--audit-code", type=click.Choice(("on", "off")))
@journal_option
def office(
    *,
    office_name: str | None,
    superior: str | None,
    exports: str | None,
    fonts: str | None,
    audit_code: str | None,
    journal: Path,
    lang: str,
) -> None:
    """Set the office's name, its superior, where its exports go, its fonts …; show them."""
    values = (office_name, superior, exports, fonts, audit_code)
    given = dict(zip(OFFICE_SETTINGS, values, strict=True))
    with open_workspace(journal) as workspace:
        for key, value in given.items():
            if value is not None:
                workspace.settings.set(key, value)
        for key in OFFICE_SETTINGS:
            click.echo(f"{key}: {workspace.settings.get(key)}")


@click.command(cls=TranslatedCommand, name="self-test")
@lang_option
def self_test(lang: str) -> None:
    """Make one Word file, one PDF and one batch in a temporary folder, and read them back."""
    from infodesk.self_test import run_self_test

    with tempfile.TemporaryDirectory() as folder:
        for name, size in run_self_test(Path(folder)):
            click.echo(f"{name}  {size}")
    tell("self-test-passed", lang)
