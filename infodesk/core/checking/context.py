"""What a check needs to know beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from infodesk.core.checking.findings import Severity
from infodesk.core.checking.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Override:
    """What an office changed about a rule.

    Attributes:
        severity: its weight in this office, None where it stays as it is.
        off: the office does not use it.
        wording: its sentence in this office, with the placeholders of the shipped one.
    """

    severity: Severity | None = None
    off: bool = False
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """Another text that a check may compare with.

    Attributes:
        label: what the clerk knows it by: a title, a file, 县委工作报告.
        text: its whole text, the title included.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What the journal knows of an item beside its text.

    Attributes:
        approved: the day it was approved, None before that.
        sent: whether a batch has carried it upward.
    """

    approved: date | None = None
    sent: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a check.

    Attributes:
        lexicon: the cue words, shipped and the office's own.
        today: the office's date, where known.
        switched_off: ids of rules the office does not use.
        overrides: what the office changed, by rule.
        previous: the report before this one in its chain.
        others: other items on the same event.
        sources: documents and speeches on file.
        standing: where the item stands, where that is known.
    """

    lexicon: Lexicon
    today: date | None = None
    switched_off: frozenset[str] = frozenset()
    overrides: Mapping[str, Override] = field(default_factory=dict)
    previous: Paper | None = None
    others: tuple[Paper, ...] = ()
    sources: tuple[Paper, ...] = ()
    standing: Standing | None = None
