"""What each line of a batch is to our journal, and how it is taken in: through the desks.

An import does what typing does, with the same functions; what does not fit is a conflict, kept
beside what we have and never put over it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.answers import (
    Adoption,
    Answer,
    Cancel,
    Commission,
    Directive,
    ReceiptLine,
    Return,
    RosterLine,
    Withdrawal,
)
from infodesk.core.batches import Batch, BatchItem, Because, Direction, EntryStatus
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.item_desk import ItemDesk
from infodesk.core.item_states import ALLOWED
from infodesk.core.items import EDITABLE, Act, Item, Received, VersionReason, known_flags
from infodesk.core.ports import AnswerStore, BatchStore
from infodesk.core.station_desk import StationDesk

Verdict = tuple[EntryStatus, Because | None]

_NEW: Verdict = (EntryStatus.NEW, None)
_SAME: Verdict = (EntryStatus.SAME, None)
_REASON_MISSING = "—"


def _conflicting(because: Because) -> Verdict:
    return EntryStatus.CONFLICTING, because


def ours(items: ItemDesk, item_id: str) -> Item | None:
    """Return the item we have under an id, or None."""
    try:
        return items.get(item_id)
    except InfodeskError as error:
        if error.code is not Code.ITEM_NOT_FOUND:
            raise
        return None


class ItemTaker:
    """Takes the items of a report."""

    def __init__(self, store: BatchStore, items: ItemDesk) -> None:
        self._store = store
        self._items = items

    def judged(self, line: BatchItem, batch: Batch) -> Verdict:
        """Say what an item is to our journal."""
        known = ours(self._items, line.id)
        if known is None:
            return _NEW
        if known.discarded_at is not None:
            return _conflicting(Because.IN_TRASH)
        if known.content.sha256() == line.sha256:
            return _SAME
        objection = self._objection(known, line, batch)
        return (EntryStatus.CHANGED, None) if objection is None else _conflicting(objection)

    def receive(self, lines: Sequence[BatchItem], batch: Batch, by: str) -> None:
        """Take in all that is new, in one go."""
        self._items.receive_all(
            [
                Received(
                    line.id,
                    line.content,
                    line.kind,
                    line.unit,
                    line.chain.predecessor if line.chain else "",
                    line.sha256,
                    known_flags(line.flags),
                )
                for line in lines
            ],
            origin=batch.sender,
            by=by,
        )

    def replace(self, line: BatchItem, by: str) -> None:
        """Put a newer text in the place of the one that came before."""
        known = self._items.get(line.id)
        self._items.autosave(line.id, line.content, known.rev)
        self._items.keep_version(line.id, by, VersionReason.IMPORTED)
        self._items.mark(line.id, known_flags(line.flags))

    def _objection(self, known: Item, line: BatchItem, batch: Batch) -> Because | None:
        """Say why another text may not replace ours; it may where we never touched what came."""
        taken = self._store.last_taken(line.id)
        if taken is None or known.state not in EDITABLE:
            return Because.EDITED_HERE
        record, entry = taken
        if known.content.sha256() != entry.sha256:
            return Because.EDITED_HERE
        if record.sender.station != batch.from_office.station:
            return Because.OTHER_SENDER
        # The text we have may have been approved anew since, and have come again as the same.
        approved = self._store.last_approval(line.id, entry.sha256, record.sender.station)
        newer = approved is not None and line.approved_at > approved
        return None if newer else Because.OLDER


class AnswerTaker:
    """Takes every other line; a line of a receipt is taken with its whole receipt."""

    def __init__(
        self,
        batches: BatchStore,
        store: AnswerStore,
        items: ItemDesk,
        answers: AnswerDesk,
        stations: StationDesk,
    ) -> None:
        self._batches = batches
        self._store = store
        self._items = items
        self._answers = answers
        self._stations = stations
        self._judges: dict[type, Callable[[Any, Batch], Verdict]] = {
            Adoption: self._adoption,
            Withdrawal: self._withdrawal,
            Commission: self._commission,
            Directive: self._directive,
            Return: self._return,
            Cancel: self._cancel,
            RosterLine: lambda line, _: self._stations.judged(line),
            ReceiptLine: self._receipt_line,
        }

    def judged(self, line: Answer, batch: Batch) -> Verdict:
        """Say what a line is to our journal."""
        return self._judges[type(line)](line, batch)

    def take(self, line: Answer, status: EntryStatus, batch: Batch, by: str) -> None:
        """Take in what is new or changed."""
        if status not in (EntryStatus.NEW, EntryStatus.CHANGED):
            return
        origin = batch.from_office.station
        match line:
            case Adoption():
                self._answers.take_adoption(line, origin=origin, by=by)
            case Withdrawal():
                self._answers.withdraw(line.id, line.reason.strip() or _REASON_MISSING, by=by)
            case Commission():
                self._answers.take_commission(line, origin=origin, by=by)
            case Directive():
                self._answers.take_directive(line, origin=origin, by=by)
            case Return():
                reason = line.reason.strip() or _REASON_MISSING
                self._items.return_to_unit(line.id, batch.sender, reason)
            case Cancel():
                self._items.discard(line.id, by or batch.sender)
            case RosterLine():
                self._stations.enrol(line, by)

    def _adoption(self, line: Adoption, batch: Batch) -> Verdict:
        known = self._store.adoption(line.id)
        if known is not None:
            told = known.origin == batch.from_office.station and known.adoption == line
            return _SAME if told else _conflicting(Because.DIFFERS)
        return self._about_an_item(line.item)

    def _withdrawal(self, line: Withdrawal, batch: Batch) -> Verdict:
        known = self._store.adoption(line.id)
        if known is None:
            return _conflicting(Because.UNKNOWN_ADOPTION)
        if known.origin != batch.from_office.station:
            return _conflicting(Because.OTHER_SENDER)
        return _NEW if known.stands else _SAME

    def _commission(self, line: Commission, _: Batch) -> Verdict:
        known = next((each for each, _ in self._store.commissions() if each.id == line.id), None)
        return _told_before(known, line)

    def _directive(self, line: Directive, _: Batch) -> Verdict:
        known = next((each for each, _ in self._store.directives() if each.id == line.id), None)
        return _told_before(known, line) if known else self._about_an_item(line.item)

    def _return(self, line: Return, _: Batch) -> Verdict:
        item = ours(self._items, line.id)
        if item is None:
            return _conflicting(Because.UNKNOWN_ITEM)
        if item.discarded_at is not None:
            return _conflicting(Because.IN_TRASH)
        allowed = item.state in ALLOWED[Act.RETURN]
        return _NEW if allowed else _conflicting(Because.STATE_FORBIDS)

    def _cancel(self, line: Cancel, batch: Batch) -> Verdict:
        item = ours(self._items, line.id)
        if item is None:
            return _conflicting(Because.UNKNOWN_ITEM)
        if item.discarded_at is not None:
            return _SAME
        taken = self._batches.last_taken(line.id)
        if taken is None or taken[0].sender.station != batch.from_office.station:
            return _conflicting(Because.OTHER_SENDER)
        if item.state not in EDITABLE or item.content.sha256() != taken[1].sha256:
            return _conflicting(Because.EDITED_HERE)
        return _NEW

    def _receipt_line(self, line: ReceiptLine, batch: Batch) -> Verdict:
        named = self._batches.entry(batch.in_reply_to, Direction.SENT, line.line)
        if named is None or (line.id and named.item_id != line.id):
            return _conflicting(Because.UNKNOWN_ITEM)
        return _NEW

    def _about_an_item(self, item_id: str) -> Verdict:
        known = ours(self._items, item_id)
        return _conflicting(Because.UNKNOWN_ITEM) if known is None else _NEW


def _told_before(known: Answer | None, line: Answer) -> Verdict:
    if known is None:
        return _NEW
    return _SAME if known == line else _conflicting(Because.DIFFERS)
