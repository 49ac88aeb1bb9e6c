from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from infodesk.core.backups import ASKED, BEFORE_RESTORE, EXIT, TIMED
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Section
from infodesk.storage import backup as backup_module
from infodesk.storage import shelf as shelf_module
from infodesk.storage.shelf import Shelf
from infodesk.workspace import Workspace


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def names(folder):
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def shelf(path, clock):
    return Shelf(path, clock)


@pytest.fixture
def add(path, clock):
    """Return what adds an item to the journal and keeps a version of it."""

    def add_one(title):
        with Workspace(path, clock=clock) as workspace:
            content = Content(title, (Section("whole", f"{title}的情况。"),))
            return workspace.items.add(content).id

    return add_one


def test_a_backup_tells_what_it_holds(shelf, add, clock):
    add("甲")
    add("乙")
    made = shelf.make(ASKED)
    (listed,) = shelf.backups()
    assert listed == made
    assert (listed.at, listed.why, listed.size) == (clock.now(), ASKED, listed.path.stat().st_size)
    assert listed.is_verified
    assert (listed.contents.items, listed.contents.issues) == (2, 0)
    assert listed.contents.last_change == clock.now()


def test_nothing_is_copied_twice(shelf, add, clock):
    add("甲")
    assert shelf.make_if_changed(TIMED) is not None
    clock.advance(minutes=30)
    with shelf.opened() as journal:
        assert journal.query("SELECT title FROM items") == [("甲",)]
    assert shelf.make_if_changed(EXIT) is None
    add("乙")
    clock.advance(minutes=30)
    assert shelf.make_if_changed(EXIT).contents.items == 2
    assert [backup.why for backup in shelf.backups()] == [EXIT, TIMED]


def test_a_change_while_a_clerk_has_it_open_is_seen(shelf, path, clock):
    with Workspace(path, clock=clock) as workspace:
        item = workspace.items.add(Content("甲", ()))
        first = shelf.make_if_changed(TIMED)
        assert first.contents.items == 1
        clock.advance(minutes=30)
        assert shelf.make_if_changed(TIMED) is None
        workspace.items.autosave(item.id, Content("乙", ()), item.rev)
        second = shelf.make_if_changed(TIMED)
    _, lines = shelf.look(second.path, 10)
    assert [line.title for line in lines] == ["乙"]
    _, lines = shelf.look(first.path, 10)
    assert [line.title for line in lines] == ["甲"]


def test_what_is_written_during_a_copy_does_not_tear_it(shelf, path, clock, add, monkeypatch):
    monkeypatch.setattr(backup_module, "STEP_PAGES", 3)
    for number in range(20):
        add(f"第{number}条")
    with Workspace(path, clock=clock) as workspace:

        def write(_done, _pages):
            workspace.items.add(Content("之间", ()))

        made = shelf.make(TIMED, progress=write)
        assert len(workspace.items.rows(workspace_filter())) > 25
    contents, _ = shelf.look(made.path, 0)
    assert contents == made.contents
    assert contents.items == 20


def workspace_filter():
    from infodesk.core.items import ItemFilter

    return ItemFilter()


def test_a_copy_that_is_stopped_leaves_nothing(shelf, add):
    add("甲")

    def stop(_done, _pages):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.make(TIMED, progress=stop)
    assert names(shelf.folder) == []


def test_a_copy_that_is_not_what_was_copied_is_refused(shelf, add, monkeypatch):
    add("甲")
    count = backup_module.count_rows
    told = []

    def one_row_less(connection):
        rows = count(connection)
        told.append(rows)
        return rows if len(told) == 1 else rows | {"items": rows["items"] - 1}

    monkeypatch.setattr(backup_module, "count_rows", one_row_less)
    with refused(Code.JOURNAL_DAMAGED):
        shelf.make(TIMED)
    assert names(shelf.folder) == []


def test_a_backup_leaves_room_for_the_journal(shelf, add, monkeypatch):
    add("甲")
    usage = shutil.disk_usage(shelf.journal.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=20 << 20))
    with refused(Code.BACKUP_NO_ROOM):
        shelf.make(TIMED)
    assert names(shelf.folder) == []


def test_old_backups_go_and_guards_are_counted_apart(shelf, add, clock):
    add("甲")
    guard = shelf.make(BEFORE_RESTORE)
    for day in range(40):
        clock.advance(days=1)
        for hour in range(2):
            add(f"{day}-{hour}")
            clock.advance(hours=1)
            shelf.make_if_changed(TIMED)
    left = shelf.backups()
    assert guard in left
    timed = [backup for backup in left if backup.why == TIMED]
    recent = [backup for backup in timed if clock.now() - backup.at <= timedelta(days=2)]
    assert len(recent) == 4
    assert 12 + 3 <= len(timed) - len(recent) <= 12 + 5
    files = names(shelf.folder)
    assert len(files) == 2 * len(left)


def test_two_backups_of_one_second_stand_side_by_side(shelf, add):
    add("甲")
    shelf.make(ASKED)
    shelf.make(ASKED)
    assert [backup.why for backup in shelf.backups()] == [ASKED, ASKED]


def test_a_backup_is_carried_to_a_second_place(shelf, add, tmp_path):
    add("甲")
    made = shelf.make(TIMED)
    stick = tmp_path / "stick"
    with refused(Code.BACKUP_PLACE_MISSING):
        shelf.carry(made, stick / "infodesk")
    stick.mkdir()
    carried = shelf.carry(made, stick / "infodesk")
    assert carried.path.read_bytes() == made.path.read_bytes()
    assert shelf.backups(stick / "infodesk") == [carried]
    assert shelf.look(carried.path, 1)[0].items == 1


def test_what_is_needed_to_open_a_journal_goes_with_its_backup(shelf, add, path, monkeypatch):
    add("甲")
    path.with_name(path.name + ".keys").write_bytes(b"slots")
    made = shelf.make(TIMED)
    assert made.path.with_name(made.path.name + ".keys").read_bytes() == b"slots"
    shelf_module.remove(made.path)
    assert names(shelf.folder) == []


def test_a_damaged_backup_is_told_by_its_digest(shelf, add):
    add("甲")
    made = shelf.make(TIMED)
    data = bytearray(made.path.read_bytes())
    place = data.index("甲的情况".encode())
    data[place] ^= 1
    made.path.write_bytes(data)
    with refused(Code.BACKUP_DAMAGED):
        shelf.look(made.path, 1)


def test_a_backup_is_looked_into_without_touching_it(shelf, add):
    add("甲")
    made = shelf.make(TIMED)
    before = {file: file.read_bytes() for file in shelf.folder.iterdir()}
    made.path.chmod(0o444)
    shelf.look(made.path, 1)
    assert {file: file.read_bytes() for file in shelf.folder.iterdir()} == before


def test_a_drill_finds_what_the_journal_lost(shelf, add, path, clock):
    with Workspace(path, clock=clock) as workspace:
        item = workspace.items.add(Content("甲", (Section("whole", "文"),)))
        workspace.items.keep_version(item.id, "科长", "left")
    made = shelf.make(TIMED)
    found = shelf.compare(made.path)
    assert (found.items, found.missing, found.newer) == (1, 0, 0)
    assert found.versions >= 1
    add("乙")
    assert shelf.compare(made.path).newer == 1
    with shelf.opened() as journal:
        journal.query("DROP TRIGGER revisions_no_update")
        journal.query("UPDATE revisions SET sha256 = 'other' WHERE number = 1")
    assert shelf.compare(made.path).missing == 1
