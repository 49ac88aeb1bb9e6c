"""Backups, restoring and moving house on the command line, on a journal that was lived in."""

from __future__ import annotations

import json
import shutil

import pytest

from infodesk.cli import run
from infodesk.core.items import Content, ItemFilter
from infodesk.demo import build_office
from infodesk.safekeeping import SECOND_PLACE, held
from infodesk.workspace import Workspace


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return build_office(tmp_path_factory.mktemp("office") / "demo").journal


@pytest.fixture
def journal(office, tmp_path):
    """Return a copy of the sample office's journal that a test may change."""
    return shutil.copy(office, tmp_path / "journal.infodesk")


@pytest.fixture
def infodesk(journal, capsys):
    """Return what runs a command on the journal: its exit code, what it printed, what it said."""

    def call(*words, on=journal):
        code = run(["journal", *map(str, words), "--journal", str(on), "--lang", "zh"])
        return code, *capsys.readouterr()

    return call


def count(journal):
    with Workspace(journal) as workspace:
        return workspace.items.count(ItemFilter())


def add(journal, title):
    with Workspace(journal) as workspace:
        workspace.items.add(Content(title, ()))


def test_a_backup_is_listed_looked_into_and_restored(infodesk, journal):
    before = count(journal)
    code, made, said = infodesk("backup")
    assert code == 0
    assert "已备份并核对" in said
    made = made.strip()
    add(journal, "备份以后")
    code, listed, _ = infodesk("backups", "--json")
    (line,) = [json.loads(line) for line in listed.splitlines()]
    assert (line["path"], line["items"], line["verified"]) == (made, before, True)
    _, listed, _ = infodesk("backups")
    assert "手动" in listed
    assert "已核对" in listed
    code, shown, said = infodesk("restore", made, "--dry-run")
    assert code == 0
    assert 0 < len(shown.splitlines()) <= 20
    assert "备份以后" not in shown
    assert count(journal) == before + 1
    code, guard, _ = infodesk("restore", made)
    assert code == 0
    assert count(journal) == before
    infodesk("restore", guard.strip())
    assert count(journal) == before + 1


def test_a_backup_goes_where_it_is_wanted(infodesk, journal, tmp_path):
    _, made, _ = infodesk("backup", "--to", tmp_path / "stick")
    assert made.startswith(str(tmp_path / "stick"))
    assert not (tmp_path / "backups").exists()


def test_a_backup_is_carried_to_the_second_place_or_says_why_not(infodesk, journal, tmp_path):
    stick = tmp_path / "stick"
    with Workspace(journal) as workspace:
        workspace.settings.set(SECOND_PLACE, str(stick))
    code, made, said = infodesk("backup")
    assert code == 0
    assert made
    assert "第二处" in said
    stick.mkdir()
    code, made, said = infodesk("backup")
    assert "第二处" not in said
    (folder,) = stick.iterdir()
    assert folder.name.startswith("infodesk-")
    assert (folder / made.strip().rpartition("/")[2]).exists()


def test_a_journal_moves_to_another_computer(infodesk, journal, tmp_path):
    target, other = tmp_path / "台账.zip", tmp_path / "other" / "journal.infodesk"
    other.parent.mkdir()
    assert infodesk("export", "--to", target)[0] == 0
    code, _, said = infodesk("import", target, on=other)
    assert code == 0
    assert "核对一致" in said
    assert count(other) == count(journal)
    code, _, said = infodesk("import", target, on=other)
    assert code == 3
    assert "不会被覆盖" in said


@pytest.mark.parametrize("words", [["restore", "backup"], ["import", "export.zip"]])
def test_an_open_window_is_not_robbed_of_its_journal(infodesk, journal, words, tmp_path):
    made = infodesk("backup")[1].strip()
    infodesk("export", "--to", tmp_path / "export.zip")
    file = made if words[1] == "backup" else tmp_path / "export.zip"
    before = journal.read_bytes()
    with held(journal):
        code, _, said = infodesk(words[0], file)
    assert code == 3
    assert "已在另一个窗口打开" in said
    assert journal.read_bytes() == before


@pytest.mark.parametrize("words", [["backup"], ["export", "--to", "x.zip"]])
def test_a_journal_that_is_not_there_is_not_made(infodesk, tmp_path, words):
    code, _, said = infodesk(*words, on=tmp_path / "none.infodesk")
    assert code == 2
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "none.infodesk").exists()
