"""What an office asks about its batches: which there are, how far they came, what to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.answers import Answer, Cancel, Return, Standing
from infodesk.core.batches import (
    BatchEntry,
    BatchKind,
    BatchRecord,
    Direction,
    Party,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Act, Item, ItemState
from infodesk.core.ports import BatchStore
from infodesk.core.station_desk import StationDesk

Told = TypeVar("Told")


class BatchDesk:
    """Reads the batches of a journal; writing and taking in are of ``exchange``."""

    def __init__(
        self, store: BatchStore, items: ItemDesk, stations: StationDesk, answers: AnswerDesk
    ) -> None:
        self._store = store
        self._items = items
        self._stations = stations
        self._answers = answers

    def batches(self, direction: Direction | None = None) -> list[BatchRecord]:
        """Return the batches of one direction or of both, the one last recorded first."""
        return self._store.batches(direction)

    def numbers(self, direction: Direction) -> list[int]:
        """Return the journal's numbers of the batches of a direction, the last recorded first."""
        return self._store.numbers(direction)

    def numbered(self, numbers: Sequence[int]) -> list[BatchRecord]:
        """Return batches by the journal's numbers, in the order given."""
        return self._store.numbered(numbers)

    def sent(self, batch_id: str) -> BatchRecord:
        """Return a batch that we sent.

        Raises:
            InfodeskError: BATCH_NOT_FOUND.
        """
        record = self._store.get(batch_id.strip().lower(), Direction.SENT)
        if record is None:
            raise InfodeskError(Code.BATCH_NOT_FOUND, batch=batch_id)
        return record

    def entries(self, record: BatchRecord) -> Sequence[BatchEntry]:
        """Return what became of a batch's lines, by their places."""
        return self._store.entries(record.id, record.direction)

    def standing(self, record: BatchRecord) -> Standing:
        """Return how far a batch that we sent has come."""
        return self._answers.standing(record.id)

    def gaps(self) -> dict[Party, list[int]]:
        """Return the numbers that never came, by the station whose stream lacks them."""
        lacking = self._store.last_with_gaps()
        return {record.sender: self._store.gaps(record.stream) for record in lacking}

    def answering(
        self, kind: BatchKind, ids: Sequence[str], *, station: str = "", reason: str = ""
    ) -> tuple[tuple[Answer, ...], Party]:
        """Return the lines of a file that answers, and the station it goes to.

        Args:
            kind: what is told.
            ids: adoptions, withdrawn adoptions, commissions, directives by their own ids; items
                that are returned or cancelled by theirs.
            station: code of whom it is for; where empty, whoever the items came from or went to.
            reason: why items are cancelled.

        Raises:
            InfodeskError: ITEM_NOT_FOUND, ADOPTION_NOT_FOUND, ANSWER_NOT_FOUND, REASON_REQUIRED,
                ITEM_STATE_FORBIDS, STATION_NOT_FOUND, BATCH_RECIPIENTS_DIFFER.
        """
        lines: list[Answer] = []
        items: list[str] = []
        for each in ids:
            line, item = self._line(kind, each, reason)
            lines.append(line)
            items.append(item)
        return tuple(lines), self._recipient(kind, items, station)

    def _line(self, kind: BatchKind, name: str, reason: str) -> tuple[Answer, str]:
        if kind is BatchKind.ADOPTION:
            adoption = self._answers.adoption(name).adoption
            return adoption, adoption.item
        if kind is BatchKind.WITHDRAWAL:
            withdrawal = self._answers.withdrawal(name)
            return withdrawal, withdrawal.item
        if kind is BatchKind.COMMISSION:
            found = {each.id: each for each, _ in self._answers.commissions()}
            return _picked(found, name), ""
        if kind is BatchKind.DIRECTIVE:
            directives = {each.id: each for each, _ in self._answers.directives()}
            directive = _picked(directives, name)
            return directive, directive.item
        item = self._items.get(name)
        if kind is BatchKind.RETURN:
            return self._returned(item), item.id
        if kind is not BatchKind.CANCEL:
            raise InfodeskError(Code.BATCH_KIND_WRONG, kind=kind, known=BatchKind.CANCEL)
        if not reason.strip():
            raise InfodeskError(Code.REASON_REQUIRED)
        return Cancel(item.id, item.content.title[:200], reason.strip()), item.id

    def _returned(self, item: Item) -> Return:
        if item.state is not ItemState.RETURNED:
            raise InfodeskError(
                Code.ITEM_STATE_FORBIDS, title=item.content.title, state=item.state, act=Act.SEND
            )
        acts = [each for each in self._items.history(item.id) if each.act is Act.RETURN]
        return Return(item.id, item.content.title[:200], acts[-1].reason[:2000])

    def _recipient(self, kind: BatchKind, items: Sequence[str], station: str) -> Party:
        if station:
            known = self._stations.holding(station)
            if known is None:
                raise InfodeskError(Code.STATION_NOT_FOUND, station=station)
            return known.party
        if kind is BatchKind.COMMISSION:
            # A topic may be asked of everybody.
            return Party()
        parties = {self._other_side(kind, item) for item in items}
        if len(parties) > 1:
            names = "、".join(sorted(party.label or "—" for party in parties))
            raise InfodeskError(Code.BATCH_RECIPIENTS_DIFFER, stations=names)
        party = next(iter(parties))
        known = self._stations.holding(party.station) if party.station else None
        return party if known is None else known.party

    def _other_side(self, kind: BatchKind, item_id: str) -> Party:
        """Return whom an item came from, or for a cancellation whom it went to."""
        if kind is BatchKind.CANCEL:
            sent = self._store.last_sent(item_id)
            if sent is None:
                raise InfodeskError(Code.BATCH_NOT_FOUND, batch=item_id)
            return sent.recipient
        taken = self._store.last_taken(item_id)
        return Party() if taken is None else taken[0].sender


def _picked(found: Mapping[str, Told], name: str) -> Told:
    try:
        return found[name.strip().lower()]
    except KeyError:
        raise InfodeskError(Code.ANSWER_NOT_FOUND, answer=name) from None
