"""One window to a journal. The operating system lets go of the lock when its holder dies.

Only the window takes it. The command line may read and write beside an open window: the journal's
own lock orders the writes, and ``rev`` keeps one from overwriting the other.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage.sqlite_errors import explained_os

_LOCKED_AT = 1 << 30
"""Byte that Windows locks: far behind the text, which others must be able to read."""


class InstanceLock:
    """A lock that is held; it ends with ``release`` or with the program."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        """Let go of the lock; the small file stays, since removing it would race."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def hold(journal: Path) -> InstanceLock:
    """Take the lock of a journal's window.

    Raises:
        InfodeskError: JOURNAL_IN_USE with who holds it, JOURNAL_READ_ONLY, JOURNAL_DISK_FULL,
            JOURNAL_DISK_FAILS.
    """
    path = journal.with_name(journal.name + ".lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise explained_os(error, journal) from error
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        raise InfodeskError(Code.JOURNAL_IN_USE, path=journal, holder=_holder(path)) from error
    os.ftruncate(handle, 0)
    os.write(handle, f"{_host()} {os.getpid()}\n".encode())
    return InstanceLock(handle)


def _host() -> str:
    # Not socket.gethostname(): loading sockets takes as long as reading the first list.
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
