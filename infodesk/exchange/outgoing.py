"""Batches out: signed files that were read back before anything is said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from infodesk import files
from infodesk.core.answers import Answer
from infodesk.core.audit import AuditAction, note
from infodesk.core.batches import (
    UNNUMBERED,
    Batch,
    BatchEntry,
    BatchItem,
    BatchKind,
    BatchRecord,
    BatchStatus,
    Chain,
    Direction,
    EntryStatus,
    Party,
    Privacy,
    Quantity,
)
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.identifiers import uuid7
from infodesk.core.item_desk import standing_approval
from infodesk.core.item_states import require_approved, sent
from infodesk.core.items import Act, ActRecord, Content, Flag, Item
from infodesk.core.ports import BatchStore, ItemStore
from infodesk.core.station_desk import StationDesk
from infodesk.exchange import container, envelope

FILE_NAMES = {
    BatchKind.REPORT: "报送批次",
    BatchKind.RECEIPT: "回执",
    BatchKind.ADOPTION: "采用通知",
    BatchKind.WITHDRAWAL: "撤销采用",
    BatchKind.COMMISSION: "约稿",
    BatchKind.DIRECTIVE: "批示",
    BatchKind.RETURN: "退稿",
    BatchKind.CANCEL: "撤报",
    BatchKind.ROSTER: "站点名册",
    BatchKind.CARD: "站点卡",
}
"""What a file is called in a folder, before its day and number."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a program reads in an item before it leaves.

    Attributes:
        content: the text with its personal data masked.
        masked: how many places were.
        figures: what it counts.
        profile: the name of its kind for people.
        chain: where it stands among the reports on its event; None for a single item.
        flags: what it is marked with.
    """

    content: Content
    masked: int = 0
    figures: tuple[Quantity, ...] = ()
    profile: str = ""
    chain: Chain | None = None
    flags: tuple[Flag, ...] = ()


class Outgoing:
    """Writes batches.

    Args:
        superior: the name of the office above, where its station is not known.
        read: reads an item before it leaves.
    """

    def __init__(
        self,
        store: BatchStore,
        items: ItemStore,
        clock: Clock,
        stations: StationDesk,
        *,
        superior: Callable[[], str] = str,
        read: Callable[[Item], Reading] = lambda item: Reading(item.content),
    ) -> None:
        self._store = store
        self._items = items
        self._clock = clock
        self._stations = stations
        self._superior = superior
        self._read = read

    def export(
        self,
        item_ids: Sequence[str],
        target: Path,
        *,
        by: str = "",
        status: BatchStatus = BatchStatus.ACTUAL,
        keep_personal: Collection[str] = (),
        seal: bool = False,
    ) -> BatchRecord:
        """Write approved items as a batch file for our superior, and mark them as sent.

        The file stands, whole and read back, before the journal says so: a crash between the two
        leaves a file the journal does not know, and the receiver counts its items once anyway.

        Args:
            item_ids: UUIDs in the order they travel; one named twice travels once.
            target: a file that does not exist yet, or a folder, in which the file gets its name.
            by: who exports.
            status: a drill or a test is written, and counts as nothing sent.
            keep_personal: UUIDs of items whose personal data was looked at and stays in; in all
                others it is masked, and the batch says so.
            seal: encrypt the file to the superior's key.

        Raises:
            InfodeskError: BATCH_EMPTY, ITEM_NOT_FOUND, ITEM_NOT_APPROVED, BATCH_ITEM_UNFIT,
                BATCH_TOO_LARGE, BATCH_FILE_EXISTS, BATCH_READ_BACK, ENVELOPE_…, OUTPUT_…,
                JOURNAL_…; no file was left, and the journal is unchanged.
        """
        if not item_ids:
            raise InfodeskError(Code.BATCH_EMPTY)

        def fill(batch: Batch) -> tuple[Batch, list[BatchEntry]]:
            pairs = [self._approved(item_id) for item_id in dict.fromkeys(item_ids)]
            items, count, kept = [], 0, []
            entries = []
            for place, (item, approved, reading) in enumerate(pairs, 1):
                travelling = approved
                if item.id in keep_personal and reading.masked > 0:
                    kept.append(item.id)
                elif reading.masked:
                    travelling = replace(approved, content=reading.content, known_sha256="")
                    count += reading.masked
                items.append(travelling)
                entries.append(_entry(batch.id, place, approved, travelling))
            self._mark_sent([item for item, _, _ in pairs], batch, by)
            privacy = Privacy(count, tuple(kept))
            return replace(batch, items=tuple(items), privacy=privacy), entries

        return self._written(
            BatchKind.REPORT, self._above(), target, fill, by=by, status=status, seal=seal
        )

    def send(
        self,
        kind: BatchKind,
        answers: Sequence[Answer],
        target: Path,
        *,
        to: Party,
        by: str = "",
        seal: bool = False,
    ) -> BatchRecord:
        """Write a file of any other kind than a report, for one station or (roster) for all.

        Raises:
            InfodeskError: as ``export``.
        """
        if not answers:
            raise InfodeskError(Code.BATCH_EMPTY)

        def fill(batch: Batch) -> tuple[Batch, list[BatchEntry]]:
            entries = [
                BatchEntry(batch.id, place, each.id, each.title, EntryStatus.TOLD, "", None)
                for place, each in enumerate(answers, 1)
            ]
            return replace(batch, answers=tuple(answers)), entries

        return self._written(kind, to, target, fill, by=by, status=BatchStatus.ACTUAL, seal=seal)

    def card(self, target: Path) -> Path:
        """Write our station card: a signed file that says our code, name and public keys.

        Raises:
            InfodeskError: BATCH_FILE_EXISTS, OUTPUT_….
        """
        now = _to_milliseconds(self._clock.now())
        path = _free_path(target, BatchKind.CARD, now, 1)
        batch = Batch(uuid7(now), now, from_office=self._stations.own(), kind=BatchKind.CARD)
        files.save_output(path, container.write(batch, self._stations.own_keys()[0]))
        return path

    def roster(self, target: Path, *, by: str = "") -> BatchRecord:
        """Write the stations we know as a roster, signed, for all of them.

        Raises:
            InfodeskError: as ``export``.
        """
        lines = self._stations.roster()
        return self.send(BatchKind.ROSTER, lines, target, to=Party(), by=by)

    def above(self) -> Party:
        """Return whom a report is for: our superior's station, or its name alone."""
        return self._above()

    def _above(self) -> Party:
        station = self._stations.superior()
        return Party(name=self._superior()) if station is None else station.party

    def _written(
        self,
        kind: BatchKind,
        to: Party,
        target: Path,
        fill: Callable[[Batch], tuple[Batch, list[BatchEntry]]],
        *,
        by: str,
        status: BatchStatus,
        seal: bool,
    ) -> BatchRecord:
        # Keys are made apart: they stay even where this export is refused.
        keys = self._stations.own_keys()[0]
        made: list[Path] = []
        try:
            with self._store.atomic():
                now = _to_milliseconds(self._clock.now())
                number = self._store.last_number(now.date()) + 1
                path = _free_path(target, kind, now, number)
                batch, entries = fill(self._begun(kind, to, status, now))
                data = container.write(batch, keys)
                record = record_of(
                    _read_back(data, batch),
                    Direction.SENT,
                    now,
                    by=by,
                    path=path,
                    number=number,
                )
                self._store.insert(record, entries)
                note_batch(self._store, record, len(entries))
                if seal:
                    # To ourselves too: a drop reads back what it sends.
                    data = envelope.sealed(data, [to.box, batch.from_office.box] if to.box else [])
                # Last of all, so that nothing but the commit can fail once the file stands.
                files.save_output(path, data)
                made.append(path)
                _require_whole(path, data)
                return record
        except BaseException:
            # The file was not there before: what the journal does not record must not stay.
            for path in made:
                path.unlink(missing_ok=True)
            raise

    def _begun(self, kind: BatchKind, to: Party, status: BatchStatus, now: datetime) -> Batch:
        own = self._stations.own()
        batch = Batch(
            id=uuid7(now),
            created_at=now,
            from_office=own,
            to_office=to,
            status=status,
            kind=kind,
            audit_head=head.hash if (head := self._store.head()) else "",
        )
        if kind in UNNUMBERED or status is not BatchStatus.ACTUAL:
            return batch
        # A restored journal does not know which numbers it gave after its backup was made.
        life = self._store.restored()
        stream = f"{own.station}>{to.station}" + (f"#{life[:8]}" if life else "")
        last = self._store.last_in(stream)
        return replace(
            batch,
            stream=stream,
            seq=1 if last is None else last.seq + 1,
            prev="" if last is None else last.digest,
        )

    def _mark_sent(self, items: Sequence[Item], batch: Batch, by: str) -> None:
        if batch.status is not BatchStatus.ACTUAL:
            return
        for item in items:
            self._items.update(sent(item, batch.created_at))
            self._items.record(ActRecord(item.id, Act.SEND, by, batch.created_at, batch.recipient))

    def _approved(self, item_id: str) -> tuple[Item, BatchItem, Reading]:
        item = self._items.get(item_id)
        if item is None:
            raise InfodeskError(Code.ITEM_NOT_FOUND, item=item_id)
        require_approved(item)
        approval = standing_approval(self._items, item)
        if approval is None:
            raise InfodeskError(Code.ITEM_NOT_APPROVED, title=item.content.title)
        reading = self._read(item)
        travelling = BatchItem(
            id=item.id,
            kind=item.kind,
            content=item.content,
            unit=item.unit,
            created_at=item.created_at,
            approved_at=approval.at,
            approved_by=approval.by,
            profile=reading.profile,
            flags=reading.flags,
            figures=reading.figures,
            chain=reading.chain,
            known_sha256=approval.sha256,
        )
        return item, travelling, reading


