"""How the reader's weights are learned: gradient steps (AdaGrad), one sentence at a time."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from infodesk.core.checking.beside import facts
from infodesk.core.checking.reader import CLASSES, odds_of, softplus
from tests.core.checking.texts import Read, cues_of

PASSES = 14
RATE = 0.25
SHRINK = 2.0
"""How strongly weights are held down: the reader shall not learn texts by heart."""
LEAST_TEXTS = 2
"""Sentences a sign must stand in before it gets a weight."""
PASSES_BESIDE = 20
RATE_BESIDE = 0.1
SHRINK_BESIDE = 2e-3

Odds = list[list[float]]
"""By sentence of a text, the log odds of each class."""


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

    def log_odds(self, text: Read) -> Odds:
        """Return the log odds of each class for the sentences of a text."""
        return [self._of(clauses) for clauses, _ in text]

    def _of(self, clauses: Sequence[set[str]]) -> list[float]:
        names = self.names
        known = [[names[sign] for sign in clause if sign in names] for clause in clauses]
        return [
            odds_of(-sum(softplus(bias + sum(weights[s] for s in clause)) for clause in known))
            for weights, bias in zip(self.weights, self.biases, strict=True)
        ]


def learn(texts: Sequence[Read], seed: int = 5) -> Model:
    """Learn what a sentence tells by itself: noisy-or over its clauses."""
    sentences = [sentence for text in texts for sentence in text]
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
                slope = factor * _chance(score)
                if abs(slope) < 1e-4:
                    continue
                bias_squares += slope * slope
                bias -= RATE * slope / math.sqrt(bias_squares)
                for sign in clause:
                    step = slope + shrink[sign] * weights[sign]
                    squares[sign] += step * step
                    weights[sign] -= RATE * step / math.sqrt(squares[sign])
    return weights, bias


def learn_beside(texts: Sequence[Read], odds: Sequence[Odds], seed: int = 5) -> list[list[float]]:
    """Learn the second look.

    Args:
        texts: each with its sentences' signs and what is wanted.
        odds: what a reader that never saw the text makes of each of its sentences.
        seed: of the order in which sentences are gone through.

    Returns:
        by class, the bias and then the weights.
    """
    rows = [row for text, own in zip(texts, odds, strict=True) for row in facts(own, cues_of(text))]
    goals = [goal for text in texts for _, goal in text]
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(rows) for column in columns]
    widths = [
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(rows)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    ]
    scaled = [
        [(value - mean) / width for value, mean, width in zip(row, means, widths, strict=True)]
        for row in rows
    ]
    learned = []
    for number in range(len(CLASSES)):
        bias, weights = _learn_line(scaled, [goal[number] for goal in goals], seed)
        weights = [weight / width for weight, width in zip(weights, widths, strict=True)]
        learned.append([bias - sum(map(float.__mul__, weights, means)), *weights])
    return learned


def _learn_line(
    rows: Sequence[list[float]], goals: Sequence[bool], seed: int
) -> tuple[float, list[float]]:
    many = len(rows[0])
    weights, squares = [0.0] * many, [1.0] * many
    bias, bias_squares = 0.0, 1.0
    order = list(range(len(rows)))
    shuffle = random.Random(seed).shuffle
    for _ in range(PASSES_BESIDE):
        shuffle(order)
        for place in order:
            row = rows[place]
            slope = _chance(bias + sum(map(float.__mul__, weights, row))) - goals[place]
            bias_squares += slope * slope
            bias -= RATE_BESIDE * slope / math.sqrt(bias_squares)
            for column, value in enumerate(row):
                step = slope * value + SHRINK_BESIDE * weights[column]
                squares[column] += step * step
                weights[column] -= RATE_BESIDE * step / math.sqrt(squares[column])
    return bias, weights


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))


def crossed(
    many: int, folds: int, learned: Callable[[list[int]], Callable[[int], Odds]]
) -> list[Odds]:
    """Return the odds of each of ``many`` texts, read by what never learned from it.

    Args:
        many: texts there are, by number.
        folds: parts that are left out in turn.
        learned: learns from the texts of these numbers; what it returns reads one.
    """
    order = list(range(many))
    random.Random(1).shuffle(order)
    odds: dict[int, Odds] = {}
    for fold in range(folds):
        left_out = set(order[fold::folds])
        read = learned([number for number in order if number not in left_out])
        odds.update((number, read(number)) for number in left_out)
    return [odds[number] for number in range(many)]
