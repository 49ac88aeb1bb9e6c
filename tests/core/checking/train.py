"""Trains the reader; ``python -m tests.core.checking.train`` writes ``rules/reader.toml`` anew.

It learns from fictional texts only, see ``texts``. The weights of the second look are learned from
texts read by readers that left them out. ``--cross`` prints how well texts are read by what never
learned from them, so that nothing is measured by what it learned from.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from operator import gt

import numpy as np

from infodesk import paths
from infodesk.core.checking.beside import beside_from
from infodesk.core.checking.reader import CLASSES, written
from tests.core.checking import scorer
from tests.core.checking.learning import Model, Odds, crossed, learn, learn_beside
from tests.core.checking.texts import HARD, HARD_COUNTS, READER, Read, every_text, plain_and_joined

THRESHOLDS = (-0.2, 0.8, -0.2, -0.2, -0.5, -0.9, -0.5)
"""Log odds from which on a sentence tells a class: near the best F1 of sentences and flags, and
the most causes told right."""
LEAST_WEIGHT = 7
"""Where no number of a row is larger, the sign is left out."""
SCALE = 32
FOLDS = 5
WHY = ("cause", "inquiry")
LEAST_SENTENCES = 3
"""Sentences from which on a text counts as one whose missing parts can be told."""


class Training:
    """The texts, each as it is and with sentences joined."""

    def __init__(self) -> None:
        self.texts = every_text()
        self.plain, self.long = plain_and_joined([text for _, text in self.texts])
        self.hard = {number for number, (file, _) in enumerate(self.texts) if file in HARD}

    def reader(self, numbers: Sequence[int]) -> Model:
        """Learn from the texts of these numbers."""
        twice = [number for number in numbers for _ in range(2)]
        weights = [HARD_COUNTS if number in self.hard else 1.0 for number in twice]
        texts = [text for n in numbers for text in (self.plain[n], self.long[n])]
        return learn(texts, weights)

    def unseen(self) -> list[Odds]:
        """Return the odds of all texts, by readers that left them out."""

        def learned(numbers: list[int]) -> Callable[[int], Odds]:
            model = self.reader(numbers)
            return lambda n: model.log_odds(self.plain[n])

        return crossed(len(self.plain), FOLDS, learned)

    def second_look(self, odds: list[Odds], numbers: Sequence[int]) -> list[list[float]]:
        """Learn the second look from the odds of the texts of these numbers, the hard left out."""
        learned = [n for n in numbers if n not in self.hard]
        return learn_beside([self.plain[n] for n in learned], [odds[n] for n in learned])


def told(odds: Odds) -> list[list[bool]]:
    """Return what the sentences of a text tell, by the thresholds alone."""
    return [list(map(gt, each, THRESHOLDS)) for each in odds]


def cross(training: Training) -> None:
    """Print, by file, F1 of every class, of the flags, and the share of right states."""
    odds = training.unseen()

    def learned(numbers: list[int]) -> Callable[[int], Odds]:
        beside = beside_from(dict(zip(CLASSES, training.second_look(odds, numbers), strict=True)))
        assert beside is not None
        return lambda n: beside.settled(odds[n], [seen.cues for seen in training.plain[n]])

    settled = crossed(len(odds), FOLDS, learned)
    files = [file for file, _ in training.texts]
    of_group = {"all": set(files), "hard": HARD, "not hard": set(files) - HARD}
    for name in (*dict.fromkeys(files), *of_group):
        chosen = [n for n, file in enumerate(files) if file in of_group.get(name, {name})]
        print(
            f"{name:18}", _line([training.plain[n] for n in chosen], [settled[n] for n in chosen])
        )


def _line(texts: Sequence[Read], odds: Sequence[Odds]) -> str:
    tallies = scorer.Scores()
    for text, each in zip(texts, odds, strict=True):
        found, goals = told(each), [seen.wanted for seen in text]
        for number, name in enumerate(CLASSES):
            for one, goal in zip(found, goals, strict=True):
                tallies.of(name).decide(one[number], goal[number])
        if len(text) < LEAST_SENTENCES:
            continue
        mine, wanted = _states(found), _states(goals)
        tallies.of("no measures").decide(not mine[0], not wanted[0])
        tallies.of("no progress").decide(not mine[1], not wanted[1])
        tallies.of("three ways").answer(mine[1:] == wanted[1:])
        tallies.of("causes").answer(_cause(found) == _cause(goals))
    return "  ".join(
        f"{name} {tally.accuracy if tally.asked else tally.f1:.3f}"
        for name, tally in tallies.tallies.items()
    )


def _cause(sentences: Sequence[Sequence[bool]]) -> str:
    named, left_open = (any(each[CLASSES.index(name)] for each in sentences) for name in WHY)
    return WHY[0] if named else WHY[1] if left_open else ""


def _states(sentences: Sequence[Sequence[bool]]) -> tuple[bool, bool, bool]:
    """Return whether a text has measures, progress, progress in full."""
    measures, progress, full = (any(each[number] for each in sentences) for number in range(3))
    return measures, progress or full, full


def as_toml(model: Model, beside: Sequence[Sequence[float]]) -> str:
    """Return the model as the table the lexicon reads."""
    lines = []
    rows = np.clip(np.rint(model.rows * SCALE), -128, 127).astype(int)
    for sign, number in model.names.items():
        if np.abs(rows[number]).max() >= LEAST_WEIGHT and not set(sign) & set("\t'\n\r"):
            lines.append(f"{sign}\t{written(rows[number].tolist())}")
    bias = np.rint(model.rows[0] * SCALE).astype(int).tolist()
    outputs = [[round(float(weight), 3) for weight in each] for each in model.outputs.T]
    head = (
        "# Made by `python -m tests.core.checking.train` from fictional texts. A line: a sign of\n"
        "# a clause and its row in base64, a byte a number, 128 for zero: first the sums that are\n"
        f"# weighed once more, then the scores of {', '.join(CLASSES)}.\n"
        "[reader]\n"
        f"scale = {SCALE}\nbias = {bias}\noutputs = {outputs}\n"
        f"thresholds = {list(THRESHOLDS)}\n"
    )
    second = (
        "\n# The second look: by class, the bias and then the weights.\n[reader.beside]\n"
        + "".join(
            f"{name} = {[round(weight, 3) for weight in weights]}\n"
            for name, weights in zip(CLASSES, beside, strict=True)
        )
    )
    return head + "weights = '''\n" + "\n".join(lines) + "\n'''\n" + second


def main() -> None:
    """Train, or measure by crossing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross", action="store_true", help="only measure, write nothing")
    chosen = parser.parse_args()
    training = Training()
    print(len(training.texts), "texts", sum(map(len, training.plain)), "sentences")
    if chosen.cross:
        cross(training)
        return
    every = range(len(training.texts))
    beside = training.second_look(training.unseen(), every)
    target = paths.resources() / "rules" / READER
    target.write_text(as_toml(training.reader(every), beside), encoding="utf-8", newline="\n")
    print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
