"""The index: taking in what is pending, making it anew, forgetting.

Nothing here belongs to the act that changes a text: triggers note what changed, and the index takes
it in when writing pauses. Until then ``finder`` scans it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from infodesk.core.pinyin import Initials
from infodesk.core.search import END, fold, pairs
from infodesk.storage.journal import Journal
from infodesk.storage.search.keys import key_of
from infodesk.storage.search.sources import BY_NUMBER, SOURCES, read

HANDFUL = 100
"""Things taken in within one act: a save that comes meanwhile waits for a blink."""

MERGED_PAGES = 500
"""Pages of the index that are merged after a handful, in an act of their own.

Enough to keep up with what handfuls add. FTS5 would merge within the act that adds, now and then
for a second, so a migration has turned that off.
"""


class SearchIndex:
    """The index of one journal, over a connection that may write.

    Args:
        initials: returns the table of initials; asked for when the first title is taken in.
    """

    def __init__(self, journal: Journal, initials: Callable[[], Initials]) -> None:
        self._journal = journal
        self._initials = initials

    def pending(self) -> int:
        """Return how many things the index has yet to take in."""
        row = self._journal.row("SELECT count(*) FROM search_pending")
        return 0 if row is None else int(row[0])

    def take_in(self, most: int = HANDFUL) -> int:
        """Take in some of what is pending, in two short acts; return how many things that were.

        Raises:
            InfodeskError: the surroundings do not allow it (JOURNAL_…); nothing changed.
        """
        if not self._journal.query("SELECT 1 FROM search_pending LIMIT 1"):
            return 0
        with self._journal.atomic():
            listed = self._journal.query(
                "SELECT kind, ref FROM search_pending ORDER BY kind, ref DESC LIMIT ?", most
            )
            by_kind: dict[int, list[int]] = {}
            for kind, ref in listed:
                by_kind.setdefault(kind, []).append(ref)
            for kind, refs in by_kind.items():
                self._take_in(kind, refs)
        self._merge(MERGED_PAGES)
        return len(listed)

    def take_in_all(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Take in everything that is pending, a handful at a time."""
        count = self.pending()
        done = 0
        while took := self.take_in():
            done += took
            if progress is not None:
                progress(done, max(done, count))

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make the index anew; searches find everything meanwhile, only more slowly."""
        with self._journal.atomic():
            self._journal.change("INSERT INTO search_index (search_index) VALUES ('delete-all')")
            self._journal.change("DELETE FROM search_entries")
            for source in SOURCES:
                self._journal.change(
                    f"INSERT OR IGNORE INTO search_pending SELECT ?, * FROM ({source.every})",
                    source.number,
                )
        self.take_in_all(progress)
        self.merge()

    def merge(self) -> None:
        """Join the pieces of the index, a step at a time; what was deleted leaves the file."""
        pages = -MERGED_PAGES
        while self._merge(pages):
            pages = MERGED_PAGES

    def purge(self) -> None:
        """Take in what is pending and leave nothing of texts that are gone: for a redaction.

        Called in the act that redacts a text, or after it. What is merely deleted stays in the
        pieces of the index until they are joined; here they are joined at once, which takes
        seconds in a large journal.
        """
        with self._journal.atomic():
            self.take_in_all()
            self._journal.change("INSERT INTO search_index (search_index) VALUES ('optimize')")

    def _merge(self, pages: int) -> bool:
        """Join some pieces; return whether there was anything to join. Negative: all are."""
        before = self._journal.connection.total_changes
        self._journal.change(
            "INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)", pages
        )
        changes: int = self._journal.connection.total_changes - before
        return changes > 1

    def _take_in(self, kind: int, refs: list[int]) -> None:
        connection = self._journal.connection
        marks = ",".join("?" * len(refs))
        known = self._journal.query(
            f"SELECT key FROM search_entries WHERE kind = ? AND ref IN ({marks})", kind, *refs
        )
        if known:
            connection.executemany("DELETE FROM search_index WHERE rowid = ?", known)
            connection.execute(
                f"DELETE FROM search_entries WHERE kind = ? AND ref IN ({marks})", (kind, *refs)
            )
        rows, entries = [], []
        initials = self._initials()
        for ref, moment, title, text, *_ in read(self._journal, BY_NUMBER[kind], refs):
            key = key_of(datetime.fromisoformat(moment), kind, ref)
            entries.append((kind, ref, key))
            folded = fold(title)
            rows.append((key, pairs(folded + END), pairs(fold(text) + END), initials.pairs(folded)))
        # By their keys, which is the order in which FTS5 lays them out.
        rows.sort()
        connection.executemany(
            "INSERT INTO search_index (rowid, title, text, initials) VALUES (?, ?, ?, ?)", rows
        )
        connection.executemany("INSERT INTO search_entries VALUES (?, ?, ?)", entries)
        connection.execute(
            f"DELETE FROM search_pending WHERE kind = ? AND ref IN ({marks})", (kind, *refs)
        )
