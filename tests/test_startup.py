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
    return _printed(PROGRAM.format(module=module))


def _printed(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program],
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


PAINTED = """
import sys, os
from infodesk.gui import app
LATE = {"Qt", "QStyle", "QSizePolicy", "QKeySequence", "QPainter", "platformdirs"}
class Watched(app.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted.connect(self.look)
    def look(self):
        from PySide6 import QtCore, QtGui, QtWidgets
        made = {name for room in (QtCore, QtGui, QtWidgets) for name in vars(room)}
        print(*sorted((made | set(sys.modules)) & LATE))
        sys.stdout.flush()
        os._exit(0)
app.MainWindow = Watched
app.run(None, None)
"""


@pytest.mark.gui
def test_the_window_is_painted_before_the_enumerations_of_qt_load():
    # Each of them takes a twentieth of an empty window and more.
    assert _printed(PAINTED) == []


ROWS = """
import sys
import infodesk.gui.prompts
import infodesk.gui.pages.items_page
from PySide6 import QtWidgets
late = {"QFileDialog", "QMessageBox", "infodesk.core.checking.lexicon"}
print(*sorted((set(vars(QtWidgets)) | set(sys.modules)) & late))
"""


@pytest.mark.gui
def test_the_first_rows_wait_neither_for_questions_nor_for_the_checker():
    assert _printed(ROWS) == []
