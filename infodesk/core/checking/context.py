"""What a check needs to know beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from infodesk.core.checking.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a check.

    Attributes:
        lexicon: the cue words, shipped and the office's own.
        today: the office's date, where known.
        switched_off: ids of rules the office does not use.
    """

    lexicon: Lexicon
    today: date | None = None
    switched_off: frozenset[str] = frozenset()
