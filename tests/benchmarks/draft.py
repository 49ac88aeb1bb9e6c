"""Saving a draft durably, against appending the same bytes to a file and flushing it."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from infodesk import paths
from infodesk.core.items import Content, Section
from infodesk.workspace import Workspace, read_file
from tests.benchmarks.measure import Bar, alternated, report

BARS = [Bar("draft saved", "append and flush", 1.2)]
SAVES = 40


def run(folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    text, _ = read_file(paths.resources() / "samples" / "01-huapo.txt")
    with Workspace(folder / "draft.infodesk") as desk, (folder / "raw").open("ab") as raw:
        item = desk.items.add(text)
        rev = item.rev
        typed = 0

        def next_text() -> Content:
            nonlocal typed
            typed += 1
            body = Section(text.sections[0].key, f"{text.body}{typed:06}")
            return Content(text.title, (body, *text.sections[1:]))

        def save() -> Mapping[str, float]:
            nonlocal rev
            took = 0.0
            for content in [next_text() for _ in range(SAVES)]:
                began = time.perf_counter()
                rev = desk.items.autosave(item.id, content, rev)
                took += time.perf_counter() - began
            return {"draft saved": took / SAVES}

        def append() -> Mapping[str, float]:
            took = 0.0
            for data in [next_text().canonical().encode() for _ in range(SAVES)]:
                began = time.perf_counter()
                raw.write(data)
                raw.flush()
                os.fsync(raw.fileno())
                took += time.perf_counter() - began
            return {"append and flush": took / SAVES}

        least = alternated({"append": append, "save": save}, rounds)
    return report(least, BARS)
