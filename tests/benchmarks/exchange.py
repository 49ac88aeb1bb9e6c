"""Batch files: export against reading the rows, import against raw inserts, 240 stations."""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from infodesk import paths
from infodesk.core.batches import Batch, BatchItem, Party
from infodesk.core.identifiers import uuid7
from infodesk.core.items import Content, Section
from infodesk.core.stations import fingerprint
from infodesk.exchange import container, minisign
from infodesk.exchange.keys import make_keys
from infodesk.exchange.lines import encoded
from infodesk.exchange.zip_shell import packed_pieces
from infodesk.storage.texts import content_of, parts_of
from tests.benchmarks.measure import Bar, alternated, report
from tests.conftest import CHINA, FixedClock
from tests.exchange.conftest import KEYS, NOBODY, Office, office_at

STATIONS, EACH = 240, 20
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=CHINA)
ROWS = "SELECT i.id, i.title, d.parts, d.body, i.unit, i.created_at FROM items i JOIN drafts d "
ROWS += "ON d.item = i.serial ORDER BY i.serial"
HASHES = "SELECT sha256 FROM revisions ORDER BY item"


def items(count: int) -> Iterator[BatchItem]:
    """Yield items of 650 characters, no two alike, that deflate to some 0.4 as real ones do."""
    chance = random.Random(1)
    samples = sorted((paths.resources() / "samples").glob("*.txt"))
    letters = "".join(path.read_text("utf-8") for path in samples).replace("\n", "")
    words = [letters[at : at + 2] for at in range(len(letters) - 1)]
    for number in range(count):
        body = "".join(chance.choices(words, k=325))
        content = Content(f"第{number}条", (Section("situation", body),))
        yield BatchItem(uuid7(NOON), "event", content, "西关镇", NOON, NOON, "王主任")


def timed(name: str, work: Callable[[], object], seconds: dict[str, float]) -> object:
    """Do work and note the processor time it took, which other programs do not lengthen."""
    began = time.process_time()
    made = work()
    seconds[name] = time.process_time() - began
    return made


