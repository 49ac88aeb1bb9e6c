"""What each rule is for: source, reason, two examples; data in ``resources/rules/catalogue``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from infodesk.core.checking.context import Context, Paper, Standing
from infodesk.core.checking.likeness import Shelf
from infodesk.core.items import WHOLE, Content, Section
from infodesk.core.profiles import DEFAULT_PROFILE


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule as the help shows it.

    Attributes:
        source: the rule of the office, or the standard, that it holds a text to.
        why: what goes wrong where it is broken.
        passes: a text that satisfies it.
        fails: a text that breaks it.
        profile: key of the kind the examples are of.
        surroundings: what the examples are compared with: a date, the previous report …
    """

    rule: str
    source: str
    why: str
    passes: Content
    fails: Content
    profile: str
    surroundings: Mapping[str, Any]

    def context(self, context: Context, *, passing: bool = False) -> Context:
        """Return a context with what the one or the other example is compared with."""
        given = {**self.surroundings, **(self.surroundings.get("passes", {}) if passing else {})}
        changed = replace(
            context,
            today=given.get("today", context.today),
            others=_papers(given.get("others", ())),
            sources=_papers(given.get("sources", ())),
        )
        if "previous" in given:
            changed = replace(changed, previous=Paper("初报", given["previous"]))
        if "approved" in given:
            approved: date = given["approved"]
            changed = replace(changed, standing=Standing(approved, given.get("sent", False)))
        return changed

    def shelf(self) -> Shelf:
        """Return the texts that the examples may be near-duplicates of."""
        shelf = Shelf()
        for paper in _papers(self.surroundings.get("shelf", ())):
            shelf.put(paper.label, paper.text)
        return shelf


def explanations_from(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Explanation]:
    """Return the rules of one file of the catalogue, by id.

    Raises:
        KeyError: a rule lacks its source, its reason, or an example.
    """
    return {
        rule: Explanation(
            rule=rule,
            source=entry["source"],
            why=entry["why"],
            passes=_example(entry["passes"]),
            fails=_example(entry["fails"]),
            profile=entry.get("profile", DEFAULT_PROFILE),
            surroundings=entry.get("with", {}),
        )
        for rule, entry in table.items()
    }


def _example(given: str | Mapping[str, Any]) -> Content:
    if isinstance(given, str):
        return Content("", (Section(WHOLE, given),))
    repeat = int(given.get("repeat", 1))
    keys = [key for key in given if key not in ("title", "repeat")]
    return Content(given["title"], tuple(Section(key, given[key] * repeat) for key in keys))


def _papers(texts: Any) -> tuple[Paper, ...]:
    return tuple(Paper(text.splitlines()[0], text) for text in texts)
