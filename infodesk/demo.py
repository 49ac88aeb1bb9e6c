"""The sample office: a journal of a fictional county, and the papers it made, in one folder.

The office is filled the way a clerk fills hers, act by act through the workspace, on the days that
``resources/samples/office.toml`` names; nothing is written past the rules of the house.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from infodesk import paths
from infodesk.core.bulletins import Issue, Recipient, Series
from infodesk.core.clock import Clock
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Item, Section, Source, VersionReason
from infodesk.core.profiles import DEFAULT_PROFILE, Profile
from infodesk.files import PART_SUFFIX
from infodesk.workspace import SystemClock, Workspace, pdf_of, read_file, save_file, word_of

JOURNAL = paths.JOURNAL_NAME
BETWEEN_ACTS = timedelta(minutes=7)
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
    """A clock that is set to the day of each act and runs on by minutes, never past the present."""

    def __init__(self, present: datetime) -> None:
        self._present = present
        self._moment = present

    def now(self) -> datetime:
        return self._moment

    def set_back(self, days: int, acts_left: int) -> None:
        """Go to a quarter past nine of an earlier day, or as early today as the acts need."""
        morning = (self._present - timedelta(days=days)).replace(hour=9, minute=15, second=0)
        self._moment = min(morning, self._present - BETWEEN_ACTS * acts_left)

    def tick(self) -> None:
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
    _remove(unfinished)
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


def _remove(journal: Path) -> None:
    """Remove what an interrupted run left: the journal and the files SQLite keeps beside it."""
    for path in (journal, *(journal.with_name(journal.name + end) for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


class _Clerk:
    """Does in the sample office what its plan says."""

    def __init__(self, workspace: Workspace, calendar: _Calendar, plan: Mapping[str, Any]) -> None:
        self._workspace = workspace
        self._calendar = calendar
        self._plan = plan
        self._shift = calendar.now().date() - plan["written_on"]

    def work(self, result: DemoResult) -> None:
        """Set the office up, take the items in, print an issue, send a batch."""
        first = max(entry["days_ago"] for entry in self._plan["item"])
        self._calendar.set_back(first, acts_left=0)
        self._set_up(result.journal.parent)
        series = self._add_series()
        items = {entry["file"]: self._take_in(entry) for entry in self._plan["item"]}
        issued = self._named(items, "issued")
        self._calendar.set_back(1, acts_left=len(items))
        issue = self._issue(series, issued)
        self._print(issue, result)
        to_send = [*issued, *self._named(items, "sent")]
        self._workspace.outgoing.export(to_send, result.batch, by=self._plan["editor"])

    def _set_up(self, folder: Path) -> None:
        for key, value in {
            "office.name": self._plan["office"],
            "office.superior": self._plan["superior"],
            "office.signer": self._plan["signer"],
            "office.clerk": self._plan["editor"],
            "office.exports": str(folder.absolute()),
        }.items():
            self._workspace.settings.set(key, value)

    def _add_series(self) -> Series:
        data = dict(self._plan["series"])
        data["distribution"] = tuple(Recipient(*line) for line in data["distribution"])
        return self._workspace.bulletins.add_series(**data)

    def _take_in(self, entry: Mapping[str, Any]) -> Item:
        items = self._workspace.items
        kind = entry.get("kind", DEFAULT_PROFILE)
        content, _ = read_file(paths.resources() / "samples" / entry["file"])
        content = _moved(content, self._shift, self._plan["written_on"].year)
        self._calendar.set_back(entry["days_ago"], acts_left=len(self._plan["item"]))
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
        return items.get(item.id)

    def _decide(self, item_id: str, entry: Mapping[str, Any]) -> None:
        items = self._workspace.items
        match entry["state"]:
            case "approved" | "sent" | "issued":
                items.approve(item_id, self._plan["signer"])
            case "held":
                items.hold(item_id, self._plan["signer"], entry["reason"])
            case "returned":
                items.return_to_unit(item_id, self._plan["editor"], entry["reason"])

    def _named(self, items: Mapping[str, Item], state: str) -> list[str]:
        wanted: Iterable[str] = sorted(
            entry["file"] for entry in self._plan["item"] if entry["state"] == state
        )
        return [items[file].id for file in wanted]

    def _issue(self, series: Series, item_ids: list[str]) -> Issue:
        bulletins = self._workspace.bulletins
        opened = bulletins.open_issue(series.id, item_ids)
        self._calendar.tick()
        return bulletins.sign(opened.id, self._plan["signer"], self._calendar.now().date())

    def _print(self, issue: Issue, result: DemoResult) -> None:
        document = self._workspace.document(issue.id)
        pdf, _ = pdf_of(document)
        save_file(result.pdf, pdf)
        save_file(result.docx, word_of(document))


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
