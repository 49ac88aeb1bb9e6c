"""Trains the reader; ``python -m tests.core.checking.train`` writes ``rules/reader.toml`` anew.

It learns from fictional texts only: ``tests/data/checker/training/*.txt`` and the ``dev`` texts of
the labelled sets; the held ones stay unread. ``--cross`` trains on four fifths of the texts at a
time and prints how well the fifth is read, so that nothing is measured by what it learned from.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from infodesk import paths
from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.reader import CLASSES, odds_of, softplus
from infodesk.core.checking.signs import signs
from tests.core.checking import scorer

TEXTS = scorer.DATA / "training"
SETS = (
    ("labelled.jsonl", None),
    ("second.jsonl", None),
    ("set_a.jsonl", "dev"),
    ("set_b.jsonl", "dev"),
)
PASSES = 14
RATE = 0.25
SHRINK = 2.0
"""How strongly weights are held down: the reader shall not learn texts by heart."""
LEAST_TEXTS = 2
"""Sentences a sign must stand in before it gets a weight."""
LEAST_WEIGHT = 6
THRESHOLDS = (-0.6, 0.2, -0.2, -0.2)
"""Log odds from which on a sentence tells a class: near the best F1 of every file when crossed."""
JOINED = 0.45
"""Share of sentences that are joined to the next in a second copy of each text."""
MOST_JOINED = 3
SCALE = 100

Labelled = list[tuple[str, str]]
"""A text: (labels, sentence) in order."""

Read = list[tuple[list[set[str]], tuple[bool, ...]]]
"""A text as the reader gets it: by sentence, the signs of its clauses, and what is wanted."""


@dataclass
class Example:
    """A sentence as the trainer sees it: the signs of its clauses, by number, and its classes."""

    clauses: list[list[int]]
    wanted: tuple[bool, ...]


@dataclass
class Model:
    """Weights by class and sign while they are learned."""

    names: dict[str, int]
    weights: list[list[float]] = field(default_factory=list)
    biases: list[float] = field(default_factory=list)


def texts_of(path: Path) -> Iterator[Labelled]:
    """Yield the texts of a training file: a line a sentence, its labels before it."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split(" ", 1) for line in block.splitlines() if line.strip()]
        if lines:
            yield [(labels, sentence) for labels, sentence in lines]


def every_text() -> list[tuple[str, Labelled]]:
    """Return (file, text) of all texts that may be learned from."""
    found = [(path.name, text) for path in sorted(TEXTS.glob("*.txt")) for text in texts_of(path)]
    for name, part in SETS:
        for item in scorer.items(name, part):
            labelled = [(labels, sentence.strip()) for labels, sentence in item["sentences"]]
            found.append((name, [pair for pair in labelled if pair[0]]))
    return found


def wanted(labels: str) -> tuple[bool, ...]:
    """Return what a sentence of these labels tells, in the order of the reader's classes."""
    progress = "P" in labels
    return ("M" in labels, progress, progress and "w" not in labels, "S" in labels)


def read_signs(texts: Iterable[Labelled]) -> list[Read]:
    """Return, by text and sentence, the signs of each clause and what is wanted."""
    _, context = scorer.tools()
    lexicon = context.lexicon
    return [
        [
            (list(signs(sentence, Marked(sentence, lexicon), lexicon)), wanted(labels))
            for labels, sentence in text
        ]
        for text in texts
    ]


def joined(text: Labelled, choose: random.Random) -> Labelled:
    """Return a text some of whose neighbours are one long sentence, as news agencies write."""
    found: Labelled = []
    place = 0
    while place < len(text):
        many = 1
        while many < MOST_JOINED and place + many < len(text) and choose.random() < JOINED:
            many += 1
        part = text[place : place + many]
        labels = "".join(letter for letter in "SMP" if any(letter in given for given, _ in part))
        if "P" in labels and all("P" not in given or "w" in given for given, _ in part):
            labels += "w"
        head = [sentence.rstrip("。！？") for _, sentence in part[:-1]]
        found.append((labels, "，".join([*head, part[-1][1]])))
        place += many
    return found


def learn(sentences: Sequence[tuple[list[set[str]], tuple[bool, ...]]], seed: int = 5) -> Model:
    """Learn weights by gradient steps, one sentence at a time (AdaGrad, noisy-or over clauses)."""
    seen = Counter(sign for clauses, _ in sentences for sign in set().union(*clauses))
    names = {
        sign: number
        for number, sign in enumerate(sorted(s for s, n in seen.items() if n >= LEAST_TEXTS))
    }
    often = Counter(names[s] for clauses, _ in sentences for c in clauses for s in c if s in names)
    examples = [
        Example([[names[s] for s in sorted(clause) if s in names] for clause in clauses], goal)
        for clauses, goal in sentences
    ]
    model = Model(names)
    for number in range(len(CLASSES)):
        weights, bias = _learn_class(examples, number, often, len(names), seed)
        model.weights.append(weights)
        model.biases.append(bias)
    return model


