"""Reads an office's masthead from one of its issues, as Word has it.

Nothing here is sure: a head may be a picture, a table or drawn letters. What was not seen is named,
and what was is a proposal for the clerk to look at.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from infodesk.archive import docx_text, readers
from infodesk.archive.docx_head import USUAL_HEIGHT, DrawnRule, SetLine, first_lines
from infodesk.archive.faults import DamagedError, NotItsTypeError
from infodesk.core import secrecy
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.masthead_proposal import Part, Proposal
from infodesk.core.mastheads import LineSetting, Masthead

MOST_LINES = 80
"""A head is over long before."""

ROW_PT = 28.95
MOST_ROWS = 15
MOST_NUMBER, MOST_TOTAL = 9_999, 999_999
"""Larger ones are no numbers of issues."""

_SMALLEST_NAME_PT = 20
_LARGEST_SMALL_PT = 24
_LONGEST_LINE = 80
_LONGEST_MARKING = 30
_LONGEST_NUMBER = 9
_MOST_BETWEEN = 12
"""Written lines between the name and the date, at most."""

_BLANK = r"[\s\u3000]*"
_DIGITS = r"[0-9０-９〇○零一二三四五六七八九十百千]+"
_TOTAL = re.compile(rf"总{_BLANK}(?:第{_BLANK})?({_DIGITS})?{_BLANK}期")
_NUMBER = re.compile(rf"第{_BLANK}({_DIGITS})?{_BLANK}期")
_DATE = re.compile(
    r"[0-9０-９〇○零一二三四五六七八九]{0,4}[\s\u3000]*年"
    r"[0-9０-９一二三四五六七八九十\s\u3000]*月[0-9０-９一二三四五六七八九十\s\u3000]*日"
)
_KNOWN_MARKING = re.compile(r"内部|注意保[存密]|妥善保管|不得外传|仅供|参阅|阅后")
_COPY_NUMBER = re.compile(r"编号|份号|№|No\.?\s*\d", re.IGNORECASE)
_APART = re.compile(r"\t|\n|[ \u3000]{3,}")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_BRACKETS = "（）()[]〔〕　 "


def read(path: Path, like: Masthead) -> Proposal:
    """Return the masthead of an issue as a proposal.

    Args:
        path: a .docx file.
        like: gives the values that can't be seen.

    Raises:
        InfodeskError: FILE_…; MASTHEAD_NEEDS_DOCX for another form of Word document;
            MASTHEAD_NOT_SEEN where there is neither a name nor a number.
    """
    data = readers.bytes_of(path)
    if readers.form_of(data) is not readers.Form.ZIP:
        raise InfodeskError(Code.MASTHEAD_NEEDS_DOCX, path=path)
    try:
        lines = list(first_lines(docx_text.opened(data), MOST_LINES))
    except NotItsTypeError as fault:
        raise InfodeskError(Code.MASTHEAD_NEEDS_DOCX, path=path) from fault
    except DamagedError as fault:
        raise InfodeskError(Code.FILE_DAMAGED, path=path) from fault
    seen = _Seen(lines)
    if seen.name is None and seen.number is None:
        raise InfodeskError(Code.MASTHEAD_NOT_SEEN, path=path)
    return seen.proposal(like, path.stem)


class _Seen:
    """The lines of a head, found among the first lines of a document by their place."""

    def __init__(self, lines: Sequence[SetLine]) -> None:
        self._lines = lines
        self.name = self._name()
        start = 0 if self.name is None else self.name
        self.number = self._first(_NUMBER, 0, start)
        self.date = self._first(_DATE, start, start)
        self.issuer = ""
        self._find_issuer()
        self.marking = ""
        self._marking_line: int | None = None
        self._find_marking()
        self.rule = self._rule()

    def proposal(self, like: Masthead, stem: str) -> Proposal:
        """Return what was seen, the rest as ``like`` has it."""
        numbers = "" if self.number is None else self._lines[self.number].text
        total = _TOTAL.search(numbers)
        number = _NUMBER.search(_TOTAL.sub("", numbers))
        name, colour = self._name_text()
        missing = {
            Part.NAME: not name,
            Part.COLOUR: not colour,
            Part.NUMBER: self.number is None,
            Part.ISSUER: not self.issuer,
            Part.DATE: self.date is None,
            Part.RULE: self.rule is None,
            Part.MARKING: not self.marking,
        }
        return Proposal(
            masthead=self._masthead(like, name or stem, colour),
            name=name,
            issuer=self.issuer,
            marking=self.marking,
            next_number=_after(number, MOST_NUMBER),
            next_total=_after(total, MOST_TOTAL),
            missing=tuple(part for part, gone in missing.items() if gone),
        )

    def _masthead(self, like: Masthead, label: str, colour: str) -> Masthead:
        rule = self.rule
        gap = like.gap if rule is None or rule.gap is None else rule.gap
        head = replace(
            like,
            key="",
            label=label,
            colour=colour or like.colour,
            marking=self._setting(self._marking_line, like.marking),
            name=self._setting(self.name, like.name),
            number=self._setting(self.number, like.number),
            imprint=self._setting(self.date, like.imprint),
            gap=_within(gap, 0, 31),
            rule=like.rule if rule is None else _within(rule.thickness, 0, 6),
        )
        if head.height > MOST_ROWS * ROW_PT:
            # Spaces that fill half a page were made for something else, a picture or a seal.
            head = replace(
                head,
                marking=_close(head.marking),
                name=_close(head.name),
                number=_close(head.number),
                imprint=_close(head.imprint),
            )
        return replace(head, rows=max(math.ceil(head.height / ROW_PT - 1e-6), 1))

    def _setting(self, index: int | None, like: LineSetting) -> LineSetting:
        if index is None:
            return like
        line = self._lines[index]
        size = _within(line.size, 5, 120)
        height = line.height if line.height >= size * 0.8 else round(size * USUAL_HEIGHT, 1)
        before = like.before if line.boxed else self._space_above(index)
        return LineSetting(
            size=size,
            before=_within(before, 0, 200),
            height=_within(height, 5, 200),
            tracking=_within(self._tracking(line), -5, 100) if index == self.name else 0.0,
        )

    def _space_above(self, index: int) -> float:
        """Return the space above a line, empty paragraphs with it; at the very top only its own."""
        blank = 0.0
        for line in reversed(self._lines[:index]):
            if line.boxed or line.rule:
                break
            if line.text.strip():
                # Word lets the space below one paragraph and above the next overlap.
                return blank + max(self._lines[index].before, 0.0 if blank else line.after)
            blank += line.before + (line.height or ROW_PT / 2) + line.after
        else:
            blank = 0.0
        return blank + self._lines[index].before

    def _tracking(self, line: SetLine) -> float:
        """Return the points between the letters of the name, stated or made by spaces."""
        runs = [run for run in line.runs if run.text.strip()]
        letters = "".join(run.text for run in runs).strip()
        spaces = sum((letter == "\u3000") + (letter == " ") / 2 for letter in letters)
        count = len("".join(letters.split()))
        between = spaces * line.size / (count - 1) if count > 1 else 0.0
        return round(runs[0].tracking + between, 2) if runs else 0.0

    def _name(self) -> int | None:
        """Return the line of the name: the largest red one, else the largest of all."""
        red: list[int] = []
        plain: list[int] = []
        written = 0
        for index, line in enumerate(self._lines):
            written += bool(line.text.strip())
            if written > _MOST_BETWEEN * 2:
                break
            if line.size < _SMALLEST_NAME_PT or not _HANZI.search(line.text):
                continue
            (red if any(_is_red(run.colour) for run in line.runs) else plain).append(index)
        plain = [index for index in plain if self._lines[index].size > _LARGEST_SMALL_PT]
        found = red or plain
        return max(found, key=lambda index: self._lines[index].size, default=None)

    def _name_text(self) -> tuple[str, str]:
        """Return the name without the spaces between its letters, and its colour where red."""
        if self.name is None:
            return "", ""
        line = self._lines[self.name]
        colour = next((run.colour for run in line.runs if _is_red(run.colour)), "")
        shown = [run.text for run in line.runs if not colour or _is_red(run.colour)]
        return "".join("".join(shown).split()), colour

    def _first(self, pattern: re.Pattern[str], start: int, least: int) -> int | None:
        """Return the first small line that holds a pattern, no more than a few lines on."""
        written = 0
        for index in range(start, len(self._lines)):
            line = self._lines[index]
            if not line.text.strip():
                continue
            small = line.size <= _LARGEST_SMALL_PT and len(line.text) <= _LONGEST_LINE
            if index != self.name and small and pattern.search(line.text):
                return index
            written += index > least
            if written > _MOST_BETWEEN:
                return None
        return None

    def _find_issuer(self) -> None:
        if self.date is None:
            return
        line = self._lines[self.date].text
        self.issuer = _issuer_in(_DATE.split(line)[0]) or _issuer_in(_DATE.split(line)[-1])
        beside = (self.date - 1, self.date + 1)
        for index in beside:
            if not self.issuer and 0 <= index < len(self._lines) and index != self.name:
                text = self._lines[index].text
                if not _DATE.search(text) and len(text) <= _LONGEST_MARKING:
                    self.issuer = _issuer_in(text)

    def _find_marking(self) -> None:
        end = max((i for i in (self.name, self.number, self.date) if i is not None), default=0)
        for index in range(end):
            if index in (self.name, self.number, self.date):
                continue
            for text in map(str.strip, _APART.split(self._lines[index].text)):
                above = self.name is not None and index < self.name
                if not text or len(text) > _LONGEST_MARKING or _COPY_NUMBER.search(text):
                    continue
                if not above and not _KNOWN_MARKING.search(text):
                    continue
                if _HANZI.search(text) and text != self.issuer and not secrecy.marking(text):
                    self.marking, self._marking_line = text, index
                    return

    def _rule(self) -> DrawnRule | None:
        """Return the rule of the head: the first red one below the name, else the first."""
        start = 0 if self.name is None else self.name
        found: list[DrawnRule] = []
        written = 0
        for index in range(start, len(self._lines)):
            line = self._lines[index]
            written += bool(line.text.strip())
            if written > _MOST_BETWEEN:
                break
            if line.rule:
                found.append(line.rule)
        return next((rule for rule in found if _is_red(rule.colour)), next(iter(found), None))


def _issuer_in(text: str) -> str:
    rest = _NUMBER.sub("", _TOTAL.sub("", text)).strip(_BRACKETS + "\t\n")
    return rest if len(_HANZI.findall(rest)) >= 3 else ""


def _is_red(colour: str) -> bool:
    if not colour:
        return False
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red >= 0x80 and red > 2 * max(green, blue)


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _close(line: LineSetting) -> LineSetting:
    return replace(line, before=0.0, height=_within(line.size * USUAL_HEIGHT, 5, 200))


def _after(found: re.Match[str] | None, most: int) -> int:
    """Return the number after the one found; 0 where none is written, or one beyond ``most``."""
    text = found[1] if found else None
    if not text or len(text) > _LONGEST_NUMBER:
        return 0
    value = _value(text) + 1
    return value if value <= most else 0


_UNITS = {"十": 10, "百": 100, "千": 1000}


def _value(text: str) -> int:
    """Return a number written in digits of either width, or in Chinese."""
    if text.isdecimal():
        return int(text)
    digits = {letter: value for value, letter in enumerate("零一二三四五六七八九")}
    digits |= {"〇": 0, "○": 0}
    if not set(text) & set(_UNITS):
        return int("".join(str(digits.get(letter, 0)) for letter in text))
    total = 0
    for before, letter in pairwise(f"零{text}"):
        if letter in _UNITS:
            total += (digits.get(before) or 1) * _UNITS[letter]
    return total + digits.get(text[-1], 0)
