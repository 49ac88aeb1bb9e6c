"""The key file beside an encrypted journal: the journal's key, wrapped once for each way in.

A *slot* holds the key sealed with AES-256-GCM under what Argon2id makes of a secret: the clerk's
passphrase, the recovery code on paper, or a random text that the system's keyring keeps. Changing
a passphrase writes one slot anew; the journal itself is not touched.

The file is written whole or not at all, carries a checksum, so that a damaged file is not taken
for a wrong passphrase, and names the key, so that it is not taken for another journal's. Every
backup takes a copy along (``copy_beside``).
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.recovery_code import looks_like_code, new_code, read_code
from infodesk.files import write_atomic
from infodesk.storage.journal_key import ID_BYTES, KEYS_SUFFIX, JournalKey, header_of, key_id_of
from infodesk.storage.sqlite_errors import explained_os

FORMAT = "infodesk-keys"
VERSION = 1

SHORTEST_PASSPHRASE = 8
"""Characters; Argon2id makes each guess cost a sixth of a second and 64 MiB."""

_LARGEST_FILE = 65_536
_SALT_BYTES = 16
_NONCE_BYTES = 12


class SlotKind(StrEnum):
    """Whose secret opens a slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id (RFC 9106) spends on each secret.

    Attributes:
        memory_kib: memory in KiB.
        passes: how often it is gone through.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


COST = Cost()


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key, wrapped for one secret; the bounds keep a forged file from eating the machine."""

    kind: SlotKind
    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=1024 * 1024)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=64)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]
    salt: bytes
    nonce: bytes
    wrapped: bytes


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file holds.

    Attributes:
        key_id: which key it wraps, in hexadecimal.
        sha256: of the rest, in hexadecimal.
    """

    format: str
    version: int
    key_id: str
    slots: tuple[Slot, ...] = ()
    sha256: str = ""

    def has(self, kind: SlotKind) -> bool:
        """Tell whether there is such a way in."""
        return any(slot.kind is kind for slot in self.slots)

    def with_slot(self, kind: SlotKind, secret: str, key: JournalKey) -> KeyFile:
        """Return the file with the slot of a kind made anew."""
        others = self.without(kind).slots
        return msgspec.structs.replace(self, slots=(*others, _wrap(kind, secret, key)))

    def without(self, kind: SlotKind) -> KeyFile:
        """Return the file without the slot of a kind."""
        kept = tuple(slot for slot in self.slots if slot.kind is not kind)
        return msgspec.structs.replace(self, slots=kept)

    def opened(self, kind: SlotKind, secret: str) -> JournalKey | None:
        """Return the key, or None where the secret is not that of the slot of this kind."""
        found = (_unwrap(slot, secret, self.key_id) for slot in self.slots if slot.kind is kind)
        return next((key for key in found if key is not None), None)

    def checksum(self) -> str:
        """Return what ``sha256`` must say."""
        plain = msgspec.structs.replace(self, sha256="")
        return hashlib.sha256(msgspec.json.encode(plain)).hexdigest()


def beside(journal: Path) -> Path:
    """Return where a journal's key file lies; a backup's lies beside the backup alike."""
    return journal.with_name(journal.name + KEYS_SUFFIX)


def for_key(key: JournalKey, passphrase: str, code: str) -> KeyFile:
    """Return the key file of a new key.

    Raises:
        InfodeskError: PASSPHRASE_SHORT.
    """
    require_passphrase(passphrase)
    empty = KeyFile(FORMAT, VERSION, key.key_id.hex())
    filled = empty.with_slot(SlotKind.PASSPHRASE, passphrase, key)
    return filled.with_slot(SlotKind.RECOVERY, code, key)


