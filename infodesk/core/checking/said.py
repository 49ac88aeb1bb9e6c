"""Which elements of a report are said, by the names profiles ask for them."""

from __future__ import annotations

from collections.abc import Iterable

from infodesk.core.checking.findings import Cause, Elements, Finding, SentenceClass, Severity

SHOWN = {
    SentenceClass.SITUATION: ("time", "place", "source", "cause", "casualties", "loss"),
    SentenceClass.MEASURES: ("actor", "commander"),
    SentenceClass.PROGRESS: ("as-of", "plans"),
}
"""Elements that belong to each class of sentence, in the order a report states them."""

_LOSSES = frozenset({"loss", "area", "houses"})
_PERSONS = ("deaths", "injured", "missing", "poisoned", "trapped")


def said(elements: Elements) -> frozenset[str]:
    """Return the names of the elements a text states (domain.md, section 3)."""
    found = {
        "time": bool(elements.time),
        "place": bool(elements.place),
        "source": elements.source,
        "cause": elements.cause is not Cause.NONE,
        "casualties": any(getattr(elements, name) is not None for name in _PERSONS),
        "loss": any(figure.name in _LOSSES for figure in elements.figures),
        "actor": bool(elements.actors),
        "commander": bool(elements.commanders),
        "as-of": bool(elements.as_of),
        "plans": bool(elements.next_steps),
    }
    return frozenset(name for name, is_said in found.items() if is_said)


def lacking(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names of the elements whose absence a check complained of, hints left aside."""
    return frozenset(
        found.about
        for found in findings
        if found.rule == f"element-{found.about}-missing" and found.severity is not Severity.HINT
    )


def left_open(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names of the elements that the text marks as still to be verified (待核实)."""
    return frozenset(found.about for found in findings if found.rule == "element-open")
