"""Batches in: looked into first, then taken in one transaction, and once only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from infodesk import files
from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.answers import Answer, Conflict
from infodesk.core.batches import (
    Batch,
    BatchEntry,
    BatchItem,
    BatchKind,
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
from infodesk.core.items import Content, Flag, known_flags
from infodesk.core.later import Later
from infodesk.core.ports import AnswerStore, BatchStore
from infodesk.core.station_desk import StationDesk
from infodesk.core.stations import OwnKeys, Trust, Waiting, fingerprint
from infodesk.exchange import container, envelope, lines, minisign, receipts
from infodesk.exchange.outgoing import FILE_NAMES, note_batch, record_of
from infodesk.exchange.taking import AnswerTaker, ItemTaker, ours

Line = BatchItem | Answer | RefusedLine


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """What one line of a batch is to our journal.

    Attributes:
        place: its line in the batch, counted from 1.
        because: why it is conflicting or refused; None for the others.
        ours: the text we have, where an item brings another one: for a comparison.
    """

    place: int
    item: Line
    status: EntryStatus
    because: Because | None = None
    ours: Content | None = None

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What its sender marked it with."""
        return known_flags(self.item.flags) if isinstance(self.item, BatchItem) else ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a batch brought; the same batch again gives the same record, entries and receipt.

    Attributes:
        receipt: the file that answers it; None for kinds that get none.
    """

    record: BatchRecord
    entries: Sequence[BatchEntry]
    replayed: bool = False
    receipt: bytes | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a batch would bring.

    Attributes:
        trust: what we know of the key that signed it; UNKNOWN can be read, not taken in.
        gaps: numbers of its stream that have not come yet.
        before: what came of this very batch when it was imported before; the entries are those.
        state: of the journal it was made over; while that is the same, what was judged stands.
    """

    batch: Batch
    entries: Sequence[ImportEntry]
    trust: Trust = Trust.KNOWN
    gaps: tuple[int, ...] = ()
    before: ImportResult | None = None
    state: object = None

    @property
    def replayed(self) -> bool:
        """Whether this very batch was imported before."""
        return self.before is not None


