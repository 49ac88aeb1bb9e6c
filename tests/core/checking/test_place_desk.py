"""The office's own place table, and what the check makes of it."""

from __future__ import annotations

import pytest

from infodesk.core.checking.check import check_text
from infodesk.core.checking.lexicon import with_places
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.place_desk import LONGEST_NAME, MOST_NAMES, PlaceDesk


class Settings(dict):
    """Settings in memory."""

    def set(self, key, value):
        self[key] = value


@pytest.fixture
def settings():
    found = Settings()
    found.get = lambda key, default="": dict.get(found, key, default)
    return found


def test_names_are_kept_in_order_each_once(settings):
    desk = PlaceDesk(settings)
    assert desk.add(["老鸦窝", " 十八 盘 ", "老鸦窝", ""]) == ("老鸦窝", "十八盘")
    assert desk.add(["十八盘", "黄土坎"]) == ("黄土坎",)
    assert PlaceDesk(settings).names == ("老鸦窝", "十八盘", "黄土坎")
    assert desk.text() == "老鸦窝\n十八盘\n黄土坎\n"
    assert desk.remove(["十八盘", "没有的"]) == ("十八盘",)
    assert PlaceDesk(settings).names == ("老鸦窝", "黄土坎")


def test_a_list_from_elsewhere_is_taken_in_by_its_first_column(settings):
    desk = PlaceDesk(settings)
    assert desk.add_text("老鸦窝\t青石乡\n\n十八盘，西关镇\r\n二里半\n") == (
        "老鸦窝", "十八盘", "二里半",
    )  # fmt: skip
    assert PlaceDesk(settings, kept="好名\n坏，名\n").names == ("好名",)


@pytest.mark.parametrize("name", ["窝", "甲" * (LONGEST_NAME + 1), "老鸦窝，十八盘", "老。窝"])
def test_what_is_no_name_is_refused_and_nothing_is_added(settings, name):
    desk = PlaceDesk(settings)
    with pytest.raises(InfodeskError) as refused:
        desk.add(["黄土坎", name])
    assert refused.value.code is Code.PLACE_WRONG
    assert desk.names == ()


def test_there_is_an_end_to_them(settings):
    desk = PlaceDesk(settings)
    desk.add(f"地{number}" for number in range(MOST_NAMES))
    with pytest.raises(InfodeskError) as refused:
        desk.add(["再一个"])
    assert refused.value.code is Code.PLACES_TOO_MANY
    assert len(desk.names) == MOST_NAMES


@pytest.mark.parametrize(
    "text",
    [
        "5日上午，老鸦窝发生山体滑坡，2人受伤。",
        "老鸦窝的群众反映，自来水发黄。",
        "3日，因连日降雨，老鸦窝多户房屋进水，群众已转移。",
    ],
)
def test_a_name_of_the_table_is_a_place_and_else_is_none(context, profiles, text):
    from dataclasses import replace

    def places(lexicon):
        found = check_text(text, profiles["event"], replace(context, lexicon=lexicon)).elements
        return [text[span.start : span.end] for span in found.place]

    assert places(context.lexicon) == []
    assert places(with_places(context.lexicon, ["老鸦窝", "十八盘"])) == ["老鸦窝"]
    assert with_places(context.lexicon, []) is context.lexicon
