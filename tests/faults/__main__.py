"""``python -m tests.faults --kills N --cuts N --simulated N --flips N``: the table of a release.

Each line says how often the program was stopped, what it had acknowledged until then, and what of
that was lost. The controls save carelessly: where they lose nothing, the test itself is broken.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults import flips, power, recording, simulated
from tests.faults.clerks import inbox, kills

ACTS = ("drafts", "versions", "issues", "exports", "imports", "backups", "journal-exports")

CONTROL_SHARE, LEAST = 10, 300
"""A control is run a tenth as often, but so often at least."""

NUMBERS = 30
OFTEN = 12


class Table:
    """Prints its lines as they are measured."""

    def __init__(self):
        self.is_kept = True

    def line(self, what, count, acknowledged, losses, *, control=False):
        found = ", ".join(f"{name} {times}" for name, times in sorted(losses.items())) or "none"
        self.is_kept &= bool(losses) == control
        kind = f"{what} (control)" if control else what
        print(f"| {kind} | {count:,} | {acknowledged} | {found} |", flush=True)


def told(rounds):
    """Return what was acknowledged in rounds of clerks, and how often what was lost."""
    acknowledged, losses = Counter(), Counter()
    for given, found in rounds:
        acknowledged.update({what: given[what] for what in ACTS})
        losses.update(found)
    words = ", ".join(f"{count:,} {what}" for what, count in acknowledged.items())
    return words, losses


def run_kills(table, count, seed, folder):
    table.line("kill -9", count, *told(kills(folder / "kills", "whole", count, seed)))
    few = max(count // CONTROL_SHARE, LEAST)
    for how, words in (("early", "told before kept"), ("apart", "acts not bound")):
        rounds = kills(folder / how, how, few, seed)
        table.line(f"kill -9, {words}", few, *told(rounds), control=True)


def run_cuts(table, count, seed):
    if not power.is_possible():
        print("| power cut of ext4 | not possible here: needs root and a loop device | | |")
        return
    table.line("power cut of ext4", count, *told(power.cuts("whole", count, seed)))
    few = max(count // CONTROL_SHARE, LEAST)
    for how, words in (
        ("normal", "WAL + NORMAL"),
        ("delete", "DELETE + FULL"),
        ("plain", "open().write() of files"),
    ):
        rounds = power.cuts(how, few, seed)
        table.line(f"power cut of ext4, {words}", few, *told(rounds), control=True)


def run_simulated(table, count, seed, folder):
    work = folder / "recorded"
    work.mkdir()
    recorded = recording.record(work, NUMBERS, inbox(folder / "batches"))
    for checkpoint in (None, OFTEN):
        played = simulated.play(recorded, "whole", checkpoint)
        losses = Counter(filter(None, simulated.cuts(played, count // 2, seed)))
        pages = f", log folded in every {checkpoint} pages" if checkpoint else ""
        words = f"{len(played.states)} states in {len(played.calls):,} calls to the disk"
        table.line(f"simulated power cut{pages}", count // 2, words, losses)
    few = max(count // CONTROL_SHARE, LEAST)
    for way, name in (("normal", "WAL + NORMAL"), ("delete", "DELETE + FULL")):
        played = simulated.play(recorded, way)
        losses = Counter(filter(None, simulated.cuts(played, few, seed)))
        words = f"{len(played.states)} states"
        table.line(f"simulated power cut, {name}", few, words, losses, control=True)


def run_flips(table, count, seed, folder):
    made = flips.journals(folder / "flips", inbox(folder / "flip-batches"))
    for name, path in made.items():
        seen = flips.flips(path, count, seed)
        words = f"{seen[flips.REPORTED]} reported, {seen[flips.HARMLESS]} change nothing"
        losses = Counter({flips.UNSEEN: seen[flips.UNSEEN]}) if seen[flips.UNSEEN] else Counter()
        table.line(f"bit flip, {name} journal", count, words, losses)


def main():
    """Run what was asked for; return 1 where something was lost, or a control lost nothing."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    for name, usual in (("kills", 10_000), ("cuts", 2_000), ("simulated", 20_000), ("flips", 600)):
        parser.add_argument(f"--{name}", type=int, default=usual, metavar="N")
    parser.add_argument("--seed", type=int, default=secrets.randbits(32))
    given = parser.parse_args()
    print(f"seed {given.seed}\n")
    print("| fault | times | acknowledged or seen | lost |\n| --- | --- | --- | --- |", flush=True)
    table = Table()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.simulated:
            run_simulated(table, given.simulated, given.seed, folder)
        if given.flips:
            run_flips(table, given.flips, given.seed, folder)
        if given.cuts:
            run_cuts(table, given.cuts, given.seed)
        if given.kills:
            run_kills(table, given.kills, given.seed, folder)
    print(f"\n{time.monotonic() - started:.0f} s; {'kept' if table.is_kept else 'BROKEN'}")
    return 0 if table.is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
