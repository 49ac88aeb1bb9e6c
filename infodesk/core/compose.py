"""Items become a document: the same items always give the same one, whatever it is written to.

Empty lines and the white space around a line are left out, since the page's own indent takes their
place; every other character is kept, in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from infodesk.core.bulletins import Issue, Recipient, Series
from infodesk.core.contents import contents_list
from infodesk.core.document import (
    Align,
    Document,
    Face,
    Foot,
    FootEntry,
    Head,
    HeadLine,
    PageStyle,
    Paragraph,
    Role,
    Span,
    Style,
    Table,
)
from infodesk.core.items import Content, Item
from infodesk.core.mastheads import LineSetting, Masthead
from infodesk.core.recognition import text_of
from infodesk.core.styles import OFFICE, fitted
from infodesk.core.titles import word_ends

EDITOR_NOTE = "编者按："
CODE_LABEL = "留痕码："
WAYS = ("报", "送", "发")
"""Order of the distribution lists: superiors, equals, subordinates."""

_BLANK = "　　"
_PAGE = PageStyle()
_NOTHING = Paragraph(Role.BODY, ())


def issue(
    issue: Issue,
    series: Series,
    contents: Sequence[tuple[Item, Content]],
    masthead: Masthead,
    code: str = "",
) -> Document:
    """Return an issue of a series as a document.

    Args:
        issue: its number and date stand blank until it is signed.
        series: its name, issuer and marking make the head.
        contents: each place's item and the version of its text that is printed, in order.
        masthead: how the head is set.
        code: what names its signing in the audit chain, last in the foot; empty for none.
    """
    paragraphs: list[Paragraph | Table] = [*_editor_note(issue.editor_note)]
    for item, content in contents:
        paragraphs.extend(_item(item, content))
    titles = [" ".join(_lines(content.title)) for _, content in contents]
    first = next((part for part in paragraphs if isinstance(part, Paragraph)), _NOTHING)
    listed, styles = contents_list(titles, first, _PAGE, masthead.rows)
    number = number_line(issue, series)
    return Document(
        title=f"{series.name} {number}" if issue.number else series.name,
        author=series.issuer,
        paragraphs=(*listed, *paragraphs),
        styles=styles,
        page=_PAGE,
        head=_head(issue, series, masthead, number),
        foot=_foot(issue, code),
    )


def single(item: Item, content: Content) -> Document:
    """Return one item as it will stand in an issue, on a page of its own without a head."""
    return Document(
        title=" ".join(_lines(content.title)),
        author="",
        paragraphs=tuple(_item(item, content)),
        styles=OFFICE,
        page=_PAGE,
    )


def number_line(issue: Issue, series: Series) -> str:
    """Return the line of 期号 and 总期号; the numbers are blank until the issue is signed."""
    number = str(issue.number) if issue.number else _BLANK
    if issue.total or (series.next_total and not issue.number):
        return f"第{number}期（总第{issue.total or _BLANK}期）"
    return f"第{number}期"


def date_line(signed_on: date | None) -> str:
    """Return the date printed; blank until the issue is signed."""
    if signed_on is None:
        return f"{_BLANK}年{_BLANK}月{_BLANK}日"
    return f"{signed_on.year}年{signed_on.month}月{signed_on.day}日"


def _lines(text: str) -> Iterator[str]:
    return (stripped for line in text.splitlines() if (stripped := line.strip()))


def _editor_note(note: str) -> Iterator[Paragraph]:
    for number, line in enumerate(_lines(note)):
        if number:
            yield Paragraph(Role.NOTE_MORE, (Span(line),))
        else:
            text = line.removeprefix(EDITOR_NOTE)
            yield Paragraph(Role.NOTE, (Span(EDITOR_NOTE, Face.HEI), Span(text)))


def _item(item: Item, content: Content) -> Iterator[Paragraph | Table]:
    title = " ".join(_lines(content.title))
    if title:
        yield Paragraph(Role.TITLE, (Span(title),), word_ends(title))
    yield from text_of(content.body)
    if item.unit:
        yield Paragraph(Role.UNIT, (Span(f"（{item.unit}）"),))


def _head(issue: Issue, series: Series, masthead: Masthead, number: str) -> Head:
    size, tracking = fitted(
        series.name, masthead.name.size, masthead.name.tracking, _PAGE.text_width_pt
    )
    name = replace(masthead.name, size=size, tracking=tracking)
    title = _head_line("刊名", name, Face.TITLE, centre=series.name)
    red = replace(title.style, latin=Face.TITLE, colour=masthead.colour)
    return Head(
        lines=(
            _head_line("密级标注", masthead.marking, Face.HEI, left=series.marking),
            replace(title, style=red),
            _head_line("期号", masthead.number, Face.FANG, centre=number),
            _head_line(
                "编印",
                masthead.imprint,
                Face.FANG,
                left=series.issuer,
                right=date_line(issue.signed_on),
            ),
        ),
        rows=masthead.rows,
        gap_pt=masthead.gap,
        rule_pt=masthead.rule,
        colour=masthead.colour,
    )


def _head_line(
    name: str,
    setting: LineSetting,
    face: Face,
    *,
    left: str = "",
    centre: str = "",
    right: str = "",
) -> HeadLine:
    """Return a line of the head, in smaller type where its texts would meet or leave the page."""
    apart = 1 if left and right else 0
    size, tracking = fitted(
        left + centre + right, setting.size, setting.tracking, _PAGE.text_width_pt, apart
    )
    style = Style(face, size, Face.LATIN, tracking, Align.CENTRE)
    return HeadLine(name, style, setting.before, setting.height, left, centre, right)


def _foot(issue: Issue, code: str) -> Foot | None:
    entries = tuple(
        FootEntry(f"{way}：", f"{names}。")
        for way in (*WAYS, *_other_ways(issue.distribution))
        if (names := "，".join(r.name for r in issue.distribution if r.way == way))
    )
    if code:
        entries = (*entries, FootEntry(CODE_LABEL, code))
    copies = f"（共印{issue.copies}份）" if issue.copies else ""
    return Foot(entries, copies) if entries or copies else None


def _other_ways(recipients: Sequence[Recipient]) -> list[str]:
    return list(dict.fromkeys(r.way for r in recipients if r.way not in WAYS))
