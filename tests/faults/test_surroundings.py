"""A full disk and a folder that may not be written: refused clearly, everything before kept."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import infodesk
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Item, ItemState, Section
from infodesk.storage.database import open_journal
from infodesk.storage.item_store import SqliteItemStore

HERE = Path(__file__).parent
POSIX = os.name == "posix"


def run(script, path):
    root = str(Path(infodesk.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, str(HERE / script), str(path)],
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.fixture
def office(clock):
    """Return a journal with one item, in a folder that others may enter."""
    folder = Path(tempfile.mkdtemp()).resolve()
    folder.chmod(0o755)
    path = folder / "journal.infodesk"
    journal = open_journal(path, clock=clock)
    add(journal, clock, "稿")
    journal.close()
    yield path
    folder.chmod(0o755)
    if path.exists():
        path.chmod(0o644)
    shutil.rmtree(folder)


def add(journal, clock, title):
    now = clock.now()
    content = Content(title, (Section("whole", title * 1000),))
    item = Item(title, 0, 0, content, "event", ItemState.DRAFT, now, now)
    return SqliteItemStore(journal).insert(item)


def add_many(journal, clock):
    (added,) = journal.row("SELECT count(*) FROM items")
    for number in range(added, added + 100):
        add(journal, clock, f"第{number}条")


def read_only_file(path):
    path.chmod(0o444)


def read_only_folder(path):
    path.chmod(0o666)
    path.parent.chmod(0o555)


def closed_folder(path):
    path.parent.chmod(0o600)


def empty_read_only_folder(path):
    path.unlink()
    path.parent.chmod(0o555)


# Windows knows a read-only file, but no read-only folder.
DENIALS = [read_only_file]
if POSIX:
    DENIALS += [read_only_folder, closed_folder, empty_read_only_folder]


@pytest.mark.parametrize("deny", DENIALS)
def test_what_may_not_be_written_is_refused_and_left_alone(office, clock, deny):
    deny(office)
    outcomes = run("denied.py", office)
    assert outcomes[0] == "journal-read-only"
    checked = {closed_folder: "journal-read-only", empty_read_only_folder: "file-missing"}
    assert outcomes[3] == checked.get(deny, "done")
    if deny is not read_only_file:
        assert outcomes[1:3] == ["journal-read-only", "PermissionError"]
    if deny is empty_read_only_folder:
        assert list(office.parent.iterdir()) == []
        return
    office.parent.chmod(0o755)
    office.chmod(0o644)
    assert not list(office.parent.glob("*.infodesk-part"))
    journal = open_journal(office, clock=clock)
    assert SqliteItemStore(journal).get("稿").content.title == "稿"
    journal.close()


def test_a_full_journal_refuses_and_goes_on_when_there_is_room(office, clock):
    journal = open_journal(office, clock=clock)
    (pages,) = journal.row("PRAGMA page_count")
    journal.query(f"PRAGMA max_page_count={pages}")
    for _ in range(2):
        with pytest.raises(InfodeskError) as caught:
            add_many(journal, clock)
        assert caught.value.code is Code.JOURNAL_DISK_FULL
        assert not journal.connection.in_transaction
    before = journal.query("SELECT title FROM items ORDER BY serial")
    assert before[0] == ("稿",)
    journal.query("PRAGMA max_page_count=1000000")
    add(journal, clock, "后来")
    assert journal.query("SELECT title FROM items ORDER BY serial") == [*before, ("后来",)]
    assert journal.row("PRAGMA quick_check(1)") == ("ok",)
    journal.close()


if importlib.util.find_spec("resource"):

    def test_a_file_that_may_not_grow_loses_nothing(tmp_path, clock):
        path = tmp_path / "journal.infodesk"
        (told,) = run("limited.py", path)
        saved, refusal = told.split()
        assert int(saved) > 10
        assert refusal in (Code.JOURNAL_DISK_FAILS.text, Code.JOURNAL_DISK_FULL.text)
        journal = open_journal(path, clock=clock)
        content = SqliteItemStore(journal).get("id").content
        assert content == Content("77777", (Section("whole", "77777。" * 1000),))
        assert journal.row("PRAGMA quick_check(1)") == ("ok",)
        journal.close()
