from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import (
    MAX_CHARACTERS,
    Act,
    Content,
    ItemFilter,
    ItemState,
    Received,
    Section,
    Source,
    VersionReason,
)


def text(title, body="全县 12 处积水点已全部消除。"):
    return Content(title, (Section("situation", body),))


def refused(code):
    return pytest.raises(InfodeskError, match=f"^\\('{code.text}'")


def test_an_added_item_is_a_draft_and_comes_back_equal(office):
    content = Content(
        "西关镇“6·12”滑坡",
        (
            Section("situation", "第一段\n第二段 50%_\\"),
            Section("measures", ""),
            Section("x", "完"),
        ),
    )
    added = office.items.add(content, kind="problem", unit="西关镇", author="科长")
    found = office.items.get(added.id)
    assert found == added
    assert found.content == content
    assert (found.serial, found.state, found.kind) == (1, ItemState.DRAFT, "problem")
    assert (found.unit, found.author, found.created_at) == ("西关镇", "科长", office.clock.now())
    assert office.items.get("1") == office.items.get(added.id.upper()) == found
    assert [act.act for act in office.items.history(added.id)] == [Act.ADD]


@pytest.mark.parametrize("name", ["", "2", "0", "-1", "²", "9" * 30, "x", "%"])
def test_an_unknown_item_is_refused_by_name(office, name):
    office.items.add(text("有"))
    with refused(Code.ITEM_NOT_FOUND) as caught:
        office.items.get(name)
    assert caught.value.params["item"] == name


def test_only_a_typed_item_may_start_empty(office):
    assert office.items.add(Content("", ())).content == Content("", ())
    with refused(Code.ITEM_EMPTY):
        office.items.add(Content(" ", (Section("situation", "\n　"),)), source=Source.FILE)
    with refused(Code.ITEM_TOO_LONG):
        office.items.add(text("长", "字" * MAX_CHARACTERS))
    with refused(Code.PROFILE_UNKNOWN):
        office.items.add(text("有"), kind="none")
    assert office.items.count(ItemFilter()) == 1


def test_autosave_keeps_the_text_and_refuses_an_older_one(office):
    item = office.items.add(text("初稿"))
    rev = office.items.autosave(item.id, text("二稿"), item.rev)
    assert office.items.get(item.id).content.title == "二稿"
    with refused(Code.ITEM_CHANGED_ELSEWHERE):
        office.items.autosave(item.id, text("另一窗口"), item.rev)
    assert office.items.get(item.id).content.title == "二稿"
    assert office.items.autosave(item.id, text("三稿"), rev) == rev + 1


def test_a_refused_text_is_kept_among_the_versions(office):
    item = office.items.add(text("初稿"))
    office.items.autosave(item.id, text("二稿"), item.rev)
    for _ in range(2):
        with refused(Code.ITEM_CHANGED_ELSEWHERE):
            office.items.autosave(item.id, text("另一窗口"), item.rev)
    kept = [(version.content.title, version.reason) for version in office.items.revisions(item.id)]
    assert kept == [("另一窗口", VersionReason.REFUSED)]


def test_what_cannot_be_stored_is_replaced_and_the_rest_kept(office):
    item = office.items.add(text("初稿"))
    office.items.autosave(item.id, text("a\0b", "前\ud800后😀\u202e\u200b"), item.rev)
    assert office.items.get(item.id).content == text("a\ufffdb", "前\ufffd后😀\u202e\u200b")


def test_details_change_without_the_text(office):
    item = office.items.add(text("初稿"), unit="东关镇")
    changed = office.items.set_details(item.id, item.rev, kind="problem")
    assert (changed.kind, changed.unit, changed.content) == ("problem", "东关镇", item.content)
    with refused(Code.ITEM_CHANGED_ELSEWHERE):
        office.items.set_details(item.id, item.rev, unit="西关镇")
    changed = office.items.set_details(item.id, changed.rev, unit="西关镇")
    assert office.items.units() == ["西关镇"]
    with refused(Code.PROFILE_UNKNOWN):
        office.items.set_details(item.id, changed.rev, kind="none")


def test_a_version_is_kept_once_for_each_text(office):
    item = office.items.add(text("一"))
    first = office.items.keep_version(item.id, "科长", VersionReason.LEFT)
    assert office.items.keep_version(item.id, "科长", VersionReason.TIMED) is None
    office.items.autosave(item.id, text("二"), item.rev)
    second = office.items.keep_version(item.id, "科长", VersionReason.TIMED)
    assert office.items.revisions(item.id) == [first, second]
    assert (second.number, second.content, second.sha256) == (2, text("二"), text("二").sha256())


