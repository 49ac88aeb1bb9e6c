"""The system's keyring as one more way in, for convenience on one PC.

It keeps a random text that opens a slot of its own. The passphrase and the recovery code stay: a
keyring that is exchanged or emptied, as happens when a desktop is, must cost no journal.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from infodesk.core.errors import Code, InfodeskError
from infodesk.storage import key_slots
from infodesk.storage.journal_key import JournalKey, header_of, key_id_of
from infodesk.storage.key_slots import SlotKind

SERVICE = "infodesk"

_SECRET_BYTES = 32


def remember(journal: Path, key: JournalKey) -> None:
    """Let this PC's keyring open a journal.

    Raises:
        InfodeskError: KEYRING_MISSING; what ``key_slots.of_key`` and ``write`` raise.
    """
    keys = key_slots.of_key(journal, key.key_id)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    ring = _ring()
    try:
        ring.set_password(SERVICE, keys.key_id, secret)
        kept = ring.get_password(SERVICE, keys.key_id)
    except ring.errors.KeyringError as error:
        raise _missing(error) from error
    if kept != secret:
        raise InfodeskError(Code.KEYRING_MISSING, reason="—")
    key_slots.write(journal, keys.with_slot(SlotKind.KEYRING, secret, key))


def forget(journal: Path, key: JournalKey) -> None:
    """Let it open the journal no more, and empty its place where that is possible.

    Raises:
        InfodeskError: what ``key_slots.of_key`` and ``write`` raise.
    """
    keys = key_slots.of_key(journal, key.key_id)
    key_slots.write(journal, keys.without(SlotKind.KEYRING))
    with suppress(InfodeskError):
        ring = _ring()
        with suppress(ring.errors.KeyringError):
            ring.delete_password(SERVICE, keys.key_id)


def is_remembered(journal: Path) -> bool:
    """Tell whether a journal has such a slot.

    Raises:
        InfodeskError: JOURNAL_KEYS_….
    """
    return key_slots.read(journal).has(SlotKind.KEYRING)


def recall(journal: Path) -> JournalKey | None:
    """Return the key, or None where this PC's keyring does not open the journal.

    Raises:
        InfodeskError: JOURNAL_KEYS_….
    """
    keys = key_slots.of_key(journal, key_id_of(header_of(journal)))
    if not keys.has(SlotKind.KEYRING):
        return None
    with suppress(InfodeskError):
        ring = _ring()
        with suppress(ring.errors.KeyringError):
            secret = ring.get_password(SERVICE, keys.key_id)
            return keys.opened(SlotKind.KEYRING, secret) if secret else None
    return None


def _ring() -> Any:
    """Return the library that speaks to the keyrings of all systems.

    Raises:
        InfodeskError: KEYRING_MISSING: the extra ``keyring`` is not installed.
    """
    try:
        import keyring
        import keyring.errors
    except ImportError as error:
        raise _missing(error) from error
    return keyring


def _missing(error: Exception) -> InfodeskError:
    return InfodeskError(Code.KEYRING_MISSING, reason=type(error).__name__)
