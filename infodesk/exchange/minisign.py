"""Signatures in minisign's form, so that anybody's ``minisign -V`` verifies a batch.

Prehashed Ed25519: the BLAKE2b-512 of the data is signed, and a second signature covers the first
one and the trusted comment. A signature file has exactly one form here: it is taken apart, made
again, and compared, so that nothing in it can be altered unseen.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_COMMENT = "untrusted comment: "
_TRUSTED = "trusted comment: "
_ABOUT = "signature by infodesk"
_PREHASHED, _KEY = b"ED", b"Ed"
MAX_SIGNATURE = 1024
"""Longest signature file, in bytes."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature file, taken apart."""

    key_id: bytes
    over_data: bytes
    comment: str
    over_comment: bytes


@lru_cache(maxsize=4096)
def key_id(key: bytes) -> bytes:
    """Return the eight bytes by which a signature names its public key."""
    return hashlib.blake2b(key, digest_size=8).digest()


def public_key_text(key: bytes, about: str) -> str:
    """Return a public key as the two lines of a ``.pub`` file; its last line serves ``-P``."""
    packed = base64.b64encode(_KEY + key_id(key) + key).decode()
    return f"{_COMMENT}{about}\n{packed}\n"


def sign(data: bytes, private: bytes, comment: str) -> bytes:
    """Return the signature file of some data; ``private`` are 32 bytes."""
    signer = Ed25519PrivateKey.from_private_bytes(private)
    name = key_id(signer.public_key().public_bytes_raw())
    over_data = signer.sign(hashlib.blake2b(data).digest())
    over_comment = signer.sign(over_data + comment.encode())
    return _text(Signature(name, over_data, comment, over_comment))


def signature_in(text: bytes) -> Signature | None:
    """Take a signature file apart; None where it is not in the one form."""
    try:
        lines = text.decode().split("\n")
        first, last = (base64.b64decode(lines[line], validate=True) for line in (1, 3))
        comment = lines[2].removeprefix(_TRUSTED)
    except (UnicodeDecodeError, binascii.Error, ValueError, IndexError):
        return None
    found = Signature(first[2:10], first[10:], comment, last)
    return found if _text(found) == text and len(last) == len(found.over_data) == 64 else None


def verifies(signature: Signature, data: bytes, key: bytes) -> bool:
    """Tell whether a signature is that of the data and its comment, by this public key."""
    try:
        verifier = Ed25519PublicKey.from_public_bytes(key)
        verifier.verify(signature.over_data, hashlib.blake2b(data).digest())
        verifier.verify(signature.over_comment, signature.over_data + signature.comment.encode())
    except (InvalidSignature, ValueError):
        return False
    return signature.key_id == key_id(key)


def _text(signature: Signature) -> bytes:
    first = base64.b64encode(_PREHASHED + signature.key_id + signature.over_data).decode()
    last = base64.b64encode(signature.over_comment).decode()
    lines = (_COMMENT + _ABOUT, first, _TRUSTED + signature.comment, last, "")
    return "\n".join(lines).encode()
