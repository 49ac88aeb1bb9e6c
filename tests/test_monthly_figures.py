"""Months as Parquet, and the recipe of the help page run on them by DuckDB."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from pyarrow import parquet

from infodesk import paths
from infodesk.cli import run
from infodesk.core.batches import BatchRecord, BatchStatus, Direction, Party
from infodesk.core.items import Content, Section
from infodesk.core.months import Month, months
from infodesk.workspace import Workspace
from tests.conftest import CHINA, FixedClock

PAGE = paths.resources() / "help" / "scale.md"
TITLE, BODY, AUTHOR, SIGNER = "西关镇山体滑坡", "群众张三被困已救出。", "李明作者", "王主任签发"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a journal with items of two months, one of them issued and sent."""
    clock = FixedClock(datetime(2026, 9, 30, 23, 30, tzinfo=CHINA))
    with Workspace(tmp_path / "office.infodesk", clock=clock) as workspace:
        workspace.settings.set("office.name", "示范县")
        add(workspace, "西关镇")
        clock.advance(hours=1)
        second = add(workspace, "西河乡")
        workspace.items.approve(second, SIGNER, despite="样例")
        series = workspace.bulletins.add_series(
            key="xinxi", name="示范信息", issuer="", masthead="default", next_number=1, next_total=9
        )
        issue = workspace.bulletins.open_issue(series.id, [second])
        workspace.bulletins.sign(issue.id, SIGNER, clock.now().date())
        workspace.outgoing.export([second], tmp_path / "1.idb", by=AUTHOR)
        gone = add(workspace, "删了的")
        workspace.items.discard(gone, AUTHOR)
        now = clock.now()
        sender, ours = Party("c0ffee", "示范乡"), Party()
        with workspace.batches.atomic():
            workspace.batches.insert(
                BatchRecord(
                    "b1",
                    Direction.RECEIVED,
                    BatchStatus.ACTUAL,
                    "d",
                    now,
                    now,
                    "",
                    sender,
                    ours,
                    None,
                ),
                [],
            )
        clock.advance(days=45)
        add(workspace, "本月的")
    return tmp_path / "office.infodesk"


def add(workspace: Workspace, unit: str) -> str:
    sections = (Section("situation", BODY), Section("measures", "已转移12户。"))
    item = workspace.items.add(Content(TITLE, sections), unit=unit, author=AUTHOR)
    return item.id


def export(journal: Path, folder: Path, *words: str) -> int:
    given = ["statistics", "export", "--parquet", str(folder), *words]
    return run([*given, "--journal", str(journal), "--lang", "zh"])


@pytest.fixture
def november(monkeypatch):
    """Let it be the middle of November 2026."""
    moment = datetime(2026, 11, 14, 9, 0, tzinfo=CHINA)
    monkeypatch.setattr("infodesk.workspace.SystemClock.now", lambda _self: moment)


def files(folder: Path) -> dict[str, bytes]:
    return {
        f"{path.parent.parent.name} {path.parent.name}": path.read_bytes()
        for path in sorted(folder.rglob("*.parquet"))
    }


@pytest.mark.usefixtures("november")
def test_closed_months_are_written_one_file_a_table(office, tmp_path, capsys):
    folder = tmp_path / "统计"
    assert export(office, folder) == 0
    assert set(files(folder)) == {
        f"{table} month=2026-{month}"
        for table in ("items", "issues", "batches")
        for month in ("09", "10")
    }
    assert len(capsys.readouterr().out.splitlines()) == 6
    (september,) = folder.glob("items/month=2026-09/*.parquet")
    (october,) = folder.glob("items/month=2026-10/*.parquet")
    assert [row["unit"] for row in parquet.read_table(september).to_pylist()] == ["西关镇"]
    (row,) = parquet.read_table(october).to_pylist()
    assert (row["unit"], row["issued"], row["sent"]) == ("西河乡", True, True)
    assert row["characters"] > 0
    assert dict(row["sections"])["situation"] in {"full", "weak", "missing"}


