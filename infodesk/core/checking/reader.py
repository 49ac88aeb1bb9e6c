"""The reader: a small network over the signs of clauses, its weights in ``resources/rules``.

Each sign of a clause adds its row of numbers; some of the sums are scores of the classes, the
others are weighed once more where they are above nothing, which lets signs mean something together.
A sentence tells what at least one of its clauses tells (noisy-or), so that a long one may be
situation, measures and progress at once. The numbers come from labelled fictional texts by
``python -m tests.core.checking.train``.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import exp, expm1, log, log1p
from operator import mul
from struct import Struct
from typing import Any

CLASSES = ("measures", "progress", "full", "situation", "cause", "inquiry", "firm")
"""What is scored; ``full`` is progress and ``firm`` are measures that are more than a formula;
``inquiry`` is that the cause is looked into."""

_NOTHING = 128
"""The byte of a row that stands for zero."""
_BASE = 1 << 24
"""Added to every sum, which so never falls below zero."""
_FIELD = 4
"""Bytes of one sum among those that are added as one number."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Rows by sign.

    Attributes:
        rows: by sign, its numbers packed into one, so that one addition adds them all.
        bias: what a clause of no signs has, packed alike.
        nothing: the packed row of an unknown sign.
        outputs: by class, the weights of the sums that are weighed once more.
        thresholds: log odds at which a sentence counts as telling a class.
        scale: how many of the unit are one in log odds.
        fields: takes packed sums apart.
    """

    rows: Mapping[str, int]
    bias: int
    nothing: int
    outputs: tuple[tuple[float, ...], ...]
    thresholds: tuple[float, ...]
    scale: float
    fields: Struct

    def log_odds(self, clauses: Iterable[set[str]]) -> list[float]:
        """Return the log odds that a sentence tells each class."""
        rows, nothing, scale, fields = self.rows, self.nothing, self.scale, self.fields
        hidden = len(self.outputs[0])
        denied = [0.0] * len(CLASSES)
        for signs in clauses:
            total = sum(map(rows.get, signs, repeat(nothing)), self.bias)
            none = _BASE + _NOTHING * len(signs)
            sums = [each - none for each in fields.unpack(total.to_bytes(fields.size, "little"))]
            seen = [each if each > 0 else 0 for each in sums[:hidden]]
            for number, weights in enumerate(self.outputs):
                value = sums[hidden + number] + sum(map(mul, seen, weights))
                denied[number] -= softplus(value / scale)
        return [odds_of(value) for value in denied]


def written(numbers: Sequence[int]) -> str:
    """Return a row as it stands in the table.

    Raises:
        ValueError: a number is not from -128 to 127.
    """
    return b64encode(bytes(number + _NOTHING for number in numbers)).decode("ascii")


def _packed(row: bytes) -> int:
    spread = bytearray(len(row) * _FIELD)
    spread[::_FIELD] = row
    return int.from_bytes(spread, "little")


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
    many, outputs = len(table["bias"]), tuple(map(tuple, table["outputs"]))
    fitting = (
        len(outputs) == len(table["thresholds"]) == len(CLASSES)
        and {len(weights) for weights in outputs} == {many - len(CLASSES)}
    )  # fmt: skip
    rows: dict[str, int] = {}
    for line in table["weights"].splitlines():
        sign, _, row = line.partition("\t")
        numbers = b64decode(row)
        fitting = fitting and len(numbers) in (0, many)
        if numbers:
            rows[sign] = _packed(numbers)
    if not fitting:
        raise ValueError(many, outputs, table["thresholds"])
    biases = b"".join((number + _BASE).to_bytes(_FIELD, "little") for number in table["bias"])
    return Reader(
        rows,
        int.from_bytes(biases, "little"),
        _packed(bytes([_NOTHING]) * many),
        outputs,
        tuple(table["thresholds"]),
        table["scale"],
        Struct(f"<{many}I"),
    )