def test_approval_names_a_person_and_freezes_the_text(office):
    item = office.items.add(text("稿"))
    with refused(Code.NAME_REQUIRED):
        office.items.approve(item.id, " ")
    approval = office.items.approve(item.id, "王主任")
    assert office.items.approval(item.id) == approval
    assert approval.sha256 == office.items.revisions(item.id)[0].sha256
    now = office.items.get(item.id)
    assert now.state is ItemState.APPROVED
    with refused(Code.ITEM_STATE_FORBIDS):
        office.items.autosave(item.id, text("改"), now.rev)
    with refused(Code.ITEM_STATE_FORBIDS):
        office.items.approve(item.id, "李主任")
    assert office.items.get(item.id).content == text("稿")


def test_an_open_must_stops_an_approval_unless_a_reason_is_given(office):
    item = office.items.add(text("稿", "缺缺"))
    with refused(Code.ITEM_LACKS_MUST) as caught:
        office.items.approve(item.id, "王主任", " ")
    assert caught.value.params["count"] == 2
    assert [each.rule for each in caught.value.params["findings"]] == ["part-missing"] * 2
    assert office.items.get(item.id).state is ItemState.DRAFT
    assert office.items.revisions(item.id) == []
    assert office.items.approve(item.id, "王主任", "先报后补").despite == "先报后补"
    assert office.items.history(item.id)[-1].reason == "先报后补"


def test_a_reason_is_not_recorded_where_nothing_was_open(office):
    item = office.items.add(text("稿"))
    assert office.items.approve(item.id, "王主任", "先报后补").despite == ""


def test_an_empty_item_is_not_approved(office):
    item = office.items.add(Content("", ()))
    with refused(Code.ITEM_EMPTY):
        office.items.approve(item.id, "王主任", "理由")


def test_a_withdrawn_approval_no_longer_stands_and_stays_on_record(office):
    item = office.items.add(text("稿"))
    office.items.approve(item.id, "王主任")
    draft = office.items.withdraw_approval(item.id, "王主任", "数字有误")
    assert office.items.approval(item.id) is None
    office.items.autosave(item.id, text("改"), draft.rev)
    again = office.items.approve(item.id, "李主任")
    assert (again.revision, again.by) == (2, "李主任")
    last = office.items.history(item.id)[-2]
    assert (last.act, last.by, last.reason) == (Act.WITHDRAW_APPROVAL, "王主任", "数字有误")


def test_a_text_changed_behind_the_desk_is_not_approved(office):
    item = office.items.add(text("稿"))
    office.items.approve(item.id, "王主任")
    office.journal.change("DROP TRIGGER drafts_keep_approved")
    office.journal.change("UPDATE drafts SET body = '改过'")
    assert office.items.approval(item.id) is None


@pytest.mark.parametrize(
    ("act", "state"),
    [
        ("hold", ItemState.HELD),
        ("return_to_unit", ItemState.RETURNED),
        ("withdraw_approval", ItemState.DRAFT),
    ],
)
def test_holding_and_returning_ask_who_and_why(office, act, state):
    item = office.items.add(text("稿"))
    office.items.approve(item.id, "王主任")
    with refused(Code.NAME_REQUIRED):
        getattr(office.items, act)(item.id, "", "理由")
    with refused(Code.REASON_REQUIRED):
        getattr(office.items, act)(item.id, "王主任", "\n")
    assert getattr(office.items, act)(item.id, " 王主任 ", " 核实中 ").state is state
    last = office.items.history(item.id)[-1]
    assert (last.by, last.reason, last.at) == ("王主任", "核实中", office.clock.now())
    assert office.items.approval(item.id) is None


def test_a_released_item_is_a_draft_again(office):
    item = office.items.add(text("稿"))
    office.items.hold(item.id, "科长", "等核实")
    with refused(Code.ITEM_STATE_FORBIDS):
        office.items.approve(item.id, "王主任")
    with refused(Code.ITEM_STATE_FORBIDS):
        office.items.hold(item.id, "科长", "再扣")
    assert office.items.release(item.id, "科长", "已核实").state is ItemState.DRAFT
    with refused(Code.ITEM_STATE_FORBIDS):
        office.items.release(item.id, "科长", "已核实")


