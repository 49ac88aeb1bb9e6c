from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from infodesk.core.batches import BatchStatus, Because, Direction, EntryStatus
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Act, ItemState, Source, VersionReason
from infodesk.exchange import container
from infodesk.exchange.incoming import read_batch
from infodesk.exchange.zip_shell import parts_in
from tests.exchange.conftest import batch_of, made, text


def sent(office, folder: Path, *item_ids: str) -> Path:
    return office.outgoing.export(list(item_ids), folder).path


def statuses(plan) -> list[tuple[EntryStatus, Because | None]]:
    return [(entry.status, entry.because) for entry in plan.entries]


def taken_in(office, path: Path):
    return office.incoming.apply(office.incoming.plan(office.incoming.read(path)), by="赵科长")


def test_what_was_sent_comes_in_as_drafts_with_their_texts(county, city, tmp_path):
    first, second = county.approved("西关镇山体滑坡"), county.approved("城区停水")
    path = sent(county, tmp_path, first, second)
    before = city.contents()
    plan = city.incoming.plan(city.incoming.read(path))
    assert statuses(plan) == [(EntryStatus.NEW, None)] * 2
    assert city.contents() == before
    result = city.incoming.apply(plan, by="赵科长")
    assert not result.replayed
    for item_id in (first, second):
        ours, theirs = city.items.get(item_id), county.items.get(item_id)
        assert ours.content == theirs.content
        assert (ours.state, ours.source, ours.origin) == (
            ItemState.DRAFT,
            Source.BATCH,
            "示范县",
        )
        assert (ours.unit, ours.author) == ("西关镇", "")
        assert [version.reason for version in city.items.revisions(item_id)] == [
            VersionReason.IMPORTED
        ]
        act = city.items.history(item_id)[-1]
        assert (act.act, act.by, act.reason) == (Act.RECEIVE, "赵科长", "示范县")


def test_twice_imported_is_once_counted(county, city, tmp_path):
    path = sent(county, tmp_path, county.approved())
    first = taken_in(city, path)
    after = city.contents()
    city.clock.advance(days=3)
    plan = city.incoming.plan(city.incoming.read(path))
    assert plan.replayed
    assert statuses(plan) == [(EntryStatus.NEW, None)]
    again = city.incoming.apply(plan, by="别人")
    assert (again.record, again.entries) == (first.record, first.entries)
    assert again.replayed
    assert city.contents() == after


def test_the_result_given_first_is_the_one_given_again(county, city, tmp_path):
    """Even where our copy has been edited since, the stored answer stands."""
    item = county.approved()
    path = sent(county, tmp_path, item)
    first = taken_in(city, path)
    city.items.autosave(item, text("改了", "改了。"), city.items.get(item).rev)
    assert taken_in(city, path).entries == first.entries


def not_again(*_given: object) -> None:
    raise AssertionError("the lines of a known batch are taken apart anew")


def test_a_batch_that_came_before_is_answered_without_its_lines(
    county, city, tmp_path, monkeypatch
):
    path = sent(county, tmp_path, county.approved(), county.approved("城区停水"))
    first = taken_in(city, path)
    with monkeypatch.context() as patch:
        patch.setattr(container, "decoded", not_again)
        again = taken_in(city, path)
    assert again.replayed
    assert (again.record, again.entries, again.receipt) == (
        first.record,
        first.entries,
        first.receipt,
    )


def test_a_batch_that_came_before_is_held_against_its_sums_and_its_senders_key(
    county, city, tmp_path
):
    path = sent(county, tmp_path, county.approved())
    taken_in(city, path)
    plan = city.incoming.plan(city.incoming.read(path))
    whole = path.read_bytes()
    items = parts_in(whole, container.NAMES)[3]
    place = whole.index(items.packed) + len(items.packed) // 2
    path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    with pytest.raises(InfodeskError) as refused:
        city.incoming.read(path)
    assert refused.value.code is Code.BATCH_PART_ALTERED
    city.stations.revoke(county.stations.own().station, "钥匙丢失")
    with pytest.raises(InfodeskError) as refused:
        city.incoming.apply(plan)
    assert refused.value.code is Code.STATION_KEY_REVOKED


def test_a_journal_that_forgot_a_batch_since_the_plan_takes_it_in(county, city, office, tmp_path):
    path = sent(county, tmp_path, county.approved())
    taken_in(city, path)
    plan = city.incoming.plan(city.incoming.read(path))
    older = office("示范市旧").knows(county)
    assert not older.incoming.apply(plan).replayed


