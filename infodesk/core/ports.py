"""What core asks of a journal. ``storage`` gives it; core never learns how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # Only named here: the first list is shown before issues and batches are loaded.
    from infodesk.core.answers import (
        Commission,
        Conflict,
        Directive,
        KeptAdoption,
        Receipt,
        Standing,
    )
    from infodesk.core.audit import AuditEntry
    from infodesk.core.batches import BatchEntry, BatchRecord, Direction
    from infodesk.core.bulletins import Issue, IssueRecord, Series
    from infodesk.core.checking.context import Paper
    from infodesk.core.drops import DropFile, DropState
    from infodesk.core.items import (
        ActRecord,
        Approval,
        Content,
        Flag,
        Item,
        ItemFilter,
        ItemRow,
        Revision,
    )
    from infodesk.core.references import Reference
    from infodesk.core.stations import OwnKeys, Station, Waiting


class Atomic(Protocol):
    """A journal whose changes can be bound into one act."""

    def atomic(self) -> AbstractContextManager[None]:
        """Bind every change inside the block: all of them are kept durably, or none.

        Blocks nest; the outermost one decides.
        """
        ...


class AuditStore(Atomic, Protocol):
    """The chain over what was done; every store whose acts belong on it has it.

    Only ``audit.note`` appends, in the transaction of the act itself.
    """

    def head(self) -> AuditEntry | None:
        """Return the newest entry, or None where there is none yet."""
        ...

    def append(self, entry: AuditEntry) -> None:
        """Keep an entry for good, after the newest one."""
        ...


class ItemStore(AuditStore, Protocol):
    """Items with their texts, versions, approvals and history."""

    def insert(self, item: Item) -> Item:
        """Keep a new item; its ``serial`` and ``rev`` are given by the journal.

        Raises:
            InfodeskError: ITEM_EXISTS where the id is known.
        """
        ...

    def insert_all(
        self,
        items: Sequence[Item],
        acts: Sequence[ActRecord],
        versions: Sequence[Revision] = (),
    ) -> None:
        """Keep many new items whose ids are new too, each with the act that brought it in.

        Args:
            items: in the order they are added.
            acts: one for each.
            versions: the first version of each, or none at all.
        """
        ...

    def known(self, item_ids: Sequence[str]) -> set[str]:
        """Return which of many ids are those of items in this journal."""
        ...

    def get(self, item_id: str) -> Item | None:
        """Return the item of that UUID, or None."""
        ...

    def by_serial(self, serial: int) -> Item | None:
        """Return the item of that number in this journal, or None."""
        ...

    def following(self, item_id: str) -> list[Item]:
        """Return the reports that continue an item, in the order they were added."""
        ...

    def rows(self, narrowed: ItemFilter, offset: int, limit: int) -> list[ItemRow]:
        """Return a stretch of the list, in the order of the filter."""
        ...

    def rows_of(self, serials: Sequence[int]) -> list[ItemRow]:
        """Return the rows of items by their numbers, in the order given; unknown ones left out."""
        ...

    def count(self, narrowed: ItemFilter) -> int:
        """Return how many items the list has."""
        ...

    def place(self, narrowed: ItemFilter, serial: int) -> int:
        """Return where an item stands in a list in the order of adding; -1 elsewhere."""
        ...

    def units(self) -> list[str]:
        """Return the units that items name, each once, sorted."""
        ...

    def save_text(self, item_id: str, content: Content, rev: int, at: datetime) -> int | None:
        """Replace the working text, durably; return the new ``rev``.

        Returns None and changes nothing where the item is not at ``rev``, may not be edited now,
        or is unknown.
        """
        ...

    def update(self, item: Item) -> Item:
        """Keep everything of an item but its text; return it with its new ``rev``.

        Raises:
            InfodeskError: ITEM_CHANGED_ELSEWHERE where the item is not at ``item.rev``.
        """
        ...

    def note_check(self, item_id: str, open_musts: int, states: Mapping[str, str]) -> None:
        """Keep what the list shows of the last check; ``rev`` stays."""
        ...

    def add_revision(self, revision: Revision) -> None:
        """Keep a version for good."""
        ...

    def revisions(self, item_id: str) -> list[Revision]:
        """Return the versions in the order they were kept."""
        ...

    def revision(self, item_id: str, number: int) -> Revision | None:
        """Return one version, or None."""
        ...

    def last_version(self, item_id: str) -> tuple[int, str] | None:
        """Return the newest version's number and the hash of its text, or None."""
        ...

    def add_approval(self, approval: Approval) -> None:
        """Record an approval for good."""
        ...

    def last_approval(self, item_id: str) -> Approval | None:
        """Return the newest approval, whether or not it still stands."""
        ...

    def record(self, act: ActRecord) -> None:
        """Record an act for good."""
        ...

    def flags(self, item_id: str) -> tuple[Flag, ...]:
        """Return what the station an item came from marked it with."""
        ...

    def set_flags(self, marked: Sequence[tuple[str, Sequence[Flag]]]) -> None:
        """Let items, each named by its id, have exactly these flags."""
        ...

    def acts(self, item_id: str) -> list[ActRecord]:
        """Return what was done to an item, in the order it was done."""
        ...


