"""The keys of a station: made here, named by their public parts, written as age names them."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from infodesk.core.stations import OwnKeys

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def make_keys() -> OwnKeys:
    """Return a new pair to sign and a new pair to encrypt to."""
    signing, boxing = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    return OwnKeys(
        sign=signing.private_bytes_raw().hex(),
        key=signing.public_key().public_bytes_raw().hex(),
        unbox=boxing.private_bytes_raw().hex(),
        box=boxing.public_key().public_bytes_raw().hex(),
    )


def age_recipient(box: str) -> str:
    """Return an encryption key as age's ``-r`` takes it."""
    return _bech32("age", bytes.fromhex(box))


def age_identity(unbox: str) -> str:
    """Return the private part of an encryption key as age's ``-i`` file holds it."""
    return _bech32("age-secret-key-", bytes.fromhex(unbox)).upper()


def _bech32(prefix: str, data: bytes) -> str:
    """Return bytes in Bech32. Source: BIP 173."""
    bits = int.from_bytes(data) << (-8 * len(data)) % 5
    count = (8 * len(data) + 4) // 5
    values = [bits >> 5 * (count - 1 - place) & 31 for place in range(count)]
    spread = [*(ord(mark) >> 5 for mark in prefix), 0, *(ord(mark) & 31 for mark in prefix)]
    check = _polymod([*spread, *values, *(0,) * 6]) ^ 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{prefix}1{''.join(_BECH32[value] for value in values)}"


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            check ^= generator if top >> place & 1 else 0
    return check
