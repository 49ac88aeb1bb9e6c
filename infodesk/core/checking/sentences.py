"""Where sentences begin and end: by marks, line breaks, and whole quotations, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENERS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "【": "】",
    "《": "》",
}
_CLOSERS = frozenset(_OPENERS.values())
_QUOTES = frozenset("”’」』")
_ENDERS = frozenset("。！？!?")
_INTERESTING = re.compile(r"[“”‘’「」『』（）()【】《》。！？!?；;]")
_LINE = re.compile("[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLAUSE = re.compile(r"[^，,；;：:。！？!?\r\n]+")

LONGEST_QUOTATION = 400
"""Characters after which an open quotation no longer holds a sentence together."""


def sentence_spans(text: str, *, semicolons: bool = False) -> list[tuple[int, int]]:
    """Return the sentences of a text as (start, end), white space around them left out.

    A sentence ends at 。！？ and at each line break. Inside a quotation or bracket that is closed
    on the same line and not too long it goes on; a closing quote after the mark belongs to it.

    Args:
        text: any text.
        semicolons: whether ； ends a sentence too.
    """
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        found.extend(_in_line(text, line.start(), line.end(), semicolons=semicolons))
    return found


def clause_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a stretch: what stands between commas, colons, and full stops."""
    for match in _CLAUSE.finditer(text, start, end):
        yield match.span()


def _in_line(text: str, start: int, end: int, *, semicolons: bool) -> Iterator[tuple[int, int]]:
    marks = [match.start() for match in _INTERESTING.finditer(text, start, end)]
    held = _held(text, marks)
    enders = _ENDERS | frozenset("；;") if semicolons else _ENDERS
    begin = start
    inside = 0
    for place in marks:
        mark = text[place]
        if place < inside or place < begin:
            continue
        if place in held:
            inside = held[place]
            after_quote = text[inside] in _QUOTES and text[inside - 1] in _ENDERS
            if after_quote and not _goes_on(text, place, inside, begin, end):
                yield from _trimmed(text, begin, inside + 1)
                begin = inside + 1
            continue
        if mark in enders:
            stop = place + 1
            while stop < end and (text[stop] in enders or text[stop] in _CLOSERS):
                stop += 1
            yield from _trimmed(text, begin, stop)
            begin = stop
    yield from _trimmed(text, begin, end)


def _held(text: str, marks: list[int]) -> dict[int, int]:
    """Return the outermost closed pairs of a line, opening position to closing position."""
    stack: list[int] = []
    pairs: dict[int, int] = {}
    for place in marks:
        mark = text[place]
        if mark in _OPENERS:
            stack.append(place)
        elif mark in _CLOSERS:
            depth = next(
                (
                    index
                    for index in range(len(stack) - 1, max(-1, len(stack) - 5), -1)
                    if _OPENERS[text[stack[index]]] == mark
                ),
                None,
            )
            if depth is not None:
                if place - stack[depth] <= LONGEST_QUOTATION:
                    pairs[stack[depth]] = place
                del stack[depth:]
    return pairs


def _goes_on(text: str, opening: int, closing: int, begin: int, end: int) -> bool:
    """Tell whether a sentence continues after a quotation that ends with a full stop."""
    following = text[closing + 1 : min(end, closing + 2)]
    if following and following in "，、；：。的之等一":
        return True
    introduced = opening == begin or text[opening - 1] in "：:，,　 \t"
    return not introduced


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
