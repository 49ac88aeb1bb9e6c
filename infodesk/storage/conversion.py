"""Turning a journal's encryption on and off, so that at every instant what is on the disk opens.

A journal's own first bytes say whether it is encrypted; a key file beside a plain journal is
passed over. So the order is: on – the key file first, durably, then the encrypted file takes the
place of the plain one; off – the plain file takes the place first, then the key file goes.

The new form is made in a file beside, row by row compared with the old one, checked, flushed, and
renamed. Until then nobody else may have the journal open: the log is folded in and removed, and
the lock that this takes is held until the new file is in place. A log left beside would be played
into the new file. Who opens the journal meanwhile looks again whether it is still the same file
(``database``).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError
from infodesk.files import flush_folder
from infodesk.storage import engine, key_slots, leftovers
from infodesk.storage.engine import sqlite
from infodesk.storage.journal_key import JournalKey, header_of, is_encrypted
from infodesk.storage.key_slots import KeyFile
from infodesk.storage.replacing import finish
from infodesk.storage.sqlite_errors import explained, explained_os
from infodesk.storage.transcription import Progress, same, write_anew


def turn_on(
    path: Path, key: JournalKey, keys: KeyFile, progress: Progress = lambda _done, _all: None
) -> None:
    """Encrypt a plain journal, or a plain copy of one, where it lies.

    Args:
        path: a journal that nobody has open.
        key: what it is encrypted with.
        keys: its key file.
        progress: is told tables done and tables in all; may raise to stop, nothing is changed then.

    Raises:
        InfodeskError: JOURNAL_IS_ENCRYPTED, JOURNAL_OPEN_BESIDE, JOURNAL_DAMAGED,
            JOURNAL_DISK_FULL and the like: the journal is as it was.
    """
    _settle(path)
    if encrypted(path):
        raise InfodeskError(Code.JOURNAL_IS_ENCRYPTED, path=path)
    with _converted(path, None, key, progress) as put_in_place:
        key_slots.write(path, keys)
        put_in_place()


def turn_off(path: Path, key: JournalKey, progress: Progress = lambda _done, _all: None) -> None:
    """Decrypt a journal; its key file goes.

    Raises:
        InfodeskError: JOURNAL_IS_PLAIN, and what ``turn_on`` raises: the journal is as it was.
    """
    _settle(path)
    if not encrypted(path):
        raise InfodeskError(Code.JOURNAL_IS_PLAIN, path=path)
    with _converted(path, key, None, progress) as put_in_place:
        put_in_place()
    with suppress(OSError):
        key_slots.beside(path).unlink(missing_ok=True)


def encrypted(path: Path) -> bool:
    """Tell whether a file is an encrypted journal.

    Raises:
        InfodeskError: JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS.
    """
    return is_encrypted(header_of(path))


def _settle(path: Path) -> None:
    """Carry out a restore that was decided on: it would put its file over the new one later."""
    try:
        finish(path)
    except OSError as error:
        raise explained_os(error, path) from error


class _Converted:
    """The new form of a journal, made and verified, while the journal is held."""

    def __init__(
        self, path: Path, old: JournalKey | None, new: JournalKey | None, progress: Progress
    ) -> None:
        self._path = path
        self._old, self._new = old, new
        self._progress = progress
        self._part = leftovers.new_file(path)
        self._source = engine.connect(path, old)

    def __enter__(self) -> Callable[[], None]:
        try:
            self._make()
        except BaseException as error:
            self._end()
            self._explain(error)
            raise
        return self._put_in_place

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self._end()
        if error is not None:
            self._explain(error)

    def _explain(self, error: BaseException) -> None:
        if isinstance(error, sqlite.Error):
            raise explained(error, self._path) or error from error
        if isinstance(error, OSError):
            raise explained_os(error, self._path) from error

    def _make(self) -> None:
        _hold_alone(self._source, self._path)
        leftovers.clear(self._path)
        write_anew(self._source, self._part, self._new, self._first_half)
        if not same(self._source, self._part, self._new, self._second_half):
            raise InfodeskError(Code.JOURNAL_DISK_FAILS, path=self._path)
        with self._part.open("rb+") as stream:
            os.fsync(stream.fileno())
        flush_folder(self._path.parent)

    def _first_half(self, done: int, total: int) -> None:
        self._progress(done, 2 * total)

    def _second_half(self, done: int, total: int) -> None:
        self._progress(total + done, 2 * total)

    def _put_in_place(self) -> None:
        old = leftovers.old_file(self._path)
        if self._old is None:
            with suppress(OSError):
                # A disk without second names keeps the old bytes until they are used again.
                os.link(self._path, old)
        if os.name == "nt":
            # Windows renames no open file over another, and so over none that anybody opens now.
            self._source.close()
        self._part.replace(self._path)
        flush_folder(self._path.parent)
        if old.exists():
            leftovers.overwrite(old)

    def _end(self) -> None:
        self._source.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)


_converted = _Converted


def _hold_alone(source: sqlite.Connection, path: Path) -> None:
    """Fold the log in and remove it, and keep everybody else out until the connection closes.

    Raises:
        InfodeskError: JOURNAL_OPEN_BESIDE.
    """
    try:
        (mode,) = source.execute("PRAGMA journal_mode=DELETE").fetchone()
        source.execute("PRAGMA main.locking_mode=EXCLUSIVE").fetchall()
        source.execute("BEGIN EXCLUSIVE")
        source.execute("COMMIT")
        (still,) = source.execute("PRAGMA journal_mode").fetchone()
    except sqlite.OperationalError as error:
        expected = explained(error, path)
        if expected is not None and expected.code is Code.JOURNAL_BUSY:
            raise InfodeskError(Code.JOURNAL_OPEN_BESIDE, path=path) from error
        raise
    if (mode, still) != ("delete", "delete"):
        raise InfodeskError(Code.JOURNAL_OPEN_BESIDE, path=path)
