"""The composition root: opens a journal and builds what the window and the command line use."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from infodesk import paths
from infodesk.checker import CheckingDesks
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.font_source import FontSource, kept_source
from infodesk.core.item_desk import ItemDesk
from infodesk.core.profile_desk import ProfileDesk
from infodesk.core.profiles import Profile, profile_from
from infodesk.exchanging import ExchangeDesks
from infodesk.shipped import initials

if TYPE_CHECKING:
    from infodesk.core.bulletin_desk import BulletinDesk
    from infodesk.core.clock import Clock
    from infodesk.core.document import Document
    from infodesk.core.intake import Cleaned
    from infodesk.core.items import Content
    from infodesk.core.masthead_desk import MastheadDesk
    from infodesk.core.masthead_proposal import Proposal
    from infodesk.core.mastheads import Masthead
    from infodesk.core.paper_set import PaperItem
    from infodesk.export.installed_fonts import Installed
    from infodesk.export.report import FontReport
    from infodesk.storage.audit_store import SqliteAuditStore
    from infodesk.storage.drop_store import SqliteDropStore
    from infodesk.storage.search.search import Search
    from infodesk.storage.statistics_rows import MonthlyFigures


USUAL_MASTHEAD = "default"
"""The shipped masthead that a new series starts with."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present moment with the machine's own UTC offset."""
        return datetime.now().astimezone()


@cache
def profiles() -> Mapping[str, Profile]:
    """Return the kinds of item that ship, by key, the default first.

    Raises:
        InfodeskError: PROFILE_LINE_WRONG, PROFILE_WRONG: one was changed and is none any more.
    """
    files = sorted((paths.resources() / "profiles").glob("*.toml"))
    every = [_shipped_profile(file) for file in files]
    every.sort(key=lambda profile: profile.order)
    return {profile.key: profile for profile in every}


def _shipped_profile(file: Path) -> Profile:
    """Read a profile that is right, quickly; look for the wrong line only where there is one."""
    import tomllib

    text = file.read_text(encoding="utf-8")
    try:
        return profile_from(tomllib.loads(text))
    except (KeyError, ValueError, TypeError, AttributeError):
        from infodesk.core.profile_text import profile_of

        return profile_of(text, file.stem)


@cache
def mastheads() -> Mapping[str, Masthead]:
    """Return the heads of bulletins that ship, by key, the usual one first.

    Raises:
        InfodeskError: MASTHEAD_LINE_WRONG, MASTHEAD_WRONG: one was changed and is none any more.
    """
    from infodesk.core.masthead_text import masthead_of

    files = sorted((paths.resources() / "mastheads").glob("*.toml"))
    every = {file.stem: masthead_of(file.stem, file.read_text("utf-8")) for file in files}
    return {USUAL_MASTHEAD: every.pop(USUAL_MASTHEAD), **every}


def profile_named(key: str) -> Profile:
    """Return the profile of a kind.

    Raises:
        InfodeskError: PROFILE_UNKNOWN.
    """
    try:
        return profiles()[key]
    except KeyError:
        raise InfodeskError(
            Code.PROFILE_UNKNOWN, profile=key, known="、".join(profiles())
        ) from None


def read_file(path: Path) -> tuple[Content, Cleaned]:
    """Return what a text file holds as an item's content, and what was cleaned from it.

    Raises:
        InfodeskError: the file cannot be read, or is no text, or is empty, or is too long.
    """
    from infodesk.archive import readers
    from infodesk.core import intake

    cleaned = intake.cleaned(readers.read(path))
    return intake.content_from(cleaned.text), cleaned


def read_masthead(path: Path) -> Proposal:
    """Return the masthead of an issue that was made in Word, to accept or to change.

    Raises:
        InfodeskError: the file cannot be read, is no .docx, or shows no head.
    """
    from infodesk.archive import masthead_reader

    return masthead_reader.read(path, mastheads()[USUAL_MASTHEAD])


def pdf_of(document: Document, fonts: FontSource = FontSource.BUNDLED) -> tuple[bytes, FontReport]:
    """Return a document as PDF, and which fonts stood in; free of the journal and of the thread."""
    from infodesk import export

    return export.pdf_of(document, paths.resources() / "fonts", _own_fonts(fonts))


