"""What the command line says of fonts, and the file formats it writes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import ofdkit
import pytest

from infodesk import messages, paths, workspace
from infodesk.cli import run
from infodesk.cli.writing import font_notes, write_document
from infodesk.core.font_source import FontSource
from infodesk.core.plain_page import plain
from infodesk.export.fonts import load
from infodesk.export.report import FontReport, Unfit
from infodesk.workspace import Workspace
from tests.export.font_maker import made

TEXT = "信息报送情况"


@pytest.fixture
def own_font(tmp_path, monkeypatch) -> Path:
    """Return the file of a 仿宋 that is installed, and the only font that is."""
    folder = tmp_path / "installed"
    folder.mkdir()
    font = load(paths.resources() / "fonts").font("hei")
    file = folder / "own.ttf"
    file.write_bytes(made(font, TEXT + "示范县召开会议", english="FangSong", chinese="仿宋"))
    monkeypatch.setattr("infodesk.export.installed_fonts.font_folders", lambda: (folder,))
    workspace._found_fonts.cache_clear()
    yield file
    workspace._found_fonts.cache_clear()


@pytest.fixture
def journal(tmp_path) -> Path:
    path = tmp_path / "journal.infodesk"
    text = tmp_path / "item.txt"
    text.write_text("示范县一条信息\n11月22日，示范县召开会议😀，堃。\n", encoding="utf-8")
    for words in (
        ["add", str(text)],
        ["approve", "1", "--by", "主任", "--despite", "仅供测试"],
        ["series", "add", "xinxi", "--name", "示范信息", "--issuer", "示范县委办公室"],
        ["issue", "new", "xinxi", "1"],
    ):
        assert run([*words, "--journal", str(path)]) == 0
    return path


def test_an_issue_is_written_as_ofd_and_each_note_is_one_line(journal, tmp_path, capsys):
    target = tmp_path / "issue.ofd"
    capsys.readouterr()
    words = ["issue", "export", "1", "--ofd", str(target), "--fonts", "bundled"]
    assert run([*words, "--journal", str(journal)]) == 0
    with ofdkit.open(BytesIO(target.read_bytes())) as opened:
        assert "示范县召开会议😀，堃。" in "".join(opened.text().split())
    stand_ins, borrowed, missing, done = capsys.readouterr().err.splitlines()
    assert "仿宋_GB2312（用 Fandol Fang）" in stand_ins
    assert borrowed.endswith("：堃")
    assert missing.endswith("：😀")
    assert str(target) in done


def test_the_option_goes_before_the_offices_setting(journal, tmp_path, own_font, capsys):
    said = {}
    for setting, option in (("", ""), ("bundled", ""), ("bundled", "installed"), ("", "bundled")):
        chosen = ["--fonts", setting] if setting else []
        run(["office", *(chosen or ["--fonts", "installed"]), "--journal", str(journal)])
        capsys.readouterr()
        words = ["issue", "export", "1", "--pdf", str(tmp_path / "x.pdf")]
        words += ["--fonts", option] if option else []
        assert run([*words, "--journal", str(journal)]) == 0
        said[setting, option] = b"+FangSong" in (tmp_path / "x.pdf").read_bytes()
    assert said == {
        ("", ""): True,
        ("bundled", ""): False,
        ("bundled", "installed"): True,
        ("", "bundled"): False,
    }


def test_an_office_takes_its_own_fonts_until_it_says_otherwise(tmp_path):
    with Workspace(tmp_path / "journal.infodesk") as opened:
        assert opened.fonts is FontSource.INSTALLED
        opened.settings.set("office.fonts", "bundled")
        assert opened.fonts is FontSource.BUNDLED
        opened.settings.set("office.fonts", "nonsense")
        assert opened.fonts is FontSource.INSTALLED


def test_bundled_papers_are_the_same_whatever_is_installed(own_font):
    document = plain(TEXT)
    with_own = workspace.pdf_of(document, FontSource.INSTALLED)[0]
    assert with_own != workspace.pdf_of(document)[0]
    own_font.unlink()
    workspace._found_fonts.cache_clear()
    assert workspace.pdf_of(document, FontSource.INSTALLED) == workspace.pdf_of(document)
    assert workspace.ofd_of(document, FontSource.INSTALLED) == workspace.ofd_of(document)


def test_folders_are_walked_once_and_not_for_bundled_fonts(own_font, monkeypatch):
    walked = []
    monkeypatch.setattr(
        "infodesk.export.installed_fonts.font_folders", lambda: walked.append(1) or ()
    )
    workspace.pdf_of(plain(TEXT))
    assert walked == []
    workspace.pdf_of(plain(TEXT), FontSource.INSTALLED)
    workspace.word_of(plain(TEXT), FontSource.INSTALLED)
    assert walked == [1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("reason", Unfit)
def test_each_reason_has_a_sentence(reason, language):
    report = FontReport(refused=(("方正小标宋简体", reason),))
    ((key, values),) = font_notes(report, language)
    sentence = messages.say("cli", key, language, **values)
    assert "方正小标宋简体" in sentence
    assert len(sentence.splitlines()) == 1


def test_fonts_are_spoken_of_once_for_several_files(tmp_path, capsys):
    targets = [tmp_path / name for name in ("a.docx", "a.pdf", "a.ofd")]
    write_document(
        plain(TEXT), targets[0], targets[1], "zh", ofd=targets[2], fonts=FontSource.BUNDLED
    )
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 4
    assert all(target.stat().st_size > 1000 for target in targets)
