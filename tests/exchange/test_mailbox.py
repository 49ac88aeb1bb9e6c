"""The mailbox over a folder: once each, whole or not at all, whatever the drop does meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from infodesk.core.batches import Direction, EntryStatus
from infodesk.core.drops import Drop, DropKind, DropState, digest_in, name_in_drop
from infodesk.core.errors import Code, InfodeskError
from infodesk.exchange.mailbox import Mailbox
from infodesk.exchange.places import FolderPlace, Listed, try_place
from infodesk.storage.drop_store import SqliteDropStore
from tests.exchange.conftest import Office


class SpoiltPlace(FolderPlace):
    """A folder that fails when a test wants it to."""

    def __init__(self, address: Path) -> None:
        super().__init__(str(address))
        self.written: list[str] = []
        self.reads: list[str] = []
        self.cut_writes = 0
        self.forgets = False
        self.fails_to_list = False

    def listing(self, folder: str) -> list[Listed]:
        if self.fails_to_list:
            raise InfodeskError(Code.DROP_UNREACHABLE, address="共享", reason="ParseError")
        return super().listing(folder)

    def read(self, folder, name, limit, tick):
        self.reads.append(name)
        return super().read(folder, name, limit, tick)

    def write(self, folder, name, data, tick):
        if self.cut_writes:
            self.written.append(name)
            self.cut_writes -= 1
            (self._root / folder).mkdir(exist_ok=True)
            (self._root / folder / name).write_bytes(data[: len(data) // 2])
            raise InfodeskError(Code.DROP_UNREACHABLE, address="共享", reason="reset")
        super().write(folder, name, data[:-1] if self.forgets else data, tick)
        self.written.append(name)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Return a folder that everyone reaches."""
    folder = tmp_path / "共享"
    folder.mkdir()
    return folder


@pytest.fixture
def place(share: Path) -> SpoiltPlace:
    """Return that folder as a place that may fail."""
    return SpoiltPlace(share)


def box(office: Office, place: FolderPlace, **changed: object) -> Mailbox:
    """Return an office's mailbox: its batches go to 上报, it fetches from 下发."""
    settings = {"send_to": "上报", "fetch_from": "下发", **changed}
    drop = Drop(DropKind.FOLDER, str(place._root), **settings)
    inbox = office.journal.path.parent / f"{office.name}收件"
    return Mailbox(
        drop, place, office.batches, SqliteDropStore(office.journal), office.clock, inbox
    )


def sync(mailbox: Mailbox):
    return mailbox.sync(lambda _done, _of: None)


def exported(office: Office, title: str = "西关镇山体滑坡"):
    folder = office.journal.path.parent / f"{office.name}导出"
    folder.mkdir(exist_ok=True)
    return office.outgoing.export([office.approved(title)], folder)


def head_of(office: Office, place: FolderPlace, **changed: object) -> Mailbox:
    """Return the mailbox of whoever reads 上报."""
    return box(office, place, **{"send_to": "下发", "fetch_from": "上报", **changed})


def test_a_batch_is_put_there_once_and_marked_with_when_and_where(county, place, share, clock):
    record = exported(county)
    mailbox = box(county, place)
    name = name_in_drop(record)
    assert sync(mailbox).sent == (name,)
    assert (share / "上报" / name).read_bytes() == record.path.read_bytes()
    assert digest_in(name) == record.digest[:12]
    (mark,) = mailbox.files.files([DropState.SENT])
    assert (mark.batch, mark.at) == (record.id, clock.now())
    assert mark.place == f"folder {share}/上报"
    clock.advance(days=1)
    assert sync(mailbox).sent == ()
    assert place.written == [name]
    assert mailbox.undelivered() == []


def test_two_batches_never_share_a_name(county):
    names = {name_in_drop(exported(county, f"第{number}条")) for number in range(3)}
    assert len(names) == 3
    assert all(name.isascii() for name in names)


def test_what_a_crash_left_whole_there_is_marked_and_not_sent_again(county, place, share):
    record = exported(county)
    (share / "上报").mkdir()
    (share / "上报" / name_in_drop(record)).write_bytes(record.path.read_bytes())
    assert sync(box(county, place)).sent == (name_in_drop(record),)
    assert place.written == []


@pytest.mark.parametrize("left", [b"", b"half", None])
def test_what_a_cut_left_there_is_sent_anew(county, place, share, left):
    record = exported(county)
    (share / "上报").mkdir()
    whole = record.path.read_bytes()
    # None: the same length, one bit off.
    data = whole[:-1] + bytes([whole[-1] ^ 1]) if left is None else left
    (share / "上报" / name_in_drop(record)).write_bytes(data)
    assert sync(box(county, place)).sent == (name_in_drop(record),)
    assert (share / "上报" / name_in_drop(record)).read_bytes() == whole


def test_a_cut_upload_does_not_count_as_sent_and_is_made_good(county, place):
    record = exported(county)
    mailbox = box(county, place)
    place.cut_writes = 1
    broken = sync(mailbox)
    assert [error.code for error in broken.troubles] == [Code.DROP_UNREACHABLE]
    assert (broken.sent, mailbox.undelivered()) == ((), [record])
    assert sync(mailbox).sent == (name_in_drop(record),)


