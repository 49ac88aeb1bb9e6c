"""An encrypted journal against a plain one: saving a draft, opening."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from infodesk import encryption, paths
from infodesk.core.items import Content, Item, Section
from infodesk.workspace import Workspace, read_file
from tests.benchmarks.measure import Bar, alternated, report

BARS = [
    Bar("draft saved, encrypted", "draft saved, plain", 1.25),
    Bar("journal opened, encrypted", "journal opened, plain", 1.5),
]
SAVES = 40
ITEMS = 300
OPENINGS = 5


class _Clerk:
    """Writes in one journal."""

    def __init__(self, desk: Workspace, item: Item, text: Content) -> None:
        self._desk, self._item, self._text = desk, item, text
        self._rev = item.rev
        self._typed = 0

    def save(self) -> float:
        """Return the seconds a save takes, the mean of several."""
        took = 0.0
        for _ in range(SAVES):
            self._typed += 1
            first = self._text.sections[0]
            body = Section(first.key, f"{self._text.body}{self._typed:06}")
            content = Content(self._text.title, (body, *self._text.sections[1:]))
            began = time.perf_counter()
            self._rev = self._desk.items.autosave(self._item.id, content, self._rev)
            took += time.perf_counter() - began
        return took / SAVES


def run(folder: Path, rounds: int) -> bool:
    """Measure, print, and return whether the bars are kept."""
    text, _ = read_file(paths.resources() / "samples" / "01-huapo.txt")
    journals = {name: folder / f"{name}.infodesk" for name in ("plain", "encrypted")}
    for journal in journals.values():
        with Workspace(journal) as desk:
            for _ in range(ITEMS):
                desk.items.add(text)
    encryption.encrypt(journals["encrypted"], "a good passphrase")

    def opening(name: str) -> Callable[[], Mapping[str, float]]:
        def measure() -> Mapping[str, float]:
            began = time.perf_counter()
            for _ in range(OPENINGS):
                Workspace(journals[name]).close()
            return {f"journal opened, {name}": (time.perf_counter() - began) / OPENINGS}

        return measure

    least = alternated({name: opening(name) for name in journals}, rounds)
    desks = [Workspace(journal) for journal in journals.values()]
    try:
        clerks = {
            name: _Clerk(desk, desk.items.add(text), text)
            for name, desk in zip(journals, desks, strict=True)
        }

        def saving(name: str) -> Callable[[], Mapping[str, float]]:
            return lambda: {f"draft saved, {name}": clerks[name].save()}

        least |= alternated({name: saving(name) for name in journals}, rounds)
    finally:
        for desk in desks:
            desk.close()
    return report(least, BARS)