def test_the_trash_takes_drafts_only_and_gives_them_back(office):
    item = office.items.add(text("稿"))
    gone = office.items.discard(item.id, "科长")
    assert gone.discarded_at == office.clock.now()
    assert office.items.count(ItemFilter()) == 0
    assert office.items.count(ItemFilter(discarded=True)) == 1
    for act in (
        lambda: office.items.autosave(item.id, text("改"), gone.rev),
        lambda: office.items.approve(item.id, "王主任"),
        lambda: office.items.discard(item.id, "科长"),
    ):
        with refused(Code.ITEM_STATE_FORBIDS):
            act()
    assert office.items.restore(item.id, "科长").discarded_at is None
    office.items.approve(item.id, "王主任")
    with refused(Code.ITEM_STATE_FORBIDS):
        office.items.discard(item.id, "科长")
    assert office.items.restore(item.id, "科长").state is ItemState.APPROVED


def test_a_received_item_keeps_its_id_and_its_text(office):
    item_id = "01a20233-11ac-7588-9889-e69967d80e21"
    came = Received(item_id, text("来稿"), "unheard-of", "东关镇")
    office.items.receive_all([came], origin="900203", by="科长")
    item = office.items.get(item_id)
    assert (item.id, item.source, item.origin, item.kind) == (
        item_id,
        Source.BATCH,
        "900203",
        "event",
    )
    assert [version.reason for version in office.items.revisions(item_id)] == [
        VersionReason.IMPORTED
    ]
    with refused(Code.ITEM_EXISTS):
        office.items.receive_all([replace(came, content=text("再来"))], origin="900203")
    assert office.items.get(item_id) == item


def test_a_received_text_keeps_the_hash_it_was_held_against_unless_it_was_mended(office):
    given = "ab" * 32
    names = [f"01a20233-11ac-7588-9889-e69967d80e2{number}" for number in range(3)]
    texts = (text("来稿"), text("来稿"), text("来\0稿"))
    hashes = (given, "", given)
    office.items.receive_all(
        [
            Received(name, content, "event", "", sha256=known)
            for name, content, known in zip(names, texts, hashes, strict=True)
        ],
        origin="900203",
    )
    versions = [office.items.revisions(name)[0] for name in names]
    assert [version.sha256 for version in versions] == [
        given,
        text("来稿").sha256(),
        text("来\ufffd稿").sha256(),
    ]


def test_lists_show_the_newest_first_and_narrow(office):
    for number in range(5):
        office.items.add(text(f"第{number}条", "雨" * number), unit=f"单位{number % 2}")
        office.clock.advance(days=1)
    office.items.approve("2", "王主任")
    titles = [row.title for row in office.items.rows(ItemFilter(), offset=1, limit=2)]
    assert titles == ["第3条", "第2条"]

    def numbers(**narrowed):
        chosen = ItemFilter(**narrowed)
        rows = office.items.rows(chosen)
        assert office.items.count(chosen) == len(rows)
        return [row.serial for row in rows]

    first = date(2026, 11, 20)
    assert numbers(unit="单位1") == [4, 2]
    assert numbers(states=frozenset({ItemState.APPROVED})) == [2]
    assert numbers(states=frozenset({ItemState.APPROVED, ItemState.DRAFT})) == [5, 4, 3, 2, 1]
    assert numbers(text="雨雨雨") == [5, 4]
    assert numbers(text="第1条") == [2]
    assert numbers(text="%") == numbers(text="_") == numbers(text="\\") == []
    assert numbers(since=first + timedelta(days=3)) == [5, 4, 2]
    assert numbers(until=first) == [1]
    assert numbers(kind="problem") == []
    assert numbers(unused=True) == [2]
    assert numbers(unused=True, states=frozenset({ItemState.DRAFT})) == []


def test_the_list_shows_the_last_check(office):
    item = office.items.add(text("稿", "缺"))
    assert office.items.rows(ItemFilter())[0].section_states == {}
    with refused(Code.ITEM_LACKS_MUST):
        office.items.approve(item.id, "王主任")
    report = office.items._check(item)
    office.items.note_check(item.id, report)
    row = office.items.rows(ItemFilter())[0]
    assert (row.open_musts, row.section_states) == (1, {"situation": "missing"})
    assert (row.characters, row.sent) == (1, False)
    assert office.items.get(item.id).rev == item.rev
