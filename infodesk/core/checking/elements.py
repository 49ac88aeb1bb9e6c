"""What a report of an event states: when, where, who says so, why, how many were hurt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from infodesk.core.checking.actors import actors, commanders
from infodesk.core.checking.casualties import counts, standing
from infodesk.core.checking.causes import Spans
from infodesk.core.checking.dating import When, when
from infodesk.core.checking.figures import quantities
from infodesk.core.checking.findings import (
    Cause,
    Elements,
    Figure,
    Mention,
    Sentence,
    SentenceClass,
    Span,
)
from infodesk.core.checking.harms import Count, Harm
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.mentions import as_of, kinds, next_steps
from infodesk.core.checking.moments import Moment, moments_of
from infodesk.core.checking.place_runs import place_runs
from infodesk.core.checking.places import grade, places
from infodesk.core.checking.sources import sources

MOST_READ = 16
"""Sentences from the beginning that are read for when and where."""
MOST_SHOWN = 5
MOST_NAMED_IN = 6
"""Sentences from the beginning in which a place may stand without any word that places it."""
LEAST_SHOWN = 3
"""Places shown where the text names as many; one less of times."""

_AS_OF = re.compile(r"(?:截至|截止|截至到|至|到|自从)$")
_DATELINE = re.compile(r"^[　 ]?(?:专?电|讯|消息|信息|报道|专讯|快讯)")
_SAYS = re.compile(
    r"^[^，。；]{0,22}?(?:表示|证实|说|宣布|通报|获悉|了解|报道|发表|透露|召开|称|介绍|确认|接受|从[^，。]{0,20}获悉)"
)
_REPORTER = re.compile(r"记者[^，。）)]{0,6}$")
_STARTS = re.compile(r"(?:发生(?:在|于)|时间(?:为|是|在)|起火于|地震(?:在|于))[^，。]{0,3}$")
_VAGUE = ("日前", "近日", "近期", "连日来", "近来")


Texts = Sequence[tuple[Sentence, str]]
Why = tuple[Cause, Spans]
"""What a sentence says of the cause, and its words that do, where words alone do."""


def elements_of(
    texts: Texts, lexicon: Lexicon, reported: date | None = None, causes: Sequence[Why] = ()
) -> Elements:
    """Return the elements stated by the body's sentences, in order.

    Args:
        texts: each sentence with its text.
        lexicon: the cue words.
        reported: the day of the report, against which 昨日 is resolved.
        causes: what each sentence says of the cause; none where nobody asks.
    """
    plain = [text for _, text in texts]
    counted = counts(plain)
    figures = _figures(texts, counted, lexicon)
    cause, why = _cause(texts, causes) if causes else (Cause.NONE, ())
    told = _spans(texts, sources)
    time, further_times = _times(texts[:MOST_READ], lexicon)
    place, further_places = _places(texts[:MOST_READ], lexicon)
    acting = [pair for pair in texts if SentenceClass.MEASURES in pair[0].classes]
    return Elements(
        time=time,
        place=place,
        deaths=standing(counted, Harm.DEATHS, plain),
        injured=standing(counted, Harm.INJURED, plain),
        source=bool(told),
        cause=cause,
        further_times=further_times,
        further_places=further_places,
        missing=_most(figures, "missing"),
        poisoned=_most(figures, "poisoned"),
        trapped=_most(figures, "trapped"),
        evacuated=_most(figures, "evacuated"),
        happened=_happened(texts, time, reported),
        kinds=_kinds(texts, lexicon),
        figures=figures,
        as_of=_spans(texts, as_of),
        sources=told,
        causes=why,
        commanders=_spans(texts, lambda text: commanders(text, lexicon)),
        actors=_spans(acting, lambda text: actors(text, lexicon)),
        next_steps=_spans(texts, lambda text: next_steps(text, lexicon)),
    )


def _cause(texts: Texts, causes: Sequence[Why]) -> tuple[Cause, tuple[Span, ...]]:
    """Return what is said of the cause, and where; a cause named outweighs one left open."""
    for wanted in (Cause.STATED, Cause.UNDER_INVESTIGATION):
        found = tuple(
            _shifted(sentence, start, end)
            for (sentence, text), (cause, spans) in zip(texts, causes, strict=True)
            if cause is wanted
            for start, end in spans or [(0, len(text))]
        )
        if found:
            return wanted, found
    return Cause.NONE, ()


def _spans(texts: Texts, find: Callable[[str], Iterator[tuple[int, int]]]) -> tuple[Span, ...]:
    return tuple(
        _shifted(sentence, start, end) for sentence, text in texts for start, end in find(text)
    )


def _shifted(sentence: Sentence, start: int, end: int) -> Span:
    span = sentence.span
    return Span(span.section, span.start + start, span.start + end)


def _figures(texts: Texts, counted: list[Count], lexicon: Lexicon) -> tuple[Figure, ...]:
    by_sentence: dict[int, list[Count]] = {}
    for count in counted:
        by_sentence.setdefault(count.sentence, []).append(count)
    return tuple(
        Figure(
            found.name,
            found.value,
            found.unit,
            _shifted(sentence, found.start, found.end),
            found.rough,
            found.part,
        )
        for number, (sentence, text) in enumerate(texts)
        for found in quantities(text, by_sentence.get(number, []), lexicon)
    )


def _most(figures: Sequence[Figure], name: str) -> int | None:
    values = [round(figure.value) for figure in figures if figure.name == name]
    return max(values, default=None)


def _kinds(texts: Texts, lexicon: Lexicon) -> tuple[Mention, ...]:
    found = kinds([text for _, text in texts], lexicon)
    return tuple(
        Mention(name, _shifted(texts[number][0], start, end)) for name, number, start, end in found
    )


def _happened(texts: Texts, time: tuple[Span, ...], reported: date | None) -> str:
    """Resolve the best expressions of time: the first with a day, the first with an hour."""
    day: date | None = None
    for span in time[:3]:
        for sentence, text in texts:
            inside = span.start - sentence.span.start
            if sentence.span.section == span.section and 0 <= inside < len(text):
                found = when(text[inside : span.end - sentence.span.start], reported)
                day = day or found.day
                if day and found.clock:
                    return str(When(day, found.clock))
    return str(When(day))


def _best(scored: list[tuple[float, Span]], least: float) -> tuple[Span, ...]:
    ordered = sorted(scored, key=lambda pair: -pair[0])
    best: list[Span] = []
    for score, span in ordered:
        if score < least and best:
            break
        if score < -3.5:
            break
        apart = all(
            span.section != other.section or span.end <= other.start or other.end <= span.start
            for other in best
        )
        if apart:
            best.append(span)
    return tuple(best[:MOST_SHOWN])


def _times(texts: Texts, lexicon: Lexicon) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return when the main event happened, and what further moments are told."""
    scored: list[tuple[float, Span]] = []
    for order, (sentence, text) in enumerate(texts):
        found = moments_of(text)
        if not found:
            continue
        events = [
            match.start()
            for match in lexicon.events.finditer(text)
            if text[match.end() : match.end() + 1] != "后"
        ]
        background = lexicon.background.search(text) is not None
        for index, moment in enumerate(found):
            following = found[index + 1].start if index + 1 < len(found) else len(text)
            score = _time_score(text, moment, events, following)
            if SentenceClass.SITUATION not in sentence.classes:
                score -= 3
            if background:
                score -= 2
            score -= 0.25 * order
            span = sentence.span
            scored.append(
                (score, Span(span.section, span.start + moment.start, span.start + moment.end))
            )
    best = _best(scored, 2.5)
    likely = [pair for pair in scored if pair[0] > 0]
    return best, tuple(_others(likely, best, LEAST_SHOWN - 1 - len(best)))


