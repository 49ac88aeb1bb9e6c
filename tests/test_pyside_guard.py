"""The fault of PySide6 6.12.0 on Python 3.10 and 3.11: void methods lose a reference to None."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
print(label.text())
"""


@pytest.mark.gui
def test_twenty_thousand_calls_that_return_nothing_leave_the_interpreter_alive():
    """The faulty release aborts after some 6,000 calls: seconds of use."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "19999"), done.stderr
