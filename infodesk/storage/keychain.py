"""The keys of the encrypted journals that this process has unlocked.

Backups, exports and background work each make a connection of their own, on whichever thread, and
know a path: which key it needs is in the file's header. So the keys are the process's, as the
locks on the files are. Locking the window forgets them.
"""

from __future__ import annotations

from infodesk.storage.journal_key import JournalKey

_keys: dict[bytes, JournalKey] = {}


def keep(key: JournalKey) -> None:
    """Let this process open the journal of a key, and its copies."""
    _keys[key.key_id] = key


def find(key_id: bytes) -> JournalKey | None:
    """Return the key that a header names, or None where it was not unlocked."""
    return _keys.get(key_id)


def forget(key: JournalKey) -> None:
    """Open that journal no more."""
    _keys.pop(key.key_id, None)
