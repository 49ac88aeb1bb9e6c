"""What an interrupted encryption or decryption leaves beside a journal, and its removal.

Their names are fixed, so that the next opening finds them: the half made new file, and the second
name of a plain journal that was replaced and still has to be overwritten.
"""

from __future__ import annotations

import os
from pathlib import Path

from infodesk.files import PART_SUFFIX

_CHUNK = 1 << 20


def new_file(journal: Path) -> Path:
    """Return where the new form of a journal is made."""
    return journal.with_name(f".{journal.name}.new{PART_SUFFIX}")


def old_file(journal: Path) -> Path:
    """Return the second name of a plain journal that is being replaced."""
    return journal.with_name(f".{journal.name}.old{PART_SUFFIX}")


def clear(journal: Path) -> None:
    """Remove what was left; called while nobody converts the journal.

    Raises:
        OSError: it can't be removed.
    """
    for suffix in ("", "-journal", "-wal", "-shm"):
        part = new_file(journal)
        part.with_name(part.name + suffix).unlink(missing_ok=True)
    old = old_file(journal)
    if old.exists():
        if old.samefile(journal):
            # Interrupted before the new file took its place: this is the journal itself.
            old.unlink()
        else:
            overwrite(old)


def is_clear(journal: Path) -> bool:
    """Tell whether nothing was left."""
    return not (new_file(journal).exists() or old_file(journal).exists())


def overwrite(path: Path) -> None:
    """Write zeros over a file, then remove it.

    A magnetic disk then holds it no more; a solid-state disk may have written the zeros elsewhere.

    Raises:
        OSError: it can't be written or removed.
    """
    with path.open("r+b") as stream:
        left = os.fstat(stream.fileno()).st_size
        while left > 0:
            left -= stream.write(bytes(min(_CHUNK, left)))
        stream.flush()
        os.fsync(stream.fileno())
    path.unlink()
