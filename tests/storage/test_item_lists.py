"""Lists of items: every stretch, count and place is what a plain look at all items gives."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from infodesk.core.identifiers import uuid7
from infodesk.core.items import Content, Item, ItemFilter, ItemSort, ItemState, Section
from infodesk.storage.item_store import SqliteItemStore

SEED = 20261121
ITEMS = 2_600
"""Enough that far stretches are read from the end of the list."""

STATES = (ItemState.DRAFT, ItemState.HELD, ItemState.RETURNED)
ORDERS = {
    ItemSort.ADDED: lambda item: -item.serial,
    ItemSort.CHANGED: lambda item: (item.updated_at, item.serial),
    ItemSort.UNIT: lambda item: (item.unit, -item.serial),
}


@pytest.fixture
def items(journal, clock):
    """Return a store of many items, some changed and some discarded, and the items."""
    chance = random.Random(SEED)
    print("seed", SEED)
    store = SqliteItemStore(journal)
    made = []
    with journal.atomic():
        for _ in range(ITEMS):
            now = clock.now() - timedelta(days=chance.randrange(60))
            item = Item(
                *(uuid7(now), 0, 0, Content("题", (Section("whole", "文"),))),
                *(chance.choice(["event", "problem"]), ItemState.DRAFT, now, now),
                unit=chance.choice("甲乙丙"),
            )
            made.append(store.insert(item))
        for place in chance.sample(range(ITEMS), 500):
            item = made[place]
            changed = replace(
                item,
                state=chance.choice(STATES),
                kind=chance.choice([item.kind, "problem"]),
                unit=chance.choice([item.unit, "丁"]),
                updated_at=clock.now(),
                discarded_at=chance.choice([None, None, clock.now()]),
            )
            made[place] = store.update(changed)
        for place in chance.sample(range(ITEMS), 100):
            made[place] = store.update(replace(made[place], discarded_at=None))
    return store, made


def naive(items, narrowed):
    """Narrow and order without SQL."""
    left = [
        item
        for item in items
        if (item.discarded_at is not None) == narrowed.discarded
        and (not narrowed.states or item.state in narrowed.states)
        and narrowed.kind in ("", item.kind)
        and narrowed.unit in ("", item.unit)
        and (narrowed.since is None or item.updated_at.date() >= narrowed.since)
        and (narrowed.until is None or item.updated_at.date() <= narrowed.until)
    ]
    left.sort(key=ORDERS[narrowed.sort], reverse=narrowed.sort is ItemSort.CHANGED)
    return [item.id for item in left]


FILTERS = (
    {},
    {"states": frozenset({ItemState.HELD})},
    {"states": frozenset({ItemState.DRAFT, ItemState.HELD})},
    {"kind": "problem"},
    {"unit": "丁"},
    {"unit": "甲", "kind": "event", "states": frozenset({ItemState.DRAFT})},
    {"since": date(2026, 10, 20)},
    {"since": date(2026, 10, 1), "until": date(2026, 10, 31), "unit": "乙"},
    {"discarded": True},
    {"discarded": True, "unit": "丙"},
)


def test_every_stretch_and_count_is_what_a_plain_look_gives(items):
    store, made = items
    for sort, others in product(ItemSort, FILTERS):
        narrowed = ItemFilter(sort=sort, **others)
        wanted = naive(made, narrowed)
        assert wanted, others
        assert store.count(narrowed) == len(wanted), narrowed
        read = []
        for offset in range(0, len(wanted) + 200, 200):
            read += [row.id for row in store.rows(narrowed, offset, 200)]
        assert read == wanted, narrowed
        last = len(wanted) - 1
        assert [row.id for row in store.rows(narrowed, last, 5)] == wanted[last:]


def test_an_item_is_found_in_the_list_without_walking_through_it(items):
    store, made = items
    for others in ({}, {"unit": "甲"}, {"states": frozenset({ItemState.HELD})}):
        narrowed = ItemFilter(**others)
        wanted = naive(made, narrowed)
        for item in made[:: ITEMS // 20]:
            place = wanted.index(item.id) if item.id in wanted else -1
            assert store.place(narrowed, item.serial) == place
    assert store.place(ItemFilter(sort=ItemSort.UNIT), 1) == -1


def test_the_units_are_those_that_items_name_now(items, journal):
    store, made = items
    assert store.units() == sorted({item.unit for item in made})
    for item in (item for item in made if item.unit == "丁"):
        store.update(replace(item, unit=""))
    assert store.units() == ["丙", "乙", "甲"]


def test_walking_down_a_list_needs_no_sorting(journal):
    """Each order walks along its index: a sorted million would stop the window."""
    store = SqliteItemStore(journal)
    said = []
    journal.connection.set_trace_callback(said.append)
    filters = [ItemFilter(sort=sort) for sort in ItemSort]
    filters += [
        ItemFilter(states=frozenset({ItemState.DRAFT})),
        ItemFilter(kind="event", states=frozenset({ItemState.DRAFT})),
        ItemFilter(unit="甲", kind="event"),
        ItemFilter(unit="甲", sort=ItemSort.UNIT),
        ItemFilter(unit="甲", sort=ItemSort.CHANGED),
    ]
    for narrowed in filters:
        store.rows(narrowed, 0, 200)
    journal.connection.set_trace_callback(None)
    inner = [
        sql[sql.index("(SELECT i.serial") + 1 : sql.rindex(")")]
        for sql in said
        if "(SELECT i.serial" in sql
    ]
    assert len(inner) == len(filters)
    for sql in inner:
        plan = " ".join(row[3] for row in journal.query(f"EXPLAIN QUERY PLAN {sql}"))
        assert "COVERING INDEX" in plan, (sql, plan)
        assert "TEMP B-TREE" not in plan, (sql, plan)
