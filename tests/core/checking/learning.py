"""How the reader's numbers are learned: by gradient steps (Adam) on a few sentences at a time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from infodesk.core.checking.beside import facts
from infodesk.core.checking.reader import CLASSES
from tests.core.checking.texts import Read

HIDDEN = 6
"""Sums that one network weighs once more."""
NETWORKS = 4
"""Networks that are learned apart and then read as one: they err in different places."""
PASSES = 8
TOGETHER = 64
"""Sentences of one step."""
RATE = 5e-3
LEFT_OUT = 0.3
"""Share of the signs, and of the hidden sums, that a step doesn't see, lest it learn by heart."""
LEAST_TEXTS = 3
"""Sentences a sign must stand in before it gets a row."""
SHRINK_BESIDE = 10.0
STEPS_BESIDE = 12

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Odds = list[list[float]]
"""By sentence of a text, the log odds of each class."""


@dataclass
class Model:
    """A network while it is learned.

    Attributes:
        names: number of the row of each sign; row 0 is the bias.
        rows: (signs + 1, hidden sums + classes).
        outputs: (hidden sums, classes).
    """

    names: dict[str, int]
    rows: Floats
    outputs: Floats

    def log_odds(self, text: Read) -> Odds:
        """Return the log odds of each class for the sentences of a text."""
        if not text:
            return []
        part = Part.of(text, self.names)
        sums = np.add.reduceat(self.rows[part.signs], part.clauses)
        hidden = len(self.outputs)
        seen = np.maximum(sums[:, :hidden], 0) @ self.outputs
        scores = np.logaddexp(0, (sums[:, hidden:] + seen).astype(np.float64))
        denied = np.maximum(np.add.reduceat(scores, part.sentences), 1e-9)
        odds: Odds = (np.log(-np.expm1(-denied)) + denied).tolist()
        return odds


@dataclass
class Part:
    """Sentences put one after another.

    Attributes:
        signs: the row of each sign of each clause, the bias first.
        clauses: where in ``signs`` each clause begins.
        sentences: where in ``clauses`` each sentence begins.
    """

    signs: Numbers
    clauses: Numbers
    sentences: Numbers

    @classmethod
    def of(cls, text: Read, names: dict[str, int]) -> Part:
        signs: list[int] = []
        clauses: list[int] = []
        sentences: list[int] = []
        for seen in text:
            sentences.append(len(clauses))
            for clause in seen.clauses:
                clauses.append(len(signs))
                signs.append(0)
                signs.extend(names[sign] for sign in sorted(clause) if sign in names)
        return cls(np.array(signs), np.array(clauses), np.array(sentences))


def learn(texts: Sequence[Read], weights: Sequence[float] | None = None, seed: int = 5) -> Model:
    """Learn what a sentence tells by itself: noisy-or over its clauses.

    Args:
        texts: each sentence's signs by clause, and what is wanted.
        weights: how much each text counts, 1 where left out.
        seed: of the order of the steps, and of what they don't see.
    """
    weights = weights or [1.0] * len(texts)
    whole = [sentence for text in texts for sentence in text]
    counts = np.array([each for text, each in zip(texts, weights, strict=True) for _ in text])
    wanted = np.array([seen.wanted for seen in whole], dtype=np.float32)
    often = Counter(sign for seen in whole for sign in set().union(*seen.clauses))
    known = sorted(sign for sign, many in often.items() if many >= LEAST_TEXTS)
    names = {sign: number for number, sign in enumerate(known, 1)}
    parts = [Part.of([sentence], names) for sentence in whole]
    return _as_one(
        [_learned(parts, names, wanted, counts, seed + number) for number in range(NETWORKS)]
    )


def _as_one(models: Sequence[Model]) -> Model:
    """Return one network whose scores are the mean of theirs."""
    many = len(models)
    hidden = [model.rows[:, :HIDDEN] for model in models]
    scores = sum((model.rows[:, HIDDEN:] for model in models), start=np.float32(0)) / many
    outputs = np.concatenate([model.outputs for model in models]) / many
    return Model(models[0].names, np.concatenate([*hidden, scores], axis=1), outputs)


