"""The audit chain: what was approved, numbered, sent, received or withdrawn, entry bound to entry.

An entry's hash covers the hash of the entry before it, so no entry can be changed, left out or put
in between without every later hash changing. A cut of the last entries can't be seen from inside:
the head's hash travels with batches, so that a holder outside can name it (reliability.md, 5).

Entries carry no text of an item and no reason, only their hashes: what is redacted later never
breaks the chain. Order is by the counter ``n``; the time is a label.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from infodesk.core.clock import stamp

if TYPE_CHECKING:
    from infodesk.core.ports import AuditStore

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

CLOCK_SLACK = timedelta(minutes=1)
"""How far a clock may run back unremarked: what setting it by the network does."""

SHORT_CODE_DIGITS = 12

PRINTS_CODE = "bulletin.audit_code"
"""Setting: ``on`` where the foot of an issue bears the short code of its signing."""


class AuditAction(StrEnum):
    """What an entry records."""

    BEGIN = "begin"
    APPROVE = "approve"
    WITHDRAW_APPROVAL = "withdraw-approval"
    HOLD = "hold"
    RELEASE = "release"
    RETURN = "return"
    SIGN = "sign"
    WITHDRAW_ISSUE = "withdraw-issue"
    SEND = "send"
    RECEIVE = "receive"
    ADOPT = "adopt"
    WITHDRAW_ADOPTION = "withdraw-adoption"
    TRUST = "trust"
    REVOKE = "revoke"
    RECEIPT = "receipt"
    REDACT = "redact"
    RESTORE_BACKUP = "restore-backup"
    CLOCK_BACK = "clock-back"


class Fault(StrEnum):
    """How a link of the chain is broken."""

    MISSING = "missing"
    CHANGED = "changed"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One entry of the chain.

    Attributes:
        n: its place, counted from 1.
        at: when it was recorded, as stored: ISO 8601 with the offset kept.
        subject: what it is about: the id of an item, an issue or a batch.
        version: which version of an item's text; 0 where none is meant.
        sha256: hash of the content it is about; empty where there is none.
        detail: canonical JSON.
        prev: hash of the entry before, ``GENESIS`` for the first.
        hash: SHA-256 over everything above.
    """

    n: int
    at: str
    actor: str
    action: str
    subject: str
    version: int
    sha256: str
    detail: str
    prev: str
    hash: str

    def sealed_hash(self) -> str:
        """Return what ``hash`` must be."""
        covered = [
            *(self.n, self.at, self.actor, self.action, self.subject),
            *(self.version, self.sha256, self.detail, self.prev),
        ]
        return digest(covered)

    @property
    def moment(self) -> datetime:
        """When it was recorded."""
        return datetime.fromisoformat(self.at)

    @property
    def short_code(self) -> str:
        """The beginning of the hash in groups of four, to be printed and read aloud."""
        digits = self.hash[:SHORT_CODE_DIGITS]
        groups = [digits[start : start + 4] for start in range(0, len(digits), 4)]
        return f"{self.n}-{'-'.join(groups)}"


@dataclass(frozen=True, slots=True)
class Break:
    """The first link that does not hold: the entry that is missing, changed or tied wrongly."""

    n: int
    fault: Fault


def canonical(value: object) -> str:
    """Return a value as the JSON that is hashed: keys sorted, no spaces, characters as they are."""
    return _canonical.encode(value)


def digest(value: object) -> str:
    """Return the SHA-256 of a value's canonical JSON, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def note(
    store: AuditStore,
    action: AuditAction,
    *,
    actor: str,
    subject: str,
    at: datetime,
    version: int = 0,
    sha256: str = "",
    reason: str = "",
    detail: Mapping[str, object] | None = None,
) -> AuditEntry:
    """Append one entry; the only place where the chain is written.

    It belongs into the transaction of the act it records. A time that lies before the newest
    entry's is kept as it is, and an entry before it says that the clock was set back.

    Args:
        store: the journal's chain.
        action: what was done.
        actor: who did it.
        subject: id of what it was done to.
        at: when.
        version: which version of an item's text.
        sha256: hash of the content.
        reason: only its hash enters the chain.
        detail: whatever else belongs on record; no text of an item.
    """
    noted = dict(detail or {})
    if reason:
        noted["reason_sha256"] = hashlib.sha256(reason.encode()).hexdigest()
    head = store.head()
    if head is not None and set_back(head, at):
        newest = canonical({"newest": head.at})
        moved = (stamp(at), actor, AuditAction.CLOCK_BACK, subject, 0, "", newest)
        head = _append(store, head, moved)
    said = (stamp(at), actor, action, subject, version, sha256, canonical(noted))
    return _append(store, head, said)


def _append(
    store: AuditStore, head: AuditEntry | None, said: tuple[str, str, str, str, int, str, str]
) -> AuditEntry:
    """Bind an entry to the newest one; ``said`` is what it has between ``n`` and ``prev``."""
    n, prev = (1, GENESIS) if head is None else (head.n + 1, head.hash)
    entry = AuditEntry(n, *said, prev, digest([n, *said, prev]))
    store.append(entry)
    return entry


def set_back(head: AuditEntry | None, now: datetime) -> bool:
    """Tell whether a clock stands before the newest entry by more than the network's setting."""
    return head is not None and now < head.moment - CLOCK_SLACK


def first_break(entries: Iterable[AuditEntry]) -> Break | None:
    """Return the first link that does not hold, or None; entries come in the order of ``n``."""
    prev, expected = GENESIS, 1
    for entry in entries:
        if entry.n != expected:
            return Break(expected, Fault.MISSING)
        if entry.hash != entry.sealed_hash():
            return Break(entry.n, Fault.CHANGED)
        if entry.prev != prev:
            return Break(entry.n, Fault.UNLINKED)
        prev, expected = entry.hash, expected + 1
    return None
