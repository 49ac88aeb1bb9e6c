"""A hash on every row, since SQLite without a key does not see a flipped bit in a text.

Each connection that writes has triggers of its own (``TEMP``: a journal that is opened elsewhere
needs no function of ours) that put the hash beside a row whenever it is written. ``journal_check``
compares them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infodesk.storage.engine import sqlite
    from infodesk.storage.journal import Journal

HASHED = (
    "items",
    "drafts",
    "revisions",
    "approvals",
    "item_acts",
    "item_flags",
    "series",
    "issues",
    "issue_items",
    "distribution",
    "issue_acts",
    "batches",
    "batch_entries",
    "settings",
    "drop_files",
    "secrets",
    "redactions",
    "redacted_texts",
    "own_keys",
    "stations",
    "station_ends",
    "waiting",
    "receipts",
    "receipt_lines",
    "adoptions",
    "commissions",
    "directives",
    "conflicts",
    "reference_texts",
)
"""Every table whose rows bear a hash: what a user reads. A migration gives a new one the column
``row_sha TEXT``; where it refuses updates, it refuses them of its other columns."""

COLUMN = "row_sha"

_DIGITS = 32
"""Digits of SHA-256 that are kept: 16 bytes, against chance, not against a forger."""


def row_sha(*values: object) -> str:
    """Return the hash of a row's values in the order of its columns, the hash itself left out."""
    parts = []
    for value in values:
        if isinstance(value, str):
            data = value.encode("utf-8", "surrogateescape")
            parts.append(b"t%d:%b" % (len(data), data))
        elif isinstance(value, int):
            parts.append(b"i%d," % value)
        elif value is None:
            parts.append(b"n")
        else:
            # What a flipped bit can make of a value; no table of ours has blobs or fractions.
            parts.append(repr(value).encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a hashed table looks like: its columns but the hash, and what names one row."""

    columns: tuple[str, ...]
    key: tuple[str, ...]


def shapes(connection: sqlite.Connection) -> dict[str, Shape]:
    """Return the tables that have the column, by their names."""
    columns: dict[str, list[str]] = {}
    keys: dict[str, list[str]] = {}
    rows = connection.execute(
        """SELECT l.name, c.name, c.pk, l.wr FROM pragma_table_list l
        JOIN pragma_table_info(l.name) c WHERE l.schema = 'main' ORDER BY l.name, c.cid"""
    )
    for table, column, place, without_rowid in rows:
        columns.setdefault(table, []).append(column)
        keys.setdefault(table, [])
        if place and without_rowid:
            keys[table].append(column)
    return {
        table: Shape(
            tuple(column for column in columns[table] if column != COLUMN),
            tuple(keys[table]) or ("rowid",),
        )
        for table in HASHED
        if COLUMN in columns.get(table, ())
    }


def watch(connection: sqlite.Connection) -> None:
    """Let a connection hash every row it writes from now on."""
    unwatch(connection)
    connection.create_function(COLUMN, -1, row_sha, deterministic=True)
    for table, shape in shapes(connection).items():
        new = ", ".join(f"NEW.{column}" for column in shape.columns)
        at = " AND ".join(f"{column} = NEW.{column}" for column in shape.key)
        for event, of in (("INSERT", ""), ("UPDATE", f" OF {', '.join(shape.columns)}")):
            name = f"{table}_hash_{event.lower()}"
            given = f"NEW.{COLUMN} IS {'OLD.' + COLUMN if of else 'NULL'}"
            connection.execute(
                f"CREATE TEMP TRIGGER {name} AFTER {event}{of} ON main.{table} WHEN {given} "
                f"BEGIN UPDATE {table} SET {COLUMN} = {COLUMN}({new}) WHERE {at}; END"
            )


def unwatch(connection: sqlite.Connection) -> None:
    """Let a connection hash no more, while the shape of the tables changes."""
    for (name,) in connection.execute(
        "SELECT name FROM temp.sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER temp.{name}")


def seal(journal: Journal, before: Mapping[str, Shape]) -> None:
    """Hash the rows that have none, and those of tables whose columns are others than before."""
    for table, shape in shapes(journal.connection).items():
        columns = ", ".join(shape.columns)
        kept = before.get(table)
        missing = f" WHERE {COLUMN} IS NULL" if kept and kept.columns == shape.columns else ""
        journal.change(f"UPDATE {table} SET {COLUMN} = {COLUMN}({columns}){missing}")
