"""The audit chain in the journal; every store whose acts belong on it is built on this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from infodesk.core import audit
from infodesk.core.audit import AuditAction, AuditEntry
from infodesk.storage.journal import Journal

_ENTRY = """SELECT n, at, actor, action, subject, version, sha256, detail, prev, hash FROM audit """

_BEFORE = {
    "approvals": ("id", "id, item, revision, sha256, who, at"),
    "item_acts": ("id", "id, item, act, who, at"),
    "issue_acts": ("id", "id, issue, act, who, at"),
    "batches": ("number", "number, id, direction, digest, at, who"),
}
"""What was on record before there was a chain: each table's counter, and what its hash covers."""


class SqliteAuditStore:
    """``ports.AuditStore`` over a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def atomic(self) -> AbstractContextManager[None]:
        """Bind every change inside the block into one durable act."""
        return self._journal.atomic()

    def head(self) -> AuditEntry | None:
        """Return the newest entry, or None where there is none yet."""
        row = self._journal.row(f"{_ENTRY}ORDER BY n DESC LIMIT 1")
        return None if row is None else AuditEntry(*row)

    def append(self, entry: AuditEntry) -> None:
        """Keep an entry for good, after the newest one."""
        self._journal.insert(
            """INSERT INTO audit (n, at, actor, action, subject, version, sha256, detail, prev,
            hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            *(entry.n, entry.at, entry.actor, entry.action, entry.subject),
            *(entry.version, entry.sha256, entry.detail, entry.prev, entry.hash),
        )

    def chain(self) -> Iterator[AuditEntry]:
        """Yield every entry in the order of the chain."""
        return (AuditEntry(*row) for row in self._journal.query(f"{_ENTRY}ORDER BY n"))

    def last_of(self, action: AuditAction, subject: str) -> AuditEntry | None:
        """Return the newest entry of an action upon a subject, or None."""
        row = self._journal.row(
            f"{_ENTRY}WHERE subject = ? AND action = ? ORDER BY n DESC LIMIT 1", subject, action
        )
        return None if row is None else AuditEntry(*row)


def begin(journal: Journal, at: datetime) -> None:
    """Begin the chain of a journal that was kept before there was one.

    Its first entry says what was on record until then, as counters and one hash; a journal with
    nothing on record begins with its first act.
    """
    store = SqliteAuditStore(journal)
    last = recorded(journal)
    if store.head() is not None or not any(last.values()):
        return
    audit.note(
        store,
        AuditAction.BEGIN,
        actor="",
        subject="",
        at=at,
        sha256=recorded_hash(journal, last),
        detail=last,
    )


def recorded(journal: Journal) -> dict[str, int]:
    """Return how far each table of acts has counted."""
    return {
        table: _number(journal.row(f"SELECT ifnull(max({counter}), 0) FROM {table}"))
        for table, (counter, _) in _BEFORE.items()
    }


def recorded_hash(journal: Journal, last: dict[str, int]) -> str:
    """Return one hash over the acts up to the given counters."""
    return audit.digest(
        {
            table: journal.query(
                f"SELECT {columns} FROM {table} WHERE {counter} <= ? ORDER BY {counter}",
                last.get(table, 0),
            )
            for table, (counter, columns) in _BEFORE.items()
        }
    )


def _number(row: tuple[Any, ...] | None) -> int:
    return 0 if row is None else int(row[0])
