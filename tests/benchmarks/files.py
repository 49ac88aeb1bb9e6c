"""Texts through the whole way, time per step: a folder of them, or the fictional ones."""

from __future__ import annotations

import tempfile
from pathlib import Path

from infodesk import paths
from tests.benchmarks.measure import alternated
from tests.whole_way import Outcome
from tests.whole_way import run as send_through

OWN = 30


def _own_texts(folder: Path) -> list[Path]:
    """Write thirty texts: the samples in turn, each with a title and a text of its own."""
    samples = sorted((paths.resources() / "samples").glob("*.txt"))
    made = []
    for number in range(OWN):
        title, _, body = samples[number % len(samples)].read_text("utf-8").partition("\n")
        path = folder / f"{number + 1:02}.txt"
        path.write_text(f"{title}（{number + 1}）\n{body}", "utf-8")
        made.append(path)
    return made


def run(texts: Path | None, folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether every text came through unchanged."""
    files = sorted(texts.glob("*.txt")) if texts else _own_texts(folder)
    outcomes: list[Outcome] = []

    def once() -> dict[str, float]:
        with tempfile.TemporaryDirectory(dir=folder) as own:
            outcomes.append(send_through(files, Path(own)))
        return outcomes[-1].seconds

    least = alternated({"way": once}, rounds)
    for step, seconds in least.items():
        print(f"{step:28} {seconds * 1000:9.1f} ms  {seconds * 1000 / len(files):8.2f} ms a file")
    faults = [fault for outcome in outcomes for fault in outcome.faults]
    print(
        *faults, f"{len(files)} files, {outcomes[-1].pages} pages, {len(faults)} faults", sep="\n"
    )
    return not faults