def run(folder: Path, rounds: int, count: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    few = min(count, 10_000)
    travelling = tuple(items(few))
    batch = Batch(uuid7(NOON), NOON, travelling, NOBODY, Party(name="示范市"))
    data = container.write(batch, KEYS)

    def export() -> dict[str, float]:
        with _office(folder) as (office, _):
            _insert_raw(office, travelling)
            seconds: dict[str, float] = {}
            rows = timed("read the rows", lambda: office.journal.query(ROWS), seconds)
            timed("export", lambda: _exported(office, rows), seconds)
            timed("json + deflate-6", lambda: _naive(rows), seconds)
            manifest = batch.id.encode() * 100
            timed("sign", lambda: minisign.sign(manifest, bytes.fromhex(KEYS.sign), "x"), seconds)
            timed("read back", lambda: len(container.read(data).items), seconds)
            timed("write with fsync", lambda: _written(folder / "a.idb", data), seconds)
            return seconds

    def take_in() -> dict[str, float]:
        seconds: dict[str, float] = {}
        with _office(folder) as (office, _):
            office.stations.trust(NOBODY, fingerprint(NOBODY))
            timed("import until visible", lambda: _taken_in(office, data), seconds)
        with _office(folder) as (office, _):
            timed("raw executemany", lambda: _insert_raw(office, travelling), seconds)
        return seconds

    least = alternated({"export": export, "import": take_in}, rounds)
    for name in ("sign", "read back", "write with fsync"):
        print(f"{name:28} {least[name] * 1000:9.3f} ms")
    bars = [
        Bar("export", "read the rows", 4.5),
        Bar("export", "json + deflate-6", 1 / 5.5),
        Bar("import until visible", "raw executemany", 2.5),
    ]
    kept = report(least, bars)
    loaded = alternated({"stations": lambda: _stations(folder)}, 1)
    print(f"{STATIONS} stations x {EACH} items")
    again = Bar("again, same receipts", "first time", 1 / 10)
    return report(loaded, [again]) and kept


def _exported(office: Office, rows: object) -> object:
    """Pack the rows as a batch does, with the hashes that the journal has of the texts."""
    hashes = office.journal.query(HASHES)
    return packed_pieces("items.jsonl", encoded(_travelling(rows, hashes)))


def _travelling(rows: object, hashes: object) -> list[BatchItem]:
    return [
        BatchItem(
            item,
            "event",
            content_of(title, parts, body),
            unit,
            datetime.fromisoformat(created),
            NOON,
            "王主任",
            known_sha256=sha256,
        )
        for (item, title, parts, body, unit, created), (sha256,) in zip(rows, hashes, strict=True)
    ]


def _naive(rows: object) -> bytes:
    lines = "\n".join(json.dumps(dict(enumerate(row)), ensure_ascii=False) for row in rows)
    return zlib.compress(lines.encode(), 6)


def _written(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


class _office:  # noqa: N801 -- a context, used like a function
    """An office in a folder of its own that is gone afterwards."""

    def __init__(self, folder: Path) -> None:
        self._stack = ExitStack()
        self._folder = folder

    def __enter__(self) -> tuple[Office, FixedClock]:
        own = Path(self._stack.enter_context(tempfile.TemporaryDirectory(dir=self._folder)))
        clock = FixedClock(NOON)
        return office_at(own, "示范市", clock, self._stack), clock

    def __exit__(self, *_given: object) -> None:
        self._stack.close()


def _insert_raw(office: Office, travelling: tuple[BatchItem, ...]) -> None:
    """Put the rows an import makes straight into its tables, hashes and all, in one transaction."""
    connection = office.journal.connection
    now = NOON.isoformat(timespec="milliseconds")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        """INSERT INTO items (id, rev, title, kind, unit, author, source, origin, state, created_at,
        updated_at, characters) VALUES (?, 1, ?, 'event', ?, '', 'batch', 'x', 'draft', ?, ?, ?)""",
        [(i.id, i.title, i.unit, now, now, len(i.content.body)) for i in travelling],
    )
    texts = [(parts_of(i.content), i.content.body, i.content.sha256()) for i in travelling]
    connection.executemany(
        "INSERT INTO drafts (item, parts, body) VALUES (?, ?, ?)",
        [(number, *text[:2]) for number, text in enumerate(texts, 1)],
    )
    connection.executemany(
        """INSERT INTO revisions (item, number, title, parts, body, sha256, at, who, reason)
        VALUES (?, 1, ?, ?, ?, ?, ?, '', 'imported')""",
        [
            (number, item.title, *text, now)
            for number, (item, text) in enumerate(zip(travelling, texts, strict=True), 1)
        ],
    )
    connection.executemany(
        "INSERT INTO item_acts (item, act, who, at, reason) VALUES (?, 'receive', '', ?, 'x')",
        [(number, now) for number in range(1, len(travelling) + 1)],
    )
    connection.execute(
        """INSERT INTO batches (id, direction, status, digest, created_at, at, day, day_number, who,
        from_station, from_name, to_station, to_name, path)
        VALUES ('raw', 'received', 'actual', '', '', '', '', 0, '', '', '', '', '', '')"""
    )
    (number,) = connection.execute("SELECT max(number) FROM batches").fetchone()
    connection.executemany(
        """INSERT INTO batch_entries (batch, place, item, title, status, sha256, approved_at)
        VALUES (?, ?, ?, ?, 'new', ?, ?)""",
        [
            (number, place, item.id, item.title, text[2], now)
            for place, (item, text) in enumerate(zip(travelling, texts, strict=True), 1)
        ],
    )
    connection.execute(
        """INSERT INTO receipts (id, batch, direction, via, at, who, station, name, said_at,
        said_by, audit_head, gaps, data) VALUES ('r', 'raw', 'sent', 'signed', '', '', '', '', '',
        '', '', '[]', x'00')"""
    )
    connection.executemany(
        """INSERT INTO receipt_lines (receipt, line, item, result, because, sha256)
        VALUES (1, ?, ?, 'accepted', NULL, ?)""",
        [
            (place, item.id, text[2])
            for place, (item, text) in enumerate(zip(travelling, texts, strict=True), 1)
        ],
    )
    connection.execute("COMMIT")


def _taken_in(office: Office, data: bytes) -> bytes | None:
    plan = office.incoming.plan(office.incoming.understood(data))
    return office.incoming.apply(plan).receipt


def _stations(folder: Path) -> dict[str, float]:
    made = []
    for number in range(STATIONS):
        keys = make_keys()
        party = Party(f"9{number:05}", f"示范{number}县", keys.key, keys.box)
        batch = Batch(uuid7(NOON), NOON, tuple(items(EACH)), party, Party(name="示范市"))
        batch = replace(batch, stream=f"{party.station}>", seq=1)
        made.append((party, container.write(batch, keys)))
    seconds: dict[str, float] = {}
    with _office(folder) as (office, _):
        for party, _ in made:
            office.stations.trust(party, fingerprint(party))

        def round_() -> list[bytes | None]:
            return [_taken_in(office, data) for _, data in made]

        first = timed("first time", round_, seconds)
        again = timed("again, same receipts", round_, seconds)
        if first != again:
            raise AssertionError("a receipt asked again is another one")
    return seconds
