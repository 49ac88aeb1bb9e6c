"""What is found by its name alone, without the index: units, stations, batches.

There are few units and stations, and a batch has a handful of words: they are looked through.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from itertools import islice

from infodesk.core.batches import Direction
from infodesk.core.search import Among, Found, Passage, Query, is_fixed, parse, passage
from infodesk.storage.journal import Journal

NAMES = (Among.UNIT, Among.STATION, Among.BATCH)
"""The kinds of thing that are found here, in the order they are found."""

_UNITS = "SELECT DISTINCT unit FROM item_counts WHERE unit <> '' AND items > 0 ORDER BY 1"

_STATIONS = """SELECT number, station, iif(name = '', station, name), at FROM stations
    WHERE number IN (SELECT max(number) FROM stations GROUP BY station) ORDER BY 3"""

_BATCHES = f"""SELECT number, id, direction, at,
    iif(direction = '{Direction.SENT}', to_name, from_name)
        || iif(seq, ' 第' || seq || '号', '') AS title,
    path || char(10) || digest || char(10) || id AS words FROM batches"""

_NOTHING = Passage("", ())


class NameFinder:
    """Looks through the names of one journal.

    Args:
        name_of: marks what was typed in a name, as words or as initials of pinyin.
    """

    def __init__(self, journal: Journal, name_of: Callable[[str, str], Passage]) -> None:
        self._journal = journal
        self._name_of = name_of

    def find(self, typed: str, limit: int, among: Collection[Among] = ()) -> list[Found]:
        """Return what bears a name that shows what was typed, at most ``limit`` of each kind.

        Args:
            typed: words, or initials of pinyin.
            limit: at most as many of each kind.
            among: kinds of thing; every one where empty.
        """
        query = parse(typed)
        if not query:
            return []
        looking = {
            Among.UNIT: _shown(self._units(typed)),
            Among.STATION: _shown(self._stations(typed)),
            Among.BATCH: self._batches(query),
        }
        wanted = [kind for kind in NAMES if not among or kind in among]
        return [found for kind in wanted for found in islice(looking[kind], limit)]

    def _units(self, typed: str) -> Iterator[Found]:
        for (name,) in self._journal.query(_UNITS):
            yield Found(Among.UNIT, name, 0, None, self._name_of(typed, name), _NOTHING)

    def _stations(self, typed: str) -> Iterator[Found]:
        for number, code, name, at in self._journal.query(_STATIONS):
            known = datetime.fromisoformat(at)
            title = self._name_of(typed, name)
            yield Found(Among.STATION, code, number, known, title, _NOTHING)

    def _batches(self, query: Query) -> Iterator[Found]:
        # SQLite passes over what lacks a word four times as fast.
        terms = [term for term in query.terms if is_fixed(term)]
        lacking = " AND instr(title || char(10) || words, ?)" * len(terms)
        for number, name, direction, at, title, words in self._journal.stream(
            f"SELECT * FROM ({_BATCHES}) WHERE 1{lacking} ORDER BY number DESC", *terms
        ):
            if query.found_in(title, words):
                yield Found(
                    Among.BATCH,
                    name,
                    number,
                    datetime.fromisoformat(at),
                    Passage(title, tuple(query.spans(title))),
                    passage(words, query),
                    state=direction,
                )


def _shown(things: Iterable[Found]) -> Iterator[Found]:
    """Yield what shows something in its name, that which shows it at the beginning first."""
    marked = [thing for thing in things if thing.title.spans]
    yield from sorted(marked, key=lambda thing: thing.title.spans[0][0])
