"""Lines onto pages: 22 rows a page, headings with their text, the foot whole on the last page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from infodesk.core.document import Document, PageStyle
from infodesk.typeset.blocks import Block, block, body_line
from infodesk.typeset.furniture import FootSetting, page_number, set_head
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Line, Page, Pages, Rule

_SLACK_PT = 0.01
_CARRIED_LINES = 2
"""Lines of text that go along when the foot needs a new page, so that it does not stand alone."""


class _Place(NamedTuple):
    block: int
    line: int
    page: int
    y: float


def typeset(document: Document, metrics: Metrics) -> Pages:
    """Lay a document out.

    Every character of the document is on some line, in order; the pages have at least one page.
    """
    page = document.page
    blocks = [block(p, document.styles[p.role], page, metrics) for p in document.paragraphs]
    start = document.head.rows * page.pitch_pt if document.head else 0.0
    places, end = _flow(blocks, page, start)
    count = places[-1].page + 1 if places else 1
    foot = FootSetting(document.foot, page, metrics) if document.foot else None
    foot_page = count - 1
    room = page.text_height_pt - foot.height - page.pitch_pt / 2 if foot else 0.0
    if foot and (not foot.fits_a_page or end > room):
        foot_page = count
        if foot.fits_a_page:
            places = _carry(places, blocks, room)
    lines: list[list[Line]] = [[] for _ in range(max(count, foot_page + 1))]
    rules: list[list[Rule]] = [[] for _ in lines]
    if document.head:
        head_lines, head_rules = set_head(document.head, page, metrics)
        lines[0].extend(head_lines)
        rules[0].extend(head_rules)
    for place in places:
        lines[place.page].append(body_line(blocks[place.block], place.line, place.y, page))
    if foot and foot.fits_a_page:
        foot_lines, foot_rules = foot.at_bottom()
        lines[foot_page].extend(foot_lines)
        rules[foot_page].extend(foot_rules)
    elif foot:
        del lines[foot_page:], rules[foot_page:]
        for piece in foot.in_pieces():
            lines.append(piece)
            rules.append([])
    pages = []
    for number, (page_lines, page_rules) in enumerate(zip(lines, rules, strict=True), start=1):
        if document.numbered:
            page_lines.append(page_number(number, page, metrics))
        pages.append(Page(number, tuple(page_lines), tuple(page_rules)))
    return Pages(page, tuple(pages))


def _flow(blocks: Sequence[Block], page: PageStyle, start: float) -> tuple[list[_Place], float]:
    """Give every line its page and its distance from the top; return also where the text ends."""
    height = page.text_height_pt + _SLACK_PT
    places: list[_Place] = []
    number, y = 0, start
    for index, owner in enumerate(blocks):
        if index and owner.role is not blocks[index - 1].role:
            y = _whole_row(y, page.pitch_pt)
            y += _filler(blocks, index, page.pitch_pt)
        top_of_page = y == 0
        if not top_of_page and y + owner.before + _needed(blocks, index, height) > height:
            number, y, top_of_page = number + 1, 0.0, True
        if not top_of_page:
            y += owner.before
        for line in range(len(owner.ranges)):
            if y + owner.height > height:
                number, y = number + 1, 0.0
            places.append(_Place(index, line, number, y))
            y += owner.height
        y += owner.after
    return places, y


def _needed(blocks: Sequence[Block], index: int, height: float) -> float:
    """Return the points a block asks for at once: with its neighbour's first line if it keeps."""
    owner = blocks[index]
    if not owner.style.keep_with_next:
        return owner.height
    needed = 0.0
    while index < len(blocks) and blocks[index].style.keep_with_next:
        needed += blocks[index].total + blocks[index].after
        index += 1
        if index < len(blocks):
            needed += blocks[index].before
        if needed > height:
            return owner.height
    if index < len(blocks):
        needed += blocks[index].height
    return needed if needed <= height else owner.height


def _filler(blocks: Sequence[Block], index: int, pitch: float) -> float:
    """Return the space above a list of narrow lines that makes it end on a whole row."""
    owner = blocks[index]
    if owner.style.pitch_rows == 1:
        return 0.0
    total = 0.0
    while index < len(blocks) and blocks[index].role is owner.role:
        total += blocks[index].total
        index += 1
    return _whole_row(total, pitch) - total


def _whole_row(y: float, pitch: float) -> float:
    return math.ceil(y / pitch - 1e-6) * pitch


def _carry(places: list[_Place], blocks: Sequence[Block], room: float) -> list[_Place]:
    """Take the last lines of text over to the foot's page, unless that empties the one before."""
    if not places:
        return places
    last = places[-1]
    split = len(places) - _CARRIED_LINES
    if last.line < _CARRIED_LINES + 1:
        split = len(places) - last.line - 1
        while split > 0 and blocks[places[split - 1].block].style.keep_with_next:
            split -= 1
    carried = places[split:] if split > 0 else []
    if not carried or places[split - 1].page != last.page or carried[0].page != last.page:
        return places
    shift = carried[0].y
    if carried[-1].y - shift + blocks[last.block].height > room:
        return places
    moved = [place._replace(page=last.page + 1, y=place.y - shift) for place in carried]
    return places[:split] + moved
