"""``infodesk check`` on files and folders: lines, details, JSON, fixes, duplicates, exit codes."""

from __future__ import annotations

import json
import shutil

import pytest

from infodesk import paths
from infodesk.cli import checks, many_files, run

GOOD = (
    "东街供水管道破裂\n3月5日2时，示范县东街供水管道破裂，影响{n}户居民用水，沿街5家商铺进水，无人员伤亡。"
    "县水务公司赶赴现场抢修，关停上游阀门，更换破裂管道。截至6时，供水已恢复，商铺积水已排干。"
)
BAD = "东街供水管道破裂\n3月5日2时，示范县东街供水管道破裂，影响320户居民用水，沿街5家商铺进水。"


@pytest.fixture
def month(tmp_path):
    folder = tmp_path / "drafts"
    (folder / "week1").mkdir(parents=True)
    (folder / "week1" / "a.txt").write_text(GOOD.format(n=12), encoding="utf-8")
    (folder / "b.txt").write_text(BAD, encoding="gb18030")
    (folder / "~$b.docx").write_bytes(b"lock")
    (folder / "note.md").write_text("no draft", encoding="utf-8")
    return folder


def test_a_folder_gives_one_line_a_file_and_a_summary(month, capsys):
    assert run(["check", str(month)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("情况● 应对措施○ 工作进展○  必须 2")
    assert lines[0].endswith("b.txt")
    assert lines[1].startswith("情况● 应对措施● 工作进展●  必须 0")
    assert lines[2] == "共 2 个文件：1 个没有“必须”，1 个有（2 条），0 个读不出。"


def test_details_follow_where_they_are_asked_for_or_there_is_one_file(month, capsys):
    run(["check", str(month), "--details"])
    assert "必须  缺“应对措施”：全文没有一句说到。  (part-missing)" in capsys.readouterr().out
    assert run(["check", str(month / "b.txt")]) == 1
    out = capsys.readouterr().out
    assert "缺“应对措施”" in out
    assert "共" not in out


def test_a_file_that_can_not_be_read_is_named_and_the_others_are_checked(month, capsys):
    (month / "broken.docx").write_bytes(b"no zip")
    (month / "empty.txt").write_bytes(b"")
    assert run(["check", str(month), "--json"]) == 3
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "broken.docx" in captured.err
    assert "empty.txt" in captured.err
    assert run(["check", str(month)]) == 3
    assert "2 个读不出" in capsys.readouterr().out


def test_the_json_shape_is_the_promised_one(month, capsys):
    run(["check", str(month), "--json"])
    shapes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    keys = ["file", "profile", "sections", "sentences", "elements", "findings"]
    for shape in shapes:
        assert list(shape)[:6] == keys
        for finding in shape["findings"]:
            assert {"rule", "severity", "section", "start", "end", "message"} <= set(finding)


def test_a_text_that_comes_twice_is_named_at_the_later_file(month, capsys):
    (month / "week1" / "c.txt").write_text(GOOD.format(n=15), encoding="utf-8")
    assert run(["check", str(month), "--json"]) == 1
    shapes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    told = {
        shape["file"]: finding["message"]
        for shape in shapes
        for finding in shape["findings"]
        if finding["rule"] == "near-duplicate"
    }
    (file,) = told
    assert file.endswith("c.txt")
    assert "a.txt" in told[file]


def test_a_file_named_twice_is_no_duplicate_of_itself(month, capsys):
    run(["check", str(month), str(month / "b.txt"), "--details"])
    assert "near-duplicate" not in capsys.readouterr().out


def test_fixed_copies_are_written_beside_and_nothing_is_overwritten(month, tmp_path, capsys):
    wrong = "东街停水\n3月5日2时,示范县东街停水，影响１２户。。\n"
    (month / "b.txt").write_text(wrong, encoding="utf-8")
    target = tmp_path / "fixed"
    for name in ("b.txt", "b-2.txt"):
        run(["check", str(month / "b.txt"), "--fix", str(target)])
        assert (target / name).read_text(encoding="utf-8") == (
            "东街停水\n3月5日2时，示范县东街停水，影响12户。\n"
        )
    assert (month / "b.txt").read_text(encoding="utf-8") == wrong
    assert "改好 3 处" in capsys.readouterr().err
    run(["check", str(month / "week1" / "a.txt"), "--fix", str(target)])
    assert sorted(file.name for file in target.iterdir()) == ["b-2.txt", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere.txt"], 2),
        (["."], 2),
        (["x.txt", "--profile", "nowhere"], 2),
        (["x.txt", "--fix", "no/such/folder"], 2),
        (["x.txt", "--fix", "x.txt"], 2),
        (["x.txt", "--previous", "nowhere.txt"], 2),
        (["x.txt", "--source", "nowhere.txt"], 2),
    ],
)
def test_wrong_use_is_one_sentence(arguments, code, tmp_path, monkeypatch, capsys):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    if "x.txt" in arguments:
        (tmp_path / "empty" / "x.txt").write_text(GOOD, encoding="utf-8")
    assert run(["check", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1


def test_the_report_before_and_papers_on_file_are_compared_with(tmp_path, capsys):
    (tmp_path / "first.txt").write_text("东街车祸\n3月5日2时，东街发生车祸，造成3人死亡。", "utf-8")
    (tmp_path / "next.txt").write_text(
        "东街车祸续报一\n截至3月5日8时，东街车祸造成2人死亡。", "utf-8"
    )
    speech = "把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强县。"
    (tmp_path / "speech.txt").write_text(speech, "utf-8")
    (tmp_path / "copy.txt").write_text(f"县工信局开会\n3月5日，县工信局提出{speech}", "utf-8")
    run(["check", str(tmp_path / "next.txt"), "--previous", str(tmp_path / "first.txt")])
    assert "死亡人数由上一报（first）的 3 减为 2" in capsys.readouterr().out
    run(["check", str(tmp_path / "copy.txt"), "--source", str(tmp_path / "speech.txt")])
    assert "与“speech”相同" in capsys.readouterr().out


def test_many_files_are_checked_by_several_processes_with_the_same_result(
    month, monkeypatch, capsys
):
    shutil.copytree(paths.resources() / "samples", month / "more")
    (month / "broken.docx").write_bytes(b"no zip")
    assert run(["check", str(month), "--json"]) == 3
    alone = capsys.readouterr()
    monkeypatch.setattr(many_files, "MANY", 2)
    monkeypatch.setattr(many_files.os, "cpu_count", lambda: 2)
    assert run(["check", str(month), "--json"]) == 3
    assert capsys.readouterr() == alone


def test_the_rules_of_the_office_apply_with_its_journal(month, tmp_path, capsys):
    journal = str(tmp_path / "office.infodesk")
    assert run(["rule", "set", "part-missing", "--weight", "off", "--journal", journal]) == 0
    capsys.readouterr()
    assert run(["check", str(month), "--journal", journal]) == 0
    assert "必须 0" in capsys.readouterr().out.splitlines()[0]
    assert run(["check", str(month)]) == 1


def test_how_far_it_is_is_told_beside_lines_that_go_elsewhere(month, monkeypatch, capsys):
    (month / "broken.docx").write_bytes(b"no zip")
    monkeypatch.setattr(checks, "MANY_TO_WATCH", 1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    run(["check", str(month)])
    captured = capsys.readouterr()
    assert "已检查" not in captured.out
    told = captured.err.replace("\n", "\r").split("\r")
    assert [piece for piece in told if piece.startswith("已检查")] == [
        f"已检查 {done} / 3" for done in range(4)
    ]
    assert any("broken.docx" in piece and "已检查" not in piece for piece in told)


def test_no_count_runs_into_lines_that_go_to_the_screen(month, monkeypatch, capsys):
    monkeypatch.setattr(checks, "MANY_TO_WATCH", 1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    run(["check", str(month)])
    captured = capsys.readouterr()
    assert captured.err == "正在检查 2 个文件……\n"
    assert len(captured.out.splitlines()) == 3
