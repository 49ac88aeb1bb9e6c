"""Items: what a unit reports, as values. The acts upon them are in ``item_desk``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

WHOLE = "whole"
"""Key of the one section of a text that has not been split yet."""

MAX_CHARACTERS = 100_000
"""Longest item that is kept: thirty times the longest a unit writes (domain.md, section 1)."""

_quoted = json.encoder.encode_basestring
"""A text as JSON with every letter as it is: what ``json.dumps(ensure_ascii=False)`` writes."""


class ItemState(StrEnum):
    """Where an item stands.

    An item that was issued and sent is ISSUED and has its ``sent_at``.
    """

    DRAFT = "draft"
    HELD = "held"
    RETURNED = "returned"
    APPROVED = "approved"
    SENT = "sent"
    ISSUED = "issued"


EDITABLE = frozenset({ItemState.DRAFT, ItemState.RETURNED})
"""States in which the text may be changed."""

APPROVED_STATES = frozenset({ItemState.APPROVED, ItemState.SENT, ItemState.ISSUED})
"""States that rest on a valid approval: such an item may be issued and sent."""


class Source(StrEnum):
    """How an item came into the journal."""

    TYPED = "typed"
    FILE = "file"
    BATCH = "batch"


class Act(StrEnum):
    """What was done to an item; each is recorded with who, when and why."""

    ADD = "add"
    APPROVE = "approve"
    WITHDRAW_APPROVAL = "withdraw-approval"
    HOLD = "hold"
    RELEASE = "release"
    RETURN = "return"
    ISSUE = "issue"
    UNISSUE = "unissue"
    SEND = "send"
    RECEIVE = "receive"
    DISCARD = "discard"
    RESTORE = "restore"
    REDACT = "redact"
    WITNESS = "witness"


class Flag(StrEnum):
    """What a sending office marks an item with, so that the receiver sees it beside the text."""

    DESPITE = "despite"
    ISSUED = "issued"
    FORWARDED = "forwarded"
    AGAIN = "again"


def known_flags(words: Iterable[str]) -> tuple[Flag, ...]:
    """Return the flags among some words, each once; a newer office may have others."""
    given = set(words)
    return tuple(flag for flag in Flag if flag in given)


class VersionReason(StrEnum):
    """Why a version was kept."""

    LEFT = "left"
    TIMED = "timed"
    APPROVED = "approved"
    SENT = "sent"
    IMPORTED = "imported"
    RESTORED = "restored"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an item: its key in the profile, and its paragraphs joined by line feeds."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an item: a title and its sections in order."""

    title: str
    sections: tuple[Section, ...]

    @property
    def body(self) -> str:
        """The sections' text in order, joined by line feeds; empty sections left out."""
        return "\n".join(section.text for section in self.sections if section.text)

    @property
    def is_split(self) -> bool:
        """Whether the text has been split into its profile's sections."""
        return not any(section.key == WHOLE for section in self.sections)

    def text_of(self, key: str) -> str:
        """Return the text of a section, empty where there is none."""
        return next((section.text for section in self.sections if section.key == key), "")

    def canonical(self) -> str:
        """Return the text whose hash an approval is bound to: compact JSON, keys in fixed order."""
        sections = ",".join(
            f"[{_quoted(section.key)},{_quoted(section.text)}]" for section in self.sections
        )
        return f"[{_quoted(self.title)},[{sections}]]"

    def sha256(self) -> str:
        """Return the hash of the canonical text, 64 hexadecimal digits."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()


def storable(content: Content) -> Content:
    """Return the content with what no journal and no file can hold replaced by U+FFFD.

    That is NUL and lone surrogates; everything else stays, so the same text comes back equal.
    """
    if _is_storable(content.title) and all(_is_storable(part.text) for part in content.sections):
        return content
    sections = tuple(Section(part.key, _storable(part.text)) for part in content.sections)
    return Content(_storable(content.title), sections)


def _is_storable(text: str) -> bool:
    try:
        # As UTF-8 it would be refused for the same, and take twice as long.
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _storable(text: str) -> str:
    return "".join(
        "\ufffd" if mark == "\0" or "\ud800" <= mark <= "\udfff" else mark for mark in text
    )


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it stands now.

    Attributes:
        id: UUIDv7, the same on every desk.
        serial: number in this journal only, from 1.
        rev: grows by one with every change; a save names the one it started from.
        kind: key of the profile that says what the item must state.
        unit: the unit that reports.
        author: who wrote it; never leaves with a batch.
        origin: station the item was received from, empty for our own.
        follows: id of the report this one continues (续报), empty for the first of a chain.
    """

    id: str
    serial: int
    rev: int
    content: Content
    kind: str
    state: ItemState
    created_at: datetime
    updated_at: datetime
    unit: str = ""
    author: str = ""
    source: Source = Source.TYPED
    origin: str = ""
    issued_at: datetime | None = None
    sent_at: datetime | None = None
    discarded_at: datetime | None = None
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A kept version of an item: full text, never changed again. ``number`` counts from 1."""

    item_id: str
    number: int
    content: Content
    sha256: str
    at: datetime
    by: str
    reason: VersionReason


@dataclass(frozen=True, slots=True)
class Received:
    """An item of another station as it is taken in.

    Attributes:
        id: UUIDv7 that its own station gave it.
        kind: key of its profile; the usual one stands in for one that is unknown here.
        unit: who reports.
        follows: the report it continues, which may come later; empty for none.
        sha256: hash of the text, where it was held against it already; empty where it was not.
        flags: what its own station marked it with.
    """

    id: str
    content: Content
    kind: str
    unit: str
    follows: str = ""
    sha256: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved which version; ``despite`` is the reason given where a "must" was open."""

    item_id: str
    revision: int
    sha256: str
    by: str
    at: datetime
    despite: str = ""


@dataclass(frozen=True, slots=True)
class ActRecord:
    """One line of an item's history: what was done, by whom, when, why."""

    item_id: str
    act: Act
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What a list shows of an item; ``section_states`` is empty until the item was checked."""

    id: str
    serial: int
    title: str
    kind: str
    state: ItemState
    unit: str
    updated_at: datetime
    characters: int
    open_musts: int
    section_states: Mapping[str, str]
    sent: bool


class ItemSort(StrEnum):
    """How a list of items is ordered; what is equal, the item last added first."""

    ADDED = "added"
    CHANGED = "changed"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """What a list is narrowed to; an empty value narrows nothing.

    Attributes:
        text: words of title or working text, all of them, as ``core.search.parse`` reads them.
        since: first day, by the day of the last change.
        until: last day, included.
        unused: approved items that no issue holds yet.
        unsent: items that no batch has carried yet.
    """

    states: frozenset[ItemState] = frozenset()
    kind: str = ""
    unit: str = ""
    text: str = ""
    since: date | None = None
    until: date | None = None
    unused: bool = False
    unsent: bool = False
    discarded: bool = False
    sort: ItemSort = ItemSort.ADDED

    @property
    def is_searched(self) -> bool:
        """Whether it takes a look at every item it may leave: it has a text or a period."""
        return bool(self.text.strip()) or self.since is not None or self.until is not None
