"""What the typesetter knows of fonts: which one sets a character, and how wide it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from infodesk.core.document import Face


class Glyph(NamedTuple):
    """A character's glyph: the font that has it, and its advance width in em."""

    font: str
    advance: float


class FontMetrics(Protocol):
    """One font's widths."""

    @property
    def key(self) -> str:
        """Name the writer knows the font by."""

    def advance(self, character: str) -> float | None:
        """Return the advance width in em, None where the font lacks the character."""


class Metrics:
    """The fonts behind each face in order of preference; the last knows every character."""

    def __init__(self, chains: Mapping[Face, Sequence[FontMetrics]]) -> None:
        self._chains = {face: tuple(chain) for face, chain in chains.items()}
        self._known: dict[Face, dict[str, Glyph]] = {face: {} for face in chains}

    def glyph(self, face: Face, character: str) -> Glyph:
        """Return the glyph of the first font of the face's chain that has the character.

        Raises:
            KeyError: no font of the chain has it: the chain has no last resort.
        """
        known = self._known[face]
        glyph = known.get(character)
        if glyph is None:
            glyph = known[character] = self._find(face, character)
        return glyph

    def _find(self, face: Face, character: str) -> Glyph:
        for font in self._chains[face]:
            advance = font.advance(character)
            if advance is not None:
                return Glyph(font.key, advance)
        raise KeyError(character)
