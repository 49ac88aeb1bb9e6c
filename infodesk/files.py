"""Files written whole or not at all; free of Qt, open to every adapter."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
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
    part = part_beside(path)
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


def part_beside(path: Path) -> Path:
    """Return a name for an unfinished file beside its target, of a length any folder takes."""
    return path.with_name(f".{os.urandom(6).hex()}{PART_SUFFIX}")


def put_in_place(part: Path, path: Path) -> None:
    """Give a finished file that lies beside its target the target's name, durably.

    Raises:
        OSError: it was not put in place.
    """
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    part.replace(path)
    flush_folder(path.parent)


def copy_atomic(source: Path, path: Path) -> str:
    """Copy a file of any size, whole and durably or not at all; return the SHA-256 of its bytes.

    Raises:
        OSError: the file could not be copied; what stood there is untouched.
    """
    part = part_beside(path)
    try:
        with source.open("rb") as given, part.open("xb") as stream:
            shutil.copyfileobj(given, stream, _CHUNK_BYTES)
        digest = digest_of(part)
        if digest != digest_of(source):
            raise OSError(errno.EIO, "read back differs", str(path))
        put_in_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return digest


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, 64 hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


_CHUNK_BYTES = 1 << 20


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY})


def save_output(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, whole or not at all.

    Raises:
        InfodeskError: OUTPUT_…: it was not written; what stood there is untouched.
    """
    require_output(path)
    try:
        write_atomic(path, data)
    except OSError as error:
        raise explained_output(error, path) from error


def require_output(path: Path) -> None:
    """Refuse a path where no file can be written.

    Raises:
        InfodeskError: OUTPUT_IS_FOLDER, OUTPUT_FOLDER_MISSING.
    """
    if path.is_dir():
        raise InfodeskError(Code.OUTPUT_IS_FOLDER, path=path)
    if not path.parent.is_dir():
        raise InfodeskError(Code.OUTPUT_FOLDER_MISSING, path=path.parent)


def explained_output(error: OSError, path: Path) -> InfodeskError:
    """Return the expected error that an error of the system amounts to, for a file asked for."""
    if error.errno in _FULL:
        return InfodeskError(Code.OUTPUT_DISK_FULL, path=path)
    if error.errno in _FORBIDDEN:
        return InfodeskError(Code.OUTPUT_FORBIDDEN, path=path)
    return InfodeskError(Code.OUTPUT_FAILS, path=path, reason=error.strerror)


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
