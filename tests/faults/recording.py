"""What our storage really sends to SQLite: every statement of a run, those of sqlite-utils too."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from infodesk.shipped import initials
from infodesk.storage import engine
from infodesk.storage.search.index import SearchIndex
from tests.faults import saver

SQL, FUNCTION = "sql", "function"


@dataclass
class Recorded:
    """A run: what was sent, in order, and what the journal held at its end."""

    sent: list[tuple] = field(default_factory=list)
    end: str = ""


def record(folder, numbers, batches):
    """Let a clerk work on a new journal; return what was sent from its opening on."""
    recorded = Recorded()

    class Recording(engine.sqlite.Connection):
        def execute(self, sql, values=()):
            recorded.sent.append((SQL, sql, tuple(values or ())))
            return super().execute(sql, values or ())

        def executemany(self, sql, rows):
            for row in rows:
                self.execute(sql, row)

        def create_function(self, name, count, function, **named):
            recorded.sent.append((FUNCTION, name, count, function))
            return super().create_function(name, count, function, **named)

        def cursor(self, *_):
            # The engine's own execute asks for one too.
            return super().cursor()

        def executescript(self, _script):
            raise NotImplementedError("nothing of ours sends scripts")

    connect = engine.connect

    def connect_recording(path, _key=None):
        return engine.sqlite.connect(str(path), isolation_level=None, factory=Recording)

    engine.connect = connect_recording
    try:
        path = saver_journal(folder, batches, numbers)
    finally:
        engine.connect = connect
    plain = engine.connect(path)
    recorded.end = digest(plain, index=False)
    plain.close()
    return recorded


def saver_journal(folder, batches, numbers):
    """Do a clerk's work without backups and exports, which read only; return the journal."""
    path = folder / "journal.infodesk"
    office = saver.Office(path)
    office.found()
    (folder / saver.INBOX).symlink_to(batches, target_is_directory=True)
    index = SearchIndex(office.journal, initials)
    item = office.items.get("1")
    rev = item.rev
    for number in range(1, numbers + 1):
        rev = office.items.autosave(item.id, saver.text(number), rev)
        if number % 2 == 0:
            office.items.keep_version(item.id, "科长", saver.VersionReason.TIMED)
        if number % 5 == 0:
            office.publish(number)
        if number % 7 == 0:
            office.send(number)
        if number % 6 == 0:
            office.take_in()
        if number % 4 == 0:
            index.take_in()
    office.journal.close()
    return path


def digest(connection, *, index=True):
    """Return a hash of everything a journal holds, whichever engine reads it.

    Without the search index's own tables, whose averages engines of two versions keep differently,
    where ``index`` is false.
    """
    found = hashlib.blake2b(digest_size=16)
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "ORDER BY name"
    )
    for (table,) in list(tables):
        if not index and table.startswith("search_index"):
            continue
        found.update(table.encode())
        for row in sorted(map(repr, map(tuple, connection.execute(f'SELECT * FROM "{table}"')))):
            found.update(row.encode())
    return found.hexdigest()
