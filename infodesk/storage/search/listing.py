"""Which items a list shows that is narrowed to a text or a period: their numbers, in order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from infodesk.core.items import ItemFilter, ItemState
from infodesk.core.search import Query, parse
from infodesk.storage.item_filter import conditions, order_of
from infodesk.storage.journal import Journal
from infodesk.storage.search.keys import HIGHEST, LOWEST, kind_and_ref
from infodesk.storage.search.lookup import Lookup, match_of
from infodesk.storage.search.sources import SOURCES


class ItemListing:
    """Finds items by their working text and whatever else a list is narrowed to."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lookup = Lookup(journal)

    def serials(self, narrowed: ItemFilter) -> Sequence[int]:
        """Return the numbers of the items a filter leaves, in its order."""
        query = parse(narrowed.text)
        source = SOURCES[0]
        if not query:
            return self._unsearched(narrowed)
        if narrowed.discarded:
            return self._scanned(narrowed, query)
        with self._journal.reading():
            pending = self._lookup.scan([source], query.found_in, LOWEST, HIGHEST)
            keys = self._lookup.matching(match_of(query), LOWEST, HIGHEST)
            if query.is_long:
                seen = self._lookup.looked_up(keys, query.found_in)
                keys = (key for key, _, _ in seen)
            found = [ref for kind, ref in map(kind_and_ref, keys) if kind == source.number]
            found += [ref for _, ref in map(kind_and_ref, pending)]
            return self._narrowed(found, narrowed)

    def states(self, serials: Sequence[int]) -> dict[ItemState, int]:
        """Return how many of the items of these numbers stand where."""
        rows = self._journal.query(
            """SELECT state, count(*) FROM items
            WHERE serial IN (SELECT value FROM json_each(?)) GROUP BY state""",
            str(list(serials)),
        )
        return {ItemState(state): count for state, count in rows}

    def _unsearched(self, narrowed: ItemFilter) -> Sequence[int]:
        where, values = conditions(narrowed)
        rows = self._journal.stream(
            f"SELECT i.serial FROM items i WHERE {where} ORDER BY {order_of(narrowed.sort)}",
            *values,
        )
        return array("q", (serial for (serial,) in rows))

    def _scanned(self, narrowed: ItemFilter, query: Query) -> Sequence[int]:
        """Return the numbers of discarded items that show a query: no index holds them."""
        where, values = conditions(narrowed)
        rows = self._journal.stream(
            f"""SELECT i.serial, i.title, d.body FROM items i JOIN drafts d ON d.item = i.serial
            WHERE {where} ORDER BY {order_of(narrowed.sort)}""",
            *values,
        )
        return array("q", (serial for serial, title, text in rows if query.found_in(title, text)))

    def _narrowed(self, serials: list[int], narrowed: ItemFilter) -> Sequence[int]:
        serials.sort(reverse=True)
        if narrowed == ItemFilter(text=narrowed.text):
            return array("q", serials)
        where, values = conditions(narrowed)
        rows = self._journal.stream(
            f"""SELECT i.serial FROM items i WHERE {where} AND
            i.serial IN (SELECT value FROM json_each(?)) ORDER BY {order_of(narrowed.sort)}""",
            *values,
            str(serials),
        )
        return array("q", (serial for (serial,) in rows))
