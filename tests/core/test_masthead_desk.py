"""An office's own mastheads: kept as text, read back the same, wrong ones refused by line."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from infodesk import paths
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.masthead_desk import MastheadDesk
from infodesk.core.masthead_text import masthead_of, text_of
from infodesk.core.mastheads import masthead_from

SHIPPED = {
    path.stem: masthead_from(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted((paths.resources() / "mastheads").glob("*.toml"))
}
MINE = replace(SHIPPED["default"], key="", label='本办"红头"\\一号', colour="#E60012", rule=3)


@pytest.fixture
def desk(settings):
    return MastheadDesk(SHIPPED, settings)


@pytest.mark.parametrize("key", SHIPPED)
def test_a_masthead_as_text_is_the_same_masthead(key):
    odd = replace(SHIPPED[key], label=MINE.label)
    assert masthead_of(key, text_of(SHIPPED[key])) == SHIPPED[key]
    assert masthead_of(key, text_of(odd)) == odd


def test_an_own_masthead_is_kept_beside_the_shipped_ones(desk, settings):
    kept = desk.save(MINE)
    again = MastheadDesk(SHIPPED, settings)
    assert list(again) == [*SHIPPED, kept.key]
    assert again[kept.key] == kept == replace(MINE, key=kept.key)
    assert again.labels()[kept.key] == MINE.label
    assert again.own() == (kept.key,)
    assert len(again) == len(SHIPPED) + 1


def test_the_same_name_replaces_and_another_name_adds(desk):
    first = desk.save(MINE)
    assert desk.save(replace(MINE, rule=1)).key == first.key
    assert desk[first.key].rule == 1
    second = desk.save(replace(MINE, label="二号"))
    assert second.key != first.key
    assert desk.own() == (first.key, second.key)


def test_a_shipped_masthead_is_never_overwritten(desk, settings):
    for take in (
        lambda: desk.save(SHIPPED["default"]),
        lambda: desk.take("default", desk.text("default")),
    ):
        with pytest.raises(InfodeskError) as caught:
            take()
        assert caught.value.code is Code.MASTHEAD_LABEL_TAKEN
    assert settings.kept == {}
    changed = desk.take("default", text_of(replace(MINE, label="改过的")))
    assert changed.key not in SHIPPED
    assert desk["default"] == SHIPPED["default"]


def test_a_masthead_without_a_name_is_not_kept(desk, settings):
    with pytest.raises(InfodeskError) as caught:
        desk.save(replace(MINE, label="  "))
    assert caught.value.code is Code.MASTHEAD_UNNAMED
    assert settings.kept == {}


def test_what_goes_out_comes_in_again_under_its_key(desk):
    kept = desk.take("xinxi", text_of(MINE))
    assert kept.key == "xinxi"
    assert desk.text("xinxi") == text_of(MINE)
    with pytest.raises(InfodeskError) as caught:
        desk.text("nowhere")
    assert caught.value.code is Code.MASTHEAD_UNKNOWN
    with pytest.raises(KeyError):
        desk["nowhere"]


@pytest.mark.parametrize(
    ("before", "after", "line", "entry"),
    [
        ('colour = "#E60012"', 'colour = "red"', 4, "colour"),
        ("rule = 3", "rule = = 3", 6, "rule = = 3"),
        ("size = 48", 'size = "48"', 14, "name.size"),
        ("tracking = 20", "tracking = 900", 17, "name.tracking"),
        ("rows = 7", "rows = 2", 3, "rows"),
        ("[imprint]", "[imprint", 24, "[imprint"),
    ],
)
def test_the_line_that_is_wrong_is_named(desk, settings, before, after, line, entry):
    text = text_of(MINE)
    assert before in text
    with pytest.raises(InfodeskError) as caught:
        desk.take("mine", text.replace(before, after, 1))
    assert caught.value.code is Code.MASTHEAD_LINE_WRONG
    assert caught.value.params == {"masthead": "mine", "line": line, "entry": entry}
    assert settings.kept == {}


def test_an_entry_that_is_missing_is_named(desk):
    with pytest.raises(InfodeskError) as caught:
        desk.take("mine", text_of(MINE).replace("gap = 5\n", ""))
    assert caught.value.code is Code.MASTHEAD_WRONG
    assert caught.value.params["entry"] == "gap"


@pytest.mark.parametrize("text", ["", "\0", "x" * 30_000, "名称：红头", "[name]\nsize = 1e400"])
def test_what_is_no_masthead_is_refused(desk, settings, text):
    with pytest.raises(InfodeskError) as caught:
        desk.take("mine", text)
    assert caught.value.code in (Code.MASTHEAD_LINE_WRONG, Code.MASTHEAD_WRONG)
    assert settings.kept == {}


def test_a_masthead_of_a_newer_program_is_still_listed(desk, settings):
    kept = desk.save(MINE)
    settings.set(f"mastheads.{kept.key}", "label = 1")
    assert desk.labels()[kept.key] == kept.key
    with pytest.raises(InfodeskError):
        desk[kept.key]
