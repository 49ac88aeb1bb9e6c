"""Backups, restoring, looking over, moving to another computer: what window and command line do.

Each function opens what it needs and closes it again, so it may run beside the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from infodesk.ballast import lay_in
from infodesk.core.errors import Code, InfodeskError
from infodesk.workspace import SystemClock

if TYPE_CHECKING:
    from infodesk.core.backups import Backup, Comparison
    from infodesk.core.clock import Clock
    from infodesk.core.journal_check import ChainReport, CheckReport
    from infodesk.storage.journal import Journal
    from infodesk.storage.shelf import Shelf

SECOND_PLACE = "backup.second_place"
"""Setting: the folder, on a stick or another disk, that backups are carried to."""

DRILLED_AT = "backup.drilled_at"
"""Setting: when a backup was last tried."""

RESCUED = frozenset({Code.JOURNAL_READ_ONLY, Code.JOURNAL_DISK_FULL, Code.BACKUP_NO_ROOM})
"""Why a journal cannot be opened that can still be read."""

RESTORABLE = frozenset({Code.JOURNAL_DAMAGED, Code.JOURNAL_FOREIGN})
"""Why a journal cannot be opened that a backup can take the place of."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Safe:
    """How a journal is kept safe after a backup.

    Attributes:
        made: the new backup; None where nothing had changed since the newest.
        carried: the newest backup in the second place; None where there is none, or it failed.
        problem: why the second place could not be used, such as a stick that is not plugged in;
            or that the disk of the journal is nearly full.
    """

    made: Backup | None
    carried: Backup | None = None
    problem: InfodeskError | None = None


def warm() -> None:
    """Load what a backup needs; for programs that must not load beside their window."""
    from infodesk.storage import batch_store, migrations, settings_store, shelf  # noqa: F401


def shelf_of(journal: Path, clock: Clock | None = None) -> Shelf:
    """Return the backups of a journal."""
    from infodesk.storage.shelf import Shelf

    return Shelf(journal, clock or SystemClock())


