"""The values a check gives back. Every offset is a code point of the named section's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; an open MUST stops an approval."""

    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


class Fullness(StrEnum):
    """How well a required part is stated: WEAK is a formula only, such as 正在处理中."""

    FULL = "full"
    WEAK = "weak"
    MISSING = "missing"


class SentenceClass(StrEnum):
    """What a sentence tells; one sentence may tell several."""

    SITUATION = "situation"
    MEASURES = "measures"
    PROGRESS = "progress"


class Cause(StrEnum):
    """What the text says of the cause."""

    STATED = "stated"
    UNDER_INVESTIGATION = "under_investigation"
    NONE = "none"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one section's text, ``end`` not included; ``title`` is a section too."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text and what is to stand there instead."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that silences a finding; ``fixes.applied`` makes it.

    Attributes:
        edits: apart from each other, in the order of the text.
        marks_only: it changes marks and widths, never what is said.
    """

    edits: tuple[Edit, ...]
    marks_only: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    Attributes:
        rule: id of the rule, a key of ``resources/i18n/messages/rules.toml``.
        span: where; an empty stretch where the fault is that nothing stands there.
        about: key of the part it speaks of (situation, measures, progress …), or empty.
        params: what the rule's sentence needs.
        evidence: other places that show it.
        fixes: changes to choose from, the likeliest first.
        wording: the office's own sentence for the rule, in place of the shipped one.
    """

    rule: str
    severity: Severity
    span: Span
    about: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Span, ...] = ()
    fixes: tuple[Fix, ...] = ()
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it tells; ``weak`` where its progress is a formula only."""

    span: Span
    classes: frozenset[SentenceClass]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class PartState:
    """How well one required part is stated, and the sentences that state it."""

    state: Fullness
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity the text states.

    Attributes:
        name: what is counted: deaths, injured, or a name of ``resources/rules/elements.toml``
            (missing, trapped, evacuated, loss, area …).
        value: in whole units (3.2万亩 is 32000).
        unit: 人 for persons, else as written without its scale (元, 亩, 间).
        span: from the number to the word that says what it counts.
        rough: written as about, nearly, more than.
        part: a part of another figure (其中3人死亡).
    """

    name: str
    value: float
    unit: str
    span: Span
    rough: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text with what it stands for; see ``Elements``."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Elements:
    """What a report of an event states; spans best first.

    ``deaths``, ``injured``, ``missing``, ``poisoned``, ``trapped`` and ``evacuated`` are the last
    and most complete count, 0 only where the text says none, None where it is silent.

    Attributes:
        further_times: moments that may be the event's where ``time`` is none of them.
        further_places: places the text names besides, likeliest first.
        happened: the event's day and hour resolved against the report's day, ISO 8601; empty
            where it can't be told.
        kinds: what has happened (fire, traffic …), as the tables name it, surest first.
        figures: every quantity, in order of the text.
        as_of: until when the figures hold (截至22日8时).
        sources: who says so.
        causes: what is said of the cause.
        commanders: leaders who lead on the spot.
        actors: who acts in the sentences of measures.
        next_steps: what is to be done.
    """

    time: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    deaths: int | None = None
    injured: int | None = None
    source: bool = False
    cause: Cause = Cause.NONE
    further_times: tuple[Span, ...] = ()
    further_places: tuple[Span, ...] = ()
    missing: int | None = None
    poisoned: int | None = None
    trapped: int | None = None
    evacuated: int | None = None
    happened: str = ""
    kinds: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    as_of: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()
    causes: tuple[Span, ...] = ()
    commanders: tuple[Span, ...] = ()
    actors: tuple[Span, ...] = ()
    next_steps: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one check.

    Attributes:
        parts: by key of the profile's parts, in the profile's order.
    """

    parts: Mapping[str, PartState]
    sentences: tuple[Sentence, ...]
    elements: Elements
    findings: tuple[Finding, ...]

    @property
    def open_musts(self) -> tuple[Finding, ...]:
        """The findings that stop an approval."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.MUST)
