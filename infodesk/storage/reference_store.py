"""Documents and speeches on file in the journal."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

from infodesk.core.checking.context import Paper
from infodesk.core.clock import stamp
from infodesk.core.references import Reference
from infodesk.storage.journal import Journal


class SqliteReferenceStore:
    """``ports.ReferenceStore`` over a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def atomic(self) -> AbstractContextManager[None]:
        """See ``ports.Atomic``."""
        return self._journal.atomic()

    def references(self) -> list[Reference]:
        """Return what is on file, the newest first."""
        rows = self._journal.query(
            "SELECT number, title, length(body), at FROM reference_texts ORDER BY number DESC"
        )
        return [
            Reference(number, title, characters, datetime.fromisoformat(at))
            for number, title, characters, at in rows
        ]

    def count(self) -> int:
        """Return how many texts are on file."""
        (count,) = self._journal.row("SELECT count(*) FROM reference_texts") or (0,)
        return int(count)

    def reference(self, number: int) -> tuple[str, str] | None:
        """Return the title and the text of one, or None."""
        return self._journal.row("SELECT title, body FROM reference_texts WHERE number = ?", number)

    def holding(self, text: str) -> str:
        """Return the title under which a text is on file; empty where it is not."""
        row = self._journal.row("SELECT title FROM reference_texts WHERE body = ?", text)
        return "" if row is None else str(row[0])

    def papers(self) -> list[Paper]:
        """Return all texts under their titles, in the order they were put on file."""
        rows = self._journal.query("SELECT title, body FROM reference_texts ORDER BY number")
        return [Paper(*row) for row in rows]

    def state(self) -> object:
        """Return what is equal as long as nobody changed what is on file."""
        return self._journal.row(
            "SELECT max(number), count(*), group_concat(title, char(10)) FROM reference_texts"
        )

    def add(self, title: str, text: str, at: datetime) -> int:
        """Put a text on file; return its number."""
        return self._journal.insert(
            "INSERT INTO reference_texts (title, body, at) VALUES (?, ?, ?)", title, text, stamp(at)
        )

    def rename(self, number: int, title: str) -> None:
        """Call a text otherwise."""
        self._journal.change("UPDATE reference_texts SET title = ? WHERE number = ?", title, number)

    def remove(self, number: int) -> None:
        """Take a text off file; its bytes are overwritten."""
        self._journal.query("PRAGMA secure_delete=ON")
        self._journal.change("DELETE FROM reference_texts WHERE number = ?", number)
