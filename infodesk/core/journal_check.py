"""What a check of the journal finds, as values; ``storage.journal_check`` looks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from infodesk.core.audit import AuditEntry


class DamageKind(StrEnum):
    """What is wrong, by its name in the messages table."""

    UNREADABLE = "unreadable"
    CIPHER = "cipher"
    PAGES = "pages"
    SHAPE = "shape"
    REFERENCE = "reference"
    ROW = "row"
    VERSION = "version"
    APPROVAL = "approval"
    LINK_MISSING = "link-missing"
    LINK_CHANGED = "link-changed"
    LINK_UNLINKED = "link-unlinked"
    BEFORE_CHAIN = "before-chain"
    ACT_UNCHAINED = "act-unchained"
    ACT_MISSING = "act-missing"
    REASON_CHANGED = "reason-changed"
    ISSUE_CHANGED = "issue-changed"


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong with a journal.

    Attributes:
        table: where; ``audit`` for the chain, empty where the whole file is meant.
        row: which row, by its key; an entry's number for the chain.
        item: number or id of the item it belongs to, empty where it belongs to none.
        version: which version of the item, 0 where none is meant.
        said: what SQLite said, where it said something.
    """

    kind: DamageKind
    table: str = ""
    row: str = ""
    item: str = ""
    version: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What following the chain showed.

    Attributes:
        entries: how many entries it has.
        head: the newest one, None where there is none yet.
        damages: the first broken link, and every act that the chain does not bear out.
    """

    entries: int
    head: AuditEntry | None
    damages: tuple[Damage, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check showed.

    Attributes:
        full: every row and every version was read, not only the structure.
        rows: how many rows were compared with their hashes.
        versions: how many versions were compared with their hashes.
    """

    full: bool
    chain: ChainReport
    damages: tuple[Damage, ...] = field(default=())
    rows: int = 0
    versions: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damages
