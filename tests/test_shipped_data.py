"""Data that ships and was changed by hand: the line that is wrong is named."""

from __future__ import annotations

import shutil

import pytest

from infodesk import paths, workspace
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.profiles import DEFAULT_PROFILE


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Return what gives a folder of shipped data, as a copy that may be changed."""

    def _shipped(name):
        shutil.copytree(resources / name, tmp_path / name)
        return tmp_path / name

    resources = paths.resources()
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    return _shipped


def test_the_usual_masthead_comes_first(shipped):
    folder = shipped("mastheads")
    found = workspace.mastheads.__wrapped__()
    assert next(iter(found)) == workspace.USUAL_MASTHEAD
    assert set(found) == {file.stem for file in folder.glob("*.toml")}


@pytest.mark.parametrize(
    ("line", "entry"),
    [("rows = = 9", "rows = = 9"), ('rows = "nine"', "rows"), ("rows = 99", "rows")],
)
def test_a_wrong_line_in_a_shipped_masthead_is_named(shipped, line, entry):
    file = shipped("mastheads") / "default.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(n for n, each in enumerate(lines, start=1) if each.startswith("rows"))
    lines[number - 1] = line
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InfodeskError) as caught:
        workspace.mastheads.__wrapped__()
    assert caught.value.code is Code.MASTHEAD_LINE_WRONG
    assert caught.value.params == {"masthead": "default", "line": number, "entry": entry}


def test_the_default_kind_comes_first(shipped):
    folder = shipped("profiles")
    found = workspace.profiles.__wrapped__()
    assert next(iter(found)) == DEFAULT_PROFILE
    assert set(found) == {file.stem for file in folder.glob("*.toml")}


@pytest.mark.parametrize(
    ("before", "after", "entry"),
    [
        ("minimum = 15", "minimum = = 15", "minimum = = 15"),
        ('states = "measures"', 'states = "deeds"', "part[1].states"),
        ("minimum = 15", 'minimum = "many"', "part[1].minimum"),
    ],
)
def test_a_wrong_line_in_a_shipped_kind_is_named(shipped, before, after, entry):
    file = shipped("profiles") / "event.toml"
    text = file.read_text(encoding="utf-8").replace(before, after, 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InfodeskError) as caught:
        workspace.profiles.__wrapped__()
    assert caught.value.code is Code.PROFILE_LINE_WRONG
    assert caught.value.params["profile"] == "event"
    assert caught.value.params["entry"] == entry
    assert text.splitlines()[caught.value.params["line"] - 1] == after
