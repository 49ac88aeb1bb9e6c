"""The font of the window: a Chinese one of the system, else the one that ships with infodesk."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase

from infodesk import paths

PREFERRED = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
"""Sans faces with Chinese shapes, best first; named, since a C locale picks Japanese shapes."""


BUNDLED = ("hei.ttf", "song.ttf")
"""Shipped faces of the window: a sans one, and one that has the rare characters it lacks."""


def interface_font(families: Iterable[str] | None = None) -> QFont:
    """Return the font of the window.

    Args:
        families: the families at hand; the system's where None.
    """
    known = set(QFontDatabase.families() if families is None else families)
    family = next((name for name in PREFERRED if name in known), "")
    font = QFont()
    font.setFamilies([family] if family else _bundled())
    return font


def _bundled() -> list[str]:
    """Load the shipped faces and return their families."""
    folder = paths.resources() / "fonts"
    loaded = [QFontDatabase.addApplicationFont(str(folder / name)) for name in BUNDLED]
    return [family for each in loaded for family in QFontDatabase.applicationFontFamilies(each)]
