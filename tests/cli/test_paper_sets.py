from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from infodesk.cli import run
from infodesk.core.items import Content, Section
from infodesk.workspace import Workspace


@pytest.fixture
def journal(tmp_path):
    """Return a journal with two approved items and a draft."""
    path = tmp_path / "journal.infodesk"
    with Workspace(path) as workspace:
        workspace.settings.set("office.name", "示范县委办公室信息科")
        workspace.settings.set("office.superior", "示范市委办公室")
        for title in ("西关镇山体滑坡", "秋粮收购进度过半"):
            text = f"{title}的情况。\n一、措施\n已转移群众41人。"
            item = workspace.items.add(
                Content(title, (Section("whole", text),)), unit="西关镇", author="撰稿甲"
            )
            workspace.items.approve(item.id, "王主任", "样例")
        workspace.items.add(Content("草稿", (Section("whole", "未签发。"),)))
    return path


def called(journal, *words):
    return run([*map(str, words), "--journal", str(journal), "--lang", "zh"])


def text_of(pdf: Path) -> str:
    reader = PdfReader(BytesIO(pdf.read_bytes()))
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_the_set_holds_list_slip_and_each_text(journal, tmp_path):
    pdf, word = tmp_path / "set.pdf", tmp_path / "set.docx"
    done = called(journal, "batch", "paper", 1, 2, "--pdf", pdf, "--docx", word, "--disc", "47.idb")
    assert done == 0
    text = text_of(pdf)
    for wanted in (
        "信息报送清单示范市委办公室：现报送信息2条，",
        "1西关镇山体滑坡综合情况西关镇",
        "报送材料交接登记表",
        "批次文件47.idb",
        "第2条秋粮收购进度过半",
        "已转移群众41人。（西关镇）",
    ):
        assert wanted in text, wanted
    assert "撰稿甲" not in text
    tables = docx.Document(str(word)).tables
    assert [len(table.rows) for table in tables] == [3, 7]


def test_the_fields_are_printed_to_be_copied(journal, capsys):
    assert called(journal, "batch", "fields", 1, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["标题"], found["报送单位"], found["签发人"]) == (
        "西关镇山体滑坡",
        "西关镇",
        "王主任",
    )
    assert found["正文"].startswith("西关镇山体滑坡的情况。\n")
    assert "撰稿甲" not in json.dumps(found, ensure_ascii=False)
    assert called(journal, "batch", "fields", 1) == 0
    assert "【标题】西关镇山体滑坡\n" in capsys.readouterr().out


def test_a_draft_goes_on_no_paper(journal, tmp_path, capsys):
    pdf = tmp_path / "set.pdf"
    assert called(journal, "batch", "paper", 1, 3, "--pdf", pdf) == 3
    assert "草稿" in capsys.readouterr().err
    assert not pdf.exists()
    assert called(journal, "batch", "paper", 1) == 2


def test_what_was_approved_is_printed_although_the_draft_goes_on(journal, tmp_path):
    with Workspace(journal) as workspace:
        entry = workspace.paper_items(["1"])[0]
        assert entry.content.sha256() == entry.approval.sha256


def test_personal_data_goes_on_no_paper_unless_it_was_looked_at(journal, tmp_path, capsys):
    number = "13812345678"
    with Workspace(journal) as workspace:
        item = workspace.items.add(Content("伤者送医", (Section("whole", f"家属电话 {number}。"),)))
        workspace.items.approve(item.id, "王主任", "样例")
    pdf = tmp_path / "set.pdf"
    assert called(journal, "batch", "paper", 1, 4, "--pdf", pdf) == 0
    assert "1 处个人信息" in capsys.readouterr().err
    assert number not in text_of(pdf)
    assert "138****5678" in text_of(pdf)
    assert called(journal, "batch", "fields", 4, "--json") == 0
    out, err = capsys.readouterr()
    assert number not in json.loads(out)["正文"]
    assert "--keep-personal" in err
    kept = ("--keep-personal", 4)
    assert called(journal, "batch", "paper", 1, 4, "--pdf", pdf, *kept) == 0
    assert number in text_of(pdf)
    assert "个人信息" not in capsys.readouterr().err
    assert called(journal, "batch", "fields", 4, "--json", *kept) == 0
    out, err = capsys.readouterr()
    assert number in json.loads(out)["正文"]
    assert not err
