from __future__ import annotations

import errno
import shutil
from collections import namedtuple

import pytest

from infodesk.core.errors import Code
from infodesk.storage import sqlite_errors
from infodesk.storage.engine import sqlite


def error(code):
    raised = sqlite.OperationalError("told by SQLite")
    raised.sqlite_errorcode = code
    return raised


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (5, Code.JOURNAL_BUSY),
        (517, Code.JOURNAL_BUSY),
        (6, Code.JOURNAL_BUSY),
        (3, Code.JOURNAL_READ_ONLY),
        (8, Code.JOURNAL_READ_ONLY),
        (1544, Code.JOURNAL_READ_ONLY),
        (14, Code.JOURNAL_READ_ONLY),
        (11, Code.JOURNAL_DAMAGED),
        (267, Code.JOURNAL_DAMAGED),
        (26, Code.JOURNAL_FOREIGN),
        (13, Code.JOURNAL_DISK_FULL),
        (4874, Code.JOURNAL_DISK_FULL),
        (778, Code.JOURNAL_DISK_FAILS),
    ],
)
def test_each_fault_of_the_surroundings_has_its_code(tmp_path, code, expected):
    found = sqlite_errors.explained(error(code), tmp_path / "j")
    assert found.code is expected
    assert found.params["path"] == tmp_path / "j"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, Code.JOURNAL_DISK_FULL),
        (errno.EROFS, Code.JOURNAL_READ_ONLY),
        (errno.EACCES, Code.JOURNAL_READ_ONLY),
        (errno.EIO, Code.JOURNAL_DISK_FAILS),
    ],
)
def test_each_fault_of_the_system_has_its_code(tmp_path, number, expected):
    found = sqlite_errors.explained_os(OSError(number, "told"), tmp_path)
    assert (found.code, found.params) == (expected, {"path": tmp_path})


def test_a_failed_write_without_room_is_a_full_disk(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 100, 0))
    assert sqlite_errors.explained(error(778), tmp_path / "j").code is Code.JOURNAL_DISK_FULL
    shutil.rmtree(tmp_path)
    monkeypatch.undo()
    assert sqlite_errors.explained(error(778), tmp_path / "j").code is Code.JOURNAL_DISK_FAILS


@pytest.mark.parametrize("statement", ["SELECT nothing", "INSERT INTO items VALUES (1)"])
def test_a_wrong_statement_is_a_bug_and_stays_one(journal, statement):
    with pytest.raises(sqlite.Error):
        journal.query(statement)


def test_a_broken_constraint_is_a_bug_and_stays_one(journal):
    assert sqlite_errors.explained(error(19), journal.path) is None
    assert sqlite_errors.explained(ValueError(), journal.path) is None
