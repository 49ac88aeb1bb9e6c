"""The first lines of a text that are no body: the time of the report, and the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from infodesk.core.checking.moments import is_moment_line

LONGEST_TITLE = 80
_LINE = re.compile("[^\r\n]+")
_NO_TITLE_END = "。！？；：，、!?;:,"


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the first lines stand, as (start, end); ``body`` is where the body begins."""

    moment: tuple[int, int] | None
    title: tuple[int, int] | None
    body: int


def heading_of(text: str, *, titled: bool) -> Heading:
    """Find the report time and the title in the first lines of a text.

    Args:
        text: a whole text.
        titled: whether the title is known already, so that no line of the text can be it.
    """
    moment: tuple[int, int] | None = None
    body = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        if is_moment_line(line) and moment is None:
            moment = match.span()
            body = match.end()
            continue
        if not titled and _is_title(line) and text[match.end() :].strip():
            return Heading(moment, match.span(), match.end())
        break
    return Heading(moment, None, body)


def _is_title(line: str) -> bool:
    plain = line.strip()
    return len(plain) <= LONGEST_TITLE and plain[-1] not in _NO_TITLE_END and "。" not in plain