class IssueStore(AuditStore, Protocol):
    """Series and their issues."""

    def add_series(self, series: Series) -> Series:
        """Keep a new series; its ``id`` is given by the journal.

        Raises:
            InfodeskError: SERIES_KEY_TAKEN.
        """
        ...

    def series(self) -> list[Series]:
        """Return every series in the order they were added."""
        ...

    def update_series(self, series: Series) -> None:
        """Keep everything of a series.

        Raises:
            InfodeskError: SERIES_KEY_TAKEN.
        """
        ...

    def insert(self, issue: Issue) -> Issue:
        """Keep a new issue; its ``id`` and ``rev`` are given by the journal."""
        ...

    def get(self, issue_id: int) -> Issue | None:
        """Return the issue, or None."""
        ...

    def issues(self, series_id: int | None) -> list[Issue]:
        """Return the issues of one series or of all, the one last opened first."""
        ...

    def update(self, issue: Issue) -> Issue:
        """Keep everything of an issue; return it with its new ``rev``.

        Raises:
            InfodeskError: ISSUE_CHANGED_ELSEWHERE where the issue is not at ``issue.rev``.
        """
        ...

    def delete(self, issue_id: int) -> None:
        """Remove an open issue."""
        ...

    def last_number(self, series_id: int, year: int) -> int:
        """Return the highest 期号 given in that year, withdrawn ones too; 0 where none was."""
        ...

    def last_total(self, series_id: int) -> int:
        """Return the highest 总期号 ever given, withdrawn ones too; 0 where none was."""
        ...

    def signed_with(self, item_id: str) -> Sequence[int]:
        """Return the signed issues, not withdrawn, that print an item."""
        ...

    def record(self, act: IssueRecord) -> None:
        """Record an act for good."""
        ...

    def acts(self, issue_id: int) -> list[IssueRecord]:
        """Return what was done to an issue, in the order it was done."""
        ...


