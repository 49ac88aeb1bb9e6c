"""What stands around the text: the head, the foot, the page number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from infodesk.core.document import (
    BLACK,
    MM_PT,
    Align,
    DoubleRule,
    Face,
    Foot,
    Head,
    HeadLine,
    PageStyle,
    Paragraph,
    Role,
    Span,
    Style,
)
from infodesk.typeset.blocks import baseline
from infodesk.typeset.breaking import break_lines, measure
from infodesk.typeset.lines import place
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Kind, Line, Rule

DASH_HEIGHT = 0.33
"""The stroke of the page number's dash lies this part of its size above the baseline."""


def set_head(head: Head, page: PageStyle, metrics: Metrics) -> tuple[list[Line], list[Rule]]:
    """Return the lines and rules of the head."""
    lines: list[Line] = []
    rules: list[Rule] = []
    y = page.top_pt if head.top_mm is None else head.top_mm * MM_PT
    for line in head.lines:
        y += line.before_pt
        base = baseline(y, line.height_pt, line.style.size_pt)
        for spans, align in _ends(line):
            lines.append(
                _single(spans, line.style, align, base, page=page, metrics=metrics, kind=Kind.HEAD)
            )
        y += line.height_pt
        if line.rule:
            y += line.rule.gap_pt
            rules.extend(_double(line.rule, y, head.colour, page))
            y += line.rule.height_pt
    if head.bottom_rule:
        lower = (page.height_mm - head.bottom_rule_mm) * MM_PT
        rules.extend(
            _double(head.bottom_rule, lower - head.bottom_rule.height_pt, head.colour, page)
        )
    if head.rule_pt:
        middle = y + head.gap_pt + head.rule_pt / 2
        rules.append(Rule(page.left_pt, middle, page.text_width_pt, head.rule_pt, head.colour))
    return lines, rules


def _double(rule: DoubleRule, y: float, colour: str, page: PageStyle) -> Iterator[Rule]:
    """Yield both rules, the upper edge of the upper one at ``y``."""
    length = rule.length_mm * MM_PT
    left = (page.width_mm * MM_PT - length) / 2
    thicknesses = [rule.thick_pt, rule.thin_pt]
    for thickness in reversed(thicknesses) if rule.thin_first else thicknesses:
        yield Rule(left, y + thickness / 2, length, thickness, colour)
        y += thickness + rule.apart_pt


def _ends(line: HeadLine) -> Iterator[tuple[tuple[Span, ...], Align]]:
    if line.left:
        yield (Span(line.left),), Align.LEFT
    if line.centre:
        yield (Span(line.centre),), Align.CENTRE
    if line.right:
        yield line.right_spans, Align.RIGHT


def page_number(number: int, page: PageStyle, metrics: Metrics) -> Line:
    """Return the number of a page: — 1 —, outside, one hanzi from the edge of the text (7.5)."""
    style = Style(Face.SONG, page.number_size_pt, latin=Face.SONG, tracking_pt=0.0)
    if number % 2:
        style, align = replace(style, right_cells=1), Align.RIGHT
    else:
        style, align = replace(style, left_cells=1), Align.LEFT
    dash = page.top_pt + (page.text_height_mm + page.number_drop_mm) * MM_PT
    base = dash + DASH_HEIGHT * page.number_size_pt
    return _single(
        f"— {number} —", style, align, base, page=page, metrics=metrics, kind=Kind.NUMBER
    )


def _single(
    text: str | tuple[Span, ...],
    style: Style,
    align: Align,
    base: float,
    *,
    page: PageStyle,
    metrics: Metrics,
    kind: Kind,
) -> Line:
    spans = (Span(text),) if isinstance(text, str) else text
    cells = measure(Paragraph(Role.BODY, spans), style, metrics)
    runs, width = place(
        cells,
        left=page.left_pt + style.left_cells * style.cell_pt,
        width=page.text_width_pt - (style.left_cells + style.right_cells) * style.cell_pt,
        align=align,
        size=style.size_pt,
        colour=style.colour,
        last=True,
    )
    return Line(kind, base, width, runs)


