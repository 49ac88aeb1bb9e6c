"""Opening a journal: what is refused, what is set, what is asserted (reliability.md, 0 and 4).

Write-ahead log and ``synchronous=FULL``: the only pair that lost nothing in power cuts and still
costs one flush a save. Both are set on every connection and read back, since sqlite-utils' and
Python's defaults were seen to lose acknowledged saves.

Two programs may have one journal open (the window, and the command line beside it): a write waits
for the other's, and ``rev`` refuses to overwrite what was changed in between. Two windows may not:
``instance_lock`` holds the second one back.

An encrypted journal (``journal_key``) is the same in every respect: each page and each page of the
log is sealed, and a sealed page that was altered is reported as damage.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from infodesk.ballast import let_go
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import audit_store, engine, row_hashes
from infodesk.storage.backup import keep_copy
from infodesk.storage.connecting import APPLICATION_ID, attached, require_ours
from infodesk.storage.journal import Journal
from infodesk.storage.journal_key import JournalKey
from infodesk.storage.places import require_place
from infodesk.storage.replacing import finish
from infodesk.storage.sqlite_errors import explained, explained_os

CHECKPOINT_PAGES = 400
"""Length at which the log is folded into the file and written from its start again.

While the log grows, each save also flushes its new length, which costs a fifth more: with SQLite's
own 1000 pages, that lasts for the first 300 saves. Each folding costs two flushes and more: with
200 pages, a version took a tenth longer.
"""

STEPS = 18
"""How many steps ``migrations`` has; a test holds the two together."""


_UNWRITABLE = frozenset({Code.JOURNAL_READ_ONLY, Code.JOURNAL_DISK_FULL})


def open_journal(path: Path, *, clock: Clock) -> Journal:
    """Open a journal, making it where there is none, and bring its shape up to date.

    A journal of an older shape is copied to the ``backups`` folder beside it first.

    Raises:
        InfodeskError: JOURNAL_IS_FOLDER, JOURNAL_FOLDER_MISSING, JOURNAL_ON_NETWORK,
            JOURNAL_FOREIGN, JOURNAL_NEWER, JOURNAL_DAMAGED, JOURNAL_READ_ONLY, JOURNAL_BUSY,
            JOURNAL_DISK_FULL, JOURNAL_DISK_FAILS; JOURNAL_LOCKED for an encrypted journal that was
            not unlocked (``keychain``), JOURNAL_KEYS_MISSING; the file is as it was.
    """
    require_place(path)
    try:
        return _opened(path, clock)
    except InfodeskError as error:
        full = error.code is Code.JOURNAL_DISK_FULL and let_go(path)
        if not full and error.code is not Code.JOURNAL_BALLAST_GONE:
            raise
    # With the ballast's room; a journal with a log on a full disk could not even be read.
    return _opened(path, clock)


def _opened(path: Path, clock: Clock) -> Journal:
    try:
        finish(path)
    except OSError as error:
        raise explained_os(error, path) from error
    journal = attached(path, _prepare)
    try:
        _bring_up_to_date(journal, clock)
    except engine.sqlite.Error as error:
        journal.close()
        raise explained(error, path) or error from error
    except BaseException:
        journal.close()
        raise
    return journal


def open_as_is(path: Path) -> Journal:
    """Open a journal to be looked over: nothing is set, brought up to date or written.

    A text whose bytes are no UTF-8 any more is given with the bytes as lone surrogates.

    Raises:
        InfodeskError: JOURNAL_IS_FOLDER, JOURNAL_FOLDER_MISSING, JOURNAL_ON_NETWORK,
            JOURNAL_FOREIGN, JOURNAL_DAMAGED, JOURNAL_READ_ONLY.
    """
    require_place(path)
    if not path.exists():
        raise InfodeskError(Code.FILE_MISSING, path=path)
    key = require_ours(path)
    try:
        journal = Journal(_readable(path, key), path, key)
    except engine.sqlite.Error as error:
        raise explained(error, path) or error from error
    journal.connection.text_factory = _as_written
    for setting in ("query_only=ON", "trusted_schema=OFF"):
        journal.query(f"PRAGMA {setting}")
    return journal


def _readable(path: Path, key: JournalKey | None) -> engine.sqlite.Connection:
    """Connect to a file to read it, be it where nothing may be written beside it."""
    connection = engine.connect(path, key)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except engine.sqlite.Error as error:
        connection.close()
        known = explained(error, path)
        if known is None or known.code not in _UNWRITABLE:
            # What is wrong is for the check to say, on a connection that has not failed yet.
            return engine.connect(path, key)
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        return engine.connect_to_read(path, key)
    return connection


def _as_written(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def reopen(journal: Journal) -> None:
    """Connect a journal again that ``Journal.suspend`` let go of.

    Raises:
        InfodeskError: what ``open_journal`` raises.
    """
    journal.resume(attached(journal.path, _prepare))


def open_beside(journal: Journal) -> Journal:
    """Return another connection to an open journal, for the thread that calls.

    Raises:
        InfodeskError: what ``open_journal`` raises.
    """
    return attached(journal.path, _prepare)


def open_empty(path: Path, steps: Collection[str]) -> Journal:
    """Make a journal of an older shape: with only the steps named, all of which are known.

    Raises:
        InfodeskError: JOURNAL_….
    """
    from infodesk.storage import migrations

    journal = Journal(engine.connect(path), path)
    try:
        _prepare(journal)
        with journal.atomic():
            later = migrations.known().difference(steps)
            migrations.journal.apply(journal.database, stop_before=later)
    except BaseException:
        journal.close()
        raise
    return journal


def _prepare(journal: Journal) -> None:
    # Until the log takes over, a new journal is kept by a file beside that is removed; without a
    # flush of the folder it can be there again after a power cut, and undo what was kept since.
    journal.query("PRAGMA synchronous=EXTRA")
    if _pragma(journal, "application_id") != APPLICATION_ID:
        journal.query(f"PRAGMA application_id={APPLICATION_ID}")
    if _pragma(journal, "journal_mode=WAL") != "wal":
        raise InfodeskError(Code.JOURNAL_ON_NETWORK, path=journal.path)
    journal.query(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
    for setting in ("synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        journal.query(f"PRAGMA {setting}")
    # Without it, what replaces a record is not seen by the refusal to delete one.
    journal.query("PRAGMA recursive_triggers=ON")
    if sys.platform == "darwin":
        journal.query("PRAGMA fullfsync=ON")
        journal.query("PRAGMA checkpoint_fullfsync=ON")
    asserted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
    }
    for name, value in asserted.items():
        if _pragma(journal, name) != value:
            raise RuntimeError(f"PRAGMA {name} is not {value}")
    row_hashes.watch(journal.connection)


def _pragma(journal: Journal, pragma: str) -> Any:
    row = journal.row(f"PRAGMA {pragma}")
    return None if row is None else row[0]


def _steps_in(journal: Journal) -> int:
    """Return how many steps a journal has taken."""
    if not journal.query("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"):
        return 0
    return len(journal.query("SELECT 1 FROM _sqlite_migrations"))


def require_known_steps(connection: engine.sqlite.Connection, path: Path) -> None:
    """Refuse a journal that took steps this program does not know.

    Raises:
        InfodeskError: JOURNAL_NEWER.
    """
    from infodesk.storage import migrations

    rows = connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
    if not migrations.known().issuperset(row[0] for row in rows):
        raise InfodeskError(Code.JOURNAL_NEWER, path=path)


def _bring_up_to_date(journal: Journal, clock: Clock) -> None:
    """Apply the steps the journal lacks.

    A journal that has as many as this program knows is not asked for their names: loading what
    knows them would double the time until the first list is shown.
    """
    if _steps_in(journal) == STEPS:
        return
    from infodesk.storage import migrations

    steps = migrations.journal
    applied = [step.name for step in steps.applied(journal.database)]
    if not migrations.known().issuperset(applied):
        raise InfodeskError(Code.JOURNAL_NEWER, path=journal.path)
    if applied and steps.pending(journal.database):
        keep_copy(journal, clock.now(), f"before-{applied[-1]}")
    shapes = row_hashes.shapes(journal.connection)
    row_hashes.unwatch(journal.connection)
    with journal.atomic():
        steps.apply(journal.database)
        audit_store.begin(journal, clock.now())
        row_hashes.watch(journal.connection)
        row_hashes.seal(journal, shapes)