@pytest.mark.usefixtures("november")
def test_nothing_that_was_written_and_nobody_leaves(office, tmp_path):
    folder = tmp_path / "统计"
    export(office, folder)
    told = ""
    for path in folder.rglob("*.parquet"):
        told += str(parquet.read_table(path).to_pylist()) + str(parquet.read_schema(path))
        told += path.read_bytes().decode("utf-8", "replace")
    for word in (TITLE, BODY, "张三", AUTHOR, SIGNER, "删了的", "本月的"):
        assert word not in told
    assert "西关镇" in told


@pytest.mark.usefixtures("november")
def test_the_same_journal_gives_the_same_bytes(office, tmp_path):
    export(office, tmp_path / "a")
    export(office, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")


@pytest.mark.usefixtures("november")
def test_a_month_that_is_there_is_left_alone_unless_asked(office, tmp_path, capsys):
    folder = tmp_path / "统计"
    export(office, folder, "--to", "2026-09")
    assert len(files(folder)) == 3
    before = files(folder)
    for path in folder.rglob("*.parquet"):
        path.write_bytes(b"counted with")
    export(office, folder)
    assert len(files(folder)) == 6
    assert set(files(folder).values()) >= {b"counted with"}
    export(office, folder, "--from", "2026-09", "--to", "2026-09", "--again")
    assert {key: files(folder)[key] for key in before} == before


@pytest.mark.usefixtures("november")
@pytest.mark.parametrize(
    "words", [("--to", "2026-11"), ("--from", "2026-13"), ("--to", "2026-1"), ("--to", "x")]
)
def test_a_month_that_is_open_or_none_is_refused(office, tmp_path, words):
    assert export(office, tmp_path / "统计", *words) == 2
    assert not (tmp_path / "统计").exists()


def test_an_empty_journal_has_nothing_to_export(tmp_path):
    assert export(tmp_path / "new.infodesk", tmp_path / "统计") == 0
    assert not (tmp_path / "统计").exists()


def test_a_missing_extra_is_named(office, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    assert export(office, tmp_path / "统计", "--to", "2026-09") == 4
    assert "infodesk[scale]" in capsys.readouterr().err


def recipes() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.usefixtures("november")
def test_each_recipe_of_the_help_page_runs_and_counts_right(office, tmp_path, monkeypatch):
    export(office, tmp_path / "统计")
    monkeypatch.chdir(tmp_path)
    found = [duckdb.sql(recipe) for recipe in recipes()]
    assert len(found) == 6
    totals = found[0].fetchall()
    assert [(row[0], row[2], row[3], row[4]) for row in totals] == [(2026, 2, 1, 50.0)]
    assert [row[1:] for row in found[1].fetchall()] == [(2, 1, 1)]
    assert [row[:2] for row in found[2].fetchall()] == [("西河乡", 1)]
    assert found[3].fetchall() == []
    assert found[4].fetchall() == [("示范信息", 2026, 1, 1)]
    merged = duckdb.sql("SELECT count(*) FROM '2026年.parquet'").fetchall()
    assert merged == [(2,)]
    assert os.path.getsize("2026年.parquet") > 0  # noqa: PTH202


def test_the_columns_of_the_help_page_are_those_of_the_files(office, tmp_path):
    page = PAGE.read_text(encoding="utf-8")
    export(office, tmp_path / "统计", "--to", "2026-09")
    for table in ("items", "issues", "batches"):
        (line,) = re.findall(rf"^\| `{table}` \|.*$", page, re.MULTILINE)
        (path, *_) = (tmp_path / "统计" / table).rglob("*.parquet")
        named = set(re.findall(r"`(\w+)`", line)) | {table}
        columns = set(parquet.read_schema(path).names)
        assert columns <= named, table


def test_months_follow_each_other_over_the_year():
    span = list(months(Month(2025, 11), Month(2026, 2)))
    assert [str(month) for month in span] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert Month(2026, 1).before() == Month(2025, 12)
    assert [month.next() for month in span[:-1]] == span[1:]
