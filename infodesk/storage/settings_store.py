"""The office's settings in the journal."""

from __future__ import annotations

from infodesk.storage.journal import Journal


class SettingsStore:
    """``ports.SettingsStore`` over a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def get(self, key: str, default: str = "") -> str:
        """Return a setting, or ``default`` where it was never set."""
        row = self._journal.row("SELECT value FROM settings WHERE key = ?", key)
        return default if row is None else str(row[0])

    def set(self, key: str, value: str) -> None:
        """Keep a setting, durably; nothing is written where it is the same."""
        self._journal.change(
            """INSERT INTO settings (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            WHERE value IS NOT excluded.value""",
            key,
            value,
        )
