"""Many items are taken in by one act, and what cannot be is refused singly."""

from __future__ import annotations

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Act, ItemFilter, Source
from infodesk.storage.journal_check import check
from tests.core.conftest import text


def test_many_items_are_added_in_their_order(office):
    office.items.add(text("先有的"))
    ids = office.items.add_all([text(f"第{n}条") for n in range(5)], unit="西关镇", author="李明")
    found = [office.items.get(item) for item in ids]
    assert [item.content.title for item in found] == [f"第{n}条" for n in range(5)]
    assert [item.serial for item in found] == [2, 3, 4, 5, 6]
    assert {(item.unit, item.author, item.source, item.rev) for item in found} == {
        ("西关镇", "李明", Source.FILE, 1)
    }
    assert [act.act for act in office.items.history(ids[0])] == [Act.ADD]
    assert office.items.count(ItemFilter()) == 6
    assert office.items.count(ItemFilter(unit="西关镇")) == 5
    assert check(office.journal.path, full=True).sound


def test_what_cannot_be_taken_in_is_refused_singly(office):
    given = [text("好"), text("", " "), text("秘密★1年"), text("也好")]
    first, empty, marked, last = office.items.add_all(given)
    assert [empty.code, marked.code] == [Code.ITEM_EMPTY, Code.ITEM_CLASSIFIED]
    assert office.items.get(first).content.title == "好"
    assert office.items.get(last).content.title == "也好"
    assert office.items.count(ItemFilter()) == 2


def test_an_unknown_kind_takes_nothing_in(office):
    with pytest.raises(InfodeskError) as refused:
        office.items.add_all([text("好")], kind="no-such")
    assert refused.value.code is Code.PROFILE_UNKNOWN
    assert office.items.count(ItemFilter()) == 0


def test_a_failure_takes_nothing_in(office, monkeypatch):
    def full(self, sql, rows):
        raise InfodeskError(Code.JOURNAL_DISK_FULL, path="x")

    monkeypatch.setattr(type(office.journal), "insert_many", full)
    with pytest.raises(InfodeskError):
        office.items.add_all([text("好")])
    assert office.items.count(ItemFilter()) == 0


def test_nothing_is_added_of_nothing(office):
    assert office.items.add_all([]) == []
