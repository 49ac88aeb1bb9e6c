"""The shape of the exchange in the journal, as two steps of ``migrations`` make it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Send = Callable[["Database", str], None]


def make_stations(db: Database, send: Send) -> None:
    """Keys of our own and of other stations, and what a batch says beside its items."""
    send(
        db,
        """
        CREATE TABLE own_keys (
            number INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            sign TEXT NOT NULL,
            key TEXT NOT NULL,
            unbox TEXT NOT NULL,
            box TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        CREATE TABLE stations (
            number INTEGER PRIMARY KEY,
            station TEXT NOT NULL,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            box TEXT NOT NULL,
            via TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            since TEXT NOT NULL,
            until TEXT,
            row_sha TEXT
        ) STRICT;;
        CREATE INDEX stations_by_code ON stations(station);;
        CREATE TABLE station_ends (
            station INTEGER PRIMARY KEY REFERENCES stations(number),
            ended_at TEXT NOT NULL,
            ending TEXT NOT NULL,
            because TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        CREATE TABLE waiting (
            digest TEXT PRIMARY KEY,
            batch TEXT NOT NULL,
            kind TEXT NOT NULL,
            station TEXT NOT NULL,
            name TEXT NOT NULL,
            key TEXT NOT NULL,
            box TEXT NOT NULL,
            at TEXT NOT NULL,
            lines INTEGER NOT NULL,
            data BLOB NOT NULL,
            row_sha TEXT
        ) STRICT;;
        ALTER TABLE batches ADD COLUMN kind TEXT NOT NULL DEFAULT 'report';;
        ALTER TABLE batches ADD COLUMN stream TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;;
        ALTER TABLE batches ADD COLUMN in_reply_to TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN audit_head TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN from_key TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN from_box TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN to_key TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN to_box TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN manifest TEXT NOT NULL DEFAULT '';;
        ALTER TABLE batches ADD COLUMN signature TEXT NOT NULL DEFAULT '';;
        CREATE UNIQUE INDEX batches_by_seq ON batches(stream, direction, seq) WHERE seq > 0;;
        """,
    )
    for table in ("own_keys", "stations", "station_ends", "batches"):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        columns.remove("row_sha")
        for change in (f"UPDATE OF {', '.join(columns)}", "DELETE"):
            name = f"{table}_no_{change.split()[0].lower()}"
            db.execute(f"DROP TRIGGER IF EXISTS {name}")
            db.execute(
                f"CREATE TRIGGER {name} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
            )


def make_answers(db: Database, send: Send) -> None:
    """What is answered to items: receipts, adoptions, commissions, directives; and conflicts."""
    send(
        db,
        """
        CREATE TABLE receipts (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            batch TEXT NOT NULL,
            direction TEXT NOT NULL,
            via TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            station TEXT NOT NULL,
            name TEXT NOT NULL,
            said_at TEXT NOT NULL,
            said_by TEXT NOT NULL,
            audit_head TEXT NOT NULL,
            gaps TEXT NOT NULL,
            data BLOB,
            row_sha TEXT
        ) STRICT;;
        CREATE INDEX receipts_by_batch ON receipts(batch, direction);;
        CREATE TABLE receipt_lines (
            receipt INTEGER NOT NULL REFERENCES receipts(number),
            line INTEGER NOT NULL,
            item TEXT NOT NULL,
            result TEXT NOT NULL,
            because TEXT,
            sha256 TEXT NOT NULL,
            row_sha TEXT,
            PRIMARY KEY (receipt, line)
        ) STRICT, WITHOUT ROWID;;
        CREATE TABLE adoptions (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            item TEXT NOT NULL,
            title TEXT NOT NULL,
            publication TEXT NOT NULL,
            issue TEXT NOT NULL,
            day TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            form TEXT NOT NULL,
            points REAL,
            origin TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            withdrawn_at TEXT,
            withdrawn_by TEXT,
            withdrawn_because TEXT,
            row_sha TEXT
        ) STRICT;;
        CREATE INDEX adoptions_by_item ON adoptions(item);;
        CREATE TABLE commissions (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            due TEXT,
            points REAL,
            origin TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        CREATE TABLE directives (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            item TEXT NOT NULL,
            title TEXT NOT NULL,
            leader TEXT NOT NULL,
            post TEXT NOT NULL,
            day TEXT NOT NULL,
            body TEXT NOT NULL,
            origin TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            row_sha TEXT
        ) STRICT;;
        CREATE INDEX directives_by_item ON directives(item);;
        CREATE TABLE conflicts (
            number INTEGER PRIMARY KEY,
            batch TEXT NOT NULL,
            line INTEGER NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            title TEXT NOT NULL,
            because TEXT NOT NULL,
            said TEXT NOT NULL,
            at TEXT NOT NULL,
            settled_at TEXT,
            settled_by TEXT,
            row_sha TEXT
        ) STRICT;;
        """,
    )
    once = {
        "adoptions": ("withdrawn_at", "withdrawn_by", "withdrawn_because"),
        "conflicts": ("settled_at", "settled_by"),
    }
    for table in (
        "receipts",
        "receipt_lines",
        "adoptions",
        "commissions",
        "directives",
        "conflicts",
    ):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        later = once.get(table, ())
        fixed = ", ".join(name for name in columns if name not in (*later, "row_sha"))
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
        db.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {fixed} ON {table} {refuse}")
        db.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
        if later:
            db.execute(
                f"CREATE TRIGGER {table}_once BEFORE UPDATE OF {', '.join(later)} ON {table} "
                f"WHEN OLD.{later[0]} IS NOT NULL {refuse}"
            )


def let_redact(db: Database) -> None:
    """Open what answers say of an item to its redaction, and to nothing else."""
    under_way = (
        "EXISTS (SELECT 1 FROM redacting r JOIN items i ON i.serial = r.item WHERE i.id = OLD.item)"
    )
    later = ("withdrawn_at", "withdrawn_by", "withdrawn_because", "settled_at", "settled_by")
    told = {
        "adoptions": ("title",),
        "directives": ("title", "body"),
        "conflicts": ("title", "said"),
    }
    for table, redacted in told.items():
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        fixed = [name for name in columns if name not in (*later, "row_sha")]
        others = [name for name in fixed if name not in redacted]
        old, new = (", ".join(f"{row}.{name}" for name in others) for row in ("OLD", "NEW"))
        db.execute(f"DROP TRIGGER {table}_no_update")
        db.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {', '.join(fixed)} ON {table} "
            f"WHEN ({old}) IS NOT ({new}) OR NOT {under_way} "
            f"BEGIN SELECT RAISE(ABORT, '{table} are kept for good'); END"
        )
