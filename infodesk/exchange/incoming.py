"""Batches in: looked into first, then taken in one transaction, and once only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from infodesk.core.audit import AuditAction, note
from infodesk.core.batches import (
    Batch,
    BatchEntry,
    BatchItem,
    BatchRecord,
    BatchStatus,
    Because,
    Direction,
    EntryStatus,
    RefusedLine,
)
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import EDITABLE, Item, VersionReason
from infodesk.core.ports import BatchStore
from infodesk.exchange import container


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """What one item of a batch is to our journal.

    Attributes:
        place: its line in the batch, counted from 1.
        because: why it is conflicting or refused; None for the others.
    """

    place: int
    item: BatchItem | RefusedLine
    status: EntryStatus
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a batch would bring.

    Attributes:
        replayed: this very batch was imported before; the entries are what came of it then.
    """

    batch: Batch
    entries: tuple[ImportEntry, ...]
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a batch brought; the same batch again gives the same record and entries."""

    record: BatchRecord
    entries: tuple[BatchEntry, ...]
    replayed: bool = False


def read_batch(path: Path) -> Batch:
    """Read a batch file from end to end; no journal is needed.

    Raises:
        InfodeskError: FILE_MISSING, FILE_IS_FOLDER, FILE_UNREADABLE, and BATCH_… where it is
            damaged, foreign or too new.
    """
    try:
        if path.is_dir():
            raise InfodeskError(Code.FILE_IS_FOLDER, path=path)
        if path.exists() and not path.is_file():
            raise InfodeskError(Code.FILE_NOT_REGULAR, path=path)
        with path.open("rb") as stream:
            data = stream.read(container.MAX_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InfodeskError(Code.FILE_MISSING, path=path) from error
    except OSError as error:
        raise InfodeskError(Code.FILE_UNREADABLE, path=path, reason=error.strerror) from error
    return container.read(data)


class Incoming:
    """Reads batches, and takes them into the journal.

    Received items come in as drafts, with the text as sent kept as a version: the receiving
    office reads and approves for itself before it issues.
    """

    def __init__(self, store: BatchStore, items: ItemDesk, clock: Clock) -> None:
        self._store = store
        self._items = items
        self._clock = clock

    def read(self, path: Path) -> Batch:
        """Read a batch file from end to end.

        Raises:
            InfodeskError: as ``read_batch``; the journal is unchanged.
        """
        return read_batch(path)

    def plan(self, batch: Batch) -> ImportPlan:
        """Say what a batch would bring, item by item; nothing is changed.

        Raises:
            InfodeskError: BATCH_ID_REUSED.
        """
        if self._known(batch) is not None:
            kept = self._store.entries(batch.id, Direction.RECEIVED)
            return ImportPlan(batch, tuple(_as_planned(batch, kept)), replayed=True)
        entries = tuple(self._judged(place, line, batch) for place, line in _lines(batch))
        return ImportPlan(batch, entries)

    def apply(self, plan: ImportPlan, by: str = "") -> ImportResult:
        """Take a batch in wholly or not at all.

        What is taken in is judged anew inside the transaction, so that what was changed since
        the plan was shown is respected. A conflicting item is kept beside, never over, ours.

        Raises:
            InfodeskError: BATCH_IS_DRILL, BATCH_ID_REUSED, JOURNAL_…; the journal is unchanged.
        """
        batch = plan.batch
        if batch.status is not BatchStatus.ACTUAL:
            raise InfodeskError(Code.BATCH_IS_DRILL)
        with self._store.atomic():
            known = self._known(batch)
            if known is not None:
                kept = self._store.entries(batch.id, Direction.RECEIVED)
                return ImportResult(known, tuple(kept), replayed=True)
            planned = self.plan(batch).entries
            for entry in planned:
                self._take(entry, batch, by)
            record = BatchRecord(
                id=batch.id,
                direction=Direction.RECEIVED,
                status=batch.status,
                digest=batch.digest,
                created_at=batch.created_at,
                at=self._clock.now(),
                by=by,
                sender=batch.from_office,
                recipient=batch.to_office,
                path=None,
            )
            self._store.insert(record, [_kept(entry, batch) for entry in planned])
            note(
                self._store,
                AuditAction.RECEIVE,
                actor=by,
                subject=batch.id,
                at=record.at,
                sha256=batch.digest,
                detail={"items": len(planned), "from": batch.from_office.station},
            )
            stored = self._store.get(batch.id, Direction.RECEIVED) or record
            entries = self._store.entries(batch.id, Direction.RECEIVED)
        return ImportResult(stored, tuple(entries))

    def _known(self, batch: Batch) -> BatchRecord | None:
        record = self._store.get(batch.id, Direction.RECEIVED)
        if record is not None and record.digest != batch.digest:
            raise InfodeskError(Code.BATCH_ID_REUSED, batch=batch.id)
        return record

    def _judged(self, place: int, line: BatchItem | RefusedLine, batch: Batch) -> ImportEntry:
        if isinstance(line, RefusedLine):
            return ImportEntry(place, line, EntryStatus.REFUSED, line.because)
        ours = self._ours(line.id)
        if ours is None:
            return ImportEntry(place, line, EntryStatus.NEW)
        if ours.discarded_at is not None:
            return ImportEntry(place, line, EntryStatus.CONFLICTING, Because.IN_TRASH)
        if ours.content.sha256() == line.content.sha256():
            return ImportEntry(place, line, EntryStatus.SAME)
        objection = self._objection(ours, line, batch)
        if objection is None:
            return ImportEntry(place, line, EntryStatus.CHANGED)
        return ImportEntry(place, line, EntryStatus.CONFLICTING, objection)

    def _objection(self, ours: Item, line: BatchItem, batch: Batch) -> Because | None:
        """Say why another text may not replace ours; it may where we never touched what came."""
        taken = self._store.last_taken(line.id)
        if taken is None or ours.state not in EDITABLE:
            return Because.EDITED_HERE
        record, entry = taken
        if ours.content.sha256() != entry.sha256:
            return Because.EDITED_HERE
        if record.sender.station != batch.from_office.station:
            return Because.OTHER_SENDER
        newer = entry.approved_at is not None and line.approved_at > entry.approved_at
        return None if newer else Because.OLDER

    def _ours(self, item_id: str) -> Item | None:
        try:
            return self._items.get(item_id)
        except InfodeskError as error:
            if error.code is not Code.ITEM_NOT_FOUND:
                raise
            return None

    def _take(self, entry: ImportEntry, batch: Batch, by: str) -> None:
        item = entry.item
        if isinstance(item, RefusedLine):
            return
        if entry.status is EntryStatus.NEW:
            self._items.receive(
                item.id,
                item.content,
                kind=item.kind,
                unit=item.unit,
                origin=batch.sender,
                by=by,
            )
        elif entry.status is EntryStatus.CHANGED:
            ours = self._items.get(item.id)
            self._items.autosave(item.id, item.content, ours.rev)
            self._items.keep_version(item.id, by, VersionReason.IMPORTED)


def _lines(batch: Batch) -> Iterator[tuple[int, BatchItem | RefusedLine]]:
    """Yield the lines of a batch in their order, each with its place."""
    refused = {line.line: line for line in batch.refused}
    items = iter(batch.items)
    for place in range(1, len(batch.items) + len(refused) + 1):
        yield place, refused[place] if place in refused else next(items)


def _as_planned(batch: Batch, kept: Sequence[BatchEntry]) -> Iterator[ImportEntry]:
    lines = dict(_lines(batch))
    for entry in kept:
        yield ImportEntry(entry.place, lines[entry.place], entry.status, entry.because)


def _kept(entry: ImportEntry, batch: Batch) -> BatchEntry:
    item = entry.item
    travelled = item if isinstance(item, BatchItem) else None
    conflicting = entry.status is EntryStatus.CONFLICTING
    return BatchEntry(
        batch_id=batch.id,
        place=entry.place,
        item_id=item.id,
        title=item.title,
        status=entry.status,
        sha256=travelled.content.sha256() if travelled else "",
        approved_at=travelled.approved_at if travelled else None,
        because=entry.because,
        content=travelled.content if travelled and conflicting else None,
    )
