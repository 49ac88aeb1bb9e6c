"""A clerk who saves, sends, takes in and backs up without pause, to be killed or cut off.

Started with the journal and how to save; says what was done as soon as it is. Forks a new clerk
for each line of its input where the system can fork, else is one clerk itself.

How: ``whole`` as the program does, ``sealed`` the same in an encrypted journal; the others are
controls, each of which must be seen to lose:
``early`` tells before it has kept, ``apart`` binds nothing into one act, ``normal`` and ``delete``
keep with ``synchronous=NORMAL`` and with SQLite's own journal, ``plain`` writes files with
``open().write()``.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from infodesk import files
from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.backups import TIMED
from infodesk.core.batches import Direction
from infodesk.core.bulletin_desk import BulletinDesk
from infodesk.core.checking.findings import Elements, Report
from infodesk.core.errors import InfodeskError
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, Section, VersionReason
from infodesk.core.station_desk import StationDesk
from infodesk.core.stations import Trust, fingerprint
from infodesk.exchange.incoming import Incoming, read_batch
from infodesk.exchange.keys import make_keys
from infodesk.exchange.outgoing import Outgoing
from infodesk.storage import backup, journal_export, keychain, migrations, replacing, shelf
from infodesk.storage.answer_store import SqliteAnswerStore
from infodesk.storage.batch_store import SqliteBatchStore
from infodesk.storage.database import open_journal
from infodesk.storage.engine import sqlite
from infodesk.storage.issue_store import SqliteIssueStore
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal import Journal
from infodesk.storage.journal_key import JournalKey
from infodesk.storage.settings_store import SettingsStore
from infodesk.storage.station_store import SqliteStationStore

SEALED_KEY = JournalKey(b"faultkey", bytes(range(32)))
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=8)))
INBOX, OUTBOX = "inbox", "outbox"
BATCHES, ITEMS_A_BATCH = 30, 3
EXPORT = "journal.zip"
AS_THE_PROGRAM = ("whole", "sealed")
LOADED = (migrations, journal_export)
"""What a clerk's first act would load; loaded before the fork."""


class StandingClock:
    """A clock that stands."""

    def now(self):
        return NOON


def text(number):
    """Return the text of a number: title and sections all tell it, and how long they are."""
    situation = f"{number}。" + "西关镇积水点已消除，" * (number % 300)
    return Content(str(number), (Section("situation", situation), Section("progress", f"{number}")))


class Office:
    """Every desk over a journal; the first item is the one the clerk writes."""

    def __init__(self, path):
        self.folder = path.parent
        self.journal = open_journal(path, clock=StandingClock())
        store = SqliteItemStore(self.journal)
        report = Report({}, (), Elements(), ())
        clock = StandingClock()
        self.items = ItemDesk(store, clock, {"event": None}, lambda *_: report)
        self.bulletins = BulletinDesk(SqliteIssueStore(self.journal), store, clock)
        self.batches = SqliteBatchStore(self.journal)
        self.stations = StationDesk(SqliteStationStore(self.journal), clock, make_keys)
        answer_store = SqliteAnswerStore(self.journal)
        answers = AnswerDesk(answer_store, self.items, clock)
        self.outgoing = Outgoing(self.batches, store, clock, self.stations)
        self.incoming = Incoming(
            *(self.batches, answer_store, self.items, clock),
            stations=self.stations,
            answers=answers,
        )
        self.settings = SettingsStore(self.journal)
        self.shelf = shelf.Shelf(path, clock)

    def found(self):
        """Set up what the clerk needs."""
        self.items.add(text(0))
        self.bulletins.add_series(
            key="x", name="示范信息", issuer="", masthead="plain", next_number=1, next_total=1
        )
        self.settings.set("backups", "0")
        (self.folder / OUTBOX).mkdir()

    def send_many(self, folder):
        """Write batches for another office's inbox."""
        for number in range(1, BATCHES + 1):
            ids = [
                self.approved(text(number * ITEMS_A_BATCH + item)) for item in range(ITEMS_A_BATCH)
            ]
            self.outgoing.export(ids, folder / f"{number}.idb")

    def approved(self, content):
        """Add an item, approve it, and return its id."""
        item = self.items.add(content)
        self.items.approve(item.id, "主任")
        return item.id

    def publish(self, number):
        """Sign an issue of a new item; return the issue's number."""
        item = self.approved(text(number))
        series = self.bulletins.get_series("x")
        issue = self.bulletins.open_issue(series.id, [item])
        return self.bulletins.sign(issue.id, "主任", date(2026, 11, 20)).number

    def send(self, number):
        """Export a batch of a new item; what a control forgot it had sent is not sent again."""
        file = self.folder / OUTBOX / f"{number}.idb"
        if not file.exists():
            self.outgoing.export([self.approved(text(number))], file)

    def take_in(self):
        """Take the next batch in; return how many were, or 0 where none is left."""
        number = len(self.batches.batches(Direction.RECEIVED)) + 1
        file = self.folder / INBOX / f"{number}.idb"
        if not file.exists():
            return 0
        batch = read_batch(file)
        if self.stations.trust_of(batch) is Trust.UNKNOWN:
            self.stations.trust(batch.from_office, fingerprint(batch.from_office))
        self.incoming.apply(self.incoming.plan(batch))
        return number

    def back_up(self):
        """Make a backup and count it; return how many there are."""
        self.shelf.make(TIMED)
        number = int(self.settings.get("backups")) + 1
        self.settings.set("backups", str(number))
        return number

    def export(self):
        """Write the whole journal into one file."""
        journal_export.export_journal(self.journal, self.folder / EXPORT, StandingClock())


