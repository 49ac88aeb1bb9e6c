"""Headings told by their numbering: 一、 / （一） / 1. / （1） (clause 7.3.3)."""

from __future__ import annotations

import re
from typing import NamedTuple

from infodesk.core.document import Face, Paragraph, Role, Span

LONGEST_HEADING = 60
"""A numbered first sentence longer than this is text, not a heading."""

LONGEST_CLOSED = 30
"""A numbered line with a full stop that is longer than this is text: headings have none."""

_HANZI = "一二三四五六七八九十百"
_LEVELS: tuple[tuple[Role, Face | None, re.Pattern[str]], ...] = (
    # 一、二号泵站 and 一、二、三组 are text: a numeral follows the mark.
    (
        Role.HEADING_1,
        Face.HEI,
        re.compile(rf"[{_HANZI}]{{1,4}}、(?![{_HANZI}]{{1,3}}(?:[、号]|$))"),
    ),
    (Role.HEADING_2, Face.KAI, re.compile(rf"[（(][{_HANZI}]{{1,4}}[）)]、?(?=.)")),
    (Role.HEADING_3, None, re.compile(r"\d{1,2}(?:[．、]|\.(?!\d))(?=.)")),
    (Role.HEADING_4, None, re.compile(r"[（(]\d{1,2}[）)](?=.)")),
)
_SENTENCE_END = "。！？"
_DEPTHS = {
    Role.TITLE: 0,
    Role.ATTACHMENT_TITLE: 0,
    Role.HEADING_1: 1,
    Role.HEADING_2: 2,
    Role.HEADING_3: 3,
    Role.HEADING_4: 4,
}


class Heading(NamedTuple):
    """An entry of a document's outline; titles have depth 0, headings 一、 depth 1."""

    depth: int
    text: str


def heading_of(paragraph: Paragraph) -> Heading | None:
    """Return the title or heading a paragraph is, or begins with; None where it is text."""
    depth = _DEPTHS.get(paragraph.role)
    if depth is not None:
        return Heading(depth, paragraph.text)
    if paragraph.role is Role.BODY and len(paragraph.spans) > 1:
        first = paragraph.spans[0]
        for role, face, pattern in _LEVELS:
            if face is not None and first.face is face and pattern.match(first.text):
                return Heading(_DEPTHS[role], first.text)
    return None


def paragraph_of(text: str) -> Paragraph:
    """Return the line as a paragraph: a heading, a heading that text follows, or plain text.

    Only the numbered first sentence is set as a heading; what follows it in the line stays body.
    """
    for role, face, pattern in _LEVELS:
        found = pattern.match(text)
        if found is None:
            continue
        end = _first_sentence(text, found.end())
        if end > LONGEST_HEADING:
            break
        if end == len(text):
            if _is_sentence(text):
                break
            return Paragraph(role, (Span(text),))
        if face is not None and text[end - 1] in _SENTENCE_END:
            return Paragraph(Role.BODY, (Span(text[:end], face), Span(text[end:])))
        break
    return Paragraph(Role.BODY, (Span(text),))


def _is_sentence(text: str) -> bool:
    """Say whether a numbered line is a whole sentence or one of a list rather than a heading."""
    return text.endswith("；") or (text.endswith("。") and len(text) > LONGEST_CLOSED)


def _first_sentence(text: str, start: int) -> int:
    ends = [
        found
        for mark in _SENTENCE_END
        if (found := text.find(mark, start, LONGEST_HEADING + 1)) >= 0
    ]
    if ends:
        return min(ends) + 1
    return len(text)
