"""Any text becomes an official page: what its lines are, on the sheet that was chosen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

import msgspec

from infodesk.core.document import (
    MM_PT,
    Align,
    Document,
    DoubleRule,
    Face,
    Foot,
    FootEntry,
    Head,
    HeadLine,
    PageStyle,
    Paragraph,
    Role,
    Style,
    Table,
)
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.recognition import recognised
from infodesk.core.sheets import Sheet, SheetLine, SheetRule
from infodesk.core.styles import OFFICE, fitted

COPIES_TO = "抄送："
LONGEST_PRINTER = 27
"""Characters of 印发机关 and 印发日期 that surely fit one line; longer ones get their own."""

_PAGE = PageStyle()
_ROUNDING = 0.25
"""Rows by which the blank under the head may fall short of what was asked."""


def official(text: str, sheet: Sheet, fields: Mapping[str, str] | None = None) -> Document:
    """Return a text as a document.

    Args:
        text: its lines; see :func:`recognised` for what each may become.
        sheet: the style of the page.
        fields: by name, the texts of the head and the foot; one that is left out stays blank.

    Raises:
        InfodeskError: FIELD_UNKNOWN for one the sheet has no place for.
    """
    given = dict(fields or {})
    for name in given:
        if name not in sheet.fields:
            known = "、".join(sheet.fields) or "—"
            raise InfodeskError(Code.FIELD_UNKNOWN, field=name, known=known)
    filled = {name: given.get(name, "").strip() for name in sheet.fields}
    paragraphs = recognised(text, sealed=sheet.sealed, attendance=sheet.attendance)
    title = next((p.text for p in paragraphs if p.role is Role.TITLE), "")
    return Document(
        title=title,
        author=filled.get("机关标志") or filled.get("编印单位") or "",
        paragraphs=paragraphs,
        styles=OFFICE,
        page=_PAGE,
        head=_head(sheet, filled, paragraphs),
        foot=_foot(sheet, filled),
        first_numbered=sheet.first_numbered,
    )


def _head(
    sheet: Sheet, fields: Mapping[str, str], paragraphs: tuple[Paragraph | Table, ...]
) -> Head | None:
    if not sheet.line:
        return None
    lines = tuple(_lines(sheet, fields))
    top = _PAGE.top_pt if sheet.top is None else sheet.top * MM_PT
    height = top - _PAGE.top_pt + sheet.gap + sheet.rule
    for line in lines:
        height += line.before_pt + line.height_pt
        height += line.rule.gap_pt + line.rule.height_pt if line.rule else 0.0
    first = OFFICE[paragraphs[0].role].before_rows if paragraphs else 0
    rows = math.ceil(height / _PAGE.pitch_pt + sheet.blank - first - _ROUNDING)
    return Head(
        lines=lines,
        rows=rows,
        gap_pt=sheet.gap,
        rule_pt=sheet.rule,
        colour=sheet.colour,
        top_mm=sheet.top,
        bottom_rule=_double(sheet.bottom_rule),
        bottom_rule_mm=sheet.bottom,
    )


def _lines(sheet: Sheet, fields: Mapping[str, str]) -> Iterator[HeadLine]:
    space = 0.0
    for each in sheet.line:
        line = each
        texts = [text.format_map(fields) for text in (line.left, line.centre, line.right)]
        left_out = line.optional and not any(text.strip() for text in texts)
        left_out |= bool(line.needs and not fields.get(line.needs))
        left_out |= bool(line.unless and fields.get(line.unless))
        if left_out:
            space += line.before + line.height if line.space_kept else 0.0
            continue
        if not line.optional:
            line, space = msgspec.structs.replace(line, before=line.before + space), 0.0
        yield _head_line(line, sheet, *texts)


def _head_line(line: SheetLine, sheet: Sheet, left: str, centre: str, right: str) -> HeadLine:
    """Return a line, in smaller type where its texts would meet or leave the page."""
    apart = 1 if left and right else 0
    size, tracking = fitted(
        left + centre + right, line.size, line.tracking, _PAGE.text_width_pt, apart
    )
    latin = line.face if line.face is Face.TITLE else Face.LATIN
    style = Style(line.face, size, latin, tracking, Align.CENTRE)
    if line.red:
        style = replace(style, colour=sheet.colour)
    return HeadLine(
        name=line.name,
        style=style,
        before_pt=line.before,
        height_pt=line.height,
        left=left,
        centre=centre,
        right=right,
        rule=_double(line.rule),
        name_face=line.name_face,
    )


def _double(rule: SheetRule | None) -> DoubleRule | None:
    if rule is None:
        return None
    return DoubleRule(rule.gap, rule.thick, rule.thin, rule.apart, rule.length, rule.thin_first)


def _foot(sheet: Sheet, fields: Mapping[str, str]) -> Foot | None:
    if sheet.foot is None:
        return None
    copies = sheet.foot.copies_to.format_map(fields)
    entries: tuple[FootEntry, ...] = (
        (FootEntry(COPIES_TO, copies.rstrip("。") + "。"),) if copies else ()
    )
    printer = sheet.foot.printer.format_map(fields)
    printed = sheet.foot.printed.format_map(fields)
    if printed and not printed.endswith("印发"):
        printed += "印发"
    if not (entries or printer or printed):
        return None
    if len(printer) + len(printed) > LONGEST_PRINTER:
        entries += tuple(FootEntry("", each) for each in (printer, printed) if each)
        printer = printed = ""
    foot = Foot(entries, "", printer, printed)
    return foot if sheet.foot.ruled else replace(foot, rule_mm=0.0, inner_rule_mm=0.0)
