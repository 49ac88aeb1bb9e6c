"""County and city on the command line: cards, a sealed batch, receipt, adoption, proof."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infodesk.cli import run

TEXT = (
    "西关镇发生山体滑坡造成2人受伤\n11月22日8时，西关镇河西村发生山体滑坡，造成2人受伤。"
    "镇政府组织30人搜救，联系人张三电话13812345678。截至10时，伤者已送医，生命体征平稳。\n"
)


class Desk:
    """The command line over one journal."""

    def __init__(self, folder: Path, name: str, capsys) -> None:
        self.journal = folder / f"{name}.infodesk"
        self._capsys = capsys
        self.run("office", "--name", name)

    def run(self, *arguments: object, code: int = 0) -> list[str]:
        """Run a command; return the lines of its standard output."""
        found = run([*map(str, arguments), "--journal", str(self.journal)])
        said = self._capsys.readouterr()
        assert found == code, said.err
        self.remarks = said.err
        return said.out.splitlines()

    def rows(self, *arguments: object) -> list[dict]:
        """Run a command that prints JSON Lines."""
        return [json.loads(line) for line in self.run(*arguments, "--json")]


@pytest.fixture
def county(tmp_path, capsys):
    desk = Desk(tmp_path, "示范县信息科", capsys)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    desk.run("add", tmp_path / "a.txt", "--unit", "西关镇")
    desk.run("approve", 1, "--by", "王主任", "--despite", "试")
    return desk


@pytest.fixture
def city(tmp_path, capsys):
    return Desk(tmp_path, "示范市信息科", capsys)


def introduce(desk: Desk, other: Desk, folder: Path, *flags: str) -> None:
    """Let a desk compare the card of another one and confirm it."""
    card = folder / f"{other.journal.stem}.idb"
    if not card.exists():
        other.run("station", "card", "--to", card)
    _, shown = desk.run("station", "trust", card, code=3)
    assert shown == other.run("station", "show")[1]
    desk.run("station", "trust", card, "--fingerprint", shown, *flags)


@pytest.fixture
def introduced(county, city, tmp_path):
    introduce(city, county, tmp_path)
    introduce(county, city, tmp_path, "--superior")
    return county, city


def test_what_is_sent_again_is_shown_as_such_where_it_arrives(introduced, tmp_path):
    county, city = introduced
    county.run("batch", "export", 1, "--to", tmp_path / "一.idb")
    county.run("batch", "export", 1, "--to", tmp_path / "二.idb")
    planned = city.run("batch", "import", tmp_path / "二.idb", "--dry-run")
    assert planned[0].endswith("[再次报送]")
    city.run("batch", "import", tmp_path / "二.idb")
    assert "报来的单位标明：再次报送" in city.run("show", 1)


def test_a_sealed_batch_goes_up_and_its_receipt_adoption_and_proof_come_back(introduced, tmp_path):
    county, city = introduced
    (name,) = county.run("batch", "export", 1, "--to", tmp_path, "--encrypt", "--by", "李明")
    assert "1 处个人信息" in county.remarks
    batch = county.rows("batch", "list")[0]
    assert (batch["state"], batch["number"], batch["receipts"]) == ("exported", 1, [])
    assert "新增" in city.run("batch", "import", name)[0]
    receipt = tmp_path / "回执.idb"
    city.run("batch", "receipt", name, "--to", receipt)
    before = receipt.read_bytes()
    city.run("batch", "receipt", "--batch", batch["batch"], "--to", receipt)
    assert receipt.read_bytes() == before
    county.run("batch", "receipt", receipt)
    assert state_of(county, batch) == "delivered"

    (adoption,) = city.run(
        *("adoption", "add", 1, "--publication", "每日要情", "--number", "第47期"),
        *("--date", "2026-11-26", "--points", 5),
    )
    told = tmp_path / "采用.idb"
    city.run("batch", "export", adoption, "--kind", "adoption", "--to", told)
    county.run("batch", "import", told)
    (kept,) = county.rows("adoption", "list", "--item", 1)
    assert (kept["publication"], kept["points"], kept["state"]) == ("每日要情", 5, "adopted")
    assert state_of(county, batch) == "adopted"

    county.run(
        *("batch", "receipt", "--batch", batch["batch"], "--via", "phone"),
        *("--from", "值班室张某", "--at", "2026-11-26T09:30", "--by", "李明"),
    )
    assert [each["via"] for each in of(county, batch)["receipts"]] == ["signed", "phone"]
    pdf, docx = tmp_path / "证明.pdf", tmp_path / "证明.docx"
    county.run("batch", "certificate", batch["batch"], "--item", 1, "--pdf", pdf, "--docx", docx)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert docx.read_bytes().startswith(b"PK")

    city.run("adoption", "withdraw", adoption, "--reason", "重复刊发")
    undone = tmp_path / "撤销.idb"
    city.run("batch", "export", adoption, "--kind", "withdrawal", "--to", undone)
    county.run("batch", "import", undone)
    assert state_of(county, batch) == "delivered"
    for desk in (county, city):
        desk.run("journal", "verify")
        desk.run("journal", "check", "--full")


def of(desk: Desk, batch: dict) -> dict:
    return next(row for row in desk.rows("batch", "list") if row["batch"] == batch["batch"])


def state_of(desk: Desk, batch: dict) -> str:
    return of(desk, batch)["state"]


def test_an_unknown_sender_waits_and_is_taken_in_by_its_id(county, city, tmp_path):
    (name,) = county.run("batch", "export", 1, "--to", tmp_path)
    city.run("batch", "import", name, "--dry-run")
    assert city.run("batch", "list") == []
    city.run("batch", "import", name, code=3)
    assert county.run("station", "show")[1] in city.remarks
    Path(name).rename(tmp_path / "moved.idb")
    (waiting,) = city.rows("batch", "list")
    assert (waiting["state"], waiting["other"]) == ("waiting", "示范县信息科")
    city.run("batch", "import", waiting["batch"], code=3)
    introduce(city, county, tmp_path)
    city.run("batch", "import", waiting["batch"])
    assert [row["state"] for row in city.rows("batch", "list")] == ["received"]
    city.run("batch", "import", waiting["batch"], code=2)


def test_a_roster_and_a_revoked_key(introduced, tmp_path):
    county, city = introduced
    roster = tmp_path / "名册.idb"
    city.run("roster", "export", "--to", roster)
    county.run("roster", "import", roster)
    city.run("roster", "import", roster, code=3)
    county.run("roster", "import", tmp_path / "示范市信息科.idb", code=2)
    code = county.run("station", "show")[0].split()[0]
    city.run("station", "revoke", code, "--reason", "电脑被盗")
    assert [row["state"] for row in city.rows("station", "list")] == ["revoked"]
    (name,) = county.run("batch", "export", 1, "--to", tmp_path)
    city.run("batch", "import", name, code=3)
    assert "吊销" in city.remarks


def test_commission_directive_return_and_cancel_go_as_files(introduced, tmp_path):
    county, city = introduced
    (name,) = county.run("batch", "export", 1, "--to", tmp_path)
    city.run("batch", "import", name)
    (topic,) = city.run(
        "commission", "add", "秋粮收购进度", "--text", "写明价格", "--due", "2026-12-01"
    )
    (words,) = city.run("directive", "add", 1, "--leader", "周某", "--text", "请跟踪。")
    for kind, what in (("commission", topic), ("directive", words)):
        file = tmp_path / f"{kind}.idb"
        city.run("batch", "export", what, "--kind", kind, "--to", file)
        county.run("batch", "import", file)
    assert county.rows("commission", "list")[0]["title"] == "秋粮收购进度"
    assert county.rows("directive", "list", "--item", 1)[0]["leader"] == "周某"
    assert county.run("commission", "list")[0].startswith(topic)
    assert "周某" in county.run("directive", "list")[0]

    city.run("return", 1, "--by", "赵科长", "--reason", "缺截至时间")
    back = tmp_path / "退稿.idb"
    city.run("batch", "export", 1, "--kind", "return", "--to", back)
    county.run("batch", "import", back)
    assert "退回" in county.run("list")[0]
    assert county.rows("batch", "list")[-1]["state"] == "returned"

    gone = tmp_path / "撤报.idb"
    county.run("batch", "export", 1, "--kind", "cancel", "--to", gone, code=2)
    county.run("batch", "export", 1, "--kind", "cancel", "--reason", "不属实", "--to", gone)
    city.run("batch", "import", gone)
    assert city.run("list") == []


def test_what_differs_is_shown_before_it_is_taken_in_and_conflicts_are_listed(introduced, tmp_path):
    county, city = introduced
    (first,) = county.run("batch", "export", 1, "--to", tmp_path)
    city.run("batch", "import", first)
    (second,) = county.run("batch", "export", 1, "--to", tmp_path, "--keep-personal", 1)
    shown = city.run("batch", "import", second, "--dry-run", "--diff")
    assert "冲突" in shown[0]
    assert "[-****-]{+1234+}" in shown[-1]
    city.run("batch", "import", second)
    (conflict,) = city.rows("conflicts")
    assert conflict["because"] == "older"
    assert city.run("conflicts")[0].startswith("1  ")
    city.run("conflicts", "--settle", 1)
    assert city.run("conflicts") == []
    city.run("conflicts", "--settle", 1, code=2)


def test_gaps_are_told(introduced, tmp_path):
    county, city = introduced
    names = [county.run("batch", "export", 1, "--to", tmp_path)[0] for _ in range(3)]
    city.run("batch", "import", names[0])
    city.run("batch", "import", names[2])
    assert "缺 2 号批次" in city.remarks
    city.run("batch", "list")
    assert "示范县信息科：缺 2 号批次" in city.remarks


def test_what_is_asked_wrongly_is_answered(county, tmp_path):
    county.run("station", "card", code=2)
    county.run("batch", "receipt", code=2)
    county.run("batch", "certificate", "x", code=2)
    county.run("batch", "certificate", "x", "--pdf", tmp_path / "x.pdf", code=2)
    county.run("batch", "export", 1, "--to", tmp_path, "--encrypt", code=3)
    county.run("batch", "export", "x", "--kind", "adoption", "--to", tmp_path, code=2)
    county.run("batch", "export", "x", "--kind", "commission", "--to", tmp_path, code=2)
    county.run("adoption", "list", "--item", 9, code=2)
    county.run("batch", "receipt", "--batch", "x", "--via", "phone", "--from", "张某", code=2)
    county.run("station", "revoke", "x", "--reason", "无", code=2)


def test_a_card_is_printed_and_a_drill_counts_nothing(county, tmp_path):
    pdf = tmp_path / "card.pdf"
    county.run("station", "card", "--pdf", pdf)
    assert pdf.read_bytes().startswith(b"%PDF-")
    (name,) = county.run("batch", "export", 1, "--to", tmp_path, "--drill", "exercise")
    assert "已签发" in county.run("list")[0]
    assert run(["batch", "verify", name]) == 0
