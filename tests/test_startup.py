"""The window opens before the slow libraries load: those come with the first paper or journal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

LATE = ("docx", "reportlab", "sqlite_utils", "lxml", "rjieba", "legacy_doc", "msgspec")
PROGRAM = f"""
import sys
import infodesk.__main__
import {{module}}
print(*sorted(set(sys.modules) & set({LATE!r})))
"""


def _loaded_after(module: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(module=module)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.gui
@pytest.mark.parametrize("module", ["infodesk.gui.app", "infodesk.gui.main_window"])
def test_the_window_is_imported_without_exporters_and_journal(module: str):
    assert _loaded_after(module) == []


def test_the_command_line_is_imported_without_them():
    assert _loaded_after("infodesk.cli") == []
