from __future__ import annotations

import os
import subprocess
import sys

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.recovery_code import new_code
from infodesk.storage import (
    conversion,
    engine,
    key_slots,
    keychain,
    leftovers,
    replacing,
    transcription,
)
from infodesk.storage.conversion import turn_off, turn_on
from infodesk.storage.database import open_journal
from infodesk.storage.journal_key import new_key

TEXT = "西关镇砖窑沟发生山体滑坡"
ODD_TABLES = """
CREATE TABLE odd (word TEXT);
INSERT INTO odd (rowid, word) VALUES (7, '七'), (70000, '七万'), (3, NULL);
CREATE TABLE pairs (a TEXT, b BLOB, PRIMARY KEY (a, b)) WITHOUT ROWID;
INSERT INTO pairs VALUES ('乙', x'00ff'), ('甲', x'');
CREATE TABLE "say ""hi"" again" (id INTEGER PRIMARY KEY AUTOINCREMENT, n REAL);
INSERT INTO "say ""hi"" again" (n) VALUES (0.5), (NULL);
DELETE FROM "say ""hi"" again" WHERE id = 2;
CREATE VIRTUAL TABLE words USING fts5(title, content='', contentless_delete=1);
INSERT INTO words (rowid, title) VALUES (5, '西关 关镇'), (900, '砖窑 窑沟');
CREATE TRIGGER never BEFORE DELETE ON odd BEGIN SELECT raise(ABORT, 'never'); END;
CREATE VIEW seen AS SELECT word FROM odd;
CREATE TABLE doubled (n INTEGER PRIMARY KEY, twice AS (n * 2) STORED, rowid TEXT);
INSERT INTO doubled (n, rowid) VALUES (21, '不是行号');
CREATE INDEX by_word ON odd (word);
ANALYZE;
"""


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def files_in(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def content_of(journal):
    """Return everything a journal holds, table by table."""
    shape = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    found = {"": journal.query(shape)}
    for table in transcription._tables(journal.connection):
        columns, name = ", ".join(table.every_column), transcription._quoted(table.name)
        found[table.name] = journal.query(f"SELECT {columns} FROM {name}")
    assert len(found) > 20
    return found


@pytest.fixture
def full(path, clock):
    """Return the path of a journal with tables of every make."""
    journal = open_journal(path, clock=clock)
    journal.connection.executescript(ODD_TABLES)
    journal.change("INSERT INTO settings (key, value) VALUES ('text', ?)", TEXT)
    journal.connection.execute("PRAGMA user_version=12")
    journal.close()
    return path


@pytest.fixture
def key():
    return new_key()


@pytest.fixture
def keys(key, quick_slots):
    keychain.keep(key)
    return key_slots.for_key(key, "a good passphrase", new_code())


def test_the_encrypted_journal_holds_the_same_and_shows_nothing(full, key, keys, clock):
    journal = open_journal(full, clock=clock)
    before = content_of(journal)
    journal.close()
    assert TEXT.encode() in full.read_bytes()
    turn_on(full, key, keys)
    assert sorted(files_in(full.parent)) == [full.name, f"{full.name}.keys"]
    assert TEXT.encode() not in full.read_bytes()
    assert b"settings" not in full.read_bytes()
    assert full.read_bytes()[:8] == b"infodesk"
    journal = open_journal(full, clock=clock)
    assert content_of(journal) == before
    assert journal.query("SELECT rowid FROM words WHERE words MATCH '窑沟'") == [(900,)]
    assert journal.row("PRAGMA user_version") == (12,)
    with pytest.raises(engine.sqlite.IntegrityError, match="never"):
        journal.change("DELETE FROM odd")
    journal.insert('INSERT INTO "say ""hi"" again" (n) VALUES (1)')
    assert journal.row('SELECT max(id) FROM "say ""hi"" again"') == (3,)
    journal.change('DELETE FROM "say ""hi"" again" WHERE id = 3')
    before = content_of(journal)
    journal.close()
    turn_off(full, key)
    assert sorted(files_in(full.parent)) == [full.name]
    journal = open_journal(full, clock=clock)
    assert content_of(journal) == before
    journal.close()


def test_what_the_log_of_an_encrypted_journal_holds_is_sealed_too(encrypted_journal, clock):
    journal = encrypted_journal.open(clock)
    journal.change("INSERT INTO settings (key, value) VALUES ('text', ?)", TEXT)
    for name, data in files_in(encrypted_journal.path.parent).items():
        assert TEXT.encode() not in data, name
    journal.close()


def test_the_plain_bytes_are_overwritten(full, key, keys, monkeypatch):
    second = full.with_name("second name")
    os.link(full, second)
    turn_on(full, key, keys)
    assert second.read_bytes() == bytes(second.stat().st_size)


def test_a_disk_without_second_names_encrypts_all_the_same(full, key, keys, clock, monkeypatch):
    def none(*_names):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    turn_on(full, key, keys)
    open_journal(full, clock=clock).close()


def test_a_journal_in_the_other_form_already_is_left_alone(encrypted_journal, path, clock, keys):
    before = files_in(path.parent)
    with refused(Code.JOURNAL_IS_ENCRYPTED):
        turn_on(path, new_key(), keys)
    assert files_in(path.parent) == before
    turn_off(path, encrypted_journal.key)
    before = files_in(path.parent)
    with refused(Code.JOURNAL_IS_PLAIN):
        turn_off(path, encrypted_journal.key)
    assert files_in(path.parent) == before


def test_a_journal_that_is_open_elsewhere_is_not_converted(full, key, keys, clock, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.0)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(full)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "open\n"
        with refused(Code.JOURNAL_OPEN_BESIDE):
            turn_on(full, key, keys)
        holder.stdin.close()
        assert holder.wait() == 0
    assert not key_slots.beside(full).exists()
    turn_on(full, key, keys)
    open_journal(full, clock=clock).close()


HOLDER = """
import sys
from pathlib import Path
from infodesk.storage.database import open_journal
journal = open_journal(Path(sys.argv[1]), clock=None)
print("open", flush=True)
sys.stdin.read()
journal.change("INSERT INTO settings (key, value) VALUES ('mine', 'kept')")
journal.close()
"""


def test_nobody_opens_a_journal_while_it_is_converted(full, key, keys, clock, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    tried = []

    def meanwhile(_done, _all):
        if not tried:
            done = subprocess.run(
                [sys.executable, "-c", OPENER, str(full)],
                check=False,
                capture_output=True,
                text=True,
            )
            tried.append(done.stdout)

    turn_on(full, key, keys, meanwhile)
    assert tried == ["journal-busy\n"]


OPENER = """
import sys
from pathlib import Path
from infodesk.core.errors import InfodeskError
from infodesk.storage import engine
from infodesk.storage.database import open_journal
engine.BUSY_SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 0.2
try:
    open_journal(Path(sys.argv[1]), clock=None).close()
    print("opened")
except InfodeskError as error:
    print(error.code.text)
"""


def test_who_waits_for_the_journal_sees_that_it_was_exchanged(full, key, keys, clock):
    waiting = []

    def meanwhile(_done, _all):
        if not waiting:
            command = [sys.executable, "-c", OPENER, str(full), "60"]
            waiting.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))

    turn_on(full, key, keys, meanwhile)
    with waiting[0] as opener:
        assert opener.stdout.read() == "journal-locked\n"
    assert sorted(files_in(full.parent)) == [full.name, f"{full.name}.keys"]


