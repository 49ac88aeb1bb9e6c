"""Batches of items between offices, as values; their file is made in ``exchange.container``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from infodesk.core.items import Content

if TYPE_CHECKING:
    from infodesk.core.answers import Answer


class BatchKind(StrEnum):
    """What a batch file says: items upward, and everything that is answered to them."""

    REPORT = "report"
    RECEIPT = "receipt"
    ADOPTION = "adoption"
    WITHDRAWAL = "withdrawal"
    COMMISSION = "commission"
    DIRECTIVE = "directive"
    RETURN = "return"
    CANCEL = "cancel"
    ROSTER = "roster"
    CARD = "card"


UNNUMBERED = frozenset({BatchKind.RECEIPT, BatchKind.CARD})
"""Kinds that stand outside a stream: a receipt is told by what it answers, a card by its key."""


class BatchStatus(StrEnum):
    """Whether a batch is meant (EDXL-DE's words); drills and tests never count."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    TEST = "test"


class Direction(StrEnum):
    """Which way a batch went."""

    SENT = "sent"
    RECEIVED = "received"


class EntryStatus(StrEnum):
    """What a line of a batch is to our journal.

    In a batch we made every item is sent, and every other line told.
    """

    SENT = "sent"
    TOLD = "told"
    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    CONFLICTING = "conflicting"
    REFUSED = "refused"


class Because(StrEnum):
    """Why an item of a batch is conflicting or refused, by its name in the messages table."""

    EDITED_HERE = "edited-here"
    IN_TRASH = "in-trash"
    OLDER = "older"
    OTHER_SENDER = "other-sender"
    UNREADABLE = "unreadable"
    LINE_TOO_LONG = "line-too-long"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    UNCLEAN = "unclean"
    CLASSIFIED = "classified"
    NOT_AS_APPROVED = "not-as-approved"
    TWICE = "twice"
    HAS_ATTACHMENTS = "has-attachments"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_ADOPTION = "unknown-adoption"
    DIFFERS = "differs"
    STATE_FORBIDS = "state-forbids"
    KEY_ENDED = "key-ended"
    OTHER_REASON = "other-reason"


@dataclass(frozen=True, slots=True)
class Party:
    """An office as a batch names it.

    Attributes:
        station: the code of its journal; empty for an office that is known by name only.
        name: for people.
        key: its Ed25519 public key, 64 hexadecimal digits, with which it signs.
        box: its X25519 public key, 64 hexadecimal digits, to which files are encrypted.
    """

    station: str = ""
    name: str = ""
    key: str = ""
    box: str = ""

    @property
    def label(self) -> str:
        """The name, or the code where no name was given."""
        return self.name or self.station


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure an item states, as its sender's checker read it; see ``findings.Figure``."""

    name: str
    value: float
    unit: str
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Where an item stands among the reports on one event.

    Attributes:
        event: UUIDv7 of the event.
        number: its place in the chain, counted from 1.
        predecessor: UUIDv7 of the item before it; empty for the first.
        leg: what it is there, as 续报.
    """

    event: str
    number: int
    predecessor: str = ""
    leg: str = ""


@dataclass(frozen=True, slots=True)
class BatchItem:
    """An approved item as it travels; its author stays at home.

    Attributes:
        id: UUIDv7, the same on every desk.
        approved_by: who answers for the text in the sending office.
        profile: the name of its kind for people, as the sending office calls it.
        flags: words the sending office marked it with.
        figures: what it counts.
        chain: where it stands among the reports on an event; None for a single item.
        attachments: SHA-256 of the files that belong to it.
        known_sha256: hash of the text as it travels, from the journal or from a line that was held
            against it; empty where it is not known yet.
    """

    id: str
    kind: str
    content: Content
    unit: str
    created_at: datetime
    approved_at: datetime
    approved_by: str
    profile: str = ""
    flags: tuple[str, ...] = ()
    figures: tuple[Quantity, ...] = ()
    chain: Chain | None = None
    attachments: tuple[str, ...] = ()
    known_sha256: str = field(default="", compare=False)

    @property
    def title(self) -> str:
        """The title of its text."""
        return self.content.title

    @property
    def sha256(self) -> str:
        """The hash of its text."""
        return self.known_sha256 or self.content.sha256()


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """An item of a whole batch that can't be taken: its line, counted from 1, and why.

    Attributes:
        id: as far as it could be read, else empty.
        title: as far as it could be read, else empty.
    """

    line: int
    because: Because
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Privacy:
    """What a report says of the personal data in it.

    Attributes:
        masked: how many numbers and addresses were masked before it left.
        kept: items whose personal data was left in, each confirmed by name.
    """

    masked: int = 0
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What one batch file says.

    Attributes:
        id: UUIDv7.
        items: the items of a report; other kinds have none.
        answers: what any other kind says, line by line.
        stream: which way it goes, as ``sender>recipient``; numbers are counted along it.
        seq: its number in the stream, from 1; 0 for what is not numbered (receipts, drills).
        prev: digest of the batch before it in the stream; empty for the first.
        in_reply_to: the batch it answers; empty where it answers none.
        replied: digest of the batch it answers, so that a receipt is of that very file.
        gaps: numbers of the answered stream that never came, in a receipt.
        audit_head: newest hash of the sender's audit chain, for a holder outside to keep.
        refused: lines that a reader can't take; a writer has none.
        attachments: SHA-256 of each attached file with its bytes.
        digest: SHA-256 of the manifest, which names every other part; empty until written.
        manifest: the manifest as it was signed; empty until written.
        signature: the minisign signature over it; empty until written.
    """

    id: str
    created_at: datetime
    items: Sequence[BatchItem] = ()
    from_office: Party = Party()
    to_office: Party = Party()
    status: BatchStatus = BatchStatus.ACTUAL
    kind: BatchKind = BatchKind.REPORT
    answers: Sequence[Answer] = ()
    stream: str = ""
    seq: int = 0
    prev: str = ""
    in_reply_to: str = ""
    replied: str = ""
    gaps: tuple[int, ...] = ()
    audit_head: str = ""
    privacy: Privacy = Privacy()
    refused: Sequence[RefusedLine] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()
    digest: str = ""
    manifest: str = ""
    signature: str = ""

    @property
    def sender(self) -> str:
        """The sending office for people."""
        return self.from_office.label

    @property
    def recipient(self) -> str:
        """The office it is for, for people."""
        return self.to_office.label

    @property
    def lines(self) -> int:
        """How many lines it has, those that can't be taken among them."""
        return len(self.items) + len(self.answers) + len(self.refused)


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch in our journal.

    Attributes:
        created_at: when the sender made it.
        at: when it was sent or received here.
        by: who did it.
        path: the file we made, where it was put; None for a received one.
        number: of the batches sent that day, from 1; 0 for a received one.
        manifest: as it was signed: with the signature, the proof of what was said.
    """

    id: str
    direction: Direction
    status: BatchStatus
    digest: str
    created_at: datetime
    at: datetime
    by: str
    sender: Party
    recipient: Party
    path: Path | None
    number: int = 0
    kind: BatchKind = BatchKind.REPORT
    stream: str = ""
    seq: int = 0
    in_reply_to: str = ""
    audit_head: str = ""
    manifest: str = ""
    signature: str = ""

    @property
    def privacy(self) -> Privacy:
        """What the batch says of the personal data in it."""
        said = json.loads(self.manifest or "{}").get("personal", {})
        return Privacy(said.get("masked", 0), tuple(said.get("kept", ())))


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """What became of one line of a batch: the proof of having sent or received it.

    Attributes:
        place: its line in the batch, counted from 1.
        item_id: the item, or what else the line is about.
        sha256: hash of the text as it travelled; empty where it could not be read.
        content: the text as it travelled, kept where the journal holds another one.
    """

    batch_id: str
    place: int
    item_id: str
    title: str
    status: EntryStatus
    sha256: str
    approved_at: datetime | None
    because: Because | None = None
    content: Content | None = None
