"""What leaves the journal for statistics, month by month: no text, no title, no person."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from infodesk.storage.journal import Journal

Row = dict[str, Any]

_ITEMS = """SELECT id, unit, kind, state, created_at, issued_at, sent_at, characters, open_musts,
    section_states FROM items
    WHERE discarded_at IS NULL AND substr(created_at, 1, 7) = ? ORDER BY id"""

_ISSUES = """SELECT s.key, s.name, i.year, i.number, i.total, i.signed_on, i.state,
    (SELECT count(*) FROM issue_items WHERE issue = i.id) FROM issues i
    JOIN series s ON s.id = i.series
    WHERE i.number > 0 AND substr(i.signed_on, 1, 7) = ? ORDER BY s.key, i.year, i.number"""

_BATCHES = """SELECT b.id, b.from_station, b.from_name, b.status, b.created_at, b.at,
    count(e.place), sum(e.status = 'new'), sum(e.status = 'same'), sum(e.status = 'changed'),
    sum(e.status = 'conflicting'), sum(e.status = 'refused')
    FROM batches b LEFT JOIN batch_entries e ON e.batch = b.number
    WHERE b.direction = 'received' AND substr(b.at, 1, 7) = ? GROUP BY b.number ORDER BY b.id"""

_FIRST = """SELECT min(month) FROM (
    SELECT min(substr(created_at, 1, 7)) AS month FROM items UNION ALL
    SELECT min(substr(signed_on, 1, 7)) FROM issues WHERE number > 0 UNION ALL
    SELECT min(substr(at, 1, 7)) FROM batches WHERE direction = 'received')"""


class MonthlyFigures:
    """The rows of the export for statistics, over a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def first_month(self) -> str | None:
        """Return the first month anything is from, such as ``2026-11``; None where nothing is."""
        row = self._journal.row(_FIRST)
        return None if row is None or row[0] is None else str(row[0])

    def rows(self, table: str, month: str) -> list[Row]:
        """Return the rows of one table of ``TABLES`` that belong to a month, in a fixed order."""
        sql, made = TABLES[table]
        return [made(row) for row in self._journal.query(sql, month)]


def _item(row: tuple[Any, ...]) -> Row:
    created = datetime.fromisoformat(row[4])
    return {
        "id": row[0],
        "unit": row[1],
        "kind": row[2],
        "state": row[3],
        "day": created.date(),
        "created_at": created,
        "issued_at": _moment(row[5]),
        "sent_at": _moment(row[6]),
        "issued": row[5] is not None,
        "sent": row[6] is not None,
        "characters": row[7],
        "open_musts": row[8],
        "sections": sorted(json.loads(row[9]).items()),
    }


def _issue(row: tuple[Any, ...]) -> Row:
    names = ("series", "series_name", "year", "number", "total")
    return {
        **dict(zip(names, row, strict=False)),
        "signed_on": date.fromisoformat(row[5]),
        "state": row[6],
        "items": row[7],
    }


def _batch(row: tuple[Any, ...]) -> Row:
    counts = ("items", "new", "same", "changed", "conflicting", "refused")
    received = datetime.fromisoformat(row[5])
    return {
        "id": row[0],
        "from_station": row[1],
        "from_name": row[2],
        "status": row[3],
        "created_at": datetime.fromisoformat(row[4]),
        "received_at": received,
        "day": received.date(),
        **{name: count or 0 for name, count in zip(counts, row[6:], strict=True)},
    }


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


TABLES: dict[str, tuple[str, Callable[[tuple[Any, ...]], Row]]] = {
    "items": (_ITEMS, _item),
    "issues": (_ISSUES, _issue),
    "batches": (_BATCHES, _batch),
}
"""The tables of an export for statistics, each with its rows of one month."""
