"""What the lines of an official text are: title, 主送, headings, tables, signature, 附件.

Told by their place and their form alone; a line that fits nothing is text. Nothing is lost but
empty lines, the white space around a line, and the tabs between the cells of a table.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from infodesk.core.document import Align, Column, Face, Paragraph, Role, Span, Table
from infodesk.core.headings import paragraph_of
from infodesk.core.titles import word_ends

LONGEST_TITLE = 80
LONGEST_SIGNATURE = 40
LONGEST_RECIPIENTS = 200
LONGEST_ATTACHED = 100

_CLOSED = tuple("。！？；：，、.!?;:,）)”")
_HANZI_DIGITS = "〇○零一二三四五六七八九十"
_DATE = re.compile(
    rf"(?:\d{{4}}|[{_HANZI_DIGITS}]{{4}})年(?:\d{{1,2}}|[{_HANZI_DIGITS}]{{1,3}})月"
    rf"(?:\d{{1,2}}|[{_HANZI_DIGITS}]{{1,3}})日"
)
_ATTACHED = re.compile(r"附件[：:](?:\d{1,2}[.．、])?(?=.)")
_NUMBERED = re.compile(r"\d{1,2}[.．、](?=.)")
_ATTACHMENT = re.compile(r"附件\s?\d{0,2}")
_CAPTION = re.compile(r"(?:表|附表)\s?\d{1,2}(?!\d)[^。；]{0,60}")
_NOTE = re.compile(r"[（(].+[）)]")
_PRESENT = re.compile(r"(?:出席|列席|请假|缺席|主持|参加|记录)(?:人员|人)?[：:](?=.)")

_PAGE_EMS = 36.0
"""Ems of a table's type in the width of a page."""
_NARROWEST = 2.0
_FREE = 0.8
"""Ems kept free inside each cell."""
_SHORT_CELL = 12.0
"""Ems: a column of longer texts, or of texts in several lines, is set flush left."""


def recognised(
    text: str, *, sealed: bool = False, attendance: bool = False
) -> tuple[Paragraph | Table, ...]:
    """Return the lines of a text as paragraphs and tables.

    Args:
        text: lines; cells of a table's row are parted by tabs.
        sealed: whether signature and date leave room for a seal.
        attendance: whether lines such as 出席： are lists of those present.
    """
    lines = [line.strip(" \u3000\r\n\v\f") for line in text.splitlines()]
    return tuple(_Reading(lines, sealed=sealed, attendance=attendance).run())


def text_of(text: str) -> Iterator[Paragraph | Table]:
    """Yield the lines of an item's text as headings, text, and tables where tabs part cells."""
    for lines, table in _grouped([line.strip(" \u3000\r\n\v\f") for line in text.splitlines()]):
        if table:
            yield table_of([line.split("\t") for line in lines])
        else:
            yield from (paragraph_of(line.strip()) for line in lines if line.strip())


