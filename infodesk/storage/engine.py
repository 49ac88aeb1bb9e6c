"""The SQLite engine, and the one place where sqlite-utils is given it.

Every platform brings another SQLite; the wheel of sqlcipher3 carries a recent one to all of them,
and without a key its files are plain SQLite. sqlite-utils looks for a module named ``pysqlite3``
before it takes the standard library's, so that name is given to sqlcipher3 before sqlite-utils is
first imported; its own exception classes then match.

Importing this module takes some 200 ms: import it late.
"""

from __future__ import annotations

import sys
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

sys.modules["pysqlite3"] = sqlite
sys.modules["pysqlite3.dbapi2"] = sqlite

import sqlite_utils.utils  # noqa: E402 -- after the name above is given
from sqlite_utils import Database, Migrations  # noqa: E402

__all__ = ["Database", "Migrations", "connect", "empty_database", "sqlite"]

if sqlite_utils.utils.OperationalError is not sqlite.OperationalError:
    raise ImportError("sqlite_utils was imported before infodesk.storage.engine")

BUSY_SECONDS = 5.0
"""How long a write waits for another program's write to end."""


def connect(path: Path) -> Database:
    """Open a file with sqlite-utils' ``Database``; transactions are begun by us alone.

    Raises:
        sqlite.Error: the file cannot be opened.
    """
    connection = sqlite.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None)
    return Database(connection, execute_plugins=False)


def empty_database() -> Database:
    """Return a database in memory with nothing in it."""
    return Database(memory=True, execute_plugins=False)
