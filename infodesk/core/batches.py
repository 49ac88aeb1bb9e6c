"""Batches of items between offices, as values; their file is made in ``exchange.container``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from infodesk.core.items import Content


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
    """What an item of a batch is to our journal; every item of one we made is sent."""

    SENT = "sent"
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


@dataclass(frozen=True, slots=True)
class Party:
    """An office as a batch names it: the code of its journal, and its name for people."""

    station: str = ""
    name: str = ""

    @property
    def label(self) -> str:
        """The name, or the code where no name was given."""
        return self.name or self.station


@dataclass(frozen=True, slots=True)
class BatchItem:
    """An approved item as it travels; its author stays at home.

    Attributes:
        id: UUIDv7, the same on every desk.
        approved_by: who answers for the text in the sending office.
    """

    id: str
    kind: str
    content: Content
    unit: str
    created_at: datetime
    approved_at: datetime
    approved_by: str

    @property
    def title(self) -> str:
        """The title of its text."""
        return self.content.title


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
class Batch:
    """What one batch file says.

    Attributes:
        id: UUIDv7.
        refused: items that a reader can't take; a writer has none.
        digest: SHA-256 of the manifest, which names every other part; empty until written.
    """

    id: str
    created_at: datetime
    items: tuple[BatchItem, ...]
    from_office: Party = Party()
    to_office: Party = Party()
    status: BatchStatus = BatchStatus.ACTUAL
    refused: tuple[RefusedLine, ...] = ()
    digest: str = ""

    @property
    def sender(self) -> str:
        """The sending office for people."""
        return self.from_office.label

    @property
    def recipient(self) -> str:
        """The office it is for, for people."""
        return self.to_office.label


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch in our journal.

    Attributes:
        created_at: when the sender made it.
        at: when it was sent or received here.
        by: who did it.
        path: the file we made, where it was put; None for a received one.
        number: of the batches sent that day, from 1; 0 for a received one.
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


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """What became of one item of a batch: the proof of having sent or received it.

    Attributes:
        place: its line in the batch, counted from 1.
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
