"""The recovery code of an encrypted journal: what is printed once and kept in the office's safe.

Six groups of five characters, none of which is taken for another when read from paper (no 0 O, no
1 I L). The last of each group checks the four before it and the place of the group, so that a slip
of the pen is named by its group before anything is tried.
"""

from __future__ import annotations

import secrets
import unicodedata

from infodesk.core.errors import Code, InfodeskError

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters: a prime number, so that one wrong or two swapped ones never go unseen."""

GROUPS = 6
GROUP_LENGTH = 5
CHANCE_CHARACTERS = GROUPS * (GROUP_LENGTH - 1)
"""Characters drawn by chance: 31 to the 24th are 118 bits."""

_SEPARATORS = str.maketrans("", "", " -‐‑–—_.·\t\r\n")


def new_code() -> str:
    """Return a new code, its groups joined by hyphens."""
    groups = []
    for place in range(GROUPS):
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH - 1))
        groups.append(drawn + _check(place, drawn))
    return "-".join(groups)


def looks_like_code(text: str) -> bool:
    """Tell whether a text has the shape of a code, right or mistyped, and so is no passphrase."""
    plain = _plain(text)
    if len(plain) != GROUPS * GROUP_LENGTH or not (plain.isascii() and plain.isalnum()):
        return False
    return set(plain) <= set(ALPHABET) or len(text) - len(plain) >= GROUPS - 1


def read_code(text: str) -> str:
    """Return a code as it was printed; blanks, hyphens, case and full width do not matter.

    Raises:
        InfodeskError: RECOVERY_CODE_LENGTH with how many characters it has, RECOVERY_CODE_WRONG
            with the first group that is wrong, counted from 1.
    """
    plain = _plain(text)
    if len(plain) != GROUPS * GROUP_LENGTH:
        raise InfodeskError(
            Code.RECOVERY_CODE_LENGTH, length=len(plain), wanted=GROUPS * GROUP_LENGTH
        )
    groups = [plain[at : at + GROUP_LENGTH] for at in range(0, len(plain), GROUP_LENGTH)]
    for place, group in enumerate(groups):
        if not set(group) <= set(ALPHABET) or _check(place, group[:-1]) != group[-1]:
            raise InfodeskError(Code.RECOVERY_CODE_WRONG, group=place + 1, read=group)
    return "-".join(groups)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_SEPARATORS).upper()


def _check(place: int, drawn: str) -> str:
    weighed = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(drawn, start=2))
    return ALPHABET[(weighed + 7 * place) % len(ALPHABET)]