def test_the_same_item_in_another_batch_is_the_same(county, city, tmp_path):
    item = county.approved()
    taken_in(city, sent(county, tmp_path, item))
    plan = city.incoming.plan(read_batch(sent(county, tmp_path, item)))
    assert statuses(plan) == [(EntryStatus.SAME, None)]
    city.incoming.apply(plan)
    assert len(city.items.revisions(item)) == 1


def newer(office, item_id: str, body: str) -> None:
    office.clock.advance(minutes=5)
    office.corrected(item_id, body)


def test_a_newer_text_replaces_what_came_and_was_never_touched(county, city, tmp_path):
    item = county.approved()
    first = sent(county, tmp_path, item)
    taken_in(city, first)
    newer(county, item, "3人受伤。")
    plan = city.incoming.plan(read_batch(sent(county, tmp_path, item)))
    assert statuses(plan) == [(EntryStatus.CHANGED, None)]
    city.incoming.apply(plan)
    assert city.items.get(item).content.body == "3人受伤。"
    assert [version.content.body for version in city.items.revisions(item)] == [
        "2人受伤。",
        "3人受伤。",
    ]


def test_an_older_text_that_comes_later_does_not_turn_the_clock_back(county, city, tmp_path):
    item = county.approved()
    first = sent(county, tmp_path, item)
    newer(county, item, "3人受伤。")
    taken_in(city, sent(county, tmp_path, item))
    plan = city.incoming.plan(read_batch(first))
    assert statuses(plan) == [(EntryStatus.CONFLICTING, Because.OLDER)]
    city.incoming.apply(plan)
    assert city.items.get(item).content.body == "3人受伤。"


def test_a_text_that_came_again_is_as_new_as_its_last_approval(county, city, tmp_path):
    item = county.approved()
    taken_in(city, sent(county, tmp_path, item))
    newer(county, item, "3人受伤。")
    between = sent(county, tmp_path, item)
    newer(county, item, "2人受伤。")
    taken_in(city, sent(county, tmp_path, item))
    plan = city.incoming.plan(read_batch(between))
    assert statuses(plan) == [(EntryStatus.CONFLICTING, Because.OLDER)]
    city.incoming.apply(plan)
    assert city.items.get(item).content.body == "2人受伤。"


def edited(office, item: str) -> None:
    office.items.autosave(item, text("题目", "我们改过。"), office.items.get(item).rev)


def approved(office, item: str) -> None:
    office.items.approve(item, "赵科长")


def discarded(office, item: str) -> None:
    office.items.discard(item, "赵科长")


@pytest.mark.parametrize(
    ("touch", "because"),
    [
        (edited, Because.EDITED_HERE),
        (approved, Because.EDITED_HERE),
        (discarded, Because.IN_TRASH),
    ],
)
def test_our_own_work_is_never_overwritten(county, city, tmp_path, touch, because):
    item = county.approved()
    taken_in(city, sent(county, tmp_path, item))
    touch(city, item)
    ours = city.items.get(item)
    newer(county, item, "3人受伤。")
    result = taken_in(city, sent(county, tmp_path, item))
    assert [(entry.status, entry.because) for entry in result.entries] == [
        (EntryStatus.CONFLICTING, because)
    ]
    assert result.entries[0].content == county.items.get(item).content
    assert city.items.get(item) == ours


def test_an_item_of_another_office_is_not_changed_by_a_third(county, city, office, tmp_path):
    item = county.approved()
    taken_in(city, sent(county, tmp_path, item))
    third = office("示范区").knows(county)
    city.knows(third)
    taken_in(third, sent(county, tmp_path, item))
    third.clock.advance(minutes=1)
    third.items.autosave(item, text("题目", "5人受伤。"), third.items.get(item).rev)
    third.items.approve(item, "周科长")
    plan = city.incoming.plan(read_batch(sent(third, tmp_path, item)))
    assert statuses(plan) == [(EntryStatus.CONFLICTING, Because.OTHER_SENDER)]


def test_our_own_batch_brings_home_nothing_new(county, tmp_path):
    plan = county.incoming.plan(read_batch(sent(county, tmp_path, county.approved())))
    assert statuses(plan) == [(EntryStatus.SAME, None)]
    assert not county.incoming.apply(plan).replayed
    assert Counter(record.direction for record in county.batches.batches()) == {
        Direction.SENT: 1,
        Direction.RECEIVED: 1,
    }


