"""Series and issues of a bulletin, as values. The acts upon them are in ``bulletin_desk``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class IssueState(StrEnum):
    """Where an issue stands; a withdrawn issue keeps its number and its reason."""

    OPEN = "open"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


class IssueAct(StrEnum):
    """What was done to an issue once it had a number; each is recorded with who, when and why."""

    SIGN = "sign"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the distribution list: 报 up, 送 across or 发 down, and the copies it gets."""

    way: str
    name: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered publication.

    Attributes:
        key: short name on the command line, e.g. ``xinxi``; not digits only.
        name: red title of its head, e.g. 示范信息.
        issuer: issuing office, left above the rule.
        masthead: key of its head in ``resources/mastheads``.
        next_number: 期号 of the next issue in ``number_year``; starts again at 1 each year.
        next_total: 总期号 of the next issue, over all years; 0 where the office keeps none.
        marking: upper left, e.g. 内部资料 注意保存; empty for none.
        distribution: the list printed at the foot of the last page.
    """

    id: int
    key: str
    name: str
    issuer: str
    masthead: str
    number_year: int
    next_number: int
    next_total: int = 0
    marking: str = ""
    distribution: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueItem:
    """An item's place in an issue: which version of its text is printed."""

    item_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of a series.

    Attributes:
        number: 期号, 0 until it is signed.
        total: 总期号, 0 until it is signed or where the series keeps none.
        signed_on: the day the leader signed: the date printed.
        signer: who signed.
    """

    id: int
    series_id: int
    state: IssueState
    rev: int
    created_at: datetime
    items: tuple[IssueItem, ...] = ()
    year: int = 0
    number: int = 0
    total: int = 0
    signed_on: date | None = None
    signer: str = ""
    editor_note: str = ""
    distribution: tuple[Recipient, ...] = field(default=())
    withdrawn_because: str = ""

    @property
    def copies(self) -> int:
        """Printed copies: the sum of the distribution list (domain.md, section 6)."""
        return sum(recipient.copies for recipient in self.distribution)


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """One line of an issue's history: what was done, by whom, when, why."""

    issue_id: int
    act: IssueAct
    by: str
    at: datetime
    reason: str = ""
