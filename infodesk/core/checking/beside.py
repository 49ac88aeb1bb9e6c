"""The second look: what a sentence tells, by its own odds, its cues, and the sentences beside it.

What is said after a lead may read otherwise after 目前; a reader of one sentence can't know.
The weights are few, and are learned from sentences whose odds come from a reader that never saw
them (``python -m tests.core.checking.train``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import mul
from typing import Any

from infodesk.core.checking.reader import CLASSES

Odds = Sequence[float]
"""Log odds of each class, in the order of ``CLASSES``."""

ELSEWHEN = "elsewhen"
"""What a sentence that speaks of other times bears among its cues."""
CUES = ("deed", "result", "formula", "common", "event", "harm", "now", "past", ELSEWHEN)
"""The cues of a sentence that weigh."""
WHY, OPEN = "why", "open"
"""What a sentence bears among its cues that holds words of a cause, or of a cause left open."""
_WEIGHED = (*CUES, WHY, OPEN)
_SURE = 8.0
"""Log odds beyond which a sentence can't be surer of itself."""
_SURE_BESIDE = 4.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Weights of the second look.

    Attributes:
        weights: by class, one for each of ``facts``.
        biases: by class.
    """

    weights: tuple[tuple[float, ...], ...]
    biases: tuple[float, ...]

    def settled(self, own: Sequence[Odds], cues: Sequence[AbstractSet[str]]) -> list[list[float]]:
        """Return the log odds of each class for the sentences of a text, in order.

        Args:
            own: each sentence's odds as read by itself.
            cues: each sentence's cues.
        """
        return [
            [
                sum(map(mul, known, weights), bias)
                for weights, bias in zip(self.weights, self.biases, strict=True)
            ]
            for known in facts(own, cues)
        ]


def facts(own: Sequence[Odds], cues: Sequence[AbstractSet[str]]) -> Iterable[list[float]]:
    """Yield what the second look weighs, by sentence."""
    none = [-_SURE_BESIDE] * len(CLASSES)
    held = [[_held(value, _SURE_BESIDE) for value in odds] for odds in own]
    beside = [none, *held, none]
    most = [max(values) for values in zip(*held, strict=True)]
    before = none
    for place, odds in enumerate(own):
        mine = [_held(value, _SURE) for value in odds]
        yield [
            *mine,
            *(max(value, 0.0) for value in mine),
            *(float(cue in cues[place]) for cue in _WEIGHED),
            *beside[place],
            *beside[place + 2],
            *most,
            *before,
            *_standing(place, len(own)),
        ]
        before = list(map(max, before, held[place]))


def _standing(place: int, many: int) -> tuple[float, ...]:
    """Return where a sentence stands: as the first, the second, the last; how far on; of how many.

    A lead tells otherwise than what follows, and a text of one sentence has nothing beside it.
    """
    return (
        float(place == 0),
        float(place == 1),
        float(place == many - 1),
        place / max(1, many - 1),
        1 / many,
    )


def _held(value: float, most: float) -> float:
    return max(-most, min(most, value))


def beside_from(table: Mapping[str, Any]) -> Beside | None:
    """Build the second look from its table, None where there is none.

    Raises:
        ValueError: its numbers do not fit what is weighed.
    """
    if not table:
        return None
    many = len(next(iter(facts([[0.0] * len(CLASSES)], [frozenset()]))))
    rows = [table[name] for name in CLASSES]
    if any(len(row) != many + 1 for row in rows):
        raise ValueError([len(row) for row in rows], many + 1)
    return Beside(
        tuple(tuple(map(float, row[1:])) for row in rows), tuple(float(row[0]) for row in rows)
    )
