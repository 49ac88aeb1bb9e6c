"""Scores the checker on labelled texts; run ``python -m tests.core.checking.scorer`` to read them.

The measures are those the judging uses: flags (section missing), progress three ways, sentences,
time and place by overlap, deaths and injured exact, cause, source.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from infodesk import paths
from infodesk.core.checking.check import check_text
from infodesk.core.checking.context import Context
from infodesk.core.checking.findings import Fullness, Report, SentenceClass, Span
from infodesk.core.checking.lexicon import lexicon_from
from infodesk.core.profiles import Profile, profile_from

READ = (
    ("labelled.jsonl", None),
    ("second.jsonl", None),
    ("set_a.jsonl", "dev"),
    ("set_b.jsonl", "dev"),
)
"""What is shown for reading: never the texts that are held back."""
HELD = (("set_a.jsonl", "held"), ("set_b.jsonl", "held"))
"""What is only scored: the reader never learned from them."""

DATA = Path(__file__).resolve().parents[2] / "data" / "checker"
_CLASSES = {
    "S": SentenceClass.SITUATION,
    "M": SentenceClass.MEASURES,
    "P": SentenceClass.PROGRESS,
}


@dataclass
class Tally:
    """Right and wrong decisions of one kind."""

    hit: int = 0
    false_alarm: int = 0
    miss: int = 0
    right: int = 0
    asked: int = 0

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false_alarm or 1)

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.miss or 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)

    @property
    def accuracy(self) -> float:
        return self.right / (self.asked or 1)

    def decide(self, found: bool, labelled: bool) -> None:
        self.hit += found and labelled
        self.false_alarm += found and not labelled
        self.miss += labelled and not found

    def answer(self, right: bool) -> None:
        self.asked += 1
        self.right += right


@dataclass
class Scores:
    """Every tally by name, and what was wrong, for reading."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def of(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())


def items(name: str = "labelled.jsonl", part: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the labelled items, each with its ``text`` put together.

    Args:
        name: the file in ``tests/data/checker``.
        part: only those of this ``set``, ``dev`` or ``held``; None for all.
    """
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if part is not None and item["set"] != part:
            continue
        item["text"] = "".join(sentence for _, sentence in item["sentences"])
        yield item


def tools(without: str = "") -> tuple[Profile, Context]:
    """Return the default profile and a context as the program has them.

    Args:
        without: a file of rules that is left out, as the reader's by who teaches it.
    """
    resources = paths.resources()
    tables = [
        tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted((resources / "rules").glob("*.toml"))
        if file.name != without
    ]
    profile = tomllib.loads((resources / "profiles" / "event.toml").read_text(encoding="utf-8"))
    return profile_from(profile), Context(lexicon_from(*tables))


def scores(labelled: Iterable[Mapping[str, Any]]) -> Scores:
    """Check every labelled item and compare."""
    profile, context = tools()
    result = Scores()
    for item in labelled:
        report = check_text(item["text"], profile, context)
        _score_sentences(result, item, report)
        _score_parts(result, item, report)
        _score_elements(result, item, report)
    return result


def _score_sentences(result: Scores, item: Mapping[str, Any], report: Report) -> None:
    start = 0
    for labels, text in item["sentences"]:
        end = start + len(text)
        for letter, wanted in _CLASSES.items():
            overlap = sum(
                max(0, min(end, sentence.span.end) - max(start, sentence.span.start))
                for sentence in report.sentences
                if wanted in sentence.classes
            )
            found = overlap * 2 > len(text)
            result.of(f"sentence {wanted.value}").decide(found, letter in labels)
            if found != (letter in labels) and letter != "S":
                word = "too many" if found else "missed"
                result.faults.append(f"{item['id']}: {wanted.value} {word}: {text}")
        start = end


def _score_parts(result: Scores, item: Mapping[str, Any], report: Report) -> None:
    for part in ("measures", "progress"):
        state = report.parts[part].state
        flag = result.of(f"flag {part} missing")
        flag.decide(state is Fullness.MISSING, item[part] == "missing")
        result.of(f"state {part}").answer(state.value == item[part])
        if state.value != item[part]:
            result.faults.append(f"{item['id']}: {part} is {item[part]}, found {state.value}")


def _score_elements(result: Scores, item: Mapping[str, Any], report: Report) -> None:
    elements = report.elements
    for name, found in (
        ("time", (*elements.time, *elements.further_times)),
        ("place", (*elements.place, *elements.further_places)),
    ):
        right = _overlaps(item["text"], item[name], found)
        result.of(name).answer(right)
        if right:
            result.of(f"{name} first").answer(_overlaps(item["text"], item[name], found[:1]))
        else:
            shown = [item["text"][span.start : span.end] for span in found]
            result.faults.append(f"{item['id']}: {name} is {item[name]}, found {shown}")
    for name, value in (
        ("deaths", elements.deaths),
        ("injured", elements.injured),
        ("source", elements.source),
        ("cause", elements.cause.value),
    ):
        result.of(name).answer(value == item[name])
        if value != item[name]:
            result.faults.append(f"{item['id']}: {name} is {item[name]}, found {value}")


def _overlaps(text: str, labelled: str | list[str] | None, found: tuple[Span, ...]) -> bool:
    wanted = [labelled] if isinstance(labelled, str) else labelled
    if not wanted:
        return not found
    stretches = [match.span() for span in wanted for match in re.finditer(re.escape(span), text)]
    return any(span.start < end and start < span.end for span in found for start, end in stretches)


def table(result: Scores) -> str:
    """Return the scores as lines of text."""
    lines = []
    for name, tally in sorted(result.tallies.items()):
        if tally.asked:
            lines.append(f"{name:24} accuracy {tally.accuracy:.3f}  ({tally.right}/{tally.asked})")
        else:
            lines.append(
                f"{name:24} precision {tally.precision:.3f}  recall {tally.recall:.3f}"
                f"  F1 {tally.f1:.3f}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="score the held texts, no faults shown")
    held = parser.parse_args().held
    for read, name in HELD if held else READ:
        outcome = scores(items(read, name))
        print(read, name or "", table(outcome), *([] if held else outcome.faults), "", sep="\n")