class BatchStore(AuditStore, Protocol):
    """Batches that went out and came in, and what became of each of their items."""

    def station(self) -> str:
        """Return the code by which batches name this journal; made when first asked for."""
        ...

    def insert(self, record: BatchRecord, entries: Sequence[BatchEntry]) -> None:
        """Keep a batch and its entries for good; within ``atomic``."""
        ...

    def get(self, batch_id: str, direction: Direction) -> BatchRecord | None:
        """Return a batch, or None."""
        ...

    def batches(self, direction: Direction | None = None) -> list[BatchRecord]:
        """Return the batches of one direction or of both, the one last recorded first."""
        ...

    def numbers(self, direction: Direction) -> list[int]:
        """Return the journal's numbers of the batches of a direction, the last recorded first."""
        ...

    def numbered(self, numbers: Sequence[int]) -> list[BatchRecord]:
        """Return batches by the journal's numbers, in the order given."""
        ...

    def last_with_gaps(self) -> list[BatchRecord]:
        """Return the last batch that came along each stream that lacks a number before it."""
        ...

    def entries(self, batch_id: str, direction: Direction) -> Sequence[BatchEntry]:
        """Return what became of a batch's items, by their places."""
        ...

    def state(self) -> object:
        """Return what is equal as long as nobody, in any window, changed the journal."""
        ...

    def received(self, batch_id: str) -> tuple[BatchRecord, bytes | None] | None:
        """Return a batch that came in, and the file of the receipt we gave for it, or None."""
        ...

    def entry(self, batch_id: str, direction: Direction, place: int) -> BatchEntry | None:
        """Return what became of the item at one place of a batch, or None."""
        ...

    def last_taken(self, item_id: str) -> tuple[BatchRecord, BatchEntry] | None:
        """Return the batch from which an item's text was last taken in, or None."""
        ...

    def last_approval(self, item_id: str, sha256: str, station: str) -> datetime | None:
        """Return when a text of an item was last approved, by what a station sent us, or None."""
        ...

    def last_sent(self, item_id: str) -> BatchRecord | None:
        """Return the batch in which an item was last sent, drills left out, or None."""
        ...

    def last_number(self, day: date) -> int:
        """Return the highest number of the batches sent on a day; 0 where none was."""
        ...

    def last_in(self, stream: str) -> BatchRecord | None:
        """Return the batch sent last along a stream, or None."""
        ...

    def at_number(self, stream: str, seq: int) -> BatchRecord | None:
        """Return the received batch of that number in a stream, or None."""
        ...

    def gaps(self, stream: str) -> list[int]:
        """Return the numbers of a stream, up to its highest received one, that never came.

        At most the first thousand.
        """
        ...

    def restored(self) -> str:
        """Return the hash of the audit entry of the last restored backup; empty where none was."""
        ...


class StationStore(AuditStore, Protocol):
    """Our own keys, the keys of other stations, and files that wait for their sender's."""

    def station(self) -> str:
        """Return the code by which batches name this journal; made when first asked for."""
        ...

    def own_keys(self) -> list[OwnKeys]:
        """Return our keys, the present ones first."""
        ...

    def keep_own(self, keys: OwnKeys, at: datetime) -> None:
        """Keep new keys of our own, which take the place of those before."""
        ...

    def stations(self) -> list[Station]:
        """Return every key that was made known, the newest first."""
        ...

    def keys(self) -> list[str]:
        """Return every signing key that is known, our own among them, those that ended too."""
        ...

    def by_key(self, key: str) -> Station | None:
        """Return the station that signs with a key, or None."""
        ...

    def signing(self, key: str) -> tuple[bool, Station | None]:
        """Return whether a key is one of our own, and the station that signs with it, or None."""
        ...

    def add(self, station: Station) -> Station:
        """Make a key known; return it with its number."""
        ...

    def set_superior(self, station: str) -> None:
        """Keep which station is our superior's."""
        ...

    def end(self, station: Station, at: datetime, by: str) -> None:
        """Record the end of a key, as its ``ended_at``, ``ending`` and ``because`` say."""
        ...

    def wait(self, waiting: Waiting, data: bytes) -> None:
        """Keep a file of an unknown sender; one that is kept already stays."""
        ...

    def waiting(self) -> list[Waiting]:
        """Return what waits, the newest first."""
        ...

    def waiting_data(self, digest: str) -> bytes | None:
        """Return a waiting file, or None."""
        ...

    def no_longer_waiting(self, digest: str) -> None:
        """Let go of a waiting file: it was taken in, or is not wanted."""
        ...


Ids = Sequence[str] | None
"""What a list is narrowed to, by ids; None for all."""