def test_stopping_leaves_everything_as_it_was(full, key, keys, clock):
    class StopError(Exception):
        pass

    def stop(done, _all):
        if done == 2:
            raise StopError

    before = full.read_bytes()
    with pytest.raises(StopError):
        turn_on(full, key, keys, stop)
    assert sorted(files_in(full.parent)) == [full.name]
    journal = open_journal(full, clock=clock)
    assert journal.row("SELECT value FROM settings WHERE key = 'text'") == (TEXT,)
    journal.close()
    assert len(full.read_bytes()) == len(before)


def test_a_damaged_journal_is_not_converted(full, key, keys):
    pages = bytearray(full.read_bytes())
    pages[8192:] = b"\xff" * (len(pages) - 8192)
    full.write_bytes(pages)
    with refused(Code.JOURNAL_DAMAGED):
        turn_on(full, key, keys)
    assert full.read_bytes()[100:] == bytes(pages)[100:]
    assert sorted(files_in(full.parent)) == [full.name]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE odd SET word = '八' WHERE rowid = 70000",
        "UPDATE odd SET rowid = 4 WHERE rowid = 3",
        "DELETE FROM pairs WHERE a = '甲'",
        "UPDATE settings SET value = value || ' ' WHERE key = 'text'",
        "INSERT INTO settings (key, value) VALUES ('one', 'too many')",
        "UPDATE words_data SET block = x'00' WHERE id = 10",
        "DROP TRIGGER never",
        "PRAGMA user_version=13",
    ],
)
def test_what_was_not_written_as_it_was_is_noticed(full, key, keys, monkeypatch, change):
    write_anew = conversion.write_anew

    def careless(source, part, new, progress):
        write_anew(source, part, new, progress)
        made = engine.connect(part, new)
        made.execute(change)
        made.close()

    monkeypatch.setattr(conversion, "write_anew", careless)
    with refused(Code.JOURNAL_DISK_FAILS):
        turn_on(full, key, keys)
    assert sorted(files_in(full.parent)) == [full.name]


