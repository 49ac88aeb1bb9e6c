"""What is on record cannot be changed or erased, not even by a statement past the stores."""

from __future__ import annotations

from datetime import date

import pytest

from infodesk.core.bulletin_desk import BulletinDesk
from infodesk.core.checking.findings import Elements, Report
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, Section
from infodesk.storage.engine import sqlite
from infodesk.storage.issue_store import SqliteIssueStore
from infodesk.storage.item_store import SqliteItemStore


@pytest.fixture
def signed(journal, clock):
    """Return the journal with one signed issue of one item in it, and one open issue."""
    store = SqliteItemStore(journal)
    report = Report({}, (), Elements(), ())
    items = ItemDesk(store, clock, {"event": None}, lambda *_: report)
    bulletins = BulletinDesk(SqliteIssueStore(journal), store, clock)
    item = items.add(Content("稿", (Section("situation", "正文"),)))
    items.hold(item.id, "科长", "核实")
    items.release(item.id, "科长", "已核实")
    items.approve(item.id, "主任")
    series = bulletins.add_series(
        key="x", name="示范信息", issuer="", masthead="plain", next_number=1, next_total=1
    )
    issue = bulletins.open_issue(series.id, [item.id])
    bulletins.sign(issue.id, "主任", date(2026, 11, 20))
    bulletins.open_issue(series.id, [item.id])
    return journal


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET at = '2020-01-01'",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
@pytest.mark.parametrize("table", ["revisions", "approvals", "item_acts", "issue_acts"])
def test_records_are_append_only(signed, table, statement):
    before = signed.query(f"SELECT * FROM {table}")
    assert before
    with pytest.raises(sqlite.IntegrityError):
        signed.change(statement.format(table=table))
    assert signed.query(f"SELECT * FROM {table}") == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM items",
        "DELETE FROM issues WHERE id = 1",
        "DELETE FROM issue_items WHERE issue = 1",
        "UPDATE issue_items SET revision = 1 WHERE issue = 1",
        "UPDATE issues SET number = 7 WHERE id = 1",
        "UPDATE issues SET year = 2025 WHERE id = 1",
        "UPDATE issues SET total = 0 WHERE id = 1",
        "UPDATE issues SET signed_on = '2026-11-21' WHERE id = 1",
        "UPDATE issues SET signer = '科长' WHERE id = 1",
        "UPDATE issues SET state = 'open' WHERE id = 1",
        "UPDATE issues SET number = 1, year = 2026 WHERE id = 2",
        "UPDATE issues SET id = 9 WHERE id = 1",
        "INSERT INTO approvals VALUES (9, 1, 9, '', '主任', '', '', '')",
        "INSERT INTO approvals VALUES (9, 1, 1, '', '', '', '', '')",
        "INSERT INTO issue_items VALUES (1, 5, 1, 1, '')",
        "INSERT INTO issue_items VALUES (2, 5, 1, 1, '')",
    ],
)
def test_what_was_numbered_and_printed_stays(signed, statement):
    tables = ("items", "issues", "issue_items", "approvals")
    before = [signed.query(f"SELECT * FROM {table}") for table in tables]
    with pytest.raises(sqlite.IntegrityError):
        signed.change(statement)
    assert [signed.query(f"SELECT * FROM {table}") for table in tables] == before


def test_a_signed_issue_can_be_withdrawn_but_not_signed_again(signed):
    signed.change("UPDATE issues SET state = 'withdrawn' WHERE id = 1")
    with pytest.raises(sqlite.IntegrityError):
        signed.change("UPDATE issues SET state = 'signed' WHERE id = 1")
