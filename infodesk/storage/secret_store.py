"""Passwords in the journal, such as that of a drop."""

from __future__ import annotations

from infodesk.storage.journal import Journal


class SqliteSecretStore:
    """``drop_settings.SecretStore`` over a journal; the table is left out of every export."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    @property
    def sealed(self) -> bool:
        """Whether the journal is encrypted."""
        return self._journal.key is not None

    def get(self, name: str) -> str:
        """Return a secret, empty where there is none."""
        row = self._journal.row("SELECT value FROM secrets WHERE name = ?", name)
        return "" if row is None else str(row[0])

    def set(self, name: str, value: str) -> None:
        """Keep a secret; an empty one is removed."""
        if not value:
            self._journal.change("DELETE FROM secrets WHERE name = ?", name)
            return
        self._journal.change(
            """INSERT INTO secrets (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
            name,
            value,
        )
