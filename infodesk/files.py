"""Files written whole or not at all; free of Qt, open to every adapter."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError

PART_SUFFIX = ".infodesk-part"

LEFT_OVER_SECONDS = 3600.0
"""Age past which an unfinished file is no longer somebody's work in progress."""


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that after any crash it holds the old bytes or the new, and durably.

    Written beside, flushed, read back, put in place, and the folder flushed too: each step was
    seen to lose data when left out (a power cut right after "saved").

    Raises:
        OSError: the file could not be written; the old one is untouched and nothing is left over.
    """
    # A name of its own: the target's may already be as long as a name may be.
    part = path.with_name(f".{os.urandom(6).hex()}{PART_SUFFIX}")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if part.read_bytes() != data:
            raise OSError(errno.EIO, "read back differs", str(path))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY})


def save_output(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, whole or not at all.

    Raises:
        InfodeskError: OUTPUT_…: it was not written; what stood there is untouched.
    """
    if path.is_dir():
        raise InfodeskError(Code.OUTPUT_IS_FOLDER, path=path)
    if not path.parent.is_dir():
        raise InfodeskError(Code.OUTPUT_FOLDER_MISSING, path=path.parent)
    try:
        write_atomic(path, data)
    except OSError as error:
        if error.errno in _FULL:
            raise InfodeskError(Code.OUTPUT_DISK_FULL, path=path) from error
        if error.errno in _FORBIDDEN:
            raise InfodeskError(Code.OUTPUT_FORBIDDEN, path=path) from error
        raise InfodeskError(Code.OUTPUT_FAILS, path=path, reason=error.strerror) from error


def sweep(folder: Path) -> int:
    """Remove what interrupted writes left in a folder; return how many files went.

    Another program may be writing there just now: what is younger than an hour stays.
    """
    gone = 0
    oldest_kept = time.time() - LEFT_OVER_SECONDS
    for part in folder.glob(f".*{PART_SUFFIX}"):
        if part.stat().st_mtime < oldest_kept:
            part.unlink(missing_ok=True)
            gone += 1
    return gone


def flush_folder(folder: Path) -> None:
    """Make a rename durable; Windows has no handle for folders and orders renames itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
