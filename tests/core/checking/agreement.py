"""Compares two readers' labels; ``python -m tests.core.checking.agreement`` prints the figures.

The second reader labels the same sentences, blind, in a file ``set_x.second.jsonl``: an object a
line with the item's ``id``, its ``labels`` sentence by sentence, and the elements.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from tests.core.checking.scorer import DATA, Tally, items

CLASSES = {"situation": "S", "measures": "M", "progress": "P"}
EXACT = ("deaths", "injured", "source", "cause")
Item = Mapping[str, Any]


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Return Cohen's kappa of the pairs of answers; 1.0 when both always say the same one thing."""
    if not pairs:
        return 1.0
    total = len(pairs)
    same = sum(first == second for first, second in pairs) / total
    left = Counter(first for first, _ in pairs)
    right = Counter(second for _, second in pairs)
    chance = sum(left[answer] * right[answer] for answer in left) / total**2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def letters(label: str) -> set[str]:
    """Return the marks of a label: ``MPw`` is M and Pw."""
    return set(re.findall("Mc|Pw|S|M|P", label))


def state(labels: Iterable[str], full: str) -> str:
    """Return full, weak or missing, as the labels of an item's sentences have it.

    Args:
        labels: the sentences' labels.
        full: M for measures, P for progress.
    """
    weak = {"M": "Mc", "P": "Pw"}[full]
    marks = {mark for label in labels for mark in letters(label)}
    return "full" if full in marks else "weak" if weak in marks else "missing"


def pairs_of(name: str) -> list[tuple[Item, Item]]:
    """Return each item of a set as the first reader and as the second reader labelled it."""
    first = {item["id"]: item for item in items(f"{name}.jsonl")}
    lines = (DATA / f"{name}.second.jsonl").read_text(encoding="utf-8").splitlines()
    return [(first[item["id"]], item) for item in map(json.loads, lines)]


def figures(pairs: Sequence[tuple[Item, Item]]) -> dict[str, float]:
    """Return how far two readers agree: kappa of the states, F1 of sentences, shares of elements.

    Args:
        pairs: the same item by both readers; the first one has ``sentences`` and ``text``.
    """
    result: dict[str, float] = {}
    for part, full in (("measures", "M"), ("progress", "P")):
        states = [
            (state((label for label, _ in first["sentences"]), full), state(second["labels"], full))
            for first, second in pairs
        ]
        result[f"kappa {part}, three ways"] = kappa(states)
        missing = [(left == "missing", right == "missing") for left, right in states]
        result[f"kappa {part} missing"] = kappa(missing)
    for part, letter in CLASSES.items():
        tally = Tally()
        for first, second in pairs:
            for (label, _), other in zip(first["sentences"], second["labels"], strict=True):
                tally.decide(letter in other, letter in label)
        result[f"F1 sentences of {part}"] = tally.f1
    for name in ("time", "place"):
        result[f"overlap {name}"] = _share(
            _meet(first["text"], first[name], second[name]) for first, second in pairs
        )
    for name in EXACT:
        result[f"same {name}"] = _share(first[name] == second[name] for first, second in pairs)
    return result


def differences(pairs: Sequence[tuple[Item, Item]]) -> list[str]:
    """Return in words where the two readers differ, to be read again one by one."""
    found = []
    for first, second in pairs:
        for (label, text), other in zip(first["sentences"], second["labels"], strict=True):
            if letters(label) != letters(other):
                found.append(f"{first['id']}: {label or '-'} / {other or '-'}: {text.strip()}")
        unlike = [n for n in ("time", "place") if not _meet(first["text"], first[n], second[n])]
        unlike += [name for name in EXACT if first[name] != second[name]]
        found += [f"{first['id']}: {name} {first[name]} / {second[name]}" for name in unlike]
    return found


def _share(answers: Iterable[bool]) -> float:
    listed = list(answers)
    return sum(listed) / len(listed)


def _meet(text: str, first: Sequence[str], second: Sequence[str]) -> bool:
    if not first or not second:
        return not first and not second
    return any(
        text.index(left) < text.index(right) + len(right)
        and text.index(right) < text.index(left) + len(left)
        for left in first
        for right in second
    )


if __name__ == "__main__":
    for file in sorted(DATA.glob("set_?.second.jsonl")):
        compared = pairs_of(file.name.removesuffix(".second.jsonl"))
        print(file.name, *differences(compared), sep="\n")
        for measure, value in figures(compared).items():
            print(f"{measure:32} {value:.3f}")
