"""Two writers and one reader over one drop: the table of how each way to travel does.

    python -m tests.exchange.two_writers [FILES]

FILES is how many batch files each writer puts there, 500 where none is named. Each writer and the
reader has a journal of its own and runs in a thread of its own; the reader verifies every file.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import BrokenBarrierError

from infodesk.core.batches import BatchRecord, Direction, Party
from infodesk.core.drops import Drop, DropKind
from infodesk.core.items import Content, Section
from infodesk.exchange import container
from infodesk.exchange.mailbox import Mailbox, verified
from infodesk.exchange.places import open_place
from infodesk.storage.batch_store import SqliteBatchStore
from infodesk.storage.database import open_journal
from infodesk.storage.drop_store import SqliteDropStore
from tests.conftest import CHINA, FixedClock
from tests.exchange.conftest import KEYS, batch_of
from tests.exchange.servers import serving

START = datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)
BODY_CHARACTERS = 900
ITEMS = 20
MOST_SECONDS = 900


@dataclass
class Outcome:
    """How one way to travel did.

    Attributes:
        puts: seconds of each upload, its reading back included.
        whole: files at the reader that are byte for byte what a writer exported.
        damaged: files at the reader that are not.
    """

    seconds: float = 0
    sent: int = 0
    puts: list[float] = field(default_factory=list)
    whole: int = 0
    damaged: int = 0
    troubles: list[str] = field(default_factory=list)


@contextmanager
def mailbox_at(folder: Path, name: str, drop: Drop) -> Iterator[Mailbox]:
    """Open a station's journal and its mailbox; for one thread."""
    clock = FixedClock(START)
    with ExitStack() as stack:
        journal = open_journal(folder / f"{name}.infodesk", clock=clock)
        stack.callback(journal.close)
        # Nothing is cut off here, and thousands of flushes would be measured instead.
        journal.query("PRAGMA synchronous = OFF")
        place = open_place(drop, lambda _fingerprint: None)
        stack.callback(place.close)
        batches = SqliteBatchStore(journal)
        yield Mailbox(drop, place, batches, SqliteDropStore(journal), clock, folder / f"{name}-in")


def export(mailbox: Mailbox, folder: Path, count: int, seed: str) -> None:
    """Write batch files of about 65 kB that do not deflate, and record them as exported."""
    folder.mkdir()
    for number in range(1, count + 1):
        texts = [
            Content(f"{seed}{number}-{item}", (Section("situation", _noise(f"{number}/{item}")),))
            for item in range(ITEMS)
        ]
        batch = batch_of(*texts)
        batch = type(batch)(
            batch.id,
            batch.created_at,
            batch.items,
            Party(mailbox.batches.station(), seed, KEYS.key),
        )
        data = container.write(batch, KEYS)
        path = folder / f"{number}.idb"
        path.write_bytes(data)
        with mailbox.batches.atomic():
            mailbox.batches.insert(
                BatchRecord(
                    id=batch.id,
                    direction=Direction.SENT,
                    status=batch.status,
                    digest=verified(data).digest,
                    created_at=START,
                    at=START,
                    by="",
                    sender=batch.from_office,
                    recipient=Party(),
                    path=path,
                    number=number,
                ),
                [],
            )


def _noise(seed: str) -> str:
    source = random.Random(seed)
    return "".join(chr(source.randrange(0x4E00, 0x9FA0)) for _ in range(BODY_CHARACTERS))


def exchange(folder: Path, drop: Drop, count: int) -> Outcome:
    """Let two stations put ``count`` files each while a third fetches until it has them all."""
    outcome = Outcome()
    expected: set[bytes] = set()
    ready = threading.Barrier(3)

    def write(name: str) -> None:
        with mailbox_at(folder, name, drop) as mailbox:
            export(mailbox, folder / f"{name}-out", count, name)
            expected.update(path.read_bytes() for path in (folder / f"{name}-out").iterdir())
            timed = mailbox.place.write

            def put(*given: object) -> None:
                began = time.perf_counter()
                timed(*given)
                outcome.puts.append(time.perf_counter() - began)

            mailbox.place.write = put
            ready.wait()
            end = time.monotonic() + MOST_SECONDS
            while mailbox.undelivered() and time.monotonic() < end:
                done = mailbox.sync(lambda _done, _of: None)
                outcome.sent += len(done.sent)
                outcome.troubles += [error.code.text for error in done.troubles]

    def read() -> None:
        reading = Drop(drop.kind, drop.address, "无", "", drop.user, drop.secret)
        with mailbox_at(folder, "市", reading) as mailbox:
            ready.wait()
            began = time.perf_counter()
            got = 0
            while got < 2 * count and time.perf_counter() - began < MOST_SECONDS:
                got += len(mailbox.sync(lambda _done, _of: None).fetched)
            outcome.seconds = time.perf_counter() - began

    with ThreadPoolExecutor(3) as pool:
        acts = [pool.submit(_with, ready, write, name) for name in ("甲县", "乙县")]
        acts.append(pool.submit(_with, ready, read))
    # A failure is told once all have ended; what it broke in the others comes after its own.
    failures = [failure for act in acts if (failure := act.exception()) is not None]
    for failure in sorted(failures, key=lambda one: isinstance(one, BrokenBarrierError)):
        raise failure
    for path in (folder / "市-in").iterdir():
        key = "whole" if path.read_bytes() in expected else "damaged"
        setattr(outcome, key, getattr(outcome, key) + 1)
    return outcome


def _with(ready: threading.Barrier, act: Callable[..., None], *given: str) -> None:
    """Let the others not wait for one that has failed."""
    try:
        act(*given)
    except BaseException:
        ready.abort()
        raise


def main(count: int) -> None:
    """Print the table."""
    print(f"two writers × {count} files, one reader that verifies each")
    print("| transport | files verified | damaged accepted | seconds | put median | errors |")
    print("|---|---|---|---|---|---|")
    for kind in DropKind:
        with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
            folder = Path(name)
            if kind is DropKind.FOLDER:
                (folder / "share").mkdir()
                drop = Drop(kind, str(folder / "share"))
            else:
                drop = stack.enter_context(serving(kind, folder / "share")).drop()
            done = exchange(folder, drop, count)
            median = statistics.median(done.puts) * 1000
            print(
                f"| {kind} | {done.whole}/{2 * count} | {done.damaged} | {done.seconds:.1f} "
                f"| {median:.1f} ms | {len(done.troubles)} |",
                flush=True,
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
