"""A program killed at any line of an export or an import leaves the whole or nothing of it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from datetime import datetime
from pathlib import Path
from types import FrameType

import pytest

from infodesk import files
from infodesk.core.batches import Direction, EntryStatus, Party
from infodesk.core.errors import InfodeskError
from infodesk.core.items import ItemFilter, ItemState
from infodesk.core.stations import fingerprint
from infodesk.exchange.incoming import read_batch
from infodesk.storage.journal import Journal
from tests.conftest import CHINA, FixedClock
from tests.exchange.conftest import Office, office_at

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    # Qt may have started threads before; the child uses none of them.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

WATCHED = ("exchange", "storage", "core", "files.py")
STEP = 23
"""Every so manieth line is died at; prime, so that loops are met at all their lines."""

Work = Callable[[Office, Path], object]


def at_office(folder: Path, work: Callable[[Office], object]) -> object:
    with ExitStack() as stack:
        clock = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=CHINA))
        return work(office_at(folder, "示范县", clock, stack))


def killed_at(line: int, folder: Path, work: Work) -> bool:
    """Do the work in a child that is killed when it comes to that line; say whether it was."""
    child = os.fork()
    if child == 0:
        left = line

        def trace(frame: FrameType, event: str, _argument: object) -> object:
            nonlocal left
            name = frame.f_code.co_filename
            if not any(part in name.split("infodesk")[-1] for part in WATCHED):
                return None
            if event == "line":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace

        def watched(office: Office) -> None:
            sys.settrace(trace)
            work(office, folder)

        try:
            at_office(folder, watched)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def every_kill(
    prepared: Path, scratch: Path, work: Work, look: Callable[[Path], str]
) -> Iterator[str]:
    """Kill the work at line after line, each time from the same start; yield what was found."""
    line = 0
    while True:
        shutil.rmtree(scratch, ignore_errors=True)
        shutil.copytree(prepared, scratch)
        killed = killed_at(line, scratch, work)
        yield look(scratch)
        if not killed:
            return
        line += STEP


@pytest.fixture
def prepared(tmp_path) -> Path:
    """Return a folder with a journal of two approved items."""
    folder = tmp_path / "before"
    folder.mkdir()
    at_office(folder, lambda office: [office.approved("甲"), office.approved("乙")])
    return folder


def exports(office: Office, folder: Path) -> None:
    ids = [row.id for row in office.items.rows(ItemFilter())]
    office.outgoing.export(ids, folder, by="李明")


def after_export(folder: Path) -> str:
    """Return what a killed export left: nothing, a whole file, or a file and its record."""
    paths = list(folder.glob("*.idb"))
    try:
        whole = [len(read_batch(path).items) for path in paths]
    except InfodeskError:
        return "torn"

    def recorded(office: Office) -> str:
        records = office.batches.batches(Direction.SENT)
        states = {row.state for row in office.items.rows(ItemFilter())}
        if not records and states == {ItemState.APPROVED}:
            return "file" if whole else "nothing"
        digests = [read_batch(path).digest for path in paths]
        proved = whole == [2] and digests == [record.digest for record in records]
        return "recorded" if proved and states == {ItemState.SENT} else "half"

    return str(at_office(folder, recorded))


def test_a_killed_export_leaves_a_whole_file_or_none(prepared, tmp_path):
    found = set(every_kill(prepared, tmp_path / "s", exports, after_export))
    assert found == {"nothing", "file", "recorded"}


def test_the_kills_would_show_a_torn_file(prepared, tmp_path, monkeypatch):
    def plain(path: Path, data: bytes) -> None:
        with path.open("wb", buffering=0) as stream:
            for start in range(0, len(data), 16):
                stream.write(data[start : start + 16])

    code = compile_in_files(plain)
    monkeypatch.setattr(files, "write_atomic", code)
    assert "torn" in every_kill(prepared, tmp_path / "s", exports, after_export)


def compile_in_files(function: Callable) -> Callable:
    """Let the tracer take a function of this test for one of the watched module's."""
    function.__code__ = function.__code__.replace(co_filename=files.__file__)
    return function


def imports(office: Office, folder: Path) -> None:
    plan = office.incoming.plan(office.incoming.read(folder / "in.idb"))
    office.incoming.apply(plan, by="赵科长")


def after_import(folder: Path) -> str:
    def taken(office: Office) -> str:
        records = office.batches.batches(Direction.RECEIVED)
        count = office.items.count(ItemFilter())
        if not records:
            return "nothing" if count == 0 else "half"
        entries = office.batches.entries(records[0].id, Direction.RECEIVED)
        taken_in = [entry.status for entry in entries] == [EntryStatus.NEW] * 2
        return "whole" if taken_in and count == 2 else "half"

    return str(at_office(folder, taken))


@pytest.fixture
def receiving(prepared, tmp_path) -> Path:
    """Return a folder with an empty journal and a batch of two items."""
    at_office(prepared, lambda office: exports(office, prepared))
    known: list[Party] = []
    folder = tmp_path / "receiving"
    folder.mkdir()
    shutil.copy(next(prepared.glob("*.idb")), folder / "in.idb")
    at_office(prepared, lambda office: known.append(office.stations.own()))
    at_office(
        folder, lambda office: office.stations.trust(known[0], fingerprint(known[0]), by="赵科长")
    )
    return folder


def test_a_killed_import_takes_the_whole_batch_in_or_none_of_it(receiving, tmp_path):
    found = set(every_kill(receiving, tmp_path / "s", imports, after_import))
    assert found == {"nothing", "whole"}


def test_the_kills_would_show_half_an_import(receiving, tmp_path, monkeypatch):
    monkeypatch.setattr(Journal, "atomic", lambda _self: nullcontext())
    assert "half" in every_kill(receiving, tmp_path / "s", imports, after_import)
