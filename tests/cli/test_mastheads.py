"""Mastheads by command: out, changed, in again, and an issue printed with it."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt, RGBColor

from infodesk.cli import run


@pytest.fixture
def journal(tmp_path):
    return str(tmp_path / "office.infodesk")


def said(capsys):
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_a_masthead_goes_out_and_comes_in_changed(journal, tmp_path, capsys):
    file = tmp_path / "mine.toml"
    assert run(["masthead", "export", "default", str(file), "--journal", journal]) == 0
    text = file.read_text(encoding="utf-8")
    changed = text.replace("红头（标准）", "本办红头").replace("rule = 2.25", "rule = 3")
    file.write_text(changed, encoding="utf-8")
    said(capsys)
    assert run(["masthead", "import", str(file), "--journal", journal]) == 0
    assert said(capsys) == ("mine\n", "已导入刊头“本办红头”。\n")
    assert run(["masthead", "list", "--journal", journal]) == 0
    out, _ = said(capsys)
    assert "* mine  本办红头" in out
    assert "  default  红头（标准）" in out
    back = tmp_path / "back.toml"
    assert run(["masthead", "export", "mine", str(back), "--journal", journal]) == 0
    assert "rule = 3\n" in back.read_text(encoding="utf-8")


def test_a_wrong_line_is_named_and_nothing_is_kept(journal, tmp_path, capsys):
    file = tmp_path / "mine.toml"
    run(["masthead", "export", "compact", str(file), "--journal", journal])
    text = file.read_text(encoding="utf-8").replace("红头（紧凑）", "我的")
    file.write_text(text.replace('"#C8102E"', '"rot"'), encoding="utf-8")
    said(capsys)
    assert run(["masthead", "import", str(file), "--journal", journal]) == 3
    out, err = said(capsys)
    assert out == ""
    assert "第 4 行" in err
    assert "colour" in err
    run(["masthead", "list", "--journal", journal])
    assert "*" not in said(capsys)[0]


def test_an_earlier_issue_gives_its_masthead_and_what_was_not_seen(journal, tmp_path, capsys):
    document = docx.Document()
    run_ = document.add_paragraph().add_run("示范快报")
    run_.font.size, run_.font.color.rgb = Pt(54), RGBColor(0xE6, 0, 0x12)
    document.add_paragraph("第7期")
    path = tmp_path / "第7期.docx"
    document.save(path)
    assert run(["masthead", "import", str(path), "--journal", journal]) == 0
    out, err = said(capsys)
    assert out == "own-1\n"
    assert "红线" in err
    assert "编印单位" in err
    run(["masthead", "export", "own-1", str(tmp_path / "o.toml"), "--journal", journal])
    assert '"#E60012"' in (tmp_path / "o.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["export", "nowhere", "x.toml"], 2),
        (["import", "nowhere.toml"], 2),
        (["import", "nowhere.docx"], 2),
    ],
)
def test_what_is_not_there_is_wrong_use(arguments, code, journal, capsys):
    assert run(["masthead", *arguments, "--journal", journal]) == code
    out, err = said(capsys)
    assert out == ""
    assert len(err.splitlines()) == 1
