"""The mailbox: puts batches that were exported into a drop, and fetches those of others.

What a drop is trusted with is little (reliability.md, 6.2): a file may be cut off under its final
name, a listing may fail or be wrong, two may write at once. So each file has a name that follows
from its content, is read back and compared before it counts as sent, and counts as fetched only
when it was verified whole. The mailbox never deletes and never renames what lies in a drop.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Protocol, TypeVar

from infodesk.core.batches import BatchRecord, Direction
from infodesk.core.clock import Clock
from infodesk.core.drops import (
    SUFFIX,
    Drop,
    DropFile,
    DropState,
    Fetched,
    Synced,
    digest_in,
    name_in_drop,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.ports import BatchStore, DropStore
from infodesk.core.stations import OwnKeys
from infodesk.exchange import container, envelope
from infodesk.exchange.places import Listed, Place
from infodesk.files import save_output

GIVE_UP_AFTER = 3
"""Errors in a row after which the rest waits for the next round."""

Thing = TypeVar("Thing")

Progress = Callable[[int, int], None]
"""Is told files done and files in all; it may raise to stop."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a whole batch file says of itself."""

    batch: str
    digest: str
    station: str
    sender: str


class Verifier(Protocol):
    """Reads a batch file from end to end."""

    def __call__(self, data: bytes) -> Verified:
        """Return what the file says.

        Raises:
            InfodeskError: it is no whole batch file.
        """
        ...


def verified(data: bytes, keys: Sequence[OwnKeys] = ()) -> Verified:
    """Read a batch file with the reader of imports, opened with our keys where it is sealed."""
    batch = container.read(envelope.opened(data, keys) if envelope.is_sealed(data) else data)
    return Verified(batch.id, batch.digest, batch.from_office.station, batch.sender)