def test_what_reads_back_otherwise_does_not_count_as_sent(county, place):
    record = exported(county)
    mailbox = box(county, place)
    place.forgets = True
    assert [error.code for error in sync(mailbox).troubles] == [Code.DROP_DIFFERS]
    assert mailbox.undelivered() == [record]


def test_three_errors_in_a_row_leave_the_rest_for_the_next_round(county, place):
    for number in range(5):
        exported(county, f"第{number}条")
    place.cut_writes = 99
    result = sync(box(county, place))
    assert len(result.troubles) == len(place.written) == 3


def test_a_batch_whose_file_is_gone_or_changed_is_told_and_the_others_go(county, place):
    gone, changed, whole = (exported(county, f"第{number}条") for number in range(3))
    gone.path.unlink()
    changed.path.write_bytes(b"something else")
    result = sync(box(county, place))
    assert [record.id for record in result.unsent] == [gone.id, changed.id]
    assert result.sent == (name_in_drop(whole),)


def test_batches_from_before_the_drop_went_another_way(county, place, clock):
    exported(county, "昨天的")
    clock.advance(days=1)
    record = exported(county, "今天的")
    assert sync(box(county, place, since=date(2026, 11, 21))).sent == (name_in_drop(record),)


def test_a_batch_is_fetched_once_verified_and_may_then_be_imported(county, city, place):
    record = exported(county)
    sync(box(county, place))
    head = head_of(city, place)
    (fetched,) = sync(head).fetched
    assert fetched.path.read_bytes() == record.path.read_bytes()
    assert fetched.sender == "示范县"
    assert sync(head).fetched == ()
    assert place.reads.count(name_in_drop(record)) == 2  # once after the upload, once to fetch
    plan = city.incoming.plan(city.incoming.read(fetched.path))
    assert [entry.status for entry in plan.entries] == [EntryStatus.NEW]
    assert list((place._root / "上报").iterdir()) == [place._root / "上报" / fetched.path.name]


def test_our_own_batches_are_not_fetched(county, city, place):
    sync(box(county, place, send_to="", fetch_from=""))
    mine = exported(county)
    both = {"send_to": "", "fetch_from": ""}
    assert sync(box(county, place, **both)).fetched == ()
    # Not even by a journal that was restored from before they were sent.
    other = box(county, place, **both)
    county.journal.change("DELETE FROM drop_files")
    county.journal.change("DROP TRIGGER batches_no_delete")
    county.journal.change("DROP TRIGGER batch_entries_no_delete")
    county.journal.change("DELETE FROM batch_entries")
    county.journal.change("DELETE FROM batches")
    assert sync(other).fetched == ()
    assert [file.state for file in other.files.files()] == [DropState.OWN]
    assert name_in_drop(mine) == other.files.files()[0].name


def test_a_cut_file_is_not_yet_there_then_reported_once_and_taken_when_it_is_whole(
    county, city, place, share, clock
):
    record = exported(county)
    name, whole = name_in_drop(record), record.path.read_bytes()
    (share / "上报").mkdir()
    (share / "上报" / name).write_bytes(whole[:-40])
    head = head_of(city, place, patience_minutes=30)
    assert sync(head).waiting == (name,)
    clock.advance(minutes=29)
    assert (sync(head).waiting, sync(head).damaged) == ((name,), ())
    clock.advance(minutes=1)
    told = sync(head)
    assert (told.waiting, told.damaged, told.fetched) == ((), (name,), ())
    assert head.files.files()[0].reason.startswith("batch-")
    reads = len(place.reads)
    assert sync(head).damaged == ()
    assert len(place.reads) == reads
    assert (share / "上报" / name).read_bytes() == whole[:-40]
    (share / "上报" / name).write_bytes(whole)
    assert [fetched.path.read_bytes() for fetched in sync(head).fetched] == [whole]


def test_a_whole_batch_under_the_name_of_another_is_not_taken(county, city, place, share):
    one, two = exported(county, "第一条"), exported(county, "第二条")
    (share / "上报").mkdir()
    (share / "上报" / name_in_drop(one)).write_bytes(two.path.read_bytes())
    assert sync(head_of(city, place)).waiting == (name_in_drop(one),)


@pytest.mark.parametrize(
    "name",
    [
        "../up-0123456789ab.idb",
        "a/b-0123456789ab.idb",
        "..\\up-0123456789ab.idb",
        "C:up-0123456789ab.idb",
        "/etc/x-0123456789ab.idb",
        "line\nfeed-0123456789ab.idb",
        "nul\0-0123456789ab.idb",
        "right\u202eleft-0123456789ab.idb",
        "e\u0301-0123456789ab.idb",
        "报送批次-2026-11-20-001.idb",
        "short-0123456789a.idb",
        "UPPER-0123456789AB.idb",
        "star*-0123456789ab.idb",
        "x" * 300 + "-0123456789ab.idb",
    ],
)
def test_names_that_leave_the_drop_or_bear_no_digest_are_refused(city, place, name):
    place.listing = lambda _folder: [Listed(name, 100, "1")]
    result = sync(head_of(city, place))
    assert (result.strange, result.fetched, result.troubles) == ((name,), (), ())
    assert place.reads == []


