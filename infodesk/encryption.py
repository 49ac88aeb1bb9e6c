"""The encrypted journal: unlocking, turning on and off, other secrets, the sheet for the safe.

What window and command line do alike. Each function is given the journal's path; those that convert
it ask for its window's lock to be held, and that the caller has no connection to it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from infodesk import safekeeping
from infodesk.core.backups import BEFORE_ENCRYPTION
from infodesk.core.errors import Code, InfodeskError

if TYPE_CHECKING:
    from infodesk.core.clock import Clock
    from infodesk.core.document import Document
    from infodesk.storage.journal_key import JournalKey

Progress = Callable[[int, int], None]

KEYLESS = frozenset({Code.JOURNAL_KEYS_MISSING, Code.JOURNAL_KEYS_DAMAGED, Code.JOURNAL_KEYS_OTHER})
"""Why a journal can't be unlocked that the key file of a backup opens again."""

IDLE_MINUTES = "security.idle_minutes"
"""Setting: minutes without a key or the mouse after which the window locks; 0 for never."""


def _no_progress(_done: int, _all: int) -> None:
    """Tell nobody."""


def warm() -> None:
    """Load what the functions below need; called on the window's own thread."""
    import cryptography.hazmat.primitives.ciphers.aead
    import cryptography.hazmat.primitives.kdf.argon2  # noqa: F401

    from infodesk.storage import conversion  # noqa: F401


def is_encrypted(journal: Path) -> bool:
    """Tell whether a file is there and is an encrypted journal.

    Raises:
        InfodeskError: JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS.
    """
    from infodesk.storage.conversion import encrypted

    return journal.is_file() and encrypted(journal)


def unlock(journal: Path, secret: str) -> None:
    """Let this program open a journal and its copies, by its passphrase or its recovery code.

    Raises:
        InfodeskError: PASSPHRASE_WRONG, RECOVERY_CODE_WRONG, JOURNAL_KEYS_….
    """
    from infodesk.storage import key_slots, keychain

    keychain.keep(key_slots.unlock(journal, secret))


def recall(journal: Path) -> bool:
    """Let this program open a journal where this PC's keyring does; tell whether it does.

    Raises:
        InfodeskError: JOURNAL_KEYS_….
    """
    from infodesk.storage import keychain, keyring_slot

    key = keyring_slot.recall(journal)
    if key is not None:
        keychain.keep(key)
    return key is not None


def is_remembered(journal: Path) -> bool:
    """Tell whether this PC's keyring was made to open a journal.

    Raises:
        InfodeskError: JOURNAL_KEYS_….
    """
    from infodesk.storage import keyring_slot

    return keyring_slot.is_remembered(journal)


def remember(journal: Path, *, remembered: bool) -> None:
    """Let this PC's keyring open an unlocked journal, or no more.

    Raises:
        InfodeskError: KEYRING_MISSING, JOURNAL_IS_PLAIN, JOURNAL_LOCKED, JOURNAL_KEYS_….
    """
    from infodesk.storage import keyring_slot

    act = keyring_slot.remember if remembered else keyring_slot.forget
    act(journal, _key(journal))


def encrypt(journal: Path, passphrase: str, progress: Progress = _no_progress) -> str:
    """Encrypt a plain journal where it lies; return its recovery code, which is kept nowhere.

    A backup is made before, which is plain as the others are (``encrypt_backups``).

    Raises:
        InfodeskError: PASSPHRASE_SHORT, JOURNAL_IS_ENCRYPTED, JOURNAL_OPEN_BESIDE, JOURNAL_…: the
            journal is as it was.
    """
    from infodesk.core.recovery_code import new_code
    from infodesk.storage import conversion, key_slots, keychain
    from infodesk.storage.journal_key import new_key

    if is_encrypted(journal):
        raise InfodeskError(Code.JOURNAL_IS_ENCRYPTED, path=journal)
    safekeeping.back_up(journal, BEFORE_ENCRYPTION)
    key, code = new_key(), new_code()
    conversion.turn_on(journal, key, key_slots.for_key(key, passphrase, code), progress)
    keychain.keep(key)
    return code


def decrypt(journal: Path, progress: Progress = _no_progress) -> None:
    """Decrypt an unlocked journal where it lies.

    Raises:
        InfodeskError: JOURNAL_IS_PLAIN, JOURNAL_LOCKED, JOURNAL_OPEN_BESIDE, JOURNAL_…: the journal
            is as it was.
    """
    from infodesk.storage import conversion

    key = _key(journal)
    safekeeping.back_up(journal, BEFORE_ENCRYPTION)
    conversion.turn_off(journal, key, progress)


