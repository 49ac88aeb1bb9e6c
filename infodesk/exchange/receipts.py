"""The receiver's answer to a batch: made once, signed, kept, and the same whenever it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from infodesk.core.answers import Receipt, ReceiptLine, ReceiptVia, Result
from infodesk.core.batches import (
    Batch,
    BatchEntry,
    BatchKind,
    BatchRecord,
    Direction,
    EntryStatus,
    Party,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.identifiers import uuid7
from infodesk.core.ports import AnswerStore, BatchStore
from infodesk.core.stations import OwnKeys
from infodesk.exchange import container

ANSWERED = frozenset(BatchKind) - {BatchKind.RECEIPT, BatchKind.CARD, BatchKind.ROSTER}
"""Kinds that get a receipt."""

_RESULTS = {
    EntryStatus.NEW: Result.ACCEPTED,
    EntryStatus.CHANGED: Result.ACCEPTED,
    EntryStatus.SAME: Result.DUPLICATE,
    EntryStatus.CONFLICTING: Result.CONFLICT,
    EntryStatus.REFUSED: Result.REFUSED,
}


def receipt_of(
    batch: Batch,
    entries: Sequence[BatchEntry],
    gaps: Sequence[int],
    *,
    own: Party,
    audit_head: str,
    at: datetime,
) -> Batch:
    """Return the receipt of a batch that was taken in, item by item."""
    lines = tuple(
        ReceiptLine(
            entry.place,
            _RESULTS[entry.status],
            entry.item_id[:200],
            entry.because,
            entry.sha256,
        )
        for entry in entries
    )
    return Batch(
        id=uuid7(at),
        created_at=at.replace(microsecond=at.microsecond // 1000 * 1000),
        from_office=own,
        to_office=batch.from_office,
        status=batch.status,
        kind=BatchKind.RECEIPT,
        answers=lines,
        in_reply_to=batch.id,
        replied=batch.digest,
        gaps=tuple(gaps),
        audit_head=audit_head,
    )


def give(store: AnswerStore, receipt: Batch, keys: OwnKeys, by: str) -> bytes:
    """Sign a receipt, keep it for good and return its file."""
    data = container.write(receipt, keys)
    store.add_receipt(kept_receipt(receipt, receipt.created_at, by), Direction.SENT, data)
    return data


def kept_receipt(receipt: Batch, at: datetime, by: str) -> Receipt:
    """Return what a journal keeps of a receipt that its giver signed."""
    return Receipt(
        id=receipt.id,
        batch_id=receipt.in_reply_to,
        via=ReceiptVia.SIGNED,
        at=at,
        by=by,
        station=receipt.from_office.station,
        name=receipt.from_office.name,
        said_at=receipt.created_at,
        audit_head=receipt.audit_head,
        gaps=receipt.gaps,
        lines=tuple(line for line in receipt.answers if isinstance(line, ReceiptLine)),
    )


def require_ours(receipt: Batch, store: BatchStore) -> BatchRecord:
    """Return the batch of ours that a receipt answers.

    Raises:
        InfodeskError: RECEIPT_NOT_OURS where we sent no such batch, or another file under its
            number, or to another station than the one that answers.
    """
    record = store.get(receipt.in_reply_to, Direction.SENT)
    told = receipt.from_office.station
    if (
        record is None
        or record.digest != receipt.replied
        or record.recipient.station not in ("", told)
    ):
        raise InfodeskError(Code.RECEIPT_NOT_OURS, batch=receipt.in_reply_to)
    return record
