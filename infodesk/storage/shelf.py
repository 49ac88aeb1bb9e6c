"""The backups of one journal: making one when something changed, listing, thinning, looking in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from infodesk.core.backups import Backup, Comparison, Contents, Line, told_by
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.retention import kept
from infodesk.files import copy_atomic, digest_of
from infodesk.storage import engine
from infodesk.storage.backup import (
    ABOUT,
    FOLDER,
    Progress,
    about,
    audit_head,
    companions,
    contents_of,
    count_rows,
    fingerprint,
    keep_copy,
)
from infodesk.storage.connecting import require_ours
from infodesk.storage.database import open_journal, require_known_steps
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.sqlite_errors import explained, explained_os

_LINES = "SELECT serial, title, state, unit, updated_at FROM items ORDER BY serial DESC LIMIT ?"

_VERSIONS = """SELECT i.id, r.number, r.sha256 FROM revisions r JOIN items i ON i.serial = r.item"""


class Shelf:
    """Where the backups of a journal stand; every call opens what it needs and closes it again."""

    def __init__(
        self, journal: Path, clock: Clock, *, open_: Callable[[Path], Journal] | None = None
    ) -> None:
        self.journal = journal
        self.folder = journal.parent / FOLDER
        self._clock = clock
        self._open = open_ or (lambda path: open_journal(path, clock=clock))

    def backups(self, folder: Path | None = None) -> list[Backup]:
        """Return the backups in a folder, the usual one where None; the newest first.

        A folder that is not there, such as an unplugged stick's, has none.
        """
        folder = folder or self.folder
        try:
            files = list(folder.iterdir())
        except OSError:
            return []
        found = (self._backup(file) for file in files)
        return sorted(
            (backup for backup in found if backup is not None),
            key=lambda backup: (backup.at, backup.path.stat().st_mtime_ns),
            reverse=True,
        )

    def make(self, why: str, *, to: Path | None = None, progress: Progress | None = None) -> Backup:
        """Make a backup, whether or not anything changed.

        Raises:
            InfodeskError: BACKUP_NO_ROOM, JOURNAL_…; nothing was left.
        """
        with self.opened() as journal:
            return keep_copy(journal, self._clock.now(), why, folder=to, progress=progress)

    def make_if_changed(self, why: str, progress: Progress | None = None) -> Backup | None:
        """Make a backup, and thin the old ones; None where the newest holds the very same.

        Raises:
            InfodeskError: BACKUP_NO_ROOM, JOURNAL_…; nothing was left.
        """
        newest = next(iter(self.backups()), None)
        try:
            if newest is not None and about(newest.path).get("source") == fingerprint(self.journal):
                return None
        except OSError as error:
            raise explained_os(error, self.journal) from error
        made = self.make(why, progress=progress)
        self.thin()
        return made

    def carry(self, backup: Backup, folder: Path) -> Backup:
        """Copy a backup to a second place, and thin what stands there.

        Raises:
            InfodeskError: BACKUP_PLACE_MISSING, BACKUP_PLACE_FAILS; nothing was left.
        """
        if not folder.parent.is_dir():
            raise InfodeskError(Code.BACKUP_PLACE_MISSING, folder=folder.parent)
        target = folder / backup.path.name
        try:
            folder.mkdir(exist_ok=True)
            for beside in (*companions(backup.path), _about_file(backup.path), backup.path):
                copy_atomic(beside, folder / beside.name)
        except OSError as error:
            raise InfodeskError(
                Code.BACKUP_PLACE_FAILS, folder=folder, reason=error.strerror
            ) from error
        self.thin(folder)
        return Backup(target, backup.at, backup.why, backup.size, backup.contents)

    def thin(self, folder: Path | None = None) -> int:
        """Remove the backups that the rule of ``retention`` does not keep; return how many.

        Those made before a change of everything are counted apart from the others.
        """
        now = self._clock.now().replace(microsecond=0)
        gone = 0
        for guards in (False, True):
            alike = [backup for backup in self.backups(folder) if backup.is_guard is guards]
            keep = kept((backup.at for backup in alike), now)
            for backup in alike:
                if backup.at not in keep:
                    remove(backup.path)
                    gone += 1
        return gone

    def look(self, path: Path, limit: int) -> tuple[Contents, list[Line]]:
        """Return what a backup holds and its newest items; nothing is changed, not even the file.

        Raises:
            InfodeskError: as ``opened``.
        """
        with opened(path) as connection:
            lines = [
                Line(serial, title, state, unit, datetime.fromisoformat(updated))
                for serial, title, state, unit, updated in connection.execute(_LINES, (limit,))
            ]
            return contents_of(connection), lines

    def compare(self, path: Path) -> Comparison:
        """Read a backup from end to end and compare it with the journal: a restore drill.

        Raises:
            InfodeskError: as ``opened``, and JOURNAL_….
        """
        with opened(path) as backup, self.opened() as journal:
            here = set(journal.query(_VERSIONS))
            items = {row[0] for row in journal.query("SELECT id FROM items")}
            chain = {row[0] for row in journal.query("SELECT hash FROM audit")}
            head = audit_head(backup) if "audit" in count_rows(backup) else None
            versions = backup.execute(_VERSIONS).fetchall()
            kept_items = {row[0] for row in backup.execute("SELECT id FROM items")}
            return Comparison(
                items=len(kept_items),
                versions=len(versions),
                missing=sum(row not in here for row in versions)
                + len(kept_items - items)
                + (head is not None and head not in chain),
                newer=len(items - kept_items),
            )

    def now(self) -> datetime:
        """Return the present moment, by the office's clock."""
        return self._clock.now()

    def _backup(self, path: Path) -> Backup | None:
        now = self._clock.now()
        told = told_by(path.name, self.journal, now.tzinfo)
        if told is None:
            return None
        known = about(path)
        last = known.get("last_change")
        contents = None
        if known:
            contents = Contents(
                items=known["items"],
                issues=known["issues"],
                last_change=datetime.fromisoformat(last) if last else None,
                rows=known["rows"],
            )
        return Backup(path, *told, path.stat().st_size, contents)

    @contextmanager
    def opened(self) -> Iterator[Journal]:
        """Open the journal, brought up to date, for as long as the block lasts.

        Raises:
            InfodeskError: JOURNAL_….
        """
        journal = self._open(self.journal)
        try:
            yield journal
        finally:
            journal.close()


