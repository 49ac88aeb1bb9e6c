"""An office at work: both desks over one journal, and a check that tests can steer."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from infodesk.core.bulletin_desk import BulletinDesk
from infodesk.core.checking.findings import (
    Elements,
    Finding,
    Fullness,
    PartState,
    Report,
    Severity,
    Span,
)
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, Item, Section
from infodesk.core.profiles import Part, Profile
from infodesk.storage.database import open_journal
from infodesk.storage.issue_store import SqliteIssueStore
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal import Journal

PART = Part("situation", "情况", None, Severity.MUST, 1, "")
PROFILES = {
    "event": Profile("event", "动态", (PART,), 0, 3000),
    "problem": Profile("problem", "问题", (PART,), 0, 3000),
}


def lacks_while_marked(item: Item) -> Report:
    """Find one open "must" for each 缺 in the text."""
    musts = tuple(
        Finding("part-missing", Severity.MUST, Span("situation", 0, 0))
        for _ in range(item.content.body.count("缺"))
    )
    state = Fullness.MISSING if musts else Fullness.FULL
    return Report({"situation": PartState(state)}, (), Elements(), musts)


@dataclass
class Office:
    """Both desks and the journal under them."""

    journal: Journal
    items: ItemDesk
    bulletins: BulletinDesk
    clock: object

    def approved(self, title: str = "积水点全部消除") -> str:
        """Add an item, approve it and return its id."""
        item = self.items.add(text(title))
        self.items.approve(item.id, "王主任")
        return item.id


def text(title: str, body: str = "全县 12 处积水点已全部消除。") -> Content:
    """Return a content of one section."""
    return Content(title, (Section("situation", body),))


@pytest.fixture
def office(tmp_path, clock):
    """Return an office with an empty journal."""
    journal = open_journal(tmp_path / "journal.infodesk", clock=clock)
    store = SqliteItemStore(journal)
    yield Office(
        journal,
        ItemDesk(store, clock, PROFILES, lacks_while_marked),
        BulletinDesk(SqliteIssueStore(journal), store, clock),
        clock,
    )
    journal.close()


class Settings:
    """A journal's settings in memory; ``kept`` is what a journal would hold."""

    def __init__(self):
        self.kept = {}

    def get(self, key, default=""):
        return self.kept.get(key, default)

    def set(self, key, value):
        self.kept[key] = value


@pytest.fixture
def settings():
    return Settings()
