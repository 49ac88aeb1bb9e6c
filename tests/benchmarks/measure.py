"""How a benchmark measures: variants taken in turn within one run, the least of the rounds kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Variant = Callable[[], Mapping[str, float]]
"""Runs once; returns seconds (or another unit that shrinks) by the name of what was measured."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure, what it is compared with, and the ratio that is promised."""

    measure: str
    against: str
    most: float


def alternated(variants: Mapping[str, Variant], rounds: int) -> dict[str, float]:
    """Return the least of each measure; other work on the machine can only lengthen the rest."""
    least: dict[str, float] = {}
    for _ in range(rounds):
        for run in variants.values():
            for name, value in run().items():
                least[name] = min(value, least.get(name, value))
    return least


def report(least: Mapping[str, float], bars: list[Bar]) -> bool:
    """Print each ratio beside its bar; return whether all are kept."""
    kept = True
    for bar in bars:
        ratio = least[bar.measure] / least[bar.against]
        kept = kept and ratio <= bar.most
        print(
            f"{bar.measure:28} {least[bar.measure] * 1000:9.3f} ms"
            f"  {ratio:5.2f} x {bar.against} ({least[bar.against] * 1000:.3f} ms)"
            f"  {'within' if ratio <= bar.most else 'OVER'} {bar.most}"
        )
    return kept