def tell(what, number=0):
    """Say that something is done, in one write that no kill can halve."""
    os.write(1, f"{what} {number}\n".encode())


def write_for_ever(path, how):
    """Save a longer and longer count of texts, versions, issues, batches and backups."""
    office = Office(path)
    item = office.items.get("1")
    number, rev = int(item.content.title), item.rev
    tell("ready")
    while True:
        number += 1
        if how == "early":
            with office.journal.atomic():
                rev = office.items.autosave(item.id, text(number), rev)
                tell("draft", number)
        else:
            rev = office.items.autosave(item.id, text(number), rev)
            tell("draft", number)
        try:
            do_the_rest(office, item.id, number)
        except (InfodeskError, sqlite.DatabaseError):
            # What a control has left torn bars its way for ever, and it is to be killed further.
            if how in AS_THE_PROGRAM:
                raise


def do_the_rest(office, item_id, number):
    """Do what is due beside the saving."""
    if number % 2 == 0:
        version = office.items.keep_version(item_id, "科长", VersionReason.TIMED)
        tell("version", version.number)
    if number % 3 == 0:
        tell("issue", office.publish(number))
    if number % 4 == 0:
        office.send(number)
        tell("export", number)
    if number % 5 == 0 and (taken := office.take_in()):
        tell("import", taken)
    if number % 11 == 0:
        tell("backup", office.back_up())
    if number % 17 == 0:
        office.export()
        tell("journal-export", number)


@contextmanager
def apart(_journal):
    """Bind nothing: what an act is without a transaction."""
    yield


def write_plainly(path, data):
    """Write a file as most programs do."""
    with path.open("wb") as stream:
        stream.write(data)


def put_plainly(part, path):
    """Give a file its name as most programs do."""
    part.replace(path)


def be_careless(how):
    """Take one of the safeguards away."""
    if how == "apart":
        Journal.atomic = apart
    elif how == "plain":
        files.write_atomic = write_plainly
        for module in (backup, journal_export, replacing):
            if hasattr(module, "put_in_place"):
                module.put_in_place = put_plainly
            if hasattr(module, "write_atomic"):
                module.write_atomic = write_plainly
    elif how in ("normal", "delete"):
        pragmas = {
            "normal": ("PRAGMA synchronous=NORMAL",),
            "delete": ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL"),
        }[how]
        init = Journal.__init__

        def careless(self, connection, *rest, **named):
            init(self, connection, *rest, **named)
            self.careless = False

        query = Journal.query

        def set_again(self, sql, *values):
            found = query(self, sql, *values)
            if not self.careless and sql == "PRAGMA trusted_schema":
                self.careless = True
                for pragma in pragmas:
                    query(self, pragma)
            return found

        Journal.__init__ = careless
        Journal.query = set_again


def main(path, how):
    """Serve clerks until the input ends."""
    be_careless(how)
    if how == "sealed":
        keychain.keep(SEALED_KEY)
    for _ in sys.stdin:
        if not hasattr(os, "fork"):
            tell("pid", os.getpid())
            write_for_ever(path, how)
        clerk = os.fork()
        if not clerk:
            write_for_ever(path, how)
        tell("pid", clerk)
        os.waitpid(clerk, 0)
        tell("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
