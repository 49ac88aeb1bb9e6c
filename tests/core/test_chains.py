from __future__ import annotations

import pytest

from infodesk.core import chains
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemState, Section
from tests.core.conftest import text


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("西关镇山体滑坡", 1, "西关镇山体滑坡续报一"),
        ("西关镇山体滑坡续报一", 2, "西关镇山体滑坡续报二"),
        ("西关镇山体滑坡（续报九）", 10, "西关镇山体滑坡续报十"),
        ("西关镇山体滑坡续报十", 11, "西关镇山体滑坡续报十一"),
        ("西关镇山体滑坡续报3", 20, "西关镇山体滑坡续报二十"),
        ("西关镇山体滑坡续报", 105, "西关镇山体滑坡续报105"),
    ],
)
def test_a_follow_up_is_numbered_in_its_title(title, number, expected):
    assert chains.title_of_follow_up(title, number) == expected


def approved(office, content=None):
    item = office.items.add(content or text("滑坡"))
    office.items.approve(item.id, "主任")
    return item


def follow(office, item, body):
    begun = office.items.follow_up(item.id, "李明", (Section("situation", body),))
    office.items.approve(begun.id, "主任")
    return begun


def test_each_report_continues_the_last_one(office):
    first = approved(office)
    second = follow(office, first, "伤者出院。")
    third = follow(office, first, "道路抢通。")
    assert [i.content.title for i in office.items.chain(second.id)] == [
        "滑坡",
        "滑坡续报一",
        "滑坡续报二",
    ]
    assert (second.follows, third.follows) == (first.id, second.id)
    assert third.unit == first.unit
    assert office.items.history(third.id)[0].reason == "滑坡续报一"


def test_an_empty_follow_up_has_the_parts_of_its_kind(office):
    begun = office.items.follow_up(approved(office).id, "李明")
    assert begun.state is ItemState.DRAFT
    assert not begun.content.body


def test_a_draft_is_not_followed_up(office):
    draft = office.items.add(text("滑坡"))
    with pytest.raises(InfodeskError) as caught:
        office.items.follow_up(draft.id, "李明")
    assert caught.value.code is Code.ITEM_STATE_FORBIDS
    first = approved(office)
    office.items.follow_up(first.id, "李明", (Section("situation", "续。"),))
    with pytest.raises(InfodeskError):
        office.items.follow_up(first.id, "李明")


def test_a_classified_follow_up_is_refused_whole(office):
    first = approved(office)
    with pytest.raises(InfodeskError) as caught:
        office.items.follow_up(first.id, "李明", (Section("situation", "机密★1年\n内容"),))
    assert caught.value.code is Code.ITEM_CLASSIFIED
    assert len(office.items.chain(first.id)) == 1


def test_a_discarded_report_is_left_out(office):
    first = approved(office)
    begun = office.items.follow_up(first.id, "李明", (Section("situation", "误。"),))
    office.items.discard(begun.id, "李明")
    assert [i.id for i in office.items.chain(first.id)] == [first.id]


def test_a_chain_whose_first_report_is_elsewhere_begins_with_the_first_known(office):
    from dataclasses import replace

    item = replace(approved(office), follows="unknown")
    assert chains.before(item, lambda _: None) == []
    assert chains.whole(item, lambda _: None, lambda _: []) == [item]


def test_a_ring_of_reports_ends(office):
    from dataclasses import replace

    a, b = approved(office), approved(office, Content("乙", (Section("situation", "x"),)))
    ring = {a.id: replace(a, follows=b.id), b.id: replace(b, follows=a.id)}
    found = chains.whole(
        ring[a.id], ring.get, lambda key: [i for i in ring.values() if i.follows == key]
    )
    assert {item.id for item in found} == set(ring)
