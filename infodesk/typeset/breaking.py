"""Lines out of a paragraph: Word's way for Chinese text.

Nothing is squeezed and no mark hangs in the margin: what does not fit goes to the next line
together with whatever must not be parted from it. Cost grows linearly with the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add, attrgetter
from typing import NamedTuple

from infodesk.core.document import Face, Paragraph, Style
from infodesk.typeset.characters import OPENING, PAIRED, WORD, Rules, is_latin, is_space
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.opportunities import HELD, OPEN, SPACE, START, opportunities

TOLERANCE_PT = 0.01

_MOST_SORTS = 255


class Cell(NamedTuple):
    """A character measured.

    Attributes:
        width: what it takes on the line, tracking included, in points.
        advance: what its glyph takes by itself, in points.
        inset: from the cell's left edge to the glyph's, in points.
        sort: the same for characters that can be set in one stroke; 0 for those that may not.
    """

    character: str
    font: str
    width: float
    advance: float
    inset: float
    latin: bool
    sort: int = 0


class _Cells(dict[str, Cell]):
    """The cells of one face in one style, each measured when it is first met."""

    def __init__(self, metrics: Metrics, face: Face, style: Style) -> None:
        super().__init__()
        self._metrics = metrics
        self._face = face
        self._style = style

    def __missing__(self, character: str) -> Cell:
        cell = self[character] = _cell(character, self._face, self._style, self._metrics)
        return cell


@lru_cache(maxsize=256)
def _cells(metrics: Metrics, face: Face, style: Style) -> _Cells:
    return _Cells(metrics, face, style)


def measure(paragraph: Paragraph, style: Style, metrics: Metrics) -> list[Cell]:
    """Return the cells of a paragraph.

    A Chinese character takes a hanzi's cell however wide its glyph is, so that text of mixed fonts
    keeps the grid; in a wider cell an opening mark stands right, a closing one left.
    """
    cells: list[Cell] = []
    for span in paragraph.spans:
        known = _cells(metrics, span.face or style.face, style)
        cells.extend(map(known.__getitem__, span.text))
    return cells


def _cell(character: str, face: Face, style: Style, metrics: Metrics) -> Cell:
    size, tracking = style.size_pt, style.tracking_pt
    latin = is_latin(character) or is_space(character)
    font, em = metrics.glyph(style.latin if latin else face, character)
    advance = em * size
    if em == 0:
        return Cell(character, font, 0.0, 0.0, 0.0, latin)
    if latin or em >= 1:
        sort = 0 if character in PAIRED else _sort(font, latin)
        return Cell(character, font, advance + tracking, advance, 0.0, latin, sort)
    free = size - advance
    inset = free if character in OPENING else 0.0 if character in WORD.not_at_start else free / 2
    return Cell(character, font, size + tracking, advance, inset, latin)


_sorts: dict[tuple[str, bool], int] = {}


def _sort(font: str, latin: bool) -> int:
    """Return a number of its own for each font and script, 0 when there are no more."""
    return _sorts.setdefault((font, latin), min(len(_sorts) + 1, _MOST_SORTS) % _MOST_SORTS)


_character_of = attrgetter("character")
_width_of = attrgetter("width")


def break_lines(
    cells: Sequence[Cell],
    first: float,
    others: float,
    rules: Rules = WORD,
    only_at: frozenset[int] = frozenset(),
) -> list[tuple[int, int]]:
    """Return where each line starts and ends, as indices into the cells.

    Args:
        cells: the measured paragraph.
        first: points the first line has.
        others: points every other line has.
        rules: where a line may break.
        only_at: cells before which a line may break, where the rules allow it; empty for any.
    """
    sums = list(accumulate(map(_width_of, cells), initial=0.0))
    text = "".join(map(_character_of, cells))
    marks = opportunities(text, sums, min(first, others), rules, only_at)
    reach = sums
    if rules.whole_last:
        whole = (max(cell.width, cell.advance) for cell in cells)
        reach = [0.0, *map(add, sums, whole)]
    lines: list[tuple[int, int]] = []
    start, count = 0, len(cells)
    available = first
    while start < count:
        over = bisect_right(reach, sums[start] + available + TOLERANCE_PT, start) - 1
        end = _line_end(marks, start, over) if over < count else count
        lines.append((start, end))
        start, available = end, others
    return lines


def _line_end(marks: bytearray, start: int, over: int) -> int:
    """Return where the line ends whose first character without room is ``over``."""
    count = len(marks)
    # Spaces at the end of a line need no room.
    while over < count and marks[over] == SPACE:
        over += 1
    if over == count:
        return count
    # The atom without room begins here; the next line may begin here or before.
    atom = max(start, *(marks.rfind(mark, start, over + 1) for mark in (START, OPEN, HELD)))
    allowed = max(marks.rfind(OPEN, start + 1, atom + 1), marks.rfind(HELD, start + 1, over))
    if allowed > start:
        return allowed
    if atom > start:
        return atom
    end = start + 1
    while end < count and not marks[end]:
        end += 1
    return end
