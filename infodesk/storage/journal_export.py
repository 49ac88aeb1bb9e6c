"""Everything a journal holds in one file that any program can read: for moving, and for ever.

A ZIP with ``manifest.json`` and one ``tables/NAME.jsonl`` per table: a JSON object a line, in the
order of its rows. What can be computed from the rest, such as a search index, is left out. The
format is described in ``resources/help/export.md``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from infodesk import __version__
from infodesk.core.clock import Clock, stamp
from infodesk.core.errors import Code, InfodeskError
from infodesk.files import explained_output, part_beside, put_in_place, require_output
from infodesk.storage.engine import sqlite
from infodesk.storage.journal import Journal
from infodesk.storage.sqlite_errors import explained

FORMAT = "infodesk.journal"
VERSION = 1
MANIFEST = "manifest.json"

STEPS_TABLE = "_sqlite_migrations"

COMPUTED = frozenset(
    {
        *(STEPS_TABLE, "item_counts", "search_entries", "search_pending"),
        *("secrets", "own_keys"),
    }
)
"""Tables that are no content: made again from the rest, or by the program that takes it in, or
passwords and private keys, which stay at home.

A trigger that makes such a table is named after it. Our private keys are in no open file either:
who takes an export in gets new ones, and a new station card.
"""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP can name: the same journal gives the same bytes but for the manifest."""

ROWS_AT_A_TIME = 500

Progress = Callable[[int, int], None]


def export_journal(
    journal: Journal, path: Path, clock: Clock, progress: Progress | None = None
) -> dict[str, int]:
    """Write everything of a journal into one file, whole or not at all; return rows by table.

    Raises:
        InfodeskError: OUTPUT_…, JOURNAL_…; what stood there is untouched.
    """
    require_output(path)
    part = part_beside(path)
    connection = journal.connection
    try:
        connection.execute("BEGIN")
        try:
            with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as archive:
                rows = _write(connection, archive, clock, progress or (lambda _done, _all: None))
        finally:
            connection.execute("COMMIT")
        _require_whole(part, path)
        put_in_place(part, path)
    except sqlite.Error as error:
        raise explained(error, journal.path) or error from error
    except OSError as error:
        raise explained_output(error, path) from error
    finally:
        part.unlink(missing_ok=True)
    return rows


def tables(connection: sqlite.Connection) -> list[str]:
    """Return the tables that are content, sorted."""
    listed = connection.execute("PRAGMA main.table_list").fetchall()
    return sorted(
        row[1]
        for row in listed
        if row[2] == "table"
        and row[1] not in COMPUTED
        and (not row[1].startswith("sqlite_") or row[1] == "sqlite_sequence")
    )


def _write(
    connection: sqlite.Connection, archive: zipfile.ZipFile, clock: Clock, progress: Progress
) -> dict[str, int]:
    steps = connection.execute(f"SELECT name FROM {STEPS_TABLE} ORDER BY rowid").fetchall()
    found = tables(connection)
    rows: dict[str, int] = {}
    described = {}
    for place, table in enumerate(found):
        progress(place, len(found))
        digest = hashlib.sha256()
        count = 0
        with archive.open(_entry(member(table)), "w", force_zip64=True) as stream:
            for line in _lines(connection, table):
                stream.write(line)
                digest.update(line)
                count += 1
        rows[table] = count
        described[table] = {"rows": count, "sha256": digest.hexdigest()}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "app": __version__,
        "made_at": stamp(clock.now()),
        "steps": [name for (name,) in steps],
        "tables": described,
    }
    archive.writestr(_entry(MANIFEST), json.dumps(manifest, ensure_ascii=False, indent=1))
    return rows


def member(table: str) -> str:
    """Return the name in the file of a table's rows."""
    return f"tables/{table}.jsonl"


def _lines(connection: sqlite.Connection, table: str) -> Iterator[bytes]:
    cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY {order(connection, table)}')
    columns = [column[0] for column in cursor.description]
    while rows := cursor.fetchmany(ROWS_AT_A_TIME):
        for row in rows:
            values = {name: _as_json(value) for name, value in zip(columns, row, strict=True)}
            yield json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def order(connection: sqlite.Connection, table: str) -> str:
    """Return by what the rows of a table are put in order: as they were added, else by their key.

    A table without rowids has a key.
    """
    listed = connection.execute("PRAGMA main.table_list").fetchall()
    if any(row[1] == table and row[4] for row in listed):
        columns = connection.execute(f'PRAGMA main.table_info("{table}")').fetchall()
        keys = sorted((row[5], row[1]) for row in columns if row[5])
        return ", ".join(f'"{name}"' for _, name in keys)
    return '"name"' if table == "sqlite_sequence" else "rowid"


def _as_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    return value


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _require_whole(part: Path, path: Path) -> None:
    """Read the file from the disk once more, every digest of it."""
    from infodesk.storage.journal_import import read_manifest, verified_lines

    try:
        with zipfile.ZipFile(part) as archive:
            manifest = read_manifest(archive, path)
            for table in manifest.tables:
                for _ in verified_lines(archive, manifest, table, path):
                    pass
    except zipfile.BadZipFile as error:
        raise InfodeskError(Code.EXPORT_ALTERED, path=path, name=part.name) from error
