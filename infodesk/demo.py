"""The sample office: a journal of a fictional county, and the papers it made, in one folder.

The office is filled the way a clerk fills hers, act by act through the workspace, on the days that
``resources/samples/office.toml`` names; nothing is written past the rules of the house.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain, groupby, repeat
from operator import itemgetter
from pathlib import Path
from typing import Any

from infodesk import paths
from infodesk.core.bulletins import Issue, Recipient, Series
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Section, Source, VersionReason
from infodesk.core.profiles import DEFAULT_PROFILE, Profile
from infodesk.files import PART_SUFFIX, save_output
from infodesk.workspace import SystemClock, Workspace, pdf_of, read_file, word_of

JOURNAL = paths.JOURNAL_NAME
BETWEEN_ACTS = timedelta(minutes=4)
ACTS_AN_ITEM = 3
DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What stands in the folder; ``fresh`` is false where it stood there before."""

    journal: Path
    docx: Path
    pdf: Path
    batch: Path
    fresh: bool = True


class _Calendar:
    """A clock that goes to the day of each act and runs on by minutes, never past the present."""

    def __init__(self, present: datetime) -> None:
        self._present = present
        self._moment = present

    def now(self) -> datetime:
        """Return the moment of the act under way."""
        return self._moment

    def go_to(self, days_ago: int, acts: int) -> None:
        """Go to a quarter past nine of a day; today, as early as its acts need."""
        morning = (self._present - timedelta(days=days_ago)).replace(hour=9, minute=15, second=0)
        self._moment = min(morning, self._present - BETWEEN_ACTS * acts)

    def tick(self) -> None:
        """Let some minutes pass."""
        self._moment = min(self._moment + BETWEEN_ACTS, self._present)


