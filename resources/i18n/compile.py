"""Bring ``infodesk_zh_CN.ts`` up to date with the source; with ``--check``, only judge it.

The program reads the ``.ts`` itself, so nothing has to be built for it to speak Chinese.
``--check`` fails on a text that is new, gone or unfinished, and on lost placeholders.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
CATALOGUE = FOLDER / "infodesk_zh_CN.ts"


def sources() -> list[Path]:
    """Return every file whose texts are translated."""
    generated = ROOT / "infodesk" / "gui" / "forms"
    modules = (ROOT / "infodesk" / "gui").rglob("*.py")
    own = [path for path in modules if generated not in path.parents]
    return sorted([*own, *(ROOT / "forms").glob("*.ui")])


def update(catalogue: Path) -> None:
    """Run lupdate: new texts come in unfinished, gone ones leave."""
    command = [str(Path(sys.executable).with_name("pyside6-lupdate"))]
    command += ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    command += ["-target-language", "zh_CN", *map(str, sources()), "-ts", str(catalogue)]
    subprocess.run(command, check=True, cwd=ROOT)


def texts(catalogue: Path) -> dict[tuple[str, str], ET.Element | None]:
    """Return the translation element of each text, by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in ET.parse(catalogue).getroot().iter("context")
        for message in context.iter("message")
    }


def complaints(catalogue: Path) -> list[str]:
    """Return what is wrong with a catalogue's translations."""
    found = []
    for (context, source), element in texts(catalogue).items():
        name = f"{context}: {source!r}"
        text = "".join(element.itertext()).strip() if element is not None else ""
        if element is None or element.get("type") or not text:
            found.append(f"unfinished: {name}")
        elif sorted(re.findall(r"\{\w*\}", source)) != sorted(re.findall(r"\{\w*\}", text)):
            found.append(f"placeholders differ: {name}")
    return found


def stale() -> list[str]:
    """Return what an update would bring in or take away."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / CATALOGUE.name
        shutil.copyfile(CATALOGUE, fresh)
        update(fresh)
        old, new = set(texts(CATALOGUE)), set(texts(fresh))
    return [f"new: {key}" for key in sorted(new - old)] + [
        f"gone: {key}" for key in sorted(old - new)
    ]


def main(arguments: list[str]) -> int:
    """Update the catalogue, or judge it; return 1 where something is left to do."""
    if "--check" not in arguments:
        update(CATALOGUE)
    found = complaints(CATALOGUE) + (stale() if "--check" in arguments else [])
    print("\n".join(found) if found else "complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
