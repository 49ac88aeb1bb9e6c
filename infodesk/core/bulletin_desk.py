"""The acts upon a bulletin: open an issue, arrange, sign, withdraw. Each is one transaction.

Numbers follow domain.md, section 6: 期号 per series and year, 总期号 over all years, neither ever
used twice; a withdrawn issue keeps its number, so every gap has its recorded reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from infodesk.core.audit import AuditAction, digest, note
from infodesk.core.bulletins import (
    Issue,
    IssueAct,
    IssueItem,
    IssueRecord,
    IssueState,
    Recipient,
    Series,
)
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.item_desk import standing_approval
from infodesk.core.item_states import issued, require_approved, unissued
from infodesk.core.items import Act, ActRecord, Approval, Content, Item
from infodesk.core.ports import IssueStore, ItemStore


class BulletinDesk:
    """Where issues of a bulletin are put together, signed and withdrawn."""

    def __init__(self, store: IssueStore, items: ItemStore, clock: Clock) -> None:
        self._store = store
        self._items = items
        self._clock = clock

    def add_series(
        self,
        *,
        key: str,
        name: str,
        issuer: str,
        masthead: str,
        next_number: int,
        next_total: int = 0,
        marking: str = "",
        distribution: Sequence[Recipient] = (),
    ) -> Series:
        """Start a series in this journal; its next 期号 is of the present year.

        Raises:
            InfodeskError: SERIES_INCOMPLETE, SERIES_KEY_TAKEN.
        """
        series = Series(
            id=0,
            key=key.strip(),
            name=name.strip(),
            issuer=issuer.strip(),
            masthead=masthead,
            number_year=self._clock.now().year,
            next_number=next_number,
            next_total=next_total,
            marking=marking.strip(),
            distribution=tuple(distribution),
        )
        _require_complete(series)
        with self._store.atomic():
            return self._store.add_series(series)

    def series(self) -> list[Series]:
        """Return every series in the order they were added."""
        return self._store.series()

    def get_series(self, key: str) -> Series:
        """Return a series by its key, or by its id as text.

        Raises:
            InfodeskError: SERIES_NOT_FOUND.
        """
        known = self._store.series()
        for series in known:
            if series.key == key:
                return series
        for series in known:
            if str(series.id) == key:
                return series
        raise InfodeskError(Code.SERIES_NOT_FOUND, series=key)

    def save_series(self, series: Series) -> Series:
        """Change a series; issues already opened keep their own distribution list.

        Raises:
            InfodeskError: SERIES_NOT_FOUND, SERIES_INCOMPLETE, SERIES_KEY_TAKEN,
                SERIES_NUMBER_TAKEN where the next number or total is not above all given.
        """
        _require_complete(series)
        with self._store.atomic():
            self.get_series(str(series.id))
            last = self._store.last_number(series.id, series.number_year)
            _require_above(series, series.next_number, last)
            if series.next_total:
                _require_above(series, series.next_total, self._store.last_total(series.id))
            self._store.update_series(series)
        return series

    def open_issue(self, series_id: int, item_ids: Sequence[str] = ()) -> Issue:
        """Open an issue, not numbered yet, with the distribution list of its series.

        Raises:
            InfodeskError: SERIES_NOT_FOUND, ITEM_NOT_FOUND, ITEM_NOT_APPROVED, ISSUE_ITEM_TWICE.
        """
        with self._store.atomic():
            series = self._series(series_id)
            issue = Issue(
                id=0,
                series_id=series.id,
                state=IssueState.OPEN,
                rev=0,
                created_at=self._clock.now(),
                items=self._places(item_ids),
                distribution=series.distribution,
            )
            return self._store.insert(issue)

    def get(self, issue_id: int) -> Issue:
        """Return an issue.

        Raises:
            InfodeskError: ISSUE_NOT_FOUND.
        """
        issue = self._store.get(issue_id)
        if issue is None:
            raise InfodeskError(Code.ISSUE_NOT_FOUND, issue=issue_id)
        return issue

    def issues(self, series_id: int | None = None) -> list[Issue]:
        """Return the issues of one series or of all, the one last opened first."""
        return self._store.issues(series_id)

    def arrange(self, issue_id: int, rev: int, item_ids: Sequence[str]) -> Issue:
        """Set which items an open issue prints, and their order.

        Raises:
            InfodeskError: ISSUE_NOT_FOUND, ISSUE_STATE_FORBIDS, ISSUE_CHANGED_ELSEWHERE,
                ITEM_NOT_FOUND, ITEM_NOT_APPROVED, ISSUE_ITEM_TWICE.
        """
        with self._store.atomic():
            issue = self._open(issue_id, "arrange")
            return self._store.update(replace(issue, rev=rev, items=self._places(item_ids)))

    def set_details(
        self,
        issue_id: int,
        rev: int,
        *,
        editor_note: str | None = None,
        distribution: tuple[Recipient, ...] | None = None,
    ) -> Issue:
        """Change an open issue's editor's note or distribution list; None leaves it as it is.

        Raises:
            InfodeskError: ISSUE_NOT_FOUND, ISSUE_STATE_FORBIDS, ISSUE_CHANGED_ELSEWHERE.
        """
        with self._store.atomic():
            issue = self._open(issue_id, "edit")
            changed = replace(
                issue,
                rev=rev,
                editor_note=issue.editor_note if editor_note is None else editor_note,
                distribution=issue.distribution if distribution is None else distribution,
            )
            return self._store.update(changed)

    def contents(self, issue_id: int) -> list[tuple[Item, Content]]:
        """Return the items of an issue in order, each with the version of its text it prints.

        An open issue prints what is approved now; a signed or withdrawn one what was signed.
        """
        issue = self.get(issue_id)
        printed = []
        for place in issue.items:
            item = self._item(place.item_id)
            number = place.revision
            if issue.state is IssueState.OPEN:
                approval = standing_approval(self._items, item)
                number = place.revision if approval is None else approval.revision
            version = self._items.revision(item.id, number)
            printed.append((item, item.content if version is None else version.content))
        return printed

    def sign(self, issue_id: int, signer: str, on: date) -> Issue:
        """Sign an open issue: it gets its numbers and its date, its items are issued.

        The year of ``on`` decides the 期号, which starts again at 1 in a new year.

        Raises:
            InfodeskError: NAME_REQUIRED, ISSUE_NOT_FOUND, ISSUE_STATE_FORBIDS, ISSUE_EMPTY,
                ITEM_NOT_APPROVED, ISSUE_YEAR_CLOSED.
        """
        name = signer.strip()
        if not name:
            raise InfodeskError(Code.NAME_REQUIRED)
        with self._store.atomic():
            issue = self._open(issue_id, IssueAct.SIGN)
            if not issue.items:
                raise InfodeskError(Code.ISSUE_EMPTY)
            places = self._places([place.item_id for place in issue.items])
            number, total = self._take_numbers(self._series(issue.series_id), on.year)
            signed = replace(
                issue,
                state=IssueState.SIGNED,
                items=places,
                year=on.year,
                number=number,
                total=total,
                signed_on=on,
                signer=name,
            )
            kept = self._store.update(signed)
            now = self._clock.now()
            self._store.record(IssueRecord(issue.id, IssueAct.SIGN, name, now))
            self._note(AuditAction.SIGN, kept, name, now)
            for place in places:
                item = self._item(place.item_id)
                self._items.record(ActRecord(item.id, Act.ISSUE, name, now, _reference(kept)))
                self._items.update(issued(item, now))
            return kept

    def withdraw(self, issue_id: int, by: str, reason: str) -> Issue:
        """Withdraw a signed issue; its number stays taken, its items stand as before.

        Raises:
            InfodeskError: NAME_REQUIRED, REASON_REQUIRED, ISSUE_NOT_FOUND, ISSUE_STATE_FORBIDS.
        """
        name, why = by.strip(), reason.strip()
        if not name:
            raise InfodeskError(Code.NAME_REQUIRED)
        if not why:
            raise InfodeskError(Code.REASON_REQUIRED)
        with self._store.atomic():
            issue = self.get(issue_id)
            _require_state(issue, IssueState.SIGNED, IssueAct.WITHDRAW)
            kept = self._store.update(
                replace(issue, state=IssueState.WITHDRAWN, withdrawn_because=why)
            )
            now = self._clock.now()
            self._store.record(IssueRecord(issue.id, IssueAct.WITHDRAW, name, now, why))
            self._note(AuditAction.WITHDRAW_ISSUE, kept, name, now, why)
            for place in issue.items:
                item = self._item(place.item_id)
                self._items.record(ActRecord(item.id, Act.UNISSUE, name, now, why))
                if not self._store.signed_with(item.id):
                    self._items.update(unissued(item, now))
            return kept

    def discard(self, issue_id: int) -> None:
        """Remove an open issue; its items stay as they are.

        Raises:
            InfodeskError: ISSUE_NOT_FOUND, ISSUE_STATE_FORBIDS.
        """
        with self._store.atomic():
            self._open(issue_id, "discard")
            self._store.delete(issue_id)

    def gaps(self, series_id: int, year: int) -> list[Issue]:
        """Return the withdrawn issues of a year by number, each with its reason."""
        withdrawn = [
            issue
            for issue in self._store.issues(series_id)
            if issue.state is IssueState.WITHDRAWN and issue.year == year
        ]
        return sorted(withdrawn, key=lambda issue: issue.number)

    def history(self, issue_id: int) -> list[IssueRecord]:
        """Return who signed and who withdrew an issue, when and why."""
        return self._store.acts(self.get(issue_id).id)

    def _note(
        self, action: AuditAction, issue: Issue, by: str, at: datetime, reason: str = ""
    ) -> None:
        """Put an issue on the chain with its numbers and the hash of each text it prints."""
        printed = [
            [place.item_id, place.revision, version.sha256 if version else ""]
            for place in issue.items
            for version in [self._items.revision(place.item_id, place.revision)]
        ]
        note(
            self._store,
            action,
            actor=by,
            subject=str(issue.id),
            at=at,
            sha256=digest(printed),
            reason=reason,
            detail={
                "series": issue.series_id,
                "year": issue.year,
                "number": issue.number,
                "total": issue.total,
                "items": printed,
            },
        )

    def _series(self, series_id: int) -> Series:
        for series in self._store.series():
            if series.id == series_id:
                return series
        raise InfodeskError(Code.SERIES_NOT_FOUND, series=series_id)

    def _item(self, item_id: str) -> Item:
        item = self._items.get(item_id)
        if item is None:
            raise InfodeskError(Code.ITEM_NOT_FOUND, item=item_id)
        return item

    def _open(self, issue_id: int, act: str) -> Issue:
        issue = self.get(issue_id)
        _require_state(issue, IssueState.OPEN, act)
        return issue

    def _places(self, item_ids: Sequence[str]) -> tuple[IssueItem, ...]:
        places: dict[str, IssueItem] = {}
        for item_id in item_ids:
            item = self._item(item_id)
            if item.id in places:
                raise InfodeskError(Code.ISSUE_ITEM_TWICE, title=item.content.title)
            places[item.id] = IssueItem(item.id, self._approved(item).revision)
        return tuple(places.values())

    def _approved(self, item: Item) -> Approval:
        require_approved(item)
        approval = standing_approval(self._items, item)
        if approval is None:
            raise InfodeskError(Code.ITEM_NOT_APPROVED, title=item.content.title)
        return approval

    def _take_numbers(self, series: Series, year: int) -> tuple[int, int]:
        """Return the 期号 and 总期号 of an issue signed in a year, and move the series on."""
        last = self._store.last_number(series.id, year)
        if year < series.number_year and not last:
            raise InfodeskError(
                Code.ISSUE_YEAR_CLOSED,
                name=series.name,
                current=series.number_year,
                year=year,
            )
        number = series.next_number if year == series.number_year else last + 1
        total = series.next_total
        moved = replace(series, next_total=total + 1 if total else 0)
        if year >= series.number_year:
            moved = replace(moved, number_year=year, next_number=number + 1)
        self._store.update_series(moved)
        return number, total


def _reference(issue: Issue) -> str:
    """Return what an item's history calls the issue that printed it."""
    return f"{issue.series_id}:{issue.year}-{issue.number}"


def _require_complete(series: Series) -> None:
    # A key of digits could be taken for another series' id.
    named = series.key and not series.key.isdecimal() and series.name
    if not named or series.next_number < 1 or series.next_total < 0:
        raise InfodeskError(Code.SERIES_INCOMPLETE)


def _require_above(series: Series, number: int, last: int) -> None:
    if number <= last:
        raise InfodeskError(
            Code.SERIES_NUMBER_TAKEN, name=series.name, number=number, least=last + 1
        )


def _require_state(issue: Issue, state: IssueState, act: str) -> None:
    if issue.state is not state:
        raise InfodeskError(Code.ISSUE_STATE_FORBIDS, state=issue.state, act=act)
