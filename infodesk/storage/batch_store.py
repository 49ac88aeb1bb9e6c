"""Batches in the journal: the proof of what was sent and received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from infodesk.core.batches import (
    BatchEntry,
    BatchRecord,
    BatchStatus,
    Because,
    Direction,
    EntryStatus,
    Party,
)
from infodesk.core.clock import stamp
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.texts import content_of, parts_of

_STATION = "station"

_BATCH = """SELECT id, direction, status, digest, created_at, at, who, from_station, from_name,
    to_station, to_name, path, day_number FROM batches """

_ENTRY = """SELECT b.id, e.place, e.item, e.title, e.status, e.sha256, e.approved_at, e.because,
    e.parts, e.body FROM batch_entries e JOIN batches b ON b.number = e.batch """


class SqliteBatchStore(SqliteAuditStore):
    """``ports.BatchStore`` over a journal."""

    def station(self) -> str:
        """Return the code by which batches name this journal; made when first asked for."""
        self._journal.change(
            "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
            _STATION,
            uuid4().hex[:12],
        )
        rows = self._journal.query("SELECT value FROM settings WHERE key = ?", _STATION)
        return str(rows[0][0])

    def insert(self, record: BatchRecord, entries: Sequence[BatchEntry]) -> None:
        """Keep a batch and its entries for good."""
        with self.atomic():
            number = self._journal.insert(
                """INSERT INTO batches (id, direction, status, digest, created_at, at, day,
                day_number, who, from_station, from_name, to_station, to_name, path)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                record.id,
                record.direction,
                record.status,
                record.digest,
                stamp(record.created_at),
                stamp(record.at),
                record.at.date().isoformat(),
                record.number,
                record.by,
                record.sender.station,
                record.sender.name,
                record.recipient.station,
                record.recipient.name,
                "" if record.path is None else str(record.path),
            )
            for entry in entries:
                self._insert_entry(number, entry)

    def get(self, batch_id: str, direction: Direction) -> BatchRecord | None:
        """Return a batch, or None."""
        row = self._journal.row(f"{_BATCH}WHERE id = ? AND direction = ?", batch_id, direction)
        return None if row is None else _record(row)

    def batches(self, direction: Direction | None = None) -> list[BatchRecord]:
        """Return the batches of one direction or of both, the one last recorded first."""
        rows = self._journal.query(
            f"{_BATCH}WHERE direction = ifnull(?, direction) ORDER BY number DESC", direction
        )
        return [_record(row) for row in rows]

    def entries(self, batch_id: str, direction: Direction) -> list[BatchEntry]:
        """Return what became of a batch's items, by their places."""
        rows = self._journal.query(
            f"{_ENTRY}WHERE b.id = ? AND b.direction = ? ORDER BY e.place", batch_id, direction
        )
        return [_entry(row) for row in rows]

    def last_taken(self, item_id: str) -> tuple[BatchRecord, BatchEntry] | None:
        """Return the batch from which an item's text was last taken in, or None."""
        row = self._journal.row(
            f"""{_ENTRY}WHERE e.item = ? AND b.direction = ? AND e.status IN (?, ?)
            ORDER BY b.number DESC LIMIT 1""",
            item_id,
            Direction.RECEIVED,
            EntryStatus.NEW,
            EntryStatus.CHANGED,
        )
        if row is None:
            return None
        record = self.get(row[0], Direction.RECEIVED)
        return None if record is None else (record, _entry(row))

    def last_number(self, day: date) -> int:
        """Return the highest number of the batches sent on a day; 0 where none was."""
        row = self._journal.row(
            "SELECT ifnull(max(day_number), 0) FROM batches WHERE day = ?", day.isoformat()
        )
        return 0 if row is None else int(row[0])

    def _insert_entry(self, number: int, entry: BatchEntry) -> None:
        content = entry.content
        self._journal.insert(
            """INSERT INTO batch_entries (batch, place, item, title, status, sha256, approved_at,
            because, parts, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            number,
            entry.place,
            entry.item_id,
            entry.title,
            entry.status,
            entry.sha256,
            None if entry.approved_at is None else stamp(entry.approved_at),
            entry.because,
            None if content is None else parts_of(content),
            None if content is None else content.body,
        )


def _record(row: tuple[Any, ...]) -> BatchRecord:
    return BatchRecord(
        id=row[0],
        direction=Direction(row[1]),
        status=BatchStatus(row[2]),
        digest=row[3],
        created_at=datetime.fromisoformat(row[4]),
        at=datetime.fromisoformat(row[5]),
        by=row[6],
        sender=Party(row[7], row[8]),
        recipient=Party(row[9], row[10]),
        path=Path(row[11]) if row[11] else None,
        number=row[12],
    )


def _entry(row: tuple[Any, ...]) -> BatchEntry:
    batch_id, place, item_id, title, status, sha256, approved_at, because, parts, body = row
    return BatchEntry(
        batch_id=batch_id,
        place=place,
        item_id=item_id,
        title=title,
        status=EntryStatus(status),
        sha256=sha256,
        approved_at=None if approved_at is None else datetime.fromisoformat(approved_at),
        because=None if because is None else Because(because),
        content=None if parts is None else content_of(title, parts, body),
    )
