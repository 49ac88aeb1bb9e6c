"""A journal that cannot be written, opened to read: a full disk, a read-only folder."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from infodesk.core.clock import Clock
from infodesk.storage import engine
from infodesk.storage.backup import companions
from infodesk.storage.connecting import require_ours
from infodesk.storage.database import STEPS, open_journal, require_known_steps
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.replacing import NEW, NOTE
from infodesk.storage.sqlite_errors import explained, explained_os


def open_to_read(path: Path, *, clock: Clock) -> Journal:
    """Open a journal so that nothing can be changed, on a disk that may not be written.

    Where its log holds something, or its shape is of an older program, that needs writing: it is
    then read from a copy in the system's own folder for such.

    Raises:
        InfodeskError: JOURNAL_FOREIGN, JOURNAL_NEWER, JOURNAL_DAMAGED, JOURNAL_DISK_FULL,
            JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS; the file is as it was.
    """
    key = require_ours(path)
    try:
        log = path.with_name(path.name + "-wal")
        if path.with_name(path.name + NOTE).exists() or (log.exists() and log.stat().st_size):
            return _open_copy(path, clock)
        connection = engine.connect_to_read(path, key)
        try:
            (steps,) = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
            require_known_steps(connection, path)
        except BaseException:
            connection.close()
            raise
        if steps == STEPS:
            return Journal(connection, path, key)
        connection.close()
        return _open_copy(path, clock)
    except sqlite.Error as error:
        raise explained(error, path) or error from error
    except OSError as error:
        raise explained_os(error, path) from error


class _CopiedJournal(Journal):
    """A journal read from a copy, which goes when it is closed."""

    def __init__(self, copy: Journal, path: Path, folder: Path) -> None:
        super().__init__(copy.connection, path, copy.key)
        self._folder = folder

    def close(self) -> None:
        """Close the connection and remove the copy."""
        super().close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _open_copy(path: Path, clock: Clock) -> Journal:
    folder = Path(tempfile.mkdtemp(prefix="infodesk-"))
    try:
        beside = ("-wal", NOTE, NEW)
        given = [path, *companions(path), *(path.with_name(path.name + end) for end in beside)]
        for file in given:
            if file.exists():
                shutil.copyfile(file, folder / file.name)
        copy = open_journal(folder / path.name, clock=clock)
        copy.query("PRAGMA query_only=ON")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return _CopiedJournal(copy, path, folder)
