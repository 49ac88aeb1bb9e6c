"""The rules of the house that a tool can hold: layers, sizes, what lies where."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("infodesk", "resources", "forms", "tests", ".ci")
TOP_LEVEL = {
    *ROOMS,
    *("pyproject.toml", "build.spec", "constraints.txt"),
    *("README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE"),
    *(".git", ".gitignore", ".gitattributes", ".editorconfig", ".pre-commit-config.yaml"),
}
LONGEST_MODULE = 600
LONGEST_WINDOW = 400
TYPICAL_MODULE = 150

# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = ("py" + "pi.org", "python" + "hosted", "registry.np" + "mjs", "deb.de" + "bian.org")
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:wo" + r"rk|ro" + r"ot|fa" + r"rm|tm" + r"p)/")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def _ignored(name: str) -> bool:
    patterns = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return any(fnmatch(name, pattern.strip("/")) for pattern in patterns)


def _files(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*")):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and not any(_ignored(part) for part in parts):
                yield path


def _texts() -> Iterator[tuple[str, str]]:
    tops = [path for path in ROOT.iterdir() if path.is_file() and not _ignored(path.name)]
    for path in (*tops, *_files(*ROOMS)):
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            yield str(path.relative_to(ROOT)), data.decode("utf-8", "replace")


def _lengths(room: str) -> dict[str, int]:
    return {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in _files(room)
        if path.suffix == ".py" and not path.name.startswith("ui_")
    }


LINT = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(config_filename="pyproject.toml", no_cache=True))
"""


def test_each_room_knows_only_the_rooms_it_may_know():
    # In a process of its own: it silences the log of every module that is loaded.
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", ["infodesk", "tests", "forms", "resources"])
def test_no_file_is_too_long_to_read(room: str):
    assert {name: n for name, n in _lengths(room).items() if n > LONGEST_MODULE} == {}


def test_the_main_window_only_puts_things_together():
    lengths = _lengths("infodesk")
    assert [
        n
        for name, n in lengths.items()
        if Path(name).name == "main_window.py" and n >= LONGEST_WINDOW
    ] == []


def test_the_typical_module_is_short():
    assert statistics.median(_lengths("infodesk").values()) < TYPICAL_MODULE


def test_no_module_is_named_after_nothing_in_particular():
    vague = {"utils", "helpers", "manager", "common", "misc"}
    assert [name for name in _lengths("infodesk") if Path(name).stem in vague] == []


def test_nothing_lies_at_the_top_that_has_no_place_there():
    present = {path.name for path in ROOT.iterdir()}
    assert {name for name in present - TOP_LEVEL if not _ignored(name)} == set()


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    found = [
        f"{name}: {line.strip()[:80]}"
        for name, text in _texts()
        for line in text.splitlines()
        if MACHINE_PATH.search(line) or any(host in line for host in REGISTRIES)
    ]
    assert found == []


def test_no_file_carries_a_note_of_unfinished_work():
    found = [name for name, text in _texts() if name.endswith(".py") and UNFINISHED.search(text)]
    assert found == []


def test_every_source_text_is_plain_utf_8_with_line_feeds():
    odd = []
    for path in _files("infodesk", "resources/i18n", "resources/profiles", "forms"):
        if path.suffix in {".py", ".toml", ".md", ".ui", ".ts"}:
            data = path.read_bytes()
            data.decode("utf-8")
            if b"\r" in data or data.startswith(b"\xef\xbb\xbf"):
                odd.append(str(path.relative_to(ROOT)))
    assert odd == []
