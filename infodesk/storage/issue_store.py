"""Series and issues of bulletins in the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from infodesk.core.bulletins import (
    Issue,
    IssueAct,
    IssueItem,
    IssueRecord,
    IssueState,
    Recipient,
    Series,
)
from infodesk.core.clock import stamp
from infodesk.core.errors import Code, InfodeskError
from infodesk.storage.audit_store import SqliteAuditStore

_ISSUE = """SELECT n.id, n.series, n.state, n.rev, n.created_at, n.year, n.number, n.total,
    n.signed_on, n.signer, n.editor_note, n.withdrawn_because FROM issues n """


class SqliteIssueStore(SqliteAuditStore):
    """``ports.IssueStore`` over a journal."""

    def add_series(self, series: Series) -> Series:
        """Keep a new series and return it with its id."""
        with self.atomic():
            self._require_key_free(series)
            series_id = self._journal.insert(
                """INSERT INTO series (key, name, issuer, masthead, number_year, next_number,
                next_total, marking) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                series.key,
                series.name,
                series.issuer,
                series.masthead,
                series.number_year,
                series.next_number,
                series.next_total,
                series.marking,
            )
            self._add_recipients("series", series_id, series.distribution)
        return replace(series, id=series_id)

    def series(self) -> list[Series]:
        """Return every series in the order they were added."""
        lists = self._recipients("series", "series IS NOT NULL")
        rows = self._journal.query(
            """SELECT id, key, name, issuer, masthead, number_year, next_number, next_total,
            marking FROM series ORDER BY id"""
        )
        return [_series(row, lists[row[0]]) for row in rows]

    def update_series(self, series: Series) -> None:
        """Keep everything of a series."""
        with self.atomic():
            self._require_key_free(series)
            self._journal.change(
                """UPDATE series SET key = ?, name = ?, issuer = ?, masthead = ?, number_year = ?,
                next_number = ?, next_total = ?, marking = ? WHERE id = ?""",
                series.key,
                series.name,
                series.issuer,
                series.masthead,
                series.number_year,
                series.next_number,
                series.next_total,
                series.marking,
                series.id,
            )
            self._journal.change("DELETE FROM distribution WHERE series = ?", series.id)
            self._add_recipients("series", series.id, series.distribution)

    def insert(self, issue: Issue) -> Issue:
        """Keep a new issue and return it with its id."""
        with self.atomic():
            issue_id = self._journal.insert(
                """INSERT INTO issues (series, state, rev, created_at, year, number, total,
                signed_on, signer, editor_note, withdrawn_because)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)""",
                issue.series_id,
                issue.state,
                stamp(issue.created_at),
                *_columns(issue),
            )
            self._add_places(issue_id, issue)
        return self._known(issue_id)

    def get(self, issue_id: int) -> Issue | None:
        """Return the issue, or None."""
        found = self._issues("WHERE n.id = ?", issue_id)
        return found[0] if found else None

    def issues(self, series_id: int | None) -> list[Issue]:
        """Return the issues of one series or of all, the one last opened first."""
        if series_id is None:
            return self._issues("")
        return self._issues("WHERE n.series = ?", series_id)

    def update(self, issue: Issue) -> Issue:
        """Keep everything of an issue; what a numbered one prints stays as it was signed."""
        with self.atomic():
            open_now = self._journal.row(
                "SELECT 1 FROM issues WHERE id = ? AND rev = ? AND state = 'open'",
                issue.id,
                issue.rev,
            )
            if open_now:
                self._remove_places(issue.id)
                self._add_places(issue.id, issue)
            changed = self._journal.change(
                """UPDATE issues SET rev = rev + 1, state = ?, year = ?, number = ?, total = ?,
                signed_on = ?, signer = ?, editor_note = ?, withdrawn_because = ?
                WHERE id = ? AND rev = ?""",
                issue.state,
                *_columns(issue),
                issue.id,
                issue.rev,
            )
            if not changed:
                raise InfodeskError(Code.ISSUE_CHANGED_ELSEWHERE)
        return self._known(issue.id)

    def delete(self, issue_id: int) -> None:
        """Remove an open issue."""
        with self.atomic():
            self._remove_places(issue_id)
            self._journal.change("DELETE FROM issues WHERE id = ?", issue_id)

    def last_number(self, series_id: int, year: int) -> int:
        """Return the highest 期号 given in that year; 0 where none was."""
        row = self._journal.row(
            "SELECT max(number) FROM issues WHERE series = ? AND year = ?", series_id, year
        )
        return int(row[0] or 0) if row else 0

    def last_total(self, series_id: int) -> int:
        """Return the highest 总期号 ever given; 0 where none was."""
        row = self._journal.row("SELECT max(total) FROM issues WHERE series = ?", series_id)
        return int(row[0] or 0) if row else 0

    def signed_with(self, item_id: str) -> Sequence[int]:
        """Return the signed issues, not withdrawn, that print an item."""
        rows = self._journal.query(
            """SELECT n.id FROM items i JOIN issue_items p ON p.item = i.serial
            JOIN issues n ON n.id = p.issue WHERE i.id = ? AND n.state = 'signed' ORDER BY n.id""",
            item_id,
        )
        return [issue_id for (issue_id,) in rows]

    def record(self, act: IssueRecord) -> None:
        """Record an act for good."""
        self._journal.insert(
            "INSERT INTO issue_acts (issue, act, who, at, reason) VALUES (?, ?, ?, ?, ?)",
            act.issue_id,
            act.act,
            act.by,
            stamp(act.at),
            act.reason,
        )

    def acts(self, issue_id: int) -> list[IssueRecord]:
        """Return what was done to an issue, in the order it was done."""
        rows = self._journal.query(
            "SELECT act, who, at, reason FROM issue_acts WHERE issue = ? ORDER BY id", issue_id
        )
        return [
            IssueRecord(issue_id, IssueAct(act), who, datetime.fromisoformat(at), reason)
            for act, who, at, reason in rows
        ]

    def _issues(self, where: str, *values: int) -> list[Issue]:
        chosen = f"(SELECT n.id FROM issues n {where})"
        places: defaultdict[int, list[IssueItem]] = defaultdict(list)
        for issue_id, item_id, revision in self._journal.query(
            f"""SELECT p.issue, i.id, p.revision FROM issue_items p
            JOIN items i ON i.serial = p.item WHERE p.issue IN {chosen}
            ORDER BY p.issue, p.place""",
            *values,
        ):
            places[issue_id].append(IssueItem(item_id, revision))
        lists = self._recipients("issue", f"issue IN {chosen}", *values)
        rows = self._journal.query(f"{_ISSUE}{where} ORDER BY n.id DESC", *values)
        return [_issue(row, places[row[0]], lists[row[0]]) for row in rows]

    def _known(self, issue_id: int) -> Issue:
        issue = self.get(issue_id)
        if issue is None:
            raise InfodeskError(Code.ISSUE_NOT_FOUND, issue=issue_id)
        return issue

    def _require_key_free(self, series: Series) -> None:
        taken = self._journal.row(
            "SELECT 1 FROM series WHERE key = ? AND id <> ?", series.key, series.id
        )
        if taken:
            raise InfodeskError(Code.SERIES_KEY_TAKEN, key=series.key)

    def _add_places(self, issue_id: int, issue: Issue) -> None:
        for place, printed in enumerate(issue.items):
            self._journal.insert(
                """INSERT INTO issue_items (issue, place, item, revision)
                VALUES (?, ?, (SELECT serial FROM items WHERE id = ?), ?)""",
                issue_id,
                place,
                printed.item_id,
                printed.revision,
            )
        self._add_recipients("issue", issue_id, issue.distribution)

    def _remove_places(self, issue_id: int) -> None:
        self._journal.change("DELETE FROM issue_items WHERE issue = ?", issue_id)
        self._journal.change("DELETE FROM distribution WHERE issue = ?", issue_id)

    def _add_recipients(self, owner: str, owner_id: int, recipients: Sequence[Recipient]) -> None:
        for place, recipient in enumerate(recipients):
            self._journal.insert(
                f"INSERT INTO distribution ({owner}, place, way, name, copies) "
                "VALUES (?, ?, ?, ?, ?)",
                owner_id,
                place,
                recipient.way,
                recipient.name,
                recipient.copies,
            )

    def _recipients(
        self, owner: str, where: str, *values: int
    ) -> defaultdict[int, list[Recipient]]:
        lists: defaultdict[int, list[Recipient]] = defaultdict(list)
        for owner_id, *recipient in self._journal.query(
            f"SELECT {owner}, way, name, copies FROM distribution WHERE {where} ORDER BY place",
            *values,
        ):
            lists[owner_id].append(Recipient(*recipient))
        return lists


def _series(row: tuple[Any, ...], recipients: list[Recipient]) -> Series:
    return Series(
        id=row[0],
        key=row[1],
        name=row[2],
        issuer=row[3],
        masthead=row[4],
        number_year=row[5],
        next_number=row[6],
        next_total=row[7],
        marking=row[8],
        distribution=tuple(recipients),
    )


def _columns(issue: Issue) -> tuple[str | int | None, ...]:
    return (
        issue.year,
        issue.number,
        issue.total,
        None if issue.signed_on is None else issue.signed_on.isoformat(),
        issue.signer,
        issue.editor_note,
        issue.withdrawn_because,
    )


def _issue(row: tuple[Any, ...], places: list[IssueItem], recipients: list[Recipient]) -> Issue:
    return Issue(
        id=row[0],
        series_id=row[1],
        state=IssueState(row[2]),
        rev=row[3],
        created_at=datetime.fromisoformat(row[4]),
        items=tuple(places),
        year=row[5],
        number=row[6],
        total=row[7],
        signed_on=None if row[8] is None else date.fromisoformat(row[8]),
        signer=row[9],
        editor_note=row[10],
        distribution=tuple(recipients),
        withdrawn_because=row[11],
    )
