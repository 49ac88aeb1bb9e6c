"""The audit chain: who did what when, each entry bound to the one before."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from infodesk.core.audit import (
    GENESIS,
    AuditAction,
    AuditEntry,
    Break,
    Fault,
    first_break,
    note,
    set_back,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.storage.audit_store import SqliteAuditStore
from tests.core.conftest import text


def chain(office):
    return list(SqliteAuditStore(office.journal).chain())


def noted(office):
    return [(entry.action, entry.actor, entry.subject) for entry in chain(office)]


@pytest.fixture
def published(office):
    """Return an office in which every act that belongs on the chain was done."""
    item = office.items.add(text("稿"))
    office.items.hold(item.id, "科长", "核实")
    office.items.release(item.id, "科长", "已核实")
    office.items.return_to_unit(item.id, "科长", "补数字")
    office.items.approve(item.id, "王主任")
    office.items.withdraw_approval(item.id, "王主任", "改一处")
    office.items.approve(item.id, "王主任")
    series = office.bulletins.add_series(
        key="x", name="示范信息", issuer="", masthead="plain", next_number=7, next_total=9
    )
    issue = office.bulletins.open_issue(series.id, [item.id])
    office.bulletins.sign(issue.id, "李主任", date(2026, 11, 20))
    office.bulletins.withdraw(issue.id, "李主任", "误印")
    return office, item, issue


def test_every_act_is_one_entry_in_the_order_it_was_done(published):
    office, item, issue = published
    assert noted(office) == [
        ("hold", "科长", item.id),
        ("release", "科长", item.id),
        ("return", "科长", item.id),
        ("approve", "王主任", item.id),
        ("withdraw-approval", "王主任", item.id),
        ("approve", "王主任", item.id),
        ("sign", "李主任", str(issue.id)),
        ("withdraw-issue", "李主任", str(issue.id)),
    ]
    entries = chain(office)
    assert [entry.n for entry in entries] == list(range(1, 9))
    assert [entry.prev for entry in entries] == [GENESIS, *(e.hash for e in entries[:-1])]
    assert first_break(entries) is None


def test_an_approval_s_entry_bears_the_version_and_the_hash_of_its_text(published):
    office, item, _ = published
    approval = chain(office)[3]
    assert (approval.version, approval.sha256) == (1, item.content.sha256())


def test_a_signed_issue_s_entry_names_its_numbers_and_texts(published):
    office, item, _ = published
    detail = json.loads(chain(office)[6].detail)
    assert (detail["year"], detail["number"], detail["total"]) == (2026, 7, 9)
    assert detail["items"] == [[item.id, 1, item.content.sha256()]]


def test_no_reason_and_no_text_enters_the_chain(published):
    office, item, _ = published
    written = "".join(entry.detail for entry in chain(office))
    for words in ("核实", "补数字", "改一处", "误印", item.content.title, item.content.body):
        assert words not in written
    assert written.count("reason_sha256") == 5


def test_what_is_refused_leaves_no_entry(office):
    item = office.items.add(text("稿", "缺"))
    with pytest.raises(InfodeskError) as refused:
        office.items.approve(item.id, "王主任")
    assert refused.value.code is Code.ITEM_LACKS_MUST
    assert chain(office) == []


def test_an_act_whose_entry_fails_is_not_done(office, monkeypatch):
    item = office.items.add(text("稿"))

    def full(self, entry):
        raise InfodeskError(Code.JOURNAL_DISK_FULL, path="x")

    monkeypatch.setattr(SqliteAuditStore, "append", full)
    with pytest.raises(InfodeskError):
        office.items.approve(item.id, "王主任")
    assert office.items.get(item.id) == item
    assert office.items.approval(item.id) is None
    assert office.items.revisions(item.id) == []


@pytest.mark.parametrize("field", [name for name in AuditEntry.__slots__ if name != "hash"])
def test_a_changed_entry_is_the_first_break(published, field):
    office, _, _ = published
    entries = chain(office)
    old = getattr(entries[3], field)
    entries[3] = replace(entries[3], **{field: old + (1 if isinstance(old, int) else "x")})
    broken = first_break(entries)
    assert broken == Break(4, Fault.MISSING if field == "n" else Fault.CHANGED)


def test_an_entry_changed_with_its_hash_breaks_the_next_link(published):
    office, _, _ = published
    entries = chain(office)
    forged = replace(entries[3], actor="别人")
    entries[3] = replace(forged, hash=forged.sealed_hash())
    assert first_break(entries) == Break(5, Fault.UNLINKED)


def test_an_entry_left_out_is_named(published):
    office, _, _ = published
    entries = chain(office)
    del entries[4]
    assert first_break(entries) == Break(5, Fault.MISSING)


def test_a_clock_that_was_set_back_is_on_record_and_the_time_is_kept(office, clock):
    item = office.items.add(text("稿"))
    office.items.hold(item.id, "科长", "核实")
    newest = clock.now()
    clock.moment -= timedelta(days=3)
    office.items.release(item.id, "科长", "已核实")
    office.items.approve(item.id, "王主任")
    assert [action for action, _, _ in noted(office)] == [
        "hold",
        "clock-back",
        "release",
        "approve",
    ]
    back = chain(office)[1]
    assert json.loads(back.detail) == {"newest": newest.isoformat(timespec="milliseconds")}
    assert back.moment == newest - timedelta(days=3)
    assert first_break(chain(office)) is None


def test_a_clock_that_the_network_sets_by_seconds_is_not_remarked(office, clock):
    item = office.items.add(text("稿"))
    office.items.hold(item.id, "科长", "核实")
    clock.moment -= timedelta(seconds=30)
    office.items.release(item.id, "科长", "已核实")
    assert [action for action, _, _ in noted(office)] == ["hold", "release"]


def test_a_clock_is_set_back_only_before_the_newest_entry(office, clock):
    store = SqliteAuditStore(office.journal)
    assert not set_back(None, clock.now())
    head = note(store, AuditAction.SEND, actor="", subject="x", at=clock.now())
    assert not set_back(head, clock.now())
    assert set_back(head, clock.now() - timedelta(hours=1))


def test_the_short_code_names_the_place_and_begins_the_hash(office, clock):
    store = SqliteAuditStore(office.journal)
    head = note(store, AuditAction.SEND, actor="", subject="x", at=clock.now())
    digits = head.short_code.removeprefix("1-").replace("-", "")
    assert len(digits) == 12
    assert head.hash.startswith(digits)
