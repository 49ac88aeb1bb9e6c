"""Where the fonts of an office's papers come from; a setting that travels with its journal."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infodesk.core.ports import SettingsStore

FONTS = "office.fonts"


class FontSource(StrEnum):
    """Which fonts a page is set in.

    The user's own are the real faces of an office document; the bundled ones give the same page on
    every PC.
    """

    INSTALLED = "installed"
    BUNDLED = "bundled"


def kept_source(settings: SettingsStore) -> FontSource:
    """Return what the office chose: its own fonts where it has not."""
    return FontSource.BUNDLED if settings.get(FONTS) == "bundled" else FontSource.INSTALLED
