"""``infodesk drop`` from setting to importing, over a shared folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from infodesk.cli import run
from infodesk.core.items import Content, Section
from infodesk.core.stations import fingerprint
from infodesk.workspace import Workspace

PASSWORD = "no-one-else-5520"


@pytest.fixture
def desks(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return the journals of a county and a city, and the folder they share."""
    share = tmp_path / "共享"
    paths = []
    for name in ("county", "city"):
        (tmp_path / name).mkdir()
        paths.append(tmp_path / name / "office.infodesk")
    share.mkdir()
    return paths[0], paths[1], share


def export(journal: Path, title: str) -> None:
    with Workspace(journal) as workspace:
        item = workspace.items.add(Content(title, (Section("whole", f"{title}已办结。"),)))
        workspace.items.approve(item.id, "主任", despite="样例")
        workspace.outgoing.export([item.id], journal.parent)


def drop(journal: Path, *words: str) -> int:
    return run(["drop", *words, "--journal", str(journal), "--lang", "zh"])


def test_the_whole_way_over_a_shared_folder(desks, capsys):
    county, city, share = desks
    assert (
        drop(county, "set", "folder", str(share), "--send-to", "上报\\", "--fetch-from", "下") == 0
    )
    assert drop(city, "set", "folder", str(share), "--send-to", "下", "--fetch-from", "上报") == 0
    assert drop(county, "test") == 0
    export(county, "秋粮收购")
    capsys.readouterr()
    assert drop(county, "sync", "--once") == 0
    said = capsys.readouterr().out
    name = said.removeprefix("已送出  ").strip()
    assert (share / "上报" / name).exists()
    assert drop(county, "show") == 0
    assert f"已送出  {name}  folder {share}/上报" in capsys.readouterr().out

    # Nothing is imported by itself, and of an unknown sender not even with --import.
    assert drop(city, "sync", "--once", "--import") == 0
    got = capsys.readouterr()
    assert got.out == f"已收取  {city.parent / 'inbox' / name}\n"
    assert "没有导入" in got.err
    assert _titles(city) == []
    with Workspace(county) as sender, Workspace(city) as receiver:
        card = sender.stations.own()
        receiver.stations.trust(card, fingerprint(card), by="赵科长")
    assert run(["batch", "import", str(city.parent / "inbox" / name), "--journal", str(city)]) == 0
    export(county, "冬季供暖")
    assert drop(county, "sync", "--once") == 0
    assert drop(city, "sync", "--once") == 0
    assert len(_titles(city)) == 1
    assert drop(city, "sync", "--once", "--import") == 0
    assert sorted(_titles(city)) == ["冬季供暖", "秋粮收购"]
    capsys.readouterr()
    assert drop(city, "sync", "--once", "--import") == 0
    assert capsys.readouterr().out == ""


def _titles(journal: Path) -> list[str]:
    from infodesk.core.items import ItemFilter

    with Workspace(journal) as workspace:
        return [row.title for row in workspace.items.rows(ItemFilter())]


def test_a_share_that_is_not_connected_is_one_sentence(desks, tmp_path, capsys):
    county, _, share = desks
    drop(county, "set", "folder", str(share))
    export(county, "秋粮收购")
    share.rmdir()
    for words in (("sync", "--once"), ("test",)):
        capsys.readouterr()
        assert drop(county, *words) == 4
        assert "找不到投递箱" in capsys.readouterr().err
    share.mkdir()
    assert drop(county, "sync", "--once") == 0


def test_without_a_drop_there_is_nothing_to_tend(desks, capsys):
    county, _, share = desks
    for words in (("show",), ("test",), ("sync", "--once")):
        assert drop(county, *words) == 2
        assert "还没有设置投递箱" in capsys.readouterr().err
    drop(county, "set", "folder", str(share))
    drop(county, "set", "none")
    assert drop(county, "show") == 2


def test_a_password_is_kept_only_where_that_is_agreed_to_and_never_shown(
    desks, capsys, monkeypatch
):
    county, _, _ = desks
    words = ["set", "webdav", "http://127.0.0.1:9/x", "--user", "u", "--password-stdin"]

    def given() -> None:
        monkeypatch.setattr("sys.stdin", _Lines(PASSWORD))

    given()
    assert drop(county, *words) == 3
    assert drop(county, "show") == 2
    given()
    assert drop(county, *words, "--plain") == 0
    assert drop(county, "show") == 0
    assert drop(county, "sync", "--once") == 4
    said = capsys.readouterr()
    assert "密码  已保存" in said.out
    assert PASSWORD not in said.out + said.err


class _Lines:
    def __init__(self, line: str) -> None:
        self.line = line

    def readline(self) -> str:
        return self.line + "\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "folder"), 2),
        (("set", "carrier-pigeon", "x"), 2),
        (("set", "sftp", "host"), 2),
        (("set", "webdav", "https://u:p@host/"), 2),
        (("set", "folder", "x", "--send-to", "../y"), 2),
        (("set", "folder", "x", "--every", "0"), 2),
        (("set", "sftp", "sftp://h/", "--key-file", "nowhere"), 2),
    ],
)
def test_wrong_settings_are_refused(desks, words, code):
    assert drop(desks[0], *words) == code


def test_a_missing_extra_is_named(desks, capsys, monkeypatch):
    county, _, _ = desks
    monkeypatch.setitem(__import__("sys").modules, "webdav4.fsspec", None)
    assert drop(county, "set", "webdav", "http://127.0.0.1:9/x") == 0
    assert drop(county, "sync", "--once") == 4
    assert "infodesk[drop]" in capsys.readouterr().err
