"""What the typesetter gives: pages of lines of runs, each with its place.

Places are points from the upper left corner of the sheet, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from infodesk.core.document import PageStyle, Role
from infodesk.core.headings import Heading
from infodesk.core.images import ImageFile


class Kind(StrEnum):
    """Which part of the page a line belongs to; ``TABLE_AGAIN`` is a table's repeated head."""

    HEAD = "head"
    BODY = "body"
    TABLE = "table"
    TABLE_AGAIN = "table-again"
    FOOT = "foot"
    NUMBER = "number"


class Run(NamedTuple):
    """Characters of one font, set in one stroke.

    Attributes:
        x: left edge of the first character.
        spacing: added after each character's own width, in points.
    """

    x: float
    text: str
    font: str
    size: float
    spacing: float
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of runs.

    Attributes:
        baseline: points from the top of the sheet.
        width: points from the first character's left edge to the last one's right edge.
        role: the paragraph's, None outside the text.
        row: row of the grid in body text, -1 elsewhere or off the grid.
        starts: whether its paragraph starts here.
        heading: what the outline says of it, on the first line of a title or heading.
    """

    kind: Kind
    baseline: float
    width: float
    runs: tuple[Run, ...]
    role: Role | None = None
    row: int = -1
    starts: bool = False
    heading: Heading | None = None

    @property
    def text(self) -> str:
        """The characters of the line, in order."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: a bar from ``x`` on, ``y`` its middle.

    An upright one is a bar as narrow as its width, its thickness what it is high.
    """

    x: float
    y: float
    width: float
    thickness: float
    colour: str


class Picture(NamedTuple):
    """A picture; ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    file: ImageFile


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its number counts from 1."""

    number: int
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out."""

    style: PageStyle
    pages: tuple[Page, ...]

    def lines(self, *kinds: Kind) -> Iterator[Line]:
        """Yield the lines of these kinds, page by page; of every kind where none is named."""
        for page in self.pages:
            yield from (line for line in page.lines if not kinds or line.kind in kinds)
