"""Items in the journal. The narrow table is what lists read; texts are in tables of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from infodesk.core.clock import stamp
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import (
    EDITABLE,
    Act,
    ActRecord,
    Approval,
    Content,
    Flag,
    Item,
    ItemFilter,
    ItemRow,
    ItemSort,
    ItemState,
    Revision,
    Source,
    VersionReason,
    known_flags,
)
from infodesk.storage.audit_store import SqliteAuditStore
from infodesk.storage.item_filter import conditions, is_counted, order_of
from infodesk.storage.journal import Journal, Value
from infodesk.storage.row_hashes import row_sha
from infodesk.storage.texts import content_of, parts_of

_ITEM = """SELECT i.id, i.serial, i.rev, i.title, d.parts, d.body, i.kind, i.state, i.created_at,
    i.updated_at, i.unit, i.author, i.source, i.origin, i.issued_at, i.sent_at, i.discarded_at,
    i.follows FROM items i JOIN drafts d ON d.item = i.serial """

_ROW = """SELECT i.id, i.serial, i.title, i.kind, i.state, i.unit, i.updated_at, i.characters,
    i.open_musts, i.section_states, i.sent_at IS NOT NULL FROM items i """

_FAR = 1000
"""Rows from which on it pays to ask how long the list is."""

_SERIAL = "(SELECT serial FROM items WHERE id = ?)"

_REVISION = "SELECT number, title, parts, body, sha256, at, who, reason FROM revisions "

_EDITABLE = ",".join(f"'{state}'" for state in sorted(EDITABLE))

_INSERT_ITEM = """INSERT INTO items (serial, id, rev, title, kind, unit, author, source, origin,
    state, created_at, updated_at, issued_at, sent_at, discarded_at, follows, characters)
    VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_INSERT_DRAFT = "INSERT INTO drafts (item, parts, body, row_sha) VALUES (?, ?, ?, ?)"