def record_of(
    batch: Batch,
    direction: Direction,
    at: datetime,
    *,
    by: str,
    path: Path | None = None,
    number: int = 0,
) -> BatchRecord:
    """Return what the journal keeps of a batch that was read."""
    return BatchRecord(
        id=batch.id,
        direction=direction,
        status=batch.status,
        digest=batch.digest,
        created_at=batch.created_at,
        at=at,
        by=by,
        sender=batch.from_office,
        recipient=batch.to_office,
        path=path,
        number=number,
        kind=batch.kind,
        stream=batch.stream,
        seq=batch.seq,
        in_reply_to=batch.in_reply_to,
        audit_head=batch.audit_head,
        manifest=batch.manifest,
        signature=batch.signature,
    )


def note_batch(store: BatchStore, record: BatchRecord, lines: int) -> None:
    """Put a batch that was sent or received on the audit chain."""
    sends = record.direction is Direction.SENT
    other = {"to": record.recipient.label} if sends else {"from": record.sender.station}
    note(
        store,
        AuditAction.SEND if sends else AuditAction.RECEIVE,
        actor=record.by,
        subject=record.id,
        at=record.at,
        sha256=record.digest,
        detail={"items": lines, "kind": record.kind, **other},
    )


def _to_milliseconds(moment: datetime) -> datetime:
    """Return the moment as the journal keeps it, so that file and journal say the same."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _free_path(target: Path, kind: BatchKind, now: datetime, number: int) -> Path:
    if not target.is_dir():
        if target.exists():
            raise InfodeskError(Code.BATCH_FILE_EXISTS, path=target)
        return target
    while True:
        day = now.date().isoformat()
        path = target / f"{FILE_NAMES[kind]}-{day}-{number:03}{container.SUFFIX}"
        if not path.exists():
            return path
        number += 1


def _entry(batch_id: str, place: int, approved: BatchItem, travelling: BatchItem) -> BatchEntry:
    """Return the proof of one sent item: the approved text's hash, and what travelled instead."""
    return BatchEntry(
        batch_id=batch_id,
        place=place,
        item_id=travelling.id,
        title=travelling.title,
        status=EntryStatus.SENT,
        sha256=approved.sha256,
        approved_at=travelling.approved_at,
        content=None if travelling is approved else travelling.content,
    )


def _read_back(data: bytes, batch: Batch) -> Batch:
    """Read the file with the receiver's own reader: what it refuses must not leave the house."""
    found = container.read(data)
    for line in found.refused:
        title = (batch.items or batch.answers)[line.line - 1].title
        raise InfodeskError(Code.BATCH_ITEM_UNFIT, title=title, reason=line.because)
    if replace(found, digest="", manifest="", signature="") != batch:
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
