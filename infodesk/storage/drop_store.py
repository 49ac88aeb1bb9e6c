"""What was sent to drops and seen in them, and the password of a drop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from infodesk.core.clock import stamp
from infodesk.core.drops import DropFile, DropState
from infodesk.storage.journal import Journal


class SqliteDropStore:
    """``ports.DropStore`` over a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def files(self, states: Sequence[DropState] = (), place: str = "") -> list[DropFile]:
        """Return the files of all drops or of one, of all states or some, the newest first."""
        marks = ", ".join("?" * len(states))
        of_states = f"AND state IN ({marks})" if states else ""
        rows = self._journal.query(
            f"""SELECT place, name, state, batch, mark, first_at, at, reason FROM drop_files
            WHERE place = ifnull(nullif(?, ''), place) {of_states} ORDER BY number DESC""",
            place,
            *states,
        )
        return [
            DropFile(
                place=row[0],
                name=row[1],
                state=DropState(row[2]),
                batch=row[3],
                mark=row[4],
                first_at=datetime.fromisoformat(row[5]),
                at=datetime.fromisoformat(row[6]),
                reason=row[7],
            )
            for row in rows
        ]

    def keep(self, file: DropFile) -> None:
        """Keep what is known of a file, durably; it replaces what was known of it before."""
        self._journal.change(
            """INSERT INTO drop_files (place, name, way, state, batch, mark, first_at, at, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (place, name, way) DO UPDATE SET
            state = excluded.state, batch = excluded.batch, mark = excluded.mark,
            at = excluded.at, reason = excluded.reason""",
            file.place,
            file.name,
            "out" if file.state is DropState.SENT else "in",
            file.state,
            file.batch,
            file.mark,
            stamp(file.first_at),
            stamp(file.at),
            file.reason,
        )


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
