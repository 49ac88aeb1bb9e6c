"""What can be found: a kind of thing is found once it has its line in ``SOURCES``.

The migration that makes the tables of a new kind also has the lines that note its changes in
``search_pending``; both name the kind by its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from infodesk.core.search import Among
from infodesk.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Source:
    """Where the texts of a kind of thing stand.

    Attributes:
        number: its number in keys and in ``search_pending``; never given to another kind.
        select: number, moment, title, text, id, item's kind, unit and state; ends before WHERE's
            last term, which narrows the column ``ref``. What it leaves out is not found.
        ref: the column of the number.
        every: the numbers of all things there are, as a SELECT.
        is_item: whether the number is an item's, so that items' filters narrow it.
    """

    among: Among
    number: int
    select: str
    ref: str
    every: str
    is_item: bool = True


_ITEM = """SELECT i.serial, i.created_at, i.title, d.body, i.id, i.kind, i.unit, i.state
    FROM items i JOIN drafts d ON d.item = i.serial WHERE i.discarded_at IS NULL"""

_VERSION = """SELECT i.serial, r.at, r.title, r.body, i.id, i.kind, i.unit, i.state
    FROM items i JOIN drafts d ON d.item = i.serial JOIN revisions r ON r.item = i.serial
        AND r.number = (SELECT max(number) FROM revisions WHERE item = i.serial)
    WHERE i.discarded_at IS NULL AND (r.title, r.body) IS NOT (i.title, d.body)"""

_ISSUE = """SELECT n.id,
    ifnull(n.signed_on || 'T00:00:00' || substr(n.created_at, -6), n.created_at),
    s.name || iif(n.number, ' ' || n.year || '年第' || n.number || '期', '')
        || iif(n.total, ' 总第' || n.total || '期', ''),
    n.editor_note || char(10) || n.signer || char(10) || ifnull((
        SELECT group_concat(r.title || char(10) || r.body, char(10) ORDER BY p.place)
        FROM issue_items p JOIN revisions r ON r.item = p.item AND r.number = p.revision
        WHERE p.issue = n.id), ''),
    n.id, '', '', n.state
    FROM issues n JOIN series s ON s.id = n.series WHERE 1"""

SOURCES = (
    Source(Among.ITEM, 1, _ITEM, "i.serial", "SELECT serial FROM items"),
    Source(Among.VERSION, 2, _VERSION, "i.serial", "SELECT DISTINCT item FROM revisions"),
    Source(Among.ISSUE, 3, _ISSUE, "n.id", "SELECT id FROM issues", is_item=False),
)

BY_NUMBER = {source.number: source for source in SOURCES}


def read(
    journal: Journal,
    source: Source,
    refs: Sequence[int],
    fitting: str = "",
    values: Sequence[str] = (),
) -> list[tuple[Any, ...]]:
    """Return the texts of things; ``fitting`` narrows them further, with its values."""
    marks = ",".join("?" * len(refs))
    sql = f"{source.select} AND {source.ref} IN ({marks}){fitting}"
    return journal.query(sql, *refs, *values)