def verifier(keys: Sequence[OwnKeys]) -> Verifier:
    """Return a reader that opens what is sealed to us, and what we sealed ourselves."""
    return lambda data: verified(data, keys)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Tends one drop.

    Attributes:
        place: where the drop's files lie.
        files: what is on record of them.
        inbox: folder that fetched batches are put into.
    """

    drop: Drop
    place: Place
    batches: BatchStore
    files: DropStore
    clock: Clock
    inbox: Path
    verify: Verifier = verified

    def sync(self, progress: Progress) -> Synced:
        """Put what is not there yet, and fetch what was not seen yet.

        Everything done is on record at once, so that a round may stop or break off anywhere.

        Raises:
            InfodeskError: JOURNAL_…, OUTPUT_…: this machine fails; what a drop fails at is told in
                the result.
        """
        round_ = _Round(self, progress)
        round_.send()
        round_.fetch()
        return round_.result()

    def undelivered(self) -> list[BatchRecord]:
        """Return the batches exported since the drop was set that are not there yet."""
        place = self.drop.place(self.drop.send_to)
        there = {file.batch for file in self.files.files([DropState.SENT], place)}
        since = self.drop.since
        return [
            record
            for record in reversed(self.batches.batches(Direction.SENT))
            if record.id not in there and (since is None or record.at.date() >= since)
        ]


class _Round:
    """One round of a mailbox and what comes of it."""

    def __init__(self, mailbox: Mailbox, progress: Progress) -> None:
        self._box = mailbox
        self._drop, self._place = mailbox.drop, mailbox.place
        self._progress = progress
        self._done = self._all = 0
        self._in_a_row = 0
        self._sent: list[str] = []
        self._fetched: list[Fetched] = []
        self._waiting: list[str] = []
        self._damaged: list[str] = []
        self._strange: list[str] = []
        self._unsent: list[BatchRecord] = []
        self._troubles: list[InfodeskError] = []

    def result(self) -> Synced:
        return Synced(
            tuple(self._sent),
            tuple(self._fetched),
            tuple(self._waiting),
            tuple(self._damaged),
            tuple(self._strange),
            tuple(self._unsent),
            tuple(self._troubles),
        )

    def send(self) -> None:
        """Put each batch that is not there yet."""
        records = self._box.undelivered()
        if not records:
            return
        found = self._listing(self._drop.send_to)
        if found is None:
            return
        sizes = {file.name: file.size for file in found}
        self._each(records, lambda record: self._deliver(record, sizes))

    def fetch(self) -> None:
        """Fetch each batch that was not seen yet."""
        folder = self._drop.fetch_from
        found = self._listing(folder)
        if found is None:
            return
        known = {file.name: file for file in self._box.files.files(place=self._drop.place(folder))}
        wanted = [file for file in found if self._is_wanted(file, known.get(file.name))]
        self._each(wanted, lambda file: self._take(file, known.get(file.name)))

    def _listing(self, folder: str) -> list[Listed] | None:
        """List a folder; None where that failed, which says nothing about what lies there."""
        if self._gave_up():
            return None
        try:
            return sorted(self._place.listing(folder), key=lambda file: file.name)
        except InfodeskError as error:
            self._note(error)
            self._in_a_row = GIVE_UP_AFTER
            return None

    def _each(self, things: Sequence[Thing], do: Callable[[Thing], None]) -> None:
        self._all += len(things)
        for thing in things:
            self._step()
            try:
                do(thing)
                self._in_a_row = 0
            except InfodeskError as error:
                if not error.code.text.startswith("drop-"):
                    raise
                self._note(error)
                if self._gave_up():
                    return
            self._done += 1
        self._step()

    def _deliver(self, record: BatchRecord, sizes: dict[str, int]) -> None:
        data = self._exported(record)
        if data is None:
            self._unsent.append(record)
            return
        name, folder = name_in_drop(record), self._drop.send_to
        # What an earlier round put there whole, before it could say so, is not sent again.
        if sizes.get(name) != len(data) or not self._is_there(name, data):
            self._place.write(folder, name, data, self._step)
            if not self._is_there(name, data):
                raise InfodeskError(Code.DROP_DIFFERS, name=name)
        self._keep(folder, name, DropState.SENT, batch=record.id)
        self._sent.append(name)

    def _is_there(self, name: str, data: bytes) -> bool:
        return self._place.read(self._drop.send_to, name, len(data) + 1, self._step) == data

    def _exported(self, record: BatchRecord) -> bytes | None:
        """Return the file of a batch, where it is still the one that was exported."""
        try:
            data = record.path.read_bytes() if record.path else b""
            whole = self._box.verify(data).digest == record.digest
        except (OSError, ValueError, InfodeskError):
            return None
        return data if whole else None

    def _is_wanted(self, file: Listed, known: DropFile | None) -> bool:
        hidden = file.name.startswith(".") and not {"/", "\\"}.intersection(file.name)
        if hidden or not file.name.endswith(SUFFIX):
            return False
        if digest_in(file.name) is None:
            self._strange.append(file.name)
            return False
        if known is None or known.state is DropState.WAITING:
            return True
        # A writer that was cut off may come back late: what changed since is read again.
        return known.state is DropState.DAMAGED and known.mark != file.mark

    def _take(self, file: Listed, known: DropFile | None) -> None:
        folder = self._drop.fetch_from
        if file.size > container.MAX_FILE:
            size = f"{file.size >> 20} MB"
            self._postpone(file, known, InfodeskError(Code.BATCH_TOO_LARGE, part=size))
            return
        data = self._place.read(folder, file.name, container.MAX_FILE + 1, self._step)
        if data is None:
            return
        try:
            found = self._box.verify(data)
            if not found.digest.startswith(digest_in(file.name) or "-"):
                raise InfodeskError(Code.BATCH_PART_ALTERED, name=file.name)
        except InfodeskError as error:
            self._postpone(file, known, error)
            return
        if found.station and found.station == self._box.batches.station():
            self._keep(folder, file.name, DropState.OWN, file.mark, found.batch, known=known)
            return
        path = self._box.inbox / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        save_output(path, data)
        self._keep(folder, file.name, DropState.FETCHED, file.mark, found.batch, known=known)
        self._fetched.append(Fetched(path, found.sender))

    def _postpone(self, file: Listed, known: DropFile | None, error: InfodeskError) -> None:
        """Take a file that does not read for one under way, until its time is up."""
        now = self._box.clock.now()
        first = known.first_at if known else now
        late = now - first >= timedelta(minutes=self._drop.patience_minutes)
        (self._damaged if late else self._waiting).append(file.name)
        state = DropState.DAMAGED if late else DropState.WAITING
        reason = error.code.text
        self._keep(self._drop.fetch_from, file.name, state, file.mark, known=known, reason=reason)

    def _keep(
        self,
        folder: str,
        name: str,
        state: DropState,
        mark: str = "",
        batch: str = "",
        *,
        known: DropFile | None = None,
        reason: str = "",
    ) -> None:
        now = self._box.clock.now()
        first = known.first_at if known else now
        place = self._drop.place(folder)
        self._box.files.keep(DropFile(place, name, state, batch, mark, first, now, reason))

    def _step(self) -> None:
        self._progress(self._done, self._all)

    def _note(self, error: InfodeskError) -> None:
        self._troubles.append(error)
        self._in_a_row += 1

    def _gave_up(self) -> bool:
        return self._in_a_row >= GIVE_UP_AFTER