def _grouped(lines: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """Yield neighbouring lines, and whether they are the rows of a table."""
    for tabs, group in groupby(lines, key=lambda line: line.count("\t")):
        rows = list(group)
        yield rows, bool(tabs) and len(rows) > 1 and _is_table(rows)


class _Reading:
    """One pass over the lines; what a line is depends on what has been read before it."""

    def __init__(self, lines: Sequence[str], *, sealed: bool, attendance: bool) -> None:
        self._lines = lines
        self._sealed = sealed
        self._attendance = attendance
        self._found: list[Paragraph | Table] = []

    def run(self) -> list[Paragraph | Table]:
        """Return what was read."""
        for lines, table in _grouped(self._lines):
            if table:
                self._found.append(table_of([line.split("\t") for line in lines]))
                continue
            for line in lines:
                if stripped := line.strip():
                    self._line(stripped)
        return self._found

    def _line(self, line: str) -> None:
        if not self._found:
            more = sum(1 for each in self._lines if each.strip()) > 1
            self._add(title_of(line) if more and is_title(line) else paragraph_of(line))
            return
        before = self._found[-1].role
        if before is Role.ATTACHMENT and is_title(line):
            self._add(title_of(line, Role.ATTACHMENT_TITLE))
        elif _ATTACHMENT.fullmatch(line):
            self._add(Paragraph(Role.ATTACHMENT, (Span(line),)))
        elif before is Role.TITLE and line.endswith(("：", ":")) and len(line) < LONGEST_RECIPIENTS:
            self._add(Paragraph(Role.RECIPIENTS, (Span(line),)))
        elif _DATE.fullmatch(line):
            self._sign(line)
        elif before in {Role.DATE, Role.SEALED_DATE} and _NOTE.fullmatch(line):
            self._add(Paragraph(Role.ANNOTATION, (Span(line),)))
        elif _CAPTION.fullmatch(line):
            self._add(Paragraph(Role.CAPTION, (Span(line),)))
        elif not self._listed(line, before):
            # What ends a list of lines ending in ； is one of them, not a heading.
            listed = self._found[-1].text.endswith("；") and line.endswith("。")
            self._add(Paragraph(Role.BODY, (Span(line),)) if listed else paragraph_of(line))

    def _listed(self, line: str, before: Role) -> bool:
        """Take a line of 附件说明 or of those present; say whether it was one."""
        attached = _ATTACHED.match(line)
        numbered = _NUMBERED.match(line)
        present = _PRESENT.match(line) if self._attendance else None
        if attached and len(line) < LONGEST_ATTACHED:
            self._add(Paragraph(Role.ATTACHED, (Span(line),), label=attached.end()))
        elif numbered and before in {Role.ATTACHED, Role.ATTACHED_MORE}:
            self._add(Paragraph(Role.ATTACHED_MORE, (Span(line),), label=numbered.end()))
        elif present:
            more = before in {Role.ATTENDANCE, Role.ATTENDANCE_MORE}
            spans = (Span(line[: present.end()], Face.HEI), Span(line[present.end() :]))
            role = Role.ATTENDANCE_MORE if more else Role.ATTENDANCE
            self._add(Paragraph(role, spans, label=present.end()))
        else:
            return False
        return True

    def _sign(self, line: str) -> None:
        last = self._found[-1]
        signature, date = (
            (Role.SEALED_SIGNATURE, Role.SEALED_DATE)
            if self._sealed
            else (Role.SIGNATURE, Role.DATE)
        )
        if isinstance(last, Paragraph) and last.role is Role.BODY and is_signature(last.text):
            self._found[-1] = Paragraph(signature, last.spans)
        self._add(Paragraph(date, (Span(line),)))

    def _add(self, paragraph: Paragraph) -> None:
        self._found.append(paragraph)


def _is_table(lines: Sequence[str]) -> bool:
    """Say whether tabs part cells; those that only indent a line part nothing."""
    parted = sum("\t" in line.strip() for line in lines)
    return parted * 2 > len(lines)


def is_title(line: str) -> bool:
    """Say whether a line looks like a title: short, without the mark of a sentence's end."""
    return (
        len(line) <= LONGEST_TITLE
        and not line.endswith(_CLOSED)
        and _DATE.fullmatch(line) is None
        and paragraph_of(line).role is Role.BODY
    )


def is_signature(line: str) -> bool:
    """Say whether a line above a date looks like the name of who signs."""
    return len(line) <= LONGEST_SIGNATURE and not line.endswith(_CLOSED)


def title_of(line: str, role: Role = Role.TITLE) -> Paragraph:
    """Return a title that knows where its words end."""
    return Paragraph(role, (Span(line),), word_ends(line))


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    """Return rows of texts as a table, its columns as wide as their texts ask.

    Args:
        rows: as many texts in each.
    """
    texts = tuple(tuple(cell.strip() for cell in row) for row in rows)
    head_rows = 1 if len(texts) > 1 else 0
    widths = [list(_widths(column)) for column in zip(*texts, strict=True)]
    asked = [max(*each, _NARROWEST) for each in widths]
    if sum(asked) + _FREE * len(asked) > _PAGE_EMS:
        # Heads may stand in two lines where room is short.
        asked = [
            max(*each[head_rows:], *(math.ceil(w / 2) for w in each[:head_rows]), _NARROWEST)
            for each in widths
        ]
    widest = _levelled(asked)
    columns = tuple(
        Column(
            share + _FREE,
            Align.CENTRE if max(each[head_rows:]) <= min(share, _SHORT_CELL) else Align.LEFT,
        )
        for share, each in zip(widest, widths, strict=True)
    )
    return Table(columns, texts, head_rows)


def _levelled(widths: Sequence[float]) -> list[float]:
    """Return widths that fit a page, in ems: the widest ones give way, all to the same width."""
    room = _PAGE_EMS - _FREE * len(widths)
    rest = sorted(widths)
    while rest and rest[0] * len(rest) <= room:
        room -= rest.pop(0)
    most = room / len(rest) if rest else max(widths)
    return [min(width, max(most, _NARROWEST)) for width in widths]


def _widths(texts: Sequence[str]) -> Iterator[float]:
    """Yield how wide each text is, in ems."""
    for text in texts:
        yield sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)
