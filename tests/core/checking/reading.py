"""One sentence read by itself, as no text of more is."""

from __future__ import annotations

from infodesk.core.checking.classes import Reading, read_text
from infodesk.core.checking.lexicon import Lexicon


def read_alone(sentence: str, lexicon: Lexicon) -> Reading:
    """Return what a sentence tells that stands alone."""
    return read_text([sentence], lexicon)[0]
