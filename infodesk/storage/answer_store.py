"""What is answered to items and batches, in the journal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from infodesk.core.answers import (
    Adoption,
    Commission,
    Conflict,
    Directive,
    KeptAdoption,
    Receipt,
    ReceiptLine,
    ReceiptVia,
    Result,
    Standing,
)
from infodesk.core.batches import BatchKind, Because, Direction
from infodesk.core.clock import stamp
from infodesk.core.items import ItemState
from infodesk.core.ports import Ids
from infodesk.storage.audit_store import SqliteAuditStore

_RECEIPT = """SELECT number, id, batch, via, at, who, station, name, said_at, said_by, audit_head,
    gaps FROM receipts """

_ADOPTION = """SELECT id, item, title, publication, issue, day, sha256, form, points, origin, at,
    who, withdrawn_at, withdrawn_by, withdrawn_because FROM adoptions """

_CONFLICT = """SELECT number, batch, line, kind, item, title, because, said, at, settled_at,
    settled_by FROM conflicts """

_SENT_ITEM = "SELECT 1 FROM batch_entries e JOIN {} WHERE e.batch = b.number AND e.status = 'sent'"

_STANDINGS = f"""SELECT b.id,
    EXISTS (SELECT 1 FROM receipts r WHERE r.batch = b.id AND r.direction = 'received'),
    EXISTS ({_SENT_ITEM.format("adoptions a ON a.item = e.item")} AND a.withdrawn_at IS NULL),
    EXISTS ({_SENT_ITEM.format("items i ON i.id = e.item")} AND i.state = '{ItemState.RETURNED}')
    FROM batches b WHERE b.direction = 'sent' """


class SqliteAnswerStore(SqliteAuditStore):
    """``ports.AnswerStore`` over a journal."""

    def add_receipt(self, receipt: Receipt, direction: Direction, data: bytes | None) -> None:
        """Keep a receipt for good; within ``atomic``.

        Args:
            receipt: what it says.
            direction: whether we got it or gave it.
            data: its file, where it is a signed one of ours.
        """
        number = self._journal.insert(
            """INSERT INTO receipts (id, batch, direction, via, at, who, station, name, said_at,
            said_by, audit_head, gaps, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            *(receipt.id, receipt.batch_id, direction, receipt.via, stamp(receipt.at)),
            *(receipt.by, receipt.station, receipt.name, stamp(receipt.said_at)),
            *(receipt.said_by, receipt.audit_head, json.dumps(receipt.gaps), data),
        )
        self._journal.insert_many(
            """INSERT INTO receipt_lines (receipt, line, item, result, because, sha256)
            VALUES (?, ?, ?, ?, ?, ?)""",
            (
                (number, line.line, line.id, line.result, line.because, line.sha256)
                for line in receipt.lines
            ),
        )

    def receipts(self, batch_id: str, direction: Direction) -> list[Receipt]:
        """Return the receipts of a batch, the first one first."""
        rows = self._journal.query(
            f"{_RECEIPT}WHERE batch = ? AND direction = ? ORDER BY number", batch_id, direction
        )
        return [_receipt(row, self._lines(row[0])) for row in rows]

    def receipt_file(self, batch_id: str, direction: Direction) -> bytes | None:
        """Return the file of the first signed receipt of a batch, or None."""
        row = self._journal.row(
            """SELECT data FROM receipts WHERE batch = ? AND direction = ? AND data IS NOT NULL
            ORDER BY number LIMIT 1""",
            batch_id,
            direction,
        )
        return None if row is None else bytes(row[0])

    def add_adoption(self, kept: KeptAdoption) -> None:
        """Keep an adoption for good."""
        said = kept.adoption
        self._journal.insert(
            """INSERT INTO adoptions (id, item, title, publication, issue, day, sha256, form,
            points, origin, at, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            *(said.id, said.item, said.title, said.publication, said.number),
            *(said.day.isoformat(), said.sha256, said.form, said.points),
            *(kept.origin, stamp(kept.at), kept.by),
        )

    def adoption(self, adoption_id: str) -> KeptAdoption | None:
        """Return an adoption, or None."""
        row = self._journal.row(f"{_ADOPTION}WHERE id = ?", adoption_id)
        return None if row is None else _adoption(row)

    def answer_ids(self) -> list[str]:
        """Return the ids of adoptions, directives and commissions, the newest first."""
        rows = self._journal.query(
            """SELECT id FROM adoptions UNION ALL SELECT id FROM directives
            UNION ALL SELECT id FROM commissions ORDER BY 1 DESC"""
        )
        return [name for (name,) in rows]

    def adoptions(self, item_id: str = "", ids: Ids = None) -> list[KeptAdoption]:
        """Return the adoptions of an item, or all, the newest first."""
        among, names = _among(ids)
        rows = self._journal.query(
            f"{_ADOPTION}WHERE item = ifnull(?, item) {among} ORDER BY number DESC",
            *(item_id or None, *names),
        )
        return [_adoption(row) for row in rows]

    def withdraw_adoption(self, adoption_id: str, at: datetime, by: str, because: str) -> None:
        """Record that an adoption was taken back."""
        self._journal.change(
            """UPDATE adoptions SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?
            WHERE id = ?""",
            *(stamp(at), by, because, adoption_id),
        )

    def add_commission(self, commission: Commission, origin: str, at: datetime, by: str) -> None:
        """Keep a commission for good."""
        due = None if commission.due is None else commission.due.isoformat()
        self._journal.insert(
            """INSERT INTO commissions (id, title, body, due, points, origin, at, who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            *(commission.id, commission.title, commission.text, due, commission.points),
            *(origin, stamp(at), by),
        )

    def commissions(self, ids: Ids = None) -> list[tuple[Commission, str]]:
        """Return every commission with the station it came from, the newest first."""
        among, names = _among(ids)
        rows = self._journal.query(
            f"""SELECT id, title, body, due, points, origin FROM commissions WHERE 1 {among}
            ORDER BY number DESC""",
            *names,
        )
        return [
            (Commission(name, title, text, _day(due), points), origin)
            for name, title, text, due, points, origin in rows
        ]

    def add_directive(self, directive: Directive, origin: str, at: datetime, by: str) -> None:
        """Keep a directive for good."""
        self._journal.insert(
            """INSERT INTO directives (id, item, title, leader, day, body, post, origin, at, who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            *(directive.id, directive.item, directive.title, directive.leader),
            *(directive.day.isoformat(), directive.text, directive.post),
            *(origin, stamp(at), by),
        )

    def directives(self, item_id: str = "", ids: Ids = None) -> list[tuple[Directive, str]]:
        """Return the directives on an item, or all, with the stations they came from."""
        among, names = _among(ids)
        rows = self._journal.query(
            f"""SELECT id, item, title, leader, day, body, post, origin FROM directives
            WHERE item = ifnull(?, item) {among} ORDER BY number DESC""",
            *(item_id or None, *names),
        )
        return [
            (Directive(name, item, title, leader, date.fromisoformat(day), text, post), origin)
            for name, item, title, leader, day, text, post, origin in rows
        ]

    def add_conflict(self, conflict: Conflict) -> None:
        """Keep a line beside what we have; its number is given by the journal."""
        self._journal.insert(
            """INSERT INTO conflicts (batch, line, kind, item, title, because, said, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            *(conflict.batch_id, conflict.line, conflict.kind, conflict.item, conflict.title),
            *(conflict.because, conflict.said, stamp(conflict.at)),
        )

    def conflicts(self, *, settled: bool) -> list[Conflict]:
        """Return the conflicts that are open, or those that were settled, the newest first."""
        rows = self._journal.query(
            f"{_CONFLICT}WHERE (settled_at IS NOT NULL) = ? ORDER BY number DESC", int(settled)
        )
        return [_conflict(row) for row in rows]

    def settle(self, number: int, at: datetime, by: str) -> bool:
        """Record that a conflict was settled; tell whether it was open."""
        changed = self._journal.change(
            """UPDATE conflicts SET settled_at = ?, settled_by = ?
            WHERE number = ? AND settled_at IS NULL""",
            *(stamp(at), by, number),
        )
        return bool(changed)

    def standings(self, batch_ids: Sequence[str]) -> dict[str, set[Standing]]:
        """Return what came of batches we sent, by their ids, without ``EXPORTED``."""
        marks = ",".join("?" * len(batch_ids))
        rows = self._journal.query(f"{_STANDINGS}AND b.id IN ({marks})", *batch_ids)
        came = (Standing.DELIVERED, Standing.ADOPTED, Standing.RETURNED)
        return {
            batch_id: {standing for standing, is_so in zip(came, reached, strict=True) if is_so}
            for batch_id, *reached in rows
        }

    def _lines(self, number: int) -> tuple[ReceiptLine, ...]:
        rows = self._journal.query(
            """SELECT line, result, item, because, sha256 FROM receipt_lines WHERE receipt = ?
            ORDER BY line""",
            number,
        )
        return tuple(
            ReceiptLine(line, Result(result), item, Because(why) if why else None, sha256)
            for line, result, item, why, sha256 in rows
        )


def _among(ids: Ids) -> tuple[str, Sequence[str]]:
    """Return what narrows a list to ids, as SQL, and its values."""
    return ("", ()) if ids is None else (f"AND id IN ({','.join('?' * len(ids))})", ids)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _receipt(row: tuple[Any, ...], lines: tuple[ReceiptLine, ...]) -> Receipt:
    return Receipt(
        id=row[1],
        batch_id=row[2],
        via=ReceiptVia(row[3]),
        at=datetime.fromisoformat(row[4]),
        by=row[5],
        station=row[6],
        name=row[7],
        said_at=datetime.fromisoformat(row[8]),
        said_by=row[9],
        audit_head=row[10],
        gaps=tuple(json.loads(row[11])),
        lines=lines,
    )


def _adoption(row: tuple[Any, ...]) -> KeptAdoption:
    return KeptAdoption(
        adoption=Adoption(
            id=row[0],
            item=row[1],
            title=row[2],
            publication=row[3],
            number=row[4],
            day=date.fromisoformat(row[5]),
            sha256=row[6],
            form=row[7],
            points=row[8],
        ),
        origin=row[9],
        at=datetime.fromisoformat(row[10]),
        by=row[11],
        withdrawn_at=datetime.fromisoformat(row[12]) if row[12] else None,
        withdrawn_by=row[13] or "",
        withdrawn_because=row[14] or "",
    )


def _conflict(row: tuple[Any, ...]) -> Conflict:
    return Conflict(
        number=row[0],
        batch_id=row[1],
        line=row[2],
        kind=BatchKind(row[3]),
        item=row[4],
        title=row[5],
        because=Because(row[6]),
        said=row[7],
        at=datetime.fromisoformat(row[8]),
        settled_at=datetime.fromisoformat(row[9]) if row[9] else None,
        settled_by=row[10] or "",
    )
