"""Rules of what must not travel: personal numbers, and markings of state secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.findings import Finding, PartState, Severity, Span
from infodesk.core.items import WHOLE

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?P<gap>[- ]?)[0-9]{4}(?P=gap)[0-9]{4}(?![0-9])")
_CARD = re.compile(r"(?<![0-9])[3-6][0-9]{15,18}(?![0-9])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CONTROL = "10X98765432"
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")

_GRADE = r"(?:绝[ 　]{0,4}密|机[ 　]{0,4}密|秘[ 　]{0,4}密)"
_URGENCY = r"(?:特急|特提|加急|平急|急件)"
_SECRET = re.compile(
    rf"^[ \t　]*(?:[0-9]{{1,6}}[ \t　]+)?(?:{_URGENCY}[ \t　]*)?[【\[（(]?(?P<line>{_GRADE})"
    rf"(?:级|件|文件|资料)?[】\])）]?[ \t　]*(?:{_URGENCY})?[ \t　]*$"
    rf"|(?<![“\"‘'「《商业])(?P<star>{_GRADE})级?[ 　]?[★☆]"
    rf"|密[ 　]{{0,4}}级[ 　]{{0,4}}[：:为][ 　]{{0,4}}(?P<level>{_GRADE})",
    re.MULTILINE,
)


def is_classified(text: str, section: str = WHOLE) -> Span | None:
    """Return where a text bears a marking of a state secret, None where it bears none.

    Markings are 秘密★, 机密★1年, 密级：秘密, or a line that is nothing but 秘密, 机密 or 绝密; the
    words in a sentence (商业秘密, 保密工作) are no marking. infodesk is no classified system
    (domain.md, section 6).
    """
    match = _SECRET.search(text)
    if match is None:
        return None
    group = next(name for name in ("line", "star", "level") if match[name])
    return Span(section, *match.span(group))


def secrecy(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a text bears a marking of a state secret."""
    for key, text in analysis.texts():
        span = is_classified(text, key)
        if span is not None:
            params = {"mark": "".join(text[span.start : span.end].split())}
            yield Finding("classified", Severity.MUST, span, params=params)


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
