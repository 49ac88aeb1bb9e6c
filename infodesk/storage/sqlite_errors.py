"""What an error of SQLite or of the system means to the clerk, sorted by its code.

An error of SQLite that no surroundings explain (a wrong statement, a broken constraint) is a bug
of ours: it is not translated.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError

_BUSY, _LOCKED, _PERM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    5, 6, 3, 8, 10, 11, 13, 14, 26,
)  # fmt: skip
"""Primary result codes (sqlite.org/rescode.html); the low byte of every extended code."""

_IOERR_SHMSIZE = 4874
"""What a WAL journal on a full disk answers even to a reader."""

_NO_ROOM_BYTES = 65_536
"""Free space under which a failed write is put down to a full disk."""

_BY_CODE = {
    _BUSY: Code.JOURNAL_BUSY,
    _LOCKED: Code.JOURNAL_BUSY,
    _PERM: Code.JOURNAL_READ_ONLY,
    _READONLY: Code.JOURNAL_READ_ONLY,
    _CANTOPEN: Code.JOURNAL_READ_ONLY,
    _CORRUPT: Code.JOURNAL_DAMAGED,
    _FULL: Code.JOURNAL_DISK_FULL,
    _NOTADB: Code.JOURNAL_FOREIGN,
}


def explained(error: Exception, path: Path) -> InfodeskError | None:
    """Return the expected error that an error of SQLite amounts to, or None where it is a bug."""
    extended = getattr(error, "sqlite_errorcode", None)
    if not isinstance(extended, int):
        return None
    primary = extended & 0xFF
    if primary == _IOERR:
        full = extended == _IOERR_SHMSIZE or _no_room(path)
        code = Code.JOURNAL_DISK_FULL if full else Code.JOURNAL_DISK_FAILS
        return InfodeskError(code, path=path)
    found = _BY_CODE.get(primary)
    return None if found is None else InfodeskError(found, path=path)


def explained_os(error: OSError, path: Path) -> InfodeskError:
    """Return the expected error that an error of the system amounts to, beside a journal."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return InfodeskError(Code.JOURNAL_DISK_FULL, path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return InfodeskError(Code.JOURNAL_READ_ONLY, path=path)
    return InfodeskError(Code.JOURNAL_DISK_FAILS, path=path)


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM_BYTES
    except OSError:
        return False