class AnswerStore(AuditStore, Protocol):
    """What is answered to items and batches, from either side."""

    def add_receipt(self, receipt: Receipt, direction: Direction, data: bytes | None) -> None:
        """Keep a receipt for good, with its file where it is a signed one; within ``atomic``."""
        ...

    def receipts(self, batch_id: str, direction: Direction) -> list[Receipt]:
        """Return the receipts of a batch, the first one first."""
        ...

    def receipt_file(self, batch_id: str, direction: Direction) -> bytes | None:
        """Return the file of the first signed receipt of a batch, or None."""
        ...

    def add_adoption(self, kept: KeptAdoption) -> None:
        """Keep an adoption for good."""
        ...

    def adoption(self, adoption_id: str) -> KeptAdoption | None:
        """Return an adoption, or None."""
        ...

    def adoptions(self, item_id: str = "", ids: Ids = None) -> list[KeptAdoption]:
        """Return the adoptions of an item, or all, the newest first."""
        ...

    def withdraw_adoption(self, adoption_id: str, at: datetime, by: str, because: str) -> None:
        """Record that an adoption was taken back."""
        ...

    def add_commission(self, commission: Commission, origin: str, at: datetime, by: str) -> None:
        """Keep a commission for good."""
        ...

    def answer_ids(self) -> list[str]:
        """Return the ids of adoptions, directives and commissions, the newest first."""
        ...

    def commissions(self, ids: Ids = None) -> list[tuple[Commission, str]]:
        """Return every commission with the station it came from, the newest first."""
        ...

    def add_directive(self, directive: Directive, origin: str, at: datetime, by: str) -> None:
        """Keep a directive for good."""
        ...

    def directives(self, item_id: str = "", ids: Ids = None) -> list[tuple[Directive, str]]:
        """Return the directives on an item, or all, with the stations they came from."""
        ...

    def add_conflict(self, conflict: Conflict) -> None:
        """Keep a line beside what we have; its number is given by the journal."""
        ...

    def conflicts(self, *, settled: bool) -> list[Conflict]:
        """Return the conflicts that are open, or those that were settled, the newest first."""
        ...

    def settle(self, number: int, at: datetime, by: str) -> bool:
        """Record that a conflict was settled; tell whether it was open."""
        ...

    def standings(self, batch_ids: Sequence[str]) -> dict[str, set[Standing]]:
        """Return what came of batches we sent, by their ids, without ``EXPORTED``."""
        ...


class DropStore(Protocol):
    """What was sent to drops and seen in them."""

    def files(self, states: Sequence[DropState] = (), place: str = "") -> list[DropFile]:
        """Return the files of all drops or of one, of all states or some, the newest first."""
        ...

    def keep(self, file: DropFile) -> None:
        """Keep what is known of a file, durably; it replaces what was known of it before."""
        ...


class ReferenceStore(Atomic, Protocol):
    """Documents and speeches on file."""

    def references(self) -> list[Reference]:
        """Return what is on file, the newest first."""
        ...

    def reference(self, number: int) -> tuple[str, str] | None:
        """Return the title and the text of one, or None."""
        ...

    def holding(self, text: str) -> str:
        """Return the title under which a text is on file; empty where it is not."""
        ...

    def papers(self) -> list[Paper]:
        """Return all texts under their titles, in the order they were put on file."""
        ...

    def state(self) -> object:
        """Return what is equal as long as nobody changed what is on file."""
        ...

    def add(self, title: str, text: str, at: datetime) -> int:
        """Put a text on file; return its number."""
        ...

    def rename(self, number: int, title: str) -> None:
        """Call a text otherwise."""
        ...

    def remove(self, number: int) -> None:
        """Take a text off file."""
        ...


class SettingsStore(Protocol):
    """What belongs to the office and travels with its journal."""

    def get(self, key: str, default: str = "") -> str:
        """Return a setting, or ``default`` where it was never set."""
        ...

    def set(self, key: str, value: str) -> None:
        """Keep a setting, durably."""
        ...