def ofd_of(document: Document, fonts: FontSource = FontSource.BUNDLED) -> tuple[bytes, FontReport]:
    """Return a document as OFD, and which fonts stood in; free of the journal and of the thread."""
    from infodesk import export

    return export.ofd_of(document, paths.resources() / "fonts", _own_fonts(fonts))


def word_of(document: Document, fonts: FontSource = FontSource.BUNDLED) -> bytes:
    """Return a document as a Word file; free of the journal and of the thread."""
    from infodesk import export

    return export.word_of(document, paths.resources() / "fonts", _own_fonts(fonts))


def _own_fonts(fonts: FontSource) -> Installed:
    from infodesk.export import installed_fonts

    if fonts is FontSource.BUNDLED:
        return installed_fonts.NONE
    return _found_fonts()


@cache
def _found_fonts() -> Installed:
    """Return the user's own fonts; folders are walked once, on the first page that wants them."""
    from infodesk.export import installed_fonts

    return installed_fonts.find(installed_fonts.font_folders(), paths.cache_folder() / "fonts.json")


class Workspace(ExchangeDesks, CheckingDesks):
    """An open journal with everything that works on it.

    Attributes:
        items: the acts on items.
        profiles: the kinds of item, shipped and the office's own.
        settings: what belongs to the office and travels with the journal.
        secrets: passwords, which leave the journal with no export.
        is_read_only: whether nothing can be changed: the disk is full or may not be written.
    """

    def __init__(self, path: Path, *, clock: Clock | None = None, read_only: bool = False) -> None:
        """Open a journal, made new where there is none.

        With ``read_only`` nothing can be changed, and the disk need not be writable.

        Raises:
            InfodeskError: the file cannot be opened, is foreign, or is newer than this program.
        """
        # SQLite loads here: the window is painted before its journal is opened. What the list of
        # items can do without loads when it is first used.
        from infodesk.storage.database import open_journal
        from infodesk.storage.item_store import SqliteItemStore
        from infodesk.storage.secret_store import SqliteSecretStore
        from infodesk.storage.settings_store import SettingsStore

        self.path = path
        self.clock: Clock = clock or SystemClock()
        self.is_read_only = read_only
        if read_only:
            from infodesk.storage.rescue import open_to_read

            self._database = open_to_read(path, clock=self.clock)
        else:
            self._database = open_journal(path, clock=self.clock)
        self._items = SqliteItemStore(self._database)
        self.settings = SettingsStore(self._database)
        self.secrets = SqliteSecretStore(self._database)
        self.profiles = ProfileDesk(profiles(), self.settings)
        self.begin_checking()
        self.items = ItemDesk(self._items, self.clock, self.profiles, self.check_item)

    @cached_property
    def mastheads(self) -> MastheadDesk:
        """Heads of bulletins, the shipped ones and the office's own."""
        from infodesk.core.masthead_desk import MastheadDesk

        return MastheadDesk(mastheads(), self.settings)

    @cached_property
    def bulletins(self) -> BulletinDesk:
        """The acts on series and issues."""
        from infodesk.core.bulletin_desk import BulletinDesk
        from infodesk.storage.issue_store import SqliteIssueStore

        return BulletinDesk(SqliteIssueStore(self._database), self._items, self.clock)

    @cached_property
    def search(self) -> Search:
        """The search, on the workspace's own connection."""
        from infodesk.storage.search.search import Search

        return Search(self._database, self.clock, initials)

    def search_beside(self) -> Search:
        """Return a search on a connection of its own, for the thread that calls; to be closed.

        Raises:
            InfodeskError: the journal cannot be opened once more.
        """
        from infodesk.storage.search.search import Search

        return Search.beside(self._database, self.clock, initials)

    @cached_property
    def drop_files(self) -> SqliteDropStore:
        """What was sent to drops and seen in them."""
        from infodesk.storage.drop_store import SqliteDropStore

        return SqliteDropStore(self._database)

    @cached_property
    def figures(self) -> MonthlyFigures:
        """What leaves the journal for statistics."""
        from infodesk.storage.statistics_rows import MonthlyFigures

        return MonthlyFigures(self._database)

    @cached_property
    def audit(self) -> SqliteAuditStore:
        """The chain over what was approved, numbered, sent, received or withdrawn."""
        from infodesk.storage.audit_store import SqliteAuditStore

        return SqliteAuditStore(self._database)

    @staticmethod
    def warm() -> None:
        """Load what the first write and the first search need, which takes as long as a blink."""
        from infodesk.core import pinyin  # noqa: F401
        from infodesk.storage import migrations  # noqa: F401
        from infodesk.storage.search import search  # noqa: F401

    @property
    def fonts(self) -> FontSource:
        """Which fonts the office's papers are set in."""
        return kept_source(self.settings)

    def paper_items(
        self, item_ids: Sequence[str], keep_personal: Collection[str] = ()
    ) -> list[PaperItem]:
        """Return approved items for paper, in the order given.

        Args:
            item_ids: the items.
            keep_personal: items that were looked at and go with the personal data in them.

        Raises:
            InfodeskError: ITEM_NOT_FOUND, ITEM_NOT_APPROVED.
        """
        from infodesk.core.checking.privacy import masked
        from infodesk.core.item_states import require_approved
        from infodesk.core.paper_set import PaperItem

        kept = {self.items.get(item_id).id for item_id in keep_personal}
        items = []
        for item_id in item_ids:
            item = self.items.get(item_id)
            approval = self.items.approval(item.id)
            require_approved(item)
            if approval is None:
                raise InfodeskError(Code.ITEM_NOT_APPROVED, title=item.content.title)
            version = self.items.version(item.id, approval.revision)
            whole = (version.content, 0)
            content, count = whole if item.id in kept else masked(version.content)
            profile = self.profiles.get(item.kind)
            items.append(PaperItem(item, content, approval, profile.name if profile else "", count))
        return items

    def paper_set(self, items: Sequence[PaperItem], file: str = "") -> Document:
        """Compose items on paper for an office above that has no infodesk."""
        from infodesk.core.paper_set import paper_set

        return paper_set(
            items,
            office=self.settings.get("office.name"),
            superior=self.settings.get("office.superior"),
            at=self.clock.now(),
            file=file,
        )

    def document(self, issue_id: int) -> Document:
        """Compose an issue as it stands.

        Raises:
            InfodeskError: there is no such issue, or its masthead is unknown.
        """
        issue = self.bulletins.get(issue_id)
        series = self.bulletins.get_series(str(issue.series_id))
        try:
            masthead = self.mastheads[series.masthead]
        except KeyError:
            raise InfodeskError(
                Code.MASTHEAD_UNKNOWN, masthead=series.masthead, known="、".join(self.mastheads)
            ) from None
        from infodesk.core import compose

        contents = self.bulletins.contents(issue_id)
        return compose.issue(issue, series, contents, masthead, self._code(issue_id))

    def _code(self, issue_id: int) -> str:
        """Return what names an issue's signing in the chain, where the office wants it printed."""
        from infodesk.core.audit import PRINTS_CODE, AuditAction

        if self.settings.get(PRINTS_CODE) != "on":
            return ""
        entry = self.audit.last_of(AuditAction.SIGN, str(issue_id))
        return "" if entry is None else entry.short_code

    def clock_set_back(self) -> datetime | None:
        """Return when the newest entry of the chain was made, where the clock stands before it."""
        from infodesk.core.audit import set_back

        head = self.audit.head()
        return head.moment if head and set_back(head, self.clock.now()) else None

    @property
    def is_encrypted(self) -> bool:
        """Whether the journal is encrypted."""
        return self._database.key is not None or self._database.is_suspended

    @property
    def is_suspended(self) -> bool:
        """Whether the journal was closed and its key forgotten, until ``resume``."""
        return self._database.is_suspended

    def suspend(self) -> None:
        """Close the journal and forget its key; whatever asks it is refused: JOURNAL_LOCKED."""
        self.forget_references()
        self._database.suspend()

    def resume(self) -> None:
        """Open the journal again after it was unlocked.

        Raises:
            InfodeskError: what opening it raises; it stays suspended then.
        """
        from infodesk.storage.database import reopen

        reopen(self._database)

    def close(self) -> None:
        """Close the journal; everything acknowledged is already on the disk."""
        self._database.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
