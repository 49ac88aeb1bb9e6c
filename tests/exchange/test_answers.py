"""What comes back: receipts, adoptions, directives, returns; shown first, applied like typing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from infodesk.core.answers import ReceiptVia, Result, Standing
from infodesk.core.audit import AuditAction
from infodesk.core.batch_desk import BatchDesk
from infodesk.core.batches import BatchKind, BatchStatus, Because, Direction, EntryStatus, Party
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import ItemState
from infodesk.exchange.incoming import read_batch
from infodesk.storage.batch_store import SqliteBatchStore
from tests.exchange.conftest import KEYS, Office, batch_of, made, text

DAY = date(2026, 11, 20)


def taken_in(office: Office, path: Path):
    return office.incoming.apply(office.incoming.plan(office.incoming.read(path)), by="赵科长")


def code_of(act) -> Code:
    with pytest.raises(InfodeskError) as caught:
        act()
    return caught.value.code


def desk(office: Office) -> BatchDesk:
    return BatchDesk(office.batches, office.items, office.stations, office.answers)


@pytest.fixture
def pair(county, city) -> tuple[Office, Office]:
    """Return two offices that know each other, the second the superior of the first."""
    county.knows(city, superior=True)
    return county, city


def sent(county: Office, folder: Path, *titles: str) -> tuple[Path, list[str]]:
    items = [county.approved(title) for title in titles or ("西关镇山体滑坡",)]
    return county.outgoing.export(items, folder, by="李明").path, items


def told(office: Office, kind: BatchKind, folder: Path, *ids: str, **how: str) -> Path:
    answers, to = desk(office).answering(kind, ids, **how)
    return office.outgoing.send(kind, answers, folder, to=to, by="赵科长").path


def receipt_file(office: Office, batch: Path, folder: Path) -> Path:
    return office.incoming.save_receipt(read_batch(batch).id, folder)


def test_a_receipt_answers_line_by_line_and_is_the_same_whenever_it_is_asked(pair, tmp_path):
    county, city = pair
    path, items = sent(county, tmp_path, "西关镇山体滑坡", "城区停水")
    city_head = city.batches.head().hash
    result = taken_in(city, path)
    receipt = city.incoming.understood(result.receipt)
    assert (receipt.kind, receipt.from_office) == (BatchKind.RECEIPT, city.stations.own())
    assert receipt.to_office == county.stations.own()
    assert receipt.replied == read_batch(path).digest
    assert receipt.audit_head == city_head
    assert [(line.line, line.result, line.id, line.sha256) for line in receipt.answers] == [
        (place, Result.ACCEPTED, item, county.items.get(item).content.sha256())
        for place, item in enumerate(items, 1)
    ]
    city.clock.advance(days=3)
    city.items.autosave(items[0], text("改了", "改了。"), city.items.get(items[0]).rev)
    again = taken_in(city, path)
    assert (again.replayed, again.receipt) == (True, result.receipt)
    assert city.incoming.receipt(receipt.in_reply_to) == result.receipt
    first, second = (tmp_path / name for name in ("一.idb", "二.idb"))
    for target in (first, second):
        city.incoming.save_receipt(receipt.in_reply_to, target)
    assert first.read_bytes() == second.read_bytes() == result.receipt


def test_a_sender_says_delivered_only_after_a_verified_receipt(pair, tmp_path):
    county, city = pair
    path, _ = sent(county, tmp_path)
    batch_id = read_batch(path).id
    assert county.answers.standing(batch_id) is Standing.EXPORTED
    taken_in(city, path)
    answer = receipt_file(city, path, tmp_path)
    damaged = tmp_path / "坏.idb"
    damaged.write_bytes(answer.read_bytes()[:-1] + b"x")
    assert code_of(lambda: county.incoming.read(damaged)).text.startswith("batch-")
    assert county.answers.standing(batch_id) is Standing.EXPORTED
    assert [entry.status for entry in taken_in(county, answer).entries] == [EntryStatus.NEW]
    assert county.answers.standing(batch_id) is Standing.DELIVERED
    (kept,) = county.answers.receipts(batch_id)
    assert (kept.is_signed, kept.station) == (True, city.stations.own().station)
    assert taken_in(county, answer).replayed
    assert len(county.answers.receipts(batch_id)) == 1


def test_a_line_of_a_receipt_is_looked_up_by_its_place(pair, tmp_path, monkeypatch):
    county, city = pair
    path, items = sent(county, tmp_path, "西关镇山体滑坡", "城区停水")
    taken_in(city, path)
    answer = receipt_file(city, path, tmp_path)
    # Asking for all of them at each line takes hours where a batch has ten thousand.
    monkeypatch.setattr(SqliteBatchStore, "entries", lambda *_given: [])
    plan = county.incoming.plan(county.incoming.read(answer))
    assert [(entry.item.id, entry.status) for entry in plan.entries] == [
        (item, EntryStatus.NEW) for item in items
    ]


def test_a_receipt_of_another_batch_or_another_file_is_refused(pair, tmp_path):
    county, city = pair
    path, _ = sent(county, tmp_path)
    taken_in(city, path)
    receipt = city.incoming.understood(city.incoming.receipt(read_batch(path).id))
    keys = city.stations.own_keys()[0]
    before = county.contents()
    for wrong in (
        replace(receipt, replied="0" * 64),
        replace(receipt, in_reply_to=receipt.id),
    ):
        batch = county.incoming.understood(made(wrong, keys))
        assert code_of(lambda b=batch: county.incoming.plan(b)) is Code.RECEIPT_NOT_OURS
    assert county.contents() == before


def test_bad_lines_are_refused_singly_and_seen_in_the_receipt(city):
    good, bad = batch_of(text("甲", "一。"), text("乙", "二\u200b。")).items
    data = made(replace(batch_of(), items=(bad, good)))
    batch = city.incoming.understood(data)
    result = city.incoming.apply(city.incoming.plan(batch))
    receipt = city.incoming.understood(result.receipt)
    assert [(line.line, line.result, line.because) for line in receipt.answers] == [
        (1, Result.REFUSED, Because.UNCLEAN),
        (2, Result.ACCEPTED, None),
    ]


def test_what_is_missing_is_told_and_asked_for(pair, tmp_path):
    county, city = pair
    paths = [sent(county, tmp_path, title)[0] for title in "甲乙丙丁"]
    assert [read_batch(path).seq for path in paths] == [1, 2, 3, 4]
    taken_in(city, paths[0])
    plan = city.incoming.plan(city.incoming.read(paths[3]))
    assert plan.gaps == (2, 3)
    result = city.incoming.apply(plan)
    assert city.incoming.understood(result.receipt).gaps == (2, 3)
    assert list(desk(city).gaps().values()) == [[2, 3]]
    county.incoming.apply(county.incoming.plan(county.incoming.understood(result.receipt)))
    assert county.answers.receipts(read_batch(paths[3]).id)[0].gaps == (2, 3)
    taken_in(city, paths[1])
    taken_in(city, paths[2])
    assert desk(city).gaps() == {}


def test_a_number_is_given_once_and_each_batch_names_the_one_before(pair, tmp_path):
    county, city = pair
    first, _ = sent(county, tmp_path, "甲")
    second, _ = sent(county, tmp_path, "乙")
    assert read_batch(second).prev == read_batch(first).digest
    taken_in(city, first)
    keys = county.stations.own_keys()[0]
    other = replace(read_batch(second), seq=1, id=batch_of().id)
    wrong = replace(read_batch(second), prev="0" * 64, id=batch_of().id)
    before = city.contents()
    for forged in (other, wrong):
        batch = city.incoming.understood(made(forged, keys))
        assert code_of(lambda b=batch: city.incoming.plan(b)) is Code.BATCH_NUMBER_REUSED
    assert city.contents() == before


def test_a_restored_journal_begins_a_stream_of_its_own(pair, tmp_path):
    from infodesk.core.audit import note

    county, city = pair
    first, _ = sent(county, tmp_path, "甲")
    taken_in(city, first)
    note(
        county.batches,
        AuditAction.RESTORE_BACKUP,
        actor="",
        subject="",
        at=county.clock.now(),
    )
    second, _ = sent(county, tmp_path, "乙")
    found = read_batch(second)
    assert (found.seq, found.prev) == (1, "")
    assert found.stream != read_batch(first).stream
    assert taken_in(city, second).entries[0].status is EntryStatus.NEW


def test_drills_travel_and_never_count(pair, tmp_path):
    county, city = pair
    item = county.approved()
    record = county.outgoing.export([item], tmp_path / "演练.idb", status=BatchStatus.EXERCISE)
    assert county.items.get(item).state is ItemState.APPROVED
    assert read_batch(record.path).seq == 0
    assert code_of(lambda: taken_in(city, record.path)) is Code.BATCH_IS_DRILL
    assert read_batch(sent(county, tmp_path, "真的")[0]).seq == 1


def adopted(pair, folder: Path) -> tuple[str, str, Path]:
    county, city = pair
    path, (item,) = sent(county, folder)
    taken_in(city, path)
    kept = city.answers.adopt(
        item, publication="每日要情", number="第47期", day=DAY, points=5, by="赵科长"
    )
    return item, kept.adoption.id, path


def test_an_adoption_comes_home_with_publication_points_and_printed_hash(pair, tmp_path):
    county, city = pair
    item, adoption, path = adopted(pair, tmp_path)
    file = told(city, BatchKind.ADOPTION, tmp_path, adoption)
    plan = county.incoming.plan(county.incoming.read(file))
    assert [entry.status for entry in plan.entries] == [EntryStatus.NEW]
    assert county.answers.adoptions() == []
    county.incoming.apply(plan, by="李明")
    (kept,) = county.answers.adoptions(item)
    assert kept.origin == city.stations.own().station
    assert kept.adoption == city.answers.adoption(adoption).adoption
    assert (kept.adoption.publication, kept.adoption.points) == ("每日要情", 5)
    assert kept.adoption.sha256 == city.items.get(item).content.sha256()
    assert county.answers.standing(read_batch(path).id) is Standing.ADOPTED
    head = county.batches.head()
    assert head.action == AuditAction.RECEIVE
    assert AuditAction.ADOPT in [row[0] for row in county.journal.query("SELECT action FROM audit")]


def test_how_far_batches_came_is_asked_of_all_at_once(pair, tmp_path):
    county, city = pair
    _, adoption, adopted_file = adopted(pair, tmp_path)
    taken_in(county, told(city, BatchKind.ADOPTION, tmp_path, adoption))
    files = [adopted_file]
    for title in ("城区停水", "秋粮过半"):
        county.clock.advance(minutes=1)
        files.append(sent(county, tmp_path, title)[0])
    taken_in(city, files[1])
    taken_in(county, receipt_file(city, files[1], tmp_path))
    ids = [read_batch(file).id for file in files]
    reached = [Standing.ADOPTED, Standing.DELIVERED, Standing.EXPORTED]
    assert county.answers.standings(ids) == dict(zip(ids, reached, strict=True))
    statements = []
    county.journal.connection.set_trace_callback(statements.append)
    county.answers.standings(ids)
    county.journal.connection.set_trace_callback(None)
    assert len(statements) == 1
    numbers = county.batches.numbers(Direction.SENT)
    assert [record.id for record in county.batches.numbered(numbers)] == ids[::-1]
    assert [record.id for record in county.batches.numbered(numbers[1:2])] == [ids[1]]
    assert city.batches.last_with_gaps() == []
    taken_in(city, files[2])
    assert city.batches.last_with_gaps() == []


def test_a_withdrawn_adoption_is_withdrawn_on_both_desks_and_stays_on_record(pair, tmp_path):
    county, city = pair
    item, adoption, path = adopted(pair, tmp_path)
    taken_in(county, told(city, BatchKind.ADOPTION, tmp_path, adoption))
    assert code_of(lambda: desk(city).answering(BatchKind.WITHDRAWAL, [adoption])) is (
        Code.ADOPTION_NOT_FOUND
    )
    city.answers.withdraw(adoption, "重复刊发", by="赵科长")
    assert code_of(lambda: city.answers.withdraw(adoption, "再次")) is Code.ADOPTION_WITHDRAWN
    taken_in(county, told(city, BatchKind.WITHDRAWAL, tmp_path, adoption))
    (kept,) = county.answers.adoptions(item)
    assert (kept.stands, kept.withdrawn_because) == (False, "重复刊发")
    assert county.answers.standing(read_batch(path).id) is Standing.EXPORTED
    for statement in (
        "DELETE FROM adoptions",
        "UPDATE adoptions SET points = 50",
        "UPDATE adoptions SET withdrawn_at = NULL",
    ):
        with pytest.raises(Exception, match="kept for good"):
            county.journal.change(statement)


def test_an_adoption_of_what_we_never_sent_goes_to_the_conflicts(pair, tmp_path):
    county, city = pair
    foreign = city.approved("市里自己的一条")
    kept = city.answers.adopt(foreign, publication="每日要情", number="1", day=DAY)
    answers, _ = desk(city).answering(BatchKind.ADOPTION, [kept.adoption.id])
    to = county.stations.own()
    path = city.outgoing.send(BatchKind.ADOPTION, answers, tmp_path, to=to).path
    result = taken_in(county, path)
    assert [(entry.status, entry.because) for entry in result.entries] == [
        (EntryStatus.CONFLICTING, Because.UNKNOWN_ITEM)
    ]
    assert county.answers.adoptions() == []
    (conflict,) = county.answers.conflicts()
    assert (conflict.kind, conflict.because) == (BatchKind.ADOPTION, Because.UNKNOWN_ITEM)
    assert json.loads(conflict.said)["publication"] == "每日要情"
    county.answers.settle(conflict.number, by="李明")
    assert county.answers.conflicts() == []
    assert code_of(lambda: county.answers.settle(conflict.number)) is Code.ANSWER_NOT_FOUND
    (settled,) = county.answers.conflicts(settled=True)
    assert settled.settled_by == "李明"


def test_a_third_station_does_not_withdraw_anothers_adoption(pair, office, tmp_path):
    county, city = pair
    _, adoption, _ = adopted(pair, tmp_path)
    taken_in(county, told(city, BatchKind.ADOPTION, tmp_path, adoption))
    third = office("示范省")
    county.knows(third)
    city.answers.withdraw(adoption, "撤")
    line = city.answers.withdrawal(adoption)
    path = third.outgoing.send(
        BatchKind.WITHDRAWAL, [line], tmp_path / "x.idb", to=county.stations.own()
    ).path
    assert taken_in(county, path).entries[0].because is Because.OTHER_SENDER
    assert county.answers.adoption(adoption).stands


def test_commissions_and_directives_come_down_once(pair, tmp_path):
    county, city = pair
    path, (item,) = sent(county, tmp_path)
    taken_in(city, path)
    topic = city.answers.commission("秋粮收购进度", "写明价格和农民反映", due=DAY, points=10)
    words = city.answers.direct(item, leader="周某", post="副市长", text="请跟踪。", day=DAY)
    files = [
        told(city, BatchKind.COMMISSION, tmp_path, topic.id),
        told(city, BatchKind.DIRECTIVE, tmp_path, words.id),
    ]
    for file in files:
        assert taken_in(county, file).entries[0].status is EntryStatus.NEW
    origin = city.stations.own().station
    assert county.answers.commissions() == [(topic, origin)]
    assert county.answers.directives(item) == [(words, origin)]
    again = told(city, BatchKind.COMMISSION, tmp_path, topic.id)
    assert taken_in(county, again).entries[0].status is EntryStatus.SAME
    other = replace(topic, title="另一个题目")
    changed = city.outgoing.send(BatchKind.COMMISSION, [other], tmp_path, to=Party()).path
    assert taken_in(county, changed).entries[0].because is Because.DIFFERS
    assert county.answers.commissions() == [(topic, origin)]


def test_a_returned_item_can_be_corrected_and_sent_again(pair, tmp_path):
    county, city = pair
    path, (item,) = sent(county, tmp_path)
    taken_in(city, path)
    assert code_of(lambda: desk(city).answering(BatchKind.RETURN, [item])) is (
        Code.ITEM_STATE_FORBIDS
    )
    city.items.return_to_unit(item, "赵科长", "缺少截至时间")
    taken_in(county, told(city, BatchKind.RETURN, tmp_path, item))
    returned = county.items.get(item)
    assert (returned.state, returned.sent_at) == (ItemState.RETURNED, None)
    act = county.items.history(item)[-1]
    assert (act.by, act.reason) == ("示范市", "缺少截至时间")
    assert county.answers.standing(read_batch(path).id) is Standing.RETURNED
    county.clock.advance(minutes=5)
    county.items.autosave(item, text("西关镇山体滑坡", "截至10时，2人受伤。"), returned.rev)
    county.items.approve(item, "王主任")
    corrected = county.outgoing.export([item], tmp_path).path
    plan = city.incoming.plan(city.incoming.read(corrected))
    assert [entry.status for entry in plan.entries] == [EntryStatus.CHANGED]
    assert plan.entries[0].ours.body == "2人受伤。"
    city.incoming.apply(plan)
    assert city.items.get(item).content.body == "截至10时，2人受伤。"


def test_a_cancelled_item_goes_to_the_trash_where_nobody_worked_on_it(pair, tmp_path):
    county, city = pair
    path, items = sent(county, tmp_path, "甲", "乙")
    taken_in(city, path)
    city.items.autosave(items[1], text("乙", "市里改过。"), city.items.get(items[1]).rev)
    assert code_of(lambda: desk(county).answering(BatchKind.CANCEL, items)) is Code.REASON_REQUIRED
    file = told(county, BatchKind.CANCEL, tmp_path, *items, reason="事件不属实")
    result = taken_in(city, file)
    assert [(entry.status, entry.because) for entry in result.entries] == [
        (EntryStatus.NEW, None),
        (EntryStatus.CONFLICTING, Because.EDITED_HERE),
    ]
    assert city.items.get(items[0]).discarded_at is not None
    assert city.items.get(items[1]).content.body == "市里改过。"


def test_answers_to_several_stations_go_in_files_of_their_own(pair, office, tmp_path):
    county, city = pair
    third = office("示范区").knows(city, superior=True)
    city.knows(third)
    ids = []
    for from_office in (county, third):
        path, (item,) = sent(from_office, tmp_path)
        taken_in(city, path)
        kept = city.answers.adopt(item, publication="要情", number="1", day=DAY)
        ids.append(kept.adoption.id)
    mixed = code_of(lambda: desk(city).answering(BatchKind.ADOPTION, ids))
    assert mixed is Code.BATCH_RECIPIENTS_DIFFER
    _, to = desk(city).answering(BatchKind.ADOPTION, ids[:1])
    assert to == county.stations.own()


def test_a_receipt_by_telephone_is_marked_as_our_own_record(pair, tmp_path):
    county, _ = pair
    path, _ = sent(county, tmp_path)
    record = desk(county).sent(read_batch(path).id)
    now = county.clock.now()
    note = county.answers.record_receipt(
        record, via=ReceiptVia.PHONE, said_at=now, said_by="值班室张某", by="李明"
    )
    assert not note.is_signed
    assert county.answers.receipts(record.id) == [note]
    assert county.answers.standing(record.id) is Standing.DELIVERED
    assert county.batches.head().action == AuditAction.RECEIPT
    nameless = code_of(
        lambda: county.answers.record_receipt(record, via=ReceiptVia.FAX, said_at=now, said_by=" ")
    )
    assert nameless is Code.NAME_REQUIRED
    with pytest.raises(ValueError, match="signed"):
        county.answers.record_receipt(record, via=ReceiptVia.SIGNED, said_at=now, said_by="张某")


@pytest.mark.parametrize("kind", sorted(set(BatchKind) - {BatchKind.REPORT, BatchKind.CARD}))
def test_a_line_of_any_kind_that_is_unfit_is_refused_singly(kind, city):
    """Each kind's lines are read by their own form, and nothing else passes."""
    import hashlib

    from infodesk.exchange import minisign
    from infodesk.exchange.container import NAMES
    from infodesk.exchange.zip_shell import STORED, packed, parts_in, shell

    lines = b'{}\n{"id":1}\n[]\nnull\n"x"\n' + b"[" * 9000 + b"\n"
    parts = parts_in(made(batch_of(text("甲", "一。"))), NAMES)
    manifest = json.loads(parts[1].packed)
    manifest |= {"kind": kind.value, "items": 6, "in_reply_to": "", "replied": ""}
    manifest["files"][0] |= {"bytes": len(lines), "sha256": hashlib.sha256(lines).hexdigest()}
    raw = json.dumps(manifest).encode()
    comment = f"infodesk.batch {manifest['batch_id']}"
    data = shell(
        [
            parts[0],
            packed(NAMES[1], raw, method=STORED),
            packed(NAMES[2], minisign.sign(raw, bytes.fromhex(KEYS.sign), comment), method=STORED),
            packed(NAMES[3], lines),
        ]
    )
    found = city.incoming.understood(data)
    assert [line.because for line in found.refused] == [Because.UNREADABLE] * 6
    assert found.answers == found.items == ()
