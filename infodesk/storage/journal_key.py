"""The key of an encrypted journal, and how its file is told from any other.

The key is drawn by chance, so that opening derives nothing from a passphrase. SQLCipher keeps its
salt in the first sixteen bytes of the file; with such a key it needs no chance, so they say whose
file it is: eight bytes of ours, and eight that name the key.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from infodesk.storage.sqlite_errors import explained_os

MARK = b"infodesk"
"""The first bytes of every encrypted journal."""

KEYS_SUFFIX = ".keys"
"""What is added to a journal's name to name its key file."""

ID_BYTES = 8
KEY_BYTES = 32
HEADER_BYTES = len(MARK) + ID_BYTES


@dataclass(frozen=True, slots=True)
class JournalKey:
    """What opens one encrypted journal and its copies.

    Attributes:
        key_id: names the key in the journal's header and in its key file; no secret.
        key: 32 bytes for AES-256.
    """

    key_id: bytes
    key: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key and the salt as ``PRAGMA key`` and ``ATTACH … KEY`` take them."""
        return f"\"x'{self.key.hex()}{(MARK + self.key_id).hex()}'\""


def new_key() -> JournalKey:
    """Draw a key."""
    return JournalKey(secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES))


def is_encrypted(header: bytes) -> bool:
    """Tell by a file's first bytes, be they cut short, whether it is an encrypted journal."""
    return bool(header) and header[: len(MARK)] == MARK[: len(header)]


def key_id_of(header: bytes) -> bytes:
    """Return which key an encrypted journal asks for."""
    return header[len(MARK) : HEADER_BYTES]


def header_of(path: Path) -> bytes:
    """Return the first bytes of a file, fewer where it is shorter.

    Raises:
        InfodeskError: JOURNAL_READ_ONLY, JOURNAL_DISK_FAILS.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(HEADER_BYTES)
    except OSError as error:
        raise explained_os(error, path) from error
