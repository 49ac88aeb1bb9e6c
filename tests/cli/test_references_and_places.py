"""Documents and speeches on file, and the office's place names, by command and in a check."""

from __future__ import annotations

import json

import pytest

from infodesk.cli import run

SPEECH = (
    "要牢牢把握高质量发展这个首要任务，把发展经济的着力点放在实体经济上，推进新型工业化，"
    "加快建设制造强县，促进数字经济和实体经济深度融合。"
)
COPIED = f"县工信局推进工业发展\n3月5日，县工信局召开会议，提出{SPEECH[17:]}\n"
PLACED = "老鸦窝的群众反映，自来水发黄。\n"


@pytest.fixture
def office(tmp_path, capsys):
    """Return a function that runs a command on one journal and returns what it printed."""
    journal = str(tmp_path / "office.infodesk")

    def act(*arguments, code=0):
        assert run([*map(str, arguments), "--journal", journal]) == code
        captured = capsys.readouterr()
        return captured.out, captured.err

    return act


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a text file."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_texts_are_put_on_file_listed_shown_and_taken_off(office, file):
    file("in/在全县大会上的讲话.txt", SPEECH)
    file("in/一号文件.txt", "关于做好秋收工作的通知\n各乡镇：\n抓紧抢收。")
    assert office("reference", "add", file("in/x.txt", "第三篇").parent) == ("1\n2\n3\n", "")
    out, _ = office("reference", "list")
    assert [line.split()[-1] for line in out.splitlines()] == [
        "在全县大会上的讲话",
        "一号文件",
        "x",
    ]
    row = json.loads(office("reference", "list", "--json")[0].splitlines()[0])
    assert (row["number"], row["title"], row["characters"]) == (
        3,
        "在全县大会上的讲话",
        len(SPEECH),
    )
    assert office("reference", "show", 3)[0] == f"{SPEECH}\n"
    assert office("reference", "remove", 1, 3)[1].count("已删除") == 2
    assert len(office("reference", "list")[0].splitlines()) == 1
    assert "编号为 3" in office("reference", "show", 3, code=2)[1]


def test_what_may_not_be_kept_is_named_and_the_others_are(office, file):
    secret = file("in/密.txt", f"秘密★一年\n{SPEECH}")
    known = file("in/讲话.txt", SPEECH)
    again = file("in/再讲.txt", SPEECH)
    out, err = office("reference", "add", secret, known, again, "nowhere.txt", code=3)
    assert out == "1\n"
    assert "密级标志“秘密”" in err
    assert "已存为“讲话”" in err
    assert office("reference", "add", secret, "--title", "公开", code=3)[0] == ""


def test_a_check_names_the_text_that_was_copied(office, file):
    item = file("item.txt", COPIED)
    before = office("check", item, "--json", code=1)[0]
    assert "copied-passage" not in before
    office("reference", "add", file("s.txt", SPEECH), "--title", "在全县大会上的讲话")
    office("reference", "add", file("t.txt", "关于做好秋收工作的通知"))
    found = json.loads(office("check", item, "--json", code=1)[0])["findings"]
    (copied,) = [each for each in found if each["rule"] == "copied-passage"]
    assert "与“在全县大会上的讲话”相同" in copied["message"]
    start, end = copied["start"], copied["end"]
    assert SPEECH.startswith(COPIED[start:end].strip("。"), 17)


def test_an_approval_looks_at_what_is_on_file(office, file):
    office("rule", "set", "copied-passage", "--weight", "must")
    text = COPIED + "目前，已签约12家企业。会后，县工信局组织人员上门服务。\n"
    office("add", file("item.txt", text), "--kind", "synthesis")
    office("reference", "add", file("s.txt", SPEECH), "--title", "在全县大会上的讲话")
    _, err = office("approve", 1, "--by", "王主任", code=3)
    assert "在全县大会上的讲话" in err
    office("reference", "remove", 1)
    _, err = office("approve", 1, "--by", "王主任", "--despite", "照发")
    assert "在全县大会上的讲话" not in err


def test_place_names_are_added_listed_and_used(office, file, tmp_path):
    item = file("item.txt", PLACED)
    assert json.loads(office("check", item, "--json", code=1)[0])["elements"]["place"] == []
    assert office("place", "add", "老鸦窝", "十八盘", "老鸦窝")[1] == "新增 2 个地名。\n"
    listed = file("towns.txt", "十八盘\t西关镇\n黄土坎\t青石乡\n")
    assert office("place", "import", listed)[1] == "新增 1 个地名。\n"
    assert office("place", "list")[0] == "老鸦窝\n十八盘\n黄土坎\n"
    assert json.loads(office("check", item, "--json", code=1)[0])["elements"]["place"] == [[0, 3]]
    office("place", "export", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == "老鸦窝\n十八盘\n黄土坎\n"
    assert office("place", "remove", "老鸦窝")[1] == "删除 1 个地名。\n"
    assert "一个都没有添加" in office("place", "add", "黄土坎，西", code=3)[1]


def test_both_travel_with_an_export_of_the_journal(office, file, tmp_path, capsys):
    office("place", "add", "老鸦窝")
    office("reference", "add", file("s.txt", SPEECH), "--title", "讲话")
    office("journal", "export", "--to", tmp_path / "all.zip")
    other = tmp_path / "other.infodesk"
    assert run(["journal", "import", str(tmp_path / "all.zip"), "--journal", str(other)]) == 0
    capsys.readouterr()
    assert run(["place", "list", "--journal", str(other)]) == 0
    assert run(["reference", "show", "1", "--journal", str(other)]) == 0
    assert capsys.readouterr().out == f"老鸦窝\n{SPEECH}\n"
