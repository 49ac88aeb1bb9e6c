"""Which palette is asked for."""

from __future__ import annotations

from enum import StrEnum


class Scheme(StrEnum):
    """The palettes a clerk can ask for; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
