"""Rules of what must not travel: personal numbers, and markings of state secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.findings import Finding, PartState, Severity, Span
from infodesk.core.secrecy import marking

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?P<gap>[- ]?)[0-9]{4}(?P=gap)[0-9]{4}(?![0-9])")
_CARD = re.compile(r"(?<![0-9])[3-6][0-9]{15,18}(?![0-9])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CONTROL = "10X98765432"
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")


def secrecy(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a text bears a marking of a state secret."""
    for key, text in analysis.texts():
        found = marking(text)
        if found is not None:
            params = {"mark": "".join(text[slice(*found)].split())}
            yield Finding("classified", Severity.MUST, Span(key, *found), params=params)


def personal_numbers(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each identity, bank card, or mobile phone number."""
    for key, text in analysis.texts():
        plain = text.translate(_NARROW)
        for match in _IDENTITY.finditer(plain):
            if is_identity_number(match[0]):
                yield Finding("identity-number", Severity.MUST, Span(key, *match.span()))
        for match in _CARD.finditer(plain):
            if _luhn(match[0]) and not is_identity_number(match[0]):
                yield Finding("bank-card", Severity.MUST, Span(key, *match.span()))
        for match in _MOBILE.finditer(plain):
            yield Finding("mobile-number", Severity.SHOULD, Span(key, *match.span()))


def is_identity_number(number: str) -> bool:
    """Tell whether 18 characters are a resident identity number (GB 11643: birthday, control)."""
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9Xx]", number):
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CONTROL[total % 11] == number[17].upper()


def _luhn(number: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
