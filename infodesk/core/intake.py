"""What text may enter the journal: one table of characters, and how a plain text becomes an item.

The table is explained to users in ``resources/help/characters.md``; a test holds the two together.
What is left is legal in XML 1.0 (Word and Excel need that), has one kind of line end, and shows
everything it says: no invisible character survives that could make two texts look the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import MAX_CHARACTERS, WHOLE, Content, Section

TITLE_LIMIT = 80
"""Longest first line that is taken for a title, in characters."""

DERIVED_TITLE_LIMIT = 40
"""Longest title that is made from the first sentence, in characters."""

DERIVED_TITLE_ENOUGH = 12
"""A derived title of this many characters takes in no further clause."""


class Treatment(StrEnum):
    """What happens to a class of characters, in the words of the messages table ``intake``."""

    LINE_END = "line-end"
    SPACE = "space"
    INVISIBLE = "invisible"
    DIRECTION = "direction"
    CONTROL = "control"
    OBJECT = "object"
    NONCHARACTER = "noncharacter"
    HALF = "half"
    NUL = "nul"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        first: first code point.
        last: last code point, included.
        becomes: what stands in its place; empty where it is removed, None where it is refused.
    """

    treatment: Treatment
    first: int
    last: int
    becomes: str | None


TABLE: tuple[Row, ...] = (
    Row(Treatment.NUL, 0x0000, 0x0000, None),
    Row(Treatment.CONTROL, 0x0001, 0x0008, ""),
    Row(Treatment.LINE_END, 0x000B, 0x000D, "\n"),
    Row(Treatment.CONTROL, 0x000E, 0x001F, ""),
    Row(Treatment.CONTROL, 0x007F, 0x0084, ""),
    Row(Treatment.LINE_END, 0x0085, 0x0085, "\n"),
    Row(Treatment.CONTROL, 0x0086, 0x009F, ""),
    Row(Treatment.SPACE, 0x00A0, 0x00A0, " "),
    Row(Treatment.INVISIBLE, 0x00AD, 0x00AD, ""),
    Row(Treatment.DIRECTION, 0x061C, 0x061C, ""),
    Row(Treatment.INVISIBLE, 0x180E, 0x180E, ""),
    Row(Treatment.SPACE, 0x2000, 0x200A, " "),
    Row(Treatment.INVISIBLE, 0x200B, 0x200D, ""),
    Row(Treatment.DIRECTION, 0x200E, 0x200F, ""),
    Row(Treatment.LINE_END, 0x2028, 0x2029, "\n"),
    Row(Treatment.DIRECTION, 0x202A, 0x202E, ""),
    Row(Treatment.SPACE, 0x202F, 0x202F, " "),
    Row(Treatment.SPACE, 0x205F, 0x205F, " "),
    Row(Treatment.INVISIBLE, 0x2060, 0x2064, ""),
    Row(Treatment.DIRECTION, 0x2066, 0x206F, ""),
    Row(Treatment.HALF, 0xD800, 0xDFFF, "\ufffd"),
    Row(Treatment.NONCHARACTER, 0xFDD0, 0xFDEF, ""),
    Row(Treatment.INVISIBLE, 0xFEFF, 0xFEFF, ""),
    Row(Treatment.INVISIBLE, 0xFFF9, 0xFFFB, ""),
    Row(Treatment.OBJECT, 0xFFFC, 0xFFFC, ""),
    Row(Treatment.NONCHARACTER, 0xFFFE, 0xFFFF, ""),
    Row(Treatment.INVISIBLE, 0x1BCA0, 0x1BCA3, ""),
    Row(Treatment.INVISIBLE, 0x1D173, 0x1D17A, ""),
    Row(Treatment.INVISIBLE, 0xE0000, 0xE007F, ""),
    *(
        Row(Treatment.NONCHARACTER, plane << 16 | 0xFFFE, plane << 16 | 0xFFFF, "")
        for plane in range(1, 17)
    ),
)
"""Every character that does not enter as it is; all others do, U+FFFD and private use included."""


