"""A check of the journal names what is damaged, and changes nothing."""

from __future__ import annotations

from contextlib import closing

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.journal_check import DamageKind
from infodesk.storage import journal_check, row_hashes
from infodesk.storage.database import open_beside, open_journal
from infodesk.storage.engine import sqlite
from infodesk.storage.journal_check import check, verify
from tests.storage.desks import Desks, text
from tests.storage.test_chain import older_journal, unlocked


@pytest.fixture
def filled(path, clock, tmp_path):
    """Return the path of a journal that holds one of everything, closed."""
    journal = open_journal(path, clock=clock)
    Desks(journal, clock).fill(tmp_path)
    journal.close()
    return path


def forge(path, table, statement):
    """Change a table past the program: nothing refuses, nothing is hashed."""
    connection = sqlite.connect(str(path), isolation_level=None)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table]
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


def test_a_sound_journal_is_found_sound_and_every_row_is_read(filled):
    report = check(filled, full=True)
    assert report.sound
    assert report.rows > 25
    assert report.versions == 2
    assert report.chain.entries == 6


@pytest.mark.parametrize(
    ("statement", "table", "row", "item", "version"),
    [
        ("UPDATE drafts SET body = body || '。' WHERE item = 3", "drafts", "3", "3", 0),
        ("UPDATE items SET title = '改过' WHERE serial = 1", "items", "1", "1", 0),
        ("UPDATE revisions SET who = '别人' WHERE item = 1 AND number = 1",
         "revisions", "1 1", "1", 1),
        ("UPDATE approvals SET despite = '补' WHERE id = 2", "approvals", "2", "2", 1),
        ("UPDATE settings SET value = '别处' WHERE key = 'office.name'",
         "settings", "office.name", "", 0),
        ("UPDATE issues SET editor_note = '加一句'", "issues", "1", "", 0),
        ("UPDATE distribution SET copies = 9 WHERE issue = 1", "distribution", "4", "", 0),
        ("UPDATE batch_entries SET title = '改过'", "batch_entries", "1 1", None, 0),
    ],
)  # fmt: skip
def test_a_row_that_is_not_as_it_was_kept_is_named(filled, statement, table, row, item, version):
    forge(filled, table, statement)
    assert check(filled, full=False).sound
    (damage,) = check(filled, full=True).damages
    assert (damage.kind, damage.table, damage.row) == (DamageKind.ROW, table, row)
    assert item is None or damage.item == item
    assert damage.version == version


def test_a_version_whose_text_and_row_hash_were_both_forged_is_named(filled, clock):
    journal = open_journal(filled, clock=clock)
    unlocked(journal, "revisions")
    assert journal.change("UPDATE revisions SET body = '改过' WHERE item = 1 AND number = 1")
    journal.close()
    kinds = {(d.kind, d.item, d.version) for d in check(filled, full=True).damages}
    assert (DamageKind.VERSION, "1", 1) in kinds
    assert DamageKind.ROW not in {kind for kind, _, _ in kinds}


def test_a_trigger_that_was_taken_away_is_named(filled, clock):
    journal = open_journal(filled, clock=clock)
    journal.change("DROP TRIGGER audit_no_delete")
    journal.close()
    damages = check(filled, full=False).damages
    assert [(damage.kind, damage.table) for damage in damages] == [
        (DamageKind.SHAPE, "audit_no_delete")
    ]


def test_a_draft_that_is_gone_is_named(filled, clock):
    journal = open_journal(filled, clock=clock)
    journal.change("DELETE FROM drafts WHERE item = 3")
    journal.close()
    (damage,) = check(filled, full=False).damages
    assert (damage.kind, damage.table, damage.item) == (DamageKind.ROW, "drafts", "3")


def test_bytes_that_are_no_text_any_more_are_named_not_raised(filled):
    forge(filled, "drafts", "UPDATE drafts SET body = CAST(x'e4b8' AS TEXT) WHERE item = 3")
    (damage,) = check(filled, full=True).damages
    assert (damage.kind, damage.table) == (DamageKind.ROW, "drafts")


def test_a_damaged_page_is_reported_with_what_else_can_be_read(filled):
    pages = bytearray(filled.read_bytes())
    pages[2 * 4096 : 3 * 4096] = b"\xff" * 4096
    filled.write_bytes(pages)
    report = check(filled, full=True)
    assert not report.sound
    assert {DamageKind.PAGES, DamageKind.UNREADABLE} & {d.kind for d in report.damages}


@pytest.mark.parametrize("left", [50, 4096, 30_000])
def test_a_truncated_journal_is_reported(filled, left):
    filled.write_bytes(filled.read_bytes()[:left])
    report = check(filled, full=True)
    assert not report.sound


