"""The whole program: it starts, opens its journal, and ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from infodesk.gui.app import hint_input_method
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "infodesk", *arguments, "--quit-when-ready"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_the_program_opens_a_journal_and_ends(tmp_path, clock):
    path = tmp_path / "journal.infodesk"
    with Workspace(path, clock=clock) as workspace:
        workspace.settings.set("office.name", "示范县委办公室信息科")
    done = _run("--journal", str(path))
    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_the_program_starts_on_a_machine_that_never_saw_it(tmp_path):
    path = tmp_path / "new" / "journal.infodesk"
    done = _run("--journal", str(path), "--lang", "en")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert path.is_file()


@pytest.mark.parametrize(
    ("named", "used"),
    [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", ""), (None, None)],
)
def test_fcitx_users_can_type_chinese(named, used):
    environment = {} if named is None else {"QT_IM_MODULE": named}
    hint_input_method(environment)
    assert environment.get("QT_IM_MODULE") == used
