"""Power cuts simulated beneath SQLite: no root is needed, and any instant can be met.

A file system of ours beneath apsw's SQLite notes each write, flush, cut and removal while what our
storage sent is sent again. For a cut after any of these calls a disk is laid out that may be left:
what was flushed stands; of what was not, each write is kept, lost, torn at 512 bytes or replaced by
noise, in any order; a file that was removed may be there again. Opened by our own engine it must be
sound, equal a state that was committed, and lack no transaction that had been acknowledged.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

import apsw

from infodesk.storage import engine
from tests.faults.power import MEMORY
from tests.faults.recording import FUNCTION, digest

SECTOR = 512
WRITE, TRUNCATE, SYNC, DELETE = "write", "truncate", "sync", "delete"

WAYS = {
    "whole": {},
    "normal": {"PRAGMA synchronous=FULL": "PRAGMA synchronous=NORMAL"},
    "delete": {"PRAGMA journal_mode=WAL": "PRAGMA journal_mode=DELETE"},
}
"""How the statements are sent again; all but the first are controls and must be seen to lose."""


class _File(apsw.VFSFile):
    def __init__(self, vfs, name, flags):
        super().__init__("", name, flags)
        self._log = vfs.log
        self._name = Path(name.filename() if hasattr(name, "filename") else name).name

    def xWrite(self, data, offset):  # noqa: N802 -- named by apsw
        self._log.append((WRITE, self._name, offset, bytes(data)))
        return super().xWrite(data, offset)

    def xTruncate(self, size):  # noqa: N802
        self._log.append((TRUNCATE, self._name, size, b""))
        return super().xTruncate(size)

    def xSync(self, flags):  # noqa: N802
        result = super().xSync(flags)
        self._log.append((SYNC, self._name, 0, b""))
        return result


class _Disk(apsw.VFS):
    def __init__(self, log):
        self.log = log
        super().__init__("infodesk-plug", "")

    def xOpen(self, name, flags):  # noqa: N802
        # A file without a name passes with the program.
        return _File(self, name, flags) if name is not None else super().xOpen(name, flags)

    def xDelete(self, name, sync_folder):  # noqa: N802
        self.log.append((DELETE, Path(name).name, int(sync_folder), b""))
        return super().xDelete(name, sync_folder)


@dataclass
class Played:
    """A run as the disk saw it: its calls, and after how many of them which state was kept."""

    calls: list[tuple]
    states: list[tuple[int, str]]


def play(recorded, way="whole", checkpoint=None):
    """Send a recorded run again; return what the disk saw.

    Args:
        checkpoint: pages after which the log is folded in; as recorded where None.
    """
    log = []
    disk = _Disk(log)
    states = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.infodesk"
        connection = apsw.Connection(str(path), vfs="infodesk-plug")
        try:
            for kind, *rest in recorded.sent:
                if kind == FUNCTION:
                    name, count, function = rest
                    connection.create_scalar_function(name, function, count, deterministic=True)
                    continue
                sql, values = rest
                sql = WAYS[way].get(sql, sql)
                if checkpoint and sql.startswith("PRAGMA wal_autocheckpoint="):
                    sql = f"PRAGMA wal_autocheckpoint={checkpoint}"
                before = len(log)
                list(connection.execute(sql, values))
                if len(log) > before and not connection.in_transaction:
                    kept = digest(connection)
                    if not states or states[-1][1] != kept:
                        states.append((len(log), kept))
            if way == "whole":
                assert digest(connection, index=False) == recorded.end, (
                    "not all that was sent was recorded"
                )
        finally:
            connection.close()
            disk.unregister()
    return Played(log, states)


def surviving(calls, count, chance):
    """Return what a disk may hold that was cut off after so many calls: bytes by file name."""
    flushed, loose, removed = {}, {}, {}
    for call, name, place, data in calls[:count]:
        if call == DELETE:
            if not place and name in flushed:
                removed[name] = flushed[name]
            else:
                removed.pop(name, None)
            flushed.pop(name, None)
            loose.pop(name, None)
        elif call == SYNC:
            file = flushed.setdefault(name, bytearray())
            for change in loose.pop(name, ()):
                apply(file, *change)
            removed.pop(name, None)
        else:
            loose.setdefault(name, []).append((call, place, data))
    for name, data in removed.items():
        if name not in flushed and name not in loose and chance.random() < 0.5:
            flushed[name] = data
    for name, changes in loose.items():
        if name not in flushed and chance.random() < 0.5:
            continue
        file = flushed.setdefault(name, bytearray())
        chance.shuffle(changes)
        for change in changes:
            fate = chance.random()
            if fate < 0.4:
                apply(file, *change)
            elif fate < 0.7:
                apply_in_part(file, *change, chance)
    return flushed


def apply(file, call, place, data):
    """Do a write or a truncation to a file."""
    if call == TRUNCATE:
        del file[place:]
        return
    if len(file) < place:
        file.extend(bytes(place - len(file)))
    file[place : place + len(data)] = data


def apply_in_part(file, call, place, data, chance):
    """Tear a write at a sector, or put noise in its place."""
    if call == TRUNCATE:
        return
    start = chance.randrange(0, len(data), SECTOR)
    part = data[start:]
    if chance.random() < 0.3:
        part = chance.randbytes(len(part))
    apply(file, call, place + start, part)


def cuts(played, count, seed):
    """Cut the power at random calls; yield what was lost each time, None where nothing was."""
    chance = random.Random(seed)
    holder = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=holder) as folder:
        path = Path(folder) / "journal.infodesk"
        for _ in range(count):
            # From the first kept state on: before it there is no journal yet.
            call = chance.randint(played.states[0][0], len(played.calls))
            for file in Path(folder).iterdir():
                file.unlink()
            for name, data in surviving(played.calls, call, chance).items():
                path.with_name(name).write_bytes(data)
            yield loss(path, played.states, call)


def loss(path, states, call):
    """Return what a disk that was cut off has lost, or None."""
    connection = engine.connect(path)
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            return "damaged"
        connection.execute("PRAGMA trusted_schema=OFF")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name='search_index'").fetchall():
            connection.execute("INSERT INTO search_index(search_index) VALUES('integrity-check')")
        found = digest(connection)
    except engine.sqlite.DatabaseError as error:
        return f"damaged: {error}"
    finally:
        connection.close()
    acknowledged = max(place for place, (at, _) in enumerate(states) if at <= call)
    allowed = [state for _, state in states[acknowledged : acknowledged + 2]]
    if found in allowed:
        return None
    return "lost" if found in {state for _, state in states} else "torn"
