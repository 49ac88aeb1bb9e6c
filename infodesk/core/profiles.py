"""Profiles: what a kind of item must state. They are data in ``resources/profiles``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from infodesk.core.checking.findings import SentenceClass, Severity

DEFAULT_PROFILE = "event"

UNUSED = "off"
"""The weight, in a profile's table of severities, of a rule the kind does not use."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part an item of this kind must state.

    Attributes:
        key: name of the section, in files and batches.
        title: what the clerk reads, e.g. 应对措施.
        states: the class of sentence that fills it, or None where its cues tell.
        cues: words that mark a sentence as stating this part, where ``states`` is None.
        severity: weight of its absence.
        minimum: characters below which it is not substantial.
        guidance: one line of help under an empty section.
        opens: the text begins with it, so what stands there and gives a figure states it too.
        implied: it may be told without a word that announces it, so where a sentence is left over
            that states no other part, its absence is not certain.
        closes: the text ends with it, so an ending that names an office may be it.
    """

    key: str
    title: str
    states: SentenceClass | None
    severity: Severity
    minimum: int
    guidance: str
    cues: tuple[str, ...] = ()
    opens: bool = False
    implied: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of item: its name, its parts in order, its limits in characters.

    Attributes:
        empty_phrases: phrases that do not count as a statement (无, 正在处理中 …).
        order: place in lists of kinds, the default first.
        elements: elements the kind must name (time, place, source, cause …), with their weight.
        severities: weights that differ from a rule's usual one in this kind, by rule.
        unused: rules that do not apply to this kind.
        depth: what it has beside facts: cause, comparison, consequence, suggestion.
        upward: it ought to go to the office above.
        report_within: minutes from the event to its first report, 0 where there is no limit.
    """

    key: str
    name: str
    parts: tuple[Part, ...]
    shortest: int
    longest: int
    empty_phrases: tuple[str, ...] = ()
    elements: tuple[tuple[str, Severity], ...] = ()
    order: int = 100
    severities: Mapping[str, Severity] = field(default_factory=dict, hash=False)
    unused: frozenset[str] = frozenset()
    depth: tuple[str, ...] = ()
    upward: bool = False
    report_within: int = 0

    def part(self, key: str) -> Part | None:
        """Return the part of that key, or None."""
        return next((part for part in self.parts if part.key == key), None)


def profile_from(data: Mapping[str, Any]) -> Profile:
    """Build a profile from the mapping of its TOML file.

    Raises:
        KeyError: a required entry is absent.
        ValueError: an entry has an unknown value.
    """
    severity = data.get("severity", {})
    return Profile(
        key=data["key"],
        name=data["name"],
        parts=tuple(
            Part(
                key=part["key"],
                title=part["title"],
                states=SentenceClass(part["states"]) if "states" in part else None,
                severity=Severity(part.get("severity", "must")),
                minimum=int(part.get("minimum", 10)),
                guidance=part.get("guidance", ""),
                cues=tuple(part.get("cues", ())),
                opens=bool(part.get("opens", False)),
                implied=bool(part.get("implied", False)),
                closes=bool(part.get("closes", False)),
            )
            for part in data["part"]
        ),
        shortest=int(data.get("shortest", 0)),
        longest=int(data.get("longest", 3000)),
        empty_phrases=tuple(data.get("empty_phrases", ())),
        elements=tuple(
            (name, Severity(weight)) for name, weight in data.get("elements", {}).items()
        ),
        order=int(data.get("order", 100)),
        severities={
            rule: Severity(weight) for rule, weight in severity.items() if weight != UNUSED
        },
        unused=frozenset(rule for rule, weight in severity.items() if weight == UNUSED),
        depth=tuple(data.get("depth", ())),
        upward=bool(data.get("upward", False)),
        report_within=int(data.get("report_within", 0)),
    )
