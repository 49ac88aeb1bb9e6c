"""Rules and kinds by command: out, changed, in again, restored."""

from __future__ import annotations

import pytest

from infodesk.cli import run
from infodesk.core.checking.catalogue import RULE_IDS

TEXT = "东街停水\n昨日，示范县东街停水。"


@pytest.fixture
def journal(tmp_path):
    return str(tmp_path / "office.infodesk")


@pytest.fixture
def said(capsys):
    def _said(*arguments, code=0):
        assert run(list(arguments)) == code
        captured = capsys.readouterr()
        return captured.out, captured.err

    return _said


def test_a_kind_goes_out_and_comes_in_changed_and_is_restored(journal, tmp_path, said):
    file = tmp_path / "event.toml"
    said("profile", "export", "event", str(file), "--journal", journal)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('title = "工作进展"', 'title = "当前进展"'), encoding="utf-8")
    out, err = said("profile", "import", str(file), "--journal", journal)
    assert (out, err) == ("event\n", "已导入类别“综合情况”。\n")
    out, _ = said("profile", "list", "--journal", journal)
    assert "* event  综合情况  情况 · 应对措施 · 当前进展" in out
    assert "  urgent  突发事件" in out
    item = tmp_path / "a.txt"
    item.write_text(TEXT, encoding="utf-8")
    out, _ = said("check", str(item), "--journal", journal, code=1)
    assert "缺“当前进展”" in out
    said("profile", "restore", "event", "--journal", journal)
    assert "*" not in said("profile", "list", "--journal", journal)[0]


def test_items_are_added_as_the_office_s_own_kind(journal, tmp_path, said):
    file = tmp_path / "visit.toml"
    said("profile", "export", "problem", str(file), "--journal", journal)
    text = file.read_text(encoding="utf-8").replace('key = "problem"', 'key = "visit"', 1)
    file.write_text(text.replace('name = "问题"', 'name = "接访"'), encoding="utf-8")
    assert said("profile", "import", str(file), "--journal", journal)[0] == "visit\n"
    item = tmp_path / "a.txt"
    item.write_text(TEXT, encoding="utf-8")
    said("add", str(item), "--kind", "visit", "--journal", journal)
    _, err = said("approve", "1", "--by", "李明", "--journal", journal, code=3)
    assert "责任单位或趋势" in err


def test_only_an_unused_kind_of_the_office_s_own_is_removed(journal, tmp_path, said):
    file = tmp_path / "visit.toml"
    said("profile", "export", "problem", str(file), "--journal", journal)
    text = file.read_text(encoding="utf-8").replace('key = "problem"', 'key = "visit"', 1)
    file.write_text(text.replace('name = "问题"', 'name = "接访"'), encoding="utf-8")
    said("profile", "import", str(file), "--journal", journal)
    item = tmp_path / "a.txt"
    item.write_text(TEXT, encoding="utf-8")
    said("add", str(item), "--kind", "visit", "--journal", journal)
    assert "还有条目" in said("profile", "remove", "visit", "--journal", journal, code=3)[1]
    assert "不能删除" in said("profile", "remove", "event", "--journal", journal, code=3)[1]
    other = str(tmp_path / "other.infodesk")
    said("profile", "import", str(file), "--journal", other)
    assert "接访" in said("profile", "remove", "visit", "--journal", other)[1]
    assert "visit" not in said("profile", "list", "--journal", other)[0]


def test_a_wrong_line_of_a_kind_is_named(journal, tmp_path, said):
    file = tmp_path / "mine.toml"
    said("profile", "export", "event", str(file), "--journal", journal)
    text = file.read_text(encoding="utf-8").replace("minimum = 20", "minimum = twenty")
    file.write_text(text, encoding="utf-8")
    out, err = said("profile", "import", str(file), "--journal", journal, code=3)
    assert out == ""
    assert "mine.toml" in err
    assert "minimum = twenty" in err


def test_rules_are_listed_explained_and_changed(journal, tmp_path, said):
    out, _ = said("rule", "list", "--journal", journal)
    assert all(f"  {rule}  " in out for rule in RULE_IDS)
    out, _ = said("rule", "show", "weekday-wrong", "--journal", journal)
    assert out.startswith("{日期} 是星期{应为}，文中写的是星期{文中的写法}。\n分量\n  建议\n依据\n")
    assert "2026年3月5日（星期五）" in out
    item = tmp_path / "a.txt"
    item.write_text(TEXT, encoding="utf-8")
    wording = "“{词语}”要写几月几日"
    said(
        "rule",
        "set",
        "relative-date",
        "--weight",
        "must",
        "--wording",
        wording,
        "--journal",
        journal,
    )
    out, _ = said("check", str(item), "--journal", journal, code=1)
    assert "必须  “昨日”要写几月几日  (relative-date)" in out
    file = tmp_path / "rules.toml"
    said("rule", "export", str(file), "--journal", journal)
    said("rule", "restore", "relative-date", "--journal", journal)
    assert "*" not in said("rule", "list", "--journal", journal)[0]
    _, err = said("rule", "import", str(file), "--journal", journal)
    assert err == "已导入 1 条规则的改动。\n"
    out, _ = said("rule", "list", "--journal", journal)
    assert f"* {'relative-date':<28}必须  “…”要写几月几日" in out
    out, _ = said("rule", "show", "title-plays-down", "--journal", journal)
    assert "\n  建议  突发事件 必须\n" in out
    said("rule", "restore", "--journal", journal)
    assert "*" not in said("rule", "list", "--journal", journal)[0]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["rule", "show", "nowhere"], 2),
        (["rule", "set", "nowhere", "--weight", "off"], 2),
        (["rule", "set", "classified", "--weight", "off"], 3),
        (["rule", "set", "praise", "--wording", "{"], 3),
        (["rule", "import", "nowhere.toml"], 2),
        (["profile", "export", "nowhere", "x.toml"], 2),
        (["profile", "import", "nowhere.toml"], 2),
        (["profile", "restore", "nowhere"], 2),
    ],
)
def test_what_can_not_be_done_is_one_sentence(arguments, code, journal, said):
    out, err = said(*arguments, "--journal", journal, code=code)
    assert out == ""
    assert len(err.splitlines()) == 1
