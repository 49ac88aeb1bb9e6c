"""Stations in the journal: our own keys, those of others, and files that wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from infodesk.core.batches import Party
from infodesk.core.clock import stamp
from infodesk.core.stations import Ending, OwnKeys, Station, Via, Waiting
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.station_code import station_code

_SUPERIOR = "station.superior"

_STATION = f"""SELECT s.number, s.station, s.name, s.key, s.box, s.via, s.at, s.who, s.since,
    s.until, s.station IS (SELECT value FROM settings WHERE key = '{_SUPERIOR}'), e.ended_at,
    e.ending, e.because
    FROM stations s LEFT JOIN station_ends e ON e.station = s.number """


class SqliteStationStore(SqliteAuditStore):
    """``ports.StationStore`` over a journal."""

    def station(self) -> str:
        """Return the code by which batches name this journal; made when first asked for."""
        return station_code(self._journal)

    def own_keys(self) -> list[OwnKeys]:
        """Return our keys, the present ones first."""
        rows = self._journal.query(
            "SELECT sign, key, unbox, box FROM own_keys ORDER BY number DESC"
        )
        return [OwnKeys(*row) for row in rows]

    def keep_own(self, keys: OwnKeys, at: datetime) -> None:
        """Keep new keys of our own, which take the place of those before."""
        self._journal.insert(
            "INSERT INTO own_keys (at, sign, key, unbox, box) VALUES (?, ?, ?, ?, ?)",
            *(stamp(at), keys.sign, keys.key, keys.unbox, keys.box),
        )

    def stations(self) -> list[Station]:
        """Return every key that was made known, the newest first."""
        return [_station(row) for row in self._journal.query(f"{_STATION}ORDER BY s.number DESC")]

    def keys(self) -> list[str]:
        """Return every signing key that is known, our own among them, those that ended too."""
        rows = self._journal.query("SELECT key FROM own_keys UNION SELECT key FROM stations")
        return [key for (key,) in rows]

    def by_key(self, key: str) -> Station | None:
        """Return the station that signs with a key, or None."""
        row = self._journal.row(f"{_STATION}WHERE s.key = ?", key)
        return None if row is None else _station(row)

    def signing(self, key: str) -> tuple[bool, Station | None]:
        """Return whether a key is one of our own, and the station that signs with it, or None."""
        row = self._journal.row(
            f"""SELECT EXISTS (SELECT 1 FROM own_keys WHERE key = ?1), known.*
            FROM (SELECT 1) LEFT JOIN ({_STATION}WHERE s.key = ?1) known""",
            key,
        )
        is_own, *known = row or (0, None)
        return bool(is_own), None if known[0] is None else _station(tuple(known))

    def add(self, station: Station) -> Station:
        """Make a key known; return it with its number."""
        party = station.party
        number = self._journal.insert(
            """INSERT INTO stations (station, name, key, box, via, at, who, since, until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            *(party.station, party.name, party.key, party.box, station.via),
            *(stamp(station.at), station.by, stamp(station.since)),
            None if station.until is None else stamp(station.until),
        )
        row = self._journal.row(f"{_STATION}WHERE s.number = ?", number)
        assert row is not None
        return _station(row)

    def set_superior(self, station: str) -> None:
        """Keep which station is our superior's."""
        self._journal.change(
            """INSERT INTO settings (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
            _SUPERIOR,
            station,
        )

    def end(self, station: Station, at: datetime, by: str) -> None:
        """Record the end of a key, as its ``ended_at``, ``ending`` and ``because`` say."""
        ended = station.ended_at or at
        self._journal.insert(
            """INSERT INTO station_ends (station, ended_at, ending, because, at, who)
            VALUES (?, ?, ?, ?, ?, ?)""",
            *(station.number, stamp(ended), station.ending, station.because, stamp(at), by),
        )

    def wait(self, waiting: Waiting, data: bytes) -> None:
        """Keep a file of an unknown sender; one that is kept already stays."""
        sender = waiting.sender
        self._journal.change(
            """INSERT INTO waiting (digest, batch, kind, station, name, key, box, at, lines, data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING""",
            *(waiting.digest, waiting.batch_id, waiting.kind),
            *(sender.station, sender.name, sender.key, sender.box),
            *(stamp(waiting.at), waiting.lines, data),
        )

    def waiting(self) -> list[Waiting]:
        """Return what waits, the newest first."""
        rows = self._journal.query(
            """SELECT digest, batch, kind, station, name, key, box, at, lines FROM waiting
            ORDER BY rowid DESC"""
        )
        return [
            Waiting(
                row[0], row[1], row[2], Party(*row[3:7]), datetime.fromisoformat(row[7]), row[8]
            )
            for row in rows
        ]

    def waiting_data(self, digest: str) -> bytes | None:
        """Return a waiting file, or None."""
        row = self._journal.row("SELECT data FROM waiting WHERE digest = ?", digest)
        return None if row is None else bytes(row[0])

    def no_longer_waiting(self, digest: str) -> None:
        """Let go of a waiting file: it was taken in, or is not wanted."""
        self._journal.change("DELETE FROM waiting WHERE digest = ?", digest)


def _station(row: tuple[Any, ...]) -> Station:
    return Station(
        party=Party(*row[1:5]),
        via=Via(row[5]),
        at=datetime.fromisoformat(row[6]),
        by=row[7],
        since=datetime.fromisoformat(row[8]),
        until=_moment(row[9]),
        superior=bool(row[10]),
        number=row[0],
        ended_at=_moment(row[11]),
        ending=None if row[12] is None else Ending(row[12]),
        because=row[13] or "",
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
