"""How a command gets into an encrypted journal: by a file, by the environment, or by asking."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from infodesk import messages
from infodesk.cli.language import spoken
from infodesk.core.errors import Code, InfodeskError

ENVIRONMENT = "INFODESK_PASSPHRASE"
NEW_ENVIRONMENT = "INFODESK_NEW_PASSPHRASE"

_FILE = "infodesk.passphrase_file"


def note_file(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    """Keep what ``--passphrase-file`` says for the journal that is named after it."""
    context.meta[_FILE] = value


def unlock_journal(
    context: click.Context, _parameter: click.Parameter, path: Path | None
) -> Path | None:
    """Unlock the journal that a command names; a plain one, or one to be made, needs nothing.

    Raises:
        InfodeskError: JOURNAL_LOCKED where nothing says the passphrase, PASSPHRASE_WRONG,
            JOURNAL_KEYS_….
    """
    if path is not None and path.is_file() and not context.resilient_parsing:
        from infodesk import encryption

        if encryption.is_encrypted(path):
            secret = _said(context.meta.get(_FILE), ENVIRONMENT)
            if secret is None:
                if _is_recalled(context, path):
                    return path
                _require_terminal(path)
                secret = _asked("ask-passphrase")
            try:
                encryption.unlock(path, secret)
            except InfodeskError as error:
                # What takes its place brings a key file along.
                if error.code not in encryption.KEYLESS or context.info_name != "restore":
                    raise
    return path


def _is_recalled(context: click.Context, path: Path) -> bool:
    from infodesk import encryption

    try:
        return encryption.recall(path)
    except InfodeskError as error:
        if error.code not in encryption.KEYLESS or context.info_name != "restore":
            raise
        return False


def new_passphrase(file: Path | None, journal: Path) -> str:
    """Return the passphrase that a journal is to have: it is asked for twice.

    Raises:
        InfodeskError: JOURNAL_LOCKED where nobody can be asked, PASSPHRASE_SHORT, FILE_….
    """
    from infodesk.storage.key_slots import require_passphrase

    said = _said(file, NEW_ENVIRONMENT)
    if said is None:
        _require_terminal(journal)
        said = _asked("ask-new-passphrase", again="ask-new-passphrase-again")
    require_passphrase(said)
    return said


def _said(file: Path | None, name: str) -> str | None:
    """Return the passphrase of a file, its line end left out, else of the environment."""
    if file is None:
        return os.environ.get(name)
    try:
        return file.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except FileNotFoundError as error:
        raise InfodeskError(Code.FILE_MISSING, path=file) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise InfodeskError(Code.FILE_UNREADABLE, path=file, reason=reason) from error


def _asked(key: str, *, again: str | None = None) -> str:
    language = spoken()
    secret: str = click.prompt(
        messages.say("cli", key, language),
        hide_input=True,
        confirmation_prompt=messages.say("cli", again, language) if again else False,
        prompt_suffix="",
        err=True,
    )
    return secret


def _require_terminal(path: Path) -> None:
    if not sys.stdin.isatty():
        raise InfodeskError(Code.JOURNAL_LOCKED, path=path)
