"""Expressions of time: where they stand, how exact they are, and whether they are relative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from infodesk.core.checking.leading import guarded

_ARABIC = r"[0-9０-９]"
_HAN = r"[〇○零一二三四五六七八九十廿]"
_TWO = rf"(?:{_ARABIC}{{1,2}}|{_HAN}{{1,3}})"
_YEAR = rf"(?:{_ARABIC}{{4}}|{_ARABIC}{{2}}(?=年)|[〇○零一二三四五六七八九]{{4}})"
_ISO = rf"{_ARABIC}{{4}}[-/.．]{_ARABIC}{{1,2}}[-/.．]{_ARABIC}{{1,2}}(?:日)?"
_DAY = (
    rf"(?:(?:{_YEAR}年|[今去前当]年|同年)?{_TWO}月(?:份)?{_TWO}[日号]|{_ISO}"
    rf"|{_TWO}月(?:上|中|下)旬(?:以来)?|{_YEAR}年{_TWO}月(?:份)?)"
)
_BARE_DAY = (
    r"(?:(?:本|当|上|这个|上个|同)月)?(?<![0-9０-９第每〇零一二三四五六七八九十])"
    rf"{_TWO}[日号](?![前后]?[本常])"
)
_FEW = rf"(?:{_ARABIC}{{1,3}}|[一二两三四五六七八九十几半数]{{1,3}})"
_RELATIVE = (
    r"(?:今天|昨天|前天|今日|昨日|前日|今晨|昨晚|昨夜|今早|今晚|前晚|当天|当日|当晚"
    r"|(?:本|上|当|这个)?月(?:初|底|末|中旬|上旬|下旬)|年初|次日|同日|翌日|日前|近日|近期|连日来"
    r"|(?:今年|去年|入春|入夏|入秋|入冬|入汛|年初|开学|本周|本月|[0-9０-９一二三四五六七八九十]{1,3}月(?:份)?)以来"
    r"|前一[天日晚]|(?:去年|今年|前年)(?:春|夏|秋|冬)(?:天|季)|(?:今年|去年)?(?:上半年|下半年|前三季度|[一二三四]季度)"
    r"|(?:上|本|这|下)?(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]"
    rf"|(?:约|大约)?{_FEW}(?:余|多|来)?"
    r"(?:天|日|小时|个小时|个月|分钟|年|周|个多小时)(?:之)?前)"
)
_PART = (
    r"(?:凌晨|拂晓|黎明|清晨|清早|早晨|早上|清早|早些时候|早|上午|中午|正午|午后|午间|下午|傍晚|晚上|晚间"
    r"|夜间|夜里|夜晚|深夜|午夜|当晚|半夜|晚|夜)"
)
_CLOCK = (
    rf"(?:{_TWO}(?:时|点钟|点)(?:{_TWO}分(?:{_TWO}秒)?|{_TWO}(?=许|左右)|半|一刻)?"
    rf"|{_ARABIC}{{1,2}}[:：∶]{_ARABIC}{{2}}(?:[:：∶]{_ARABIC}{{2}})?)"
)
_ABOUT = r"(?:许|左右|前后|时分|多|整)"
_NOTE = r"(?:[（(][^）)\n]{1,14}[）)])?"
_ZONE = r"(?:北京时间|当地时间|现地时间)?"
_EXPRESSION = re.compile(
    guarded(
        rf"{_ZONE}(?:约|大约)?"
        rf"(?:(?P<absolute>{_DAY})|(?P<relative>{_RELATIVE})|(?P<bare>{_BARE_DAY}))"
        rf"{_NOTE}[\s　,，]?{_ZONE}(?P<part>{_PART})?(?:约|大约)?(?P<clock>{_CLOCK})?{_ABOUT}?"
        rf"|{_ZONE}(?P<part2>{_PART})(?:约|大约)?(?P<clock2>{_CLOCK}){_ABOUT}?"
        rf"|{_ZONE}(?P<clock3>(?:{_TWO}时(?!有)(?:{_TWO}分(?:{_TWO}秒)?)?"
        rf"|{_TWO}点(?:{_TWO}分|钟|半)?(?={_ABOUT}|，|钟)"
        rf"|{_ARABIC}{{1,2}}[:：∶]{_ARABIC}{{2}})){_ABOUT}?"
        rf"|(?P<part3>(?:今|昨|前|当)?(?:凌晨|清晨|上午|中午|下午|傍晚|晚上|深夜))"
    )
)
_DAY_ALONE = re.compile(_DAY)
_BARE_LINE = re.compile(
    r"[\s　]*(?:[0-9０-９]{4}\s*[-年/.．]\s*[0-9０-９]{1,2}\s*[-月/.．]\s*[0-9０-９]{1,2}\s*日?"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
    r"(?:[\sT　]*[0-9０-９]{1,2}\s*[:：时]\s*[0-9０-９]{1,2}"
    r"(?:\s*[:：分]\s*[0-9０-９]{0,2}\s*秒?)?)?"
    r"[\s　]*(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)?[\s　]*"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time.

    Attributes:
        day: it names a day, month and day at least or a bare day of the month.
        absolute: it names a month and a day.
        relative: it needs the day of writing to be understood (昨日, 3天前).
        clock: it names an hour.
    """

    start: int
    end: int
    day: bool
    absolute: bool
    relative: bool
    part: bool
    clock: bool


@lru_cache(maxsize=1024)
def moments_of(text: str) -> tuple[Moment, ...]:
    """Return the expressions of time of a whole text, in order; those asked for last are kept."""
    return tuple(moments(text))


def moments(text: str, start: int = 0, end: int | None = None) -> Iterator[Moment]:
    """Yield the expressions of time in a stretch of text, in order."""
    for match in _EXPRESSION.finditer(text, start, len(text) if end is None else end):
        absolute, relative, bare, part, clock, part2, clock2, clock3, part3 = match.groups()
        stop = match.end()
        while stop > match.start() and text[stop - 1] in " \t　，,":
            stop -= 1
        yield Moment(
            match.start(),
            stop,
            day=bool(absolute or relative or bare),
            absolute=bool(absolute) or _DAY_ALONE.search(match[0]) is not None,
            relative=bool(relative),
            part=bool(part or part2 or part3),
            clock=bool(clock or clock2 or clock3),
        )


def is_moment_line(line: str) -> bool:
    """Tell whether a line holds a date, with or without time and weekday, and nothing else."""
    return _BARE_LINE.fullmatch(line[:60]) is not None and len(line) <= 60