def read_bytes(path: Path) -> bytes:
    """Return a batch file's bytes, up to one more than the largest may have.

    Raises:
        InfodeskError: FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_REGULAR, FILE_UNREADABLE.
    """
    try:
        if path.is_dir():
            raise InfodeskError(Code.FILE_IS_FOLDER, path=path)
        if path.exists() and not path.is_file():
            raise InfodeskError(Code.FILE_NOT_REGULAR, path=path)
        with path.open("rb") as stream:
            return stream.read(container.MAX_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InfodeskError(Code.FILE_MISSING, path=path) from error
    except OSError as error:
        raise InfodeskError(Code.FILE_UNREADABLE, path=path, reason=error.strerror) from error


def read_batch(path: Path, keys: Sequence[OwnKeys] = ()) -> Batch:
    """Read a batch file from end to end; no journal is needed but for a sealed one.

    Raises:
        InfodeskError: as ``read_bytes``, ENVELOPE_…, and BATCH_… where it is damaged, foreign or
            too new.
    """
    return container.read(_unsealed(read_bytes(path), lambda: keys))


def _unsealed(data: bytes, keys: Callable[[], Sequence[OwnKeys]]) -> bytes:
    if len(data) > container.MAX_FILE:
        raise InfodeskError(Code.BATCH_TOO_LARGE, part=f"{len(data) >> 20} MB")
    return envelope.opened(data, keys()) if envelope.is_sealed(data) else data


class Incoming:
    """Reads batches, and takes them into the journal.

    Received items come in as drafts, with the text as sent kept as a version: the receiving
    office reads and approves for itself before it issues.
    """

    def __init__(
        self,
        store: BatchStore,
        answer_store: AnswerStore,
        items: ItemDesk,
        clock: Clock,
        *,
        stations: StationDesk,
        answers: AnswerDesk,
    ) -> None:
        self._store = store
        self._answer_store = answer_store
        self._items = items
        self._clock = clock
        self._stations = stations
        self._signers: dict[bytes, str] = {}
        self._item_taker = ItemTaker(store, items)
        self._answer_taker = AnswerTaker(store, answer_store, items, answers, stations)

    def read(self, path: Path) -> Batch:
        """Read a batch file from end to end, opened with our key where it is sealed.

        Raises:
            InfodeskError: as ``read_batch``; the journal is unchanged.
        """
        return self.understood(read_bytes(path))

    def understood(self, data: bytes) -> Batch:
        """Read the bytes of a batch file, whatever way they came.

        Raises:
            InfodeskError: ENVELOPE_…, BATCH_….
        """
        return container.read(_unsealed(data, self._stations.own_keys), self._signer)

    def plan(self, batch: Batch) -> ImportPlan:
        """Say what a batch would bring, line by line; nothing is changed.

        Raises:
            InfodeskError: BATCH_ID_REUSED, BATCH_NUMBER_REUSED, BATCH_NOT_FOR_US,
                STATION_KEY_OTHER, STATION_KEY_REVOKED, STATION_KEY_ENDED, ROSTER_NOT_SUPERIOR,
                RECEIPT_NOT_OURS.
        """
        state = self._store.state()
        trust = self._stations.trust_of(batch)
        self._require_for_us(batch, trust)
        before = self._known(batch)
        if before is not None:
            planned = Later(lambda: [*_as_planned(batch, before.entries)])
            return ImportPlan(batch, planned, trust=trust, before=before, state=state)
        self._require_in_order(batch)
        self._require_authority(batch, trust)
        known = self._items.known([item.id for item in batch.items])
        entries = tuple(self._judged(place, line, batch, known) for place, line in _lines(batch))
        return ImportPlan(batch, entries, trust=trust, gaps=self._gaps(batch))

    def apply(self, plan: ImportPlan, by: str = "") -> ImportResult:
        """Take a batch in wholly or not at all.

        What is taken in is judged anew inside the transaction, so that what was changed since
        the plan was shown is respected. A conflicting line is kept beside, never over, ours.

        Raises:
            InfodeskError: STATION_UNKNOWN, CARD_NEEDS_TRUST, BATCH_IS_DRILL, as ``plan``,
                JOURNAL_…; the journal is unchanged.
        """
        batch = plan.batch
        if batch.kind is BatchKind.CARD:
            raise InfodeskError(Code.CARD_NEEDS_TRUST, station=batch.sender)
        if batch.status is not BatchStatus.ACTUAL:
            raise InfodeskError(Code.BATCH_IS_DRILL)
        if plan.before is not None and plan.state == self._store.state():
            return plan.before
        keys = self._stations.own_keys()[0]
        with self._store.atomic():
            judged = self.plan(batch)
            if judged.trust is Trust.UNKNOWN:
                raise InfodeskError(
                    Code.STATION_UNKNOWN,
                    station=batch.sender,
                    fingerprint=fingerprint(batch.from_office),
                )
            if judged.before is not None:
                return judged.before
            head = self._store.head()
            entries = [_kept(entry, batch) for entry in judged.entries]
            self._item_taker.receive(_new_items(judged), batch, by)
            for entry in judged.entries:
                self._take(entry, batch, by)
            now = self._clock.now()
            record = record_of(batch, Direction.RECEIVED, now, by=by)
            self._store.insert(record, entries)
            note_batch(self._store, record, len(entries))
            if batch.kind is BatchKind.RECEIPT:
                self._answer_store.add_receipt(
                    receipts.kept_receipt(batch, now, by), Direction.RECEIVED, None
                )
            elif batch.kind in receipts.ANSWERED:
                receipt = receipts.receipt_of(
                    batch,
                    entries,
                    self._store.gaps(batch.stream),
                    own=self._stations.own(),
                    audit_head=head.hash if head else "",
                    at=now,
                )
                receipts.give(self._answer_store, receipt, keys, by)
            self._stations.no_longer_waiting(batch.digest)
            result = self._came_of(batch, replayed=False)
            if result is None:
                raise InfodeskError(Code.BATCH_NOT_FOUND, batch=batch.id)
            return result

    def wait(self, batch: Batch, path: Path) -> Waiting:
        """Keep the file of an unknown sender until its key is known; it can be read meanwhile.

        Raises:
            InfodeskError: as ``read_bytes``.
        """
        return self._stations.wait(batch, read_bytes(path))

    def waiting(self, name: str) -> Batch:
        """Return a batch that waits, by its id or the beginning of its digest.

        Raises:
            InfodeskError: BATCH_NOT_FOUND.
        """
        return self.understood(self._stations.waiting_data(name))

    def receipt(self, batch_id: str) -> bytes:
        """Return the file of the receipt we gave for a batch: always the same one.

        Raises:
            InfodeskError: BATCH_NOT_FOUND, RECEIPT_MISSING where it came before receipts were
                given, or is of a kind that gets none.
        """
        if self._store.get(batch_id, Direction.RECEIVED) is None:
            raise InfodeskError(Code.BATCH_NOT_FOUND, batch=batch_id)
        data = self._answer_store.receipt_file(batch_id, Direction.SENT)
        if data is None:
            raise InfodeskError(Code.RECEIPT_MISSING, batch=batch_id)
        return data

    def save_receipt(self, batch_id: str, target: Path) -> Path:
        """Write the receipt of a batch into a folder or as a file; return where it is.

        Raises:
            InfodeskError: as ``receipt``, OUTPUT_…, BATCH_FILE_EXISTS where another file is there.
        """
        data = self.receipt(batch_id)
        path = target
        if target.is_dir():
            path = target / f"{FILE_NAMES[BatchKind.RECEIPT]}-{batch_id}{container.SUFFIX}"
        if path.exists() and path.read_bytes() != data:
            raise InfodeskError(Code.BATCH_FILE_EXISTS, path=path)
        files.save_output(path, data)
        return path

    def _came_of(self, batch: Batch, *, replayed: bool) -> ImportResult | None:
        found = self._store.received(batch.id)
        if found is None:
            return None
        record, receipt = found
        entries = self._store.entries(batch.id, Direction.RECEIVED)
        return ImportResult(record, entries, replayed, receipt)

    def _signer(self, key_id: bytes) -> str | None:
        """Return the key that a signature names, where it is known; a key is never unmade."""
        if key_id not in self._signers:
            keys = self._stations.known_keys()
            self._signers = {minisign.key_id(bytes.fromhex(key)): key for key in keys}
        return self._signers.get(key_id)

    def _known(self, batch: Batch) -> ImportResult | None:
        """Return what came of a batch that was imported before, or None."""
        before = self._came_of(batch, replayed=True)
        if before is not None and before.record.digest != batch.digest:
            raise InfodeskError(Code.BATCH_ID_REUSED, batch=batch.id)
        return before

    def _require_for_us(self, batch: Batch, trust: Trust) -> None:
        """Refuse what is addressed to another station; our own file may come home."""
        to = batch.to_office.station
        if to and trust is not Trust.OWN and to != self._stations.own().station:
            raise InfodeskError(Code.BATCH_NOT_FOR_US, recipient=batch.recipient)
        if batch.stream and batch.stream.partition("#")[0] != f"{batch.from_office.station}>{to}":
            raise InfodeskError(Code.BATCH_MANIFEST_WRONG)

    def _require_in_order(self, batch: Batch) -> None:
        """Refuse a number that another batch has, or one that follows another batch than ours."""
        before = self._store.at_number(batch.stream, batch.seq - 1)
        broken = before is not None and before.digest != batch.prev
        if broken or self._store.at_number(batch.stream, batch.seq) is not None:
            raise InfodeskError(Code.BATCH_NUMBER_REUSED, number=batch.seq, sender=batch.sender)

    def _require_authority(self, batch: Batch, trust: Trust) -> None:
        if batch.kind is BatchKind.RECEIPT:
            receipts.require_ours(batch, self._store)
        if batch.kind is BatchKind.ROSTER and trust is not Trust.UNKNOWN:
            superior = self._stations.superior()
            if superior is None or superior.party.station != batch.from_office.station:
                raise InfodeskError(Code.ROSTER_NOT_SUPERIOR, station=batch.sender)

    def _gaps(self, batch: Batch) -> tuple[int, ...]:
        """Return what is missing before this batch, had it come in."""
        missing = set(self._store.gaps(batch.stream)) - {batch.seq}
        if batch.seq > 1:
            last = batch.seq - 1
            while last > 0 and len(missing) < MOST_GAPS_SHOWN:
                if self._store.at_number(batch.stream, last) is not None:
                    break
                missing.add(last)
                last -= 1
        return tuple(sorted(missing))

    def _judged(self, place: int, line: Line, batch: Batch, known: set[str]) -> ImportEntry:
        if isinstance(line, RefusedLine):
            return ImportEntry(place, line, EntryStatus.REFUSED, line.because)
        if not isinstance(line, BatchItem):
            return ImportEntry(place, line, *self._answer_taker.judged(line, batch))
        if line.id not in known:
            return ImportEntry(place, line, EntryStatus.NEW)
        status, because = self._item_taker.judged(line, batch)
        differs = status in (EntryStatus.CHANGED, EntryStatus.CONFLICTING)
        here = ours(self._items, line.id) if differs else None
        return ImportEntry(place, line, status, because, here.content if here else None)

    def _take(self, entry: ImportEntry, batch: Batch, by: str) -> None:
        line = entry.item
        if isinstance(line, RefusedLine):
            return
        if entry.status is EntryStatus.CONFLICTING and entry.because is not None:
            self._answer_store.add_conflict(
                Conflict(
                    number=0,
                    batch_id=batch.id,
                    line=entry.place,
                    kind=batch.kind,
                    item=line.id,
                    title=line.title,
                    because=entry.because,
                    said="" if isinstance(line, BatchItem) else _as_json(line),
                    at=self._clock.now(),
                )
            )
        elif isinstance(line, BatchItem):
            if entry.status is EntryStatus.CHANGED:
                self._item_taker.replace(line, by)
        else:
            self._answer_taker.take(line, entry.status, batch, by)


MOST_GAPS_SHOWN = 50
"""How many numbers missing before a batch a plan counts one by one."""


def _new_items(plan: ImportPlan) -> list[BatchItem]:
    return [
        entry.item
        for entry in plan.entries
        if entry.status is EntryStatus.NEW and isinstance(entry.item, BatchItem)
    ]


def _as_json(line: Answer) -> str:
    return b"".join(lines.encoded((line,))).decode().strip()


def _lines(batch: Batch) -> Iterator[tuple[int, Line]]:
    """Yield the lines of a batch in their order, each with its place."""
    refused = {line.line: line for line in batch.refused}
    taken: Iterator[BatchItem | Answer] = iter((*batch.items, *batch.answers))
    for place in range(1, batch.lines + 1):
        yield place, refused[place] if place in refused else next(taken)


def _as_planned(batch: Batch, kept: Sequence[BatchEntry]) -> Iterator[ImportEntry]:
    by_place = dict(_lines(batch))
    for entry in kept:
        yield ImportEntry(entry.place, by_place[entry.place], entry.status, entry.because)


def _kept(entry: ImportEntry, batch: Batch) -> BatchEntry:
    line = entry.item
    travelled = line if isinstance(line, BatchItem) else None
    conflicting = entry.status is EntryStatus.CONFLICTING
    return BatchEntry(
        batch_id=batch.id,
        place=entry.place,
        item_id=line.id,
        title=line.title,
        status=entry.status,
        sha256=travelled.sha256 if travelled else "",
        approved_at=travelled.approved_at if travelled else None,
        because=entry.because,
        content=travelled.content if travelled and conflicting else None,
    )
