"""What happens to persons an event harms: the words for it, and one count of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from infodesk.core.checking import harm_words as words
from infodesk.core.checking.leading import gathered, guarded
from infodesk.core.checking.numerals import NUMERAL


class Harm(StrEnum):
    """What happened to the persons counted."""

    DEATHS = "deaths"
    INJURED = "injured"


@dataclass(frozen=True, slots=True)
class Count:
    """One count in the text.

    Attributes:
        start: offset of the numeral.
        end: offset after the word that says what happened.
        sentence: number of its sentence.
        part: it is a part of another count (其中3人死亡), or of several that add up (当场, 送医后).
        named: it only names the persons hurt (2名伤者), without saying that these are all.
    """

    harm: Harm
    value: int
    start: int
    end: int
    sentence: int
    part: bool = False
    kind: str = ""
    named: bool = False


_DEATHS = words.DEATHS.replace("{life}", words.LIFE).split()
_INJURIES = words.INJURIES.replace("{wound}", words.WOUND).split()
_DIGITS = "0-9０-９零〇○一二两三四五六七八九十百千万"
_UNIT = (
    r"[名位具例对]|条(?=[^，。；]{0,4}[生性人]命)|口人|(?<=[家孙][一二两三四五六七八九十0-9])口|(?=死|亡|伤)"
    r"|个(?!月|小时|早|上午|下午|晚|星期|钟|季|世纪|县|乡|镇|村|省|市|国|地|部门|单位|方|点|班|组|“)"
    r"|人(?!民|次|份|员|家|行|口|工|均(?![已被不为未在系死受遇无]))"
)
"""What persons are numbered by, and what tells that something else is."""
TOKEN = re.compile(
    guarded(
        rf"(?=[{_DIGITS}])"
        rf"(?:(?P<pair>(?P<pd>{NUMERAL})人?死亡?、?(?P<pi>{NUMERAL})人?[受重轻]?伤)"
        rf"|(?P<number>(?<![数几第每])(?<!第[十百]){NUMERAL})(?P<rough>[余多几来])?(?P<unit>{_UNIT}))"
        rf"|(?:(?P<no>无[死伤])|(?P<death>{gathered(_DEATHS)})|(?P<injury>{gathered(_INJURIES)})"
        rf"|(?P<other>{gathered(words.OTHERS.split())}))"
    )
)
HARM = re.compile(gathered([*_DEATHS, *_INJURIES, "伤"]))
"""A word without which no sentence counts anybody."""