def change_passphrase(journal: Path, passphrase: str, clock: Clock | None = None) -> int:
    """Let another passphrase open an unlocked journal, and all its backups that can be reached.

    Returns:
        How many backups were given the new key file.

    Raises:
        InfodeskError: PASSPHRASE_SHORT, JOURNAL_IS_PLAIN, JOURNAL_LOCKED, JOURNAL_KEYS_….
    """
    from infodesk.storage import key_slots

    key_slots.change_passphrase(journal, _key(journal), passphrase)
    return _renew_copies(journal, clock)


def renew_code(journal: Path, clock: Clock | None = None) -> str:
    """Let another recovery code open an unlocked journal and its backups; return it.

    Raises:
        InfodeskError: JOURNAL_IS_PLAIN, JOURNAL_LOCKED, JOURNAL_KEYS_….
    """
    from infodesk.storage import key_slots

    code = key_slots.renew_code(journal, _key(journal))
    _renew_copies(journal, clock)
    return code


def has_kept_keys(journal: Path) -> bool:
    """Tell whether a backup beside an encrypted journal has a key file that belongs to it.

    Raises:
        InfodeskError: JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS.
    """
    from infodesk.storage import key_slots

    return is_encrypted(journal) and key_slots.kept_copy(journal, _backups(journal)) is not None


def take_kept_keys(journal: Path) -> None:
    """Put the newest key file among a journal's backups beside the journal.

    Raises:
        InfodeskError: JOURNAL_KEYS_MISSING where no backup has one, OUTPUT_….
    """
    from infodesk.files import save_output
    from infodesk.storage import key_slots

    kept = key_slots.kept_copy(journal, _backups(journal))
    keys = key_slots.beside(journal)
    if kept is None:
        raise InfodeskError(Code.JOURNAL_KEYS_MISSING, path=journal, keys=keys)
    save_output(keys, kept)


def plain_backups(journal: Path, clock: Clock | None = None) -> list[Path]:
    """Return the backups of an unlocked journal that anybody can read, in both places.

    Raises:
        InfodeskError: JOURNAL_….
    """
    shelf = safekeeping.shelf_of(journal, clock)
    found = (backup.path for folder in _places(journal, clock) for backup in shelf.backups(folder))
    return [path for path in found if not is_encrypted(path)]


def encrypt_backups(
    journal: Path, clock: Clock | None = None, progress: Progress = _no_progress
) -> int:
    """Encrypt the plain backups of an encrypted, unlocked journal with its key; return how many.

    Raises:
        InfodeskError: JOURNAL_IS_PLAIN, JOURNAL_LOCKED, JOURNAL_…: those not yet done are as they
            were.
    """
    from infodesk.storage import backup, conversion, key_slots

    key = _key(journal)
    keys = key_slots.of_key(journal, key.key_id)
    plain = plain_backups(journal, clock)
    for done, path in enumerate(plain):
        progress(done, len(plain))
        with backup.altered(path):
            conversion.turn_on(path, key, keys)
    return len(plain)


def sheet(journal: Path, code: str, office: str, clock: Clock) -> Document:
    """Return the page with the recovery code that belongs into the office's safe."""
    from infodesk.core.recovery_sheet import recovery_sheet
    from infodesk.storage import key_slots

    key_id = key_slots.read(journal).key_id
    return recovery_sheet(
        code, office=office, journal=journal.name, key_id=key_id, day=clock.now().date()
    )


def _key(journal: Path) -> JournalKey:
    from infodesk.storage.connecting import require_ours

    key = require_ours(journal)
    if key is None:
        raise InfodeskError(Code.JOURNAL_IS_PLAIN, path=journal)
    return key


def _renew_copies(journal: Path, clock: Clock | None) -> int:
    from infodesk.storage import key_slots

    return sum(key_slots.renew_copies(journal, folder) for folder in _places(journal, clock))


def _backups(journal: Path) -> Path:
    return safekeeping.shelf_of(journal).folder


def _places(journal: Path, clock: Clock | None) -> list[Path]:
    shelf = safekeeping.shelf_of(journal, clock)
    second = safekeeping.second_place(shelf)
    return [shelf.folder] if second is None else [shelf.folder, second]
