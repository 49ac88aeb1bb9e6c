"""Drops (投递箱): a folder that offices share, from which each fetches what the others put there.

What was sent and seen is a value of its own per file, so that nothing is sent or fetched twice.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infodesk.core.batches import BatchRecord
    from infodesk.core.errors import InfodeskError

SUFFIX = ".idb"

DIGEST_DIGITS = 12
"""How many digits of the manifest's digest a file's name in a drop bears."""

LONGEST_NAME = 200
"""Longest name that is fetched, in UTF-8 bytes; every file system takes it."""

EVERY_MINUTES = 15
PATIENCE_MINUTES = 30
"""How long a file that does not read is taken for one that is still being uploaded."""


class DropKind(StrEnum):
    """How a drop is reached."""

    FOLDER = "folder"
    SFTP = "sftp"
    WEBDAV = "webdav"
    S3 = "s3"


@dataclass(frozen=True, slots=True)
class Drop:
    """Where batches are put and fetched.

    Attributes:
        address: a folder, ``sftp://host:port/path``, ``https://host/path`` (WebDAV), or
            ``https://host/bucket`` and ``s3://bucket``.
        send_to: folder below the address that our batches go to; empty for the address itself.
        fetch_from: folder below the address that others' batches are fetched from.
        secret: password, or the text of a private key; shown nowhere.
        host_key: fingerprint of the SFTP server, kept when it was first met.
        active: whether it is tended by itself while the window is open.
        since: day from which batches exported are put there; earlier ones went another way.
    """

    kind: DropKind
    address: str
    send_to: str = ""
    fetch_from: str = ""
    user: str = ""
    secret: str = field(default="", repr=False)
    host_key: str = ""
    active: bool = False
    every_minutes: int = EVERY_MINUTES
    patience_minutes: int = PATIENCE_MINUTES
    since: date | None = None

    def place(self, folder: str) -> str:
        """Return how the journal names a folder of this drop."""
        return f"{self.kind} {self.address.rstrip('/')}" + (f"/{folder}" if folder else "")


class DropState(StrEnum):
    """What became of a file in a drop."""

    SENT = "sent"
    FETCHED = "fetched"
    OWN = "own"
    WAITING = "waiting"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class DropFile:
    """What the journal knows of one file in a drop.

    Attributes:
        place: which drop, as ``Drop.place`` names it.
        batch: id of its batch; empty while it was not read.
        mark: what the drop said of the file when it was last read: size and time of change.
        first_at: when it was first seen or sent.
        at: when it came to its state.
        reason: name of the error for which it could not be read, else empty.
    """

    place: str
    name: str
    state: DropState
    batch: str
    mark: str
    first_at: datetime
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A batch file that was fetched, verified and put beside the journal."""

    path: Path
    sender: str


@dataclass(frozen=True, slots=True)
class Synced:
    """What one round brought.

    Attributes:
        sent: names of our batches that are whole in the drop since now.
        fetched: others' batches that are now beside the journal.
        waiting: names that do not read yet; they may still be under way.
        damaged: names that did not become readable in time; each is told once.
        strange: names that are refused because of what they are.
        unsent: our batches whose exported file is gone or was changed.
        troubles: what stopped a file or the round; the next round tries again.
    """

    sent: tuple[str, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    waiting: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    unsent: tuple[BatchRecord, ...] = ()
    troubles: tuple[InfodeskError, ...] = ()


def name_in_drop(record: BatchRecord) -> str:
    """Return the name of a batch in any drop; no other content ever gets it."""
    station = re.sub(r"[^A-Za-z0-9]", "", record.sender.station) or "station"
    day = f"{record.created_at:%Y%m%d}"
    return f"{station[:40]}-{day}-{record.number:03}-{record.digest[:DIGEST_DIGITS]}{SUFFIX}"


_NAME = re.compile(rf"[^.\s].*-(?P<digest>[0-9a-f]{{{DIGEST_DIGITS}}}){re.escape(SUFFIX)}")
_FORBIDDEN = frozenset('/\\:*?"<>|')


def digest_in(name: str) -> str | None:
    """Return the digits of the digest in a name, or None where the name is not to be fetched.

    A name that leaves the drop, carries a path, or that some file system would change is refused.
    """
    found = _NAME.fullmatch(name)
    if found is None or len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        return None
    if unicodedata.normalize("NFC", name) != name or not name.isprintable():
        return None
    return None if _FORBIDDEN.intersection(name) else found["digest"]


def is_inside(folder: str) -> bool:
    """Whether a folder of a drop stays below its address."""
    parts = folder.split("/")
    plain = not PurePosixPath(folder).is_absolute() and folder.isprintable()
    return plain and not {"..", "."}.intersection(parts) and not set('\\:*?"<>|') & set(folder)
