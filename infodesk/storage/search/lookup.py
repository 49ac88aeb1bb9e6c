"""Looking up: the keys the index gives, the keys a scan of the rest gives, their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from infodesk.core.search import LONGEST, Query, chunks, pairs
from infodesk.storage.journal import Journal
from infodesk.storage.search.keys import key_of, kind_and_ref
from infodesk.storage.search.sources import BY_NUMBER, Source, read

LOOKED_AT = 400
"""Newest things that are scanned for a single character before the index is asked."""

_STALE = """EXISTS (SELECT 1 FROM search_pending p
    WHERE p.kind = (search_index.rowid >> 32 & 15) AND p.ref = (search_index.rowid & 4294967295))"""

Test = Callable[[str, str], bool]
"""Tells whether a title and a text show what is searched."""

Row = tuple[Any, ...]


class Lookup:
    """Reads index and texts of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def newest(self, query: Query, low: int, high: int) -> Iterator[int]:
        """Yield the keys of what the index finds, the newest first."""
        if query.is_short:
            # A frequent character is found among the newest things at once, while the index would
            # first gather all its pairs; a rare one has few pairs.
            rows = self._journal.query(
                f"""SELECT rowid FROM search_index WHERE rowid BETWEEN ? AND ? AND NOT {_STALE}
                ORDER BY rowid DESC LIMIT ?""",
                low,
                high,
                LOOKED_AT,
            )
            newest = (key for (key,) in rows)
            yield from (key for key, _, _ in self.looked_up(newest, query.found_in))
            if len(rows) < LOOKED_AT:
                return
            high = rows[-1][0] - 1
        yield from self.matching(match_of(query), low, high)

    def matching(
        self, match: str, low: int, high: int, *, skip: int = 0, order: str = "rowid DESC"
    ) -> Iterator[int]:
        """Yield the keys of what the index finds and is not pending, the newest first."""
        stale = f"AND NOT {_STALE}" if self._pending() else ""
        rows = self._journal.stream(
            f"""SELECT rowid FROM search_index WHERE search_index MATCH ?
            AND rowid BETWEEN ? AND ? {stale} ORDER BY {order} LIMIT -1 OFFSET ?""",
            *(match, low, high, skip),
        )
        return (key for (key,) in rows)

    def scan(self, sources: Iterable[Source], test: Test, low: int, high: int) -> list[int]:
        """Return the keys of pending things whose texts pass a test, the newest first."""
        keys: list[int] = []
        kinds = self._pending()
        for source in sources:
            if source.number not in kinds:
                continue
            refs = "SELECT ref FROM search_pending WHERE kind = ?"
            for ref, moment, title, text, *_ in self._journal.stream(
                f"{source.select} AND {source.ref} IN ({refs})", source.number
            ):
                if test(title, text):
                    key = key_of(datetime.fromisoformat(moment), source.number, ref)
                    if low <= key <= high:
                        keys.append(key)
        return sorted(keys, reverse=True)

    def _pending(self) -> set[int]:
        """Return the kinds of thing of which some are pending."""
        return {
            number
            for number in BY_NUMBER
            if self._journal.row("SELECT 1 FROM search_pending WHERE kind = ? LIMIT 1", number)
        }

    def looked_up(
        self, keys: Iterable[int], test: Test, fitting: str = "", values: Sequence[str] = ()
    ) -> Iterator[tuple[int, Source, Row]]:
        """Yield keys with their texts, leaving out what the texts do not bear out."""
        for handful in chunks(iter(keys), 50):
            by_kind: dict[int, list[int]] = {}
            for key in handful:
                kind, ref = kind_and_ref(key)
                by_kind.setdefault(kind, []).append(ref)
            rows = {
                (kind, row[0]): row
                for kind, refs in by_kind.items()
                for row in read(self._journal, BY_NUMBER[kind], refs, fitting, values)
            }
            for key in handful:
                kind_ref = kind_and_ref(key)
                row = rows.get(kind_ref)
                if row is not None and test(row[2], row[3]):
                    yield key, BY_NUMBER[kind_ref[0]], row


def match_of(query: Query) -> str:
    """Return the query as FTS5 reads it: runs of pairs, and characters that begin a pair."""
    return " AND ".join(
        f'"{pairs(term[:LONGEST])}"' if len(term) > 1 else f'"{term}" *' for term in query.terms
    )
