"""A witnessed redaction: the text is gone from every place, its bytes too; a tombstone stays."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from infodesk import redacting, safekeeping
from infodesk.core.answer_desk import AnswerDesk
from infodesk.core.answers import Adoption, Conflict, Directive
from infodesk.core.batches import BatchEntry, BatchKind, Because, Direction, EntryStatus
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import ItemState, VersionReason
from infodesk.core.redaction import MARK, Redaction
from infodesk.core.search import Wanted, parse
from infodesk.exchange import envelope
from infodesk.exchange.keys import make_keys
from infodesk.exchange.outgoing import note_batch
from infodesk.shipped import initials
from infodesk.storage import engine, migrations
from infodesk.storage.answer_store import SqliteAnswerStore
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.batch_store import SqliteBatchStore
from infodesk.storage.database import open_as_is, open_empty, open_journal
from infodesk.storage.engine import sqlite
from infodesk.storage.journal_check import check
from infodesk.storage.redaction import tombstones
from infodesk.storage.reference_store import SqliteReferenceStore
from infodesk.storage.search.finder import SearchFinder
from infodesk.storage.search.index import SearchIndex
from tests.exchange.conftest import batch_of, made
from tests.storage.desks import Desks, text

SECRET = "某某绝密工程在北山"
OTHER = "城区供水已恢复"


@pytest.fixture
def desks(path, clock):
    """Return an office that wrote something that must not be entered, several times over."""
    journal = open_journal(path, clock=clock)
    desks = Desks(journal, clock)
    item = desks.items.add(text(f"{SECRET}开工", f"今天{SECRET}开工，{OTHER}。"), unit="城关镇")
    desks.items.keep_version(item.id, "李明", VersionReason.TIMED)
    desks.items.autosave(item.id, text("开工", f"{SECRET}已开工。{OTHER}。"), item.rev)
    desks.items.hold(item.id, "科长", f"核实{SECRET}")
    desks.items.release(item.id, "科长", "已核实")
    desks.items.approve(item.id, "王主任")
    desks.outgoing.export([item.id], path.parent / "批次.idb", by="李明")
    desks.items.add(text("另一条", f"{OTHER}，无关。"))
    desks.item = desks.items.get(item.id)
    yield desks
    journal.close()


def asked(desks, *passages, **changed):
    given = {"by": "李明", "witness": "王主任", "reason": "误录涉密内容"} | changed
    return Redaction(desks.item.id, passages=passages, **given)


def bytes_left(path, words=SECRET):
    """Return the files beside a journal, and its backups, in which a text can be read."""
    files = [*path.parent.glob(f"{path.name}*"), *path.parent.rglob("backups/*")]
    return [file.name for file in files if words.encode() in file.read_bytes()]


def done(desks, path, clock, *passages, **changed):
    return redacting.redact(path, asked(desks, *passages, **changed), clock=clock)


def test_a_passage_is_gone_from_every_place_and_the_rest_stays(desks, path, clock):
    assert bytes_left(path)
    outcome = done(desks, path, clock, SECRET)
    assert (outcome.places.draft, outcome.places.versions) == (1, 2)
    assert (outcome.places.copies, outcome.places.remarks) == (0, 1)
    item = desks.items.get(desks.item.id)
    assert item.content.body == f"{MARK}已开工。{OTHER}。"
    titles = [version.content.title for version in desks.items.revisions(item.id)]
    assert titles == [f"{MARK}开工", "开工"]
    assert f"核实{MARK}" in [act.reason for act in desks.items.history(item.id)]
    assert not outcome.log_left
    assert bytes_left(path) == []
    assert bytes_left(path, OTHER)


def test_a_passage_in_unit_and_author_goes_too(desks, path, clock):
    item = desks.items.add(text("稿", "正文"), unit=f"{SECRET}指挥部", author=SECRET)
    desks.item = item
    outcome = done(desks, path, clock, SECRET)
    now = desks.items.get(item.id)
    assert (now.unit, now.author, outcome.places.remarks) == (f"{MARK}指挥部", MARK, 2)
    assert check(path, full=True).sound


def test_the_bytes_are_gone_while_the_window_has_the_journal_open(desks, path, clock):
    log = path.with_name(path.name + "-wal")
    assert SECRET.encode() in log.read_bytes() + path.read_bytes()
    done(desks, path, clock, SECRET)
    assert SECRET.encode() not in log.read_bytes() + path.read_bytes()
    desks.journal.close()
    assert bytes_left(path) == []


def test_the_whole_text_goes_where_no_passage_is_named(desks, path, clock):
    done(desks, path, clock)
    item = desks.items.get(desks.item.id)
    assert (item.content.title, item.content.body) == (MARK, MARK)
    assert all(version.content.body == MARK for version in desks.items.revisions(item.id))
    assert desks.items.get("2").content.body == f"{OTHER}，无关。"
    desks.journal.close()
    assert bytes_left(path, "已开工") == []


def test_what_is_left_is_a_tombstone_and_an_entry_of_the_chain(desks, path, clock):
    before = desks.item.content.sha256()
    clock.advance(hours=1)
    done(desks, path, clock, SECRET)
    (stone,) = tombstones(desks.journal, desks.item.id)
    assert (stone.by, stone.witness, stone.reason) == ("李明", "王主任", "误录涉密内容")
    assert (stone.sha256, stone.whole, stone.at) == (before, False, clock.now())
    head = SqliteAuditStore(desks.journal).head()
    assert (head.action, head.actor, head.subject) == ("redact", "李明", desks.item.id)
    assert head.sha256 == before
    assert json.loads(head.detail)["witness"] == "王主任"
    assert SECRET not in head.detail
    said = [(act.act, act.by, act.reason) for act in desks.items.history(desks.item.id)]
    assert said[-2:] == [("redact", "李明", "误录涉密内容"), ("witness", "王主任", "")]
    assert check(path, full=True).sound


def test_a_redacted_text_is_not_approved_and_can_be_approved_anew(desks, path, clock):
    item = desks.approved("要点", f"{SECRET}。")
    desks.item = item
    done(desks, path, clock, SECRET)
    assert desks.items.get(item.id).state is ItemState.DRAFT
    assert desks.items.approval(item.id) is None
    desks.items.approve(item.id, "王主任")
    assert desks.items.approval(item.id).revision == 1
    assert check(path, full=True).sound


def test_what_was_sent_or_issued_stays_so_and_prints_without_it(desks, path, clock):
    done(desks, path, clock, SECRET)
    assert desks.items.get(desks.item.id).state is ItemState.SENT


def test_the_copy_of_a_conflicting_item_is_cleared(desks, path, clock):
    store = SqliteBatchStore(desks.journal)
    record = replace(store.batches()[0], direction=Direction.RECEIVED, number=0)
    came = text(f"{SECRET}续", f"来文{SECRET}")
    entry = BatchEntry(
        *(record.id, 9, desks.item.id, came.title, EntryStatus.CONFLICTING, "x", None, None, came)
    )
    with store.atomic():
        store.insert(record, [entry])
        note_batch(store, record, 1)
    outcome = done(desks, path, clock, SECRET)
    assert outcome.places.copies == 1
    entry = desks.journal.row("SELECT title, body FROM batch_entries WHERE place = 9")
    assert entry == (f"{MARK}续", f"来文{MARK}")
    assert bytes_left(path) == []


def test_what_answers_say_of_the_item_is_cleared_and_nothing_else_of_them(desks, path, clock):
    store = SqliteAnswerStore(desks.journal)
    answers = AnswerDesk(store, desks.items, clock)
    day = clock.now().date()
    adoption = Adoption("a1", desks.item.id, f"{SECRET}开工", "每日要情", "第47期", day)
    answers.take_adoption(adoption, origin="900200", by="李明")
    directive = Directive("d1", desks.item.id, f"{SECRET}开工", "周某", day, f"请盯住{SECRET}。")
    answers.take_directive(directive, origin="900200", by="李明")
    said = json.dumps({"title": f"{SECRET}开工"}, ensure_ascii=False)
    conflict = Conflict(
        *(0, "b1", 1, BatchKind.ADOPTION, desks.item.id, f"{SECRET}开工", Because.DIFFERS, said),
        clock.now(),
    )
    store.add_conflict(conflict)
    done(desks, path, clock, SECRET)
    (kept,) = store.adoptions(desks.item.id)
    assert kept.adoption == replace(adoption, title=f"{MARK}开工")
    ((words, _),) = store.directives(desks.item.id)
    assert words == replace(directive, title=f"{MARK}开工", text=f"请盯住{MARK}。")
    (left,) = store.conflicts(settled=False)
    assert left.title == f"{MARK}开工"
    assert json.loads(left.said) == {"title": f"{MARK}开工"}
    assert bytes_left(path) == []
    for table in ("adoptions", "directives", "conflicts"):
        with pytest.raises(sqlite.DatabaseError, match="kept for good"):
            desks.journal.change(f"UPDATE {table} SET title = 'x'")
    assert check(path, full=True).sound


def test_every_backup_is_cleared_and_verified(desks, path, clock, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    desks.settings.set(safekeeping.SECOND_PLACE, str(second))
    safekeeping.back_up(path, "asked", clock=clock)
    clock.advance(hours=1)
    safekeeping.back_up(path, "asked", always=True, clock=clock)
    shelf = safekeeping.shelf_of(path, clock)
    place = safekeeping.second_place(shelf)
    every = [*shelf.backups(), *shelf.backups(place)]
    assert len(every) == 4
    assert all(SECRET.encode() in backup.path.read_bytes() for backup in every)
    outcome = done(desks, path, clock, SECRET)
    assert set(outcome.backups) == {backup.path for backup in every}
    assert outcome.unreached == ()
    for backup in every:
        data = b"".join(
            file.read_bytes() for file in backup.path.parent.glob(f"{backup.path.name}*")
        )
        assert SECRET.encode() not in data
        contents, lines = shelf.look(backup.path, 9)
        assert contents.items == 2
        assert lines[1].title == "开工"
    assert {b.at for b in shelf.backups()} == {b.at for b in every}
    found = safekeeping.try_restore(path, clock)
    assert found[1].missing == 0


def test_a_restored_backup_is_sound_and_has_the_tombstone(desks, path, clock):
    safekeeping.back_up(path, "asked", clock=clock)
    done(desks, path, clock, SECRET)
    newest = safekeeping.shelf_of(path, clock).backups()[0]
    desks.journal.close()
    safekeeping.restore(path, newest.path, clock)
    with closing(open_journal(path, clock=clock)) as journal:
        assert len(tombstones(journal, desks.item.id)) == 1
        actions = [entry.action for entry in SqliteAuditStore(journal).chain()]
        assert actions[-2:] == ["redact", "restore-backup"]
    assert check(path, full=True).sound


def test_a_backup_of_an_older_shape_is_cleared_too(desks, path, clock):
    steps = [step.name for step in migrations.journal.pending(engine.empty_database())]
    folder = path.parent / "backups"
    folder.mkdir()
    old = folder / f"{path.stem}-20260101-090000-before-x{path.suffix}"
    with closing(open_empty(old, steps[:4])) as journal:
        journal.insert(
            """INSERT INTO items (id, rev, title, kind, unit, author, source, origin, state,
            created_at, updated_at, characters) VALUES (?, 1, ?, 'event', '', '', 'typed',
            '', 'approved', '2026-01-01T09:00:00+08:00', '2026-01-01T09:00:00+08:00', 2)""",
            desks.item.id,
            SECRET,
        )
        parts = json.dumps([["situation", len(SECRET)]])
        journal.insert("INSERT INTO drafts VALUES (1, ?, ?)", parts, SECRET)
        journal.insert(
            "INSERT INTO revisions VALUES (1, 1, 'x', ?, ?, 'y', '', '', '')", parts, SECRET
        )
        journal.query("PRAGMA journal_mode=DELETE")
    outcome = done(desks, path, clock, SECRET)
    assert outcome.backups == (old,)
    assert SECRET.encode() not in old.read_bytes()
    with closing(sqlite.connect(str(old))) as connection:
        assert connection.execute("SELECT body FROM revisions").fetchall() == [(MARK,)]
        with pytest.raises(sqlite.IntegrityError):
            connection.execute("UPDATE revisions SET body = 'x'")


def test_a_damaged_backup_is_named_and_left_alone(desks, path, clock):
    safe = safekeeping.back_up(path, "asked", clock=clock)
    broken = safe.made.path
    data = bytearray(broken.read_bytes())
    data[5000] ^= 1
    broken.write_bytes(data)
    outcome = done(desks, path, clock, SECRET)
    ((unreached, error),) = outcome.unreached
    assert (unreached, error.code) == (broken, Code.BACKUP_DAMAGED)
    assert broken.read_bytes() == bytes(data)


def test_a_second_place_that_is_not_plugged_in_is_named(desks, path, clock, tmp_path):
    desks.settings.set(safekeeping.SECOND_PLACE, str(tmp_path / "gone"))
    outcome = done(desks, path, clock, SECRET)
    assert [error.code for _, error in outcome.unreached] == [Code.BACKUP_PLACE_MISSING]
    assert desks.items.get(desks.item.id).content.body.startswith(MARK)


def test_called_again_it_goes_on_with_the_backups(desks, path, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    desks.settings.set(safekeeping.SECOND_PLACE, str(stick))
    safekeeping.back_up(path, "asked", clock=clock)
    away = tmp_path / "away"
    stick.rename(away)
    done(desks, path, clock, SECRET)
    away.rename(stick)
    again = done(desks, path, clock, SECRET)
    assert not again.places
    assert [backup.is_relative_to(stick) for backup in again.backups] == [True]
    once_more = done(desks, path, clock, SECRET)
    assert (bool(once_more.places), once_more.backups) == (False, ())
    assert len(tombstones(desks.journal, desks.item.id)) == 1


def test_while_another_program_reads_the_bytes_stay_and_that_is_said(
    desks, path, clock, monkeypatch
):
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.0)
    desks.journal.query("BEGIN")
    desks.journal.query("SELECT * FROM items")
    outcome = done(desks, path, clock, SECRET)
    assert outcome.log_left
    desks.journal.query("COMMIT")
    assert not done(desks, path, clock, SECRET).log_left
    assert bytes_left(path) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"by": " "}, Code.NAME_REQUIRED),
        ({"witness": ""}, Code.WITNESS_REQUIRED),
        ({"witness": " 李 明 "}, Code.WITNESS_REQUIRED),
        ({"reason": ""}, Code.REASON_REQUIRED),
        ({"reason": f"录了{SECRET}"}, Code.REDACTION_REPEATS),
    ],
)
def test_what_is_not_complete_changes_nothing(desks, path, clock, changed, code):
    before = desks.journal.query("SELECT * FROM drafts")
    with pytest.raises(InfodeskError) as refused:
        done(desks, path, clock, SECRET, **changed)
    assert refused.value.code is code
    assert desks.journal.query("SELECT * FROM drafts") == before


@pytest.mark.parametrize("passage", ["没有写过的话", " "])
def test_a_passage_that_is_nowhere_is_refused(desks, path, clock, passage):
    head = SqliteAuditStore(desks.journal).head()
    with pytest.raises(InfodeskError) as refused:
        done(desks, path, clock, passage)
    assert refused.value.code is Code.REDACTION_NOT_FOUND
    assert SqliteAuditStore(desks.journal).head() == head


def test_looking_changes_nothing_and_names_what_else_holds_it(desks, path, clock):
    desks.items.add(text("抄录", f"又写了{SECRET}"))
    SqliteReferenceStore(desks.journal).add("会议讲话", f"还讲了{SECRET}", clock.now())
    safekeeping.back_up(path, "asked", clock=clock)
    reach = redacting.look(path, asked(desks, SECRET), clock)
    assert (reach.places.draft, reach.places.versions, len(reach.backups)) == (1, 2, 1)
    assert reach.places.elsewhere == (3,)
    assert reach.places.on_file == ("会议讲话",)
    assert reach.missing is None
    assert desks.items.get(desks.item.id).content == desks.item.content


def test_a_failure_half_way_leaves_everything_as_it_was(desks, path, clock, monkeypatch):
    def fails(_index):
        raise InfodeskError(Code.JOURNAL_DISK_FULL, path=path)

    monkeypatch.setattr(SearchIndex, "purge", fails)
    with pytest.raises(InfodeskError):
        done(desks, path, clock, SECRET)
    assert desks.items.get(desks.item.id) == desks.item
    assert tombstones(desks.journal, desks.item.id) == []
    assert check(path, full=True).sound


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO redacting VALUES (1)",
        "UPDATE redactions SET witness = '别人'",
        "DELETE FROM redactions",
        "DELETE FROM redacted_texts",
        "UPDATE revisions SET body = 'x'",
        "UPDATE item_acts SET reason = 'x'",
        "UPDATE approvals SET despite = 'x'",
        "UPDATE batch_entries SET title = 'x'",
        "UPDATE drafts SET body = 'x' WHERE item = 1",
    ],
)
def test_the_way_is_closed_again_when_the_act_is_done(desks, path, clock, statement):
    done(desks, path, clock, SECRET)
    desks.items.hold("2", "科长", "另一件事")
    with pytest.raises(sqlite.IntegrityError):
        desks.journal.change(statement)


def test_even_while_it_is_open_who_and_when_cannot_be_changed(desks, clock):
    from infodesk.core.audit import AuditAction, note

    store = SqliteAuditStore(desks.journal)
    note(store, AuditAction.REDACT, actor="李明", subject=desks.item.id, at=clock.now())
    desks.journal.change("INSERT INTO redacting VALUES (1)")
    with pytest.raises(sqlite.IntegrityError):
        desks.journal.change("UPDATE item_acts SET who = '别人', reason = 'x' WHERE item = 1")


def test_a_tombstone_that_was_taken_away_is_missed(desks, path, clock):
    from tests.storage.test_chain import kinds, unlocked

    done(desks, path, clock, SECRET)
    for table in ("redactions", "redacted_texts"):
        unlocked(desks.journal, table)
        desks.journal.query("PRAGMA foreign_keys=OFF")
        desks.journal.change(f"DELETE FROM {table}")
    assert "act-missing" in kinds(desks.journal)


def test_a_clock_set_back_does_not_keep_a_redaction_from_being_done(desks, path, clock):
    clock.moment -= timedelta(days=2)
    done(desks, path, clock, SECRET)
    actions = [entry.action for entry in SqliteAuditStore(desks.journal).chain()]
    assert actions[-2:] == ["clock-back", "redact"]
    assert check(path, full=True).sound


def test_the_search_index_forgets_the_text_and_finds_the_rest(desks, path, clock):
    """Versions and issues are in the index too; none of their pairs of characters is left."""
    item = desks.approved("北山要点", f"{SECRET}，已办结。")
    series = desks.bulletins.add_series(
        key="x", name="示范信息", issuer="", masthead="default", next_number=1
    )
    issue = desks.bulletins.open_issue(series.id, [item.id])
    desks.bulletins.sign(issue.id, "王主任", clock.now().date())
    desks.item = item
    index = SearchIndex(desks.journal, initials)
    index.take_in_all()
    desks.journal.query("PRAGMA wal_checkpoint(TRUNCATE)")
    assert hits(desks, clock, "绝密工程") == 3
    assert "绝密".encode() in path.read_bytes()
    done(desks, path, clock, SECRET)
    desks.item = desks.items.get("1")
    done(desks, path, clock, SECRET)
    assert hits(desks, clock, "绝密工程") == 0
    assert hits(desks, clock, "已办结") == 2
    assert bytes_left(path, "绝密") == []
    assert index.pending() == 0


def hits(desks, clock, words):
    wanted = Wanted(parse(words))
    return len(SearchFinder(desks.journal, clock, initials).find(wanted, 50))


def test_an_encrypted_journal_and_its_backups_are_cleared_and_stay_encrypted(
    encrypted_journal, clock
):
    path = encrypted_journal.path
    desks = Desks(encrypted_journal.open(clock), clock)
    item = desks.items.add(text("稿", f"{SECRET}。"))
    desks.items.keep_version(item.id, "李明", VersionReason.TIMED)
    desks.item = desks.items.get(item.id)
    made = safekeeping.back_up(path, "asked", clock=clock).made
    outcome = done(desks, path, clock, SECRET)
    assert outcome.backups == (made.path,)
    assert outcome.places.versions == 1
    with closing(open_as_is(made.path)) as backup:
        assert backup.query("SELECT body FROM revisions") == [(f"{MARK}。",)]
    desks.journal.close()
    assert check(path, full=True).sound
    assert check(made.path, full=True).sound
    for file in (path, made.path):
        assert OTHER.encode() not in file.read_bytes()
        assert file.read_bytes().startswith(b"infodesk")


def waits(desks, path, *contents, seal=False):
    """Let a file of an unknown sender wait; return what names it."""
    batch = batch_of(*contents)
    data = made(batch)
    if seal:
        data = envelope.sealed(data, [desks.stations.own_keys()[0].box])
    desks.stations.wait(replace(batch, digest=sha256(data).hexdigest()), data)
    return desks.stations.waiting()[0].digest


def test_a_waiting_file_that_holds_it_goes_whole_and_no_other(desks, path, clock):
    kept = waits(desks, path, text("另一件", f"{OTHER}。"))
    waits(desks, path, text("来文", f"据悉{SECRET}。"))
    waits(desks, path, text("来文", f"又{SECRET}。"), seal=True)
    # What no line may hold is refused, and read all the same.
    waits(desks, path, text("来文", f"{SECRET}\u200b。"))
    safekeeping.back_up(path, "asked", clock=clock)
    reach = redacting.look(path, asked(desks, SECRET), clock)
    assert reach.places.waiting == 3
    assert len(desks.stations.waiting()) == 4
    outcome = done(desks, path, clock, SECRET)
    assert (outcome.places.waiting, len(outcome.backups)) == (3, 1)
    assert [waiting.digest for waiting in desks.stations.waiting()] == [kept]
    with safekeeping.shelf_of(outcome.backups[0], clock).opened() as backup:
        assert backup.query("SELECT digest FROM waiting") == [(kept,)]
    assert check(path, full=True).sound


def test_a_waiting_file_with_the_item_goes_with_its_whole_text(desks, path, clock):
    kept = waits(desks, path, text("另一件", f"{OTHER}。"))
    batch = batch_of(text("改写", "别的说法。"))
    batch = replace(batch, items=(replace(batch.items[0], id=desks.item.id),), digest="ab" * 32)
    desks.stations.wait(batch, made(batch))
    assert done(desks, path, clock).places.waiting == 1
    assert [waiting.digest for waiting in desks.stations.waiting()] == [kept]


def test_a_waiting_file_that_cannot_be_opened_any_more_goes(desks, path, clock):
    batch = batch_of(text("来文", f"据悉{SECRET}。"))
    sealed = envelope.sealed(made(batch), [make_keys().box])
    desks.stations.wait(replace(batch, digest="cd" * 32), sealed)
    assert done(desks, path, clock, SECRET).places.waiting == 1
    assert desks.stations.waiting() == []
