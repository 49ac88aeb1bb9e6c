"""Looking a journal over for damage; nothing is ever repaired in place.

A quick look asks SQLite for the structure of the pages and follows the chain. A full one also reads
every row against its hash and every version against the hash that approvals are bound to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.journal_check import ChainReport, CheckReport, Damage, DamageKind
from infodesk.storage import chain_check, row_hashes
from infodesk.storage.database import open_as_is
from infodesk.storage.engine import empty_database, sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.row_hashes import COLUMN, Shape
from infodesk.storage.texts import content_of

Tell = Callable[[int, int], None]
"""Is told often how many of how many looks are done; it may raise to stop the check."""

_INSTRUCTIONS = 200_000
"""Steps of SQLite's machine between two chances to stop: a few milliseconds."""

Look = Callable[[Journal], Iterator[Damage]]

_UNREADABLE = frozenset({Code.JOURNAL_DAMAGED, Code.JOURNAL_FOREIGN})


def check(path: Path, *, full: bool, tell: Tell = lambda _done, _of: None) -> CheckReport:
    """Look a journal over on a connection of its own; the file is not changed.

    Raises:
        InfodeskError: the file cannot be opened for another reason than damage.
    """
    try:
        journal = open_as_is(path)
    except InfodeskError as error:
        if error.code not in _UNREADABLE:
            raise
        damage = Damage(DamageKind.UNREADABLE, said=path.name)
        return CheckReport(full, ChainReport(0, None, ()), (damage,))
    with closing(journal):
        return _Check(journal, full, tell).report()


def verify(path: Path) -> ChainReport:
    """Follow the audit chain on a connection of its own; the file is not changed.

    Raises:
        InfodeskError: the file cannot be opened or read.
    """
    with closing(open_as_is(path)) as journal:
        return _chain(journal)


class _Check:
    """One check under way: what it has counted and found so far."""

    def __init__(self, journal: Journal, full: bool, tell: Tell) -> None:
        self._journal = journal
        self._full = full
        self._tell = tell
        self._done = 0
        self._looks: list[Look] = [_cipher, _pages(full), _references, _shape, _drafts]
        self._looks.append(self._follow_chain)
        if full:
            self._looks.append(self._read_versions)
            self._looks += [partial(self._read_rows, table) for table in row_hashes.HASHED]
        self._stopped: Exception | None = None
        self._chain = ChainReport(0, None, ())
        self._damages: list[Damage] = []
        self._rows = 0
        self._versions = 0

    def report(self) -> CheckReport:
        self._journal.connection.set_progress_handler(self._is_stopped, _INSTRUCTIONS)
        for look in self._looks:
            self._tell(self._done, len(self._looks))
            try:
                self._damages += look(self._journal)
            except (sqlite.Error, InfodeskError, ValueError) as error:
                if self._stopped is not None:
                    raise self._stopped from None
                if isinstance(error, InfodeskError) and error.code not in _UNREADABLE:
                    raise
                # What cannot even be read is damage too; the other looks go on.
                self._damages.append(Damage(DamageKind.UNREADABLE, said=str(error)))
            self._done += 1
        self._tell(self._done, len(self._looks))
        return CheckReport(
            self._full, self._chain, tuple(self._damages), self._rows, self._versions
        )

    def _is_stopped(self) -> int:
        """Tell SQLite whether to break off; called while it works."""
        try:
            self._tell(self._done, len(self._looks))
        except Exception as error:  # noqa: BLE001 -- raised again where SQLite gave up
            self._stopped = error
        return int(self._stopped is not None)

    def _follow_chain(self, journal: Journal) -> Iterator[Damage]:
        self._chain = _chain(journal)
        yield from self._chain.damages

    def _read_versions(self, journal: Journal) -> Iterator[Damage]:
        for damage in _versions(journal):
            self._versions += 1
            if damage is not None:
                yield damage
        yield from _approvals(journal)

    def _read_rows(self, table: str, journal: Journal) -> Iterator[Damage]:
        shape = row_hashes.shapes(journal.connection).get(table)
        if shape is None:
            return
        for damage in _rows(journal, table, shape):
            self._rows += 1
            if damage is not None:
                yield damage


def _chain(journal: Journal) -> ChainReport:
    """Follow the chain; a journal of an older program has none yet."""
    if not chain_check.has(journal, "audit"):
        return ChainReport(0, None, ())
    return chain_check.verify(journal)