@contextmanager
def opened(path: Path) -> Iterator[sqlite.Connection]:
    """Open a backup to read, after seeing that it is whole; the file is not written to.

    Raises:
        InfodeskError: FILE_MISSING, JOURNAL_FOREIGN, JOURNAL_NEWER, BACKUP_DAMAGED.
    """
    if not path.is_file():
        raise InfodeskError(Code.FILE_MISSING, path=path)
    key = require_ours(path)
    try:
        known = about(path).get("sha256")
        if known is not None and known != digest_of(path):
            raise InfodeskError(Code.BACKUP_DAMAGED, path=path)
        connection = engine.connect_to_read(path, key)
    except OSError as error:
        raise explained_os(error, path) from error
    except sqlite.Error as error:
        raise explained(error, path) or error from error
    try:
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise InfodeskError(Code.BACKUP_DAMAGED, path=path)
        require_known_steps(connection, path)
        yield connection
    except sqlite.DatabaseError as error:
        if explained(error, path) is None:
            raise
        raise InfodeskError(Code.BACKUP_DAMAGED, path=path) from error
    finally:
        connection.close()


def remove(backup: Path) -> None:
    """Remove a backup and what belongs to it, the backup last: what is half gone is still named."""
    log = backup.with_name(backup.name + "-wal")
    for beside in (*companions(backup), _about_file(backup), log, backup):
        beside.unlink(missing_ok=True)


def _about_file(backup: Path) -> Path:
    return backup.with_name(backup.name + ABOUT)
