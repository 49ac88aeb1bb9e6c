"""Files written whole or not at all; free of Qt, open to every adapter."""

from __future__ import annotations

import os
from pathlib import Path

PART_SUFFIX = ".part"


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that after any crash it holds the old bytes or the new, and durably.

    Written beside, flushed, read back, put in place, and the folder flushed too: each step was
    seen to lose data when left out (a power cut right after "saved").

    Raises:
        OSError: the file could not be written; the old one is untouched and nothing is left over.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}{PART_SUFFIX}")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if part.read_bytes() != data:
            raise OSError(5, "read back differs", str(path))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def sweep(folder: Path) -> int:
    """Remove what interrupted writes left in a folder; return how many files went."""
    left_over = list(folder.glob(f".*{PART_SUFFIX}"))
    for part in left_over:
        part.unlink(missing_ok=True)
    return len(left_over)


def _flush_folder(folder: Path) -> None:
    """Make a rename durable; Windows has no handle for folders and orders renames itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
