"""Mastheads: the red head of a bulletin, as data of ``resources/mastheads``.

There is no national standard for a bulletin's head; the sizes are the practice collected in the
default file, and an office edits its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infodesk.core.errors import Code, InfodeskError

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class LineSetting:
    """How one line of the head is set, in points; ``before`` is the space above it."""

    size: float
    before: float
    height: float
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Masthead:
    """A bulletin's head.

    Attributes:
        label: what the clerk chooses it by.
        rows: rows of the page's grid it takes.
        colour: of the name and of the rule.
        marking: line at the upper left, kept free where a series has no marking.
        name: the red name of the series.
        number: the line of 期号 and 总期号.
        imprint: issuer at the left, date at the right.
        gap: from the imprint down to the rule, in points.
        rule: thickness of the rule in points.
    """

    key: str
    label: str
    rows: int
    colour: str
    marking: LineSetting
    name: LineSetting
    number: LineSetting
    imprint: LineSetting
    gap: float
    rule: float

    @property
    def height(self) -> float:
        """Points from the top of the type area to the lower edge of the rule."""
        lines = (self.marking, self.name, self.number, self.imprint)
        return sum(line.before + line.height for line in lines) + self.gap + self.rule


def masthead_from(key: str, data: Mapping[str, Any], *, pitch_pt: float = 28.95) -> Masthead:
    """Build a masthead from the mapping of its TOML file.

    Args:
        key: name of the file without its suffix.
        data: the file as read.
        pitch_pt: height of a row; the head must fit the rows it claims.

    Raises:
        InfodeskError: MASTHEAD_WRONG, with the key that is missing or wrong.
    """
    colour = data.get("colour")
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        raise InfodeskError(Code.MASTHEAD_WRONG, masthead=key, entry="colour")
    masthead = Masthead(
        key=key,
        label=str(data.get("label", key)),
        rows=int(_number(key, data, "rows", (1, 15))),
        colour=colour,
        marking=_line(key, data, "marking"),
        name=_line(key, data, "name"),
        number=_line(key, data, "number"),
        imprint=_line(key, data, "imprint"),
        gap=_number(key, data, "gap", (0, 31)),
        rule=_number(key, data, "rule", (0, 6)),
    )
    if masthead.height > masthead.rows * pitch_pt:
        raise InfodeskError(Code.MASTHEAD_WRONG, masthead=key, entry="rows")
    return masthead


def _line(key: str, data: Mapping[str, Any], name: str) -> LineSetting:
    section = data.get(name)
    if not isinstance(section, Mapping):
        raise InfodeskError(Code.MASTHEAD_WRONG, masthead=key, entry=name)
    return LineSetting(
        size=_number(key, section, "size", (5, 120), name),
        before=_number(key, section, "before", (0, 200), name),
        height=_number(key, section, "height", (5, 200), name),
        tracking=_number(key, section, "tracking", (-5, 100), name)
        if "tracking" in section
        else 0.0,
    )


def _number(
    key: str, data: Mapping[str, Any], name: str, bounds: tuple[float, float], section: str = ""
) -> float:
    value = data.get(name)
    low, high = bounds
    entry = f"{section}.{name}" if section else name
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise InfodeskError(Code.MASTHEAD_WRONG, masthead=key, entry=entry)
    return float(value)