def _learned(
    parts: Sequence[Part],
    names: dict[str, int],
    wanted: Floats,
    counts: NDArray[np.float64],
    seed: int,
) -> Model:
    draw = np.random.default_rng(seed)
    rows = np.zeros((len(names) + 1, HIDDEN + len(CLASSES)), dtype=np.float32)
    rows[0, :HIDDEN], rows[0, HIDDEN:] = 0.1, -2.5
    outputs = draw.normal(0, 0.5, (HIDDEN, len(CLASSES))).astype(np.float32)
    model, adam = Model(names, rows, outputs), (Adam(rows), Adam(outputs))
    many = PASSES * -(-len(parts) // TOGETHER)
    for step, chosen in enumerate(_draws(len(parts), draw)):
        rate = RATE * max(0.03, 1 - step / many)
        part = _together([parts[number] for number in chosen])
        _step(model, adam, part, wanted[chosen], counts[chosen], rate, draw)
    return model


class Adam:
    """Steps whose size follows how the slopes of a number have been."""

    def __init__(self, of: Floats) -> None:
        self._mean, self._square, self._time = np.zeros_like(of), np.zeros_like(of), 0

    def step(self, of: Floats, where: Numbers | slice, slope: Floats, rate: float) -> None:
        """Move these rows against their slope."""
        self._time += 1
        self._mean[where] = 0.9 * self._mean[where] + 0.1 * slope
        self._square[where] = 0.999 * self._square[where] + 0.001 * slope * slope
        mean = self._mean[where] / (1 - 0.9**self._time)
        square = self._square[where] / (1 - 0.999**self._time)
        of[where] -= rate * mean / (np.sqrt(square) + 1e-8)


def _draws(many: int, draw: np.random.Generator) -> Iterator[Numbers]:
    for _ in range(PASSES):
        order = draw.permutation(many)
        yield from (order[start : start + TOGETHER] for start in range(0, many, TOGETHER))


def _together(parts: Sequence[Part]) -> Part:
    signs = np.cumsum([0, *(len(part.signs) for part in parts)])
    clauses = np.cumsum([0, *(len(part.clauses) for part in parts)])
    return Part(
        np.concatenate([part.signs for part in parts]),
        np.concatenate([part.clauses + at for part, at in zip(parts, signs, strict=False)]),
        clauses[:-1],
    )


def _step(
    model: Model,
    adam: tuple[Adam, Adam],
    part: Part,
    wanted: Floats,
    counts: NDArray[np.float64],
    rate: float,
    draw: np.random.Generator,
) -> None:
    many = len(part.clauses)
    clause = np.repeat(np.arange(many), np.diff(np.append(part.clauses, len(part.signs))))
    kept = (draw.random(len(part.signs)) >= LEFT_OUT) | (part.signs == 0)
    signs, clause = part.signs[kept], clause[kept]
    sums = np.add.reduceat(model.rows[signs], np.searchsorted(clause, np.arange(many)))
    shown = (draw.random((many, HIDDEN)) >= LEFT_OUT) / np.float32(1 - LEFT_OUT)
    hidden = np.maximum(sums[:, :HIDDEN], 0) * shown
    scores = sums[:, HIDDEN:] + hidden @ model.outputs
    denied = np.maximum(np.add.reduceat(np.logaddexp(0, scores), part.sentences), 1e-6)
    slope = np.where(wanted > 0, -np.exp(-denied) / -np.expm1(-denied), 1.0) * counts[:, None]
    lengths = np.diff(np.append(part.sentences, many))
    slope = np.repeat(slope, lengths, axis=0) / (1 + np.exp(-scores))
    slope = (slope * 10 / len(wanted)).astype(np.float32)
    back = (slope @ model.outputs.T) * shown * (sums[:, :HIDDEN] > 0)
    adam[1].step(model.outputs, slice(None), (hidden.T @ slope).astype(np.float32), rate)
    order = np.argsort(signs, kind="stable")
    ordered = signs[order]
    first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    of_rows = np.concatenate([back, slope], axis=1)[clause[order]]
    adam[0].step(model.rows, ordered[first], np.add.reduceat(of_rows, first), rate)


def learn_beside(texts: Sequence[Read], odds: Sequence[Odds]) -> list[list[float]]:
    """Learn the second look (logistic regression, by Newton's steps).

    Args:
        texts: each with its sentences' signs and what is wanted.
        odds: what a reader that never saw the text makes of each of its sentences.

    Returns:
        by class, the bias and then the weights.
    """
    rows = np.array(
        [
            row
            for text, own in zip(texts, odds, strict=True)
            for row in facts(own, [seen.cues for seen in text])
        ]
    )
    goals = np.array([seen.wanted for text in texts for seen in text], dtype=float)
    mean, width = rows.mean(axis=0), rows.std(axis=0)
    width[width == 0] = 1.0
    scaled = np.column_stack([np.ones(len(rows)), (rows - mean) / width])
    held = np.diag([1e-3, *[SHRINK_BESIDE] * len(mean)])
    learned = []
    for goal in goals.T:
        weights = np.zeros(scaled.shape[1])
        for _ in range(STEPS_BESIDE):
            chance = 1 / (1 + np.exp(-scaled @ weights))
            slope = scaled.T @ (chance - goal) + held @ weights
            bend = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + held
            weights -= np.linalg.solve(bend, slope)
        bias = float(weights[0] - weights[1:] / width @ mean)
        learned.append([bias, *(weights[1:] / width).tolist()])
    return learned


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
