"""Restoring a backup: looked into first, and the present journal kept as a backup itself."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from infodesk.core.audit import AuditAction, note
from infodesk.core.backups import BEFORE_RESTORE, Backup, file_name
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import copy_atomic
from infodesk.storage import engine
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.backup import audit_head, companions, has_chain
from infodesk.storage.connecting import require_ours
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.replacing import finish, replace_journal
from infodesk.storage.shelf import Shelf, opened, remove
from infodesk.storage.sqlite_errors import explained, explained_os


def restore(backup: Path, shelf: Shelf) -> Backup | None:
    """Replace a journal by a backup; return the backup that was made of the present one.

    The caller holds the journal's lock and has no connection to it. The new journal is brought
    up to date when it is next opened.

    Raises:
        InfodeskError: FILE_MISSING, JOURNAL_FOREIGN, JOURNAL_NEWER, BACKUP_DAMAGED, BACKUP_NO_ROOM,
            JOURNAL_BUSY where another program has it open, JOURNAL_…; the journal is as it was.
    """
    finish(shelf.journal)
    with opened(backup):
        pass
    guard = set_aside(shelf, BEFORE_RESTORE)
    left = _head(guard)
    try:
        replace_journal(
            backup, shelf.journal, lambda new: _note(new, backup.name, shelf.now(), left)
        )
    except sqlite.Error as error:
        raise explained(error, shelf.journal) or error from error
    except OSError as error:
        raise explained_os(error, shelf.journal) from error
    return guard


def _head(guard: Backup | None) -> str | None:
    """Return the newest link of the chain that is left behind; None where it cannot be read."""
    if guard is None or not guard.is_verified:
        return None
    with opened(guard.path) as connection:
        return audit_head(connection) if has_chain(connection) else None


def _note(new: Path, backup: str, at: datetime, left: str | None) -> None:
    """Put the restoring on the chain of the journal that takes the place.

    One of a program without a chain begins its own when it is next opened.
    """
    key = require_ours(new)
    with closing(Journal(engine.connect(new, key), new, key)) as journal:
        if not has_chain(journal.connection):
            return
        with journal.atomic():
            note(
                SqliteAuditStore(journal),
                AuditAction.RESTORE_BACKUP,
                actor="",
                subject=backup,
                at=at,
                detail={"left": left},
            )


def set_aside(shelf: Shelf, why: str) -> Backup | None:
    """Make a backup of the present journal, readable or not, and see that nobody else has it open.

    Raises:
        InfodeskError: BACKUP_NO_ROOM, JOURNAL_BUSY, JOURNAL_…
    """
    path = shelf.journal
    if not path.exists():
        return None
    # Opening a damaged journal can throw its log away.
    log = path.with_name(path.name + "-wal")
    raw = _keep_bytes(shelf, why) if log.exists() and log.stat().st_size else None
    try:
        guard = shelf.make(why)
    except InfodeskError as error:
        if error.code not in (Code.JOURNAL_DAMAGED, Code.JOURNAL_FOREIGN, Code.JOURNAL_NEWER):
            raise
        return raw or _keep_bytes(shelf, why)
    if raw is not None:
        remove(raw.path)
    _require_alone(path)
    return guard


def _require_alone(path: Path) -> None:
    """See that no other program has a journal open; leaves it without a log."""
    try:
        connection = engine.connect(path, require_ours(path))
        try:
            connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        finally:
            connection.close()
    except sqlite.Error as error:
        raise explained(error, path) or error from error


def _keep_bytes(shelf: Shelf, why: str) -> Backup:
    """Keep a journal that cannot be read as it is, its log beside it."""
    at = shelf.now()
    target = shelf.folder / file_name(shelf.journal, at, why)
    try:
        shelf.folder.mkdir(exist_ok=True)
        log = shelf.journal.with_name(shelf.journal.name + "-wal")
        if log.exists():
            copy_atomic(log, target.with_name(target.name + "-wal"))
        for companion in companions(shelf.journal):
            suffix = companion.name.removeprefix(shelf.journal.name)
            copy_atomic(companion, target.with_name(target.name + suffix))
        copy_atomic(shelf.journal, target)
    except OSError as error:
        raise explained_os(error, shelf.folder) from error
    return Backup(target, at, why, target.stat().st_size, None)
