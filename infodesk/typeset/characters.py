"""Kinds of characters, and where a line may break: Word's rules for Chinese text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NOT_AT_START = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞"
    "︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
_NOT_AT_END = "$(<[{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_CHINESE_MARKS = frozenset("“”‘’—…·×÷±°℃‰′″¨ˇˉ―‖§※￥＄￡")
"""Marks below U+2E80 that stand in a hanzi's cell; by their code they would count as Latin."""

_LAST_LATIN = 0x24F
_SPACES = frozenset(" \t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")
PAIRED = frozenset("—…")
"""Marks that come in twos and are never parted."""

OPENING = frozenset("“‘〈《「『【〔〖〝（［｛(<[{")


@dataclass(frozen=True, slots=True)
class Rules:
    """A set of breaking rules.

    Attributes:
        not_at_start: characters no line begins with.
        not_at_end: characters no line ends with.
        break_after: characters of a Latin word after which it may be broken.
        paired: marks that come in twos and are never parted.
    """

    not_at_start: frozenset[str]
    not_at_end: frozenset[str]
    break_after: frozenset[str]
    paired: frozenset[str] = PAIRED


WORD = Rules(frozenset(_NOT_AT_START), frozenset(_NOT_AT_END), frozenset("-"))
"""Word's rules for zh-CN."""


def is_space(character: str) -> bool:
    """Say whether a character is white space that a line's end swallows."""
    return character in _SPACES


@lru_cache(maxsize=65536)
def is_latin(character: str) -> bool:
    """Say whether a character belongs to a Latin word or a number, with its half-width marks."""
    return ord(character) <= _LAST_LATIN and character not in _CHINESE_MARKS


@lru_cache(maxsize=65536)
def is_attached(character: str) -> bool:
    """Say whether a character belongs to the one before it: an accent, a joiner, a selector."""
    if ord(character) < 0x300:
        return character == "\u00ad"
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}
