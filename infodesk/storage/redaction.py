"""Taking a text out of a journal file for good: versions, draft, copies, indexes, and the bytes.

The same is done to the journal and to each backup; a backup of an older shape has no tombstones,
so its refusals are lifted while its texts are changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from infodesk.core.audit import AuditAction, note
from infodesk.core.clock import stamp
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Act, Content, ItemState
from infodesk.core.pinyin import Initials
from infodesk.core.redaction import Places, Redaction, Tombstone
from infodesk.core.stations import OwnKeys
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.chain_check import has
from infodesk.storage.journal import Journal, Value
from infodesk.storage.search.index import SearchIndex
from infodesk.storage.station_store import SqliteStationStore
from infodesk.storage.texts import content_of, parts_of

Strings = Callable[[bytes, Sequence[OwnKeys]], Collection[str]]

_TOLD = {"adoptions": ("title",), "directives": ("title", "body"), "conflicts": ("title", "said")}
"""What answers say of an item, by table: a journal of an older shape has none of them."""

MOST_ELSEWHERE = 20


@dataclass(frozen=True, slots=True)
class _Change:
    """One row to be changed: how, and the hashes of its text before and after."""

    kind: str
    sql: str
    values: tuple[Value, ...]
    version: int = 0
    was: str = ""
    now: str = ""


class Redacting:
    """One redaction in one journal file.

    Args:
        journal: an open one.
        redaction: what is to be taken out.
        initials: what the search index takes texts in with.
        strings: returns what a waiting file says, opened with our keys.

    Attributes:
        changes: what it would change there.
    """

    def __init__(
        self,
        journal: Journal,
        redaction: Redaction,
        initials: Callable[[], Initials],
        strings: Strings,
    ) -> None:
        self._journal = journal
        self._redaction = redaction
        self._initials = initials
        self._strings = strings
        row = journal.row("SELECT serial, state FROM items WHERE id = ?", redaction.item_id)
        self._serial, self._state = row or (0, "")
        self.changes = list(self._planned()) if row else []

    def places(self) -> Places:
        """Return where something is to be taken out, and which other items hold it too."""
        counts = {
            kind: sum(change.kind == kind for change in self.changes)
            for kind in ("draft", "versions", "copies", "remarks", "waiting")
        }
        return Places(**counts, elsewhere=tuple(self._elsewhere()), on_file=tuple(self._on_file()))

    def apply(self, at: datetime) -> bool:
        """Take it out, in one act; return whether there was anything to take out.

        Raises:
            InfodeskError: JOURNAL_…; nothing was changed.
        """
        if not self.changes:
            return False
        with self._journal.atomic(), self._opened(at):
            for change in self.changes:
                self._journal.change(change.sql, *change.values)
            self._forget()
        return True

    def _forget(self) -> None:
        """Let the search index forget the texts as they were, of the item and of its issues."""
        if not has(self._journal, "search_pending"):
            return
        self._journal.change(
            """INSERT OR IGNORE INTO search_pending (kind, ref) SELECT 1, ?1 UNION SELECT 2, ?1
            UNION SELECT 3, issue FROM issue_items WHERE item = ?1""",
            self._serial,
        )
        SearchIndex(self._journal, self._initials).purge()

    def _planned(self) -> Iterator[_Change]:
        yield from self._draft()
        yield from self._versions()
        yield from self._copies()
        for table, columns in _TOLD.items():
            if has(self._journal, table):
                yield from self._told(table, columns)
        yield from self._remarks("item_acts", "reason")
        yield from self._remarks("approvals", "despite")
        for column in ("unit", "author"):
            yield from self._remarks("items", column, key="serial", owner="serial")
        if has(self._journal, "waiting"):
            yield from self._waiting()

    def _draft(self) -> Iterator[_Change]:
        row = self._journal.row(
            "SELECT i.title, d.parts, d.body FROM items i JOIN drafts d ON d.item = i.serial "
            "WHERE i.serial = ?",
            self._serial,
        )
        before = content_of(*row) if row else Content("", ())
        after = self._redaction.content(before)
        if after == before:
            return
        state = ItemState.DRAFT if self._state == ItemState.APPROVED else self._state
        yield _Change(
            "title",
            "UPDATE items SET title = ?, characters = ?, state = ?, rev = rev + 1 WHERE serial = ?",
            (after.title, len(after.body), state, self._serial),
        )
        yield _Change(
            "draft",
            "UPDATE drafts SET parts = ?, body = ? WHERE item = ?",
            (parts_of(after), after.body, self._serial),
            was=before.sha256(),
            now=after.sha256(),
        )

    def _versions(self) -> Iterator[_Change]:
        for number, title, parts, body, sha256 in self._journal.query(
            "SELECT number, title, parts, body, sha256 FROM revisions WHERE item = ?", self._serial
        ):
            before = content_of(title, parts, body)
            after = self._redaction.content(before)
            if after != before:
                yield _Change(
                    "versions",
                    """UPDATE revisions SET title = ?, parts = ?, body = ?, sha256 = ?
                    WHERE item = ? AND number = ?""",
                    (*_columns(after), after.sha256(), self._serial, number),
                    number,
                    sha256,
                    after.sha256(),
                )

    def _copies(self) -> Iterator[_Change]:
        for batch, place, title, parts, body in self._journal.query(
            "SELECT batch, place, title, parts, body FROM batch_entries WHERE item = ?",
            self._redaction.item_id,
        ):
            before = Content(title, ()) if parts is None else content_of(title, parts, body)
            after = self._redaction.content(before)
            if after != before:
                new_title, *text = _columns(after)
                yield _Change(
                    "copies",
                    """UPDATE batch_entries SET title = ?, parts = ?, body = ?
                    WHERE batch = ? AND place = ?""",
                    (
                        new_title,
                        *((None, None) if parts is None else text),
                        batch,
                        place,
                    ),
                )

    def _told(self, table: str, columns: Sequence[str]) -> Iterator[_Change]:
        """Yield what answers say of the item; they name it by its UUID."""
        listed = ", ".join(columns)
        for number, *before in self._journal.query(
            f"SELECT number, {listed} FROM {table} WHERE item = ?", self._redaction.item_id
        ):
            after = [self._redaction.text(text) for text in before]
            if after != before:
                given = ", ".join(f"{column} = ?" for column in columns)
                sql = f"UPDATE {table} SET {given} WHERE number = ?"
                yield _Change("copies", sql, (*after, number))

    def _remarks(
        self, table: str, column: str, *, key: str = "id", owner: str = "item"
    ) -> Iterator[_Change]:
        for row, before in self._journal.query(
            f"SELECT {key}, {column} FROM {table} WHERE {owner} = ?", self._serial
        ):
            after = self._redaction.text(before)
            if after != before:
                yield _Change(
                    "remarks", f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (after, row)
                )

    def _waiting(self) -> Iterator[_Change]:
        """Yield the letting go of files whose senders are unknown: none can be changed."""
        keys = SqliteStationStore(self._journal).own_keys()
        for digest, data in self._journal.stream("SELECT digest, data FROM waiting"):
            try:
                is_held = self._redaction.is_in(self._strings(data, keys))
            except InfodeskError:
                # What cannot be opened any more cannot be looked into.
                is_held = True
            if is_held:
                yield _Change("waiting", "DELETE FROM waiting WHERE digest = ?", (digest,))

    def _elsewhere(self) -> Iterator[int]:
        found: set[int] = set()
        for passage in self._redaction.passages:
            rows = self._journal.query(
                """SELECT i.serial FROM items i JOIN drafts d ON d.item = i.serial
                WHERE i.serial <> ?1 AND (instr(i.title, ?2) OR instr(d.body, ?2))
                UNION SELECT item FROM revisions
                WHERE item <> ?1 AND (instr(title, ?2) OR instr(body, ?2)) LIMIT ?3""",
                self._serial,
                passage,
                MOST_ELSEWHERE,
            )
            found.update(serial for (serial,) in rows)
        yield from sorted(found)[:MOST_ELSEWHERE]

    def _on_file(self) -> Iterator[str]:
        """Yield the titles of documents and speeches that hold a passage too."""
        if not has(self._journal, "reference_texts"):
            return
        found: dict[int, str] = {}
        for passage in self._redaction.passages:
            rows = self._journal.query(
                """SELECT number, title FROM reference_texts
                WHERE instr(title, ?1) OR instr(body, ?1) LIMIT ?2""",
                passage,
                MOST_ELSEWHERE,
            )
            found.update(rows)
        yield from list(found.values())[:MOST_ELSEWHERE]

    @contextmanager
    def _opened(self, at: datetime) -> Iterator[None]:
        """Open the way past the journal's refusals for as long as the block lasts."""
        journal = self._journal
        if not has(journal, "redacting"):
            with _refusals_lifted(journal):
                yield
            return
        redaction = self._redaction
        before = next((change.was for change in self.changes if change.kind == "draft"), "")
        note(
            SqliteAuditStore(journal),
            AuditAction.REDACT,
            actor=redaction.by,
            subject=redaction.item_id,
            at=at,
            sha256=before,
            reason=redaction.reason,
            detail={"witness": redaction.witness, "whole": redaction.whole},
        )
        journal.change("INSERT INTO redacting (item) VALUES (?)", self._serial)
        yield
        journal.change("DELETE FROM redacting")
        self._leave_tombstone(at, before)
        for act, who, reason in (
            (Act.REDACT, redaction.by, redaction.reason),
            (Act.WITNESS, redaction.witness, ""),
        ):
            journal.insert(
                "INSERT INTO item_acts (item, act, who, at, reason) VALUES (?, ?, ?, ?, ?)",
                *(self._serial, act, who, stamp(at), reason),
            )

    def _leave_tombstone(self, at: datetime, before: str) -> None:
        redaction = self._redaction
        number = self._journal.insert(
            """INSERT INTO redactions (item, who, witness, at, reason, whole, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            self._serial,
            redaction.by,
            redaction.witness,
            stamp(at),
            redaction.reason,
            int(redaction.whole),
            before,
        )
        for change in self.changes:
            if change.was:
                self._journal.insert(
                    """INSERT INTO redacted_texts (redaction, item, version, was_sha256, is_sha256)
                    VALUES (?, ?, ?, ?, ?)""",
                    number,
                    self._serial,
                    change.version,
                    change.was,
                    change.now,
                )


def clear(journal: Journal) -> bool:
    """Write the file anew, so that no byte of what was taken out is left in it or in its log.

    Returns:
        Whether that could be done; another program that reads or writes keeps it from being.

    Raises:
        InfodeskError: JOURNAL_DISK_FULL and the like; the texts are taken out all the same.
    """
    journal.query("PRAGMA secure_delete=ON")
    try:
        journal.query("VACUUM")
    except InfodeskError as error:
        if error.code is Code.JOURNAL_BUSY:
            return False
        raise
    row = journal.row("PRAGMA wal_checkpoint(TRUNCATE)")
    return row is None or row[0] == 0


def tombstones(journal: Journal, item_id: str) -> list[Tombstone]:
    """Return what was redacted in an item, in the order it was done."""
    rows = journal.query(
        """SELECT r.who, r.witness, r.at, r.reason, r.whole, r.sha256 FROM redactions r
        JOIN items i ON i.serial = r.item WHERE i.id = ? ORDER BY r.id""",
        item_id,
    )
    return [
        Tombstone(item_id, who, witness, datetime.fromisoformat(at), reason, bool(whole), sha256)
        for who, witness, at, reason, whole, sha256 in rows
    ]


def _columns(content: Content) -> tuple[str, str, str]:
    return content.title, parts_of(content), content.body


@contextmanager
def _refusals_lifted(journal: Journal) -> Iterator[None]:
    triggers: list[tuple[Any, ...]] = journal.query(
        """SELECT name, sql FROM main.sqlite_master
        WHERE type = 'trigger' AND name LIKE '%_no_update'"""
    )
    for name, _ in triggers:
        journal.change(f"DROP TRIGGER main.{name}")
    yield
    for _, sql in triggers:
        journal.change(sql)