def back_up(
    journal: Path,
    why: str,
    *,
    always: bool = False,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Safe:
    """Make a backup where anything changed, and carry the newest to the second place.

    With ``always`` one is made although nothing changed.

    Raises:
        InfodeskError: BACKUP_NO_ROOM, JOURNAL_…; nothing was left.
    """
    shelf = shelf_of(journal, clock)
    has_ballast = lay_in(journal)
    place = second_place(shelf)
    if always:
        made: Backup | None = shelf.make(why, progress=progress)
        shelf.thin()
    else:
        made = shelf.make_if_changed(why, progress)
    if place is None:
        tight = InfodeskError(Code.JOURNAL_DISK_TIGHT, path=journal)
        return Safe(made, problem=None if has_ballast else tight)
    newest = made or shelf.backups()[0]
    there = [backup for backup in shelf.backups(place) if backup.path.name == newest.path.name]
    try:
        return Safe(made, there[0] if there else shelf.carry(newest, place))
    except InfodeskError as problem:
        return Safe(made, problem=problem)


def second_place(shelf: Shelf) -> Path | None:
    """Return the folder of this journal's backups in the second place, or None where none is set.

    It is named by the journal's station, since several offices may share a stick.
    """
    from infodesk.storage.settings_store import SettingsStore
    from infodesk.storage.station_store import SqliteStationStore

    with shelf.opened() as journal:
        chosen = SettingsStore(journal).get(SECOND_PLACE)
        if not chosen:
            return None
        return Path(chosen) / f"infodesk-{SqliteStationStore(journal).station()}"


def restore(journal: Path, backup: Path, clock: Clock | None = None) -> Backup | None:
    """Put a backup in the place of a journal whose lock is held; return the present one's backup.

    Raises:
        InfodeskError: FILE_MISSING, BACKUP_…, JOURNAL_…; the journal is as it was.
    """
    from infodesk.storage.restore import restore as replace_by

    return replace_by(backup, shelf_of(journal, clock))


def try_restore(journal: Path, clock: Clock | None = None) -> tuple[Backup, Comparison] | None:
    """Read the newest backup from end to end and compare it with the journal; note when.

    Returns:
        The backup and what was found; None where there is no backup.

    Raises:
        InfodeskError: BACKUP_DAMAGED, JOURNAL_….
    """
    from infodesk.core.clock import stamp
    from infodesk.storage.settings_store import SettingsStore

    shelf = shelf_of(journal, clock)
    newest = next(iter(shelf.backups()), None)
    if newest is None:
        return None
    found = shelf.compare(newest.path)
    if not found.missing:
        with shelf.opened() as opened:
            SettingsStore(opened).set(DRILLED_AT, stamp(shelf.now()))
    return newest, found


def export_journal(
    journal: Path, to: Path, *, clock: Clock | None = None, progress: Progress | None = None
) -> dict[str, int]:
    """Write everything of a journal into one file; return rows by table.

    Raises:
        InfodeskError: OUTPUT_…, JOURNAL_….
    """
    from infodesk.storage import journal_export

    clock = clock or SystemClock()
    with readable(journal, clock) as opened:
        return journal_export.export_journal(opened, to, clock, progress)


def import_journal(
    journal: Path, source: Path, *, clock: Clock | None = None, progress: Progress | None = None
) -> dict[str, int]:
    """Make a journal, whose lock is held, of an export; return rows by table.

    Raises:
        InfodeskError: FILE_MISSING, EXPORT_…, JOURNAL_NOT_EMPTY, JOURNAL_….
    """
    from infodesk.storage import journal_import

    return journal_import.import_journal(source, shelf_of(journal, clock), progress)


def back_up_to(journal: Path, folder: Path, clock: Clock | None = None) -> Backup:
    """Make a backup in a folder, even of a journal that cannot be written.

    Raises:
        InfodeskError: BACKUP_NO_ROOM, JOURNAL_…; nothing was left.
    """
    from infodesk.core.backups import ASKED
    from infodesk.storage.backup import keep_copy

    clock = clock or SystemClock()
    with readable(journal, clock) as opened:
        return keep_copy(opened, clock.now(), ASKED, folder=folder)


def check_journal(
    path: Path, *, full: bool, tell: Callable[[int, int], None] = lambda _done, _of: None
) -> CheckReport:
    """Look a journal over for damage, on a connection of its own; nothing is changed.

    Args:
        path: the journal.
        full: read every row and every version, not only the structure.
        tell: is told how many of how many looks are done; it may raise to stop.

    Raises:
        InfodeskError: the file cannot be opened for another reason than damage.
    """
    from infodesk.storage import journal_check

    return journal_check.check(path, full=full, tell=tell)


def verify_journal(path: Path) -> ChainReport:
    """Follow a journal's audit chain, on a connection of its own; nothing is changed.

    Raises:
        InfodeskError: the file cannot be opened or read.
    """
    from infodesk.storage import journal_check

    return journal_check.verify(path)


@contextmanager
def readable(journal: Path, clock: Clock) -> Iterator[Journal]:
    """Open a journal as well as its disk allows, at worst to read, for as long as the block lasts.

    Raises:
        InfodeskError: JOURNAL_….
    """
    from infodesk.storage.database import open_journal
    from infodesk.storage.rescue import open_to_read

    try:
        opened = open_journal(journal, clock=clock)
    except InfodeskError as error:
        if error.code not in RESCUED:
            raise
        opened = open_to_read(journal, clock=clock)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def held(journal: Path) -> Iterator[None]:
    """Keep every window away from a journal for as long as the block lasts.

    Raises:
        InfodeskError: JOURNAL_IN_USE, JOURNAL_….
    """
    from infodesk.storage import instance_lock
    from infodesk.storage.places import require_place

    require_place(journal)
    lock = instance_lock.hold(journal)
    try:
        yield
    finally:
        lock.release()
