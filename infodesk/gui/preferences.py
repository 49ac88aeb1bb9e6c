"""What belongs to this machine, not to the office: language, look, which journal is open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from infodesk.gui.scheme import Scheme

FILE_NAME = "window.json"

TEXT_SIZES = {"small": 9, "normal": 10, "large": 12}
"""Sizes of ordinary text in points, by the name they are kept under."""


class Preferences(NamedTuple):
    """The preferences of this machine.

    Attributes:
        language: ``zh`` or ``en``; empty until it was chosen.
        text_size: key of ``TEXT_SIZES``.
        sample: whether the sample office is open instead of the own journal.
    """

    language: str = ""
    scheme: Scheme = Scheme.SYSTEM
    text_size: str = "normal"
    sample: bool = False

    @property
    def points(self) -> int:
        """Size of ordinary text, in points."""
        return TEXT_SIZES[self.text_size]


def load(folder: Path) -> Preferences:
    """Return the preferences kept in a folder; the usual ones where none can be read."""
    try:
        data = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        size = data.get("text_size", "normal")
        return Preferences(
            language=data.get("language", ""),
            scheme=Scheme(data.get("scheme", Scheme.SYSTEM)),
            text_size=size if size in TEXT_SIZES else "normal",
            sample=bool(data.get("sample", False)),
        )
    except (OSError, ValueError, AttributeError, TypeError):
        return Preferences()


def save(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences.

    Raises:
        OSError: the folder can't be written.
    """
    from infodesk.files import write_atomic

    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(preferences._asdict(), ensure_ascii=False, indent=1)
    write_atomic(folder / FILE_NAME, text.encode())
