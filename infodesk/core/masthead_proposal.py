"""What was seen of a masthead in an issue the office has made with another program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from infodesk.core.mastheads import Masthead


class Part(StrEnum):
    """What a head shows."""

    NAME = "name"
    COLOUR = "colour"
    NUMBER = "number"
    ISSUER = "issuer"
    DATE = "date"
    RULE = "rule"
    MARKING = "marking"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A masthead to accept or to change, and the texts that belong to the series.

    Attributes:
        masthead: its key is empty; what was not seen has the values of a shipped one.
        name: red name of the series.
        issuer: left above the rule.
        marking: upper left.
        next_number: 期号 after the one seen; 0 where none was.
        next_total: 总期号 after the one seen; 0 where none was.
        missing: what was not seen.
    """

    masthead: Masthead
    name: str = ""
    issuer: str = ""
    marking: str = ""
    next_number: int = 0
    next_total: int = 0
    missing: tuple[Part, ...] = ()
