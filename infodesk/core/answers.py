"""What is answered to items, as values: each is one line of a batch that is no report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from infodesk.core.batches import BatchKind, Because, Party


class Result(StrEnum):
    """What the receiver of a batch did with one line of it."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """The answer to one line of a batch.

    Attributes:
        line: its place in the batch answered, counted from 1.
        id: the item of that line, as far as it could be read.
        because: why it is in conflict or refused; None for the others.
        sha256: hash of the text that was taken.
    """

    line: int
    result: Result
    id: str = ""
    because: Because | None = None
    sha256: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """An item was printed in a publication of the office that says so.

    Attributes:
        id: UUIDv7 of the adoption itself, by which it can be withdrawn.
        item: UUIDv7 of the item.
        publication: as 每日要情.
        number: of the issue, as 第47期.
        day: date of the issue.
        sha256: hash of the text as it was printed; empty where it was not told.
        form: single or in a synthesis, as the office calls it; empty where it was not told.
        points: what it counts, where the sender says so.
    """

    id: str
    item: str
    title: str
    publication: str
    number: str
    day: date
    sha256: str = ""
    form: str = ""
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An adoption is taken back; ``id`` is the adoption's."""

    id: str
    item: str
    title: str
    reason: str
    day: date


@dataclass(frozen=True, slots=True)
class Commission:
    """A topic that an office is asked to write on (约稿).

    Attributes:
        id: UUIDv7.
        title: the topic.
        text: what is asked for.
        due: last day; None where none was set.
    """

    id: str
    title: str
    text: str
    due: date | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """What a leader wrote on an item (批示).

    Attributes:
        id: UUIDv7.
        item: UUIDv7 of the item.
        leader: name of the leader.
        post: as 副市长.
    """

    id: str
    item: str
    title: str
    leader: str
    day: date
    text: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """An item is sent back to be changed (退稿); ``id`` is the item's."""

    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """An item that was sent is taken back by its sender; ``id`` is the item's."""

    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A station of the network, as its superior vouches for it.

    Attributes:
        party: the station with both its keys.
        since: from when its key holds.
        until: until when; None for no end.
        revoked: when its key was revoked; None where it was not.
        because: why it was revoked.
    """

    party: Party
    since: datetime
    until: datetime | None = None
    revoked: datetime | None = None
    because: str = ""

    @property
    def id(self) -> str:
        """The station's code."""
        return self.party.station

    @property
    def title(self) -> str:
        """The station's name."""
        return self.party.label


Answer = ReceiptLine | Adoption | Withdrawal | Commission | Directive | Return | Cancel | RosterLine
"""Any line of a batch that is no report."""


class ReceiptVia(StrEnum):
    """How a receipt came: signed by the receiver, or heard and written down by ourselves."""

    SIGNED = "signed"
    PHONE = "phone"
    FAX = "fax"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a batch came in: given by us, or received from whom we sent it to.

    Attributes:
        id: UUIDv7.
        batch_id: the batch it answers.
        via: ``SIGNED`` is the receiver's word; everything else is our own record of it.
        at: when it was recorded in this journal.
        by: who recorded it.
        station: of the receiver, as far as known.
        name: of the receiving office.
        said_at: the receiver's clock, or when the telephone was answered.
        said_by: who answered, where we wrote it down ourselves.
        audit_head: of the receiver, where it signed.
        gaps: numbers the receiver never got.
        lines: the answers item by item; empty where we wrote it down ourselves.
    """

    id: str
    batch_id: str
    via: ReceiptVia
    at: datetime
    by: str
    station: str
    name: str
    said_at: datetime
    said_by: str = ""
    audit_head: str = ""
    gaps: tuple[int, ...] = ()
    lines: tuple[ReceiptLine, ...] = ()

    @property
    def is_signed(self) -> bool:
        """Whether the receiver signed it."""
        return self.via is ReceiptVia.SIGNED


@dataclass(frozen=True, slots=True)
class KeptAdoption:
    """An adoption in our journal.

    Attributes:
        origin: code of the station that told it; empty where it was typed here.
        at: when it was recorded.
        withdrawn_at: None while it stands.
    """

    adoption: Adoption
    origin: str
    at: datetime
    by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_because: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line of a received batch that was kept beside what we have, for a person to settle.

    Attributes:
        number: in this journal.
        said: the line as it came, as JSON; for an item its text is with the batch's entry.
    """

    number: int
    batch_id: str
    line: int
    kind: BatchKind
    item: str
    title: str
    because: Because
    said: str
    at: datetime
    settled_at: datetime | None = None
    settled_by: str = ""


class Standing(StrEnum):
    """How far a batch that we sent has come."""

    EXPORTED = "exported"
    DELIVERED = "delivered"
    ADOPTED = "adopted"
    RETURNED = "returned"
