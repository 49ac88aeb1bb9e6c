"""The table of initials is the one that pypinyin's readings give."""

from __future__ import annotations

import subprocess
import sys

from infodesk import paths
from infodesk.shipped import initials


def test_the_table_is_fresh():
    script = paths.resources() / "pinyin" / "compile.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0


def test_common_readings_are_known():
    table = initials()
    assert set(table.of("长")) == {"c", "z"}
    assert set(table.of("行")) >= {"h", "x"}
    assert table.begin("xgz", "西关镇山体滑坡") == 0
