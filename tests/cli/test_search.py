"""``infodesk search``: what it prints, what narrows it, making the index anew."""

from __future__ import annotations

import json

import pytest

from infodesk.cli import run
from infodesk.core.items import Content, Section
from infodesk.workspace import Workspace


@pytest.fixture
def journal(tmp_path):
    """Return a journal of two items."""
    path = tmp_path / "journal.infodesk"
    with Workspace(path) as workspace:
        for title, text, unit in (
            ("西关镇山体滑坡", "造成２人受伤。", "西关镇"),
            ("秋粮收购", "滑坡路段已抢通。", "粮食局"),
        ):
            workspace.items.add(Content(title, (Section("situation", text),)), unit=unit)
    return path


def called(journal, *words):
    return run(["search", *words, "--journal", str(journal), "--lang", "zh"])


def found(journal, capsys, *words):
    assert called(journal, *words, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_findings_are_printed_with_their_marks(journal, capsys):
    assert called(journal, "滑坡", "2人") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("条目  西关镇  西关镇山体【滑坡】")
    assert lines[0].split()[0] == "1"
    assert lines[1].strip() == "造成【２人】受伤。"


def test_json_has_the_documented_keys(journal, capsys):
    findings = found(journal, capsys, "滑坡")
    assert [finding["serial"] for finding in findings] == [2, 1]
    assert set(findings[0]) == {
        *("among", "id", "serial", "at", "title", "title_marks", "passage", "passage_marks"),
        *("kind", "unit", "state"),
    }
    first = findings[0]
    assert [first["passage"][start:end] for start, end in first["passage_marks"]] == ["滑坡"]
    assert (first["among"], first["kind"], first["state"]) == ("item", "event", "draft")


def test_units_are_found_and_initials_stand_for_titles_and_units(journal, capsys):
    found_units = [one for one in found(journal, capsys, "粮食") if one["among"] == "unit"]
    assert [(one["id"], one["serial"], one["at"]) for one in found_units] == [("粮食局", 0, "")]
    by_initials = found(journal, capsys, "xgz")
    assert [(one["among"], one["title"]) for one in by_initials] == [
        ("item", "西关镇山体滑坡"),
        ("unit", "西关镇"),
    ]
    assert called(journal, "粮食局") == 0
    assert capsys.readouterr().out.splitlines() == [" " * 19 + "单位  【粮食局】"]
    assert found(journal, capsys, "粮食", "--among", "item") == []
    assert found(journal, capsys, "粮食", "--to", "2000-01-01") == []


def test_findings_are_narrowed(journal, capsys):
    assert [one["serial"] for one in found(journal, capsys, "滑坡", "--unit", "西关镇")] == [1]
    assert [one["serial"] for one in found(journal, capsys, "滑坡", "--limit", "1")] == [2]
    by = found(journal, capsys, "滑坡", "--by", "relevance")
    assert [one["serial"] for one in by] == [1, 2]
    for nothing in (["--kind", "problem"], ["--among", "issue"], ["--to", "2000-01-01"]):
        assert found(journal, capsys, "滑坡", *nothing) == []
    assert len(found(journal, capsys, "滑坡", "--from", "2000-01-01", "--among", "item")) == 2


def test_the_index_is_made_anew(journal, capsys):
    assert called(journal, "--rebuild") == 0
    said = capsys.readouterr()
    assert "2 / 2" in said.err
    assert "已重建" in said.err
    assert said.out == ""
    assert len(found(journal, capsys, "滑坡")) == 2


def test_a_search_takes_in_what_is_pending(journal, capsys):
    assert len(found(journal, capsys, "滑坡")) == 2
    with Workspace(journal) as workspace:
        assert workspace.search.index.pending() == 0


def test_bad_input_is_answered(journal, tmp_path, capsys):
    assert called(journal) == 2
    assert "TEXT" in capsys.readouterr().err
    assert called(journal, "滑坡", "--from", "昨天") == 2
    assert called(journal, "滑坡", "--limit", "0") == 2
    assert called(tmp_path / "nowhere.infodesk", "滑坡") == 2
    assert not (tmp_path / "nowhere.infodesk").exists()
    assert called(journal, "没有这个") == 0
    assert "没有找到“没有这个”" in capsys.readouterr().err
