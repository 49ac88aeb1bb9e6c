"""An open journal: the statements the stores send, and the acts they are bound into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from sqlite3 import Cursor
from typing import TYPE_CHECKING, Any

from infodesk.ballast import let_go
from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import engine, keychain
from infodesk.storage.engine import sqlite
from infodesk.storage.sqlite_errors import explained

if TYPE_CHECKING:
    from sqlite_utils import Database

    from infodesk.storage.journal_key import JournalKey

Value = str | int | float | bytes | None
"""What the journal's columns hold."""


class Journal:
    """One connection to a journal file; used by the thread that opened it.

    Reading goes straight to the connection, writing through sqlite-utils, which the first write
    loads.

    Attributes:
        path: the file.
        connection: what SQLite's own calls need.
        key: what an encrypted journal was opened with; None for a plain one.
        connections: how many it has had; what was counted on one says nothing of another.
    """

    def __init__(
        self, connection: sqlite.Connection, path: Path, key: JournalKey | None = None
    ) -> None:
        self.connection = connection
        self.path = path
        self.key = key
        self.connections = 1
        self._inside = False
        self._explaining = _Explaining(path)

    @cached_property
    def database(self) -> Database:
        """sqlite-utils' ``Database`` over the connection."""
        return engine.database(self.connection)

    def query(self, sql: str, *values: Value) -> list[tuple[Any, ...]]:
        """Return every row a statement gives.

        Raises:
            InfodeskError: the surroundings do not allow it (JOURNAL_…).
        """
        with self._explaining:
            rows: list[tuple[Any, ...]] = self.connection.execute(sql, values).fetchall()
            return rows

    def row(self, sql: str, *values: Value) -> tuple[Any, ...] | None:
        """Return the first row a statement gives, or None."""
        rows = self.query(sql, *values)
        return rows[0] if rows else None

    def stream(self, sql: str, *values: Value) -> Iterator[tuple[Any, ...]]:
        """Yield the rows a statement gives as they are asked for.

        Raises:
            InfodeskError: the surroundings do not allow it (JOURNAL_…).
        """
        with self._explaining:
            yield from self.connection.execute(sql, values)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read one state of the journal inside the block, whatever another program writes."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    @property
    def state(self) -> tuple[int, int, int]:
        """What is equal as long as nobody, in this window or another, changed the journal."""
        (version,) = self.row("PRAGMA data_version") or (0,)
        return version, self.connection.total_changes, self.connections

    def change(self, sql: str, *values: Value) -> int:
        """Send a statement that writes; return how many rows it changed."""
        return self._send(sql, values).rowcount

    def insert(self, sql: str, *values: Value) -> int:
        """Send a statement that adds a row; return the number the journal gave it."""
        return self._send(sql, values).lastrowid or 0

    def insert_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        """Send a statement that adds a row once for each; within ``atomic``."""
        with self._explaining:
            self.connection.executemany(sql, rows)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Bind every change inside the block: all are kept durably when it ends, or none.

        The lock to write is taken at the start. A transaction that begins by reading and then
        writes fails at once when another program wrote in between, however long it would wait.

        Raises:
            InfodeskError: the surroundings do not allow it (JOURNAL_…); nothing was kept.
        """
        if self._inside:
            with self._savepoint():
                yield
            return
        self._bound("BEGIN IMMEDIATE")
        self._inside = True
        try:
            yield
            self._bound("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._inside = False

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        """Bind every change inside the block: all become part of the act around it, or none."""
        # One name for all: sqlite-utils takes a random one each time, and each would be a new
        # statement in the cache of prepared ones (``engine.STATEMENTS``).
        self._bound("SAVEPOINT inner")
        try:
            yield
        except BaseException:
            # SQLite has ended the whole act by itself after some errors.
            if self.connection.in_transaction:
                self._bound("ROLLBACK TO inner")
                self._bound("RELEASE inner")
            raise
        self._bound("RELEASE inner")

    def close(self) -> None:
        """Close the connection; the last one to close folds the write-ahead log into the file."""
        self.connection.close()

    @property
    def is_suspended(self) -> bool:
        """Whether it waits for ``resume``."""
        return isinstance(self.connection, _Suspended)

    def suspend(self) -> None:
        """Close the connection and forget the key; every call is refused until ``resume``."""
        self.close()
        self.__dict__.pop("database", None)
        self.connection = _Suspended(self.path)
        if self.key is not None:
            keychain.forget(self.key)
            self.key = None

    def resume(self, opened: Journal) -> None:
        """Go on with the connection of the same journal opened anew."""
        self.connection, self.key = opened.connection, opened.key
        self.connections += 1

    def _send(self, sql: str, values: Sequence[Value] = ()) -> Cursor:
        with self._explaining:
            return self.database.execute(sql, values)

    def _bound(self, sql: str) -> None:
        """Send a statement that begins or ends an act; sqlite-utils would ask what it is."""
        with self._explaining:
            self.connection.execute(sql)

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some errors, such as a full disk.
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")


class _Explaining:
    """Turns what the surroundings do not allow into an expected error.

    A class, since ``contextmanager`` makes a generator each time, several for a save.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Explain the error, where it has an explanation."""
        if not isinstance(error, sqlite.Error):
            return
        expected = explained(error, self._path)
        if expected is None:
            return
        if expected.code is Code.JOURNAL_DISK_FULL and let_go(self._path):
            expected = InfodeskError(Code.JOURNAL_BALLAST_GONE, path=self._path)
        raise expected from error


class _Suspended:
    """Stands for the connection of a locked journal.

    Raises:
        InfodeskError: JOURNAL_LOCKED, whatever it is asked.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __getattr__(self, _name: str) -> Any:
        raise InfodeskError(Code.JOURNAL_LOCKED, path=self._path)

    def close(self) -> None:
        """Do nothing: it is closed."""
