"""The check of an item as it is typed, against cutting the same text into words."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from functools import partial
from statistics import median

import rjieba

from infodesk import paths
from infodesk.checker import checking_context
from infodesk.core.checking.check import check
from infodesk.core.checking.moments import moments_of
from infodesk.core.items import WHOLE, Content, Section
from infodesk.workspace import profile_named, read_file
from tests.benchmarks.measure import Bar, alternated, report

BARS = [Bar("full check", "words cut", 100.0)]
CHARACTERS = 1_000
TIMES = 30


class _Clock:
    def now(self) -> datetime:
        return datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=8)))


def run(rounds: int) -> bool:
    """Measure, print, and return whether the bar is kept."""
    profile, context = profile_named("event"), checking_context(_Clock())
    contents = []
    for path in sorted((paths.resources() / "samples").glob("*.txt")):
        content, _ = read_file(path)
        whole = (content.body * (CHARACTERS // len(content.body) + 1))[:CHARACTERS]
        contents.append(Content(content.title, (Section(WHOLE, whole),)))

    def timed(name: str, act: Callable[[int], object]) -> Mapping[str, float]:
        took = []
        for number in range(TIMES):
            began = time.perf_counter()
            act(number % len(contents))
            took.append(time.perf_counter() - began)
        return {name: median(took)}

    def first(number: int) -> None:
        # What was seen before is remembered; a text is pasted but once.
        context.lexicon.remembered.clear()
        moments_of.cache_clear()
        check(contents[number], profile, context)

    cut = partial(timed, "words cut", lambda number: rjieba.cut(contents[number].body))
    return report(
        alternated({"cut": cut, "check": partial(timed, "full check", first)}, rounds), BARS
    )