def build_office(folder: Path, *, clock: Clock | None = None) -> DemoResult:
    """Make the sample office in a folder; one that stands there is left as it is.

    Args:
        folder: made where it is missing; other files in it are not touched.
        clock: tells which day the office is at; the machine's where it is None.

    Raises:
        InfodeskError: OUTPUT_… or JOURNAL_…: the folder, the journal or a paper cannot be made.
    """
    plan = _plan()
    result = _result(folder, plan)
    if result.journal.exists():
        return replace(result, fresh=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InfodeskError(Code.OUTPUT_FAILS, path=folder, reason=error.strerror) from error
    unfinished = folder / f".{JOURNAL}{PART_SUFFIX}"
    for path in (*_journal_files(unfinished), result.batch):
        path.unlink(missing_ok=True)  # what an interrupted run left
    calendar = _Calendar((clock or SystemClock()).now())
    with Workspace(unfinished, clock=calendar) as workspace:
        _Clerk(workspace, calendar, plan).work(result)
    unfinished.rename(result.journal)
    return result


def _plan() -> Mapping[str, Any]:
    text = (paths.resources() / "samples" / "office.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _result(folder: Path, plan: Mapping[str, Any]) -> DemoResult:
    series = plan["series"]
    paper = f"{series['name']}第{series['next_number']}期"
    return DemoResult(
        journal=folder / JOURNAL,
        docx=folder / f"{paper}.docx",
        pdf=folder / f"{paper}.pdf",
        batch=folder / f"{paper}报送.idb",
    )


def _journal_files(journal: Path) -> tuple[Path, ...]:
    """Return a journal and the files that SQLite keeps beside it."""
    return (journal, *(journal.with_name(journal.name + end) for end in ("-wal", "-shm")))


class _Clerk:
    """Does in the sample office what its plan says."""

    def __init__(self, workspace: Workspace, calendar: _Calendar, plan: Mapping[str, Any]) -> None:
        self._workspace = workspace
        self._calendar = calendar
        self._plan = plan
        self._shift = calendar.now().date() - plan["written_on"]

    def work(self, result: DemoResult) -> None:
        """Set the office up, take the items in day by day, issue and send on the day planned."""
        entries: list[Mapping[str, Any]] = self._plan["item"]
        taken: dict[str, str] = {}
        series = None
        for days_ago, of_the_day in groupby(entries, key=itemgetter("days_ago")):
            todays = list(of_the_day)
            self._calendar.go_to(days_ago, acts=ACTS_AN_ITEM * len(todays))
            if series is None:
                self._set_up(result.journal.parent)
                series = self._add_series()
            for entry in todays:
                taken[entry["file"]] = self._take_in(entry)
            if days_ago == self._plan["signed_days_ago"]:
                self._issue_and_send(series, taken, result)

    def _set_up(self, folder: Path) -> None:
        for key, value in {
            "office.name": self._plan["office"],
            "office.superior": self._plan["superior"],
            "office.signer": self._plan["signer"],
            "office.clerk": self._plan["editor"],
            "office.exports": str(folder.absolute()),
        }.items():
            self._workspace.settings.set(key, value)
        self._workspace.places.add(self._plan["places"])
        for each in self._plan["reference"]:
            self._workspace.references.add(each["title"], each["text"])

    def _add_series(self) -> Series:
        data = dict(self._plan["series"])
        data["distribution"] = tuple(Recipient(*line) for line in data["distribution"])
        return self._workspace.bulletins.add_series(**data)

    def _take_in(self, entry: Mapping[str, Any]) -> str:
        items = self._workspace.items
        kind = entry.get("kind", DEFAULT_PROFILE)
        content, _ = read_file(paths.resources() / "samples" / entry["file"])
        content = _moved(content, self._shift, self._plan["written_on"].year)
        item = items.add(
            content, kind=kind, unit=entry["unit"], author=entry["author"], source=Source.FILE
        )
        self._calendar.tick()
        split = _by_paragraph(content, self._workspace.profiles[kind])
        items.autosave(item.id, split, item.rev)
        items.note_check(item.id, self._workspace.check(split, kind))
        items.keep_version(item.id, self._plan["editor"], VersionReason.LEFT)
        self._calendar.tick()
        self._decide(item.id, entry)
        self._calendar.tick()
        return item.id

    def _decide(self, item_id: str, entry: Mapping[str, Any]) -> None:
        items = self._workspace.items
        match entry["state"]:
            case "approved" | "sent" | "issued":
                items.approve(item_id, self._plan["signer"])
            case "held":
                items.hold(item_id, self._plan["signer"], entry["reason"])
            case "returned":
                items.return_to_unit(item_id, self._plan["editor"], entry["reason"])

    def _issue_and_send(self, series: Series, taken: Mapping[str, str], result: DemoResult) -> None:
        bulletins = self._workspace.bulletins
        files = {entry["file"]: entry["state"] for entry in self._plan["item"]}
        issued = [taken[file] for file in sorted(files) if files[file] == "issued"]
        sent = [taken[file] for file in sorted(files) if files[file] == "sent"]
        opened = bulletins.open_issue(series.id, issued)
        self._calendar.tick()
        issue = bulletins.sign(opened.id, self._plan["signer"], self._calendar.now().date())
        self._print(issue, result)
        self._calendar.tick()
        self._workspace.outgoing.export([*issued, *sent], result.batch, by=self._plan["editor"])

    def _print(self, issue: Issue, result: DemoResult) -> None:
        document = self._workspace.document(issue.id)
        pdf, _ = pdf_of(document)
        save_output(result.pdf, pdf)
        save_output(result.docx, word_of(document))


def _by_paragraph(content: Content, profile: Profile) -> Content:
    """Return the text with each paragraph put into its part: the samples keep their order."""
    paragraphs = chain(content.body.split("\n"), repeat(""))
    filled = zip(profile.parts, paragraphs, strict=False)
    return Content(content.title, tuple(Section(part.key, text) for part, text in filled))


def _moved(content: Content, by: timedelta, year: int) -> Content:
    """Return the text with each 月日 moved, so that the sample reads as of these days."""

    def move(found: re.Match[str]) -> str:
        day = date(year, int(found[1]), int(found[2])) + by
        return f"{day.month}月{day.day}日"

    return Content(
        DAY.sub(move, content.title),
        tuple(Section(part.key, DAY.sub(move, part.text)) for part in content.sections),
    )
