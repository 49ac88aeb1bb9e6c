"""What the journal itself refuses of the chain, and what following it shows."""

from __future__ import annotations

import pytest

from infodesk.core.journal_check import DamageKind
from infodesk.storage import chain_check, engine, migrations
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.database import open_empty, open_journal
from infodesk.storage.engine import sqlite
from tests.storage.desks import Desks, text


@pytest.fixture
def desks(journal, clock, tmp_path):
    office = Desks(journal, clock)
    office.item = office.fill(tmp_path)
    return office


def unlocked(journal, table):
    """Take the journal's own refusals of a table away, as a forger would."""
    for (name,) in journal.query(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table
    ):
        journal.change(f"DROP TRIGGER {name}")


def kinds(journal):
    return {damage.kind for damage in chain_check.verify(journal).damages}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = '别人' WHERE n = 2",
        "DELETE FROM audit WHERE n = (SELECT max(n) FROM audit)",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE n = 1",
        (
            "INSERT INTO audit SELECT n + 9, at, actor, action, subject, version, sha256, detail, "
            "(SELECT hash FROM audit ORDER BY n DESC LIMIT 1), hash FROM audit WHERE n = 1"
        ),
        (
            "INSERT INTO audit SELECT (SELECT max(n) + 1 FROM audit), at, actor, action, subject, "
            "version, sha256, detail, prev, hash FROM audit WHERE n = 2"
        ),
    ],
)
def test_the_chain_only_grows_at_its_end(desks, statement):
    before = list(SqliteAuditStore(desks.journal).chain())
    with pytest.raises(sqlite.IntegrityError):
        desks.journal.change(statement)
    assert list(SqliteAuditStore(desks.journal).chain()) == before


@pytest.mark.parametrize(
    ("lets", "statement"),
    [
        ("an approval of another text", ("INSERT INTO approvals (item, revision, sha256, who, at, "
         "despite) VALUES (3, 1, 'x', '主任', '', '')")),
        ("a draft called approved", "UPDATE items SET state = 'approved' WHERE serial = 3"),
        ("an edited approval", "UPDATE drafts SET body = '改过' WHERE item = 2"),
        ("an edited title", "UPDATE items SET title = '改过' WHERE serial = 2"),
        ("a draft in an issue", ("INSERT INTO issue_items (issue, place, item, revision) "
         "VALUES (2, 0, 3, 1)")),
        ("a draft in a batch", ("INSERT INTO batch_entries (batch, place, item, title, status, "
         "sha256) SELECT 1, 9, id, title, 'sent', 'x' FROM items WHERE serial = 3")),
    ],
)  # fmt: skip
def test_the_journal_itself_refuses(desks, lets, statement):
    desks.items.keep_version(desks.items.get("3").id, "", "left")
    desks.bulletins.open_issue(1)
    with pytest.raises(sqlite.IntegrityError):
        desks.journal.change(statement)


def test_an_item_edited_after_its_approval_is_in_no_issue(desks):
    item = desks.approved("滑坡续报", "已清理完毕。")
    desks.items.withdraw_approval(item.id, "王主任", "改一处")
    draft = desks.items.get(item.id)
    desks.items.autosave(item.id, text("滑坡续报", "已基本清理完毕。"), draft.rev)
    desks.items.keep_version(item.id, "", "left")
    desks.bulletins.open_issue(1)
    place = "INSERT INTO issue_items (issue, place, item, revision) VALUES (2, 0, ?, ?)"
    with pytest.raises(sqlite.IntegrityError, match="no approval"):
        desks.journal.change(place, draft.serial, 2)
    desks.journal.change(place, draft.serial, 1)


def test_a_whole_chain_bears_out_every_act(desks):
    report = chain_check.verify(desks.journal)
    assert report.damages == ()
    assert report.head == SqliteAuditStore(desks.journal).head()
    assert report.entries == 6


