from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Item, ItemState
from infodesk.storage import database, engine, migrations
from infodesk.storage.database import open_journal
from infodesk.storage.item_store import SqliteItemStore
from infodesk.storage.settings_store import SettingsStore


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def everything_in(folder):
    return {
        file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_a_new_journal_is_ours_durable_and_one_file_when_closed(path, clock):
    journal = open_journal(path, clock=clock)
    pragmas = {
        name: journal.row(f"PRAGMA {name}")[0]
        for name in (
            *("journal_mode", "synchronous", "foreign_keys", "trusted_schema"),
            "recursive_triggers",
        )
    }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
    }
    assert journal.row("SELECT sqlite_version()")[0] == engine.sqlite.sqlite_version
    journal.close()
    assert list(everything_in(path.parent)) == [path.relative_to(path.parent)]
    assert path.read_bytes()[68:72] == b"ifdk"


def test_the_settings_are_made_on_every_connection(path, clock, monkeypatch):
    open_journal(path, clock=clock).close()
    query = database.Journal.query

    def deaf(self, sql, *values):
        return [] if "synchronous=" in sql else query(self, sql, *values)

    monkeypatch.setattr(database.Journal, "query", deaf)
    connect = engine.connect

    def careless(where, key=None):
        opened = connect(where, key)
        opened.execute("PRAGMA synchronous=NORMAL")
        return opened

    monkeypatch.setattr(engine, "connect", careless)
    with pytest.raises(RuntimeError, match="synchronous"):
        open_journal(path, clock=clock)


def test_what_is_kept_comes_back_after_opening_again(path, clock):
    journal = open_journal(path, clock=clock)
    SettingsStore(journal).set("office", "示范县信息科")
    journal.close()
    again = open_journal(path, clock=clock)
    assert SettingsStore(again).get("office") == "示范县信息科"
    again.close()
    assert not (path.parent / "backups").exists()


@pytest.mark.parametrize(
    "content",
    [b"x", b"%PDF-1.7 " * 100, "西关镇情况".encode("gb18030") * 100, b"SQLite format 2" * 20],
)
def test_a_file_that_is_no_journal_is_refused_untouched(path, clock, content):
    path.write_bytes(content)
    with refused(Code.JOURNAL_FOREIGN):
        open_journal(path, clock=clock)
    assert everything_in(path.parent) == {path.relative_to(path.parent): content}


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_refused_untouched(path, clock, mode):
    foreign = sqlite3.connect(path)
    foreign.execute(f"PRAGMA journal_mode={mode}")
    foreign.execute("CREATE TABLE theirs (x)")
    foreign.commit()
    before = everything_in(path.parent)
    with refused(Code.JOURNAL_FOREIGN):
        open_journal(path, clock=clock)
    assert everything_in(path.parent) == before
    foreign.close()


def test_a_journal_of_a_newer_program_is_refused_unchanged(path, clock):
    journal = open_journal(path, clock=clock)
    journal.change(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
        migrations.SET,
        "teleprinter_9999",
        "2031-01-01",
    )
    journal.close()
    before = everything_in(path.parent)
    with refused(Code.JOURNAL_NEWER):
        open_journal(path, clock=clock)
    assert everything_in(path.parent) == before


def test_a_folder_and_a_missing_folder_are_refused(tmp_path, clock):
    with refused(Code.JOURNAL_IS_FOLDER):
        open_journal(tmp_path, clock=clock)
    with refused(Code.JOURNAL_FOLDER_MISSING):
        open_journal(tmp_path / "none" / "journal.infodesk", clock=clock)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", [1, 50, 99, 100, 4095, 4096, 20_000])
def test_a_truncated_journal_is_refused_unchanged(path, clock, left):
    open_journal(path, clock=clock).close()
    short = path.read_bytes()[:left]
    path.write_bytes(short)
    with refused(Code.JOURNAL_DAMAGED):
        open_journal(path, clock=clock)
    assert path.read_bytes() == short


def test_an_emptied_journal_is_refused_while_its_log_holds_something(path, clock):
    path.write_bytes(b"")
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"pages")
    with refused(Code.JOURNAL_DAMAGED):
        open_journal(path, clock=clock)
    assert log.read_bytes() == b"pages"
    log.unlink()
    open_journal(path, clock=clock).close()


def test_a_damaged_page_is_reported_as_damage(path, clock):
    journal = open_journal(path, clock=clock)
    add(journal, clock, "稿")
    journal.close()
    pages = bytearray(path.read_bytes())
    pages[4096:] = b"\xff" * (len(pages) - 4096)
    path.write_bytes(pages)
    with refused(Code.JOURNAL_DAMAGED):
        damaged = open_journal(path, clock=clock)
        try:
            SqliteItemStore(damaged).by_serial(1)
        finally:
            damaged.close()


def add(journal, clock, title):
    now = clock.now()
    item = Item(title, 0, 0, Content(title, ()), "event", ItemState.DRAFT, now, now)
    return SqliteItemStore(journal).insert(item)