_INSERT_REVISION = """INSERT INTO revisions (item, number, title, parts, body, sha256, at, who,
    reason, row_sha) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

_SAVE_ITEM = f"""UPDATE items SET rev = rev + 1, title = ?, characters = ?, updated_at = ?
    WHERE id = ? AND rev = ? AND discarded_at IS NULL AND state IN ({_EDITABLE})"""

_SAVE_TEXT = "UPDATE drafts SET parts = ?, body = ?, row_sha = ? WHERE item = ?"


class SqliteItemStore(SqliteAuditStore):
    """``ports.ItemStore`` over a journal."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._found: tuple[object, Sequence[int]] | None = None

    def insert(self, item: Item) -> Item:
        """Keep a new item and return it as the journal has it."""
        with self.atomic():
            if self._journal.row("SELECT 1 FROM items WHERE id = ?", item.id):
                raise InfodeskError(Code.ITEM_EXISTS, item=item.id)
            serial = self._next_serial()
            self._journal.insert(_INSERT_ITEM, serial, *_columns(item))
            self._journal.insert(_INSERT_DRAFT, *_draft(serial, item.content))
        return self._known(item.id)

    def insert_all(
        self,
        items: Sequence[Item],
        acts: Sequence[ActRecord],
        versions: Sequence[Revision] = (),
    ) -> None:
        """Keep many new items, each with the act that brought it in and its first version."""
        with self.atomic():
            numbered = list(enumerate(items, start=self._next_serial()))
            self._journal.insert_many(
                _INSERT_ITEM, ((serial, *_columns(item)) for serial, item in numbered)
            )
            self._journal.insert_many(
                _INSERT_DRAFT, (_draft(serial, item.content) for serial, item in numbered)
            )
            self._journal.insert_many(
                "INSERT INTO item_acts (item, act, who, at, reason) VALUES (?, ?, ?, ?, ?)",
                (
                    (serial, act.act, act.by, stamp(act.at), act.reason)
                    for (serial, _), act in zip(numbered, acts, strict=True)
                ),
            )
            self._journal.insert_many(
                _INSERT_REVISION,
                (
                    _version(serial, kept)
                    for (serial, _), kept in zip(numbered, versions, strict=bool(versions))
                ),
            )

    def known(self, item_ids: Sequence[str]) -> set[str]:
        """Return which of many ids are those of items in this journal."""
        rows = self._journal.query(
            "SELECT id FROM items WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(list(item_ids)),
        )
        return {item for (item,) in rows}

    def get(self, item_id: str) -> Item | None:
        """Return the item of that UUID, or None."""
        return _item(self._journal.row(_ITEM + "WHERE i.id = ?", item_id))

    def by_serial(self, serial: int) -> Item | None:
        """Return the item of that number, or None."""
        return _item(self._journal.row(_ITEM + "WHERE i.serial = ?", serial))

    def following(self, item_id: str) -> list[Item]:
        """Return the reports that continue an item, in the order they were added."""
        rows = self._journal.query(_ITEM + "WHERE i.follows = ? ORDER BY i.serial", item_id)
        return [item for row in rows if (item := _item(row)) is not None]

    def rows(self, narrowed: ItemFilter, offset: int, limit: int) -> list[ItemRow]:
        """Return a stretch of the list, in the order of the filter."""
        if narrowed.is_searched:
            return self.rows_of(self.serials(narrowed)[offset : offset + limit])
        where, values = conditions(narrowed)
        # The end of a long list is reached from its end.
        backwards = offset > _FAR and (count := self.count(narrowed)) < 2 * offset
        if backwards:
            limit = max(min(limit, count - offset), 0)
            offset = max(count - offset - limit, 0)
        order = order_of(narrowed.sort, backwards=backwards)
        rows = self._journal.query(
            f"""{_ROW}WHERE i.serial IN (SELECT i.serial FROM items i WHERE {where}
            ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order_of(narrowed.sort)}""",
            *values,
            limit,
            offset,
        )
        return [_row(row) for row in rows]

    def rows_of(self, serials: Sequence[int]) -> list[ItemRow]:
        """Return the rows of items by their numbers, in the order given."""
        marks = ",".join("?" * len(serials))
        found = self._journal.query(f"{_ROW}WHERE i.serial IN ({marks})", *serials)
        by_serial = {row[1]: _row(row) for row in found}
        return [by_serial[serial] for serial in serials if serial in by_serial]

    def serials(self, narrowed: ItemFilter) -> Sequence[int]:
        """Return the numbers of all items a filter leaves, in its order; kept for the next call."""
        state = (narrowed, *self._journal.state)
        if self._found is None or self._found[0] != state:
            from infodesk.storage.search.listing import ItemListing

            self._found = (state, ItemListing(self._journal).serials(narrowed))
        return self._found[1]

    def count(self, narrowed: ItemFilter) -> int:
        """Return how many items the list has."""
        if narrowed.is_searched:
            return len(self.serials(narrowed))
        where, values = conditions(narrowed)
        sql = f"SELECT count(*) FROM items i WHERE {where}"
        if is_counted(narrowed):
            where = where.replace("discarded_at IS NOT NULL", "discarded")
            where = where.replace("discarded_at IS NULL", "discarded = 0")
            sql = f"SELECT ifnull(sum(items), 0) FROM item_counts i WHERE {where}"
        row = self._journal.row(sql, *values)
        return int(row[0]) if row else 0

    def place(self, narrowed: ItemFilter, serial: int) -> int:
        """Return where an item stands in a list in the order of adding; -1 elsewhere."""
        if narrowed.is_searched or narrowed.sort is not ItemSort.ADDED:
            return -1
        where, values = conditions(narrowed)
        listed = self._journal.row(
            f"SELECT 1 FROM items i WHERE {where} AND i.serial = ?", *values, serial
        )
        if listed is None:
            return -1
        row = self._journal.row(
            f"SELECT count(*) FROM items i WHERE {where} AND i.serial > ?", *values, serial
        )
        return int(row[0]) if row else -1

    def units(self) -> list[str]:
        """Return the units that items name, each once, sorted."""
        rows = self._journal.query(
            "SELECT DISTINCT unit FROM item_counts WHERE unit <> '' AND items > 0 ORDER BY 1"
        )
        return [unit for (unit,) in rows]

    def save_text(self, item_id: str, content: Content, rev: int, at: datetime) -> int | None:
        """Replace the working text, durably; None where ``rev`` or the state forbids it."""
        body = content.body
        with self.atomic():
            saved = self._journal.change(
                _SAVE_ITEM, content.title, len(body), stamp(at), item_id, rev
            )
            if not saved:
                return None
            serial, *text = _draft(self._serial(item_id), content)
            self._journal.change(_SAVE_TEXT, *text, serial)
        return rev + 1

    def update(self, item: Item) -> Item:
        """Keep everything of an item but its text."""
        with self.atomic():
            changed = self._journal.change(
                """UPDATE items SET rev = rev + 1, kind = ?, unit = ?, author = ?, state = ?,
                updated_at = ?, issued_at = ?, sent_at = ?, discarded_at = ?
                WHERE id = ? AND rev = ?""",
                item.kind,
                item.unit,
                item.author,
                item.state,
                stamp(item.updated_at),
                _stamped(item.issued_at),
                _stamped(item.sent_at),
                _stamped(item.discarded_at),
                item.id,
                item.rev,
            )
            if not changed:
                raise InfodeskError(Code.ITEM_CHANGED_ELSEWHERE)
        return self._known(item.id)

    def note_check(self, item_id: str, open_musts: int, states: Mapping[str, str]) -> None:
        """Keep what the list shows of the last check; nothing is written where it is the same."""
        noted = json.dumps(dict(states))
        self._journal.change(
            """UPDATE items SET open_musts = ?, section_states = ?
            WHERE id = ? AND (open_musts, section_states) IS NOT (?, ?)""",
            open_musts,
            noted,
            item_id,
            open_musts,
            noted,
        )

    def add_revision(self, revision: Revision) -> None:
        """Keep a version for good."""
        self._journal.insert(_INSERT_REVISION, *_version(self._serial(revision.item_id), revision))

    def revisions(self, item_id: str) -> list[Revision]:
        """Return the versions in the order they were kept."""
        rows = self._journal.query(f"{_REVISION}WHERE item = {_SERIAL} ORDER BY number", item_id)
        return [_revision(item_id, row) for row in rows]

    def revision(self, item_id: str, number: int) -> Revision | None:
        """Return one version, or None."""
        row = self._journal.row(
            f"{_REVISION}WHERE item = {_SERIAL} AND number = ?", item_id, number
        )
        return None if row is None else _revision(item_id, row)

    def last_version(self, item_id: str) -> tuple[int, str] | None:
        """Return the newest version's number and the hash of its text, or None."""
        return self._journal.row(
            f"SELECT number, sha256 FROM revisions WHERE item = {_SERIAL} "
            "ORDER BY number DESC LIMIT 1",
            item_id,
        )

    def add_approval(self, approval: Approval) -> None:
        """Record an approval for good."""
        self._journal.insert(
            f"""INSERT INTO approvals (item, revision, sha256, who, at, despite)
            VALUES ({_SERIAL}, ?, ?, ?, ?, ?)""",
            approval.item_id,
            approval.revision,
            approval.sha256,
            approval.by,
            stamp(approval.at),
            approval.despite,
        )

    def last_approval(self, item_id: str) -> Approval | None:
        """Return the newest approval, whether or not it still stands."""
        row = self._journal.row(
            f"""SELECT revision, sha256, who, at, despite FROM approvals
            WHERE item = {_SERIAL} ORDER BY id DESC LIMIT 1""",
            item_id,
        )
        if row is None:
            return None
        revision, sha256, who, at, despite = row
        return Approval(item_id, revision, sha256, who, datetime.fromisoformat(at), despite)

    def record(self, act: ActRecord) -> None:
        """Record an act for good."""
        self._journal.insert(
            f"INSERT INTO item_acts (item, act, who, at, reason) VALUES ({_SERIAL}, ?, ?, ?, ?)",
            act.item_id,
            act.act,
            act.by,
            stamp(act.at),
            act.reason,
        )

    def flags(self, item_id: str) -> tuple[Flag, ...]:
        """Return what the station an item came from marked it with."""
        rows = self._journal.query(f"SELECT flag FROM item_flags WHERE item = {_SERIAL}", item_id)
        return known_flags(flag for (flag,) in rows)

    def set_flags(self, marked: Sequence[tuple[str, Sequence[Flag]]]) -> None:
        """Let items, each named by its id, have exactly these flags."""
        if not marked:
            return
        with self.atomic():
            self._journal.insert_many(
                f"DELETE FROM item_flags WHERE item = {_SERIAL}", ((item,) for item, _ in marked)
            )
            self._journal.insert_many(
                f"INSERT INTO item_flags (item, flag) VALUES ({_SERIAL}, ?)",
                ((item, flag) for item, flags in marked for flag in flags),
            )

    def acts(self, item_id: str) -> list[ActRecord]:
        """Return what was done to an item, in the order it was done."""
        rows = self._journal.query(
            f"SELECT act, who, at, reason FROM item_acts WHERE item = {_SERIAL} ORDER BY id",
            item_id,
        )
        return [
            ActRecord(item_id, Act(act), who, datetime.fromisoformat(at), reason)
            for act, who, at, reason in rows
        ]

    def _next_serial(self) -> int:
        row = self._journal.row("SELECT ifnull(max(serial), 0) + 1 FROM items")
        return 1 if row is None else int(row[0])

    def _serial(self, item_id: str) -> int:
        row = self._journal.row("SELECT serial FROM items WHERE id = ?", item_id)
        if row is None:
            raise InfodeskError(Code.ITEM_NOT_FOUND, item=item_id)
        return int(row[0])

    def _known(self, item_id: str) -> Item:
        item = self.get(item_id)
        if item is None:
            raise InfodeskError(Code.ITEM_NOT_FOUND, item=item_id)
        return item


