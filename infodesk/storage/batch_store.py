"""Batches in the journal: the proof of what was sent and received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from infodesk.core.audit import AuditAction
from infodesk.core.batches import (
    BatchEntry,
    BatchKind,
    BatchRecord,
    BatchStatus,
    Because,
    Direction,
    EntryStatus,
    Party,
)
from infodesk.core.clock import stamp
from infodesk.core.later import Later
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.station_code import station_code
from infodesk.storage.texts import content_of, parts_of

MOST_GAPS = 1000
"""How many missing numbers are told; a stream that lacks more lacks everything."""

_COLUMNS = """id, direction, status, digest, created_at, at, who, from_station, from_name,
    from_key, from_box, to_station, to_name, to_key, to_box, path, day_number, kind, stream, seq,
    in_reply_to, audit_head, manifest, signature, number"""

_BATCH = f"SELECT {_COLUMNS} FROM batches "

_RECEIVED = f"""SELECT (SELECT r.data FROM receipts r WHERE r.batch = b.id
    AND r.direction = '{Direction.SENT}' AND r.data IS NOT NULL ORDER BY r.number LIMIT 1),
    {_COLUMNS} FROM batches b WHERE id = ? AND direction = '{Direction.RECEIVED}'"""

_ENTRY = """SELECT b.id, e.place, e.item, e.title, e.status, e.sha256, e.approved_at, e.because,
    e.parts, e.body FROM batch_entries e JOIN batches b ON b.number = e.batch """


class SqliteBatchStore(SqliteAuditStore):
    """``ports.BatchStore`` over a journal."""

    def station(self) -> str:
        """Return the code by which batches name this journal; made when first asked for."""
        return station_code(self._journal)

    def state(self) -> object:
        """Return what is equal as long as nobody, in any window, changed the journal."""
        return self._journal.state

    def insert(self, record: BatchRecord, entries: Sequence[BatchEntry]) -> None:
        """Keep a batch and its entries for good; within ``atomic``.

        No block of its own: inside a savepoint, hashing the rows of a table without rowids takes
        ten times as long.
        """
        number = self._journal.insert(
            """INSERT INTO batches (id, direction, status, digest, created_at, at, day,
            day_number, who, from_station, from_name, from_key, from_box, to_station, to_name,
            to_key, to_box, path, kind, stream, seq, in_reply_to, audit_head, manifest,
            signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?)""",
            record.id,
            record.direction,
            record.status,
            record.digest,
            stamp(record.created_at),
            stamp(record.at),
            record.at.date().isoformat(),
            record.number,
            record.by,
            *_columns_of(record.sender),
            *_columns_of(record.recipient),
            "" if record.path is None else str(record.path),
            record.kind,
            record.stream,
            record.seq,
            record.in_reply_to,
            record.audit_head,
            record.manifest,
            record.signature,
        )
        self._journal.insert_many(
            """INSERT INTO batch_entries (batch, place, item, title, status, sha256,
            approved_at, because, parts, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (_entry_columns(number, entry) for entry in entries),
        )

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

    def numbers(self, direction: Direction) -> list[int]:
        """Return the journal's numbers of the batches of a direction, the last recorded first."""
        # In the order of an index: the rows are as long as their manifests.
        rows = self._journal.query(
            "SELECT number FROM batches WHERE direction = ? ORDER BY +number DESC", direction
        )
        return [number for (number,) in rows]

    def numbered(self, numbers: Sequence[int]) -> list[BatchRecord]:
        """Return batches by the journal's numbers, in the order given."""
        marks = ",".join("?" * len(numbers))
        rows = self._journal.query(f"{_BATCH}WHERE number IN ({marks})", *numbers)
        found = {row[-1]: _record(row) for row in rows}
        return [found[number] for number in numbers]

    def last_with_gaps(self) -> list[BatchRecord]:
        """Return the last batch that came along each stream that lacks a number before it."""
        rows = self._journal.query(
            """SELECT max(number) FROM batches WHERE direction = ? AND seq > 0 GROUP BY stream
            HAVING max(seq) > count(*) ORDER BY 1 DESC""",
            Direction.RECEIVED,
        )
        return self.numbered([number for (number,) in rows])

    def entries(self, batch_id: str, direction: Direction) -> Sequence[BatchEntry]:
        """Return what became of a batch's items, by their places."""
        rows = self._journal.query(
            f"{_ENTRY}WHERE b.id = ? AND b.direction = ? ORDER BY e.place", batch_id, direction
        )
        return Later(lambda: [_entry(row) for row in rows])

    def received(self, batch_id: str) -> tuple[BatchRecord, bytes | None] | None:
        """Return a batch that came in, and the file of the receipt we gave for it, or None."""
        row = self._journal.row(_RECEIVED, batch_id)
        return None if row is None else (_record(row[1:]), row[0])

    def entry(self, batch_id: str, direction: Direction, place: int) -> BatchEntry | None:
        """Return what became of the item at one place of a batch, or None."""
        row = self._journal.row(
            f"{_ENTRY}WHERE b.id = ? AND b.direction = ? AND e.place = ?",
            *(batch_id, direction, place),
        )
        return None if row is None else _entry(row)

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

    def last_approval(self, item_id: str, sha256: str, station: str) -> datetime | None:
        """Return when a text of an item was last approved, by what a station sent us, or None."""
        rows = self._journal.query(
            """SELECT e.approved_at FROM batch_entries e JOIN batches b ON b.number = e.batch
            WHERE e.item = ? AND e.sha256 = ? AND b.direction = ? AND b.from_station = ?
            AND e.approved_at IS NOT NULL""",
            *(item_id, sha256, Direction.RECEIVED, station),
        )
        # As text they would be ordered by the hour on the clock, whatever its zone.
        return max((datetime.fromisoformat(moment) for (moment,) in rows), default=None)

    def last_sent(self, item_id: str) -> BatchRecord | None:
        """Return the batch in which an item was last sent, drills left out, or None."""
        row = self._journal.row(
            """SELECT b.id FROM batch_entries e JOIN batches b ON b.number = e.batch
            WHERE e.item = ? AND e.status = ? AND b.status = ? ORDER BY b.number DESC LIMIT 1""",
            *(item_id, EntryStatus.SENT, BatchStatus.ACTUAL),
        )
        return None if row is None else self.get(row[0], Direction.SENT)

    def last_number(self, day: date) -> int:
        """Return the highest number of the batches sent on a day; 0 where none was."""
        row = self._journal.row(
            "SELECT ifnull(max(day_number), 0) FROM batches WHERE day = ?", day.isoformat()
        )
        return 0 if row is None else int(row[0])

    def last_in(self, stream: str) -> BatchRecord | None:
        """Return the batch sent last along a stream, or None."""
        row = self._journal.row(
            f"{_BATCH}WHERE stream = ? AND direction = ? AND seq > 0 ORDER BY seq DESC LIMIT 1",
            stream,
            Direction.SENT,
        )
        return None if row is None else _record(row)

    def at_number(self, stream: str, seq: int) -> BatchRecord | None:
        """Return the received batch of that number in a stream, or None."""
        row = self._journal.row(
            f"{_BATCH}WHERE stream = ? AND direction = ? AND seq = ? AND seq > 0",
            stream,
            Direction.RECEIVED,
            seq,
        )
        return None if row is None else _record(row)

    def gaps(self, stream: str) -> list[int]:
        """Return the numbers of a stream, up to its highest received one, that never came."""
        known = [
            seq
            for (seq,) in self._journal.query(
                "SELECT seq FROM batches WHERE stream = ? AND direction = ? AND seq > 0 ORDER BY 1",
                stream,
                Direction.RECEIVED,
            )
        ]
        missing: list[int] = []
        for before, after in pairwise([0, *known]):
            missing += range(before + 1, min(after, before + 2 + MOST_GAPS))
        return missing[:MOST_GAPS]

    def restored(self) -> str:
        """Return the hash of the audit entry of the last restored backup; empty where none was."""
        row = self._journal.row(
            "SELECT hash FROM audit WHERE action = ? ORDER BY n DESC LIMIT 1",
            AuditAction.RESTORE_BACKUP,
        )
        return "" if row is None else str(row[0])


def _entry_columns(number: int, entry: BatchEntry) -> tuple[str | int | None, ...]:
    content = entry.content
    return (
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


def _columns_of(party: Party) -> tuple[str, str, str, str]:
    return party.station, party.name, party.key, party.box


def _record(row: tuple[Any, ...]) -> BatchRecord:
    return BatchRecord(
        id=row[0],
        direction=Direction(row[1]),
        status=BatchStatus(row[2]),
        digest=row[3],
        created_at=datetime.fromisoformat(row[4]),
        at=datetime.fromisoformat(row[5]),
        by=row[6],
        sender=Party(*row[7:11]),
        recipient=Party(*row[11:15]),
        path=Path(row[15]) if row[15] else None,
        number=row[16],
        kind=BatchKind(row[17]),
        stream=row[18],
        seq=row[19],
        in_reply_to=row[20],
        audit_head=row[21],
        manifest=row[22],
        signature=row[23],
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
