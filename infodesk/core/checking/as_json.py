"""The promised shape of a check: what ``infodesk check --json`` prints for one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from infodesk.core.checking.findings import (
    Elements,
    Finding,
    Fullness,
    PartState,
    Report,
    SentenceClass,
    Span,
)
from infodesk.core.profiles import Profile


def _no_message(finding: Finding) -> str:
    return finding.rule


def as_object(
    file: str,
    profile: Profile,
    report: Report,
    message: Callable[[Finding], str] = _no_message,
) -> dict[str, Any]:
    """Return a report as the object of one JSON line; the shape is a promise.

    Args:
        file: name of the file as given.
        profile: the kind it was checked as.
        report: what the check found.
        message: gives the sentence of a finding; the rule's id where nothing better is known.
    """
    return {
        "file": file,
        "profile": profile.key,
        "sections": {
            wanted.value: _part(_state_of(report, profile, wanted)) for wanted in SentenceClass
        },
        "sentences": [
            {
                "start": sentence.span.start,
                "end": sentence.span.end,
                "classes": [wanted.value for wanted in SentenceClass if wanted in sentence.classes],
            }
            for sentence in report.sentences
        ],
        "elements": _elements(report.elements),
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity.value,
                "section": finding.about,
                "start": finding.span.start,
                "end": finding.span.end,
                "message": message(finding),
            }
            for finding in report.findings
        ],
    }


def _state_of(report: Report, profile: Profile, wanted: SentenceClass) -> PartState:
    for part in profile.parts:
        if part.key == wanted.value and part.states is wanted:
            return report.parts[part.key]
    told = [sentence for sentence in report.sentences if wanted in sentence.classes]
    if not told:
        return PartState(Fullness.MISSING)
    weak = wanted is SentenceClass.PROGRESS and all(sentence.weak for sentence in told)
    spans = tuple(sentence.span for sentence in told)
    return PartState(Fullness.WEAK if weak else Fullness.FULL, spans)


def _part(state: PartState) -> dict[str, Any]:
    return {"state": state.state.value, "evidence": [_pair(span) for span in state.evidence]}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _elements(elements: Elements) -> dict[str, Any]:
    return {
        "time": _pairs((*elements.time, *elements.further_times)),
        "place": _pairs((*elements.place, *elements.further_places)),
        "deaths": elements.deaths,
        "injured": elements.injured,
        "source": elements.source,
        "cause": elements.cause.value,
        "missing": elements.missing,
        "poisoned": elements.poisoned,
        "trapped": elements.trapped,
        "evacuated": elements.evacuated,
        "happened": elements.happened,
        "kinds": [mention.name for mention in elements.kinds],
        "figures": [
            {
                "name": figure.name,
                "value": figure.value,
                "unit": figure.unit,
                "rough": figure.rough,
                "part": figure.part,
                "start": figure.span.start,
                "end": figure.span.end,
            }
            for figure in elements.figures
        ],
        "as_of": _pairs(elements.as_of),
        "sources": _pairs(elements.sources),
        "causes": _pairs(elements.causes),
        "commanders": _pairs(elements.commanders),
        "actors": _pairs(elements.actors),
        "next_steps": _pairs(elements.next_steps),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]
