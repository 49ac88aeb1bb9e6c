"""Making a backup of a journal while it is open; it gets its name once it was verified.

A backup is one SQLite file that opens alone. Beside it lies ``NAME.json``: what it was seen to
hold, the digest of its bytes, and of the journal's at the time, by which an unchanged journal is
told without copying it. What lies beside a journal and is needed to open it is copied too.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from infodesk.core.backups import Backup, Contents, file_name
from infodesk.core.clock import stamp
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import copy_atomic, digest_of, part_beside, put_in_place, sweep, write_atomic
from infodesk.storage import engine
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.journal_key import KEYS_SUFFIX, JournalKey
from infodesk.storage.sqlite_errors import explained, explained_os

FOLDER = "backups"

ABOUT = ".json"
"""What is added to the name of a backup for the file that says what it holds."""

COMPANIONS = (KEYS_SUFFIX,)
"""What is added to the name of a journal for the files that are needed to open it."""

SPARE_BYTES = 64 << 20
"""Space a backup leaves on the disk: the journal must be able to grow."""

STEP_PAGES = 2000
"""Pages copied at a time; between two steps the copying can be stopped."""

Progress = Callable[[int, int], None]


def keep_copy(
    journal: Journal,
    at: datetime,
    why: str,
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Backup:
    """Copy a journal, verify the copy by opening it again, and give it its name.

    Others may write meanwhile: the copy shows the moment it was begun. The copy of an encrypted
    journal is encrypted with the same key.

    Args:
        journal: an open one, not within a transaction.
        at: when, by the office's clock.
        why: ``timed``, ``exit``, ``asked`` or ``before-…``.
        folder: where it goes; ``backups`` beside the journal where None.
        progress: called with pages done and pages in all; what it raises stops the copying.

    Raises:
        InfodeskError: BACKUP_NO_ROOM, JOURNAL_DISK_FULL and the like, or JOURNAL_DAMAGED where
            the copy does not verify; the journal is untouched and no half copy is left.
    """
    folder = folder or journal.path.parent / FOLDER
    part = part_beside(folder / "part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        _require_room(journal, folder)
        source = fingerprint(journal.path)
        try:
            seen = _copy(journal, part, progress)
            contents = verified(part, journal.path, journal.key, seen)
            target = _free(folder, journal.path, at, why)
            describe(target, at, source, digest_of(part), contents)
            for companion in companions(journal.path):
                copy_atomic(companion, _beside(target, companion, journal.path))
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
    except sqlite.Error as error:
        raise explained(error, journal.path) or error from error
    except OSError as error:
        raise explained_os(error, folder) from error
    return Backup(target, at, why, target.stat().st_size, contents)


def fingerprint(path: Path) -> str:
    """Return a digest of all bytes of a journal, its log included: the same bytes, the same state.

    Another program may write while they are read; the digest is then that of no state, so that a
    backup too many may be made, and none too few.

    Raises:
        OSError: the journal cannot be read.
    """
    whole = hashlib.sha256(digest_of(path).encode())
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        whole.update(digest_of(log).encode())
    return whole.hexdigest()


def companions(path: Path) -> list[Path]:
    """Return the files beside a journal, or a backup, that are needed to open it."""
    beside = (path.with_name(path.name + suffix) for suffix in COMPANIONS)
    return [file for file in beside if file.exists()]


def about(path: Path) -> dict[str, Any]:
    """Return what is known of a backup by the file beside it; empty where that cannot be read."""
    try:
        known = json.loads(path.with_name(path.name + ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and known.get("format") == "infodesk.backup" else {}


@contextmanager
def altered(path: Path) -> Iterator[None]:
    """Let the bytes of a backup become others, as by encryption, and its digest with them.

    Interrupted, the backup has no digest rather than a wrong one.

    Raises:
        OSError: what is said of it can't be written.
    """
    said = about(path)
    file = path.with_name(path.name + ABOUT)
    if said:
        kept = {name: value for name, value in said.items() if name != "sha256"}
        write_atomic(file, json.dumps(kept, indent=1).encode())
    try:
        yield
    finally:
        if said:
            now = {**said, "sha256": digest_of(path), "source": ""}
            write_atomic(file, json.dumps(now, indent=1).encode())


def count_rows(connection: sqlite.Connection) -> dict[str, int]:
    """Return how many rows each table has that is no part of a search index."""
    tables = [
        row[1]
        for row in connection.execute("PRAGMA main.table_list").fetchall()
        if row[2] == "table" and not row[1].startswith("sqlite_")
    ]
    return {
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        for table in sorted(tables)
    }


def contents_of(connection: sqlite.Connection) -> Contents:
    """Return what a journal or a backup holds."""
    rows = count_rows(connection)
    (last,) = connection.execute("SELECT max(updated_at) FROM items").fetchone()
    return Contents(
        items=rows["items"],
        issues=rows["issues"],
        last_change=datetime.fromisoformat(last) if last else None,
        rows=rows,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a copy must be found to hold: rows by table, and the newest link of the audit chain."""

    rows: dict[str, int]
    head: str | None