def test_files_that_are_no_batches_are_left_alone(city, place, share):
    (share / "上报").mkdir()
    for name in ("Thumbs.db", ".x-0123456789ab.idb", "说明.txt", "~$x.docx"):
        (share / "上报" / name).write_bytes(b"x")
    assert sync(head_of(city, place)) == type(sync(head_of(city, place)))()
    assert place.reads == []


def test_a_file_past_every_size_is_not_even_read(city, place):
    name = "big-0123456789ab.idb"
    place.listing = lambda _folder: [Listed(name, 65 << 20, "1")]
    assert sync(head_of(city, place)).waiting == (name,)
    assert place.reads == []


def test_a_listing_that_fails_means_try_again_and_not_empty(county, city, place):
    record = exported(county)
    sync(box(county, place))
    head = head_of(city, place)
    place.fails_to_list = True
    broken = sync(head)
    assert [error.code for error in broken.troubles] == [Code.DROP_UNREACHABLE]
    assert head.files.files() == []
    place.fails_to_list = False
    assert [fetched.path.name for fetched in sync(head).fetched] == [name_in_drop(record)]


class StoppedError(Exception):
    """A clerk who stops."""


def test_a_round_that_is_stopped_anywhere_goes_on_where_it_was(county, city, place):
    records = [exported(county, f"第{number}条") for number in range(4)]
    mailbox, sent = box(county, place), 0
    for steps in range(1, 40):
        left = iter(range(steps))

        def stop(_done: int, _of: int, left=left) -> None:
            if next(left, None) is None:
                raise StoppedError

        try:
            sent += len(mailbox.sync(stop).sent)
            break
        except StoppedError:
            continue
    assert mailbox.undelivered() == []
    assert sorted(place.written) == sorted(set(place.written))
    assert sorted(place.written) == sorted(map(name_in_drop, records))
    assert sent < 4


def test_a_share_that_is_not_connected_is_not_made(tmp_path):
    drop = Drop(DropKind.FOLDER, str(tmp_path / "未连接"), send_to="上报")
    with pytest.raises(InfodeskError) as caught:
        try_place(drop, print)
    assert caught.value.code is Code.DROP_FOLDER_MISSING
    assert not (tmp_path / "未连接").exists()


def test_a_trial_leaves_nothing_behind(share):
    drop = Drop(DropKind.FOLDER, str(share), send_to="上报", fetch_from="下发")
    assert try_place(drop, print) == 0
    assert [path.name for path in share.rglob("*") if path.is_file()] == []


def test_two_clerks_and_a_head_desk_exchange_through_a_folder(office, place, clock):
    """Clerks send upward, the head desk takes all in and sends back; nobody reads what is his."""
    head = office("信息科")
    clerks = [office("李明"), office("王芳")]
    head.knows(*clerks)
    sent = {}
    for clerk in clerks:
        sent[clerk.name] = [exported(clerk, f"{clerk.name}第{number}条") for number in range(2)]
        sync(box(clerk, place, fetch_from=f"下发/{clerk.name}"))
    arrived = sync(head_of(head, place, send_to="下发/李明")).fetched
    assert sorted(fetched.sender for fetched in arrived) == ["李明", "李明", "王芳", "王芳"]
    for fetched in arrived:
        head.incoming.apply(head.incoming.plan(head.incoming.read(fetched.path)))
    titles = {item.content.title for item in map(head.items.get, _items_of(head))}
    assert titles == {f"{clerk.name}第{n}条" for clerk in clerks for n in range(2)}
    clock.advance(minutes=5)
    answer = exported(head, "约稿：汛期值守")
    sync(head_of(head, place, send_to="下发/李明"))
    (got,) = sync(box(clerks[0], place, fetch_from="下发/李明")).fetched
    assert got.path.name == name_in_drop(answer)
    assert sync(box(clerks[1], place, fetch_from="下发/王芳")).fetched == ()
    # All once more: nothing is sent, fetched or counted twice.
    for clerk in clerks:
        assert sync(box(clerk, place, fetch_from=f"下发/{clerk.name}")).sent == ()
    assert sync(head_of(head, place, send_to="下发/李明")).fetched == ()
    assert len(head.batches.batches(Direction.RECEIVED)) == 4


def _items_of(office: Office) -> list[str]:
    received = office.batches.batches(Direction.RECEIVED)
    return [
        entry.item_id
        for record in received
        for entry in office.batches.entries(record.id, Direction.RECEIVED)
    ]


def test_a_reader_that_takes_what_does_not_verify_is_seen(county, city, place, share):
    """The control: the same cut file with a verifier that looks at nothing."""
    record = exported(county)
    (share / "上报").mkdir()
    (share / "上报" / name_in_drop(record)).write_bytes(record.path.read_bytes()[:-40])
    head = head_of(city, place)
    whole = head.verify(record.path.read_bytes())
    credulous = replace(head, verify=lambda _data: whole)
    assert len(sync(credulous).fetched) == 1
