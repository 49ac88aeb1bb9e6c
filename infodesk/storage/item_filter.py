"""What a list is narrowed to and how it is ordered, as SQL over ``items i``.

Every order has an index that holds what lists are narrowed by, so that a stretch far down a list of
a million is found by walking along one index. SQLite knows nothing of how often a value occurs, so
the index is chosen here: a ``+`` before a column keeps it from choosing another one.
"""

from __future__ import annotations

from datetime import timedelta

from infodesk.core.items import APPROVED_STATES, ItemFilter, ItemSort

_USED = """SELECT p.item FROM issue_items p JOIN issues n ON n.id = p.issue
    WHERE n.state <> 'withdrawn'"""

_ORDERS = {
    ItemSort.ADDED: ("i.serial DESC", "i.serial"),
    ItemSort.CHANGED: ("i.updated_at DESC, i.serial DESC", "i.updated_at, i.serial"),
    ItemSort.UNIT: ("i.unit, i.serial DESC", "i.unit DESC, i.serial"),
}


def order_of(sort: ItemSort, *, backwards: bool = False) -> str:
    """Return what follows ORDER BY."""
    return _ORDERS[sort][backwards]


def conditions(narrowed: ItemFilter) -> tuple[str, list[str]]:
    """Return the condition after WHERE and its values; a text is looked up elsewhere."""
    terms = [f"i.discarded_at IS {'NOT ' if narrowed.discarded else ''}NULL"]
    values: list[str] = []
    leading = _leading(narrowed)

    def narrow(column: str, test: str, *given: str) -> None:
        terms.append(f"{'' if column == leading else '+'}i.{column} {test}")
        values.extend(given)

    states = narrowed.states
    if narrowed.unused:
        states = states & APPROVED_STATES if states else APPROVED_STATES
        terms.append(f"i.serial NOT IN ({_USED})")
    if len(states) == 1:
        narrow("state", "= ?", *states)
    elif states or narrowed.unused:
        narrow("state", f"IN ({','.join('?' * len(states))})", *sorted(states))
    if narrowed.unsent:
        terms.append("i.sent_at IS NULL")
    if narrowed.kind:
        narrow("kind", "= ?", narrowed.kind)
    if narrowed.unit:
        narrow("unit", "= ?", narrowed.unit)
    if narrowed.since is not None:
        narrow("updated_at", ">= ?", narrowed.since.isoformat())
    if narrowed.until is not None:
        narrow("updated_at", "< ?", (narrowed.until + timedelta(days=1)).isoformat())
    return " AND ".join(terms), values


def is_counted(narrowed: ItemFilter) -> bool:
    """Tell whether the journal keeps the count of a filter: only state, kind and unit narrow it."""
    return not (narrowed.is_searched or narrowed.unused or narrowed.unsent)


def _leading(narrowed: ItemFilter) -> str:
    """Return the column whose index is walked along: the one that leaves least."""
    if narrowed.sort is ItemSort.CHANGED:
        return "updated_at"
    if narrowed.sort is ItemSort.UNIT or narrowed.unit:
        return "unit"
    if narrowed.since is not None or narrowed.until is not None:
        return "updated_at"
    if narrowed.kind:
        return "kind"
    return "state" if len(narrowed.states) == 1 and not narrowed.unused else ""
