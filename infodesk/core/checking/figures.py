"""Every quantity a text states: how many were trapped, how much was lost, what was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from infodesk.core.checking.harms import Count
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.numerals import amount_of, scaled

LONGEST_BETWEEN = 20
"""Characters that may stand between a number and the word that says what it counts."""
PERSONS = "人"

_ROUGH_BEFORE = re.compile(r"(?:大约|约|近|将近|至少|超过|逾|上|估计|高达|最多|不到|不足)$")
_STOP = re.compile(r"[，,。；;：:！？!?\r\n]")
_PART = re.compile(r"其中|当中有|包括")
_PERSON_UNITS = frozenset("名位人个")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, its offsets within its sentence.

    Attributes:
        name: what is counted, a name of the tables (missing, trapped, loss …), deaths or injured.
        value: in whole units (3.2万亩 is 32000).
        unit: 人 for persons, else as written without its scale (元, 亩, 辆).
        rough: it is written as about, nearly, more than.
        part: it is a part of another (其中3人).
    """

    name: str
    value: float
    unit: str
    start: int
    end: int
    rough: bool = False
    part: bool = False


def quantities(sentence: str, counted: list[Count], lexicon: Lexicon) -> list[Quantity]:
    """Return what a sentence counts, in order.

    Args:
        sentence: its text.
        counted: its dead and injured as read already.
        lexicon: the tables.
    """
    taken = {count.start for count in counted}
    found = [
        Quantity(
            count.harm.value, count.value, PERSONS, count.start, count.end,
            _rough(sentence, count.start, ""), count.part,
        )
        for count in counted
    ]  # fmt: skip
    parted: set[str] = set()
    for before, number, following, begins in _numbers(sentence, lexicon):
        unit = PERSONS if number["unit"] in _PERSON_UNITS else number["unit"]
        if begins is None:
            parted.clear()
        elif begins:
            parted.add(unit)
        value = None if number.start() in taken else amount_of(number["number"])
        named = None if value is None else _named(sentence, number, before, following, lexicon)
        if value is not None and named is not None:
            name, stop = named
            # What follows the parts and is counted in another unit is none of them.
            part = unit in parted
            rough = bool(number["rough"]) or _rough(sentence, number.start(), number["number"])
            value = scaled(value, number["scale"])
            found.append(Quantity(name, value, unit, number.start(), stop, rough, part))
    return sorted(found, key=lambda quantity: quantity.start)


def _numbers(
    sentence: str, lexicon: Lexicon
) -> Iterator[tuple[int, re.Match[str], int, bool | None]]:
    """Yield each number with where its clause or its neighbours end, and whether it is a part.

    True where its own clause says so (其中), False where one before it does, else None.
    """
    whole = begin = 0
    for stop in [*_STOP.finditer(sentence), None]:
        end = stop.start() if stop else len(sentence)
        numbers = list(lexicon.numbers.finditer(sentence, begin, end))
        if numbers:
            parting = _PART.search(sentence, whole, end)
            begins = None if parting is None else _PART.search(sentence, begin, end) is not None
            before = begin
            following = [*(number.start() for number in numbers[1:]), end]
            for number, after in zip(numbers, following, strict=True):
                yield before, number, after, begins
                before = number.end()
        begin = end + 1
        if stop is not None and stop[0] in "。；;！？!?":
            whole = begin


def _named(
    sentence: str, number: re.Match[str], before: int, following: int, lexicon: Lexicon
) -> tuple[str, int] | None:
    """Return what a number counts, by the nearest word that may stand with its unit."""
    unit = number["unit"]
    pattern = lexicon.figures.get(unit)
    if pattern is None:
        return None
    after = pattern.search(sentence, number.end(), min(following, number.end() + LONGEST_BETWEEN))
    start = max(before, number.start() - LONGEST_BETWEEN)
    earlier = last(pattern, sentence, start, number.start())
    near = earlier is not None and number.start() - earlier.end() <= 4
    if after is not None and not (near and after.start() - number.end() > 2):
        return (after.lastgroup or "", after.end())
    if earlier is not None:
        return (earlier.lastgroup or "", number.end())
    return None


def last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last match in a stretch, None where there is none."""
    found = list(pattern.finditer(text, start, end))
    return found[-1] if found else None


def _rough(sentence: str, start: int, numeral: str) -> bool:
    if numeral[:1] in ("百", "千", "万"):
        return True
    return _ROUGH_BEFORE.search(sentence[max(0, start - 3) : start]) is not None
