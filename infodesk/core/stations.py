"""Stations: who signs, whose keys are known, and since when; nothing is trusted silently.

A station is an office's journal with two keys: one to sign (Ed25519), one that files are encrypted
to (X25519). A key becomes known by its card, compared with the stamped paper or by telephone, or by
the roster that our superior signs (reliability.md, 3.3).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from infodesk.core.batches import Party
from infodesk.core.errors import Code, InfodeskError

GROUPS, GROUP_DIGITS = 8, 5
"""A fingerprint is eight groups of five digits, to be read aloud."""


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The keys of this office; the private parts stay in the journal and go nowhere else.

    All are 64 hexadecimal digits.

    Attributes:
        sign: private part of the signing key.
        key: its public part.
        unbox: private part of the encryption key.
        box: its public part.
    """

    sign: str
    key: str
    unbox: str
    box: str


class Via(StrEnum):
    """How a station's key became known."""

    CARD = "card"
    ROSTER = "roster"


class Ending(StrEnum):
    """Why a key does not hold any more."""

    REVOKED = "revoked"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Station:
    """A key that was made known, of a station.

    Attributes:
        number: in this journal.
        superior: whether its rosters are believed.
        since: from when it holds.
        until: until when; None for no end.
        ended_at: when it was revoked or replaced; None while it holds.
        at: when it was made known here.
        by: who did it.
    """

    party: Party
    via: Via
    at: datetime
    by: str
    since: datetime
    until: datetime | None = None
    superior: bool = False
    number: int = 0
    ended_at: datetime | None = None
    ending: Ending | None = None
    because: str = ""

    @property
    def holds(self) -> bool:
        """Whether it was neither revoked nor replaced."""
        return self.ending is None


class Trust(StrEnum):
    """What our journal knows of the key that signed a file."""

    KNOWN = "known"
    OWN = "own"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file of an unknown sender: readable, not taken in until its sender is known.

    Attributes:
        digest: SHA-256 of its manifest, by which it is named.
        kind: as the manifest says.
        lines: how many lines it has.
    """

    digest: str
    batch_id: str
    kind: str
    sender: Party
    at: datetime
    lines: int


def fingerprint(party: Party) -> str:
    """Return what is compared with the stamped paper: eight groups of five digits.

    It covers both keys and the station's code, so that no card can borrow another's fingerprint.
    """
    covered = f"infodesk station {party.station} {party.key} {party.box}"
    digest = hashlib.sha512(covered.encode()).digest()
    groups = (int.from_bytes(digest[5 * n : 5 * n + 5]) for n in range(GROUPS))
    return " ".join(f"{group % 10**GROUP_DIGITS:0{GROUP_DIGITS}}" for group in groups)


def same_fingerprint(party: Party, told: str) -> bool:
    """Tell whether a fingerprint that was read off paper or telephone is a station's; all of it."""
    digits = "".join(mark for mark in told if mark.isascii() and mark.isdigit())
    return digits == fingerprint(party).replace(" ", "")


def require_holding(station: Station, created: datetime) -> None:
    """Refuse a key that did not hold when a file was made.

    A revoked key may have been stolen, and who stole it can date a file as he likes: no file of
    its is taken any more, whatever its date. A replaced or expired one still stands for what was
    signed before.

    Raises:
        InfodeskError: STATION_KEY_REVOKED, STATION_KEY_ENDED.
    """
    name = station.party.label
    if station.ending is Ending.REVOKED:
        raise InfodeskError(Code.STATION_KEY_REVOKED, station=name, at=station.ended_at)
    ends = [end for end in (station.until, station.ended_at) if end is not None]
    if created < station.since or any(created > end for end in ends):
        raise InfodeskError(Code.STATION_KEY_ENDED, station=name, at=min(ends, default=None))
