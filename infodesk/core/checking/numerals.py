"""Numbers as Chinese prose writes them: 23, ２３, 3.2万, 两, 十二, 三百七十, 十余, 近百."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from infodesk.core.checking.leading import guarded

NUMERAL = (
    r"(?:[0-9０-９][0-9０-９,，]{0,11}(?:[.．][0-9０-９]{1,4})?[百千万亿]{0,2}"
    r"|[零〇○一二两三四五六七八九十百千万]{1,12})"
)
"""A pattern for one numeral, nothing captured."""

_DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_ABOUT = {*((low, low + 1) for low in range(1, 9)), (3, 5)}
"""Digits that stand side by side in rough numbers (两三人, 三五人)."""
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ARABIC = re.compile(r"([0-9]+(?:\.[0-9]+)?)([百千万亿]{0,2})")
_SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def value_of(numeral: str) -> int | None:
    """Return the whole number a numeral stands for, None where it is none."""
    amount = amount_of(numeral)
    return None if amount is None else round(amount)


@lru_cache(maxsize=1024)
def amount_of(numeral: str) -> float | None:
    """Return the number a numeral stands for, its scale applied (3.2万 is 32000)."""
    if numeral.isdecimal():
        return float(numeral)
    plain = unicodedata.normalize("NFKC", numeral).replace(",", "")
    arabic = _ARABIC.fullmatch(plain)
    if arabic:
        value = float(arabic[1])
        for scale in arabic[2]:
            value *= _SCALES[scale]
        return value
    return _chinese(numeral)


def scaled(amount: float, scale: str | None) -> float:
    """Return an amount with a scale that stands apart from it (30余万)."""
    return round(amount * _SCALES[scale], 4) if scale else amount


def _chinese(numeral: str) -> int | None:
    if not numeral or any(mark not in _DIGITS and mark not in "十百千万" for mark in numeral):
        return None
    if all(mark in _DIGITS for mark in numeral):
        digits = [_DIGITS[mark] for mark in numeral]
        rough = tuple(digits) in _ABOUT
        return digits[0] if rough else int("".join(map(str, digits)))
    total = section = 0
    digit: int | None = None
    last_unit = 1
    for mark in numeral:
        if mark in _DIGITS:
            if digit is not None and (digit, _DIGITS[mark]) in _ABOUT:
                # 七八人, 三四十人: the lower is sure
                continue
            digit = _DIGITS[mark]
            if digit == 0:
                last_unit = 10
        elif mark == "万":
            total = (total + section + (digit or 0) or 1) * 10_000
            section, digit, last_unit = 0, None, 10_000
        else:
            last_unit = _UNITS[mark]
            section += (1 if digit is None else digit) * last_unit
            digit = None
    if digit is not None:
        # 三百七 is 370, 三百零七 is 307
        section += digit * (last_unit // 10 if last_unit >= 100 else 1)
    return total + section


def number_pattern(units: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a number that bears one of the units, longer units first."""
    listed = sorted(set(units), key=lambda unit: (-len(unit), unit))
    return re.compile(
        guarded(
            rf"(?P<number>(?<![数几0-9０-９.．]){NUMERAL})(?P<rough>[余多几来])?(?P<scale>[万亿])?"
            rf"(?P<unit>{'|'.join(map(re.escape, listed)) or '(?!)'})"
        )
    )
