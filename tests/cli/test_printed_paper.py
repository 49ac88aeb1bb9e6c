"""An issue exported for paper with a printed head, by command."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from infodesk.cli import run


@pytest.fixture
def journal(tmp_path, capsys):
    path = str(tmp_path / "office.infodesk")
    text = tmp_path / "item.txt"
    text.write_text("乡村教师周转房建成\n截至11月18日，全部办结。", encoding="utf-8")
    lines = (
        ["add", str(text)],
        ["approve", "1", "--by", "主任", "--despite", "样例"],
        ["series", "add", "xinxi", "--name", "示范快报", "--issuer", "示范县委办公室"],
        ["issue", "new", "xinxi", "1", "--signer", "主任"],
    )
    for line in lines:
        assert run([*line, "--journal", path]) == 0
    capsys.readouterr()
    return path


def page(path):
    first = PdfReader(BytesIO(path.read_bytes())).pages[0]
    places = {}

    def visit(text, _matrix, place, _font, _size):
        if text.strip():
            places[text.strip()] = (place[4], place[5])

    return "".join(first.extract_text(visitor_text=visit).split()), places


@pytest.mark.parametrize(
    ("option", "gone", "kept"),
    [
        ("--without-head", ["示范快报", "第1期", "示范县委办公室"], []),
        ("--without-red", ["示范快报"], ["第1期", "示范县委办公室"]),
    ],
)
def test_the_head_is_left_out_and_the_text_moved(journal, tmp_path, option, gone, kept):
    whole, part = tmp_path / "whole.pdf", tmp_path / "part.pdf"
    export = ["issue", "export", "1", "--journal", journal]
    assert run([*export, "--pdf", str(whole)]) == 0
    assert run([*export, "--pdf", str(part), option, "--shift-x", "2", "--shift-y=-1.5"]) == 0
    before, places = page(whole)
    after, moved = page(part)
    assert all(text in before for text in [*gone, *kept])
    assert [text for text in gone if text in after] == []
    assert [text for text in kept if text not in after] == []
    title = "乡村教师周转房建成"
    right, up = (new - old for old, new in zip(places[title], moved[title], strict=True))
    assert right == pytest.approx(2 / 25.4 * 72, abs=0.01)
    assert up == pytest.approx(1.5 / 25.4 * 72, abs=0.01)


@pytest.mark.parametrize("value", ["21", "-20.5", "nan", "x"])
def test_an_offset_off_the_sheet_is_wrong_use(journal, tmp_path, value, capsys):
    target = tmp_path / "x.pdf"
    words = ["issue", "export", "1", "--pdf", str(target), f"--shift-x={value}"]
    assert run([*words, "--journal", journal]) == 2
    said = capsys.readouterr().err
    assert re.search("--shift-x", said)
    assert len(said.splitlines()) == 1
    assert not target.exists()
