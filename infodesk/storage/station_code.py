"""The code by which batches name a journal."""

from __future__ import annotations

from uuid import uuid4

from infodesk.storage.journal import Journal

_CODE = "station"


def station_code(journal: Journal) -> str:
    """Return the code of a journal; made when first asked for."""
    rows = journal.query("SELECT value FROM settings WHERE key = ?", _CODE)
    if rows:
        return str(rows[0][0])
    journal.change(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
        _CODE,
        uuid4().hex[:12],
    )
    return station_code(journal)