@pytest.mark.parametrize(
    ("table", "statement", "kind"),
    [
        ("audit", "UPDATE audit SET actor = '别人' WHERE n = 2", DamageKind.LINK_CHANGED),
        ("audit", "DELETE FROM audit WHERE n = 2", DamageKind.LINK_MISSING),
        ("audit", "DELETE FROM audit WHERE n >= 5", DamageKind.ACT_UNCHAINED),
        ("approvals", "UPDATE approvals SET who = '别人'", DamageKind.ACT_UNCHAINED),
        ("approvals", "DELETE FROM approvals WHERE id = 2", DamageKind.ACT_MISSING),
        ("item_acts", "DELETE FROM item_acts WHERE act = 'hold'", DamageKind.ACT_MISSING),
        ("item_acts", "UPDATE item_acts SET reason = '' WHERE act = 'hold'",
         DamageKind.REASON_CHANGED),
        ("item_acts", ("INSERT INTO item_acts (item, act, who, at, reason) "
         "VALUES (1, 'hold', '科长', '2026-11-20', '补记')"), DamageKind.ACT_UNCHAINED),
        ("issue_items", "DELETE FROM issue_items WHERE place = 0", DamageKind.ISSUE_CHANGED),
        ("issue_acts", "DELETE FROM issue_acts", DamageKind.ACT_MISSING),
        ("batches", "UPDATE batches SET digest = 'x'", DamageKind.ACT_UNCHAINED),
    ],
)  # fmt: skip
def test_what_was_forged_past_the_journal_s_refusals_is_seen(desks, table, statement, kind):
    unlocked(desks.journal, table)
    assert desks.journal.change(statement)
    assert kind in kinds(desks.journal)


def older_journal(path):
    """Make a journal as the program of four steps left it, with one approved item."""
    steps = [step.name for step in migrations.journal.pending(engine.empty_database())]
    journal = open_empty(path, steps[:4])
    journal.insert(
        """INSERT INTO items (id, rev, title, kind, unit, author, source, origin, state,
        created_at, updated_at, characters) VALUES ('a', 1, '旧条目', 'event', '', '', 'typed',
        '', 'approved', '2026-01-01T09:00:00+08:00', '2026-01-01T09:00:00+08:00', 2)"""
    )
    content, parts = text("旧条目", "正文"), '[["situation", 2]]'
    journal.insert("INSERT INTO drafts VALUES (1, ?, '正文')", parts)
    journal.insert(
        "INSERT INTO revisions VALUES (1, 1, '旧条目', ?, '正文', ?, '', '', 'approved')",
        parts,
        content.sha256(),
    )
    journal.insert(
        "INSERT INTO approvals VALUES (1, 1, 1, ?, '主任', '2026-01-01', '')", content.sha256()
    )
    journal.insert("INSERT INTO item_acts VALUES (1, 1, 'approve', '主任', '2026-01-01', '')")
    journal.close()


def test_an_older_journal_s_chain_begins_with_what_was_on_record(path, clock):
    older_journal(path)
    journal = open_journal(path, clock=clock)
    (first,) = SqliteAuditStore(journal).chain()
    assert (first.action, first.moment) == ("begin", clock.now())
    assert first.detail == '{"approvals":1,"batches":0,"issue_acts":0,"item_acts":1}'
    desks = Desks(journal, clock)
    assert desks.items.approval("a").by == "主任"
    desks.items.withdraw_approval("a", "主任", "改")
    assert chain_check.verify(journal).damages == ()
    unlocked(journal, "approvals")
    journal.change("UPDATE approvals SET who = '别人'")
    assert kinds(journal) == {DamageKind.BEFORE_CHAIN}
    journal.close()


def test_a_new_journal_s_chain_begins_with_its_first_act(journal, clock):
    assert list(SqliteAuditStore(journal).chain()) == []
    Desks(journal, clock).approved()
    assert SqliteAuditStore(journal).head().action == "approve"