@dataclass(frozen=True, slots=True)
class Note:
    """How many characters of a class were replaced or removed."""

    treatment: Treatment
    count: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that may enter the journal, and what was done to it.

    Attributes:
        notes: what the user is told; other line ends are no news and have none.
    """

    text: str
    notes: tuple[Note, ...]


def _as_class(rows: tuple[Row, ...]) -> str:
    return "".join(f"\\U{row.first:08x}-\\U{row.last:08x}" for row in rows)


# The pair of a Windows line end is one line end, so it goes before the single characters.
_TREATED = re.compile(f"\r\n|[{_as_class(TABLE)}]")


def _row_of(character: str) -> Row:
    return next(row for row in TABLE if row.first <= ord(character) <= row.last)


def cleaned(text: str) -> Cleaned:
    """Return the text as the table lets it in, and what was done to it.

    Cleaning a clean text changes nothing.

    Raises:
        InfodeskError: TEXT_HAS_NUL, ITEM_TOO_LONG.
    """
    counts: dict[Treatment, int] = {}

    def treated(match: re.Match[str]) -> str:
        found = match.group()
        if found == "\r\n":
            return "\n"
        row = _row_of(found)
        if row.becomes is None:
            raise InfodeskError(Code.TEXT_HAS_NUL, position=match.start() + 1)
        if row.treatment is not Treatment.LINE_END:
            counts[row.treatment] = counts.get(row.treatment, 0) + 1
        return row.becomes

    result = _TREATED.sub(treated, text)
    if len(result) > MAX_CHARACTERS:
        raise InfodeskError(Code.ITEM_TOO_LONG, count=len(result), most=MAX_CHARACTERS)
    return Cleaned(result, tuple(Note(each, counts[each]) for each in Treatment if each in counts))


def is_clean(text: str) -> bool:
    """Say whether a text may stay in the journal as it is, its length apart."""
    # Of all that the table treats only U+FFFC prints; asking that first is ten times as fast.
    printable = text.replace("\n", "").isprintable() and "\ufffc" not in text
    return printable or _TREATED.search(text) is None


_CLOSED = tuple("。！？；：，、.!?;:,")
# Each alternative is a fixed word or one character, so that matching takes linear time.
_DATE_LINE = re.compile(
    r"(?:星期[一二三四五六日天]|周[一二三四五六日末]|[今昨前当明次]天|[今昨前当明次近]日|目前|日前|北京时间|时间"
    r"|凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|深夜|夜间|夜晚|晚间|左右|前后|许|[AaPp][Mm]"
    r"|[0-9０-９〇○零一二三四五六七八九十年月日号时点分秒./／:：\-－—TZ,，、()（）【】\[\]\s])+"
)
_NEWS_HEAD = re.compile(
    r"\A[^，。（(]{0,20}?(?:[日号月](?:电|讯|信息|消息)|[网报社]讯|在线消息)[：:]?\s*(?:[（(][^）)]*[）)])?\s*"
)
_ATTRIBUTION = ("获悉", "了解到", "报道", "表示", "证实", "介绍", "消息", "报告", "称", "说")
_SENTENCE = re.compile(r"[^。！？!?]+")
_CLAUSE = re.compile(r"[^，；;,]+")


def content_from(text: str) -> Content:
    """Return a clean text as an item's content: a title, and the whole text as one section.

    The first line is the title when it looks like one; else a title is derived from the first
    sentence and the body keeps every line. Blank lines at either end are left out.

    Raises:
        InfodeskError: ITEM_EMPTY.
    """
    lines = _without_blank_ends(text.split("\n"))
    if not lines:
        raise InfodeskError(Code.ITEM_EMPTY)
    rest = _without_blank_ends(lines[1:])
    first = lines[0].strip()
    if rest and _is_title(first):
        return Content(first, (Section(WHOLE, "\n".join(rest)),))
    return Content(_derived_title(lines), (Section(WHOLE, "\n".join(lines)),))


def _without_blank_ends(lines: list[str]) -> list[str]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _is_title(line: str) -> bool:
    return (
        len(line) <= TITLE_LIMIT
        and not line.endswith(_CLOSED)
        and _DATE_LINE.fullmatch(line) is None
    )


def _derived_title(lines: list[str]) -> str:
    """Return the lead clauses of the first real sentence, cut where they grow too long."""
    for sentence in _sentences(lines):
        title = ""
        for clause in _clauses(sentence):
            longer = f"{title}，{clause}" if title else clause
            if len(longer) > DERIVED_TITLE_LIMIT:
                break
            title = longer
            if len(title) >= DERIVED_TITLE_ENOUGH:
                break
        if not title:
            title = next(_clauses(sentence), "")[:DERIVED_TITLE_LIMIT]
        if title:
            return title.strip()
    return next(line for line in lines if line.strip()).strip()[:DERIVED_TITLE_LIMIT].strip()


def _sentences(lines: list[str]) -> Iterator[str]:
    for line in lines:
        for match in _SENTENCE.finditer(line):
            sentence = match.group().strip()
            if sentence and not sentence.endswith(("：", ":")):
                yield sentence


def _clauses(sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence but the leading ones that only say when and who told."""
    started = False
    for match in _CLAUSE.finditer(_NEWS_HEAD.sub("", sentence)):
        clause = match.group().strip()
        started = started or not (
            not clause or clause.endswith(_ATTRIBUTION) or _DATE_LINE.fullmatch(clause)
        )
        if started and clause:
            yield clause
