"""What was sent to drops and seen in them."""

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
