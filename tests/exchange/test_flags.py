"""What an item is marked with travels beside its text, and is seen where it arrives."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import date

import pytest

from infodesk import paths
from infodesk.core.batches import EntryStatus
from infodesk.core.items import Content, Flag, Section, known_flags
from infodesk.core.stations import fingerprint
from infodesk.exchange.incoming import read_batch
from infodesk.exchange.sayings import strings_in
from infodesk.workspace import Workspace
from tests.exchange.conftest import batch_of, made, text
from tests.storage.desks import text as content

WHOLE = (
    Section("situation", "11月22日8时，西关镇发生山体滑坡，2人受伤。"),
    Section("measures", "县政府组织200人抢险。"),
    Section("progress", "道路已抢通，2名伤者已出院。"),
)


@pytest.fixture
def desks(tmp_path, clock):
    """Return a county and a city that know each other."""
    with ExitStack() as stack:
        names = ("county", "city")
        county, city = (
            stack.enter_context(Workspace(tmp_path / f"{name}.infodesk", clock=clock))
            for name in names
        )
        own = county.stations.own()
        city.stations.trust(own, fingerprint(own))
        yield county, city


def approved(desk: Workspace, despite: str = "") -> str:
    sections = WHOLE[:1] if despite else WHOLE
    item = desk.items.add(Content("西关镇山体滑坡致2人受伤", sections), unit="西关镇")
    desk.items.approve(item.id, "王主任", despite=despite)
    return item.id


def flags_of(record) -> list[tuple[str, ...]]:
    return [item.flags for item in read_batch(record.path).items]


def taken_in(desk: Workspace, record) -> None:
    desk.incoming.apply(desk.incoming.plan(desk.incoming.read(record.path)))


def test_an_item_that_is_whole_and_new_is_marked_with_nothing(desks, tmp_path):
    county, city = desks
    record = county.outgoing.export([approved(county)], tmp_path)
    assert flags_of(record) == [()]
    taken_in(city, record)
    assert city.items.flags(read_batch(record.path).items[0].id) == ()


def test_what_lacked_a_must_what_was_issued_and_what_goes_again_is_marked(desks, tmp_path):
    county, _ = desks
    lacking, printed = approved(county, "先报后补"), approved(county)
    series = county.bulletins.add_series(
        key="x", name="示范信息", issuer="", masthead="plain", next_number=1, next_total=1
    )
    issue = county.bulletins.open_issue(series.id, [printed])
    county.bulletins.sign(issue.id, "王主任", date(2026, 11, 20))
    first = county.outgoing.export([lacking, printed], tmp_path)
    assert flags_of(first) == [("despite",), ("issued",)]
    assert not any("先报后补" in said for said in strings_in(first.path.read_bytes(), []))
    again = county.outgoing.export([printed], tmp_path)
    assert flags_of(again) == [("issued", "again")]


def test_the_receiver_keeps_the_marks_and_tells_further_up_what_it_knows_itself(desks, tmp_path):
    county, city = desks
    item = approved(county, "先报后补")
    taken_in(city, county.outgoing.export([item], tmp_path))
    assert city.items.flags(item) == (Flag.DESPITE,)
    city.items.approve(item, "赵科长", despite="照转")
    assert flags_of(city.outgoing.export([item], tmp_path)) == [("despite", "forwarded")]


def test_a_newer_text_brings_its_own_marks(city):
    first = batch_of(text("甲", "一。"))
    sent = replace(first.items[0], flags=("despite", "issued"))
    later = replace(
        sent,
        content=content("甲", "二。"),
        approved_at=sent.approved_at.replace(hour=10),
        flags=("again", "colour"),
    )
    for status, item in ((EntryStatus.NEW, sent), (EntryStatus.CHANGED, later)):
        batch = replace(batch_of(text("x", "x")), items=(item,), created_at=first.created_at)
        plan = city.incoming.plan(city.incoming.understood(made(batch)))
        assert plan.entries[0].status is status
        city.incoming.apply(plan)
    assert city.items.flags(sent.id) == (Flag.AGAIN,)


def test_each_flag_is_explained_in_the_form_of_the_file():
    page = (paths.resources() / "help" / "batch-file.md").read_text("utf-8")
    (line,) = (line for line in page.splitlines() if line.startswith("| `flags`"))
    assert all(f"`{flag}`" in line for flag in Flag)


def test_words_of_a_newer_office_are_left_alone():
    assert known_flags(["later", "again", "despite", "again"]) == (Flag.DESPITE, Flag.AGAIN)
