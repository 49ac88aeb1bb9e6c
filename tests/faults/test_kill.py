"""Killed at any moment, the program has kept whatever it had said to be saved.

The short form is run with the other tests; ``INFODESK_KILLS=10000`` makes it the long one, and
``INFODESK_SEED`` repeats a run's delays. The controls save carelessly and must be seen to lose.
"""

from __future__ import annotations

import importlib.util
import os
import random
import secrets
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

import infodesk
from infodesk.core.bulletins import IssueState
from infodesk.core.items import ItemFilter, ItemState

SAVER = Path(__file__).with_name("saver.py")
KILLS = int(os.environ.get("INFODESK_KILLS", "100"))
SEED = int(os.environ.get("INFODESK_SEED", secrets.randbits(32)))
MEAN_SECONDS = 0.012
"""Mean time a clerk writes before the kill; her saves take about a tenth of it."""

JOURNAL_KILLS = 100
"""Kills one journal sees: each is followed by a check of everything it holds."""


def load_saver():
    spec = importlib.util.spec_from_file_location("infodesk_saver", SAVER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


saver = load_saver()


class Clerks:
    """The program whose clerks are killed; it is started anew where it is killed itself."""

    def __init__(self, path, how):
        self.command = [sys.executable, str(SAVER), str(path), how]
        root = str(Path(infodesk.__file__).parents[1])
        self.environment = os.environ | {"PYTHONPATH": root}
        self.program = None

    def killed_after(self, seconds):
        """Let a clerk write, kill her, and return the last number told of each thing."""
        if self.program is None or self.program.poll() is not None:
            self.close()
            self.program = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        self.program.stdin.write("next\n")
        self.program.stdin.flush()
        told = Counter()
        killer = None
        for line in self.program.stdout:
            what, number = line.split()
            if what == "gone":
                break
            told[what] = max(told[what], int(number))
            if told["pid"] and "ready" in told and killer is None:
                killer = threading.Timer(seconds, kill, [told["pid"]])
                killer.start()
        assert killer is not None, "the clerk never began"
        killer.join()
        return told

    def close(self):
        if self.program is not None:
            self.program.stdin.close()
            self.program.wait()
            self.program.stdout.close()
            self.program = None


def kill(pid):
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def faults(path, told):
    """Open the journal after a kill; return what it lost or left half done."""
    office = saver.Office(path)
    try:
        item = office.items.get("1")
        number = int(item.content.title)
        versions = office.items.revisions(item.id)
        issues = office.bulletins.issues()
        signed = [issue for issue in issues if issue.state is IssueState.SIGNED]
        printed = office.items.count(ItemFilter(states=frozenset({ItemState.ISSUED})))
        check = office.journal.row("PRAGMA quick_check(1)")
        found = {
            "draft lost": number < told["draft"],
            "draft torn": item.content != saver.text(number),
            "version lost": len(versions) < told["version"],
            "version torn": any(v.content.sha256() != v.sha256 for v in versions),
            "issue lost": len(signed) < told["issue"],
            "issue torn": printed != len(signed)
            or [issue.number for issue in signed] != list(range(len(signed), 0, -1))
            or office.bulletins.get_series("x").next_number != len(signed) + 1,
            "journal damaged": check != ("ok",),
        }
    finally:
        office.journal.close()
    return sorted(name for name, is_so in found.items() if is_so)


def founded(folder):
    """Return a new journal in a folder, ready for the clerks."""
    folder.mkdir()
    path = folder / "journal.infodesk"
    office = saver.Office(path)
    office.found()
    office.journal.close()
    return path


def rounds(folder, how, kills):
    """Kill clerks; yield what each of them had been told and what was lost of it."""
    delays = random.Random(SEED)
    for start in range(0, kills, JOURNAL_KILLS):
        path = founded(folder / str(start))
        clerks = Clerks(path, how)
        try:
            for _ in range(min(JOURNAL_KILLS, kills - start)):
                told = clerks.killed_after(delays.expovariate(1 / MEAN_SECONDS))
                yield told, faults(path, told)
        finally:
            clerks.close()


def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path):
    acknowledged = Counter()
    for told, found in rounds(tmp_path, "whole", KILLS):
        assert not found, f"{found}, told {told}, INFODESK_SEED={SEED}"
        acknowledged += told
    del acknowledged["pid"]
    assert acknowledged["draft"] > KILLS, f"killed before anything was saved: {acknowledged}"


@pytest.mark.parametrize(("how", "loss"), [("early", "draft lost"), ("apart", "draft torn")])
def test_careless_saving_is_seen_to_lose(tmp_path, how, loss):
    losses = rounds(tmp_path, how, 1000)
    assert any(loss in found for _, found in losses), f"INFODESK_SEED={SEED}"
    losses.close()
