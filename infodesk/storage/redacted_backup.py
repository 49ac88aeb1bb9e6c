"""Taking a text out of a backup: in a copy that is verified before it takes the backup's place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from infodesk.core.pinyin import Initials
from infodesk.core.redaction import Redaction
from infodesk.files import copy_atomic, digest_of, part_beside, put_in_place
from infodesk.storage import backup as backups
from infodesk.storage import engine, row_hashes
from infodesk.storage.connecting import require_ours
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.redaction import Redacting, Strings, clear
from infodesk.storage.shelf import opened
from infodesk.storage.sqlite_errors import explained, explained_os


def redact_backup(
    path: Path,
    redaction: Redaction,
    at: datetime,
    initials: Callable[[], Initials],
    strings: Strings,
) -> bool:
    """Take a text out of a backup; return whether it was in there.

    Args:
        path: the backup.
        redaction: what is to be taken out.
        at: when it is done.
        initials: as for ``Redacting``.
        strings: as for ``Redacting``.

    Raises:
        InfodeskError: BACKUP_DAMAGED, JOURNAL_NEWER, JOURNAL_…; the backup is as it was.
    """
    with opened(path):
        pass
    part = part_beside(path)
    try:
        copy_atomic(path, part)
        key = require_ours(part)
        with closing(Journal(engine.connect(part, key), part, key)) as journal:
            if not _redacted(Redacting(journal, redaction, initials, strings), journal, at):
                return False
        known = backups.about(path)
        source, made_at = known.get("source", ""), _moment(known.get("at")) or at
        contents = backups.verified(part, path, key)
        # While what lies beside it is of the old bytes, a backup would be taken for a damaged one.
        path.with_name(path.name + backups.ABOUT).unlink(missing_ok=True)
        digest = digest_of(part)
        put_in_place(part, path)
        backups.describe(path, made_at, source, digest, contents)
    except sqlite.Error as error:
        raise explained(error, path) or error from error
    except OSError as error:
        raise explained_os(error, path) from error
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
    return True


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def _redacted(redacting: Redacting, journal: Journal, at: datetime) -> bool:
    for setting in ("foreign_keys=ON", "secure_delete=ON"):
        journal.query(f"PRAGMA {setting}")
    row_hashes.watch(journal.connection)
    if not redacting.apply(at):
        return False
    clear(journal)
    return True
