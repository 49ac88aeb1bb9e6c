"""Witnessed redaction over a journal and every backup that can be reached, for window and command.

It opens what it needs and closes it again; the texts of an open window are to be kept before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infodesk import safekeeping
from infodesk.core.errors import Code, InfodeskError
from infodesk.shipped import initials

if TYPE_CHECKING:
    from infodesk.core.clock import Clock
    from infodesk.core.redaction import Places, Redaction
    from infodesk.storage.shelf import Shelf

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a redaction would do.

    Attributes:
        places: where it would take something out of the journal.
        backups: the backups that would be looked through.
        missing: the second place, where it is set and cannot be reached just now.
    """

    places: Places
    backups: tuple[Path, ...]
    missing: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a redaction did.

    Attributes:
        places: where something was taken out of the journal.
        backups: the backups it was taken out of.
        unreached: the backups that may hold it still, each with why.
        log_left: another program was at work, so that the journal's file or its log may hold
            bytes of it still; called again without it, they go.
    """

    places: Places
    backups: tuple[Path, ...]
    unreached: tuple[tuple[Path, InfodeskError], ...]
    log_left: bool


def look(journal: Path, redaction: Redaction, clock: Clock | None = None) -> Reach:
    """Return what a redaction would do; nothing is changed.

    Raises:
        InfodeskError: JOURNAL_….
    """
    from infodesk.exchange.sayings import strings_in
    from infodesk.storage.redaction import Redacting

    shelf = safekeeping.shelf_of(journal, clock)
    place = safekeeping.second_place(shelf)
    with shelf.opened() as opened:
        places = Redacting(opened, redaction, initials, strings_in).places()
    reachable = place is None or place.is_dir()
    return Reach(places, tuple(_backups(shelf, place)), None if reachable else place)


def redact(
    journal: Path,
    redaction: Redaction,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Take a text out of the journal, and then out of each backup.

    Called again it goes on with what was left: what is out already stays out.

    Raises:
        InfodeskError: NAME_REQUIRED, WITNESS_REQUIRED, REASON_REQUIRED, REDACTION_REPEATS,
            REDACTION_NOT_FOUND, JOURNAL_…; the journal is as it was, except for JOURNAL_DISK_FULL
            where the texts are out, but not yet their bytes.
    """
    from infodesk.core.redaction import complete
    from infodesk.exchange.sayings import strings_in
    from infodesk.storage.redacted_backup import redact_backup
    from infodesk.storage.redaction import Redacting, clear, tombstones

    redaction = complete(redaction)
    shelf = safekeeping.shelf_of(journal, clock)
    place = safekeeping.second_place(shelf)
    reach = look(journal, redaction, clock)
    tell = progress or (lambda _done, _all: None)
    tell(0, len(reach.backups) + 1)
    with shelf.opened() as opened:
        opened.query("PRAGMA secure_delete=ON")
        Redacting(opened, redaction, initials, strings_in).apply(shelf.now())
        emptied = clear(opened)
        is_known = bool(tombstones(opened, redaction.item_id))
    cleared: list[Path] = []
    unreached: list[tuple[Path, InfodeskError]] = []
    if reach.missing is not None:
        error = InfodeskError(Code.BACKUP_PLACE_MISSING, folder=reach.missing)
        unreached.append((reach.missing, error))
    for done, backup in enumerate(_backups(shelf, place), start=1):
        tell(done, len(reach.backups) + 1)
        try:
            if redact_backup(backup, redaction, shelf.now(), initials, strings_in):
                cleared.append(backup)
        except InfodeskError as error:
            unreached.append((backup, error))
    tell(len(reach.backups) + 1, len(reach.backups) + 1)
    if not reach.places and not cleared and not is_known:
        raise InfodeskError(Code.REDACTION_NOT_FOUND)
    return Outcome(reach.places, tuple(cleared), tuple(unreached), not emptied)


def _backups(shelf: Shelf, place: Path | None) -> Iterator[Path]:
    for folder in (None, place) if place else (None,):
        yield from (backup.path for backup in shelf.backups(folder))
