"""Taking an exported journal in: into a new one, wholly or not at all."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import msgspec

from infodesk.core.backups import BEFORE_IMPORT
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import PART_SUFFIX
from infodesk.storage import migrations
from infodesk.storage.database import open_empty
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.journal_export import COMPUTED, FORMAT, MANIFEST, VERSION, member, tables
from infodesk.storage.replacing import replace_journal
from infodesk.storage.restore import set_aside
from infodesk.storage.shelf import Shelf
from infodesk.storage.sqlite_errors import explained, explained_os

MAX_MANIFEST = 4 << 20
MAX_LINE = 64 << 20

CONTENT = ("items", "issues", "batches", "series")
"""Tables that are empty as long as nobody has worked with a journal."""

Progress = Callable[[int, int], None]


class TableSaid(msgspec.Struct):
    """What a manifest says of one table."""

    rows: int
    sha256: str


class Manifest(msgspec.Struct):
    """What an export says of itself; ``steps`` are those its journal had taken."""

    format: str
    version: int
    app: str
    made_at: str
    steps: list[str]
    tables: dict[str, TableSaid]


def import_journal(source: Path, shelf: Shelf, progress: Progress | None = None) -> dict[str, int]:
    """Make a journal of an export; return its rows by table.

    It is built beside, compared with what the export says, and put in place whole. A journal that
    is there already must hold nothing yet; it is kept as a backup all the same.

    Raises:
        InfodeskError: FILE_MISSING, EXPORT_NOT_ONE, EXPORT_TOO_NEW, EXPORT_ALTERED,
            JOURNAL_NOT_EMPTY, JOURNAL_…; the journal is as it was.
    """
    _require_empty(shelf)
    new = shelf.journal.with_name(f".{shelf.journal.name}.import{PART_SUFFIX}")
    try:
        try:
            with zipfile.ZipFile(_file(source)) as archive:
                manifest = read_manifest(archive, source)
                _build(archive, manifest, new, source, progress or (lambda _done, _all: None))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise InfodeskError(Code.EXPORT_NOT_ONE, path=source) from error
        set_aside(shelf, BEFORE_IMPORT)
        replace_journal(new, shelf.journal)
    except sqlite.Error as error:
        raise explained(error, new) or error from error
    except OSError as error:
        raise explained_os(error, shelf.journal) from error
    finally:
        for suffix in ("", "-wal", "-shm"):
            new.with_name(new.name + suffix).unlink(missing_ok=True)
    return {table: said.rows for table, said in manifest.tables.items()}


def read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    """Return what an export says of itself.

    Raises:
        InfodeskError: EXPORT_NOT_ONE, EXPORT_TOO_NEW.
    """
    try:
        with archive.open(MANIFEST) as stream:
            data = stream.read(MAX_MANIFEST)
        version = msgspec.json.decode(data, type=dict[str, Any])
        if version.get("format") != FORMAT:
            raise InfodeskError(Code.EXPORT_NOT_ONE, path=path)
        if version.get("version") != VERSION:
            raise InfodeskError(Code.EXPORT_TOO_NEW, path=path)
        manifest = msgspec.json.decode(data, type=Manifest)
    except (KeyError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InfodeskError(Code.EXPORT_NOT_ONE, path=path) from error
    if not migrations.known().issuperset(manifest.steps):
        raise InfodeskError(Code.EXPORT_TOO_NEW, path=path)
    return manifest


def verified_lines(
    archive: zipfile.ZipFile, manifest: Manifest, table: str, path: Path
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table; what was yielded counts only once the last was.

    Raises:
        InfodeskError: EXPORT_ALTERED: they are not those the manifest tells of.
    """
    said = manifest.tables[table]
    digest = hashlib.sha256()
    count = 0
    try:
        with archive.open(member(table)) as stream:
            for line in _split(stream):
                digest.update(line)
                count += 1
                yield _row(line)
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise InfodeskError(Code.EXPORT_ALTERED, path=path, name=member(table)) from error
    if digest.hexdigest() != said.sha256 or count != said.rows:
        raise InfodeskError(Code.EXPORT_ALTERED, path=path, name=member(table))


def _split(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(MAX_LINE):
        if not line.endswith(b"\n"):
            raise ValueError("a line without an end")
        yield line


def _row(line: bytes) -> dict[str, Any]:
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("a row is an object")
    for name, value in row.items():
        if isinstance(value, dict):
            row[name] = base64.b64decode(value["base64"], validate=True)
    return row


def _file(source: Path) -> Path:
    if not source.is_file():
        raise InfodeskError(Code.FILE_MISSING, path=source)
    return source


def _require_empty(shelf: Shelf) -> None:
    if not shelf.journal.exists():
        return
    with shelf.opened() as journal:
        for table in CONTENT:
            if journal.row(f"SELECT 1 FROM {table} LIMIT 1") is not None:
                raise InfodeskError(Code.JOURNAL_NOT_EMPTY, path=shelf.journal)


def _build(
    archive: zipfile.ZipFile, manifest: Manifest, new: Path, source: Path, progress: Progress
) -> None:
    for suffix in ("", "-wal", "-shm"):
        new.with_name(new.name + suffix).unlink(missing_ok=True)
    journal = open_empty(new, manifest.steps)
    try:
        with journal.atomic():
            _fill(journal, archive, manifest, source, progress)
        _require_sound(journal, manifest, source)
        journal.query("PRAGMA journal_mode=DELETE")
    finally:
        journal.close()


def _fill(
    journal: Journal,
    archive: zipfile.ZipFile,
    manifest: Manifest,
    source: Path,
    progress: Progress,
) -> None:
    connection = journal.connection
    if set(tables(connection)) != set(manifest.tables):
        raise InfodeskError(Code.EXPORT_NOT_ONE, path=source)
    # Triggers keep what is on record from being changed; here the record itself comes in. Those
    # that compute stay: they make what an export leaves out.
    triggers = [
        (name, sql)
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        if not name.startswith(tuple(COMPUTED))
    ]
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("PRAGMA defer_foreign_keys=ON")
    # The counters last: each insert into a counted table has counted.
    ordered = sorted(manifest.tables, key=lambda table: table == "sqlite_sequence")
    for place, table in enumerate(ordered):
        progress(place, len(ordered))
        connection.execute(f'DELETE FROM "{table}"')
        for row in verified_lines(archive, manifest, table, source):
            _insert(connection, table, row, source)
    for _, sql in triggers:
        connection.execute(sql)


def _insert(
    connection: sqlite.Connection, table: str, row: Mapping[str, Any], source: Path
) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    try:
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))
    except (sqlite.IntegrityError, sqlite.OperationalError, sqlite.ProgrammingError) as error:
        if explained(error, source) is not None:
            raise
        raise InfodeskError(Code.EXPORT_ALTERED, path=source, name=member(table)) from error


def _require_sound(journal: Journal, manifest: Manifest, source: Path) -> None:
    for check in ("PRAGMA foreign_key_check", "PRAGMA quick_check(1)"):
        found = journal.query(check)
        if found not in ([], [("ok",)]):
            raise InfodeskError(Code.EXPORT_ALTERED, path=source, name=MANIFEST)
    for table, said in manifest.tables.items():
        if journal.row(f'SELECT count(*) FROM "{table}"') != (said.rows,):
            raise InfodeskError(Code.EXPORT_ALTERED, path=source, name=member(table))
