"""Every file the program writes goes through ``infodesk.files``, but for exceptions with a reason.

A file written elsewhere would be half there after a power cut; the list is kept short by hand.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OWN = "infodesk/files.py"

EXCEPTIONS = {
    ("infodesk/archive/programs.py", "converted"): "a passing file for a program outside",
    ("infodesk/gui/errors.py", "install"): "faulthandler writes to an open file when all is lost",
    ("infodesk/self_test.py", "run_self_test"): "a sample in a temporary folder",
    ("infodesk/storage/conversion.py", "_make"): "only flushes what SQLite has written",
    ("infodesk/storage/instance_lock.py", "hold"): "a lock holds nothing",
    ("infodesk/storage/journal_export.py", "export_journal"): "streamed; put_in_place names it",
    ("infodesk/storage/leftovers.py", "overwrite"): "zeros over what must not be read any more",
    ("infodesk/storage/rescue.py", "_open_copy"): "a copy in a temporary folder, to read",
}

WRITING = frozenset("wax+")
METHODS = frozenset({"write_bytes", "write_text"})
COPYING = frozenset({"copy", "copy2", "copyfile", "copytree", "move"})
OPENING = frozenset({"NamedTemporaryFile", "TemporaryFile", "mkstemp", "fdopen", "extractall"})
MEMORY = frozenset({"BytesIO", "StringIO"})
"""Where a container may be written without a file."""


def writes(call: ast.Call, in_memory: set[str]) -> bool:
    """Tell whether a call opens a file for writing, as far as the source shows."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    is_copying = name in COPYING and ast.unparse(call.func).startswith("shutil.")
    if is_copying or name in METHODS | OPENING:
        return True
    if name == "ZipFile":
        target = ast.unparse(call.args[0]) if call.args else ""
        return _mode(call, 1) and not (target in in_memory or target.split("(")[0] in MEMORY)
    if name != "open":
        return False
    if ast.unparse(call.func) == "os.open":
        return "O_WRONLY" in ast.unparse(call) or "O_RDWR" in ast.unparse(call)
    return _mode(call, 0 if isinstance(call.func, ast.Attribute) else 1)


def _mode(call: ast.Call, place: int) -> bool:
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    given += call.args[place : place + 1]
    return any(
        isinstance(mode, ast.Constant)
        and isinstance(mode.value, str)
        and len(mode.value) <= 3
        and bool(WRITING & set(mode.value))
        for mode in given
    )


def places(source: str) -> Iterator[str]:
    """Yield the function of each call in a source that opens a file for writing."""
    tree = ast.parse(source)
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    in_memory = {
        ast.unparse(node.targets[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).split(".")[-1] in MEMORY
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and writes(node, in_memory):
            around = [
                function
                for function in functions
                if function.lineno <= node.lineno <= (function.end_lineno or 0)
            ]
            yield around[-1].name if around else "<module>"


def found() -> set[tuple[str, str]]:
    return {
        (name, function)
        for path in sorted((ROOT / "infodesk").rglob("*.py"))
        if (name := path.relative_to(ROOT).as_posix()) != OWN
        for function in places(path.read_text(encoding="utf-8"))
    }


def test_no_file_is_written_past_the_functions_that_write_whole():
    assert found() - set(EXCEPTIONS) == set()


def test_each_exception_is_still_one():
    assert set(EXCEPTIONS) - found() == set()


@pytest.mark.parametrize(
    "line",
    [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "path.open('r+b')",
        "path.open(mode='x')",
        "path.write_bytes(data)",
        "path.write_text('x')",
        "shutil.copyfile(a, b)",
        "shutil.move(a, b)",
        "tempfile.NamedTemporaryFile()",
        "os.open(path, os.O_RDWR | os.O_CREAT)",
        "zipfile.ZipFile(path, 'w')",
    ],
)
def test_a_careless_line_is_seen(line):
    assert list(places(f"def careless():\n    {line}\n")) == ["careless"]


@pytest.mark.parametrize(
    "line",
    ["open(path)", "path.open('rb')", "os.open(folder, os.O_RDONLY)", "ZipFile(BytesIO(), 'w')"],
)
def test_reading_and_memory_are_let_be(line):
    assert list(places(f"def reader():\n    {line}\n")) == []