def _time_score(text: str, moment: Moment, events: Sequence[int], following: int) -> float:
    vague = text[moment.start : moment.end].startswith(_VAGUE)
    score = (0.5 if vague else 2.0 * moment.day) + 1.0 * moment.clock + 0.5 * moment.part
    before = text[max(0, moment.start - 12) : moment.start]
    after = text[moment.end : moment.end + 40]
    if _AS_OF.search(before):
        return -8.0
    if _DATELINE.match(after):
        return -8.0
    if _STARTS.search(before):
        score += 5
    if any(moment.end <= place <= following for place in events):
        score += 4
    elif any(moment.end <= place <= moment.end + 80 for place in events):
        score += 3
    elif any(moment.start - 12 <= place < moment.start for place in events):
        score += 2
    says = _SAYS.match(after)
    if says is not None and not any(
        moment.end <= place < moment.end + says.end() for place in events
    ):
        score -= 5
    if _REPORTER.search(before):
        score -= 5
    return score


def _places(texts: Texts, lexicon: Lexicon) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where the main event happened, and what further places are named."""
    scored: list[tuple[float, Span]] = []
    named: list[tuple[float, Span]] = []
    for order, (sentence, text) in enumerate(texts):
        situation = SentenceClass.SITUATION in sentence.classes
        late = 0.4 * order + (0.0 if situation else 2.5)
        scored.extend(
            (place.score - late, _shifted(sentence, place.start, place.end))
            for place in places(text[:2000], lexicon)
        )
        if order < MOST_NAMED_IN:
            happens = 1.0 * (lexicon.events.search(text) is not None)
            own = (match.span() for match in lexicon.own_places.finditer(text[:2000]))
            for start, end in (*own, *place_runs(text[:2000])):
                score = grade(text[start:end], lexicon) + happens - late
                named.append((score, _shifted(sentence, start, end)))
    best = _best(scored or named, 3.0)
    return best, tuple(_others(named, best, LEAST_SHOWN - len(best)))


def _others(scored: list[tuple[float, Span]], shown: Sequence[Span], many: int) -> Iterator[Span]:
    """Yield the next best stretches that do not touch those shown already."""
    taken = list(shown)
    for _, span in sorted(scored, key=lambda pair: -pair[0]):
        if len(taken) - len(shown) >= many:
            return
        apart = all(
            span.section != other.section or span.end <= other.start or other.end <= span.start
            for other in taken
        )
        if apart:
            taken.append(span)
            yield span
