from __future__ import annotations

import pytest

from infodesk.cli import run
from infodesk.core.items import Content, Section, VersionReason
from infodesk.workspace import Workspace


@pytest.fixture
def journal(tmp_path):
    """Return a journal whose item has one version and another text now."""
    path = tmp_path / "journal.infodesk"
    with Workspace(path) as workspace:
        item = workspace.items.add(Content("滑坡", (Section("situation", "2人受伤。"),)))
        workspace.items.keep_version(item.id, "李明", VersionReason.LEFT)
        workspace.items.autosave(
            item.id, Content("滑坡", (Section("situation", "5人受伤。"),)), item.rev
        )
    return path


def called(journal, *words):
    return run([*words, "--journal", str(journal), "--lang", "zh"])


def test_versions_are_listed_compared_and_taken_up_again(journal, capsys):
    assert called(journal, "versions", "1") == 0
    assert capsys.readouterr().out.split()[-2:] == ["离开时保留", "李明"]
    assert called(journal, "versions", "1", "--diff", "1") == 0
    assert capsys.readouterr().out == "滑坡\n[-2-][+5+]人受伤。\n"
    assert called(journal, "versions", "1", "--restore", "1", "--by", "王芳") == 0
    with Workspace(journal) as workspace:
        item = workspace.items.get("1")
        assert item.content.body == "2人受伤。"
        kept = [(v.number, v.content.body, v.by) for v in workspace.items.revisions(item.id)]
    assert kept == [(1, "2人受伤。", "李明"), (2, "5人受伤。", "王芳"), (3, "2人受伤。", "王芳")]


def test_a_version_that_is_not_there_is_refused(journal, capsys):
    for option in ("--diff", "--restore"):
        assert called(journal, "versions", "1", option, "9") == 2
        assert "没有第 9 版" in capsys.readouterr().err
    with Workspace(journal) as workspace:
        assert workspace.items.get("1").content.body == "5人受伤。"


def test_an_approved_item_does_not_go_back(journal, capsys):
    with Workspace(journal) as workspace:
        workspace.items.approve("1", "主任", "样例")
    assert called(journal, "versions", "1", "--restore", "1") == 3
    with Workspace(journal) as workspace:
        assert workspace.items.get("1").content.body == "5人受伤。"


def test_the_trash_takes_and_gives_back(journal, capsys):
    assert called(journal, "discard", "1", "--by", "李明") == 0
    assert called(journal, "list") == 0
    assert capsys.readouterr().out == ""
    assert called(journal, "recover", "1", "--by", "李明") == 0
    assert called(journal, "list") == 0
    assert "滑坡" in capsys.readouterr().out


def test_a_follow_up_is_begun_with_a_file(journal, tmp_path, capsys):
    text = tmp_path / "more.txt"
    text.write_text("截至21日8时，5名伤者全部出院。", encoding="utf-8")
    assert called(journal, "follow", "1") == 3
    with Workspace(journal) as workspace:
        workspace.items.approve("1", "主任", "样例")
    assert called(journal, "follow", "1", "--file", str(text), "--by", "李明") == 0
    made = capsys.readouterr().out.strip()
    with Workspace(journal) as workspace:
        item = workspace.items.get(made)
        assert (item.content.title, item.content.body) == (
            "滑坡续报一",
            "截至21日8时，5名伤者全部出院。",
        )
        assert item.follows == workspace.items.get("1").id