def test_a_check_changes_nothing(filled):
    before = {f.name: f.read_bytes() for f in filled.parent.iterdir() if f.is_file()}
    check(filled, full=True)
    verify(filled)
    assert {f.name: f.read_bytes() for f in filled.parent.iterdir() if f.is_file()} == before


def test_a_check_beside_an_open_journal_sees_what_was_just_kept(path, clock, tmp_path):
    journal = open_journal(path, clock=clock)
    desks = Desks(journal, clock)
    desks.fill(tmp_path)
    first = check(path, full=True)
    desks.items.add(text("又一条", "正文"))
    second = check(path, full=True)
    assert first.sound
    assert second.sound
    assert second.rows == first.rows + 3
    journal.close()


class StopError(Exception):
    """What a clerk's "stop" raises."""


def test_progress_is_told_and_a_check_can_be_stopped(filled):
    told = []
    check(filled, full=True, tell=lambda done, of: told.append((done, of)))
    assert sorted({done for done, _ in told}) == list(range(told[-1][1] + 1))

    def stop(done, _of):
        if done == 3:
            raise StopError

    with pytest.raises(StopError):
        check(filled, full=True, tell=stop)


def test_a_check_stops_in_the_middle_of_a_long_look(filled, clock, monkeypatch):
    monkeypatch.setattr(journal_check, "_INSTRUCTIONS", 10)
    calls = []

    def stop_within(_done, _of):
        calls.append(_done)
        if calls.count(1) > 5:
            raise StopError

    with pytest.raises(StopError):
        check(filled, full=True, tell=stop_within)
    assert max(calls) == 1


def test_no_file_is_no_damage(tmp_path):
    with pytest.raises(InfodeskError) as error:
        check(tmp_path / "none.infodesk", full=False)
    assert error.value.code is Code.FILE_MISSING


def test_an_older_journal_is_looked_over_as_it_is_and_hashed_when_opened(path, clock):
    older_journal(path)
    before = path.read_bytes()
    assert check(path, full=True).sound
    assert verify(path).entries == 0
    assert path.read_bytes() == before
    open_journal(path, clock=clock).close()
    report = check(path, full=True)
    assert report.sound
    assert report.rows == 5


def test_every_write_of_the_stores_is_hashed(filled, clock):
    journal = open_journal(filled, clock=clock)
    Desks(journal, clock).answer()
    for table in row_hashes.HASHED:
        rows = journal.query(f"SELECT row_sha FROM {table}")
        assert rows or table.startswith("redact"), table
        assert all(sha for (sha,) in rows), table
    journal.close()


def test_a_hash_that_came_with_a_row_is_kept(journal):
    """A copy that brings its hashes is held against them, not hashed anew."""
    journal.insert("INSERT INTO settings VALUES ('a', 'b', 'brought')")
    assert journal.row("SELECT row_sha FROM settings") == ("brought",)


def test_a_table_that_gets_a_column_is_hashed_anew(filled, clock):
    journal = open_journal(filled, clock=clock)
    before = row_hashes.shapes(journal.connection)
    journal.change("ALTER TABLE settings ADD COLUMN note TEXT NOT NULL DEFAULT 'x'")
    row_hashes.watch(journal.connection)
    row_hashes.seal(journal, before)
    journal.close()
    found = {(d.kind, d.table) for d in check(filled, full=True).damages}
    assert found == {(DamageKind.SHAPE, "settings")}


def test_values_that_look_alike_hash_differently():
    rows = [("1",), (1,), (None,), ("",), ("a", "b"), ("a,b",), (b"1",), ({"blob": "31"},)]
    hashes = {row_hashes.row_sha(*row) for row in rows[:-1]}
    assert len(hashes) == len(rows) - 1
    assert all(len(found) == 32 for found in hashes)


def test_an_encrypted_journal_s_pages_are_held_against_their_seals(
    encrypted_journal, clock, tmp_path
):
    journal = encrypted_journal.open(clock)
    Desks(journal, clock).fill(tmp_path)
    journal.close()
    path = encrypted_journal.path
    assert check(path, full=False).sound
    data = bytearray(path.read_bytes())
    data[9 * 4096 + 100] ^= 4
    path.write_bytes(data)
    assert DamageKind.CIPHER in {damage.kind for damage in check(path, full=False).damages}


def test_a_connection_opened_beside_another_hashes_what_it_writes(journal, path):
    with closing(open_beside(journal)) as beside:
        beside.insert("INSERT INTO settings (key, value) VALUES ('a', 'b')")
    assert check(path, full=True).sound
