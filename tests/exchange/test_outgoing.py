from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from infodesk import files
from infodesk.core.batches import Direction, EntryStatus
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Act, ItemState
from infodesk.exchange import container, outgoing
from infodesk.exchange.incoming import read_batch
from tests.exchange.conftest import text


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "导出"
    made.mkdir()
    return made


def refusal(office, item_ids, target) -> InfodeskError:
    """Return why an export is refused, having seen that nothing was changed by it."""
    before = office.contents()
    with pytest.raises(InfodeskError) as caught:
        office.outgoing.export(item_ids, target)
    assert office.contents() == before
    return caught.value


def test_an_export_says_what_was_sent_and_marks_it(county, folder):
    first, second = county.approved("西关镇山体滑坡"), county.approved("城区停水")
    record = county.outgoing.export([second, first, second], folder, by="李明")
    assert record.path == folder / "报送批次-2026-11-20-001.idb"
    found = read_batch(record.path)
    assert [item.id for item in found.items] == [second, first]
    assert (found.sender, found.recipient) == ("示范县", "示范市")
    assert found.digest == record.digest
    assert county.batches.get(record.id, Direction.SENT) == record
    entries = county.batches.entries(record.id, Direction.SENT)
    assert [(entry.place, entry.item_id, entry.status) for entry in entries] == [
        (1, second, EntryStatus.SENT),
        (2, first, EntryStatus.SENT),
    ]
    item = county.items.get(first)
    assert (item.state, item.sent_at) == (ItemState.SENT, county.clock.now())
    act = county.items.history(first)[-1]
    assert (act.act, act.by, act.reason) == (Act.SEND, "李明", "示范市")


def test_the_file_bears_the_approval_and_not_the_author(county, folder):
    item_id = county.approved()
    record = county.outgoing.export([item_id], folder)
    item = read_batch(record.path).items[0]
    approval = county.items.approval(item_id)
    assert (item.approved_by, item.approved_at) == ("王主任", approval.at)
    assert item.content.sha256() == approval.sha256
    data = record.path.read_bytes()
    parts = container.parts_in(data, container.NAMES)
    assert "李明" not in container.unpacked(parts[3], 1 << 20).decode()


def test_batches_of_a_day_are_numbered_and_no_file_is_overwritten(county, folder):
    item = county.approved()
    (folder / "报送批次-2026-11-20-002.idb").write_bytes(b"mine")
    names = [county.outgoing.export([item], folder).path.name for _ in range(3)]
    assert [name[-7:-4] for name in names] == ["001", "003", "004"]
    assert (folder / "报送批次-2026-11-20-002.idb").read_bytes() == b"mine"
    county.clock.advance(days=1)
    assert county.outgoing.export([item], folder).path.name == "报送批次-2026-11-21-001.idb"
    taken = folder / "上报.idb"
    taken.write_bytes(b"mine")
    assert refusal(county, [item], taken).code is Code.BATCH_FILE_EXISTS
    assert taken.read_bytes() == b"mine"


def test_a_draft_a_withdrawn_approval_and_nothing_at_all_are_not_sent(county, folder):
    approved = county.approved()
    draft = county.items.add(text("草稿", "未签发。")).id
    assert refusal(county, [approved, draft], folder).code is Code.ITEM_NOT_APPROVED
    county.items.withdraw_approval(approved, "王主任", "补充")
    assert refusal(county, [approved], folder).code is Code.ITEM_NOT_APPROVED
    assert refusal(county, [], folder).code is Code.BATCH_EMPTY
    assert refusal(county, ["019a"], folder).code is Code.ITEM_NOT_FOUND
    assert list(folder.iterdir()) == []


def test_a_text_that_the_receiver_would_refuse_does_not_leave(county, folder):
    item = county.approved("题目", "看不见的\u200b字符")
    error = refusal(county, [item], folder)
    assert error.code is Code.BATCH_ITEM_UNFIT
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_missing_is_named(county, tmp_path):
    error = refusal(county, [county.approved()], tmp_path / "没有" / "a.idb")
    assert error.code is Code.OUTPUT_FOLDER_MISSING


def fails_to_write(monkeypatch) -> None:
    def full(_path, _data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_atomic", full)


def fails_to_read_back(monkeypatch) -> None:
    def torn(path, data):
        path.write_bytes(data[:-1])

    monkeypatch.setattr(files, "write_atomic", torn)


@pytest.mark.parametrize(
    ("fault", "code"),
    [(fails_to_write, Code.OUTPUT_DISK_FULL), (fails_to_read_back, Code.BATCH_READ_BACK)],
)
def test_a_file_that_is_not_written_whole_leaves_nothing_behind(
    county, folder, monkeypatch, fault, code
):
    item = county.approved()
    fault(monkeypatch)
    assert refusal(county, [item], folder).code is code
    assert list(folder.iterdir()) == []
    assert county.items.get(item).state is ItemState.APPROVED


def test_a_full_journal_leaves_no_file(county, folder):
    item = county.approved()
    (pages,) = county.journal.query("PRAGMA page_count")[0]
    county.journal.query(f"PRAGMA max_page_count = {pages}")
    codes = set()
    for _ in range(200):
        files_before = len(list(folder.iterdir()))
        try:
            county.outgoing.export([item], folder)
        except InfodeskError as error:
            codes.add(error.code)
            assert len(list(folder.iterdir())) == files_before
            break
    assert codes == {Code.JOURNAL_DISK_FULL}


def test_a_commit_that_fails_after_the_file_stands_takes_it_away(county, folder, monkeypatch):
    item = county.approved()
    before = county.contents()
    written = []
    whole = outgoing._require_whole

    def then_the_machine_fails(path, batch):
        whole(path, batch)
        written.append(path.exists())
        raise KeyboardInterrupt

    monkeypatch.setattr(outgoing, "_require_whole", then_the_machine_fails)
    with pytest.raises(KeyboardInterrupt):
        county.outgoing.export([item], folder)
    assert written == [True]
    assert list(folder.iterdir()) == []
    assert county.contents() == before


def test_an_issued_item_that_is_sent_stays_issued(county, folder):
    item = county.approved()
    known = county.items.get(item)
    county.store.update(replace(known, state=ItemState.ISSUED, issued_at=county.clock.now()))
    county.outgoing.export([item], folder)
    sent = county.items.get(item)
    assert (sent.state, sent.sent_at) == (ItemState.ISSUED, county.clock.now())
