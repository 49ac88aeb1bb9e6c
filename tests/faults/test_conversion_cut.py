"""Turning encryption on or off, cut short at any step: the journal opens and lacks nothing.

Each step is tried with a kill, and, where the tester is root on Linux, with a real power cut of an
ext4 file system. The short form tries every ``INFODESK_CUT_EVERY``-th step and the last ones, among
which the new file takes its place; 1 is the long form. The careless orders must be seen to fail.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import infodesk
from infodesk.core.errors import InfodeskError
from infodesk.storage import key_slots, keychain, leftovers
from infodesk.storage.database import open_journal
from infodesk.storage.settings_store import SettingsStore
from tests.faults import converter, power

CONVERTER = Path(converter.__file__)
CUT_EVERY = int(os.environ.get("INFODESK_CUT_EVERY", "40"))
LAST = 24
"""Steps at the end that are always tried."""

NEVER = 1_000_000
TEXTS = [f"西关镇积水点{number}已消除" for number in range(40)]


@pytest.fixture(autouse=True)
def nothing_unlocked(monkeypatch):
    monkeypatch.setattr(keychain, "_keys", {})
    monkeypatch.setattr(key_slots, "COST", key_slots.Cost(memory_kib=32, passes=1))


def start_state(folder, clock, *, is_encrypted):
    """Make a journal as a crash leaves it: what was acknowledged last is in its log only."""
    folder.mkdir()
    path = folder / "journal.infodesk"
    open_journal(path, clock=clock).close()
    if is_encrypted:
        converter.on(path)
        keychain.keep(converter.KEY)
    journal = open_journal(path, clock=clock)
    settings = SettingsStore(journal)
    for number, text in enumerate(TEXTS):
        settings.set(f"text {number:02}", text)
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}
    files.pop("journal.infodesk-shm", None)
    assert len(files["journal.infodesk-wal"]) > 4096
    journal.close()
    shutil.rmtree(folder)
    return files


def faults(path, clock):
    """Open what is on the disk, as the clerk would; return what is wrong with it."""
    keychain._keys.clear()
    try:
        with path.open("rb") as stream:
            if stream.read(8) == b"infodesk":
                keychain.keep(key_slots.unlock(path, converter.PASSPHRASE))
        journal = open_journal(path, clock=clock)
        try:
            texts = journal.query("SELECT value FROM settings WHERE key LIKE 'text %' ORDER BY key")
            whole = journal.query("PRAGMA integrity_check") == [("ok",)]
        finally:
            journal.close()
    except InfodeskError as error:
        return f"does not open: {error}"
    if not whole or texts != [(text,) for text in TEXTS]:
        return "lost"
    beside = {file.name for file in path.parent.iterdir()} - {path.name, f"{path.name}.keys"}
    beside -= {name for name in beside if name.endswith((".lock", "lost+found"))}
    left = {name for name in beside if name.startswith(f".{path.name}")}
    return f"left behind: {left}" if left or not leftovers.is_clear(path) else ""


class Killing:
    """Kills the program."""

    def __init__(self, folder):
        self.folder = folder

    def lay(self, files):
        """Put the files of a start state into the folder, nothing else."""
        for file in self.folder.iterdir():
            if file.is_file():
                file.unlink()
        for name, data in files.items():
            (self.folder / name).write_bytes(data)

    def words(self, step):
        """Return what the converter is told."""
        return str(step)

    def restore(self):
        """Come up again."""


class PowerCut(Killing):
    """Takes the power from a file system of its own."""

    def __init__(self, disk):
        super().__init__(disk.root)
        self.disk = disk

    def lay(self, files):
        super().lay(files)
        os.sync()

    def words(self, step):
        return f"{step} {self.folder}"

    def restore(self):
        self.disk.plug_in()


@contextmanager
def power_cuts(_folder):
    with power.disk() as disk:
        yield PowerCut(disk)


@contextmanager
def kills(folder):
    inside = folder / "inside"
    inside.mkdir()
    yield Killing(inside)


WAYS = {"kill": kills, **({"power": power_cuts} if power.is_possible() else {})}


@contextmanager
def converting(way, files, order):
    """Give a function that works until a step and returns what the converter answered."""
    path = way.folder / "journal.infodesk"
    root = str(Path(infodesk.__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, str(CONVERTER), str(path), order],
        env=os.environ | {"PYTHONPATH": root},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:

        def until(step):
            way.lay(files)
            program.stdin.write(f"{way.words(step)}\n")
            program.stdin.flush()
            answer = program.stdout.readline().split()
            if answer == ["cut"]:
                way.restore()
            return answer

        yield until
        program.stdin.close()


def steps_of(until):
    """Return how many steps the whole work takes."""
    said, count = until(NEVER)
    assert said == "ended"
    return int(count)


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("order", ["on", "off"])
def test_at_every_step_the_journal_opens_and_lacks_nothing(tmp_path, clock, order, name):
    files = start_state(tmp_path / "start", clock, is_encrypted=order == "off")
    forms = set()
    with WAYS[name](tmp_path) as way, converting(way, files, order) as until:
        path = way.folder / "journal.infodesk"
        count = steps_of(until)
        assert faults(path, clock) == ""
        assert count > 100
        # Another place to begin each time, so that in the long run each step has its turn.
        often = range(secrets.randbelow(CUT_EVERY), count, CUT_EVERY)
        for step in sorted({*often, *range(count - LAST, count)}):
            assert until(step) == ["cut"]
            forms.add(path.read_bytes()[:8])
            assert faults(path, clock) == "", f"{order}, {name} at step {step}"
    assert forms == {b"SQLite f", b"infodesk"}


@pytest.mark.parametrize("order", ["keys_last", "keys_first", "log_left", "in_place"])
def test_a_careless_order_is_seen_to_fail(tmp_path, clock, order):
    files = start_state(tmp_path / "start", clock, is_encrypted=order == "keys_first")
    with kills(tmp_path) as way, converting(way, files, order) as until:
        path = way.folder / "journal.infodesk"
        last = steps_of(until)
        found = [faults(path, clock)]
        for step in range(last - 1, last - 2 * LAST, -1):
            if any(found):
                break
            until(step)
            found.append(faults(path, clock))
    assert any(found), order
