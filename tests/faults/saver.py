"""A clerk who saves without pause, to be killed: says what was saved as soon as it is.

Started with the journal and how to save; forks a new clerk for each line of its input where the
system can fork, else is one clerk itself.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from infodesk.core.bulletin_desk import BulletinDesk
from infodesk.core.checking.findings import Elements, Report
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, Section, VersionReason
from infodesk.storage import migrations  # noqa: F401 -- loads before the fork what a write loads
from infodesk.storage.database import open_journal
from infodesk.storage.issue_store import SqliteIssueStore
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal import Journal

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=8)))


class StandingClock:
    """A clock that stands."""

    def now(self):
        return NOON


def text(number):
    """Return the text of a number: title and sections all tell it, and how long they are."""
    situation = f"{number}。" + "西关镇积水点已消除，" * (number % 300)
    return Content(str(number), (Section("situation", situation), Section("progress", f"{number}")))


class Office:
    """Both desks over a journal; the first item is the one the clerk writes."""

    def __init__(self, path):
        self.journal = open_journal(path, clock=StandingClock())
        store = SqliteItemStore(self.journal)
        report = Report({}, (), Elements(), ())
        self.items = ItemDesk(store, StandingClock(), {"event": None}, lambda *_: report)
        self.bulletins = BulletinDesk(SqliteIssueStore(self.journal), store, StandingClock())

    def found(self):
        """Set up what the clerk needs."""
        self.items.add(text(0))
        self.bulletins.add_series(
            key="x", name="示范信息", issuer="", masthead="plain", next_number=1, next_total=1
        )

    def publish(self, number):
        """Add an item, approve it and sign an issue of it; return the issue's number."""
        item = self.items.add(text(number))
        self.items.approve(item.id, "主任")
        series = self.bulletins.get_series("x")
        issue = self.bulletins.open_issue(series.id, [item.id])
        return self.bulletins.sign(issue.id, "主任", date(2026, 11, 20)).number


def tell(what, number=0):
    """Say that something is done, in one write that no kill can halve."""
    os.write(1, f"{what} {number}\n".encode())


def write_for_ever(path, told_early):
    """Save a longer and longer count of texts, versions and issues."""
    office = Office(path)
    item = office.items.get("1")
    number, rev = int(item.content.title), item.rev
    tell("ready")
    while True:
        number += 1
        if told_early:
            with office.journal.atomic():
                rev = office.items.autosave(item.id, text(number), rev)
                tell("draft", number)
        else:
            rev = office.items.autosave(item.id, text(number), rev)
            tell("draft", number)
        if number % 3 == 0:
            version = office.items.keep_version(item.id, "科长", VersionReason.TIMED)
            tell("version", version.number)
        if number % 5 == 0:
            tell("issue", office.publish(number))


@contextmanager
def apart(_journal):
    """Bind nothing: what an act is without a transaction."""
    yield


def main(path, how):
    """Serve clerks until the input ends."""
    if how == "apart":
        Journal.atomic = apart
    for _ in sys.stdin:
        if not hasattr(os, "fork"):
            tell("pid", os.getpid())
            write_for_ever(path, how == "early")
        clerk = os.fork()
        if not clerk:
            write_for_ever(path, how == "early")
        tell("pid", clerk)
        os.waitpid(clerk, 0)
        tell("gone")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