def test_another_batch_under_a_known_number_is_refused(city):
    first = container.read(made(batch_of(text("甲", "一。"))))
    city.incoming.apply(city.incoming.plan(first))
    other = container.read(made(replace(first, items=batch_of(text("乙", "二。")).items)))
    before = city.contents()
    for attempt in (city.incoming.plan, lambda b: city.incoming.apply(replace_batch(city, b))):
        with pytest.raises(InfodeskError) as caught:
            attempt(other)
        assert caught.value.code is Code.BATCH_ID_REUSED
    assert city.contents() == before


def replace_batch(city, batch):
    plan = city.incoming.plan(batch_of(text("丙", "三。")))
    return replace(plan, batch=batch)


def test_a_refused_item_does_not_keep_the_others_out(city):
    good, bad = batch_of(text("甲", "一。"), text("乙", "二\u200b。")).items
    batch = container.read(made(with_items(bad, good)))
    result = city.incoming.apply(city.incoming.plan(batch))
    assert [(entry.place, entry.status, entry.because) for entry in result.entries] == [
        (1, EntryStatus.REFUSED, Because.UNCLEAN),
        (2, EntryStatus.NEW, None),
    ]
    assert city.items.get(good.id).content == good.content


def with_items(*items):
    return replace(batch_of(), items=items)


def test_a_drill_is_shown_and_not_imported(city):
    drill = replace(batch_of(text("演练", "演练。")), status=BatchStatus.EXERCISE)
    batch = container.read(made(drill))
    plan = city.incoming.plan(batch)
    before = city.contents()
    with pytest.raises(InfodeskError) as caught:
        city.incoming.apply(plan)
    assert caught.value.code is Code.BATCH_IS_DRILL
    assert city.contents() == before


@pytest.mark.parametrize(
    ("desk", "step"),
    [
        ("store", "insert_all"),
        ("batches", "insert"),
        ("batches", "append"),
        ("answers", "add_receipt"),
    ],
)
def test_an_import_that_breaks_off_takes_nothing_in(city, monkeypatch, desk, step):
    batch = container.read(
        made(batch_of(text("甲", "一。"), text("乙", "二。"), text("丙", "三。")))
    )
    plan = city.incoming.plan(batch)
    before = city.contents()
    store = city.answers._store if desk == "answers" else getattr(city, desk)
    done = getattr(store, step)

    def breaks_off(*given, **named):
        done(*given, **named)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(store, step, breaks_off)
    with pytest.raises(OSError, match="Input/output error"):
        city.incoming.apply(plan)
    assert city.contents() == before
    monkeypatch.undo()
    assert len(city.incoming.apply(plan).entries) == 3


def test_what_changed_since_the_plan_was_shown_is_respected(county, city, tmp_path):
    item = county.approved()
    taken_in(city, sent(county, tmp_path, item))
    newer(county, item, "3人受伤。")
    plan = city.incoming.plan(read_batch(sent(county, tmp_path, item)))
    assert statuses(plan) == [(EntryStatus.CHANGED, None)]
    edited(city, item)
    result = city.incoming.apply(plan)
    assert result.entries[0].status is EntryStatus.CONFLICTING
    assert city.items.get(item).content.body == "我们改过。"


def test_a_file_that_is_missing_a_folder_or_no_batch_is_refused(city, tmp_path):
    other = tmp_path / "a.idb"
    other.write_bytes(b"not a batch")
    for path, code in [
        (tmp_path / "没有.idb", Code.FILE_MISSING),
        (tmp_path, Code.FILE_IS_FOLDER),
        (other, Code.BATCH_NOT_ONE),
    ]:
        with pytest.raises(InfodeskError) as caught:
            city.incoming.read(path)
        assert caught.value.code is code


def test_what_is_recorded_of_a_batch_cannot_be_changed(county, tmp_path):
    county.outgoing.export([county.approved()], tmp_path)
    for statement in (
        "UPDATE batches SET digest = ''",
        "DELETE FROM batches",
        "UPDATE batch_entries SET sha256 = ''",
        "DELETE FROM batch_entries",
    ):
        with pytest.raises(Exception, match="kept for good"):
            county.journal.change(statement)


def test_a_journal_keeps_its_station(county, city):
    assert county.stations.own() == county.stations.own()
    assert county.stations.own().station != city.stations.own().station
