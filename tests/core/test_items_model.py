"""Random acts on both desks, held against a model of a few lines."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    precondition,
    rule,
)

from infodesk.core.bulletin_desk import BulletinDesk
from infodesk.core.checking.findings import Elements, Report
from infodesk.core.errors import InfodeskError
from infodesk.core.item_desk import ItemDesk
from infodesk.core.items import Content, ItemFilter, ItemState, Section, VersionReason
from infodesk.storage.database import open_journal
from infodesk.storage.issue_store import SqliteIssueStore
from infodesk.storage.item_store import SqliteItemStore

TEXTS = st.builds(
    lambda title, parts: Content(title, tuple(Section(f"k{n}", t) for n, t in enumerate(parts))),
    st.text(st.sampled_from("甲乙“%\\\n a"), min_size=1, max_size=6),
    st.lists(st.text(st.sampled_from("丙丁\n\r_'\t😀"), max_size=6), max_size=3),
)
ACTS = ("hold", "release", "return_to_unit", "withdraw_approval", "discard", "restore", "approve")


class SteadyClock:
    moment = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=8)))

    def now(self):
        self.moment += timedelta(seconds=1)
        return self.moment


class Office(RuleBasedStateMachine):
    """The model keeps each item's text and what it was printed as; the journal must agree."""

    items = Bundle("items")
    issues = Bundle("issues")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SteadyClock()
        self.texts = {}
        self.acts = {}
        self.versions = {}
        self.printed = {}
        self.numbers = {}
        self.open_desks()
        self.series = self.bulletins.add_series(
            key="x", name="示范信息", issuer="", masthead="plain", next_number=1, next_total=1
        )

    def open_desks(self):
        self.journal = open_journal(Path(self.folder.name) / "j.infodesk", clock=self.clock)
        store = SqliteItemStore(self.journal)
        report = Report({}, (), Elements(), ())
        self.desk = ItemDesk(store, self.clock, {"event": None}, lambda *_: report)
        self.bulletins = BulletinDesk(SqliteIssueStore(self.journal), store, self.clock)

    def teardown(self):
        self.journal.close()
        self.folder.cleanup()

    @rule(target=items, content=TEXTS)
    def add(self, content):
        item = self.desk.add(content)
        self.texts[item.id] = content
        self.acts[item.id] = 1
        self.versions[item.id] = {}
        return item.id

    @rule(item=items, content=TEXTS, stale=st.booleans())
    def write(self, item, content, stale):
        now = self.desk.get(item)
        editable = now.state in {ItemState.DRAFT, ItemState.RETURNED} and not now.discarded_at
        try:
            self.desk.autosave(item, content, now.rev - stale)
        except InfodeskError:
            assert stale or not editable
        else:
            assert editable
            assert not stale
            self.texts[item] = content
        self.remember_versions(item)

    @rule(item=items)
    def keep(self, item):
        self.desk.keep_version(item, "科长", VersionReason.LEFT)
        self.remember_versions(item)

    @rule(item=items, act=st.sampled_from(ACTS))
    def move(self, item, act):
        before = self.desk.get(item)
        reason = [] if act in ("discard", "restore") else ["理由"]
        try:
            getattr(self.desk, act)(item, "主任", *reason)
        except InfodeskError:
            assert self.desk.get(item) == before
        else:
            in_the_trash = before.discarded_at is not None
            self.acts[item] += in_the_trash if act == "restore" else 1
        self.remember_versions(item)

    @rule(target=issues, chosen=st.lists(items, max_size=3, unique=True))
    def compose(self, chosen):
        count = len(self.bulletins.issues())
        try:
            return self.bulletins.open_issue(self.series.id, chosen).id
        except InfodeskError:
            assert any(self.desk.approval(item) is None for item in chosen)
            assert len(self.bulletins.issues()) == count
            return multiple()

    @rule(issue=issues, days=st.integers(0, 90))
    def sign(self, issue, days):
        before = self.bulletins.get(issue)
        chosen = [place.item_id for place in before.items]
        approved = all(self.desk.approval(item) for item in chosen)
        try:
            signed = self.bulletins.sign(issue, "主任", date(2026, 11, 20) + timedelta(days=days))
        except InfodeskError:
            assert self.bulletins.get(issue) == before
            return
        assert approved
        assert chosen
        assert before.number == 0
        key = (signed.year, signed.number)
        assert key not in self.numbers
        assert signed.number == 1 + sum(year == signed.year for year, _ in self.numbers)
        assert signed.total == len(self.numbers) + 1
        self.numbers[key] = issue
        self.printed[issue] = [self.texts[item] for item in chosen]
        for item in chosen:
            self.acts[item] += 1

    @rule(issue=issues)
    def withdraw(self, issue):
        try:
            gone = self.bulletins.withdraw(issue, "主任", "印错")
        except InfodeskError:
            return
        for place in gone.items:
            self.acts[place.item_id] += 1

    @rule(issue=consumes(issues))
    @precondition(lambda self: self.printed)
    def throw_away(self, issue):
        try:
            self.bulletins.discard(issue)
        except InfodeskError:
            assert issue in self.printed

    @rule()
    def reopen(self):
        self.journal.close()
        self.open_desks()

    def remember_versions(self, item):
        kept = {version.number: version.content for version in self.desk.revisions(item)}
        assert self.versions[item].items() <= kept.items()
        self.versions[item] = kept

    @invariant()
    def the_journal_agrees(self):
        assert not self.journal.database.conn.in_transaction
        in_sight = self.desk.count(ItemFilter()) + self.desk.count(ItemFilter(discarded=True))
        assert in_sight == len(self.texts)
        for item, content in self.texts.items():
            assert self.desk.get(item).content == content
            assert len(self.desk.history(item)) == self.acts[item]
        for issue, contents in self.printed.items():
            assert [content for _, content in self.bulletins.contents(issue)] == contents


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=25, stateful_step_count=30)
