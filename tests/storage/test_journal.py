"""What a save costs: nothing is prepared again, and no text is written twice."""

from __future__ import annotations

import pytest

from infodesk.core.identifiers import uuid7
from infodesk.core.items import Content, Item, ItemState, Received, Section, VersionReason
from infodesk.storage import engine, row_hashes
from infodesk.storage.item_store import SqliteItemStore
from tests.storage.desks import Desks, text


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


def rightly_hashed(journal, table):
    """Return how many rows a table has, having held each against its hash."""
    columns = row_hashes.shapes(journal.connection)[table].columns
    rows = journal.query(f"SELECT row_sha, {', '.join(columns)} FROM {table}")
    for sha, *values in rows:
        assert sha == row_hashes.row_sha(*values)
    return len(rows)


def test_the_stores_hash_what_they_write_as_the_trigger_does(journal, clock):
    items = Desks(journal, clock).items
    first = items.add(text("甲", "一\n二"))
    items.add_all([text("乙", "😀"), text("丙", "")])
    items.receive_all([Received(uuid7(clock.now()), text("丁", "三"), "event", "")], origin="县")
    items.autosave(first.id, text("甲", "一\n二\n\ud800"), first.rev)
    items.keep_version(first.id, "", VersionReason.TIMED)
    assert rightly_hashed(journal, "items") == rightly_hashed(journal, "drafts") == 4
    assert rightly_hashed(journal, "revisions") == 2
    # The trigger comes to the same, whichever of the two wrote last.
    journal.change("UPDATE drafts SET body = body || '。'")
    journal.change("UPDATE drafts SET parts = parts, body = body")
    assert rightly_hashed(journal, "drafts") == 4


def test_a_save_and_a_version_write_their_text_once(journal, item, clock):
    store = SqliteItemStore(journal)

    def save(body, rev):
        return store.save_text(item.id, text("题", body), rev, clock.now())

    # What the search has yet to take in is noted by the first.
    rev = save("改", item.rev)
    before = journal.connection.total_changes
    save("再改", rev)
    # The item, the hash that the trigger puts beside it, the draft.
    assert journal.connection.total_changes - before == 3
    Desks(journal, clock).items.keep_version(item.id, "", VersionReason.TIMED)
    assert journal.connection.total_changes - before == 4
