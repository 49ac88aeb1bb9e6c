"""What a search finds, as pure functions: folding, the terms of a query, pairs, passages.

The truth is a plain substring: a term is found where its folded text stands in the folded title or
the folded text, punctuation, spaces and line ends included. The index of ``storage.search`` holds
every overlapping pair of characters of the folded text, so that a term of two characters or more
is exactly a run of pairs, and nothing that a scan would find is missed.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

END = "\u00c0"
"""Pairs with the last character, so that each character begins a pair.

A capital: no folded text and no term holds one.
"""

_ASCII_MARKS = {
    chr(code): chr(0x2400 + code)
    if code < 0x20
    else "\u2421"
    if code == 0x7F
    else chr(code + 0xFEE0)
    for code in range(0x80)
    if not chr(code).isalnum()
}
_SPACES = dict.fromkeys(" \t\n\r\v\f", "\u3000")
_WIDE_LETTERS = {chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B)}
_FOLDED = {
    **_ASCII_MARKS,
    **_SPACES,
    **{wide: narrow for wide, narrow in _WIDE_LETTERS.items() if narrow.isalnum()},
}
_FOLDS = re.compile("[" + "".join(re.escape(character) for character in _FOLDED) + "]")
_TERM = re.compile(r'"([^"]*\S[^"]*)"|\S+')

LONGEST = 48
"""Characters of a term that the index is asked for; the rest is looked up in the text."""


def fold(text: str) -> str:
    """Return a text of the same length in which case and width make no difference.

    Letters and digits become small and narrow, marks wide, every white space a wide one: what is
    left of ASCII is letters and digits, so that any two characters are one word to FTS5's ``ascii``
    tokenizer.
    """
    small = text.casefold()
    if len(small) != len(text):
        small = "".join(
            folded if len(folded := character.casefold()) == 1 else character for character in text
        )
    return _FOLDS.sub(lambda found: _FOLDED[found[0]], small)


def is_fixed(term: str) -> bool:
    """Tell whether a term reads the same in every text, folded or not: it is all Chinese."""
    return all("\u4e00" <= character <= "\u9fff" for character in term)


def pairs(folded: str) -> str:
    """Return every two neighbouring characters of a folded text, parted by spaces."""
    count = len(folded) - 1
    if count < 1:
        return ""
    encoded = folded.encode("utf-16-le")
    if len(encoded) != 2 * len(folded):
        return " ".join(map("".join, pairwise(folded)))
    units = array("H", encoded)
    laid = array("H", b" \0" * (3 * count))
    laid[0::3] = units[:-1]
    laid[1::3] = units[1:]
    laid.pop()
    return laid.tobytes().decode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: every term must be found. ``terms`` are folded."""

    terms: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def is_short(self) -> bool:
        """Whether every term is a single character."""
        return all(len(term) == 1 for term in self.terms)

    @property
    def is_long(self) -> bool:
        """Whether the index alone can't answer it."""
        return any(len(term) > LONGEST for term in self.terms)

    def found_in(self, *fields: str) -> bool:
        """Tell whether each term stands in one of the fields; they are not folded yet."""
        folded: list[str] = []
        for term in self.terms:
            if is_fixed(term):
                # Folding a text takes ten times as long as looking for a term in it.
                if any(term in field for field in fields):
                    continue
                return False
            folded = folded or [fold(field) for field in fields]
            if not any(term in field for field in folded):
                return False
        return True

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where terms stand in a text, in order; what touches is one."""
        if not self.terms:
            return []
        folded = fold(text)
        places = sorted(
            (found.start(), found.start() + len(term))
            for term in self.terms
            for found in re.finditer(f"(?={re.escape(term)})", folded)
        )
        merged: list[tuple[int, int]] = []
        for start, end in places:
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged


def parse(text: str) -> Query:
    """Return what was typed as a query: words parted by spaces, or "in quotes", all wanted."""
    plain = "".join("\ufffd" if "\ud800" <= mark <= "\udfff" else mark for mark in text)
    terms = (fold((found[1] or found[0]).strip()) for found in _TERM.finditer(plain))
    return Query(tuple(dict.fromkeys(term for term in terms if term)))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text on one line, and where the terms stand in it, in code points."""

    text: str
    spans: tuple[tuple[int, int], ...]


def passage(text: str, query: Query, *, length: int = 60) -> Passage:
    """Return the first stretch of a text that shows a term, at most about ``length`` characters."""
    places = query.spans(text)
    first = places[0][0] if places else 0
    start = max(0, first - length // 3) if first > length // 2 else 0
    end = min(len(text), max(start + length, places[0][1] if places else 0))
    shown = re.sub(r"\s", " ", text[start:end])
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    shift = len(before) - start
    spans = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in places if a < end)
    return Passage(f"{before}{shown}{after}", spans)


class Among(StrEnum):
    """The kinds of thing a search finds.

    ``VERSION``: a kept text that the draft left behind; ``UNIT``: whom items name, ``STATION``:
    whose keys are known.
    """

    ITEM = "item"
    VERSION = "version"
    ISSUE = "issue"
    UNIT = "unit"
    STATION = "station"
    BATCH = "batch"


class Order(StrEnum):
    """How hits are ordered: the newest first, or the best of the newest."""

    DATE = "date"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found.

    Attributes:
        id: UUID of the item or batch, number of the issue, name of the unit, code of the station.
        serial: number in this journal; 0 for a unit.
        at: the moment by which it is ordered: added, recorded, or the day an issue was signed; None
            for a unit.
        state: of an item or issue; the direction of a batch.
    """

    among: Among
    id: str
    serial: int
    at: datetime | None
    title: Passage
    text: Passage
    kind: str = ""
    unit: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a search; an empty value narrows nothing.

    Attributes:
        among: kinds of thing.
        kind: key of an item's kind; leaves issues out, as ``unit`` does.
        since: first day.
        until: last day, included.
    """

    query: Query
    among: frozenset[Among] = frozenset()
    kind: str = ""
    unit: str = ""
    since: date | None = None
    until: date | None = None
    order: Order = Order.DATE


def chunks(keys: Iterator[int], size: int) -> Iterator[Sequence[int]]:
    """Yield keys by the handful, the first handful small: it is often enough."""
    held: list[int] = []
    for key in keys:
        held.append(key)
        if len(held) == size:
            yield held
            held, size = [], min(size * 2, 400)
    if held:
        yield held