def _columns(item: Item) -> tuple[Value, ...]:
    return (
        item.id,
        item.content.title,
        item.kind,
        item.unit,
        item.author,
        item.source,
        item.origin,
        item.state,
        stamp(item.created_at),
        stamp(item.updated_at),
        _stamped(item.issued_at),
        _stamped(item.sent_at),
        _stamped(item.discarded_at),
        item.follows,
        len(item.content.body),
    )


def _draft(serial: int, content: Content) -> tuple[Value, ...]:
    return _hashed(serial, parts_of(content), content.body)


def _version(serial: int, version: Revision) -> tuple[Value, ...]:
    return _hashed(
        *(serial, version.number, version.content.title, parts_of(version.content)),
        *(version.content.body, version.sha256, stamp(version.at), version.by, version.reason),
    )


def _hashed(*row: Value) -> tuple[Value, ...]:
    """Return a row and its hash: of a long text, the trigger would write every page twice."""
    return (*row, row_sha(*row))


def _stamped(moment: datetime | None) -> str | None:
    return None if moment is None else stamp(moment)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _item(row: tuple[Any, ...] | None) -> Item | None:
    if row is None:
        return None
    return Item(
        id=row[0],
        serial=row[1],
        rev=row[2],
        content=content_of(row[3], row[4], row[5]),
        kind=row[6],
        state=ItemState(row[7]),
        created_at=datetime.fromisoformat(row[8]),
        updated_at=datetime.fromisoformat(row[9]),
        unit=row[10],
        author=row[11],
        source=Source(row[12]),
        origin=row[13],
        issued_at=_moment(row[14]),
        sent_at=_moment(row[15]),
        discarded_at=_moment(row[16]),
        follows=row[17],
    )


def _row(row: tuple[Any, ...]) -> ItemRow:
    return ItemRow(
        id=row[0],
        serial=row[1],
        title=row[2],
        kind=row[3],
        state=ItemState(row[4]),
        unit=row[5],
        updated_at=datetime.fromisoformat(row[6]),
        characters=row[7],
        open_musts=row[8],
        section_states=json.loads(row[9]),
        sent=bool(row[10]),
    )


def _revision(item_id: str, row: tuple[Any, ...]) -> Revision:
    number, title, parts, body, sha256, at, who, reason = row
    return Revision(
        item_id=item_id,
        number=number,
        content=content_of(title, parts, body),
        sha256=sha256,
        at=datetime.fromisoformat(at),
        by=who,
        reason=VersionReason(reason),
    )
