"""Compile ``forms/*.ui`` into ``infodesk/gui/forms``; with ``--check``, only say what is stale."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FORMS = Path(__file__).resolve().parent
TARGET = FORMS.parent / "infodesk" / "gui" / "forms"
HEADER = "# Generated from forms/{name} by forms/compile.py: edit that form, not this file.\n"


def compiled(form: Path) -> str:
    """Return the Python text of a form, its header without the compiler's version."""
    command = [str(Path(sys.executable).with_name("pyside6-uic")), "--no-autoconnection", str(form)]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    text = re.sub(r"\A# -\*- coding.*?\n#{10,}\n.*?#{10,}\n\n*", "", text, flags=re.DOTALL)
    return HEADER.format(name=form.name) + text


def main(arguments: list[str]) -> int:
    """Write the stale modules, or name them; return 1 where ``--check`` found one."""
    check = "--check" in arguments
    stale = 0
    expected = {TARGET / "__init__.py"}
    for form in sorted(FORMS.glob("*.ui")):
        module = TARGET / f"ui_{form.stem}.py"
        expected.add(module)
        text = compiled(form)
        if not module.exists() or module.read_text(encoding="utf-8") != text:
            stale += 1
            print(f"stale: {module.name}" if check else f"compiled: {module.name}")
            if not check:
                module.write_text(text, encoding="utf-8")
    for orphan in sorted(set(TARGET.glob("*.py")) - expected):
        stale += 1
        print(f"no form for: {orphan.name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
