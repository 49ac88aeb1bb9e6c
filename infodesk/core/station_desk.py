"""The acts on stations: our own card, whom we know, whom we no longer believe, and who waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from infodesk.core.answers import RosterLine
from infodesk.core.audit import AuditAction, note
from infodesk.core.batches import Batch, Because, EntryStatus, Party
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.ports import StationStore
from infodesk.core.stations import (
    Ending,
    OwnKeys,
    Station,
    Trust,
    Via,
    Waiting,
    require_holding,
    same_fingerprint,
)


class StationDesk:
    """Where keys are made, made known, and ended. Nothing becomes known without a person's act."""

    def __init__(
        self,
        store: StationStore,
        clock: Clock,
        make_keys: Callable[[], OwnKeys],
        office_name: Callable[[], str] = str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._make_keys = make_keys
        self._office_name = office_name

    def own_keys(self) -> list[OwnKeys]:
        """Return our keys, the present ones first; made when first asked for."""
        kept = self._store.own_keys()
        if kept:
            return kept
        with self._store.atomic():
            # Another window may have made them since.
            if not self._store.own_keys():
                self._store.keep_own(self._make_keys(), self._clock.now())
            return self._store.own_keys()

    def own(self) -> Party:
        """Return this office as a station: what its card says."""
        keys = self.own_keys()[0]
        return Party(self._store.station(), self._office_name(), keys.key, keys.box)

    def renew(self, by: str) -> Party:
        """Make new keys of our own; every station has to be given the new card.

        Files that were sealed to the old key can still be opened.
        """
        with self._store.atomic():
            self._store.keep_own(self._make_keys(), self._clock.now())
            own = self.own()
            self._note(AuditAction.TRUST, own, by, {"own": True})
        return own

    def stations(self) -> list[Station]:
        """Return every key that was made known, the newest first."""
        return self._store.stations()

    def known_keys(self) -> list[str]:
        """Return every signing key that is known, our own among them, those that ended too."""
        return self._store.keys()

    def holding(self, station: str) -> Station | None:
        """Return the key by which a station is known at present, or None."""
        return next(
            (each for each in self.stations() if each.party.station == station and each.holds),
            None,
        )

    def is_known(self, party: Party) -> bool:
        """Return whether this very key of a station is known and holds."""
        known = self.holding(party.station)
        return known is not None and known.party.key == party.key

    def superior(self) -> Station | None:
        """Return the station of our superior, or None where none is known."""
        return next((each for each in self.stations() if each.superior and each.holds), None)

    def trust_of(self, batch: Batch) -> Trust:
        """Say what we know of the key that signed a batch.

        Raises:
            InfodeskError: STATION_KEY_OTHER where the key is another station's than the batch
                says, STATION_KEY_REVOKED, STATION_KEY_ENDED.
        """
        sender = batch.from_office
        is_own, station = self._store.signing(sender.key)
        if is_own:
            trusted, code = Trust.OWN, self._store.station()
        else:
            if station is None:
                return Trust.UNKNOWN
            trusted, code = Trust.KNOWN, station.party.station
            require_holding(station, batch.created_at)
        if code != sender.station:
            raise InfodeskError(Code.STATION_KEY_OTHER, station=sender.label)
        return trusted

    def trust(self, party: Party, told: str, *, by: str = "", superior: bool = False) -> Station:
        """Make a station known whose fingerprint was compared with the stamped paper.

        A key it had before is ended: what was signed with it until now stands.

        Args:
            party: the station as its card says.
            told: the fingerprint as it was read off the paper or over the telephone.
            by: who compared it.
            superior: whether this is our superior, whose rosters are believed.

        Raises:
            InfodeskError: FINGERPRINT_NEEDED, FINGERPRINT_OTHER, STATION_IS_OURS,
                STATION_KEY_REVOKED where this very key was ended before.
        """
        self._require_other(party)
        if not told.strip():
            raise InfodeskError(Code.FINGERPRINT_NEEDED, station=party.label)
        if not same_fingerprint(party, told):
            raise InfodeskError(Code.FINGERPRINT_OTHER, station=party.label)
        now = self._clock.now()
        with self._store.atomic():
            known = self._store.by_key(party.key)
            if known is None:
                known = self._admit(Station(party, Via.CARD, now, by, since=_BEGINNING), by)
            elif not known.holds:
                raise InfodeskError(
                    Code.STATION_KEY_REVOKED, station=known.party.label, at=known.ended_at
                )
            if superior and not known.superior:
                self._store.set_superior(party.station)
                self._note(AuditAction.TRUST, party, by, {"superior": True})
            return replace(known, superior=known.superior or superior)

    def revoke(self, station: str, reason: str, *, by: str = "") -> Station:
        """End a station's key because it was lost or is suspected: no file of its is taken now.

        Raises:
            InfodeskError: STATION_NOT_FOUND, REASON_REQUIRED.
        """
        if not reason.strip():
            raise InfodeskError(Code.REASON_REQUIRED)
        with self._store.atomic():
            known = self.holding(station)
            if known is None:
                raise InfodeskError(Code.STATION_NOT_FOUND, station=station)
            return self._end(known, Ending.REVOKED, self._clock.now(), reason.strip(), by)

    def roster(self) -> tuple[RosterLine, ...]:
        """Return the stations we know as lines of a roster, those that were revoked among them."""
        lines = [
            RosterLine(
                each.party,
                each.since,
                each.until or (each.ended_at if each.ending is Ending.REPLACED else None),
                each.ended_at if each.ending is Ending.REVOKED else None,
                each.because,
            )
            for each in self.stations()
        ]
        newest: dict[str, RosterLine] = {}
        for line in lines:
            newest.setdefault(line.party.station, line)
        return tuple(newest.values())

    def judged(self, line: RosterLine) -> tuple[EntryStatus, Because | None]:
        """Say what a line of our superior's roster would change."""
        if line.party.station == self._store.station():
            return EntryStatus.SAME, None
        known = self._store.by_key(line.party.key)
        if known is None:
            older = self.holding(line.party.station)
            return (EntryStatus.NEW if older is None else EntryStatus.CHANGED), None
        if known.party.station != line.party.station:
            return EntryStatus.CONFLICTING, Because.DIFFERS
        if not known.holds:
            same = line.revoked is not None
            return (EntryStatus.SAME, None) if same else (EntryStatus.REFUSED, Because.KEY_ENDED)
        return (EntryStatus.SAME if line.revoked is None else EntryStatus.CHANGED), None

    def enrol(self, line: RosterLine, by: str) -> None:
        """Make known, or end, what a line of our superior's roster says."""
        now = self._clock.now()
        with self._store.atomic():
            known = self._store.by_key(line.party.key)
            if known is None:
                known = self._admit(
                    Station(line.party, Via.ROSTER, now, by, line.since, line.until), by
                )
            if line.revoked is not None and known.holds:
                self._end(known, Ending.REVOKED, line.revoked, line.because, by)

    def wait(self, batch: Batch, data: bytes) -> Waiting:
        """Keep a file of an unknown sender until its key is known; it can be read meanwhile."""
        waiting = Waiting(
            digest=batch.digest,
            batch_id=batch.id,
            kind=batch.kind,
            sender=batch.from_office,
            at=self._clock.now(),
            lines=batch.lines,
        )
        self._store.wait(waiting, data)
        return waiting

    def waiting(self) -> Sequence[Waiting]:
        """Return what waits for its sender's key, the newest first."""
        return self._store.waiting()

    def waiting_data(self, name: str) -> bytes:
        """Return a waiting file by its batch's id, or by the beginning of its digest.

        Raises:
            InfodeskError: BATCH_NOT_FOUND.
        """
        found = [each for each in self._store.waiting() if name and _names(name, each)]
        data = self._store.waiting_data(found[0].digest) if len(found) == 1 else None
        if data is None:
            raise InfodeskError(Code.BATCH_NOT_FOUND, batch=name)
        return data

    def no_longer_waiting(self, digest: str) -> None:
        """Let go of a waiting file: it was taken in, or is not wanted."""
        self._store.no_longer_waiting(digest)

    def _admit(self, station: Station, by: str) -> Station:
        now = self._clock.now()
        before = self.holding(station.party.station)
        if before is not None:
            self._end(before, Ending.REPLACED, now, "", by)
        added = self._store.add(station)
        self._note(AuditAction.TRUST, station.party, by, {"via": station.via})
        return added

    def _end(
        self, station: Station, ending: Ending, at: datetime, because: str, by: str
    ) -> Station:
        ended = replace(station, ended_at=at, ending=ending, because=because)
        self._store.end(ended, self._clock.now(), by)
        self._note(AuditAction.REVOKE, station.party, by, {"ending": ending}, because)
        return ended

    def _note(
        self,
        action: AuditAction,
        party: Party,
        by: str,
        detail: dict[str, object],
        reason: str = "",
    ) -> None:
        note(
            self._store,
            action,
            actor=by,
            subject=party.station,
            at=self._clock.now(),
            reason=reason,
            detail={"key": party.key, **detail},
        )

    def _require_other(self, party: Party) -> None:
        ours = {keys.key for keys in self.own_keys()}
        if party.key in ours or party.station == self._store.station():
            raise InfodeskError(Code.STATION_IS_OURS, station=party.label)


_BEGINNING = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""A card's key holds for what was signed before the card was compared, too."""


def _names(name: str, waiting: Waiting) -> bool:
    return waiting.batch_id == name or (len(name) >= 6 and waiting.digest.startswith(name))
