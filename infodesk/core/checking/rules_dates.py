"""Rules of dates: impossible ones, wrong weekdays, events after their report, 昨日 alone."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from infodesk.core.checking.analysis import Analysis, reported_day
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.classes import LONGEST_READ
from infodesk.core.checking.dating import When, when
from infodesk.core.checking.findings import Elements, Finding, PartState, Span
from infodesk.core.checking.fixes import replacing
from infodesk.core.checking.leading import guarded
from infodesk.core.checking.moments import moments_of

_NEEDS_A_DAY = (
    *("今天", "今日", "今晨", "今早", "今晚", "昨"),
    *("前天", "前日", "前晚", "当天", "当日", "当晚"),
)
_DATE = re.compile(
    guarded(r"(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]")
)
_CLOCK = re.compile(
    r"(?<=[日号晨午夜晚间])(?P<hour>[0-9]{1,2})(?:时(?!许?间)(?:(?P<minute>[0-9]{1,2})分)?"
    r"|[:：](?P<digits>[0-9]{2})(?![0-9:：]))"
)
_WEEKDAY = re.compile(
    rf"{_DATE.pattern}(?:[（(，, ]|（)?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
)
_DAYS = "一二三四五六日"
_INTERVAL = re.compile(
    r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日(?:[0-9]{1,2}时(?:[0-9]{1,2}分)?)?"
    r"(?:至|到|—|-|－|～|~)(?:(?P<month2>[0-9]{1,2})月)?(?P<day2>[0-9]{1,2})日"
)
_PLANNED = re.compile(r"将(?!近)|拟|计划|预计|定于|准备|有望|截止日|前完成|之前|届时")
_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def impossible_dates(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for 2月30日, 13月5日, 25时, 8时70分."""
    for key, text in analysis.texts():
        for match in _DATE.finditer(text):
            month, day = int(match["month"]), int(match["day"])
            year = int(match["year"] or 0)
            longest = _LONGEST[month] if month < len(_LONGEST) else 0
            if year and 1 <= month <= 12:
                longest = monthrange(year, month)[1]
            if not 1 <= day <= longest:
                yield finding("date-impossible", Span(key, *match.span()), word=match[0])
        for match in _CLOCK.finditer(text):
            if int(match["hour"]) > 24 or int(match["minute"] or match["digits"] or 0) > 59:
                yield finding("date-impossible", Span(key, *match.span()), word=match[0])


def weekdays(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where a date bears another weekday than it had."""
    reported = reported_day(analysis.content, analysis.headings, analysis.context)
    for key, text in analysis.texts():
        if "周" not in text and "星期" not in text and "礼拜" not in text:
            continue
        for match in _WEEKDAY.finditer(text):
            day = _day(match, reported)
            said = _DAYS.find(match["weekday"].replace("天", "日"))
            if day is None or day.weekday() == said:
                continue
            right = _DAYS[day.weekday()]
            fix = replacing(key, *match.span("weekday"), right)
            yield finding(
                "weekday-wrong", Span(key, *match.span()), fixes=(fix,),
                date=day.isoformat(), said=match["weekday"], right=right,
            )  # fmt: skip


def order_of_dates(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding where an event lies after its report or today, or an interval runs back."""
    yield from _event_in_the_future(analysis)
    yield from _before_the_event(analysis)
    for key, text in analysis.texts():
        for match in _INTERVAL.finditer(text):
            begin = int(match["month"]), int(match["day"])
            end = int(match["month2"] or match["month"]), int(match["day2"])
            over_the_year = begin[0] - end[0] > 6
            if end < begin and not over_the_year:
                yield finding("date-order", Span(key, *match.span()), word=match[0])


def relative_dates(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding at the first relative date of a text that names no absolute one."""
    if any(heading.moment is not None for heading in analysis.headings.values()):
        return
    first: tuple[Span, str] | None = None
    for read in analysis.body():
        for moment in moments_of(read.text[:LONGEST_READ]):
            if moment.absolute:
                return
            word = read.text[moment.start : moment.end]
            if first is None and moment.relative and word.startswith(_NEEDS_A_DAY):
                begin = read.sentence.span.start
                span = Span(read.sentence.span.section, begin + moment.start, begin + moment.end)
                first = (span, word)
    if first is not None:
        yield finding("relative-date", first[0], word=first[1])


def _day(match: re.Match[str], reported: date | None) -> date | None:
    if match["year"]:
        try:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            return None
    return when(f"{match['month']}月{match['day']}日", reported).day


def _event_in_the_future(analysis: Analysis) -> Iterator[Finding]:
    elements = analysis.elements
    if not elements.happened:
        return
    happened = datetime.fromisoformat(elements.happened)
    exact = "T" in elements.happened
    for key, heading in analysis.headings.items():
        if heading.moment is None:
            continue
        said = "".join(analysis.content.text_of(key)[slice(*heading.moment)].split())
        if _later(happened, when(said, None), exact=exact) and _is_told(analysis, elements):
            yield finding(
                "date-after-report", elements.time[0],
                evidence=(Span(key, *heading.moment),), when=happened.date().isoformat(),
            )  # fmt: skip
        return
    today = analysis.context.today
    if today is not None and happened.date() > today and _is_told(analysis, elements):
        yield finding("date-future", elements.time[0], when=happened.date().isoformat())


def _later(happened: datetime, reported: When, *, exact: bool) -> bool:
    if reported.day is None:
        return False
    if happened.date() != reported.day or not exact or reported.clock is None:
        return happened.date() > reported.day
    return happened.time() > reported.clock


def _is_told(analysis: Analysis, elements: Elements) -> bool:
    """Tell whether the sentence of the event's time tells what has happened, not a plan."""
    span = elements.time[0]
    for read in analysis.body():
        own = read.sentence.span
        if own.section == span.section and own.start <= span.start < own.end:
            return not _PLANNED.search(read.text)
    return False


def _before_the_event(analysis: Analysis) -> Iterator[Finding]:
    """Yield a finding for 截至4日 where the event was on the 5th."""
    elements = analysis.elements
    if not elements.happened or not elements.time:
        return
    happened = datetime.fromisoformat(elements.happened)
    reported = reported_day(analysis.content, analysis.headings, analysis.context)
    for span in elements.as_of:
        said = analysis.content.text_of(span.section)[span.start : span.end]
        until = when(said, reported or happened.date())
        if until.day is not None and _DATE.search(said) and until.day < happened.date():
            yield finding("date-order", span, evidence=elements.time[:1], word=said)
