"""``infodesk typeset``: a text file in, official pages out."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from infodesk.cli import run
from infodesk.cli.papers import sheet_named
from infodesk.core.errors import Code, InfodeskError

TEXT = (
    "示范县关于信息报送的通知\n各乡镇：\n今年以来共报送信息1286条，“有情况、无措施”的占36.5%……\n"
    "一、情况\n（一）报送。按时报送。\n示范县办公室\n2026年11月22日\n"
)


@pytest.fixture
def text(tmp_path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def bare(text: str) -> str:
    return "".join(text.split())


def test_plain_is_the_text_and_page_numbers_in_both_files(text, tmp_path):
    word, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    assert run(["typeset", str(text), "--docx", str(word), "--pdf", str(pdf)]) == 0
    (page,) = PdfReader(pdf).pages
    assert bare(page.extract_text()) == bare(TEXT) + "—1—"
    paragraphs = docx.Document(word).paragraphs
    assert bare("".join(p.text for p in paragraphs)) == bare(TEXT)
    assert [p.style.name for p in paragraphs] == [
        *("信息标题", "主送机关", "公文正文", "一级标题", "公文正文", "署名", "成文日期")
    ]


def test_a_word_file_with_a_table_keeps_it(tmp_path):
    given = docx.Document()
    given.add_paragraph("采用情况通报")
    table = given.add_table(rows=0, cols=3)
    for row in (("单位", "报送", "采用"), ("西关镇", "12", "3"), ("河口乡", "8", "0")):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value
    given.save(tmp_path / "given.docx")
    made = tmp_path / "made.docx"
    assert run(["typeset", str(tmp_path / "given.docx"), "--docx", str(made)]) == 0
    (table,) = docx.Document(made).tables
    assert [cell.text for cell in table.rows[2].cells] == ["河口乡", "8", "0"]


@pytest.mark.parametrize(
    "style", ["official", "letter", "minutes", "bulletin", "report", "circular"]
)
def test_each_style_makes_both_files(style, text, tmp_path):
    word, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    arguments = ["typeset", str(text), "--style", style, "--docx", str(word), "--pdf", str(pdf)]
    assert run(arguments) == 0
    assert bare(TEXT[:12]) in bare(PdfReader(pdf).pages[0].extract_text())
    assert docx.Document(word).paragraphs


@pytest.mark.parametrize("colon", [":", "："])
def test_fields_fill_the_head(colon, text, tmp_path):
    pdf = tmp_path / "a.pdf"
    fields = (f"机关标志{colon}示范县文件", f"发文字号{colon}示办发〔2026〕1号")
    words = [word for field in fields for word in ("--field", field)]
    assert run(["typeset", str(text), "--style", "official", "--pdf", str(pdf), *words]) == 0
    found = bare(PdfReader(pdf).pages[0].extract_text())
    assert found.startswith("示范县文件示办发〔2026〕1号示范县关于")


WRONG = [
    (["--pdf", "a.pdf", "--style", "fancy"], 2, "fancy"),
    (["--pdf", "a.pdf", "--style", "../mastheads/default"], 2, "default"),
    (["--pdf", "a.pdf", "--field", "份号:1"], 2, "份号"),
    (["--pdf", "a.pdf", "--field", "nothing"], 2, "nothing"),
    ([], 2, ""),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("arguments", "code", "named"), WRONG)
def test_wrong_use_is_one_sentence_and_writes_nothing(
    arguments, code, named, language, text, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert run(["typeset", str(text), *arguments, "--lang", language]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert named in captured.err
    assert len(captured.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == [text]


def test_a_table_no_page_holds_is_refused_and_writes_nothing(tmp_path, capsys):
    path, pdf = tmp_path / "wide.txt", tmp_path / "wide.pdf"
    path.write_text("\n".join(["\t".join(["123456"] * 60)] * 3), encoding="utf-8")
    assert run(["typeset", str(path), "--pdf", str(pdf), "--docx", str(tmp_path / "a.docx")]) == 3
    assert "60" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_style_names_its_line(tmp_path, monkeypatch):
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "mine.toml").write_text('label = "我的"\nrule = "thick"\n', "utf-8")
    monkeypatch.setattr("infodesk.paths.resources", lambda: tmp_path)
    with pytest.raises(InfodeskError) as caught:
        sheet_named("mine")
    assert caught.value.code is Code.STYLE_WRONG
    assert caught.value.params == {"style": "mine", "line": 2, "entry": "rule"}


def test_a_long_text_of_one_paragraph_is_set(tmp_path):
    path, pdf = tmp_path / "long.txt", tmp_path / "long.pdf"
    path.write_text("信息报送，" * 20_000, encoding="utf-8")
    assert run(["typeset", str(path), "--pdf", str(pdf)]) == 0
    assert len(PdfReader(pdf).pages) > 160
