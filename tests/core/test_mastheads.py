from __future__ import annotations

import copy
import tomllib

import pytest

from infodesk import paths
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.mastheads import masthead_from

FILES = sorted((paths.resources() / "mastheads").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_masthead_that_ships_is_right_and_has_its_label(path):
    masthead = masthead_from(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    assert masthead.label != path.stem
    assert 0 < masthead.height <= masthead.rows * 28.95


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("colour", "red"),
        ("colour", None),
        ("rows", 0),
        ("rows", 2),
        ("gap", "5"),
        ("name", 48),
        ("name.size", 500),
        ("imprint.height", None),
        ("number.before", True),
    ],
)
def test_the_entry_that_is_wrong_is_named(entry, value):
    data = copy.deepcopy(tomllib.loads(FILES[-1].read_text(encoding="utf-8")))
    *sections, name = entry.split(".")
    holder = data[sections[0]] if sections else data
    if value is None:
        del holder[name]
    else:
        holder[name] = value
    with pytest.raises(InfodeskError) as caught:
        masthead_from("mine", data)
    assert caught.value.code is Code.MASTHEAD_WRONG
    assert caught.value.params == {"masthead": "mine", "entry": entry}
