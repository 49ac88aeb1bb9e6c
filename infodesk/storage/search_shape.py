"""The shape that search and lists have in the journal: what two steps of ``migrations`` do.

Append-only as they are: what stands here was released and is never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

Send = Callable[["Database", str], None]
"""Sends several statements, parted by ``;;``."""


def _watch(db: Database, kind: int, name: str, event: str, refs: str) -> None:
    """Note what an act makes stale in the search index; a note that stands already costs nothing.

    ``kind`` is the number in ``search/sources.py``; ``refs`` gives the numbers of the things.
    """
    db.execute(
        f"CREATE TRIGGER search_pending_{name} {event} BEGIN "
        f"INSERT OR IGNORE INTO search_pending (kind, ref) SELECT {kind}, * FROM ({refs}); END"
    )


def make_search(db: Database, send: Send) -> None:
    """Make the search index, what it holds under which key, and what it has yet to take in."""
    send(
        db,
        """
        CREATE VIRTUAL TABLE search_index USING fts5(
            title, text, initials, content='', contentless_delete=1, tokenize='ascii');;
        INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 67108864);;
        CREATE TABLE search_entries (
            kind INTEGER NOT NULL,
            ref INTEGER NOT NULL,
            key INTEGER NOT NULL,
            PRIMARY KEY (kind, ref)
        ) STRICT, WITHOUT ROWID;;
        CREATE TABLE search_pending (
            kind INTEGER NOT NULL,
            ref INTEGER NOT NULL,
            PRIMARY KEY (kind, ref)
        ) STRICT, WITHOUT ROWID;;
        INSERT INTO search_pending SELECT 1, serial FROM items;;
        INSERT INTO search_pending SELECT DISTINCT 2, item FROM revisions;;
        INSERT INTO search_pending SELECT 3, id FROM issues;;
        """,
    )
    listed = "UPDATE OF title, created_at, discarded_at ON items WHEN (OLD.title, OLD.created_at, "
    listed += "OLD.discarded_at) IS NOT (NEW.title, NEW.created_at, NEW.discarded_at)"
    written = "UPDATE OF body ON drafts WHEN OLD.body IS NOT NEW.body"
    for kind in (1, 2):
        _watch(db, kind, f"items_{kind}", f"AFTER {listed}", "VALUES (NEW.serial)")
        _watch(db, kind, f"drafts_{kind}", f"AFTER {written}", "VALUES (NEW.item)")
    _watch(db, 1, "drafts_new", "AFTER INSERT ON drafts", "VALUES (NEW.item)")
    _watch(db, 2, "revisions_new", "AFTER INSERT ON revisions", "VALUES (NEW.item)")
    _watch(db, 2, "revisions_changed", "AFTER UPDATE ON revisions", "VALUES (NEW.item)")
    for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
        name, after = event.lower(), f"AFTER {event} ON"
        _watch(db, 3, f"issues_{name}", f"{after} issues", f"VALUES ({row}.id)")
        _watch(db, 3, f"issue_items_{name}", f"{after} issue_items", f"VALUES ({row}.issue)")
    renamed = "AFTER UPDATE OF name ON series WHEN OLD.name IS NOT NEW.name"
    _watch(db, 3, "series_renamed", renamed, "SELECT id FROM issues WHERE series = NEW.id")


def make_lists(db: Database, send: Send) -> None:
    """Make what lists of any size walk along, and the counts of items."""
    live = "WHERE discarded_at IS NULL"
    send(
        db,
        f"""
        DROP INDEX items_by_state;;
        DROP INDEX items_by_unit;;
        CREATE INDEX items_added ON items(serial, state, kind, unit) {live};;
        CREATE INDEX items_changed ON items(updated_at, serial, state, kind, unit) {live};;
        CREATE INDEX items_of_state ON items(state, serial, kind, unit) {live};;
        CREATE INDEX items_of_kind ON items(kind, serial, state, unit) {live};;
        CREATE INDEX items_of_unit ON items(unit, serial DESC, state, kind) {live};;
        CREATE INDEX items_discarded ON items(serial) WHERE discarded_at IS NOT NULL;;
        CREATE TABLE item_counts (
            discarded INTEGER NOT NULL,
            state TEXT NOT NULL,
            kind TEXT NOT NULL,
            unit TEXT NOT NULL,
            items INTEGER NOT NULL,
            PRIMARY KEY (discarded, state, kind, unit)
        ) STRICT, WITHOUT ROWID;;
        INSERT INTO item_counts SELECT discarded_at IS NOT NULL, state, kind, unit, count(*)
            FROM items GROUP BY 1, 2, 3, 4;;
        """,
    )
    count = """INSERT INTO item_counts
        VALUES (NEW.discarded_at IS NOT NULL, NEW.state, NEW.kind, NEW.unit, 1)
        ON CONFLICT DO UPDATE SET items = items + 1"""
    places = [
        f"({row}.discarded_at IS NULL, {row}.state, {row}.kind, {row}.unit)"
        for row in ("OLD", "NEW")
    ]
    send(
        db,
        f"""
        CREATE TRIGGER item_counts_new AFTER INSERT ON items BEGIN {count}; END;;
        CREATE TRIGGER item_counts_moved AFTER UPDATE OF discarded_at, state, kind, unit ON items
        WHEN {" IS NOT ".join(places)} BEGIN
            UPDATE item_counts SET items = items - 1
            WHERE (discarded, state, kind, unit)
                = (OLD.discarded_at IS NOT NULL, OLD.state, OLD.kind, OLD.unit);
            {count};
        END;;
        """,
    )
