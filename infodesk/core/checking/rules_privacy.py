"""Rules of what must not travel: personal numbers, addresses, and markings of state secrets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import Finding, PartState, Span
from infodesk.core.checking.fixes import replacing
from infodesk.core.secrecy import marking

_GAP = "[ -]?"
_IDENTITY = re.compile(
    rf"(?<![0-9A-Za-z])[0-9]{{6}}{_GAP}[0-9]{{8}}{_GAP}[0-9]{{3}}[0-9Xx](?![0-9A-Za-z])"
)
_OLD_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{14}(?![0-9A-Za-z])")
_CALLED_IDENTITY = re.compile(r"身份证|身份号|证件号|公民身份")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?P<gap>[- ]?)[0-9]{4}(?P=gap)[0-9]{4}(?![0-9])")
_PHONE = re.compile(r"(?<![0-9])0[1-9][0-9]{1,2}[- ]?[2-9][0-9]{6,7}(?![0-9])")
_CARD = re.compile(
    r"(?<![0-9])[3-6][0-9]{3}(?P<gap>[ -]?)[0-9]{4}(?P=gap)[0-9]{4}(?P=gap)[0-9]{4}"
    r"(?:(?P=gap)[0-9]{1,3})?(?![0-9])"
)
_ON_DUTY = re.compile(
    r"(?:现场指挥|现场负责|指挥长|总指挥|带班|值班|联络员|办公|服务|热线|举报|监督|投诉|咨询|救援|应急"
    r"|公开|报警|客服|指挥部|预约|受理|传真)[^。；\n]{0,24}$"
)
_ROOM = re.compile(
    r"[0-9０-９一二三四五六七八九十A-Za-z]{1,4}(?:号楼|栋|幢|座)"
    r"(?:[0-9０-９一二三四五六七八九十]{1,2}单元)?[0-9０-９]{2,5}(?:室|号|户)?"
    r"|(?:家住|现住|住址|家庭住址|户籍地|户籍地址|住在)(?:为|是|：|:)?[^，。；、）\n]{2,30}?[0-9０-９]{1,5}号(?!楼)"
)
_DIGITS = re.compile(r"[0-9０-９]+|(?<=[^第])[一二三四五六七八九十]{1,3}(?=号楼|栋|幢|座|单元)")
_HAPPENED = re.compile(r"^[^。；\n]{0,8}(?:发生|起火|失火|着火|爆炸|坠|漏|火灾|倒塌)")
_LIVES = re.compile(r"(?:家住|现住|住址|户籍|住在|居住|家在|住户|住)[^。；\n]{0,30}$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CONTROL = "10X98765432"
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_MASK = "*"


def secrecy(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a text bears a marking of a state secret."""
    for key, text in analysis.texts():
        found = marking(text)
        if found is not None:
            yield finding(
                "classified", Span(key, *found), mark="".join(text[slice(*found)].split())
            )


def personal_numbers(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each identity, bank card, or phone number that is no office's."""
    return numbers_in(analysis.texts())


def numbers_in(texts: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Yield the findings of ``personal_numbers`` in texts by section."""
    for key, text in texts:
        if _LONG_NUMBER.search(text):
            plain = text.translate(_NARROW)
            yield from _identities_and_cards(key, plain)
            yield from _phones(key, plain)


def _identities_and_cards(key: str, plain: str) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for match in (*_IDENTITY.finditer(plain), *_OLD_IDENTITY.finditer(plain)):
        called = _CALLED_IDENTITY.search(plain, max(0, match.start() - 14), match.start())
        if called or is_identity_number(_digits(match[0])):
            taken.append(match.span())
            yield _masked("identity-number", key, match, first=6, last=4)
    for match in _CARD.finditer(plain):
        if _luhn(_digits(match[0])) and match.span() not in taken:
            yield _masked("bank-card", key, match, first=0, last=4)


def _phones(key: str, plain: str) -> Iterator[Finding]:
    for rule, pattern, last in (("mobile-number", _MOBILE, 4), ("phone-number", _PHONE, 0)):
        for match in pattern.finditer(plain):
            if not _ON_DUTY.search(plain, max(0, match.start() - 30), match.start()):
                yield _masked(rule, key, match, first=3, last=last)


_LONG_NUMBER = re.compile(r"[0-9０-９][0-9０-９ -]{6}")


def home_addresses(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each flat or house number where somebody lives.

    The place where something happened is an element of the report and is left alone.
    """
    return addresses_in(analysis.texts())


def addresses_in(texts: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Yield the findings of ``home_addresses`` in texts by section."""
    for key, text in texts:
        if "号" not in text and "单元" not in text and "室" not in text:
            continue
        for match in _ROOM.finditer(text):
            lived = match[0][0] in "家现住户" or _LIVES.search(
                text, max(0, match.start() - 40), match.start()
            )
            if not lived or _HAPPENED.match(text, match.end(), match.end() + 14):
                continue
            hidden = _DIGITS.sub(lambda number: _MASK * len(number[0]), match[0])
            fix = replacing(key, *match.span(), hidden)
            yield finding("home-address", Span(key, *match.span()), fixes=(fix,))


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


def _digits(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def _masked(rule: str, key: str, match: re.Match[str], *, first: int, last: int) -> Finding:
    """Return the finding with the fix that hides all digits but the first and the last ones."""
    length = len(match[0])
    hidden = "".join(
        _MASK if first <= place < length - last and mark not in " -" else mark
        for place, mark in enumerate(match[0])
    )
    fix = replacing(key, *match.span(), hidden)
    return finding(rule, Span(key, *match.span()), fixes=(fix,))


def _luhn(number: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
