"""Backups of a journal, as values: what they are called, why they were made, what they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

GUARD = "before-"
"""How the reason of a backup begins that was made before something that changes everything."""

TIMED, EXIT, ASKED = "timed", "exit", "asked"
BEFORE_RESTORE, BEFORE_IMPORT = f"{GUARD}restore", f"{GUARD}import"
BEFORE_ENCRYPTION = f"{GUARD}encryption"

_NAME = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}-\d{6})-(?P<why>[a-z][a-z0-9_-]*?)(?:\.\d+)?")
_AT = "%Y%m%d-%H%M%S"


DRILL_EVERY = timedelta(days=31)
"""How often a restore is to be tried (reliability.md, section 5: monthly)."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup was seen to hold when it was verified; ``rows`` counts them by table."""

    items: int
    issues: int
    last_change: datetime | None
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Attributes:
        at: when it was made, to the second.
        why: ``timed``, ``exit``, ``asked``, or ``before-`` and what it guards against.
        size: bytes of the file.
        contents: what it holds; None where it was not verified.
    """

    path: Path
    at: datetime
    why: str
    size: int
    contents: Contents | None

    @property
    def is_verified(self) -> bool:
        """Whether it was opened again and compared when it was made."""
        return self.contents is not None

    @property
    def is_guard(self) -> bool:
        """Whether it was made before a change of everything; such ones are counted apart."""
        return self.why.startswith(GUARD)


@dataclass(frozen=True, slots=True)
class Line:
    """An item of a backup, as its list shows it."""

    serial: int
    title: str
    state: str
    unit: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a restore drill found.

    Attributes:
        items: how many items the backup holds.
        versions: how many versions it holds.
        missing: items and versions of the backup that the journal does not hold, or holds changed,
            and the end of its audit chain where the journal's does not go on from it.
        newer: items of the journal that the backup does not hold yet.
    """

    items: int
    versions: int
    missing: int
    newer: int


def file_name(journal: Path, at: datetime, why: str, copy: int = 1) -> str:
    """Return the name of a backup; ``copy`` tells those of one second apart."""
    number = f".{copy}" if copy > 1 else ""
    return f"{journal.stem}-{at.strftime(_AT)}-{why}{number}{journal.suffix}"


def told_by(name: str, journal: Path, zone: tzinfo | None) -> tuple[datetime, str] | None:
    """Return when and why a file was made, or None where its name is no backup's of the journal."""
    path = Path(name)
    found = _NAME.fullmatch(path.stem)
    if found is None or path.suffix != journal.suffix or found["stem"] != journal.stem:
        return None
    try:
        return datetime.strptime(found["at"], _AT).replace(tzinfo=zone), found["why"]
    except ValueError:
        return None


def is_drill_due(backups: Sequence[Backup], drilled: datetime | None, now: datetime) -> bool:
    """Tell whether a month went by since a backup was last tried, or since there are any."""
    if not backups:
        return False
    since = drilled or min(backup.at for backup in backups)
    return now - since > DRILL_EVERY
