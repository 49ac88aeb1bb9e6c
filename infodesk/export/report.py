"""What an export says about the fonts it used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontReport:
    """What a document's fonts could not do as asked.

    Attributes:
        stand_ins: pairs of the face the document names and the font that was used for it.
        borrowed: characters set in another face, because their own lacks them.
        missing: characters no font has; a box is printed, the text under it stays whole.
    """

    stand_ins: tuple[tuple[str, str], ...] = ()
    borrowed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
