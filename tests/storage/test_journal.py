"""The connection: what is sent again is not prepared again."""

from __future__ import annotations

import pytest

from infodesk.core.identifiers import uuid7
from infodesk.core.items import Content, Item, ItemState, Section
from infodesk.storage import engine
from infodesk.storage.item_store import SqliteItemStore


@pytest.fixture
def item(journal, clock):
    """Return a draft in the journal."""
    now = clock.now()
    content = Content("题", (Section("whole", "文"),))
    return SqliteItemStore(journal).insert(
        Item(uuid7(now), 0, 0, content, "event", ItemState.DRAFT, now, now)
    )


def prepared_by(journal, act):
    """Return how often SQLite was asked for leave, which it is only while it prepares."""
    asked = []

    def note(*about):
        asked.append(about)
        return engine.sqlite.SQLITE_OK

    journal.connection.set_authorizer(note)
    # Setting it makes SQLite prepare every statement once more.
    act()
    asked.clear()
    act()
    journal.connection.set_authorizer(None)
    return len(asked)


def test_a_save_is_not_prepared_again_whatever_was_sent_before(journal, item, clock):
    store = SqliteItemStore(journal)
    rev = item.rev

    def save():
        nonlocal rev
        content = Content("题", (Section("whole", f"文{rev}"),))
        rev = store.save_text(item.id, content, rev, clock.now())

    for number in range(200):
        journal.query(f"SELECT {number}")
    assert prepared_by(journal, save) == 0
    assert store.get(item.id).content.body == f"文{rev - 1}"


def test_acts_within_an_act_leave_room_for_other_statements(journal):
    def within():
        with journal.atomic(), journal.atomic():
            journal.change("UPDATE items SET unit = '西关镇'")

    for _ in range(engine.STATEMENTS):
        within()
    assert prepared_by(journal, within) == 0
