"""What every command takes: ``--journal``, ``--lang``; and how a command gets its workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from infodesk import messages, paths
from infodesk.cli.unlocking import note_file, unlock_journal
from infodesk.languages import LANGUAGES, default_language

if TYPE_CHECKING:
    from infodesk.core.errors import InfodeskError
    from infodesk.workspace import Workspace

Function = TypeVar("Function", bound=Callable[..., Any])


def lang_option(function: Function) -> Function:
    """Add ``--lang``: the function gets ``lang``, ``zh`` or ``en``."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=default_language,
    )(function)


def journal_option(function: Function) -> Function:
    """Add ``--journal``, ``--passphrase-file`` and ``--lang``.

    An encrypted journal is unlocked before the command begins.
    """
    return _journal_options(paths.default_journal)(function)


def optional_journal_option(function: Function) -> Function:
    """Add the same to a command that does without a journal where none is named."""
    return _journal_options(None)(function)


def _journal_options(default: Callable[[], Path] | None) -> Callable[[Function], Function]:
    journal = click.option(
        "--journal",
        type=click.Path(path_type=Path),
        default=default,
        metavar="FILE",
        callback=unlock_journal,
    )
    # Eager: it is read before the journal that it opens.
    passphrase = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=note_file,
    )
    return lambda function: journal(passphrase(lang_option(function)))


def open_workspace(journal: Path) -> Workspace:
    """Open a journal for one command; the default one's folder is made where it is missing.

    A clock that stands before what is on record is remarked upon.

    Raises:
        InfodeskError: the journal cannot be opened.
    """
    from infodesk.workspace import Workspace

    if journal == paths.default_journal():
        journal.parent.mkdir(parents=True, exist_ok=True)
    workspace = Workspace(journal)
    newest = workspace.clock_set_back()
    if newest is not None:
        language = click.get_current_context().params["lang"]
        tell("clock-set-back", language, newest=f"{newest:%Y-%m-%d %H:%M}")
    return workspace


def complain(path: Path, error: InfodeskError, language: str) -> int:
    """Say what is wrong with one file, and return its exit code; the others go on."""
    said = messages.sentence(error, language)
    click.echo(said if "path" in error.params else f"{path}: {said}", err=True)
    return int(error.code.kind)


def tell(key: str, language: str, **params: object) -> None:
    """Say on standard error what was done; standard output is for what scripts read."""
    click.echo(messages.say("cli", key, language, **params), err=True)


def write_out(file: Path, text: str, language: str) -> None:
    """Write a text that the user asked for, and say so.

    Raises:
        InfodeskError: OUTPUT_…: it was not written; what stood there is untouched.
    """
    from infodesk.files import save_output

    save_output(file, text.encode())
    tell("written", language, path=file)
