from __future__ import annotations

import pytest

from infodesk import ballast
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemFilter
from infodesk.storage import database, rescue
from infodesk.workspace import Workspace


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


@pytest.fixture
def office(path, clock):
    """Return a journal with one item, as a closed program leaves it."""
    with Workspace(path, clock=clock) as workspace:
        workspace.items.add(Content("在案", ()))
    return path


def everything_in(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def titles(workspace):
    return [row.title for row in workspace.items.rows(ItemFilter())]


def test_what_is_opened_to_read_is_read_and_never_changed(office, clock):
    before = everything_in(office.parent)
    with Workspace(office, clock=clock, read_only=True) as workspace:
        assert titles(workspace) == ["在案"]
        with refused(Code.JOURNAL_READ_ONLY):
            workspace.items.add(Content("不行", ()))
        with refused(Code.JOURNAL_READ_ONLY):
            workspace.settings.set("office.name", "不行")
        assert titles(workspace) == ["在案"]
    assert everything_in(office.parent) == before


def test_a_log_that_holds_something_is_read_too(office, clock, tmp_path):
    left = tmp_path / "left" / office.name
    left.parent.mkdir()
    with Workspace(office, clock=clock) as workspace:
        workspace.items.add(Content("只在日志里", ()))
        # As a killed program leaves it: the log not folded in.
        for end in ("", "-wal"):
            source = office.with_name(office.name + end)
            left.with_name(left.name + end).write_bytes(source.read_bytes())
    before = everything_in(left.parent)
    assert b"" not in before.values()
    with Workspace(left, clock=clock, read_only=True) as workspace:
        assert titles(workspace) == ["只在日志里", "在案"]
        folder = workspace._database._folder
        assert folder.exists()
        with refused(Code.JOURNAL_READ_ONLY):
            workspace.items.add(Content("不行", ()))
    assert not folder.exists()
    assert everything_in(left.parent) == before


def test_an_older_journal_is_read_in_todays_shape(office, clock, monkeypatch):
    before = everything_in(office.parent)
    monkeypatch.setattr(rescue, "STEPS", database.STEPS + 1)
    with Workspace(office, clock=clock, read_only=True) as workspace:
        assert titles(workspace) == ["在案"]
    assert everything_in(office.parent) == before


def test_a_foreign_file_is_no_journal_to_read_either(path, clock):
    path.write_bytes(b"%PDF-1.7" * 100)
    with refused(Code.JOURNAL_FOREIGN):
        Workspace(path, clock=clock, read_only=True)


def test_a_full_disk_costs_the_ballast_and_then_saving_goes_on(office, clock):
    assert ballast.lay_in(office)
    with Workspace(office, clock=clock) as workspace:
        journal = workspace._database
        (pages,) = journal.row("PRAGMA page_count")
        journal.query(f"PRAGMA max_page_count={pages}")
        long = Content("长", ())
        with refused(Code.JOURNAL_BALLAST_GONE):
            for _ in range(1000):
                workspace.items.add(long)
        assert not ballast.ballast_of(office).exists()
        with refused(Code.JOURNAL_DISK_FULL):
            for _ in range(1000):
                workspace.items.add(long)
        journal.query("PRAGMA max_page_count=1000000")
        workspace.items.add(Content("接着写", ()))
        assert titles(workspace)[0] == "接着写"


def test_a_disk_too_full_to_open_the_journal_costs_the_ballast(office, clock, monkeypatch):
    assert ballast.lay_in(office)
    opened = database._opened

    def needs_room(path, clock):
        if ballast.ballast_of(path).exists():
            raise InfodeskError(Code.JOURNAL_DISK_FULL, path=path)
        return opened(path, clock)

    monkeypatch.setattr(database, "_opened", needs_room)
    with Workspace(office, clock=clock) as workspace:
        assert titles(workspace) == ["在案"]
