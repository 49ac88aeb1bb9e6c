"""The journal itself by command: looked over for damage, its chain followed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infodesk.cli import run
from infodesk.storage.engine import sqlite
from infodesk.workspace import Workspace
from tests.exchange.conftest import batch_of, made, text


@pytest.fixture
def journal(tmp_path, capsys):
    """Return a journal with one approved item."""
    file = tmp_path / "稿.txt"
    file.write_text("西关镇积水点全部消除\n全县 12 处积水点已于 3 月 5 日全部消除。", "utf-8")
    path = str(tmp_path / "office.infodesk")
    assert run(["add", str(file), "--journal", path]) == 0
    assert run(["approve", "1", "--by", "王主任", "--despite", "试", "--journal", path]) == 0
    capsys.readouterr()
    return path


def forge(path, *statements):
    connection = sqlite.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_journal(journal, capsys):
    assert run(["journal", "check", "--journal", journal]) == 0
    assert "留痕链 1 条" in capsys.readouterr().err
    assert run(["journal", "check", "--full", "--json", "--journal", journal]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["sound"] is True
    assert (found["versions"], found["entries"], found["damages"]) == (1, 1, [])
    assert found["rows"] == 6


def test_a_damaged_journal_is_exit_code_3_and_says_where(journal, capsys):
    forge(
        journal,
        "DROP TRIGGER drafts_keep_approved",
        "UPDATE drafts SET body = '全县 2 处积水点已消除。'",
    )
    assert run(["journal", "check", "--full", "--journal", journal]) == 3
    said = capsys.readouterr()
    assert "草稿 1（条目 1）：内容与保存时不一致" in said.out
    assert "drafts_keep_approved" in said.out
    assert "2 处问题" in said.err
    assert run(["journal", "check", "--full", "--json", "--lang", "en", "--journal", journal]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["sound"] is False
    assert [damage["kind"] for damage in found["damages"]] == ["shape", "row"]
    assert found["damages"][1]["item"] == "1"
    assert "not as it was" in found["damages"][1]["message"]


def test_a_whole_chain(journal, capsys):
    assert run(["journal", "verify", "--journal", journal]) == 0
    said = capsys.readouterr()
    assert len(said.out.strip()) == 64
    assert f"1-{said.out[:4]}" in said.err
    assert run(["journal", "verify", "--json", "--journal", journal]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["head"] == said.out.strip()
    assert (found["whole"], found["entries"], found["damages"]) == (True, 1, [])


def test_a_broken_chain_is_exit_code_3_and_names_the_first_broken_entry(journal, capsys):
    forge(journal, "DROP TRIGGER audit_no_update", "UPDATE audit SET actor = '李主任'")
    assert run(["journal", "verify", "--journal", journal]) == 3
    first, *_ = capsys.readouterr().out.splitlines()
    assert first == "留痕链第 1 条被改动过，留痕链在此断开"
    assert run(["journal", "verify", "--json", "--journal", journal]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["whole"] is False
    assert found["damages"][0]["kind"] == "link-changed"


@pytest.mark.parametrize("command", ["check", "verify"])
def test_what_is_no_journal(tmp_path, capsys, command):
    missing = str(tmp_path / "none.infodesk")
    assert run(["journal", command, "--journal", missing]) == 2
    foreign = tmp_path / "foreign.infodesk"
    foreign.write_bytes(b"%PDF-1.7 " * 100)
    assert run(["journal", command, "--journal", str(foreign)]) == 3
    assert foreign.read_bytes() == b"%PDF-1.7 " * 100


def test_a_clock_that_was_set_back_is_remarked(journal, capsys, monkeypatch):
    from datetime import datetime

    from tests.conftest import CHINA, FixedClock

    standing = FixedClock(datetime(2001, 1, 1, tzinfo=CHINA))
    monkeypatch.setattr("infodesk.workspace.SystemClock", lambda: standing)
    assert run(["list", "--journal", journal]) == 0
    assert "请核对电脑时间" in capsys.readouterr().err
    monkeypatch.undo()
    assert run(["list", "--journal", journal]) == 0
    assert capsys.readouterr().err == ""


def test_the_audit_code_is_printed_only_where_the_office_wants_it(journal, capsys):
    made = ["series", "add", "x", "--name", "示范信息", "--issuer", "办公室", "--journal", journal]
    assert run(made) == 0
    assert run(["issue", "new", "x", "1", "--signer", "王主任", "--journal", journal]) == 0
    with Workspace(Path(journal)) as workspace:
        signed = workspace.audit.head()
        plain = workspace.document(1)
    assert plain.foot is None
    assert run(["office", "--audit-code", "on", "--journal", journal]) == 0
    assert "bulletin.audit_code: on" in capsys.readouterr().out
    with Workspace(Path(journal)) as workspace:
        (entry,) = workspace.document(1).foot.entries
        workspace.items.hold(workspace.items.add(workspace.items.get("1").content).id, "科长", "试")
        (later,) = workspace.document(1).foot.entries
    assert (signed.action, entry.text) == ("sign", signed.short_code)
    assert later == entry


REDACT = ["journal", "redact", "1", "--by", "李明", "--witness", "王主任", "--reason", "误录"]


def test_a_redaction_is_shown_first_and_then_done(journal, tmp_path, capsys):
    assert run(["journal", "backup", "--journal", journal]) == 0
    backup = capsys.readouterr().out.strip()
    asked = [*REDACT, "--text", "12 处积水点", "--journal", journal]
    assert run([*asked, "--dry-run"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "草稿 1 处、版本 1 个" in said.err
    assert "1 份备份" in said.err
    assert run(asked) == 0
    said = capsys.readouterr()
    assert said.out.strip() == backup
    assert "已清除" in said.err
    assert run(["show", "1", "--journal", journal]) == 0
    shown = capsys.readouterr().out
    assert "全县 ■已于" in shown
    assert "清除误录内容  李明  误录" in shown
    assert "见证人  王主任" in shown
    assert run(["journal", "check", "--full", "--journal", journal]) == 0
    for file in tmp_path.rglob("*.infodesk*"):
        assert "12 处积水点".encode() not in file.read_bytes()


def test_a_redaction_tells_which_waiting_batches_go(journal, tmp_path, capsys):
    batch = tmp_path / "来文.idb"
    batch.write_bytes(made(batch_of(text("来文", "另有12 处积水点。"))))
    assert run(["batch", "import", str(batch), "--journal", journal]) == 3
    capsys.readouterr()
    asked = [*REDACT, "--text", "12 处积水点", "--journal", journal]
    for command in ([*asked, "--dry-run"], asked):
        assert run(command) == 0
        assert "还在等待的批次有 1 个" in capsys.readouterr().err
    assert run(asked) == 0
    assert "还在等待" not in capsys.readouterr().err


def test_a_redaction_without_a_second_person_is_wrong_use(journal, capsys):
    same = [*REDACT[:6], "李明", *REDACT[7:], "--journal", journal]
    assert run(same) == 2
    assert "见证人" in capsys.readouterr().err


def test_a_redaction_of_what_is_not_there_is_refused(journal, capsys):
    assert run([*REDACT, "--text", "没有写过", "--journal", journal]) == 3
    assert "没有找到" in capsys.readouterr().err


def test_a_redaction_that_missed_a_backup_says_so(journal, tmp_path, capsys):
    assert run(["journal", "backup", "--journal", journal]) == 0
    backup = Path(capsys.readouterr().out.strip())
    data = bytearray(backup.read_bytes())
    data[5000] ^= 1
    backup.write_bytes(data)
    assert run([*REDACT, "--journal", journal]) == 1
    assert str(backup) in capsys.readouterr().err
