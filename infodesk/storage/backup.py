"""Copies of a journal, made while it is open and verified before they get their name."""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError
from infodesk.files import PART_SUFFIX, flush_folder, sweep
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.sqlite_errors import explained, explained_os

FOLDER = "backups"


def keep_copy(journal: Journal, at: datetime, why: str) -> Path:
    """Copy a journal into the ``backups`` folder beside it; return the copy.

    Raises:
        InfodeskError: JOURNAL_DISK_FULL and the like, or JOURNAL_DAMAGED where the copy does not
            verify; the journal is untouched and no half copy is left.
    """
    folder = journal.path.parent / FOLDER
    name = f"{journal.path.stem}-{at:%Y%m%d-%H%M%S}-{why}{journal.path.suffix}"
    part = folder / f".{secrets.token_hex(6)}{PART_SUFFIX}"
    target = folder / name
    try:
        folder.mkdir(exist_ok=True)
        sweep(folder)
        try:
            _copy(journal, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        flush_folder(folder)
    except sqlite.Error as error:
        raise explained(error, journal.path) or error from error
    except OSError as error:
        raise explained_os(error, folder) from error
    return target


def _copy(journal: Journal, part: Path) -> None:
    copy = sqlite.connect(str(part), isolation_level=None)
    try:
        journal.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        if copy.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise InfodeskError(Code.JOURNAL_DAMAGED, path=journal.path)
    finally:
        copy.close()
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
