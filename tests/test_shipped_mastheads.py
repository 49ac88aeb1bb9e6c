from __future__ import annotations

import shutil

import pytest

from infodesk import paths, workspace
from infodesk.core.errors import Code, InfodeskError


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Return the folder of shipped mastheads, a copy that may be changed."""
    folder = tmp_path / "mastheads"
    shutil.copytree(paths.resources() / "mastheads", folder)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    return folder


def test_the_usual_masthead_comes_first(shipped):
    found = workspace.mastheads.__wrapped__()
    assert next(iter(found)) == workspace.USUAL_MASTHEAD
    assert set(found) == {file.stem for file in shipped.glob("*.toml")}


@pytest.mark.parametrize(
    ("line", "entry"),
    [("rows = = 9", "rows = = 9"), ('rows = "nine"', "rows"), ("rows = 99", "rows")],
)
def test_a_wrong_line_in_a_shipped_masthead_is_named(shipped, line, entry):
    file = shipped / "default.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(n for n, each in enumerate(lines, start=1) if each.startswith("rows"))
    lines[number - 1] = line
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InfodeskError) as caught:
        workspace.mastheads.__wrapped__()
    assert caught.value.code is Code.MASTHEAD_LINE_WRONG
    assert caught.value.params == {"masthead": "default", "line": number, "entry": entry}