def test_an_older_journal_is_copied_before_it_is_changed(path, clock, monkeypatch):
    journal = open_journal(path, clock=clock)
    add(journal, clock, "旧条目")
    journal.close()
    newer = type(migrations.journal)(migrations.SET)
    for step in migrations.journal.pending(engine.empty_database()):
        newer(name=step.name)(step.fn)

    @newer(name="telex_0099")
    def _telex(db):
        db.execute("CREATE TABLE telex (x)")

    monkeypatch.setattr(migrations, "journal", newer)
    monkeypatch.setattr(database, "STEPS", database.STEPS + 1)
    clock.advance(days=1)
    journal = open_journal(path, clock=clock)
    assert journal.row("SELECT count(*) FROM telex") == (0,)
    assert SqliteItemStore(journal).by_serial(1).content.title == "旧条目"
    journal.close()
    monkeypatch.undo()
    copies = list((path.parent / "backups").glob("*.infodesk"))
    assert len(copies) == 1
    assert copies[0].name.startswith("journal-20261121-090000-before-")
    kept = open_journal(copies[0], clock=clock)
    assert SqliteItemStore(kept).by_serial(1).content.title == "旧条目"
    kept.close()


def test_the_count_of_steps_is_that_of_the_migrations():
    assert len(migrations.known()) == database.STEPS


def test_a_journal_that_has_every_step_is_opened_without_sqlite_utils(path, clock):
    open_journal(path, clock=clock).close()
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from infodesk.storage.database import open_journal\n"
        "from infodesk.storage.item_store import SqliteItemStore\n"
        "from infodesk.core.items import ItemFilter\n"
        "journal = open_journal(Path(sys.argv[1]), clock=None)\n"
        "assert SqliteItemStore(journal).rows(ItemFilter(), 0, 60) == []\n"
        "assert 'sqlite_utils' not in sys.modules\n"
        "journal.change('UPDATE items SET open_musts = 0')\n"
        "assert 'sqlite_utils' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


def test_a_failing_step_leaves_the_journal_as_it_was(path, clock, monkeypatch):
    open_journal(path, clock=clock).close()
    broken = type(migrations.journal)(migrations.SET)
    for step in migrations.journal.pending(engine.empty_database()):
        broken(name=step.name)(step.fn)

    @broken(name="half_0098")
    def _half(db):
        db.execute("CREATE TABLE half (x)")

    @broken(name="whole_0099")
    def _whole(db):
        db.execute("INSERT INTO nowhere VALUES (1)")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "journal", broken)
        patch.setattr(database, "STEPS", database.STEPS + 2)
        with pytest.raises(engine.sqlite.OperationalError, match="nowhere"):
            open_journal(path, clock=clock)
    journal = open_journal(path, clock=clock)
    assert journal.row("SELECT 1 FROM sqlite_master WHERE name = 'half'") is None
    journal.close()


def test_two_programs_write_in_turn_and_never_over_each_other(path, clock):
    first, second = (SqliteItemStore(open_journal(path, clock=clock)) for _ in range(2))
    item = add(first._journal, clock, "稿")
    mine, theirs = (Content(title, ()) for title in ("甲", "乙"))
    assert second.save_text(item.id, theirs, item.rev, clock.now()) == item.rev + 1
    assert first.save_text(item.id, mine, item.rev, clock.now()) is None
    assert first.get(item.id).content == theirs
    for store in (first, second):
        store._journal.close()


def test_a_write_that_cannot_begin_says_so_and_reading_goes_on(path, clock, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.0)
    first, second = (open_journal(path, clock=clock) for _ in range(2))
    item = add(first, clock, "稿")
    with first.atomic():
        assert first.row("SELECT unit FROM items") == ("",)
        with refused(Code.JOURNAL_BUSY):
            add(second, clock, "之间")
        first.change("UPDATE items SET unit = '西关镇'")
        with refused(Code.JOURNAL_BUSY):
            add(second, clock, "另一条")
        assert SqliteItemStore(second).get(item.id).unit == ""
    assert SqliteItemStore(second).get(item.id).unit == "西关镇"
    first.close()
    second.close()


def test_an_act_is_kept_whole_or_not_at_all(journal, clock):
    add(journal, clock, "先")

    def fails_inside():
        with journal.atomic():
            add(journal, clock, "中")
            with journal.atomic():
                add(journal, clock, "后")
            raise KeyError

    with pytest.raises(KeyError):
        fails_inside()
    assert journal.query("SELECT title FROM items") == [("先",)]

    def fails_at_the_second():
        with journal.atomic():
            add(journal, clock, "内")
            add(journal, clock, "外")

    with journal.atomic():
        add(journal, clock, "外")
        with refused(Code.ITEM_EXISTS):
            fails_at_the_second()
    assert journal.query("SELECT title FROM items") == [("先",), ("外",)]


def test_sqlite_utils_is_given_our_engine_even_when_it_was_imported_first():
    code = "import sqlite_utils, infodesk.storage.engine"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "imported before infodesk.storage.engine" in done.stderr


def test_a_disk_that_cannot_hold_the_log_is_refused(path, clock, monkeypatch):
    row = database.Journal.row

    def stays(self, sql, *values):
        return ("delete",) if sql == "PRAGMA journal_mode=WAL" else row(self, sql, *values)

    monkeypatch.setattr(database.Journal, "row", stays)
    with refused(Code.JOURNAL_ON_NETWORK):
        open_journal(path, clock=clock)


def test_its_state_is_another_once_anybody_changed_it(path, clock):
    with closing(open_journal(path, clock=clock)) as journal:
        before = journal.state
        journal.query("SELECT count(*) FROM items")
        assert journal.state == before
        journal.insert("INSERT INTO settings (key, value) VALUES ('a', 'b')")
        mine = journal.state
        assert mine != before
        with closing(open_journal(path, clock=clock)) as other:
            other.insert("INSERT INTO settings (key, value) VALUES ('c', 'd')")
            assert journal.state != mine
