"""Lines onto pages: 22 rows a page, headings with their text, the foot whole on the last page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from infodesk.core.document import Document, Image, PageStyle, Paragraph
from infodesk.typeset.blocks import Block, block, body_line
from infodesk.typeset.furniture import FootSetting, page_number, set_head
from infodesk.typeset.images import ImageBlock, caption_lines, picture_of, set_image
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Kind, Line, Page, Pages, Picture, Rule
from infodesk.typeset.signing import right_blanks
from infodesk.typeset.tables import TableBlock, draw_row, set_table
from infodesk.typeset.tables import rules as table_rules

_Owner = Block | TableBlock | ImageBlock

_SLACK_PT = 0.01
_CARRIED_LINES = 2
"""Lines of text that go along when the foot needs a new page, so that it does not stand alone."""


class _Place(NamedTuple):
    block: int
    line: int
    page: int
    y: float
    again: bool = False


def typeset(document: Document, metrics: Metrics) -> Pages:
    """Lay a document out.

    Every character of the document is on some line, in order; the pages have at least one page.

    Raises:
        InfodeskError: TABLE_TOO_WIDE.
    """
    page = document.page
    blocks = _blocks(document, metrics)
    flow = _Flow(blocks, page, document.head.rows * page.pitch_pt if document.head else 0.0)
    flow.run()
    places = flow.places
    count = places[-1].page + 1 if places else 1
    foot = FootSetting(document.foot, page, metrics) if document.foot else None
    foot_page = count - 1
    room = page.text_height_pt - foot.height - page.pitch_pt / 2 if foot else 0.0
    if foot and (not foot.fits_a_page or flow.y > room):
        foot_page = count
        if foot.fits_a_page:
            places = _carry(places, blocks, room)
    lines: list[list[Line]] = [[] for _ in range(max(count, foot_page + 1))]
    rules: list[list[Rule]] = [[] for _ in lines]
    if document.head:
        head_lines, head_rules = set_head(document.head, page, metrics)
        lines[0].extend(head_lines)
        rules[0].extend(head_rules)
    _draw(places, blocks, page, lines, rules)
    pictures = _pictures(places, blocks, page)
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
        if document.numbered and (document.first_numbered or number > 1):
            page_lines.append(page_number(number, page, metrics))
        shown = tuple(pictures.get(number - 1, ()))
        pages.append(Page(number, tuple(page_lines), tuple(page_rules), shown))
    return Pages(page, tuple(pages))


def _blocks(document: Document, metrics: Metrics) -> list[_Owner]:
    blanks = right_blanks(document, metrics)
    page = document.page
    made: list[_Owner] = []
    for index, value in enumerate(document.paragraphs):
        style = document.styles[value.role]
        if isinstance(value, Paragraph):
            made.append(block(value, style, page, metrics, blanks.get(index, 0.0)))
        elif isinstance(value, Image):
            made.append(set_image(value, style, page, metrics))
        else:
            made.append(set_table(value, style, page, metrics))
    return made


def _draw(
    places: Sequence[_Place],
    blocks: Sequence[_Owner],
    page: PageStyle,
    lines: list[list[Line]],
    rules: list[list[Rule]],
) -> None:
    """Add the lines and rules of everything placed to its page."""
    edges: dict[tuple[int, int], list[float]] = {}
    for place in places:
        owner = blocks[place.block]
        if isinstance(owner, Block):
            lines[place.page].append(body_line(owner, place.line, place.y, page))
            continue
        if isinstance(owner, ImageBlock):
            lines[place.page].extend(caption_lines(owner, place.y, page))
            continue
        kind = Kind.TABLE_AGAIN if place.again else Kind.TABLE
        lines[place.page].extend(draw_row(owner, place.line, place.y, page, kind))
        bottom = place.y + owner.rows[place.line].height
        known = edges.setdefault((place.block, place.page), [place.y])
        known.append(bottom)
    for (index, number), found in edges.items():
        owner = blocks[index]
        if isinstance(owner, TableBlock):
            rules[number].extend(table_rules(owner, found, page))


def _pictures(
    places: Sequence[_Place], blocks: Sequence[_Owner], page: PageStyle
) -> dict[int, list[Picture]]:
    """Return the pictures of each page that has any."""
    found: dict[int, list[Picture]] = {}
    for place in places:
        owner = blocks[place.block]
        if isinstance(owner, ImageBlock):
            found.setdefault(place.page, []).append(picture_of(owner, place.y, page))
    return found


class _Flow:
    """Gives every line and every row of a table its page and its distance from the top.

    Attributes:
        places: in reading order.
        y: where the text ends on its last page, in points.
    """

    def __init__(self, blocks: Sequence[_Owner], page: PageStyle, start: float) -> None:
        self._blocks = blocks
        self._pitch = page.pitch_pt
        self._height = page.text_height_pt + _SLACK_PT
        self._page = 0
        self.y = start
        self.places: list[_Place] = []

    def run(self) -> None:
        """Place everything."""
        for index, owner in enumerate(self._blocks):
            self._begin(index, owner)
            if isinstance(owner, TableBlock):
                self._rows(index, owner)
            elif isinstance(owner, ImageBlock):
                self._row(index, 0, owner.height)
            else:
                self._lines(index, owner)
            self.y += owner.after

    def _begin(self, index: int, owner: _Owner) -> None:
        before = self._blocks[index - 1] if index else owner
        if owner.role is not before.role:
            if before.style.pitch_rows != 1:
                self.y = _whole_row(self.y, self._pitch)
            self.y += _filler(self._blocks, index, self._pitch)
        if self.y == 0:
            return
        needed = owner.before + _needed(self._blocks, index, self._height)
        style = owner.style
        turns = style.new_page and bool(self.places)
        if not turns and self.y + needed > self._height:
            turns = not (style.keep_with_previous and self._carried(needed))
        if turns:
            self._turn()
        else:
            self.y += owner.before

    def _turn(self) -> None:
        self._page, self.y = self._page + 1, 0.0

    def _carried(self, needed: float) -> bool:
        """Take the last lines of text over to a new page; say whether that could be done."""
        moved = _carry(self.places, self._blocks, self._height - needed)
        if moved is self.places or moved[-1].page == self._page:
            return False
        self.places = moved
        last = self._blocks[moved[-1].block]
        self._page, self.y = moved[-1].page, moved[-1].y + last.height
        return True

    def _lines(self, index: int, owner: Block) -> None:
        for line in range(len(owner.ranges)):
            if self.y + owner.height > self._height:
                self._turn()
            self.places.append(_Place(index, line, self._page, self.y))
            self.y += owner.height

    def _rows(self, index: int, owner: TableBlock) -> None:
        for number, row in enumerate(owner.rows):
            if self.y and self.y + row.height > self._height:
                self._turn()
                if number >= owner.repeated:
                    for again in range(owner.repeated):
                        self._row(index, again, owner.rows[again].height, again=True)
            self._row(index, number, row.height)

    def _row(self, index: int, number: int, height: float, *, again: bool = False) -> None:
        self.places.append(_Place(index, number, self._page, self.y, again))
        self.y += height


def _needed(blocks: Sequence[_Owner], index: int, height: float) -> float:
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


def _filler(blocks: Sequence[_Owner], index: int, pitch: float) -> float:
    """Return the space above a list of narrow lines that makes it end on a whole row."""
    owner = blocks[index]
    if owner.style.pitch_rows == 1 or not isinstance(owner, Block):
        return 0.0
    total = 0.0
    while index < len(blocks) and blocks[index].role is owner.role:
        total += blocks[index].total
        index += 1
    return _whole_row(total, pitch) - total


def _whole_row(y: float, pitch: float) -> float:
    return math.ceil(y / pitch - 1e-6) * pitch


def _carry(places: list[_Place], blocks: Sequence[_Owner], room: float) -> list[_Place]:
    """Take the last lines of text over to the foot's page, unless that empties the one before."""
    if not places or not isinstance(blocks[places[-1].block], Block):
        return places
    last = places[-1]
    split = _tail(places, blocks, len(places))
    carried = places[split:] if split > 0 else []
    if not carried or places[split - 1].page != last.page or carried[0].page != last.page:
        return places
    shift = carried[0].y
    if carried[-1].y - shift + blocks[last.block].height > room:
        return places
    moved = [place._replace(page=last.page + 1, y=place.y - shift) for place in carried]
    return places[:split] + moved


def _tail(places: Sequence[_Place], blocks: Sequence[_Owner], end: int) -> int:
    """Return where the least begins that may be carried of what stands before ``end``."""
    last = places[end - 1]
    if not isinstance(blocks[last.block], Block):
        return end
    if last.line >= _CARRIED_LINES + 1:
        return end - _CARRIED_LINES
    split = end - last.line - 1
    while split > 0 and blocks[places[split - 1].block].style.keep_with_next:
        split -= 1
    if split > 0 and blocks[places[split].block].style.keep_with_previous:
        return _tail(places, blocks, split)
    return split