def _learn_class(
    examples: Sequence[Example], number: int, often: Counter[int], many: int, seed: int
) -> tuple[list[float], float]:
    weights, squares = [0.0] * many, [1e-2] * many
    shrink = [SHRINK / max(1, often[sign]) for sign in range(many)]
    bias, bias_squares = -2.0, 1.0
    order = list(range(len(examples)))
    shuffle = random.Random(seed).shuffle
    for _ in range(PASSES):
        shuffle(order)
        for place in order:
            example = examples[place]
            scores = [bias + sum(map(weights.__getitem__, clause)) for clause in example.clauses]
            denied = -sum(map(softplus, scores))
            goal = example.wanted[number]
            factor = -math.exp(denied) / max(-math.expm1(denied), 1e-9) if goal else 1.0
            for score, clause in zip(scores, example.clauses, strict=True):
                slope = factor / (1 + math.exp(-max(min(score, 30.0), -30.0)))
                if abs(slope) < 1e-4:
                    continue
                bias_squares += slope * slope
                bias -= RATE * slope / math.sqrt(bias_squares)
                for sign in clause:
                    step = slope + shrink[sign] * weights[sign]
                    squares[sign] += step * step
                    weights[sign] -= RATE * step / math.sqrt(squares[sign])
    return weights, bias


def log_odds(model: Model, clauses: Sequence[set[str]]) -> list[float]:
    """Return the log odds of each class for a sentence of these clauses."""
    known = [[model.names[s] for s in clause if s in model.names] for clause in clauses]
    return [
        odds_of(-sum(softplus(bias + sum(weights[s] for s in clause)) for clause in known))
        for weights, bias in zip(model.weights, model.biases, strict=True)
    ]


def _f1(found: Sequence[bool], goal: Sequence[bool]) -> float:
    tally = scorer.Tally()
    for one, other in zip(found, goal, strict=True):
        tally.decide(one, other)
    return tally.f1


def cross(texts: Sequence[tuple[str, Labelled]], folds: int = 5) -> None:
    """Print, by file, F1 of every class as read by a model that did not see the text."""
    read, long = _both(texts)
    order = list(range(len(texts)))
    random.Random(1).shuffle(order)
    odds: dict[int, list[list[float]]] = {}
    for fold in range(folds):
        left_out = set(order[fold::folds])
        kept = [number for number in order if number not in left_out]
        model = learn([s for n in kept for s in (*read[n], *long[n])])
        for number in left_out:
            odds[number] = [log_odds(model, clauses) for clauses, _ in read[number]]
    for name in dict.fromkeys(name for name, _ in texts):
        numbers = [n for n, (file, _) in enumerate(texts) if file == name]
        goals = [goal for n in numbers for _, goal in read[n]]
        mine = [o for n in numbers for o in odds[n]]
        shown = (
            f"{c} {_f1([o[i] > THRESHOLDS[i] for o in mine], [g[i] for g in goals]):.3f}"
            for i, c in enumerate(CLASSES)
        )
        print(f"{name:18} {len(goals):5} ", "  ".join(shown))


def _both(texts: Sequence[tuple[str, Labelled]]) -> tuple[list[Read], list[Read]]:
    """Return the texts as they are and with sentences joined, both as signs."""
    choose = random.Random(3)
    plain = [text for _, text in texts]
    return read_signs(plain), read_signs([joined(text, choose) for text in plain])


def as_toml(model: Model) -> str:
    """Return the model as the table the lexicon reads."""
    lines = []
    for sign, number in model.names.items():
        numbers = [round(weights[number] * SCALE) for weights in model.weights]
        if max(map(abs, numbers)) >= LEAST_WEIGHT and not set(sign) & set("\t'\n\r"):
            lines.append("\t".join([sign, *map(str, numbers)]))
    head = (
        "# Made by `python -m tests.core.checking.train` from fictional texts.\n"
        "# A line: a sign of a clause, then its weights for measures, progress, progress in full,\n"
        "# situation.\n"
        "[reader]\n"
        f"scale = {SCALE}\nbiases = {[round(bias * SCALE) for bias in model.biases]}\n"
        f"thresholds = {list(THRESHOLDS)}\n"
    )
    return head + "weights = '''\n" + "\n".join(lines) + "\n'''\n"


def main() -> None:
    """Train, or measure by crossing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="only measure, write nothing")
    chosen = parser.parse_args()
    texts = every_text()
    print(len(texts), "texts", sum(len(text) for _, text in texts), "sentences")
    if chosen.cross:
        cross(texts)
        return
    read, long = _both(texts)
    model = learn([sentence for text in (*read, *long) for sentence in text])
    target = paths.resources() / "rules" / "reader.toml"
    target.write_text(as_toml(model), encoding="utf-8", newline="\n")
    print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
