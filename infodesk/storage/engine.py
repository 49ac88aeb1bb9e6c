"""The SQLite engine, and the one place where sqlite-utils is given it.

Every platform brings another SQLite; the wheel of sqlcipher3 carries a recent one to all of them,
and without a key its files are plain SQLite. sqlite-utils looks for a module named ``pysqlite3``
before it takes the standard library's, so that name is given to sqlcipher3 before sqlite-utils is
first imported; its own exception classes then match.

sqlite-utils takes as long to load as the whole window takes to paint, so it is loaded by the first
write; what only reads, such as the first list, goes without.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite

if TYPE_CHECKING:
    from sqlite_utils import Database

    from infodesk.storage.journal_key import JournalKey

__all__ = ["connect", "connect_to_read", "database", "empty_database", "sqlite", "wait"]

if "sqlite_utils" in sys.modules:
    raise ImportError("sqlite_utils was imported before infodesk.storage.engine")

sys.modules["pysqlite3"] = sqlite
sys.modules["pysqlite3.dbapi2"] = sqlite

BUSY_SECONDS = 5.0
"""How long a write waits for another program's write to end."""

STATEMENTS = 1000
"""How many statements a connection keeps prepared; opening a journal alone takes over 70.

The cache lets go of the statement that was used least, and a new one was used once: when it is
full, two new statements drive each other out for ever. With the 100 of the standard library, each
save was parsed and planned anew with all of its triggers, which took longer than the flush.
"""


def connect(path: Path, key: JournalKey | None = None) -> sqlite.Connection:
    """Open a file, encrypted where a key is given; transactions are begun by us alone.

    Nothing is read yet: a wrong key is noticed by the first statement (``NOTADB``).

    Raises:
        sqlite.Error: the file cannot be opened.
    """
    connection = sqlite.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, cached_statements=STATEMENTS
    )
    return _unsealed(connection, key)


def wait(connection: sqlite.Connection, seconds: float) -> None:
    """Let a connection wait for other programs' locks."""
    connection.execute(f"PRAGMA busy_timeout={round(seconds * 1000)}").fetchall()


def connect_to_read(path: Path, key: JournalKey | None = None) -> sqlite.Connection:
    """Open a file that nobody writes to, such as a backup, on any disk: nothing is written beside.

    Raises:
        sqlite.Error: the file cannot be opened.
    """
    uri = f"{path.resolve().as_uri()}?immutable=1"
    connection = _unsealed(sqlite.connect(uri, uri=True, isolation_level=None), key)
    connection.execute("PRAGMA query_only=ON")
    return connection


def database(connection: sqlite.Connection) -> Database:
    """Return sqlite-utils' ``Database`` over a connection; loads sqlite-utils on first use."""
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


def empty_database() -> Database:
    """Return a database in memory with nothing in it."""
    return database(sqlite.connect(":memory:", isolation_level=None))


def _unsealed(connection: sqlite.Connection, key: JournalKey | None) -> sqlite.Connection:
    # It would write of each damaged page to standard error.
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
    if key is not None:
        connection.execute(f"PRAGMA key={key.literal}").fetchall()
        # The page format is kept, whatever a later SQLCipher prefers.
        connection.execute("PRAGMA cipher_compatibility=4").fetchall()
    return connection
