"""Paper that bears its red head before anything is printed on it (套打).

The head keeps its room and is not drawn, so that the text stands where it always does; what the
printer is off by is made good by moving everything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The command line knows the paper before it knows whether it will print.
    from infodesk.core.document import Document, Head
    from infodesk.core.ports import SettingsStore

MOST_MM = 20.0
"""Farthest that everything may be moved: more, and a page would leave its sheet."""

_OMIT, _RIGHT, _DOWN = "paper.omit", "paper.right-mm", "paper.down-mm"


class Omit(StrEnum):
    """What is on the paper already: the whole head, or its red parts only."""

    HEAD = "head"
    RED = "red"


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """What is left out, and where everything else goes; up to ``MOST_MM`` either way."""

    omit: Omit | None = Omit.HEAD
    right_mm: float = 0.0
    down_mm: float = 0.0


def for_paper(document: Document, paper: PrintedPaper) -> Document:
    """Return a document as it is printed on such paper: every line of its text where it was.

    A head that begins above the text is left out whole, since its black lines hang on its rules.
    """
    page = replace(
        document.page,
        left_mm=document.page.left_mm + paper.right_mm,
        top_mm=document.page.top_mm + paper.down_mm,
    )
    head = document.head
    if head is not None and paper.omit is not None:
        above = head.top_mm is not None
        head = _black(head) if paper.omit is Omit.RED and not above else _blank(head)
    elif head is not None and head.top_mm is not None:
        head = replace(head, top_mm=head.top_mm + paper.down_mm)
    return replace(document, page=page, head=head)


def _blank(head: Head) -> Head:
    return replace(head, lines=(), gap_pt=0.0, rule_pt=0.0, top_mm=None, bottom_rule=None)


def _black(head: Head) -> Head:
    lines = tuple(
        replace(line, left="", centre="", right="") if line.style.colour == head.colour else line
        for line in head.lines
    )
    return replace(head, lines=lines, gap_pt=0.0, rule_pt=0.0)


def kept_paper(settings: SettingsStore) -> PrintedPaper:
    """Return the paper an office last printed on; unmoved where that was never said."""
    try:
        omit = Omit(settings.get(_OMIT, Omit.HEAD))
    except ValueError:
        omit = Omit.HEAD
    return PrintedPaper(omit, _mm(settings.get(_RIGHT)), _mm(settings.get(_DOWN)))


def keep_paper(settings: SettingsStore, paper: PrintedPaper) -> None:
    """Keep the paper an office prints on, for the next time."""
    if paper.omit is not None:
        settings.set(_OMIT, paper.omit)
    settings.set(_RIGHT, f"{paper.right_mm:g}")
    settings.set(_DOWN, f"{paper.down_mm:g}")


def _mm(text: str) -> float:
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return value if -MOST_MM <= value <= MOST_MM else 0.0