def _cipher(journal: Journal) -> Iterator[Damage]:
    """Let SQLCipher hold every page of an encrypted journal against its HMAC."""
    if journal.row("PRAGMA cipher_status") == ("1",):
        for (said,) in journal.query("PRAGMA cipher_integrity_check"):
            yield Damage(DamageKind.CIPHER, said=str(said))


def _pages(full: bool) -> Look:
    """Let SQLite walk its pages; a full look holds the indexes against their tables too."""

    def look(journal: Journal) -> Iterator[Damage]:
        for (said,) in journal.query(f"PRAGMA {'integrity_check' if full else 'quick_check'}"):
            if said != "ok":
                yield Damage(DamageKind.PAGES, said=said)

    return look


def _references(journal: Journal) -> Iterator[Damage]:
    for table, row, parent, _ in journal.query("PRAGMA foreign_key_check"):
        yield Damage(DamageKind.REFERENCE, table, str(row), said=parent)


def _shape(journal: Journal) -> Iterator[Damage]:
    """Hold tables, indexes and triggers against those a new journal gets by the same steps."""
    from infodesk.storage import migrations

    known = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> ?"
    own = dict(journal.query(known, migrations.TABLE))
    fresh = empty_database()
    taken = {name for (name,) in journal.query(f"SELECT name FROM {migrations.TABLE}")}
    if not migrations.known() <= taken:
        # An older journal; opening it brings it up to date.
        return
    migrations.journal.apply(fresh)
    for name, sql in fresh.execute(known, [migrations.TABLE]).fetchall():
        if own.get(name) != sql:
            yield Damage(DamageKind.SHAPE, name)


def _drafts(journal: Journal) -> Iterator[Damage]:
    for (serial,) in journal.query(
        "SELECT serial FROM items WHERE serial NOT IN (SELECT item FROM drafts)"
    ):
        yield Damage(DamageKind.ROW, "drafts", str(serial), str(serial))


def _rows(journal: Journal, table: str, shape: Shape) -> Iterator[Damage | None]:
    """Yield for each row None, or the damage where it is not what its hash was made of."""
    columns = shape.columns
    for *values, kept in journal.stream(f"SELECT {', '.join(columns)}, {COLUMN} FROM {table}"):
        if row_hashes.row_sha(*values) == kept:
            yield None
            continue
        row = dict(zip(columns, values, strict=True))
        owner = {"items": "serial"}.get(table, "item")
        number = {"revisions": "number"}.get(table, "revision")
        version = row.get(number, 0)
        yield Damage(
            DamageKind.ROW,
            table,
            row=" ".join(_shown(row[name]) for name in _key(table, columns)),
            item=_shown(row[owner]) if owner in row else "",
            version=version if isinstance(version, int) else 0,
        )


def _key(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return what names a row to people: what the table begins with."""
    return columns[: 2 if table in ("revisions", "issue_items", "batch_entries") else 1]


def _shown(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode()


def _versions(journal: Journal) -> Iterator[Damage | None]:
    """Yield for each version None, or the damage where its text is another than was kept."""
    for item, number, title, parts, body, sha256 in journal.stream(
        "SELECT item, number, title, parts, body, sha256 FROM revisions"
    ):
        try:
            same = content_of(title, parts, body).sha256() == sha256
        except (ValueError, TypeError, AttributeError):
            same = False
        damage = Damage(DamageKind.VERSION, "revisions", f"{item} {number}", str(item), number)
        yield None if same else damage


def _approvals(journal: Journal) -> Iterator[Damage]:
    """Yield the approvals that are of another text than their version's, and none redacted."""
    redacted = "0"
    if chain_check.has(journal, "redacted_texts"):
        redacted = """EXISTS (SELECT 1 FROM redacted_texts t WHERE t.item = a.item
            AND t.version = a.revision AND t.was_sha256 = a.sha256)"""
    for row, item, number in journal.query(
        f"""SELECT a.id, a.item, a.revision FROM approvals a JOIN revisions r
        ON r.item = a.item AND r.number = a.revision
        WHERE r.sha256 <> a.sha256 AND NOT {redacted}"""
    ):
        yield Damage(DamageKind.APPROVAL, "approvals", str(row), str(item), number)
