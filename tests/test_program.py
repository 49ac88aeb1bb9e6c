"""The program as it is started: window, commands, self-test, with and without Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from infodesk import messages
from infodesk.__main__ import main
from infodesk.demo import build_office
from infodesk.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent


def _start(*arguments: str, qt: bool = True) -> subprocess.CompletedProcess[str]:
    """Start infodesk in a process of its own, without a screen."""
    path = [str(ROOT)] if qt else [str(ROOT / ".ci" / "without_qt"), str(ROOT)]
    return subprocess.run(
        [sys.executable, "-m", "infodesk", *arguments],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(path),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
@pytest.mark.gui
def test_the_window_opens_on_the_sample_office_and_closes(tmp_path):
    made = build_office(tmp_path)
    done = _start("--journal", str(made.journal), "--quit-when-ready")
    assert (done.returncode, "unexpected" in done.stderr) == (0, False), done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_qt_the_window_says_what_is_missing(tmp_path, language):
    done = _start("--journal", str(tmp_path / "a.infodesk"), "--lang", language, qt=False)
    assert done.returncode == 4
    before = messages.say("cli", "no-window", language, reason="PySide6").split("PySide6")[0]
    assert done.stderr.startswith(before.split("（")[0].split("(")[0])
    assert "PySide6" in done.stderr
    assert not (tmp_path / "a.infodesk").exists()


@pytest.mark.slow
def test_the_commands_do_without_qt():
    done = _start("self-test", qt=False)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "issue.docx",
        "issue.pdf",
        "items.idb",
    ]


def test_the_demo_names_its_papers_each_time(tmp_path, capsys):
    folder = tmp_path / "demo"
    told = []
    for _ in range(2):
        assert main(["demo", str(folder)]) == 0
        told.append(capsys.readouterr().out.splitlines())
    assert told[0] == told[1]
    assert len(told[0]) == 4
    assert all(Path(line).is_file() for line in told[0])


def test_the_demo_opens_no_window_without_a_display(tmp_path, capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["demo", str(tmp_path), "--open"]) == 0
    assert messages.say("cli", "demo-no-display", "zh", command="").split("，")[0] in (
        capsys.readouterr().err
    )


def test_the_office_is_set_and_shown(tmp_path, capsys):
    journal = ["--journal", str(tmp_path / "a.infodesk")]
    assert main(["office", "--name", "示范县委办公室", *journal]) == 0
    capsys.readouterr()
    assert main(["office", *journal]) == 0
    assert "示范县委办公室" in capsys.readouterr().out
