"""Findings as the window unfolds them: what stops an approval first, the rest by family."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from infodesk.core.checking.catalogue import FAMILY_OF, Family
from infodesk.core.checking.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Grouped:
    """Findings to show.

    Attributes:
        musts: what a new clerk sees below the three ticks.
        rest: by family in its order, the heaviest first; families without any are left out.
    """

    musts: tuple[Finding, ...]
    rest: tuple[tuple[Family, tuple[Finding, ...]], ...]

    @property
    def folded(self) -> int:
        """How many findings unfold."""
        return sum(len(findings) for _, findings in self.rest)


def grouped(findings: Iterable[Finding]) -> Grouped:
    """Group findings that a report gives heaviest first."""
    musts = []
    by_family: dict[Family, list[Finding]] = {family: [] for family in Family}
    for finding in findings:
        if finding.severity is Severity.MUST:
            musts.append(finding)
        else:
            by_family[FAMILY_OF[finding.rule]].append(finding)
    rest = tuple((family, tuple(listed)) for family, listed in by_family.items() if listed)
    return Grouped(tuple(musts), rest)
