"""The command line speaks both languages, wholly, and its exit codes are as documented."""

from __future__ import annotations

import re

import pytest

from infodesk.cli import root, run
from infodesk.cli.language import translate, walk

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_option_has_a_sentence(language, capsys):
    translate(root, language)
    for path, _ in walk(root):
        words = path.split(".") if path else []
        assert run([*words, "--help", "--lang", language]) == 0
        page = capsys.readouterr().out
        if language == "en":
            page = re.sub("报|送|发|市委办公室", "", page)  # what a clerk types stays Chinese
        assert page.startswith("用法：" if language == "zh" else "Usage: ")
        for option in re.split(r"\n  (?=--)", page)[1:]:
            assert bool(HAN.search(option)) == (language == "zh"), option


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["add"],
        ["check", "--colour", "x"],
        ["issue", "export", "seven", "--pdf", "x.pdf"],
        ["batch", "export", "1", "--to"],
        ["approve", "1"],
        ["list", "--state", "lost"],
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_use_is_one_sentence_and_exit_code_2(arguments, language, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8" if language == "zh" else "en_US.UTF-8")
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert bool(HAN.search(captured.err)) == (language == "zh")


def test_the_language_follows_the_locale_and_is_chinese_without_one(monkeypatch, capsys):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    run(["--help"])
    assert "退出码" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    run(["--help"])
    assert "Exit codes" in capsys.readouterr().out
    run(["issue", "--help", "--lang=zh"])
    assert "刊期" in capsys.readouterr().out