def _seen(connection: sqlite.Connection) -> _Seen:
    rows = count_rows(connection)
    return _Seen(rows, audit_head(connection) if "audit" in rows else None)


def has_chain(connection: sqlite.Connection) -> bool:
    """Tell whether a journal or a backup has an audit chain; those of old programs have none."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone()
    return found is not None


def audit_head(connection: sqlite.Connection) -> str | None:
    """Return the hash of the newest entry of the audit chain, or None where there is none."""
    row = connection.execute("SELECT hash FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    return None if row is None else str(row[0])


def _copy(journal: Journal, part: Path, progress: Progress | None) -> _Seen:
    """Copy the journal as it is now; return what it held then."""

    def step(_status: int, left: int, pages: int) -> None:
        if progress is not None:
            progress(pages - left, pages)

    source = journal.connection
    copy = engine.connect(part, journal.key)
    try:
        # Within one transaction, else each save meanwhile would start the copying anew.
        source.execute("BEGIN")
        try:
            seen = _seen(source)
            source.backup(copy, pages=STEP_PAGES, progress=step, sleep=0)
        finally:
            source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        copy.close()
    return seen


def verified(part: Path, path: Path, key: JournalKey | None, seen: _Seen | None = None) -> Contents:
    """Open a copy again; return what it holds.

    Args:
        part: the copy.
        path: what it is a copy of.
        key: what opens it where it is encrypted.
        seen: what it must hold, where that is known.

    Raises:
        InfodeskError: JOURNAL_DAMAGED: it is not whole, or not what was copied.
    """
    copy = engine.connect(part, key)
    try:
        whole = copy.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        if not whole or (seen is not None and _seen(copy) != seen):
            raise InfodeskError(Code.JOURNAL_DAMAGED, path=path)
        return contents_of(copy)
    finally:
        copy.close()


def describe(target: Path, at: datetime, source: str, digest: str, contents: Contents) -> None:
    """Write what a backup holds into the file beside it.

    Args:
        target: the backup.
        at: when it was made.
        source: digest of the journal at the time.
        digest: of the backup's own bytes.
        contents: what it was seen to hold.
    """
    said = {
        "format": "infodesk.backup",
        "at": stamp(at),
        "source": source,
        "sha256": digest,
        "items": contents.items,
        "issues": contents.issues,
        "last_change": stamp(contents.last_change) if contents.last_change else None,
        "rows": contents.rows,
    }
    write_atomic(target.with_name(target.name + ABOUT), json.dumps(said, indent=1).encode())


def _require_room(journal: Journal, folder: Path) -> None:
    needed = journal.path.stat().st_size + SPARE_BYTES
    if shutil.disk_usage(folder).free < needed:
        raise InfodeskError(Code.BACKUP_NO_ROOM, folder=folder, megabytes=-(-needed // 1_000_000))


def _free(folder: Path, journal: Path, at: datetime, why: str) -> Path:
    copy = 1
    while (target := folder / file_name(journal, at, why, copy)).exists():
        copy += 1
    return target


def _beside(target: Path, companion: Path, journal: Path) -> Path:
    return target.with_name(target.name + companion.name.removeprefix(journal.name))
