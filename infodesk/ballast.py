"""Sixteen megabytes beside a journal, let go of when the disk is full.

On a full disk not even deleting works, and a journal with a log cannot so much as be read
(reliability.md, 2.4). What is let go of carries the clerk through the sentence she is writing.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from infodesk.files import write_atomic

SUFFIX = ".ballast"

BALLAST_BYTES = 16 << 20

ROOM_FACTOR = 4
"""How many times its size must be free: the ballast must not be what fills a disk."""


def ballast_of(journal: Path) -> Path:
    """Return where the ballast of a journal lies."""
    return journal.with_name(journal.name + SUFFIX)


def lay_in(journal: Path) -> bool:
    """Lay ballast in where it is missing; False where there is no room for it now."""
    path = ballast_of(journal)
    try:
        if path.exists() and path.stat().st_size == BALLAST_BYTES:
            return True
        if shutil.disk_usage(journal.parent).free < ROOM_FACTOR * BALLAST_BYTES:
            return False
        # Random bytes: a disk that packs zeros would keep no room for them.
        write_atomic(path, os.urandom(BALLAST_BYTES))
    except OSError:
        return False
    return True


def let_go(journal: Path) -> bool:
    """Give the ballast's room back to the disk; False where there was none."""
    try:
        ballast_of(journal).unlink()
    except OSError:
        return False
    return True
