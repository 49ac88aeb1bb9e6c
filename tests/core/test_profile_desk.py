"""The office's kinds: kept as text, read back the same, wrong ones refused by line, restored."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from infodesk import paths
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.profile_desk import ProfileDesk
from infodesk.core.profile_text import profile_of, text_of
from infodesk.core.profiles import profile_from

FILES = sorted((paths.resources() / "profiles").glob("*.toml"))
SHIPPED = {
    path.stem: profile_from(tomllib.loads(path.read_text(encoding="utf-8"))) for path in FILES
}
MINE = replace(SHIPPED["event"], key="visit", name='接访"记录"\\一号', order=20)


@pytest.fixture
def desk(settings):
    return ProfileDesk(SHIPPED, settings)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_kind_is_valid_and_survives_as_text(path):
    profile = profile_of(path.read_text(encoding="utf-8"), path.name)
    assert profile == SHIPPED[path.stem]
    assert profile.key == path.stem
    assert profile_of(text_of(profile)) == profile


def test_the_kinds_of_the_domain_are_all_there():
    kinds = "event urgent problem suggestion experience practice feedback research synthesis"
    assert set(SHIPPED) == set(kinds.split())
    for profile in SHIPPED.values():
        assert all(part.guidance for part in profile.parts)
        assert profile.empty_phrases
        assert 0 < profile.shortest < profile.longest


def test_a_changed_kind_stands_in_for_the_shipped_one_until_it_is_restored(desk, settings):
    changed = replace(SHIPPED["event"], shortest=99)
    assert desk.save(changed) == changed
    again = ProfileDesk(SHIPPED, settings)
    assert again["event"].shortest == 99
    assert again.own() == ("event",)
    assert set(again) == set(SHIPPED)
    assert again.restore("event") == SHIPPED["event"]
    assert ProfileDesk(SHIPPED, settings)["event"] == SHIPPED["event"]
    assert again.own() == ()


def test_a_kind_of_the_office_is_added_and_kept(desk, settings):
    desk.save(MINE)
    again = ProfileDesk(SHIPPED, settings)
    assert again["visit"] == MINE
    assert len(again) == len(SHIPPED) + 1
    assert list(again)[-1] == "visit"
    assert profile_of(again.text("visit")) == MINE
    with pytest.raises(InfodeskError) as caught:
        again.restore("visit")
    assert caught.value.code is Code.PROFILE_NOT_SHIPPED
    assert "visit" in again


def test_what_is_unknown_is_named(desk):
    for ask in (desk.named, desk.text, desk.restore):
        with pytest.raises(InfodeskError) as caught:
            ask("nowhere")
        assert caught.value.code is Code.PROFILE_UNKNOWN


def test_two_kinds_do_not_share_a_name(desk, settings):
    with pytest.raises(InfodeskError) as caught:
        desk.save(replace(MINE, name=SHIPPED["problem"].name))
    assert caught.value.code is Code.PROFILE_NAME_TAKEN
    assert settings.kept == {}


@pytest.mark.parametrize(
    ("before", "after", "entry", "line_says"),
    [
        ('key = "visit"', 'key = "whole"', "key", 'key = "whole"'),
        ("shortest = 60", "shortest = -1", "shortest", "shortest = -1"),
        ("shortest = 60", "shortest = 6000", "longest", "longest = 1500"),
        ("shortest = 60", "shortest = = 6", "shortest = = 6", "shortest = = 6"),
        ("shortest = 60", "shortset = 60", "shortset", "shortset = 60"),
        ('place = "should"', 'place = "soon"', "elements.place", 'place = "soon"'),
        ('place = "should"', 'placard = "should"', "elements.placard", 'placard = "should"'),
        ('key = "measures"', 'key = "situation"', "part[1].key", 'key = "situation"'),
        ('states = "measures"', 'states = "deeds"', "part[1].states", 'states = "deeds"'),
        ("minimum = 10", 'minimum = "10"', "part[2].minimum", 'minimum = "10"'),
        ('states = "progress"\n', "", "part[2].cues", "[[part]]"),
    ],
)
def test_the_line_that_is_wrong_is_named(desk, settings, before, after, entry, line_says):
    text = text_of(MINE)
    assert before in text
    changed = text.replace(before, after, 1)
    error = _refused(desk, changed)
    assert error.code is Code.PROFILE_LINE_WRONG
    assert error.params["entry"] == entry
    assert error.params["profile"] == "mine.toml"
    assert changed.splitlines()[error.params["line"] - 1] == line_says
    assert settings.kept == {}


@pytest.mark.parametrize("entry", ["key", "name", "part"])
def test_an_entry_that_is_missing_is_named(desk, entry):
    text = f"\n{text_of(MINE)}".replace(f"\n{entry} =", "\n# was", 1)
    if entry == "part":
        text = text[: text.index("[[part]]")]
    error = _refused(desk, text)
    assert (error.code, error.params["entry"]) == (Code.PROFILE_WRONG, entry)


def test_a_rule_nobody_may_touch_is_not_weighed(desk):
    text = text_of(MINE).replace("[[part]]", '[severity]\nclassified = "off"\n\n[[part]]', 1)
    assert _refused(desk, text).params["entry"] == "severity.classified"


def _refused(desk, text):
    with pytest.raises(InfodeskError) as caught:
        desk.take(text, "mine.toml")
    return caught.value


@pytest.mark.parametrize("text", ["", "\0", "x" * 70_000, "名称：接访", "part = 1", "[[part]]\n"])
def test_what_is_no_profile_is_refused(desk, settings, text):
    assert _refused(desk, text).code in (Code.PROFILE_LINE_WRONG, Code.PROFILE_WRONG)
    assert settings.kept == {}


def test_a_kind_of_a_newer_program_does_no_harm(desk, settings):
    desk.save(replace(SHIPPED["event"], shortest=99))
    settings.set("profiles.event", "name = 1")
    again = ProfileDesk(SHIPPED, settings)
    assert again["event"] == SHIPPED["event"]
    assert again.unreadable == ("event",)
