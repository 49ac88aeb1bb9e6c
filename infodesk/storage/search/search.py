"""The search of a journal over one connection: finding, and keeping the index."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from infodesk.core.clock import Clock
from infodesk.core.pinyin import Initials
from infodesk.storage import engine
from infodesk.storage.database import open_beside
from infodesk.storage.journal import Journal
from infodesk.storage.search.finder import SearchFinder
from infodesk.storage.search.index import SearchIndex
from infodesk.storage.search.listing import ItemListing

WAITING_SECONDS = 0.1


class Search:
    """Everything a journal can be asked by text.

    Attributes:
        finder: finds things of every kind.
        listing: finds the items of a list.
        index: takes in what is pending.
    """

    def __init__(self, journal: Journal, clock: Clock, initials: Callable[[], Initials]) -> None:
        self._journal = journal
        self.finder = SearchFinder(journal, clock, initials)
        self.listing = ItemListing(journal)
        self.index = SearchIndex(journal, initials)

    @classmethod
    def beside(cls, journal: Journal, clock: Clock, initials: Callable[[], Initials]) -> Search:
        """Return a search over a connection of its own, for the thread that calls; to be closed."""
        return cls(open_beside(journal), clock, initials)

    def take_in(self) -> int:
        """Take in some of what is pending, unless another connection is writing just now.

        Returns:
            How many things that were.

        Raises:
            InfodeskError: JOURNAL_BUSY where another one writes, and what ``SearchIndex`` raises.
        """
        connection = self._journal.connection
        # A search that is asked meanwhile must not wait for a long import to end.
        engine.wait(connection, WAITING_SECONDS)
        try:
            return self.index.take_in()
        finally:
            engine.wait(connection, engine.BUSY_SECONDS)

    def interrupt(self) -> None:
        """Break off what another thread is searching; it raises there."""
        self._journal.connection.interrupt()

    def close(self) -> None:
        """Close the connection of a search that was opened beside."""
        self._journal.close()

    def __enter__(self) -> Search:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
