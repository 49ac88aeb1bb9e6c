"""Putting another journal in the place of the present one; a kill at any step costs nothing.

The new file and what is needed to open it are written beside, whole and durably. A note, itself
written whole, is the moment of decision: before it the old journal stands; once it is there, the
replacement is carried out, if need be by whoever opens the journal next.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from infodesk.files import copy_atomic, digest_of, flush_folder, write_atomic
from infodesk.storage.backup import COMPANIONS, companions

NOTE = ".restore"
"""What is added to the name of a journal for the note that it is to be replaced."""

NEW = ".restoring"
"""What is added to the name of a file for the one that takes its place."""


def finish(path: Path) -> bool:
    """Carry out a replacement that was decided on; return whether there was one.

    Raises:
        OSError: it cannot be carried out now; the note stays, the next opening tries again.
    """
    note = path.with_name(path.name + NOTE)
    if not note.exists():
        return False
    new = _new(path)
    if new.exists():
        # The log goes first: it is the old journal's, and would be played into the new one.
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        for suffix in COMPANIONS:
            companion = path.with_name(path.name + suffix)
            if _new(companion).exists():
                _new(companion).replace(companion)
            elif suffix not in json.loads(note.read_text(encoding="utf-8"))["companions"]:
                companion.unlink(missing_ok=True)
        # Last, since its presence says that the steps before it may have to be done again.
        new.replace(path)
        flush_folder(path.parent)
    note.unlink(missing_ok=True)
    flush_folder(path.parent)
    return True


def replace_journal(
    new: Path, path: Path, mark: Callable[[Path], None] = lambda _copy: None
) -> None:
    """Put a finished journal in the place of another, or where none is; its own file stays.

    Args:
        new: the finished journal.
        path: the other.
        mark: is given the copy that takes the place, before that is decided on.

    Raises:
        OSError: it was not decided on; the old journal stands.
    """
    _stand_beside(new, path)
    mark(_new(path))
    _decide(path)
    finish(path)


def _stand_beside(backup: Path, path: Path) -> None:
    for suffix in COMPANIONS:
        _new(path.with_name(path.name + suffix)).unlink(missing_ok=True)
    for companion in companions(backup):
        suffix = companion.name.removeprefix(backup.name)
        copy_atomic(companion, _new(path.with_name(path.name + suffix)))
    copy_atomic(backup, _new(path))


def _decide(path: Path) -> None:
    beside = [suffix for suffix in COMPANIONS if _new(path.with_name(path.name + suffix)).exists()]
    said = {"journal": digest_of(_new(path)), "companions": beside}
    write_atomic(path.with_name(path.name + NOTE), json.dumps(said).encode())


def _new(path: Path) -> Path:
    return path.with_name(path.name + NEW)
