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


def interface_font(families: Iterable[str] | None = None) -> QFont:
    """Return the font of the window.

    Args:
        families: the families at hand; the system's where None.
    """
    known = set(QFontDatabase.families() if families is None else families)
    family = next((name for name in PREFERRED if name in known), "") or _bundled()
    return QFont(family) if family else QFont()


def _bundled() -> str:
    """Load the shipped face and return its family, empty where none is shipped."""
    folder = paths.resources() / "fonts"
    for path in sorted(folder.glob("*Sans*")):
        loaded = QFontDatabase.addApplicationFont(str(path))
        if loaded != -1:
            return QFontDatabase.applicationFontFamilies(loaded)[0]
    return ""
