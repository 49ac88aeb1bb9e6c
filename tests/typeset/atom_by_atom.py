"""Breaking lines atom by atom: slow and plain, for comparison with the typesetter's own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from infodesk.typeset.breaking import TOLERANCE_PT, Cell
from infodesk.typeset.characters import PAIRED, WORD, Rules, is_attached, is_space


class Atom(NamedTuple):
    """Cells that stay together: a hanzi, a pair of dashes, a word, a run of spaces."""

    start: int
    end: int
    width: float
    breakable_before: bool
    space: bool


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
    lines: list[tuple[int, int]] = []
    atoms = list(_atoms(cells, min(first, others), rules))
    index = 0
    while index < len(atoms):
        available = (others if lines else first) + TOLERANCE_PT
        after = _last_on_line(atoms, index, available, only_at)
        lines.append((atoms[index].start, atoms[after - 1].end))
        index = after
    return lines


def _last_on_line(
    atoms: Sequence[Atom], start: int, available: float, only_at: frozenset[int]
) -> int:
    """Return the index after the last atom of the line that begins at ``start``."""
    used = 0.0
    allowed = start
    index = start
    while index < len(atoms):
        atom = atoms[index]
        if atom.breakable_before and index > start and (not only_at or atom.start in only_at):
            allowed = index
        # Spaces at the end of a line need no room.
        if not atom.space and used + atom.width > available:
            if allowed > start:
                return allowed
            return max(index, start + 1)
        used += atom.width
        index += 1
    return index


def _atoms(cells: Sequence[Cell], widest: float, rules: Rules) -> Iterator[Atom]:
    """Yield the unbreakable pieces in order; none is wider than a line."""
    index, count = 0, len(cells)
    while index < count:
        start = index
        character = cells[index].character
        space = is_space(character)
        if space:
            while index < count and is_space(cells[index].character):
                index += 1
        elif cells[index].latin:
            index = _word_end(cells, index, rules)
        else:
            index += 2 if character in PAIRED and _next_is(cells, index, character) else 1
        while index < count and is_attached(cells[index].character):
            index += 1
        breakable = start > 0 and not space and _may_break(cells, start, rules)
        yield from _pieces(cells, (start, index), widest, breakable=breakable, space=space)


def _is_accent(cells: Sequence[Cell], index: int) -> bool:
    """Say whether a cell is a letter's first accent; a heap of them must be cut somewhere."""
    return is_attached(cells[index].character) and not is_attached(cells[index - 1].character)


def _next_is(cells: Sequence[Cell], index: int, character: str) -> bool:
    return index + 1 < len(cells) and cells[index + 1].character == character


def _word_end(cells: Sequence[Cell], index: int, rules: Rules) -> int:
    while index < len(cells) and _in_word(cells[index]):
        index += 1
        if cells[index - 1].character in rules.break_after:
            break
    return index


def _in_word(cell: Cell) -> bool:
    if cell.latin:
        return not is_space(cell.character)
    return is_attached(cell.character)


def _may_break(cells: Sequence[Cell], index: int, rules: Rules) -> bool:
    before = index - 1
    while before > 0 and is_attached(cells[before].character):
        before -= 1
    return (
        cells[index].character not in rules.not_at_start
        and cells[before].character not in rules.not_at_end
    )


def _pieces(
    cells: Sequence[Cell], reach: tuple[int, int], widest: float, *, breakable: bool, space: bool
) -> Iterator[Atom]:
    """Cut what is wider than a whole line into pieces that are not."""
    start, end = reach
    width = 0.0
    piece = start
    for index in range(start, end):
        full = width + cells[index].width > widest and index > piece and not space
        if full and not _is_accent(cells, index):
            yield Atom(piece, index, width, breakable, space)
            piece, width, breakable = index, 0.0, True
        width += cells[index].width
    yield Atom(piece, end, width, breakable, space)
