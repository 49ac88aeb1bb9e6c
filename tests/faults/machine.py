"""An office as a model, and the workspace beside it: whatever is done, both must hold the same."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from infodesk import safekeeping
from infodesk.core.backups import TIMED
from infodesk.core.bulletins import IssueState
from infodesk.core.errors import InfodeskError
from infodesk.core.items import Content, ItemFilter, ItemState, Section, VersionReason
from infodesk.storage.journal_check import check
from infodesk.workspace import Workspace

TITLES = st.text(alphabet="西关镇情况报告甲乙", min_size=1, max_size=6)
CHOICE = st.integers(0, 10**6)


ACTS = (
    "add",
    "autosave",
    "autosave_of_a_window_that_is_behind",
    "keep_version",
    "approve",
    "hold",
    "release",
    "issue",
    "withdraw",
    "an_act_that_fails_half_way",
    "back_up",
    "restore",
    "export_and_import",
    "reopen",
    "crash",
    # More often than the others, since these lead to where they can act.
    "add",
    "autosave",
    "approve",
    "back_up",
    "restore",
)
"""What is done in any order."""


@dataclass(frozen=True)
class Kept:
    """An item as the model has it."""

    title: str
    state: ItemState = ItemState.DRAFT
    versions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """What the office holds: items by their numbers, signed and withdrawn issues with theirs."""

    items: dict[int, Kept] = field(default_factory=dict)
    issues: tuple[tuple[int, int, bool], ...] = ()

    def with_item(self, number, item):
        return replace(self, items=self.items | {number: item})


class Clock:
    """A clock that goes on by a second whenever it is asked."""

    def __init__(self):
        self.moment = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=8)))

    def now(self):
        self.moment += timedelta(seconds=1)
        return self.moment


class OfficeMachine(RuleBasedStateMachine):
    """Acts in any order; after each, database and model are compared."""

    @initialize()
    def found(self):
        self.folder = Path(tempfile.mkdtemp(prefix="infodesk-machine-"))
        self.path = self.folder / "journal.infodesk"
        self.clock = Clock()
        self.model = Model()
        self.backups = {}
        self.workspace = Workspace(self.path, clock=self.clock)
        self.workspace.bulletins.add_series(
            key="x", name="示范信息", issuer="", masthead="default", next_number=1, next_total=1
        )

    def of(self, *states):
        return [number for number, item in self.model.items.items() if item.state in states]

    def pick(self, choice, *states):
        numbers = self.of(*states)
        return numbers[choice % len(numbers)] if numbers else None

    def act(self, number, state, act):
        """Do an act on an item and note the state it leads to."""
        act(str(number))
        self.model = self.model.with_item(number, replace(self.model.items[number], state=state))

    def add(self, _choice, title):
        item = self.workspace.items.add(text(title))
        self.model = self.model.with_item(item.serial, Kept(title))

    def autosave(self, choice, title):
        number = self.pick(choice, ItemState.DRAFT, ItemState.RETURNED)
        if number is None:
            return
        item = self.workspace.items.get(str(number))
        self.workspace.items.autosave(item.id, text(title), item.rev)
        self.model = self.model.with_item(number, replace(self.model.items[number], title=title))

    def autosave_of_a_window_that_is_behind(self, choice, title):
        number = self.pick(choice, ItemState.DRAFT)
        if number is None:
            return
        item = self.workspace.items.get(str(number))
        try:
            self.workspace.items.autosave(item.id, text(title), item.rev - 1)
        except InfodeskError:
            # Both texts are kept: ours among the versions.
            self.note_versions(number)
        else:
            raise AssertionError("a window that was behind wrote over another")

    def keep_version(self, choice, _title):
        number = self.pick(choice, ItemState.DRAFT)
        if number is not None:
            item = self.workspace.items.get(str(number))
            self.workspace.items.keep_version(item.id, "科长", VersionReason.TIMED)
            self.note_versions(number, needs=item.content.title)

    def approve(self, choice, _title):
        number = self.pick(choice, ItemState.DRAFT, ItemState.RETURNED)
        if number is not None:
            title = self.model.items[number].title
            self.act(
                number,
                ItemState.APPROVED,
                lambda item: self.workspace.items.approve(item, "主任", "试"),
            )
            self.note_versions(number, needs=title)

    def hold(self, choice, _title):
        number = self.pick(choice, ItemState.DRAFT)
        if number is not None:
            self.act(number, ItemState.HELD, lambda i: self.workspace.items.hold(i, "科长", "核"))

    def release(self, choice, _title):
        number = self.pick(choice, ItemState.HELD)
        if number is not None:
            self.act(
                number, ItemState.DRAFT, lambda i: self.workspace.items.release(i, "科长", "实")
            )

    def issue(self, choice, _title):
        number = self.pick(choice, ItemState.APPROVED)
        if number is None:
            return
        desk = self.workspace.bulletins
        item = self.workspace.items.get(str(number))
        made = desk.open_issue(desk.get_series("x").id, [item.id])
        signed = desk.sign(made.id, "主任", date(2026, 11, 20))
        self.model = replace(
            self.model.with_item(number, replace(self.model.items[number], state=ItemState.ISSUED)),
            issues=(*self.model.issues, (signed.number, number, False)),
        )

    def withdraw(self, choice, _title):
        standing = [entry for entry in self.model.issues if not entry[2]]
        if not standing:
            return
        number, item, _ = standing[choice % len(standing)]
        issue = next(one for one in self.workspace.bulletins.issues() if one.number == number)
        self.workspace.bulletins.withdraw(issue.id, "主任", "有误")
        issues = tuple(
            (other, printed, gone or other == number) for other, printed, gone in self.model.issues
        )
        self.model = replace(
            self.model.with_item(item, replace(self.model.items[item], state=ItemState.APPROVED)),
            issues=issues,
        )

    def an_act_that_fails_half_way(self, _choice, _title):
        """An error inside an act leaves nothing of it."""
        try:
            with self.workspace._database.atomic():
                self.workspace.items.add(text("不该在"))
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    def back_up(self, _choice, _title):
        made = safekeeping.back_up(self.path, TIMED, clock=self.clock).made
        if made is not None:
            self.backups[made.path] = self.model

    def restore(self, choice, _title):
        there = [path for path in self.backups if path.exists()]
        if not there:
            return
        chosen = there[choice % len(there)]
        self.workspace.close()
        guard = safekeeping.restore(self.path, chosen, self.clock)
        self.backups[guard.path] = self.model
        self.model = self.backups[chosen]
        self.workspace = Workspace(self.path, clock=self.clock)

    def export_and_import(self, _choice, _title):
        target = self.folder / "journal.zip"
        safekeeping.export_journal(self.path, target, clock=self.clock)
        self.workspace.close()
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        safekeeping.import_journal(self.path, target, clock=self.clock)
        self.workspace = Workspace(self.path, clock=self.clock)

    def reopen(self, _choice, _title):
        self.workspace.close()
        self.workspace = Workspace(self.path, clock=self.clock)

    def crash(self, _choice, _title):
        """The files as they are this moment are all that is left, the log not folded in."""
        left = Path(tempfile.mkdtemp(prefix="infodesk-crash-"))
        for end in ("", "-wal"):
            file = self.path.with_name(self.path.name + end)
            if file.exists():
                shutil.copyfile(file, left / file.name)
        self.workspace.close()
        for file in left.iterdir():
            shutil.move(file, self.folder / file.name)
        left.rmdir()
        self.workspace = Workspace(self.path, clock=self.clock)

    @rule(act=st.sampled_from(ACTS), choice=CHOICE, title=TITLES)
    def do(self, act, choice, title):
        """Do one act; as one rule, since hypothesis leaves most of many rules out of a run."""
        getattr(self, act)(choice, title)

    def note_versions(self, number, needs=None):
        """Take the versions over from the journal; none may be lost, the one needed is there."""
        item = self.workspace.items.get(str(number))
        kept = tuple(one.content.title for one in self.workspace.items.revisions(item.id))
        known = self.model.items[number].versions
        assert kept[: len(known)] == known
        assert needs is None or kept[-1] == needs
        self.model = self.model.with_item(number, replace(self.model.items[number], versions=kept))

    @invariant()
    def the_journal_holds_what_the_model_holds(self):
        if not hasattr(self, "workspace"):
            return
        assert not self.workspace._database.connection.in_transaction
        desk = self.workspace.items
        found = {
            row.serial: (row.title, row.state) for row in desk.rows(ItemFilter(), limit=10_000)
        }
        assert found == {
            number: (item.title, item.state) for number, item in self.model.items.items()
        }
        for number, kept in self.model.items.items():
            versions = desk.revisions(desk.get(str(number)).id)
            assert tuple(one.content.title for one in versions) == kept.versions
        issues = {
            (issue.number, issue.state is IssueState.WITHDRAWN)
            for issue in self.workspace.bulletins.issues()
            if issue.state is not IssueState.OPEN
        }
        assert issues == {(number, gone) for number, _, gone in self.model.issues}

    def teardown(self):
        if not hasattr(self, "workspace"):
            return
        self.workspace.close()
        try:
            report = check(self.path, full=True)
            assert report.sound, report.damages
        finally:
            shutil.rmtree(self.folder)


def text(title):
    """Return a content of one section."""
    return Content(title, (Section("whole", f"{title}的情况。"),))
