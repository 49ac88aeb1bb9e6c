"""The compiled forms are those of ``forms/*.ui``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.gui
def test_no_compiled_form_is_stale():
    command = [sys.executable, str(ROOT / "forms" / "compile.py"), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_compiled_forms_name_no_compiler_version():
    for module in (ROOT / "infodesk" / "gui" / "forms").glob("ui_*.py"):
        text = module.read_text(encoding="utf-8")
        assert text.startswith("# Generated from forms/")
        assert "Compiler version" not in text
