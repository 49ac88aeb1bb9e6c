"""Trains the reader; ``python -m tests.core.checking.train`` writes ``rules/reader.toml`` anew.

It learns from fictional texts only, see ``texts``. The weights of the second look are learned from
texts read by readers that left them out. ``--cross`` prints how well texts are read by what never
learned from them, so that nothing is measured by what it learned from.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from operator import gt

from infodesk import paths
from infodesk.core.checking.beside import beside_from
from infodesk.core.checking.reader import CLASSES
from tests.core.checking import scorer
from tests.core.checking.learning import Model, Odds, crossed, learn, learn_beside
from tests.core.checking.texts import Read, cues_of, every_text, plain_and_joined

THRESHOLDS = (-0.4, -0.2, -0.1, -0.2)
"""Log odds from which on a sentence tells a class: near the best F1 of sentences and flags."""
LEAST_WEIGHT = 6
SCALE = 100
FOLDS = 5
LEAST_SENTENCES = 3
"""Sentences from which on a text counts as one whose missing parts can be told."""


class Training:
    """The texts, each as it is and with sentences joined."""

    def __init__(self) -> None:
        self.texts = every_text()
        self.plain, self.long = plain_and_joined([text for _, text in self.texts])

    def reader(self, numbers: Sequence[int]) -> Model:
        """Learn from the texts of these numbers."""
        return learn([text for n in numbers for text in (self.plain[n], self.long[n])])

    def unseen(self) -> tuple[list[Odds], list[Odds]]:
        """Return the odds of all texts, plain and joined, by readers that left them out."""
        both = [*self.plain, *self.long]
        many = len(self.plain)

        def learned(numbers: list[int]) -> Callable[[int], Odds]:
            model = self.reader(numbers)
            return lambda n: [*model.log_odds(both[n]), *model.log_odds(both[n + many])]

        odds = crossed(many, FOLDS, learned)
        lengths = [len(text) for text in self.plain]
        first = [each[:size] for each, size in zip(odds, lengths, strict=True)]
        return first, [each[size:] for each, size in zip(odds, lengths, strict=True)]

    def second_look(
        self, plain: list[Odds], long: list[Odds], numbers: Sequence[int]
    ) -> list[list[float]]:
        """Learn the second look from the odds of the texts of these numbers."""
        texts = [text for n in numbers for text in (self.plain[n], self.long[n])]
        return learn_beside(texts, [odds for n in numbers for odds in (plain[n], long[n])])


def told(odds: Odds) -> list[list[bool]]:
    """Return what the sentences of a text tell, by the thresholds alone."""
    return [list(map(gt, each, THRESHOLDS)) for each in odds]


def cross(training: Training) -> None:
    """Print, by file, F1 of every class, of the flags, and the share of right states."""
    plain, long = training.unseen()

    def learned(numbers: list[int]) -> Callable[[int], Odds]:
        beside = beside_from(
            dict(zip(CLASSES, training.second_look(plain, long, numbers), strict=True))
        )
        assert beside is not None
        return lambda n: beside.settled(plain[n], cues_of(training.plain[n]))

    settled = crossed(len(plain), FOLDS, learned)
    files = [file for file, _ in training.texts]
    for name in (*dict.fromkeys(files), "all"):
        chosen = [n for n, file in enumerate(files) if name in (file, "all")]
        print(
            f"{name:18}", _line([training.plain[n] for n in chosen], [settled[n] for n in chosen])
        )


def _line(texts: Sequence[Read], odds: Sequence[Odds]) -> str:
    tallies = scorer.Scores()
    for text, each in zip(texts, odds, strict=True):
        found, goals = told(each), [goal for _, goal in text]
        for number, name in enumerate(CLASSES):
            for one, goal in zip(found, goals, strict=True):
                tallies.of(name).decide(one[number], goal[number])
        if len(text) < LEAST_SENTENCES:
            continue
        mine, wanted = _states(found), _states(goals)
        tallies.of("no measures").decide(not mine[0], not wanted[0])
        tallies.of("no progress").decide(not mine[1], not wanted[1])
        tallies.of("states").answer(mine[1:] == wanted[1:])
    shown = [
        f"{name} {tally.f1:.3f}" for name, tally in tallies.tallies.items() if name != "states"
    ]
    return "  ".join([*shown, f"three ways {tallies.of('states').accuracy:.3f}"])


def _states(sentences: Sequence[Sequence[bool]]) -> tuple[bool, bool, bool]:
    """Return whether a text has measures, progress, progress in full."""
    measures, progress, full = (any(each[number] for each in sentences) for number in range(3))
    return measures, progress or full, full


def as_toml(model: Model, beside: Sequence[Sequence[float]]) -> str:
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
    beside = training.second_look(*training.unseen(), every)
    target = paths.resources() / "rules" / "reader.toml"
    target.write_text(as_toml(training.reader(every), beside), encoding="utf-8", newline="\n")
    print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
