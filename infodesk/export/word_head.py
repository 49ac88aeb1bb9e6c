"""The head of the first page in Word: its lines as paragraphs, its rules as their borders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infodesk.core.document import MM_PT, DoubleRule, Head, HeadLine, PageStyle
from infodesk.export.word_parts import head_style_id
from infodesk.export.word_text import head_line, strut, twips

_LINE = 20
"""Twips of the empty line a rule hangs on."""


def above(head: Head, page: PageStyle) -> str:
    """Return what stands in the first page's header: the head down to its last double rule."""
    return "".join(_lines(head, page, head.lines[: _count_above(head)]))


def in_text(head: Head, page: PageStyle) -> Iterator[str]:
    """Yield the head's paragraphs before the text, and what is empty down to the text."""
    above_count = _count_above(head)
    lines = head.lines[above_count:]
    yield from _lines(head, page, lines)
    used = _height(lines) + twips(head.gap_pt) + twips(head.rule_pt)
    if above_count:
        top = twips((head.top_mm or 0.0) * MM_PT) + _height(head.lines[:above_count])
        used += max(top - twips(page.top_pt), 0)
    rest = twips(head.rows * page.pitch_pt) - used
    if rest > 0:
        # Not space after the rule: Word lets that and the space before the next paragraph overlap.
        yield strut(rest)


def bottom_rule(head: Head, rule: DoubleRule, page: PageStyle) -> str:
    """Return the rule at the lower edge of the first sheet, for its footer."""
    return "".join(_rules(head, rule, page, before=0))


def _count_above(head: Head) -> int:
    """Return how many lines stand in the header: those down to the last double rule."""
    if head.top_mm is None:
        return 0
    return max((n for n, line in enumerate(head.lines, start=1) if line.rule), default=0)


def _height(lines: Sequence[HeadLine]) -> int:
    """Return the twips lines and their double rules take."""
    total = 0
    for line in lines:
        total += twips(line.before_pt) + twips(line.height_pt)
        if line.rule:
            total += twips(line.rule.gap_pt) + twips(line.rule.height_pt)
    return total


def _lines(head: Head, page: PageStyle, lines: Sequence[HeadLine]) -> Iterator[str]:
    colour = head.colour.removeprefix("#")
    for line in lines:
        border = ""
        if line is head.lines[-1] and head.rule_pt:
            border = (
                f'<w:pBdr><w:bottom w:val="single" w:sz="{round(head.rule_pt * 8)}" '
                f'w:space="{round(head.gap_pt)}" w:color="{colour}"/></w:pBdr>'
            )
        yield head_line(line, head_style_id(line), twips(page.text_width_pt), border)
        if line.rule:
            before = max(twips(line.rule.gap_pt) - _LINE, 0)
            yield from _rules(head, line.rule, page, before)


def _rules(head: Head, rule: DoubleRule, page: PageStyle, before: int) -> Iterator[str]:
    """Yield two empty lines, each with a rule under it: which is thicker is left to no reader."""
    # The rule is wider than the text, and the margins differ: it is centred on the sheet.
    side = (page.width_mm - rule.length_mm) / 2
    left = twips((side - page.left_mm) * MM_PT)
    right = twips((side - (page.width_mm - page.left_mm - page.text_width_mm)) * MM_PT)
    thicknesses = [rule.thick_pt, rule.thin_pt]
    if rule.thin_first:
        thicknesses.reverse()
    heights = (_LINE, max(twips(rule.apart_pt), 2))
    for number, (thickness, height) in enumerate(zip(thicknesses, heights, strict=True)):
        space = before if number == 0 else 0
        yield (
            f'<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="{round(thickness * 8)}" '
            f'w:space="0" w:color="{head.colour.removeprefix("#")}"/></w:pBdr>'
            f'<w:snapToGrid w:val="0"/><w:spacing w:before="{space}" w:line="{height}" '
            f'w:lineRule="exact"/><w:ind w:left="{left}" w:right="{right}"/></w:pPr></w:p>'
        )
