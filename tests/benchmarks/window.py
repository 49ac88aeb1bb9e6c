"""From the start of the process to the first paint and to the rows of the list."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from infodesk import paths
from infodesk.workspace import Workspace, read_file
from tests.benchmarks.measure import Bar, alternated, report

BARS = [
    Bar("first paint", "empty window painted", 1.35),
    Bar("rows shown", "empty window painted", 3.0),
]
ITEMS = 60

UNCOMPILED = "PYTHONDONTWRITEBYTECODE"

CLOCK = """
import sys, time
from pathlib import Path

def since_start():
    # Less the time in which other work on the machine had the processors.
    kept = Path("/proc/self/schedstat")
    waited = int(kept.read_text().split()[1]) / 1e9 if kept.exists() else 0
    return time.monotonic() - float(sys.argv[1]) - waited
"""

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("empty window painted", since_start())
        app.quit()
app = QApplication([])
window = Window()
window.show()
app.exec()
"""

REAL = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication
from infodesk.__main__ import main
from infodesk.gui import app as program

def note(name):
    print(name, since_start())

class Watched(program.MainWindow):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted.connect(self.watch)

    def watch(self):
        note("first paint")
        from infodesk.gui import program as rest

        class Session(rest.Session):
            def start(self, journal):
                self.opened.connect(look)
                super().start(journal)

        def look():
            QApplication.processEvents()
            views = self.findChildren(QAbstractItemView)
            assert any(view.isVisible() and view.model().rowCount() >= 30 for view in views)
            note("rows shown")
            status = Path("/proc/self/status")
            if status.exists():
                resident = status.read_text().partition("VmRSS:")[2].split()[0]
                print("resident memory", int(resident) / 1024)
            QTimer.singleShot(0, self.close)

        rest.Session = Session

program.MainWindow = Watched
sys.exit(main(["--journal", sys.argv[2], "--lang", "zh"]))
"""


def started(program: str, compiled: Path, *arguments: str) -> Mapping[str, float]:
    """Run a program that prints names and seconds, and return them.

    Args:
        program: what is run, given the moment it is started at first.
        compiled: folder of what Python compiles, as an installation has it beside the sources: a
            first run fills it.
        arguments: what else the program is given.
    """
    surroundings = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    done = subprocess.run(
        [sys.executable, "-c", CLOCK + program, str(time.monotonic()), *arguments],
        env={
            **surroundings,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": str(compiled),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    pairs = (line.rpartition(" ") for line in done.stdout.splitlines())
    return {name: float(value) for name, _, value in pairs}


def _journal(folder: Path) -> Path:
    """Make a journal with as many items as fill the list."""
    texts = sorted((paths.resources() / "samples").glob("*.txt"))
    journal = folder / "window.infodesk"
    with Workspace(journal) as desk:
        desk.settings.set("office.name", "示范县委办公室信息科")
        for number in range(ITEMS):
            content, _ = read_file(texts[number % len(texts)])
            desk.items.add(content, unit="东山镇")
    return journal


def run(folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    journal, compiled = str(_journal(folder)), folder / "compiled"
    variants = {
        "empty": partial(started, EMPTY, compiled),
        "real": partial(started, REAL, compiled, journal),
    }
    for run_once in variants.values():
        run_once()
    least = alternated(variants, rounds)
    kept = report(least, BARS)
    if "resident memory" in least:
        print(f"{'resident memory':28} {least['resident memory']:9.1f} MB (at most 250)")
        kept = kept and least["resident memory"] <= 250
    return kept
