from __future__ import annotations

import os
from contextlib import closing

import pytest

from infodesk.core.backups import ASKED
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemFilter
from infodesk.storage import engine, migrations, replacing
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.database import open_journal
from infodesk.storage.journal_check import check
from infodesk.storage.restore import restore
from infodesk.storage.shelf import Shelf
from infodesk.workspace import Workspace
from tests.storage.desks import Desks


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


@pytest.fixture
def shelf(path, clock):
    return Shelf(path, clock)


def add(path, clock, title):
    with Workspace(path, clock=clock) as workspace:
        workspace.items.add(Content(title, ()))


def titles(path, clock):
    with Workspace(path, clock=clock) as workspace:
        return [row.title for row in workspace.items.rows(ItemFilter())]


@pytest.fixture
def backup(shelf, path, clock):
    """Return a backup that holds one item; the journal holds another beside it."""
    add(path, clock, "旧")
    made = shelf.make(ASKED)
    clock.advance(hours=1)
    add(path, clock, "新")
    return made.path


def test_a_backup_comes_back_and_the_present_is_kept(shelf, backup, path, clock):
    guard = restore(backup, shelf)
    assert titles(path, clock) == ["旧"]
    assert guard.is_guard
    restore(guard.path, shelf)
    assert titles(path, clock) == ["新", "旧"]
    left = [file.name for file in path.parent.iterdir()]
    assert sorted(left) == ["backups", path.name]


def test_a_journal_that_is_gone_comes_back(shelf, backup, path, clock):
    path.unlink()
    assert restore(backup, shelf) is None
    assert titles(path, clock) == ["旧"]


def test_a_damaged_journal_is_kept_as_it_is(shelf, backup, path, clock):
    damaged = path.read_bytes()[:5000]
    path.write_bytes(damaged)
    path.with_name(path.name + "-wal").write_bytes(b"log")
    guard = restore(backup, shelf)
    assert titles(path, clock) == ["旧"]
    assert guard.path.read_bytes() == damaged
    assert guard.path.with_name(guard.path.name + "-wal").read_bytes() == b"log"
    assert not guard.is_verified


def test_a_journal_that_another_program_has_open_is_not_replaced(
    shelf, backup, path, clock, monkeypatch
):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.0)
    with Workspace(path, clock=clock) as other:
        with refused(Code.JOURNAL_BUSY):
            restore(backup, shelf)
        other.items.add(Content("之后", ()))
    assert titles(path, clock) == ["之后", "新", "旧"]


@pytest.mark.parametrize("how", ["missing", "foreign", "cut", "newer"])
def test_what_is_no_sound_backup_is_refused_and_the_journal_left_alone(
    shelf, backup, path, clock, how
):
    if how == "missing":
        backup.unlink()
    elif how == "foreign":
        backup.write_bytes(b"%PDF-1.7" * 100)
    elif how == "cut":
        backup.write_bytes(backup.read_bytes()[:-4096])
    else:
        with open_journal(backup, clock=clock).connection as connection:
            connection.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
                (migrations.SET, "teleprinter_9999", "2031-01-01"),
            )
        connection.close()
        backup.with_name(backup.name + ".json").unlink()
    codes = {
        "missing": Code.FILE_MISSING,
        "foreign": Code.JOURNAL_FOREIGN,
        "cut": Code.BACKUP_DAMAGED,
        "newer": Code.JOURNAL_NEWER,
    }
    with refused(codes[how]):
        restore(backup, shelf)
    assert titles(path, clock) == ["新", "旧"]
    assert not list(path.parent.glob("*.restor*"))


class KilledError(BaseException):
    """Stands for a kill: no expected error, nothing may tidy up after it."""


STEPS = ("copy_atomic", "write_atomic", "unlink", "replace", "flush_folder")


def test_killed_at_any_step_the_journal_is_the_old_or_the_new(tmp_path, clock, monkeypatch):
    """Each call that changes the disk in turn is the last one; before and after it."""
    seen = set()
    for place in range(100):
        folder = tmp_path / str(place)
        folder.mkdir()
        path = folder / "journal.infodesk"
        shelf = Shelf(path, clock)
        add(path, clock, "旧")
        backup = shelf.make(ASKED).path
        backup.with_name(backup.name + ".keys").write_bytes(b"old key")
        path.with_name(path.name + ".keys").write_bytes(b"new key")
        add(path, clock, "新")
        with monkeypatch.context() as patch:
            calls = count_and_kill(patch, place)
            try:
                restore(backup, shelf)
                ended = True
            except KilledError:
                ended = False
        found = tuple(titles(path, clock))
        key = path.with_name(path.name + ".keys").read_bytes()
        assert (found, key) in {(("旧",), b"old key"), (("新", "旧"), b"new key")}, calls
        seen.add(found)
        if ended:
            break
    assert ended
    assert place > 10
    assert seen == {("旧",), ("新", "旧")}


def count_and_kill(patch, place):
    calls = []

    def watch(owner, name):
        real = getattr(owner, name)

        def killed(*arguments, **named):
            calls.append(name)
            if len(calls) == place + 1:
                raise KilledError
            return real(*arguments, **named)

        patch.setattr(owner, name, killed)

    for name in ("copy_atomic", "write_atomic", "flush_folder"):
        watch(replacing, name)
    path_type = type(replacing.Path())
    for name in ("unlink", "replace"):
        watch(path_type, name)
    watch(os, "fsync")
    return calls


def test_a_log_of_the_old_journal_is_never_played_into_the_new(shelf, backup, path, clock):
    """Decided on, then killed, with a log left of a program that was killed too."""
    replacing._stand_beside(backup, path)
    replacing._decide(path)
    path.with_name(path.name + "-wal").write_bytes(b"x" * 5000)
    assert titles(path, clock) == ["旧"]


def test_the_restoring_is_on_the_chain_and_names_what_was_left(shelf, backup, path, clock):
    with closing(open_journal(path, clock=clock)) as journal:
        Desks(journal, clock).approved()
        left = SqliteAuditStore(journal).head().hash
    restore(backup, shelf)
    with closing(open_journal(path, clock=clock)) as journal:
        head = SqliteAuditStore(journal).head()
    assert (head.action, head.subject) == ("restore-backup", backup.name)
    assert left in head.detail
    assert check(path, full=True).sound
    assert check(backup, full=True).chain.head is None
