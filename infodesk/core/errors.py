"""The one error infodesk raises on purpose: a code and parameters, never a sentence.

The sentences are in ``resources/i18n/messages/errors.toml``; a test holds that each code has one.
"""

from __future__ import annotations

from enum import Enum, IntEnum


class Kind(IntEnum):
    """What an expected error means to the caller; the value is the exit code."""

    WRONG_USE = 2
    REFUSED = 3
    ENVIRONMENT = 4


class Code(Enum):
    """Every expected error: its name in the tables, and its kind."""

    ITEM_NOT_FOUND = ("item-not-found", Kind.WRONG_USE)
    ITEM_CHANGED_ELSEWHERE = ("item-changed-elsewhere", Kind.REFUSED)
    ITEM_STATE_FORBIDS = ("item-state-forbids", Kind.REFUSED)
    ITEM_LACKS_MUST = ("item-lacks-must", Kind.REFUSED)
    ITEM_NOT_APPROVED = ("item-not-approved", Kind.REFUSED)
    ITEM_EMPTY = ("item-empty", Kind.REFUSED)
    NAME_REQUIRED = ("name-required", Kind.WRONG_USE)
    REASON_REQUIRED = ("reason-required", Kind.WRONG_USE)
    PROFILE_UNKNOWN = ("profile-unknown", Kind.WRONG_USE)

    def __init__(self, text: str, kind: Kind) -> None:
        self.text = text
        self.kind = kind


class InfodeskError(Exception):
    """An expected error.

    Attributes:
        code: which one.
        params: what its sentence needs, by the name of the placeholder.
    """

    def __init__(self, code: Code, **params: object) -> None:
        super().__init__(code.text, params)
        self.code = code
        self.params = params
