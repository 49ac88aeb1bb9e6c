"""Where the words of a title end, so that its lines break between them."""

from __future__ import annotations

from itertools import accumulate

TITLE_LINE = 19
"""Characters of a title that surely fit one line."""


def word_ends(title: str) -> tuple[int, ...]:
    """Return where the words of a title end; none for one that fits a line anyway."""
    if len(title) <= TITLE_LINE:
        return ()
    import rjieba

    return tuple(accumulate(len(word) for word in rjieba.cut(title)))
