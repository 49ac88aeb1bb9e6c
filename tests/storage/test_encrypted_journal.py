from __future__ import annotations

import os
import random
import secrets
import subprocess
import sys
import threading

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Item, ItemState
from infodesk.core.journal_check import DamageKind
from infodesk.storage import (
    backup,
    connecting,
    database,
    engine,
    journal_check,
    key_slots,
    keychain,
)
from infodesk.storage.database import open_journal
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.journal_key import JournalKey, new_key
from infodesk.storage.restore import restore
from infodesk.storage.settings_store import SettingsStore
from infodesk.storage.shelf import Shelf

SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))
FLIPS = int(os.environ.get("INFODESK_FLIPS", "100"))


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def files_in(folder):
    return {
        file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def add(journal, clock, title):
    now = clock.now()
    item = Item(title, 0, 0, Content(title, ()), "event", ItemState.DRAFT, now, now)
    return SqliteItemStore(journal).insert(item)


def test_it_is_as_durable_as_a_plain_one_and_one_file_when_closed(encrypted_journal, clock):
    journal = encrypted_journal.open(clock)
    SettingsStore(journal).set("office", "示范县信息科")
    for name, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        assert journal.row(f"PRAGMA {name}") == (value,)
    assert journal.row("PRAGMA application_id") == (connecting.APPLICATION_ID,)
    journal.close()
    assert sorted(file.name for file in encrypted_journal.path.parent.iterdir()) == [
        "journal.infodesk",
        "journal.infodesk.keys",
    ]
    again = encrypted_journal.open(clock)
    assert SettingsStore(again).get("office") == "示范县信息科"
    again.close()


def test_without_its_key_it_is_locked_and_untouched(encrypted_journal, clock):
    before = files_in(encrypted_journal.path.parent)
    with refused(Code.JOURNAL_LOCKED):
        open_journal(encrypted_journal.path, clock=clock)
    key_slots.beside(encrypted_journal.path).unlink()
    with refused(Code.JOURNAL_KEYS_MISSING):
        open_journal(encrypted_journal.path, clock=clock)
    with refused(Code.JOURNAL_KEYS_MISSING):
        key_slots.unlock(encrypted_journal.path, encrypted_journal.passphrase)
    after = files_in(encrypted_journal.path.parent)
    assert after.items() <= before.items()
    assert len(after) == 1


def test_a_wrong_key_opens_nothing(encrypted_journal, clock):
    before = files_in(encrypted_journal.path.parent)
    keychain.keep(new_key())
    with refused(Code.JOURNAL_LOCKED):
        open_journal(encrypted_journal.path, clock=clock)
    keychain.keep(JournalKey(encrypted_journal.key.key_id, bytes(32)))
    with refused(Code.JOURNAL_DAMAGED):
        open_journal(encrypted_journal.path, clock=clock)
    assert files_in(encrypted_journal.path.parent) == before


@pytest.mark.parametrize("content", [os.urandom(8192), b"\x00" * 4096, b"infodesc" * 1000])
def test_a_foreign_file_is_refused_whatever_key_file_lies_beside_it(
    encrypted_journal, clock, content
):
    encrypted_journal.path.write_bytes(content)
    before = files_in(encrypted_journal.path.parent)
    with refused(Code.JOURNAL_FOREIGN):
        open_journal(encrypted_journal.path, clock=clock)
    with refused(Code.JOURNAL_FOREIGN):
        encrypted_journal.open(clock)
    assert files_in(encrypted_journal.path.parent) == before


@pytest.mark.parametrize("left", [1, 7, 8, 16, 50, 99, 100, 4095, 4096, 20_000])
def test_a_truncated_one_is_refused_unchanged(encrypted_journal, clock, left):
    path = encrypted_journal.path
    short = path.read_bytes()[:left]
    path.write_bytes(short)
    with refused(Code.JOURNAL_DAMAGED):
        encrypted_journal.open(clock)
    assert path.read_bytes() == short


def test_a_key_is_passed_over_where_the_journal_is_plain(journal, path, clock):
    journal.close()
    keychain.keep(new_key())
    opened = open_journal(path, clock=clock)
    assert opened.key is None
    opened.close()
    assert path.read_bytes()[:6] == b"SQLite"


def test_a_plain_journal_loads_nothing_that_encrypts(path, clock):
    open_journal(path, clock=clock).close()
    key_slots.beside(path).write_bytes(b"left over")
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from infodesk.storage.database import open_journal\n"
        "open_journal(Path(sys.argv[1]), clock=None).close()\n"
        "for name in ('cryptography', 'msgspec', 'infodesk.storage.key_slots',\n"
        "             'infodesk.storage.conversion', 'keyring'):\n"
        "    assert name not in sys.modules, name\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


def test_a_suspended_journal_answers_nobody_until_it_is_opened_again(encrypted_journal, clock):
    journal = encrypted_journal.open(clock)
    store = SettingsStore(journal)
    store.set("office", "示范县信息科")
    digests = journal.query("SELECT row_sha FROM settings ORDER BY key")
    journal.suspend()
    assert journal.key is None
    with refused(Code.JOURNAL_LOCKED):
        store.get("office")
    with refused(Code.JOURNAL_LOCKED):
        store.set("office", "别处")
    with refused(Code.JOURNAL_LOCKED), journal.atomic():
        pass
    with refused(Code.JOURNAL_LOCKED):
        database.reopen(journal)
    keychain.keep(key_slots.unlock(journal.path, encrypted_journal.passphrase))
    database.reopen(journal)
    assert store.get("office") == "示范县信息科"
    store.set("office", "示范县委办公室")
    # What is written on the new connection bears its hash too.
    assert journal.query("SELECT row_sha FROM settings ORDER BY key") != digests
    journal.suspend()
    journal.close()
    again = encrypted_journal.open(clock)
    assert SettingsStore(again).get("office") == "示范县委办公室"
    again.close()


def test_its_backup_is_encrypted_and_opens_with_what_lies_beside_it(encrypted_journal, clock):
    journal = encrypted_journal.open(clock)
    SettingsStore(journal).set("office", "示范县信息科")
    copy = backup.keep_copy(journal, clock.now(), "why").path
    journal.suspend()
    assert b"CREATE TABLE" not in copy.read_bytes()
    keychain.keep(key_slots.unlock(copy, encrypted_journal.passphrase))
    opened = open_journal(copy, clock=clock)
    assert SettingsStore(opened).get("office") == "示范县信息科"
    opened.close()


def test_a_backup_is_looked_into_and_restored_with_the_same_key(encrypted_journal, clock):
    journal = encrypted_journal.open(clock)
    add(journal, clock, "先")
    journal.close()
    shelf = Shelf(encrypted_journal.path, clock)
    made = shelf.make("asked")
    journal = encrypted_journal.open(clock)
    add(journal, clock, "后")
    journal.close()
    key_slots.change_passphrase(encrypted_journal.path, encrypted_journal.key, "a new passphrase")
    held, lines = shelf.look(made.path, 5)
    assert (held.items, [line.title for line in lines]) == (1, ["先"])
    guard = restore(made.path, shelf)
    assert sorted(line.title for line in shelf.look(guard.path, 5)[1]) == ["先", "后"]
    journal = encrypted_journal.open(clock)
    assert journal.query("SELECT title FROM items") == [("先",)]
    journal.suspend()
    with refused(Code.JOURNAL_LOCKED):
        shelf.look(made.path, 5)
    # The backup's key file came back with it.
    assert key_slots.unlock(encrypted_journal.path, encrypted_journal.passphrase)


def test_two_programs_write_in_turn_and_never_over_each_other(encrypted_journal, clock):
    """The window, and beside it the command line, each with a connection of its own."""
    journal = encrypted_journal.open(clock)
    store = SqliteItemStore(journal)
    item = add(journal, clock, "稿")
    program = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from infodesk.core.journal_check import DamageKind
from infodesk.core.items import Content
from infodesk.storage import key_slots, keychain
from infodesk.storage.database import open_journal
from infodesk.storage.item_store import SqliteItemStore
path = Path(sys.argv[1])
keychain.keep(key_slots.unlock(path, sys.argv[2]))
journal = open_journal(path, clock=None)
store = SqliteItemStore(journal)
now = datetime.now(timezone.utc)
item = store.get(sys.argv[3])
for line in sys.stdin:
    saved = store.save_text(item.id, Content(line.strip(), ()), int(sys.argv[4]), now)
    print(saved, flush=True)
journal.close()
"""
    arguments = [str(encrypted_journal.path), encrypted_journal.passphrase, item.id, str(item.rev)]
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as beside:
        with journal.atomic():
            beside.stdin.write("乙\n")
            beside.stdin.flush()
            journal.change("UPDATE items SET unit = '西关镇'")
        # It waited for the write before, and then found the item as it had read it.
        assert beside.stdout.readline() == f"{item.rev + 1}\n"
        mine = Content("甲", ())
        assert store.save_text(item.id, mine, item.rev, clock.now()) is None
        assert store.get(item.id).content.title == "乙"
        assert store.save_text(item.id, mine, item.rev + 1, clock.now()) == item.rev + 2
        beside.stdin.write("丙\n")
        beside.stdin.flush()
        assert beside.stdout.readline() == "None\n"
        beside.stdin.close()
    assert store.get(item.id).content.title == "甲"
    journal.close()


def test_a_write_that_cannot_begin_says_so_and_reading_goes_on(
    encrypted_journal, clock, monkeypatch
):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.0)
    first, second = (encrypted_journal.open(clock) for _ in range(2))
    add(first, clock, "稿")
    with first.atomic():
        first.change("UPDATE items SET unit = '西关镇'")
        with refused(Code.JOURNAL_BUSY):
            add(second, clock, "另一条")
        assert second.row("SELECT unit FROM items") == ("",)
    assert second.row("SELECT unit FROM items") == ("西关镇",)
    first.close()
    second.close()


def test_opening_it_a_second_time_lets_go_of_no_lock(encrypted_journal, clock):
    """POSIX drops a process's locks on a file with the first handle of it that is closed.

    SQLite 3.53 looks at another file's lock too before it takes the log away.
    """
    journal = encrypted_journal.open(clock)
    encrypted_journal.open(clock).close()
    journal.change("INSERT INTO settings (key, value) VALUES ('one', 'kept')")
    log = encrypted_journal.path.with_name("journal.infodesk-wal")
    before = log.stat().st_ino
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from infodesk.storage import key_slots, keychain\n"
        "from infodesk.storage.database import open_journal\n"
        "path = Path(sys.argv[1])\n"
        "keychain.keep(key_slots.unlock(path, sys.argv[2]))\n"
        "open_journal(path, clock=None).close()\n"
    )
    arguments = [str(encrypted_journal.path), encrypted_journal.passphrase]
    subprocess.run([sys.executable, "-c", program, *arguments], check=True)
    # The last one to close removes the log: that other program was not the last.
    assert log.stat().st_ino == before
    journal.close()


def test_many_open_it_at_once(encrypted_journal, clock):
    failed = []

    def open_and_write(name):
        try:
            journal = encrypted_journal.open(clock)
            SettingsStore(journal).set(name, name)
            journal.close()
        except InfodeskError as error:
            failed.append(error)

    threads = [threading.Thread(target=open_and_write, args=(str(n),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    journal = encrypted_journal.open(clock)
    assert {str(n) for n in range(8)} <= {
        row[0] for row in journal.query("SELECT key FROM settings")
    }
    journal.close()


def test_every_bit_that_is_turned_over_is_reported(encrypted_journal, clock):
    """Each flip is found: by the header, the first page or a seal. The long form: 600 flips."""
    journal = encrypted_journal.open(clock)
    for number in range(120):
        add(journal, clock, f"{number}：西关镇积水点已消除")
    journal.close()
    path = encrypted_journal.path
    assert journal_check.check(path, full=True).sound
    good = path.read_bytes()
    chance = random.Random(SEED)
    for _ in range(FLIPS):
        bit = chance.randrange(len(good) * 8)
        bad = bytearray(good)
        bad[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bad)
        said = f"bit {bit} of {len(good)} bytes, INFODESK_SEED={SEED}"
        try:
            damages = journal_check.check(path, full=False).damages
        except InfodeskError as error:
            # The name of the key lies open in the header.
            assert error.code is Code.JOURNAL_LOCKED, said  # noqa: PT017 -- one of two ways
            assert 8 <= bit // 8 < 16, said
            continue
        page = f"page {bit // 8 // 4096 + 1}"
        seals = [damage for damage in damages if damage.kind is DamageKind.CIPHER]
        if bit // 8 >= 4096:
            assert any(damage.said.endswith(page) for damage in seals), said
        assert damages, said
    path.write_bytes(good)
    assert journal_check.check(path, full=True).sound
