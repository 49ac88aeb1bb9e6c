"""The day and hour an expression of time means, seen from the day of the report."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta

from infodesk.core.checking.numerals import value_of

_NUMBER = r"[0-9零〇○一二两三四五六七八九十廿]{1,4}"
_YMD = re.compile(
    rf"(?:(?P<year>{_NUMBER})年|(?P<said>[今去前]年))?(?P<month>{_NUMBER})月(?:份)?(?P<day>{_NUMBER})[日号]"
)
_ISO = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})")
_DAY = re.compile(
    rf"(?:(?P<last>上个?月)|[本当]月|(?<![0-9月零〇一二三四五六七八九十]))(?P<day>{_NUMBER})[日号]"
)
_AGO = re.compile(rf"(?P<number>{_NUMBER})(?:天|日)(?:之)?前")
_WEEKDAY = re.compile(r"(?P<which>上|本|这|下)?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])")
_OFFSETS = (("大前天", 3), ("前天", 2), ("前日", 2), ("前晚", 2), ("昨", 1), ("今", 0))
_CLOCK = re.compile(
    rf"(?P<hour>{_NUMBER})(?:时|点钟|点|[:∶])(?:(?P<minute>{_NUMBER})(?:分|(?=许|左右|$|[^0-9]))?|(?P<half>半)|(?P<quarter>一刻))?"
)
_LATE = re.compile(r"下午|傍晚|晚|夜|午后|午间|中午")
_FIRST_LATE_HOUR = {"夜": 6, "晚": 4, "中午": 12, "午间": 12}
"""From which hour of a twelve-hour clock on it is the second half of the day (夜里2时 is not)."""
_VAGUE = re.compile(r"日前|近日|近期|连日|月初|月底|年初|旬")


@dataclass(frozen=True, slots=True)
class When:
    """A day and an hour of it, as far as they are known."""

    day: date | None = None
    clock: time | None = None

    def __str__(self) -> str:
        """Return it as ISO 8601 writes it, empty where the day is unknown."""
        if self.day is None:
            return ""
        return f"{self.day.isoformat()}T{self.clock:%H:%M}" if self.clock else self.day.isoformat()


def when(expression: str, reported: date | None) -> When:
    """Resolve an expression of time.

    Args:
        expression: what the text says, e.g. 昨日凌晨2时许, 28日20时01分.
        reported: the day of the report; without it only a full date has a day.
    """
    plain = unicodedata.normalize("NFKC", expression)
    return When(_day(plain, reported), _clock(plain))


def _number(word: str | None) -> int:
    value = value_of((word or "").replace("廿", "二十"))
    return -1 if value is None else value


def _day(plain: str, reported: date | None) -> date | None:
    full = _ISO.search(plain) or _YMD.search(plain)
    if full is not None:
        return _full_day(full.groupdict(), reported)
    if reported is None or _VAGUE.search(plain):
        return None
    for word, back in _OFFSETS:
        if word in plain:
            return _back(reported, back)
    return _counted_day(plain, reported) or _weekday(plain, reported)


def _full_day(found: dict[str, str | None], reported: date | None) -> date | None:
    year = _year(found.get("year"), found.get("said"), reported)
    if year is None:
        return None
    day = _date(year, _number(found["month"]), _number(found["day"]))
    if day and reported and not found.get("year") and (day - reported).days > 180:
        # 12月30日, told in January
        return _date(year - 1, day.month, day.day)
    return day


def _counted_day(plain: str, reported: date) -> date | None:
    ago = _AGO.search(plain)
    if ago is not None:
        return _back(reported, _number(ago["number"]))
    bare = _DAY.search(plain)
    if bare is not None:
        return _last_with(reported, _number(bare["day"]), whole_month=bool(bare["last"]))
    return None


def _year(written: str | None, said: str | None, reported: date | None) -> int | None:
    if written:
        year = _number(written)
        return year + 2000 if 0 <= year < 100 else year
    if reported is None:
        return None
    return reported.year - {"去年": 1, "前年": 2}.get(said or "", 0)


def _last_with(reported: date, number: int, *, whole_month: bool) -> date | None:
    """Return the last day of that number, today included."""
    day = None if whole_month else _date(reported.year, reported.month, number)
    if day is not None and day <= reported:
        return day
    if day is not None and (day - reported).days <= 1:
        # the report was dated a day early, as dispatches are
        return day
    year, month = divmod(reported.year * 12 + reported.month - 2, 12)
    return _date(year, month + 1, number)


def _weekday(plain: str, reported: date) -> date | None:
    found = _WEEKDAY.search(plain)
    if found is None:
        return None
    number = "一二三四五六日".find(found["day"].replace("天", "日").replace("末", "六"))
    monday = _back(reported, reported.weekday())
    if monday is None:
        return None
    if found["which"]:
        weeks = {"上": -1, "下": 1}.get(found["which"], 0)
        return _back(monday, -number - 7 * weeks)
    return _back(reported, (reported.weekday() - number) % 7)


def _back(day: date, days: int) -> date | None:
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(plain: str) -> time | None:
    found = _CLOCK.search(plain)
    if found is None:
        return None
    hour = _number(found["hour"])
    minute = 30 if found["half"] else 15 if found["quarter"] else 0
    if found["minute"]:
        minute = _number(found["minute"])
    late = _LATE.search(plain[: found.start()])
    if late is not None and _FIRST_LATE_HOUR.get(late[0], 1) <= hour < 12:
        hour += 12
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return time(hour % 24, minute)