def require_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is soon guessed.

    Raises:
        InfodeskError: PASSPHRASE_SHORT.
    """
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise InfodeskError(Code.PASSPHRASE_SHORT, least=SHORTEST_PASSPHRASE)


def read(journal: Path) -> KeyFile:
    """Return the key file beside a journal.

    Raises:
        InfodeskError: JOURNAL_KEYS_MISSING, JOURNAL_KEYS_DAMAGED, JOURNAL_NEWER,
            JOURNAL_DISK_FAILS.
    """
    path = beside(journal)
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE)
    except FileNotFoundError as error:
        raise InfodeskError(Code.JOURNAL_KEYS_MISSING, path=journal, keys=path) from error
    except OSError as error:
        raise explained_os(error, path) from error
    return _decoded(data, path)


def of_key(journal: Path, key_id: bytes) -> KeyFile:
    """Return the key file beside a journal, which must be that of a key.

    Raises:
        InfodeskError: JOURNAL_KEYS_OTHER where it is another journal's, and what ``read`` raises.
    """
    found = read(journal)
    if bytes.fromhex(found.key_id) != key_id:
        raise InfodeskError(Code.JOURNAL_KEYS_OTHER, path=journal, keys=beside(journal))
    return found


def write(journal: Path, keys: KeyFile) -> None:
    """Write a journal's key file, durably and whole.

    Raises:
        InfodeskError: JOURNAL_DISK_FULL, JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS; the old one stays.
    """
    sealed = msgspec.structs.replace(keys, sha256=keys.checksum())
    try:
        write_atomic(beside(journal), msgspec.json.format(msgspec.json.encode(sealed)))
    except OSError as error:
        raise explained_os(error, journal) from error


def unlock(journal: Path, secret: str) -> JournalKey:
    """Return the key of an encrypted journal for its passphrase, or for its recovery code.

    Raises:
        InfodeskError: PASSPHRASE_WRONG; RECOVERY_CODE_WRONG for what has the shape of a code and
            was mistyped; and what ``of_key`` raises.
    """
    keys = of_key(journal, key_id_of(header_of(journal)))
    key = keys.opened(SlotKind.PASSPHRASE, secret)
    if key is None and looks_like_code(secret):
        key = keys.opened(SlotKind.RECOVERY, read_code(secret))
    if key is None:
        raise InfodeskError(Code.PASSPHRASE_WRONG, path=journal)
    return key


def change_passphrase(journal: Path, key: JournalKey, passphrase: str) -> None:
    """Let another passphrase open a journal; the old one does no more.

    Raises:
        InfodeskError: PASSPHRASE_SHORT, and what ``of_key`` and ``write`` raise.
    """
    require_passphrase(passphrase)
    write(journal, of_key(journal, key.key_id).with_slot(SlotKind.PASSPHRASE, passphrase, key))


def renew_code(journal: Path, key: JournalKey) -> str:
    """Let another recovery code open a journal, and return it; the old one does no more.

    Raises:
        InfodeskError: what ``of_key`` and ``write`` raise.
    """
    code = new_code()
    write(journal, of_key(journal, key.key_id).with_slot(SlotKind.RECOVERY, code, key))
    return code


def copy_beside(journal: Path, copy: Path) -> None:
    """Put the key file of an encrypted journal beside a copy of the journal; none where none is.

    Call it before the copy gets its name, so that no copy is ever without its keys.

    Raises:
        OSError: it can't be read or written.
    """
    if beside(journal).exists():
        write_atomic(beside(copy), beside(journal).read_bytes())


def kept_copy(journal: Path, folder: Path) -> bytes | None:
    """Return the newest whole key file of a journal among its copies in a folder, or None.

    Raises:
        InfodeskError: JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS.
    """
    wanted = key_id_of(header_of(journal))
    for path in sorted(folder.glob(f"*{journal.suffix}{KEYS_SUFFIX}"), reverse=True):
        with suppress(OSError, InfodeskError):
            data = path.read_bytes()
            if bytes.fromhex(_decoded(data, path).key_id) == wanted:
                return data
    return None


def renew_copies(journal: Path, folder: Path) -> int:
    """Give the copies of a journal in a folder its present key file; return how many had another.

    A passphrase that was changed, perhaps because somebody knew it, then opens no copy either.

    Raises:
        InfodeskError: what ``read`` raises, JOURNAL_READ_ONLY, JOURNAL_DISK_FULL.
    """
    keys = read(journal)
    present = beside(journal).read_bytes()
    renewed = 0
    try:
        for path in sorted(folder.glob(f"*{journal.suffix}{KEYS_SUFFIX}")):
            data = path.read_bytes()
            if data != present and _decoded(data, path).key_id == keys.key_id:
                write_atomic(path, present)
                renewed += 1
    except OSError as error:
        raise explained_os(error, folder) from error
    return renewed


def _decoded(data: bytes, path: Path) -> KeyFile:
    try:
        found = msgspec.json.decode(data, type=KeyFile)
        right = found.format == FORMAT and len(bytes.fromhex(found.key_id)) == ID_BYTES
    except (msgspec.DecodeError, ValueError) as error:
        raise InfodeskError(Code.JOURNAL_KEYS_DAMAGED, keys=path) from error
    if right and found.version > VERSION:
        raise InfodeskError(Code.JOURNAL_NEWER, path=path)
    if not right or found.sha256 != found.checksum():
        raise InfodeskError(Code.JOURNAL_KEYS_DAMAGED, keys=path)
    return found


def _wrap(kind: SlotKind, secret: str, key: JournalKey) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealer = AESGCM(_derived(secret, salt, COST))
    wrapped = sealer.encrypt(nonce, key.key, _about(kind, key.key_id.hex()))
    return Slot(kind, COST.memory_kib, COST.passes, COST.lanes, salt, nonce, wrapped)


def _unwrap(slot: Slot, secret: str, key_id: str) -> JournalKey | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = Cost(slot.memory_kib, slot.passes, slot.lanes)
    sealer = AESGCM(_derived(secret, slot.salt, cost))
    try:
        key = sealer.decrypt(slot.nonce, slot.wrapped, _about(slot.kind, key_id))
    except InvalidTag:
        return None
    return JournalKey(bytes.fromhex(key_id), key)


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    # Loaded by those who have an encrypted journal; the others' start does not pay for it.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # An input method may have typed full-width letters.
    text = unicodedata.normalize("NFKC", secret).encode()
    made: bytes = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(text)
    return made


def _about(kind: SlotKind, key_id: str) -> bytes:
    """Return what a slot is sealed together with: it opens in no other file and under no name."""
    return f"{FORMAT} {VERSION} {key_id} {kind}".encode()
