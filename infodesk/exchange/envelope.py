"""The envelope: a batch file encrypted to its recipients with age, opened by its own key.

age is another project's format and program: ``age -d`` opens what is sealed here. Where its
library has no build for a machine, a sealed file is refused with a sentence, and nothing is sealed.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.stations import OwnKeys
from infodesk.exchange.keys import age_identity, age_recipient

_BEGINS = b"age-encryption.org/v1\n"


def is_sealed(data: bytes) -> bool:
    """Tell whether a file is an envelope."""
    return data.startswith(_BEGINS)


def sealed(data: bytes, boxes: Sequence[str]) -> bytes:
    """Return a file that only the holders of these keys can open.

    Args:
        data: the batch file, already signed.
        boxes: X25519 public keys, 64 hexadecimal digits each; at least one.

    Raises:
        InfodeskError: ENVELOPE_UNSUPPORTED, BATCH_MANIFEST_WRONG where a key is none.
    """
    pyrage = _pyrage()
    try:
        to = [pyrage.x25519.Recipient.from_str(age_recipient(box)) for box in boxes]
        whole: bytes = pyrage.encrypt(data, to)
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise InfodeskError(Code.ENVELOPE_NO_KEY) from error
    return whole


def opened(data: bytes, keys: Sequence[OwnKeys]) -> bytes:
    """Return the batch file in an envelope, opened with one of our keys.

    Raises:
        InfodeskError: ENVELOPE_UNSUPPORTED; ENVELOPE_NOT_OURS where it is sealed to others or was
            altered: the two can't be told apart.
    """
    pyrage = _pyrage()
    ours = [pyrage.x25519.Identity.from_str(age_identity(each.unbox)) for each in keys]
    try:
        whole: bytes = pyrage.decrypt(data, ours)
    except pyrage.DecryptError as error:
        raise InfodeskError(Code.ENVELOPE_NOT_OURS) from error
    return whole


def _pyrage() -> ModuleType:
    try:
        import pyrage
    except ImportError as error:
        raise InfodeskError(Code.ENVELOPE_UNSUPPORTED) from error
    module: ModuleType = pyrage
    return module
