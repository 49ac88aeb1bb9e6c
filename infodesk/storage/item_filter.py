"""What a list is narrowed to, as SQL over ``items i`` joined with ``drafts d``."""

from __future__ import annotations

from datetime import timedelta

from infodesk.core.items import APPROVED_STATES, ItemFilter

_USED = """EXISTS (SELECT 1 FROM issue_items p JOIN issues n ON n.id = p.issue
    WHERE p.item = i.serial AND n.state <> 'withdrawn')"""


def conditions(narrowed: ItemFilter) -> tuple[str, list[str]]:
    """Return the condition after WHERE and its values."""
    terms = [f"i.discarded_at IS {'NOT ' if narrowed.discarded else ''}NULL"]
    values: list[str] = []
    states = narrowed.states
    if narrowed.unused:
        states = states & APPROVED_STATES if states else APPROVED_STATES
        terms.append(f"NOT {_USED}")
    if states or narrowed.unused:
        terms.append(f"i.state IN ({','.join('?' * len(states))})")
        values += sorted(states)
    if narrowed.unsent:
        terms.append("i.sent_at IS NULL")
    if narrowed.kind:
        terms.append("i.kind = ?")
        values.append(narrowed.kind)
    if narrowed.unit:
        terms.append("i.unit = ?")
        values.append(narrowed.unit)
    if narrowed.since is not None:
        terms.append("i.updated_at >= ?")
        values.append(narrowed.since.isoformat())
    if narrowed.until is not None:
        terms.append("i.updated_at < ?")
        values.append((narrowed.until + timedelta(days=1)).isoformat())
    if narrowed.text:
        pattern = f"%{_literal(narrowed.text)}%"
        terms.append(r"(i.title LIKE ? ESCAPE '\' OR d.body LIKE ? ESCAPE '\')")
        values += [pattern, pattern]
    return " AND ".join(terms), values


def _literal(text: str) -> str:
    """Return text whose wildcards stand for themselves."""
    return text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
