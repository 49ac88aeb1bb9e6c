"""Personal data stays at home unless it was looked at, item by item; the batch says so."""

from __future__ import annotations

import json

import pytest

from infodesk.core.batches import Direction
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Section
from infodesk.exchange.incoming import read_batch
from infodesk.workspace import Workspace

PRIVATE = "伤者王某，身份证号 11010519491231002X，电话 13812345678，已送医。"
PUBLIC = "11月22日8时，西关镇发生山体滑坡，2人受伤。"


@pytest.fixture
def desk(tmp_path, clock):
    with Workspace(tmp_path / "a.infodesk", clock=clock) as workspace:
        yield workspace


def approved(desk: Workspace, body: str) -> str:
    content = Content("西关镇山体滑坡", (Section("situation", body),))
    item = desk.items.add(content, unit="西关镇", author="李明")
    desk.items.approve(item.id, "王主任", despite="试")
    return item.id


def test_personal_data_is_masked_and_the_manifest_says_how_often(desk, tmp_path):
    item, other = approved(desk, PRIVATE), approved(desk, PUBLIC)
    record = desk.outgoing.export([item, other], tmp_path / "a.idb", by="李明")
    found = read_batch(record.path)
    body = found.items[0].content.body
    assert "13812345678" not in body
    assert "11010519491231002X" not in body
    assert len(body) == len(PRIVATE)
    assert found.items[1].content.body == PUBLIC
    assert (found.privacy.masked, found.privacy.kept) == (2, ())
    assert desk.items.get(item).content.body == PRIVATE
    entry, plain = desk.exchange.entries(record)
    assert entry.content.body == body
    assert entry.sha256 == desk.items.approval(item).sha256
    assert plain.content is None


def test_an_office_that_does_without_the_findings_still_masks(desk, tmp_path):
    for rule in ("mobile-number", "identity-number"):
        desk.rules.change(rule, off=True)
    record = desk.outgoing.export([approved(desk, PRIVATE)], tmp_path / "a.idb", by="李明")
    found = read_batch(record.path)
    assert "13812345678" not in found.items[0].content.body
    assert "11010519491231002X" not in found.items[0].content.body
    assert found.privacy.masked == 2


def test_personal_data_that_was_looked_at_stays_and_is_named(desk, tmp_path):
    item, other = approved(desk, PRIVATE), approved(desk, PUBLIC)
    record = desk.outgoing.export([item, other], tmp_path / "a.idb", keep_personal={item, other})
    found = read_batch(record.path)
    assert found.items[0].content.body == PRIVATE
    assert (found.privacy.masked, found.privacy.kept) == (0, (item,))
    personal = json.loads(found.manifest)["personal"]
    assert personal == {"masked": 0, "kept": [item]}


def test_what_was_masked_is_taken_in_with_a_right_hash(desk, tmp_path, clock):
    from infodesk.core.stations import fingerprint

    record = desk.outgoing.export([approved(desk, PRIVATE)], tmp_path / "a.idb")
    with Workspace(tmp_path / "b.infodesk", clock=clock) as above:
        own = desk.stations.own()
        above.stations.trust(own, fingerprint(own))
        plan = above.incoming.plan(above.incoming.read(record.path))
        result = above.incoming.apply(plan)
        assert len(result.entries) == 1
        assert "****" in above.items.get(result.entries[0].item_id).content.body
    assert desk.exchange.entries(record)[0].status.value == "sent"
    assert desk.batches.get(record.id, Direction.SENT).digest == record.digest


def test_figures_and_the_name_of_the_kind_travel_and_the_author_does_not(desk, tmp_path):
    record = desk.outgoing.export([approved(desk, PUBLIC)], tmp_path / "a.idb")
    item = read_batch(record.path).items[0]
    assert [(each.name, each.value) for each in item.figures] == [("injured", 2)]
    assert item.profile == desk.profiles["event"].name
    assert "李明".encode() not in record.path.read_bytes()


def test_a_follow_up_travels_with_its_place_in_the_chain(desk, tmp_path, clock):
    from infodesk.core.stations import fingerprint

    first = approved(desk, PUBLIC)
    text = (Section("situation", "截至12时，又有1人受伤。"),)
    later = desk.items.follow_up(first, "李明", text)
    desk.items.approve(later.id, "王主任", despite="试")
    record = desk.outgoing.export([first, later.id], tmp_path / "a.idb")
    chain = read_batch(record.path).items[1].chain
    assert (chain.event, chain.number, chain.predecessor) == (first, 2, first)
    with Workspace(tmp_path / "b.infodesk", clock=clock) as above:
        own = desk.stations.own()
        above.stations.trust(own, fingerprint(own))
        above.incoming.apply(above.incoming.plan(above.incoming.read(record.path)))
        assert [each.id for each in above.items.chain(first)] == [first, later.id]


def test_an_item_marked_secret_leaves_no_house(desk, tmp_path):
    with pytest.raises(InfodeskError) as caught:
        approved(desk, "秘密★1年\n某事。")
    assert caught.value.code is Code.ITEM_CLASSIFIED
