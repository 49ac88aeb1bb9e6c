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
        glued: a pattern; no line begins where its match ends.
        held: the same, for a character that the line before has no room for.
        whole_last: whether a line must hold its last character without the tracking that, negative,
            would let it in.
    """

    not_at_start: frozenset[str]
    not_at_end: frozenset[str]
    break_after: frozenset[str]
    paired: frozenset[str] = PAIRED
    glued: str = ""
    held: str = ""
    whole_last: bool = False


WORD = Rules(frozenset(_NOT_AT_START), frozenset(_NOT_AT_END), frozenset("-"))
"""Word's rules for zh-CN."""

_CLOSING = "、，。．）〕》」』】〉〗)"
_WORD_CHARACTER = "[0-9A-Za-z]"
_OPENING = "[（《「【〔(]"
LIBREOFFICE = Rules(
    frozenset("!\"'),-.:;?]}·′”’！？：；" + _CLOSING),
    frozenset("$\"'([{￥（《「『【〔〈“‘"),
    frozenset("-!?"),
    paired=frozenset(),
    glued="|".join(
        (
            "(?<=[!-~])(?=[“”‘’])",
            f"(?<={_WORD_CHARACTER})(?=[!-$&-~§°±·×÷…①-⑩Ⅰ-Ⅻ№：；！？{_CLOSING}])",
            "(?<=[0-9])(?=[%‰′℃％])",
            f"(?<=[{_CLOSING}”’°±·×÷‰′℃№％￥①-⑩Ⅰ-Ⅻ])\u2005?(?={_WORD_CHARACTER})",
            "(?<=[0-9A-Za-z°%])(?=[±°“”‘’])",
            "(?<=°)(?=[+$-])",
            f"(?<=[0-9A-Za-z°])(?={_OPENING}[^一-鿿㐀-䶿〇])",
            "(?<![0-9A-Za-z])(?=～)",
        )
    ),
    held=f"(?<=[0-9A-Za-z°])(?={_OPENING})",
    whole_last=True,
)
"""What LibreOffice 7.4 does, as measured; only for holding the Word file against the PDF. It sets a
fifth of an em between hanzi and Latin, which stands in the measured text as U+2005."""


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
