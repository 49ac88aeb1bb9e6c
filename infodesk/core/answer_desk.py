"""The acts that answer items: adopt, withdraw, commission, direct; typed, or come in a batch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from infodesk.core.answers import (
    Adoption,
    Commission,
    Conflict,
    Directive,
    KeptAdoption,
    Receipt,
    ReceiptVia,
    Standing,
    Withdrawal,
)
from infodesk.core.audit import AuditAction, digest, note
from infodesk.core.batches import BatchRecord, Direction
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.identifiers import uuid7
from infodesk.core.item_desk import ItemDesk
from infodesk.core.ports import AnswerStore, Ids


class AnswerDesk:
    """Where answers are recorded. An import goes through the same methods as typing does."""

    def __init__(self, store: AnswerStore, items: ItemDesk, clock: Clock) -> None:
        self._store = store
        self._items = items
        self._clock = clock

    def adopt(
        self,
        item: str,
        *,
        publication: str,
        number: str,
        day: date,
        by: str = "",
        form: str = "",
        points: float | None = None,
        sha256: str = "",
    ) -> KeptAdoption:
        """Record that an item was printed.

        Args:
            item: its UUID or its number in this journal.
            publication: where, as 每日要情.
            number: of the issue, as 第47期.
            day: date of the issue.
            by: who records it.
            form: single or synthesis, as the office calls it.
            points: what it counts, where that is said.
            sha256: hash of the text as printed; that of the item as it stands where empty.

        Raises:
            InfodeskError: ITEM_NOT_FOUND, ADOPTION_NOT_FOUND where no publication is named.
        """
        found = self._items.get(item)
        if not publication.strip():
            raise InfodeskError(Code.NAME_REQUIRED)
        adoption = Adoption(
            id=uuid7(self._clock.now()),
            item=found.id,
            title=found.content.title[:200],
            publication=publication.strip(),
            number=number.strip(),
            day=day,
            sha256=sha256 or found.content.sha256(),
            form=form,
            points=points,
        )
        return self.take_adoption(adoption, origin="", by=by)

    def take_adoption(self, adoption: Adoption, *, origin: str, by: str) -> KeptAdoption:
        """Keep an adoption that was typed here or told by another station."""
        now = self._clock.now()
        kept = KeptAdoption(adoption, origin, now, by)
        with self._store.atomic():
            self._store.add_adoption(kept)
            note(
                self._store,
                AuditAction.ADOPT,
                actor=by,
                subject=adoption.item,
                at=now,
                sha256=adoption.sha256,
                detail={"adoption": adoption.id, "origin": origin, "points": adoption.points},
            )
        return kept

    def withdraw(self, adoption_id: str, reason: str, *, by: str = "") -> KeptAdoption:
        """Take an adoption back; it stays on record as withdrawn.

        Raises:
            InfodeskError: ADOPTION_NOT_FOUND, ADOPTION_WITHDRAWN, REASON_REQUIRED.
        """
        if not reason.strip():
            raise InfodeskError(Code.REASON_REQUIRED)
        with self._store.atomic():
            kept = self.adoption(adoption_id)
            if not kept.stands:
                raise InfodeskError(Code.ADOPTION_WITHDRAWN, title=kept.adoption.title)
            now = self._clock.now()
            self._store.withdraw_adoption(kept.adoption.id, now, by, reason.strip())
            note(
                self._store,
                AuditAction.WITHDRAW_ADOPTION,
                actor=by,
                subject=kept.adoption.item,
                at=now,
                reason=reason.strip(),
                detail={"adoption": kept.adoption.id},
            )
        return self.adoption(adoption_id)

    def adoption(self, adoption_id: str) -> KeptAdoption:
        """Return an adoption.

        Raises:
            InfodeskError: ADOPTION_NOT_FOUND.
        """
        kept = self._store.adoption(adoption_id.strip().lower())
        if kept is None:
            raise InfodeskError(Code.ADOPTION_NOT_FOUND, adoption=adoption_id)
        return kept

    def ids(self) -> list[str]:
        """Return the ids of adoptions, directives and commissions, the newest first."""
        return self._store.answer_ids()

    def adoptions(self, item: str = "", ids: Ids = None) -> list[KeptAdoption]:
        """Return the adoptions of an item, or all, the newest first."""
        return self._store.adoptions(self._items.get(item).id if item else "", ids)

    def adoptions_of(self, item_id: str) -> list[KeptAdoption]:
        """Return the adoptions of an item by its UUID, whether or not it is in this journal."""
        return self._store.adoptions(item_id)

    def withdrawal(self, adoption_id: str) -> Withdrawal:
        """Return the line that tells an adoption's origin that it was withdrawn.

        Raises:
            InfodeskError: ADOPTION_NOT_FOUND where there is none, or it stands.
        """
        kept = self.adoption(adoption_id)
        if kept.withdrawn_at is None:
            raise InfodeskError(Code.ADOPTION_NOT_FOUND, adoption=adoption_id)
        said = kept.adoption
        return Withdrawal(
            said.id, said.item, said.title, kept.withdrawn_because, kept.withdrawn_at.date()
        )

    def commission(
        self,
        title: str,
        text: str,
        *,
        due: date | None = None,
        points: float | None = None,
        by: str = "",
    ) -> Commission:
        """Record a topic that others are asked to write on.

        Raises:
            InfodeskError: NAME_REQUIRED where the topic is empty.
        """
        if not title.strip():
            raise InfodeskError(Code.NAME_REQUIRED)
        commission = Commission(uuid7(self._clock.now()), title.strip(), text, due, points)
        self.take_commission(commission, origin="", by=by)
        return commission

    def take_commission(self, commission: Commission, *, origin: str, by: str) -> None:
        """Keep a commission that was typed here or told by another station."""
        self._store.add_commission(commission, origin, self._clock.now(), by)

    def commissions(self, ids: Ids = None) -> list[tuple[Commission, str]]:
        """Return every commission with the station it came from, the newest first."""
        return self._store.commissions(ids)

    def direct(
        self, item: str, *, leader: str, text: str, day: date, post: str = "", by: str = ""
    ) -> Directive:
        """Record what a leader wrote on an item.

        Raises:
            InfodeskError: ITEM_NOT_FOUND, NAME_REQUIRED.
        """
        found = self._items.get(item)
        if not leader.strip():
            raise InfodeskError(Code.NAME_REQUIRED)
        directive = Directive(
            uuid7(self._clock.now()),
            found.id,
            found.content.title[:200],
            leader.strip(),
            day,
            text,
            post.strip(),
        )
        self.take_directive(directive, origin="", by=by)
        return directive

    def take_directive(self, directive: Directive, *, origin: str, by: str) -> None:
        """Keep a directive that was typed here or told by another station."""
        self._store.add_directive(directive, origin, self._clock.now(), by)

    def directives(self, item: str = "", ids: Ids = None) -> list[tuple[Directive, str]]:
        """Return the directives on an item, or all, with the stations they came from."""
        return self._store.directives(self._items.get(item).id if item else "", ids)

    def record_receipt(
        self,
        record: BatchRecord,
        *,
        via: ReceiptVia,
        said_at: datetime,
        said_by: str,
        by: str = "",
    ) -> Receipt:
        """Write down that a batch of ours arrived, as it was heard or as a fax says.

        It is our own record, marked as such wherever it is shown; the receiver signed nothing.

        Args:
            record: the batch, which we sent.
            via: how it was heard; never SIGNED.
            said_at: when.
            said_by: who answered.
            by: who writes it down.

        Raises:
            InfodeskError: NAME_REQUIRED where nobody is named.
        """
        if via is ReceiptVia.SIGNED:
            raise ValueError(via)
        if not said_by.strip():
            raise InfodeskError(Code.NAME_REQUIRED)
        now = self._clock.now()
        receipt = Receipt(
            id=uuid7(now),
            batch_id=record.id,
            via=via,
            at=now,
            by=by,
            station=record.recipient.station,
            name=record.recipient.name,
            said_at=said_at,
            said_by=said_by.strip(),
        )
        with self._store.atomic():
            self._store.add_receipt(receipt, Direction.RECEIVED, None)
            note(
                self._store,
                AuditAction.RECEIPT,
                actor=by,
                subject=record.id,
                at=now,
                sha256=digest([via, said_at.isoformat(), receipt.said_by]),
                detail={"via": via},
            )
        return receipt

    def receipts(self, batch_id: str) -> list[Receipt]:
        """Return the receipts that came for a batch we sent, the first one first."""
        return self._store.receipts(batch_id, Direction.RECEIVED)

    def standing(self, batch_id: str) -> Standing:
        """Return how far a batch that we sent has come: the furthest of what happened."""
        return self.standings([batch_id])[batch_id]

    def standings(self, batch_ids: Sequence[str]) -> dict[str, Standing]:
        """Return how far batches that we sent have come, by their ids; asked all at once."""
        reached = self._store.standings(batch_ids)
        furthest = (Standing.RETURNED, Standing.ADOPTED, Standing.DELIVERED)
        return {
            batch_id: next(
                (each for each in furthest if each in reached.get(batch_id, ())), Standing.EXPORTED
            )
            for batch_id in batch_ids
        }

    def conflicts(self, *, settled: bool = False) -> list[Conflict]:
        """Return the conflicts that are open, or those that were settled, the newest first."""
        return self._store.conflicts(settled=settled)

    def settle(self, number: int, *, by: str = "") -> None:
        """Record that a person looked at a conflict and it needs no more.

        Raises:
            InfodeskError: ANSWER_NOT_FOUND where there is no such open conflict.
        """
        if not self._store.settle(number, self._clock.now(), by):
            raise InfodeskError(Code.ANSWER_NOT_FOUND, answer=number)
