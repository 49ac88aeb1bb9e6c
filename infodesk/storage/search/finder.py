"""Searching: what the index answers, and a scan of what it has not taken in yet.

Both are read from one state of the journal, so a thing that is taken in meanwhile is found once.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice

from infodesk.core.clock import Clock
from infodesk.core.pinyin import MARK, Initials, are_initials
from infodesk.core.search import Found, Order, Passage, Query, Wanted, fold, parse, passage
from infodesk.storage.journal import Journal
from infodesk.storage.search.keys import HIGHEST, LOWEST, kind_and_ref, range_of
from infodesk.storage.search.lookup import Lookup, Row, match_of
from infodesk.storage.search.names import NameFinder
from infodesk.storage.search.sources import SOURCES, Source

BOUNDED = 5_000
"""Newest hits among which the best are looked for: ranking all of them takes a second."""

_WEIGHTS = "8.0, 1.0, 0.0"
"""A word of a title weighs as eight of a text."""


class SearchFinder:
    """Searches one journal over a connection that reads.

    Attributes:
        names: finds what is known by its name alone.

    Args:
        initials: returns the table of initials; asked for when initials are searched.
    """

    def __init__(self, journal: Journal, clock: Clock, initials: Callable[[], Initials]) -> None:
        self._journal = journal
        self._lookup = Lookup(journal)
        self._clock = clock
        self._initials = initials
        self.names = NameFinder(journal, self.name_of)

    def find(self, wanted: Wanted, limit: int) -> list[Found]:
        """Return the first hits in the order wanted; each was seen in its text."""
        query = wanted.query
        if not query or limit < 1:
            return []
        with self._journal.reading():
            low, high = range_of(wanted.since, wanted.until, self._clock.now())
            sources = [
                source
                for source in SOURCES
                if (not wanted.among or source.among in wanted.among)
                and (source.is_item or not (wanted.kind or wanted.unit))
            ]
            if not sources:
                return []
            pending = self._lookup.scan(sources, query.found_in, low, high)
            if wanted.order is Order.RELEVANCE:
                keys: Iterable[int] = chain(pending, self._best(query, low, high))
            else:
                keys = heapq.merge(pending, self._lookup.newest(query, low, high), reverse=True)
            numbers = {source.number for source in sources}
            keys = (key for key in keys if kind_and_ref(key)[0] in numbers)
            found = islice(self._lookup.looked_up(keys, query.found_in, *_fitting(wanted)), limit)
            return [_found(source, row, query) for _, source, row in found]

    def find_initials(self, typed: str, limit: int) -> list[Found]:
        """Return the newest things whose titles show a run of pinyin initials, two or more."""
        keys = typed.casefold()
        initials = self._initials()
        runs = [MARK + keys[at : at + 2] for at in range(len(keys) - 1)]
        match = " AND ".join(f'"{run}"' for run in runs)

        def shows(title: str, _text: str) -> bool:
            return initials.begin(keys, fold(title)) >= 0

        with self._journal.reading():
            pending = self._lookup.scan(SOURCES, shows, LOWEST, HIGHEST)
            found = self._lookup.matching(match, LOWEST, HIGHEST)
            merged = heapq.merge(pending, found, reverse=True)
            seen = islice(self._lookup.looked_up(merged, shows), limit)
            hits = [_found(source, row, Query(())) for _, source, row in seen]
        return [replace(one, title=self.name_of(typed, one.title.text)) for one in hits]

    def find_named(self, typed: str, limit: int) -> list[Found]:
        """Return what holds the words typed, and then what their initials stand for."""
        found = self.find(Wanted(parse(typed)), limit)
        if are_initials(typed):
            known = {(one.among, one.serial) for one in found}
            others = self.find_initials(typed, limit)
            found += [one for one in others if (one.among, one.serial) not in known]
        return found[:limit]

    def name_of(self, typed: str, name: str) -> Passage:
        """Return a short name with what was typed marked in it, as words or as initials.

        Nothing is marked where it shows neither.
        """
        query = parse(typed)
        if query.found_in(name):
            return Passage(name, tuple(query.spans(name)))
        begin = self._initials().begin(typed.casefold(), fold(name)) if typed.isalnum() else -1
        return Passage(name, ((begin, begin + len(typed)),) if typed and begin >= 0 else ())

    def _best(self, query: Query, low: int, high: int) -> Iterator[int]:
        """Yield the keys of the newest hits, the best of them first."""
        match = match_of(query)
        oldest = self._lookup.matching(match, low, high, skip=BOUNDED - 1)
        return self._lookup.matching(
            match, next(oldest, low), high, order=f"bm25(search_index, {_WEIGHTS}), rowid DESC"
        )


def _fitting(wanted: Wanted) -> tuple[str, list[str]]:
    """Return what narrows the items looked up, as SQL, and its values."""
    terms = {"i.kind": wanted.kind, "i.unit": wanted.unit}
    given = {column: value for column, value in terms.items() if value}
    return "".join(f" AND {column} = ?" for column in given), list(given.values())


def _found(source: Source, row: Row, query: Query) -> Found:
    serial, moment, title, text, thing, kind, unit, state = row
    return Found(
        among=source.among,
        id=str(thing),
        serial=serial,
        at=datetime.fromisoformat(moment),
        title=Passage(title, tuple(query.spans(title))),
        text=passage(text, query),
        kind=kind,
        unit=unit,
        state=state,
    )
