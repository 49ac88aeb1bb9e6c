"""What an export says about the fonts it used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unfit(StrEnum):
    """Why a font that is installed cannot be embedded in a page."""

    OUTLINES = "outlines"
    VARIABLE = "variable"
    RESTRICTED = "restricted"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class FontReport:
    """What a document's fonts could not do as asked.

    Attributes:
        stand_ins: pairs of the face the document names and the font that was used for it.
        borrowed: characters set in another font, because the one of their face lacks them.
        missing: characters no font has; a box is printed, the text under it stays whole.
        refused: installed fonts of the document's faces that a page cannot carry, and why.
    """

    stand_ins: tuple[tuple[str, str], ...] = ()
    borrowed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    refused: tuple[tuple[str, Unfit], ...] = ()
