"""The reader: a linear model over the signs of clauses, its weights in ``resources/rules``.

Each clause gets a score for each class; a sentence tells what at least one of its clauses tells
(noisy-or), so that a long sentence may be situation, measures and progress at once. The weights
come from labelled fictional texts by ``python -m tests.core.checking.train``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from math import exp, expm1, log, log1p
from typing import Any

CLASSES = ("measures", "progress", "full", "situation")
"""What is scored; ``full`` is progress that is more than a formula."""


_FIELD = 24
"""Bits of one class in a packed weight; sums of weights stay far below."""
_HALF = 1 << (_FIELD - 1)


@dataclass(frozen=True, slots=True)
class Reader:
    """Weights by sign.

    Attributes:
        weights: by sign, the whole numbers of all classes packed into one, so that one addition
            adds them all.
        biases: packed alike.
        thresholds: log odds at which a sentence counts as telling a class.
        scale: how many of the unit are one in log odds.
    """

    weights: Mapping[str, int]
    biases: int
    thresholds: tuple[float, ...]
    scale: int

    def log_odds(self, clauses: Iterable[set[str]]) -> list[float]:
        """Return the log odds that a sentence tells each class."""
        weights, scale = self.weights, self.scale
        denied = [0.0] * len(CLASSES)
        for signs in clauses:
            total = sum(map(weights.get, signs, repeat(0)), self.biases)
            for number, value in enumerate(unpacked(total)):
                denied[number] -= softplus(value / scale)
        return [odds_of(value) for value in denied]


def packed(numbers: Iterable[int]) -> int:
    """Return whole numbers, one per class, as one; sums of such are the sums of the numbers."""
    return sum(number << (_FIELD * place) for place, number in enumerate(numbers))


def unpacked(total: int) -> list[int]:
    """Return the numbers of a packed one."""
    numbers = []
    for _ in CLASSES:
        low = (total + _HALF) % (1 << _FIELD) - _HALF
        numbers.append(low)
        total = (total - low) >> _FIELD
    return numbers


def softplus(value: float) -> float:
    """Return log(1 + exp(value))."""
    return value + log1p(exp(-value)) if value > 0 else log1p(exp(value))


def odds_of(denied: float) -> float:
    """Return the log odds of "at least one", given the log probability of "none"."""
    return log(max(-expm1(denied), 1e-12)) - denied


def reader_from(table: Mapping[str, Any]) -> Reader | None:
    """Build the reader from its table, None where there is none.

    Raises:
        ValueError: its numbers do not fit its classes.
    """
    if not table:
        return None
    weights: dict[str, int] = {}
    for line in table["weights"].splitlines():
        sign, *numbers = line.split("\t")
        if len(numbers) == len(CLASSES):
            weights[sign] = packed(map(int, numbers))
    if len(table["biases"]) != len(CLASSES) or len(table["thresholds"]) != len(CLASSES):
        raise ValueError(table["biases"], table["thresholds"])
    return Reader(weights, packed(table["biases"]), tuple(table["thresholds"]), table["scale"])
