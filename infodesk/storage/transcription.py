"""A journal written anew into another file under another key, and both held against each other.

SQLite's backup copies pages and can't change their form; ``sqlcipher_export`` gives the rows of
tables without a key of their own new numbers. So each table is made by its own statement, filled by
SQLite within one connection, row numbers included, and indexes, triggers and views come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from infodesk.storage import engine
from infodesk.storage.engine import sqlite
from infodesk.storage.journal_key import JournalKey

Progress = Callable[[int, int], None]

_PLAIN = "''"
_STATISTICS = "sqlite_stat"
_COUNTERS = "sqlite_sequence"


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that holds rows itself.

    Attributes:
        sql: the statement that makes it; empty for one that SQLite makes by itself.
        columns: quoted, those that are stored.
        number: quoted name of the row's number; empty for a table WITHOUT ROWID.
    """

    name: str
    sql: str
    columns: tuple[str, ...]
    number: str

    @property
    def every_column(self) -> tuple[str, ...]:
        """The row's number, then what is stored."""
        return (self.number, *self.columns) if self.number else self.columns


def write_anew(
    source: sqlite.Connection, path: Path, key: JournalKey | None, progress: Progress
) -> None:
    """Write everything that a connection's file holds into a new file.

    Args:
        source: connected to the old file.
        path: of the new file, which must not be there yet.
        key: what the new file is encrypted with; a plain file where None.
        progress: is told tables done and tables in all; may raise to stop.

    Raises:
        sqlite.Error: the old file can't be read, or the new one not written.
    """
    # SQLite's own come last: filling the others counts in them.
    tables = sorted(_tables(source), key=lambda table: not table.sql)
    with closing(_quickly(path, key)) as made:
        for table in tables:
            if table.sql:
                made.execute(table.sql)
        if any(table.name.startswith(_STATISTICS) for table in tables):
            made.execute("ANALYZE sqlite_master")
    with _attached(source, path, key):
        for done, table in enumerate(tables):
            progress(done, len(tables))
            name, columns = _quoted(table.name), ", ".join(table.every_column)
            source.execute(f"DELETE FROM made.{name}")
            source.execute(f"INSERT INTO made.{name} ({columns}) SELECT {columns} FROM main.{name}")
    with closing(_quickly(path, key)) as made:
        _finish(source, made)


def same(source: sqlite.Connection, path: Path, key: JournalKey | None, progress: Progress) -> bool:
    """Tell whether a file is sound and holds each row that a connection's file holds, and no other.

    Raises:
        sqlite.Error: one of both can't be read.
    """
    with closing(engine.connect(path, key)) as made:
        if made.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            return False
    tables = list(_tables(source))
    with _attached(source, path, key):
        if _shape(source, "main") != _shape(source, "made"):
            return False
        for done, table in enumerate(tables):
            progress(done, len(tables))
            if not _same_rows(source, table):
                return False
    return True


def _same_rows(source: sqlite.Connection, table: _Table) -> bool:
    name = _quoted(table.name)
    # By the row's number, or else by the key, which is among the columns: both are found at once.
    alike = " AND ".join(f"old.{column} IS new.{column}" for column in table.every_column)
    found, ours, theirs = source.execute(
        f"SELECT (SELECT count(*) FROM main.{name} AS old JOIN made.{name} AS new ON {alike}), "
        f"(SELECT count(*) FROM main.{name}), (SELECT count(*) FROM made.{name})"
    ).fetchone()
    return bool(found == ours == theirs)


def _shape(source: sqlite.Connection, schema: str) -> list[object]:
    rows = source.execute(
        f"SELECT type, name, tbl_name, sql FROM {schema}.sqlite_master ORDER BY type, name"
    ).fetchall()
    settings = ("application_id", "user_version")
    return [*rows, *(source.execute(f"PRAGMA {schema}.{name}").fetchone() for name in settings)]


def _finish(source: sqlite.Connection, made: sqlite.Connection) -> None:
    """Make what is not rows: indexes, views, triggers, virtual tables, the file's own numbers."""
    rest = source.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND (type <> 'table' OR rootpage = 0) ORDER BY rowid"
    ).fetchall()
    for kind, name, table, sql in rest:
        if kind == "table":
            # A virtual table: what it stands on was copied with the other tables.
            made.execute("PRAGMA writable_schema=ON").fetchall()
            made.execute(
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
                "VALUES ('table', ?, ?, 0, ?)",
                (name, table, sql),
            )
            made.execute("PRAGMA writable_schema=RESET").fetchall()
        else:
            made.execute(sql)
    for pragma in ("application_id", "user_version"):
        (value,) = source.execute(f"PRAGMA {pragma}").fetchone()
        made.execute(f"PRAGMA {pragma}={value}").fetchall()


def _tables(source: sqlite.Connection) -> Iterator[_Table]:
    """Yield each table that holds rows itself, in the order they were made."""
    without_numbers = {
        row[1] for row in source.execute("PRAGMA main.table_list").fetchall() if row[4]
    }
    listed = source.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid"
    ).fetchall()
    for name, sql in listed:
        info = source.execute(f"PRAGMA main.table_xinfo({_quoted(name)})").fetchall()
        columns = tuple(_quoted(row[1]) for row in info if not row[6])
        taken = {row[1].lower() for row in info}
        free = (word for word in ("rowid", "_rowid_", "oid") if word not in taken)
        number = "" if name in without_numbers else next(free, "")
        own = name == _COUNTERS or name.startswith(_STATISTICS)
        yield _Table(name, "" if own else sql, columns, number)


@contextmanager
def _attached(source: sqlite.Connection, path: Path, key: JournalKey | None) -> Iterator[None]:
    literal = _PLAIN if key is None else key.literal
    source.execute(f"ATTACH DATABASE ? AS made KEY {literal}", (str(path),))
    try:
        _hurry(source, "made")
        yield
    finally:
        source.execute("DETACH DATABASE made")


def _quickly(path: Path, key: JournalKey | None) -> sqlite.Connection:
    made = engine.connect(path, key)
    _hurry(made, "main")
    return made


def _hurry(connection: sqlite.Connection, schema: str) -> None:
    """Flush nothing: the file is flushed when it is whole, and thrown away where it is not."""
    for pragma in ("journal_mode=OFF", "synchronous=OFF"):
        connection.execute(f"PRAGMA {schema}.{pragma}").fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
