"""Writing to the journal: a draft and a version against appending the same bytes to a file and
flushing it, and many items against the bare statements that lay them into the same tables.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median

from infodesk import paths
from infodesk.core.audit import AuditAction, note
from infodesk.core.items import Content, Section, VersionReason
from infodesk.storage.database import open_journal
from infodesk.storage.row_hashes import row_sha, shapes, unwatch
from infodesk.workspace import SystemClock, Workspace, read_file
from tests.benchmarks.measure import Bar, alternated, report

BARS = [
    Bar("draft saved", "append and flush", 1.2),
    Bar("version kept, chained", "append and flush", 2.0),
]
BULK = [Bar("items added", "bare rows", 2.5)]
SAVES = 40
CHARACTERS = 3000
MANY = 100_000


def run(folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    return all([_single(folder, rounds), _bulk(folder, max(1, rounds // 3))])


def _single(folder: Path, rounds: int) -> bool:
    text, _ = read_file(paths.resources() / "samples" / "01-huapo.txt")
    body = (text.body * (CHARACTERS // len(text.body) + 1))[:CHARACTERS]
    typed = 0

    def next_text() -> Content:
        nonlocal typed
        typed += 1
        return Content(text.title, (Section(text.sections[0].key, f"{body[:-6]}{typed:06}"),))

    with Workspace(folder / "draft.infodesk") as desk, (folder / "raw").open("ab") as raw:
        item = desk.items.add(text)
        rev = item.rev

        def save(content: Content) -> None:
            nonlocal rev
            rev = desk.items.autosave(item.id, content, rev)

        def keep(_content: Content) -> None:
            with desk.audit.atomic():
                version = desk.items.keep_version(item.id, "李明", VersionReason.TIMED)
                assert version is not None
                note(
                    desk.audit,
                    AuditAction.APPROVE,
                    actor="李明",
                    subject=item.id,
                    at=version.at,
                    version=version.number,
                    sha256=version.sha256,
                )

        def append(content: Content) -> None:
            raw.write(content.canonical().encode())
            raw.flush()
            os.fsync(raw.fileno())

        acts = {"append and flush": append, "draft saved": save, "version kept, chained": keep}

        def in_turn() -> Mapping[str, float]:
            took: dict[str, list[float]] = {name: [] for name in acts}
            for content in [next_text() for _ in range(SAVES)]:
                for name, act in acts.items():
                    began = time.perf_counter()
                    act(content)
                    took[name].append(time.perf_counter() - began)
            # One after the other, so that all three meet the same disk; its pauses count for none.
            return {name: median(each) for name, each in took.items()}

        least = alternated({"in turn": in_turn}, rounds)
    return report(least, BARS)


def _bulk(folder: Path, rounds: int) -> bool:
    text, _ = read_file(paths.resources() / "samples" / "01-huapo.txt")
    contents = [replace(text, title=f"{text.title}{number}") for number in range(MANY)]

    def added() -> Mapping[str, float]:
        with Workspace(_new(folder)) as desk:
            began = time.perf_counter()
            desk.items.add_all(contents)
            return {"items added": time.perf_counter() - began}

    model = _model(folder, text)

    def bare() -> Mapping[str, float]:
        with closing(open_journal(_new(folder), clock=SystemClock())) as journal:
            connection = journal.connection
            unwatch(connection)
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            for table, (columns, row) in model.items():
                marks = ", ".join("?" * (len(columns) + 1))
                connection.executemany(
                    f"INSERT INTO {table} ({', '.join(columns)}, row_sha) VALUES ({marks})",
                    _rows(columns, row, contents),
                )
            connection.execute("COMMIT")
            return {"bare rows": time.perf_counter() - began}

    return report(alternated({"bare": bare, "added": added}, rounds), BULK)


def _new(folder: Path) -> Path:
    path = folder / "bulk.infodesk"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return path


def _model(folder: Path, text: Content) -> dict[str, tuple[tuple[str, ...], list[object]]]:
    """Return the columns of each table an item is laid into, and one item's row of it."""
    with Workspace(_new(folder)) as desk:
        desk.items.add_all([text])
    with closing(open_journal(folder / "bulk.infodesk", clock=SystemClock())) as journal:
        known = shapes(journal.connection)
        return {
            table: (
                known[table].columns,
                list(journal.query(f"SELECT {', '.join(known[table].columns)} FROM {table}")[0]),
            )
            for table in ("items", "drafts", "item_acts")
        }


def _rows(
    columns: tuple[str, ...], model: list[object], contents: list[Content]
) -> Iterator[tuple[object, ...]]:
    places = {name: place for place, name in enumerate(columns)}
    for number, content in enumerate(contents, start=1):
        row = list(model)
        for name, value in (
            ("serial", number),
            ("item", number),
            ("id", number if "act" in places else f"{number:032x}"),
            ("title", content.title),
            ("body", content.body),
        ):
            if name in places:
                row[places[name]] = value
        yield (*row, row_sha(*row))