class FootSetting:
    """The foot broken into lines; its height is known before it has a place."""

    def __init__(self, foot: Foot, page: PageStyle, metrics: Metrics) -> None:
        self._foot = foot
        self._page = page
        self._lines: list[Line] = []
        for entry in foot.entries:
            self._lines.extend(self._entry(entry.label, entry.text, metrics))
        if foot.copies:
            style = replace(foot.style, right_cells=1)
            self._lines.append(
                _single(
                    foot.copies, style, Align.RIGHT, 0.0, page=page, metrics=metrics, kind=Kind.FOOT
                )
            )
        self._printer: list[Line] = []
        for text, align in ((foot.printer, Align.LEFT), (foot.printed, Align.RIGHT)):
            if text:
                style = replace(foot.style, left_cells=1, right_cells=1)
                self._printer.append(
                    _single(text, style, align, 0.0, page=page, metrics=metrics, kind=Kind.FOOT)
                )

    @property
    def height(self) -> float:
        """Points from the first rule to the last."""
        return self.upper_height + self._printer_height

    @property
    def upper_height(self) -> float:
        """Points of the part above the printer's line."""
        upper = len(self._lines) * self._foot.pitch_pt + 2 * self._foot.padding_pt
        return upper if self._lines else 0.0

    @property
    def _printer_height(self) -> float:
        return self._foot.pitch_pt + 2 * self._foot.padding_pt if self._printer else 0.0

    @property
    def fits_a_page(self) -> bool:
        """Whether a page can hold it whole."""
        return self.height <= self._page.text_height_pt

    def at_bottom(self) -> tuple[list[Line], list[Rule]]:
        """Return lines and rules, the last rule at the bottom of the type area (7.4.1)."""
        bottom = self._page.top_pt + self._page.text_height_pt
        top = bottom - self.height
        lines = self._placed(self._lines, top + self._foot.padding_pt)
        outer, inner = self._foot.rule_mm, self._foot.inner_rule_mm
        rules = [self._rule(top, outer)]
        if self._printer:
            upper = bottom - self._printer_height
            # Both ends stand on one line.
            for line in self._printer:
                lines.extend(self._placed([line], upper + self._foot.padding_pt))
            if self._lines:
                rules.append(self._rule(upper, inner))
        rules.append(self._rule(bottom, outer))
        return lines, [rule for rule in rules if rule.thickness]

    def in_pieces(self) -> Iterator[list[Line]]:
        """Yield pages full of lines of a foot that no page holds, from the top, without rules."""
        step = int(self._page.text_height_pt // self._foot.pitch_pt)
        lines = [*self._lines, *self._printer]
        for start in range(0, len(lines), step):
            yield self._placed(lines[start : start + step], self._page.top_pt)

    def _placed(self, lines: list[Line], y: float) -> list[Line]:
        placed: list[Line] = []
        for line in lines:
            base = baseline(y, self._foot.pitch_pt, self._foot.style.size_pt)
            placed.append(replace(line, baseline=base))
            y += self._foot.pitch_pt
        return placed

    def _rule(self, y: float, thickness_mm: float) -> Rule:
        thickness = thickness_mm * MM_PT
        return Rule(self._page.left_pt, y, self._page.text_width_pt, thickness, BLACK)

    def _entry(self, label: str, text: str, metrics: Metrics) -> Iterator[Line]:
        """Yield a list's lines: one cell free at either side, hanging after the colon (7.4.2)."""
        style = self._foot.style
        cells = measure(Paragraph(Role.BODY, (Span(label + text),)), style, metrics)
        hang = sum(cell.width for cell in cells[: len(label)])
        left = self._page.left_pt + style.cell_pt
        width = self._page.text_width_pt - 2 * style.cell_pt
        ranges = break_lines(cells, width, width - hang)
        for number, (start, end) in enumerate(ranges):
            side = hang if number else 0.0
            runs, used = place(
                cells[start:end],
                left=left + side,
                width=width - side,
                align=Align.JUSTIFY,
                size=style.size_pt,
                colour=style.colour,
                last=number == len(ranges) - 1,
            )
            yield Line(Kind.FOOT, 0.0, used, runs, starts=number == 0)
