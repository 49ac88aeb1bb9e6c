"""What changed from one text to another, in pieces a reader can follow."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from infodesk.core.items import Content

SECONDS = 1.0
"""Longest search for the shortest way; what is found after it is still right, only coarser."""


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    change: Change
    text: str


_OF = {0: Change.KEPT, -1: Change.GONE, 1: Change.NEW}


def differences(before: str, after: str) -> list[Piece]:
    """Return the way from one text to the other.

    What is kept and new, joined, is ``after``; what is kept and gone, joined, is ``before``.
    """
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Diff_Timeout = SECONDS
    steps = matcher.diff_main(before, after)
    matcher.diff_cleanupSemantic(steps)
    return [Piece(_OF[step], text) for step, text in steps if text]


def flat(content: Content) -> str:
    """Return a content as one text: the title, then the body."""
    return f"{content.title}\n{content.body}"
