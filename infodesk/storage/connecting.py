"""Connecting to a file that is seen to be a journal, and is not exchanged meanwhile."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import engine, keychain, leftovers
from infodesk.storage.journal import Journal
from infodesk.storage.journal_key import KEYS_SUFFIX, JournalKey, is_encrypted, key_id_of
from infodesk.storage.sqlite_errors import explained, explained_os

APPLICATION_ID = 0x6966646B
"""``ifdk``, in the header of every plain journal, and behind the seal of every encrypted one."""

AGAIN_AFTER_SECONDS = 0.02

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68


def require_ours(path: Path) -> JournalKey | None:
    """Refuse a file by its first bytes, before SQLite touches it or what lies beside it.

    Returns:
        The key that opens it; None where it is plain, or not there yet.

    Raises:
        InfodeskError: JOURNAL_FOREIGN, JOURNAL_DAMAGED; JOURNAL_LOCKED for an encrypted journal
            that was not unlocked, JOURNAL_KEYS_MISSING where it can't be.
    """
    try:
        size = path.stat().st_size if path.exists() else 0
        header = b""
        if size:
            with path.open("rb") as stream:
                header = stream.read(_HEADER_BYTES)
    except OSError as error:
        raise explained_os(error, path) from error
    log = path.with_name(path.name + "-wal")
    if not header:
        # SQLite would throw the log of an emptied journal away.
        if log.exists() and log.stat().st_size:
            raise InfodeskError(Code.JOURNAL_DAMAGED, path=path)
        return None
    if not is_encrypted(header) and not header.startswith(_MAGIC[: len(header)]):
        raise InfodeskError(Code.JOURNAL_FOREIGN, path=path)
    if len(header) < _HEADER_BYTES:
        raise InfodeskError(Code.JOURNAL_DAMAGED, path=path)
    if is_encrypted(header):
        return _key(path, key_id_of(header))
    (application_id,) = struct.unpack_from(">I", header, _APPLICATION_ID_AT)
    if application_id != APPLICATION_ID:
        raise InfodeskError(Code.JOURNAL_FOREIGN, path=path)
    return None


def _key(path: Path, key_id: bytes) -> JournalKey:
    key = keychain.find(key_id)
    if key is not None:
        return key
    keys = path.with_name(path.name + KEYS_SUFFIX)
    if not keys.exists():
        raise InfodeskError(Code.JOURNAL_KEYS_MISSING, path=path, keys=keys)
    raise InfodeskError(Code.JOURNAL_LOCKED, path=path)


def attached(path: Path, prepare: Callable[[Journal], None]) -> Journal:
    """Return a journal that is connected and prepared; nobody can exchange its file any more.

    A program that encrypts or decrypts the journal puts another file in its place. Whoever waited
    for its lock would go on with the file that is gone: so nobody waits within SQLite here, and the
    file is looked at again once the connection holds its share of the lock.

    Raises:
        InfodeskError: what ``require_ours`` and ``prepare`` raise, JOURNAL_….
    """
    give_up_at = time.monotonic() + engine.BUSY_SECONDS
    while True:
        journal = _tried(path, prepare, is_last=time.monotonic() >= give_up_at)
        if journal is not None:
            return journal
        time.sleep(AGAIN_AFTER_SECONDS)


def _tried(path: Path, prepare: Callable[[Journal], None], *, is_last: bool) -> Journal | None:
    """Return the journal, or None where it was locked or exchanged just now."""
    before = _identity(path)
    key = require_ours(path)
    journal: Journal | None = None
    try:
        journal = Journal(engine.connect(path, key), path, key)
        engine.wait(journal.connection, 0.0)
        prepare(journal)
        if before in (None, _identity(path)):
            engine.wait(journal.connection, engine.BUSY_SECONDS)
            if not leftovers.is_clear(path):
                leftovers.clear(path)
            return journal
    except BaseException as error:
        if journal is not None:
            journal.close()
        if not isinstance(error, Exception):
            raise
        known = _known(error, path, key)
        is_busy = isinstance(known, InfodeskError) and known.code is Code.JOURNAL_BUSY
        if before in (None, _identity(path)) and (is_last or not is_busy):
            if known is error:
                raise
            raise known from error
        return None
    journal.close()
    return None


def _known(error: Exception, path: Path, key: JournalKey | None) -> Exception:
    """Return the expected error that an error at opening amounts to, or itself."""
    if isinstance(error, OSError):
        return explained_os(error, path)
    if not isinstance(error, engine.sqlite.Error | InfodeskError):
        return error
    known = error if isinstance(error, InfodeskError) else explained(error, path)
    if key is not None and known is not None and known.code is Code.JOURNAL_FOREIGN:
        # The header says that it is ours, so the first page is what is wrong.
        return InfodeskError(Code.JOURNAL_DAMAGED, path=path)
    return known or error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status.st_size else None