@pytest.mark.parametrize("encrypt", [True, False])
def test_a_full_disk_leaves_everything_as_it_was(full, key, keys, clock, encrypt, monkeypatch):
    if not encrypt:
        turn_on(full, key, keys)
    before = files_in(full.parent)

    def no_room(_handle):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", no_room)
        with refused(Code.JOURNAL_DISK_FULL):
            turn_on(full, key, keys) if encrypt else turn_off(full, key)
    assert set(files_in(full.parent)) == set(before)
    open_journal(full, clock=clock).close()


def test_leftovers_are_cleared_at_the_next_opening(full, key, keys, clock):
    turn_on(full, key, keys)
    old, new = leftovers.old_file(full), leftovers.new_file(full)
    old.write_bytes(b"plain" * 1000)
    second = full.with_name("second name")
    os.link(old, second)
    new.write_bytes(b"plain")
    open_journal(full, clock=clock).close()
    assert not old.exists()
    assert not new.exists()
    assert second.read_bytes() == bytes(5000)


def test_the_second_name_of_a_journal_not_yet_replaced_is_not_overwritten(full, clock):
    os.link(full, leftovers.old_file(full))
    journal = open_journal(full, clock=clock)
    assert journal.row("SELECT value FROM settings WHERE key = 'text'") == (TEXT,)
    journal.close()
    assert sorted(files_in(full.parent)) == [full.name]


def test_a_copy_is_encrypted_with_the_same_keys(full, key, keys, clock, tmp_path):
    copy = tmp_path / "copy.infodesk"
    copy.write_bytes(full.read_bytes())
    turn_on(copy, key, keys)
    assert [conversion.encrypted(path) for path in (full, copy)] == [False, True]
    opened = open_journal(copy, clock=clock)
    assert opened.row("SELECT value FROM settings WHERE key = 'text'") == (TEXT,)
    opened.close()


def test_a_restore_that_was_decided_on_is_carried_out_first(full, key, keys, clock, tmp_path):
    other = tmp_path / "other.infodesk"
    journal = open_journal(other, clock=clock)
    journal.change("INSERT INTO settings (key, value) VALUES ('text', 'of the backup')")
    journal.close()
    replacing._stand_beside(other, full)
    replacing._decide(full)
    turn_on(full, key, keys)
    journal = open_journal(full, clock=clock)
    assert journal.key == key
    assert journal.row("SELECT value FROM settings WHERE key = 'text'") == ("of the backup",)
    journal.close()
