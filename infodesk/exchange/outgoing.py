"""Batches out: approved items into a file that was read back before anything is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from infodesk import files
from infodesk.core.audit import AuditAction, note
from infodesk.core.batches import (
    Batch,
    BatchEntry,
    BatchItem,
    BatchRecord,
    Direction,
    EntryStatus,
    Party,
)
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.identifiers import uuid7
from infodesk.core.item_desk import standing_approval
from infodesk.core.item_states import require_approved, sent
from infodesk.core.items import Act, ActRecord, Item
from infodesk.core.ports import BatchStore, ItemStore
from infodesk.exchange import container


@dataclass(frozen=True, slots=True)
class Offices:
    """The names a batch bears: the office it is from, and the one it is for."""

    sender: str = ""
    recipient: str = ""


class Outgoing:
    """Writes batches."""

    def __init__(
        self,
        store: BatchStore,
        items: ItemStore,
        clock: Clock,
        offices: Callable[[], Offices] = Offices,
    ) -> None:
        self._store = store
        self._items = items
        self._clock = clock
        self._offices = offices

    def export(
        self,
        item_ids: Sequence[str],
        target: Path,
        *,
        by: str = "",
    ) -> BatchRecord:
        """Write approved items as a batch file, and mark them as sent.

        The file stands, whole and read back, before the journal says so: a crash between the two
        leaves a file the journal does not know, and the receiver counts its items once anyway.

        Args:
            item_ids: UUIDs in the order they travel; one named twice travels once.
            target: a file that does not exist yet, or a folder, in which the file gets its name.
            by: who exports.

        Raises:
            InfodeskError: BATCH_EMPTY, ITEM_NOT_FOUND, ITEM_NOT_APPROVED, BATCH_ITEM_UNFIT,
                BATCH_TOO_LARGE, BATCH_FILE_EXISTS, BATCH_READ_BACK, OUTPUT_…, JOURNAL_…; no file
                was left, and the journal is unchanged.
        """
        if not item_ids:
            raise InfodeskError(Code.BATCH_EMPTY)
        made: list[Path] = []
        try:
            with self._store.atomic():
                return self._exported(item_ids, target, by, made)
        except BaseException:
            # The file was not there before: what the journal does not record must not stay.
            for path in made:
                path.unlink(missing_ok=True)
            raise

    def _exported(
        self, item_ids: Sequence[str], target: Path, by: str, made: list[Path]
    ) -> BatchRecord:
        """Do the whole export but the commit; the file, once it stands, is noted in ``made``."""
        now = _to_milliseconds(self._clock.now())
        number = self._store.last_number(now.date()) + 1
        path = _free_path(target, now, number)
        items = [self._approved(item_id) for item_id in dict.fromkeys(item_ids)]
        batch = self._batch([travelling for _, travelling in items], now)
        data = container.write(batch)
        record = BatchRecord(
            id=batch.id,
            direction=Direction.SENT,
            status=batch.status,
            digest=_read_back(data, batch).digest,
            created_at=now,
            at=now,
            by=by,
            sender=batch.from_office,
            recipient=batch.to_office,
            path=path,
            number=number,
        )
        self._store.insert(record, [_entry(batch, index) for index in range(len(items))])
        for item, _ in items:
            self._items.update(sent(item, now))
            self._items.record(ActRecord(item.id, Act.SEND, by, now, batch.recipient))
        note(
            self._store,
            AuditAction.SEND,
            actor=by,
            subject=batch.id,
            at=now,
            sha256=record.digest,
            detail={"items": len(items), "to": batch.recipient},
        )
        # Last of all, so that nothing but the commit itself can fail once the file stands.
        files.save_output(path, data)
        made.append(path)
        _require_whole(path, data)
        return record

    def _batch(self, items: Sequence[BatchItem], now: datetime) -> Batch:
        offices = self._offices()
        return Batch(
            id=uuid7(now),
            created_at=now,
            items=tuple(items),
            from_office=Party(self._store.station(), offices.sender),
            to_office=Party("", offices.recipient),
        )

    def _approved(self, item_id: str) -> tuple[Item, BatchItem]:
        item = self._items.get(item_id)
        if item is None:
            raise InfodeskError(Code.ITEM_NOT_FOUND, item=item_id)
        require_approved(item)
        approval = standing_approval(self._items, item)
        if approval is None:
            raise InfodeskError(Code.ITEM_NOT_APPROVED, title=item.content.title)
        travelling = BatchItem(
            id=item.id,
            kind=item.kind,
            content=item.content,
            unit=item.unit,
            created_at=item.created_at,
            approved_at=approval.at,
            approved_by=approval.by,
        )
        return item, travelling


def _to_milliseconds(moment: datetime) -> datetime:
    """Return the moment as the journal keeps it, so that file and journal say the same."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _free_path(target: Path, now: datetime, number: int) -> Path:
    if not target.is_dir():
        if target.exists():
            raise InfodeskError(Code.BATCH_FILE_EXISTS, path=target)
        return target
    while True:
        path = target / f"报送批次-{now.date().isoformat()}-{number:03}{container.SUFFIX}"
        if not path.exists():
            return path
        number += 1


def _entry(batch: Batch, index: int) -> BatchEntry:
    item = batch.items[index]
    return BatchEntry(
        batch_id=batch.id,
        place=index + 1,
        item_id=item.id,
        title=item.title,
        status=EntryStatus.SENT,
        sha256=item.content.sha256(),
        approved_at=item.approved_at,
    )


def _read_back(data: bytes, batch: Batch) -> Batch:
    """Read the file with the receiver's own reader: what it refuses must not leave the house."""
    found = container.read(data)
    for line in found.refused:
        title = batch.items[line.line - 1].title
        raise InfodeskError(Code.BATCH_ITEM_UNFIT, title=title, reason=line.because)
    if replace(found, digest="") != batch:
        raise InfodeskError(Code.BATCH_PART_ALTERED, name="items.jsonl")
    return found


def _require_whole(path: Path, data: bytes) -> None:
    """Read the file from the disk once more; its bytes were understood before they were written."""
    try:
        whole = path.read_bytes() == data
    except OSError:
        whole = False
    if not whole:
        raise InfodeskError(Code.BATCH_READ_BACK, path=path)
