"""The style sheet of ``resources/style.qss``: what a palette can't say."""

from __future__ import annotations

from string import Template
from typing import Any

from PySide6.QtWidgets import QWidget

from infodesk import paths


def style_sheet(colours: Any, points: int) -> str:
    """Return the sheet for one palette and one size of text, in points."""
    folder = paths.resources()
    return Template((folder / "style.qss").read_text(encoding="utf-8")).substitute(
        colours._asdict(),
        small=points - 1,
        body=points + 1,
        large=points + 2,
        title=points + 5,
        huge=points + 8,
        arrow=(folder / "icons" / "combo.svg").as_posix(),
    )


def set_role(widget: QWidget, role: str) -> None:
    """Mark what a widget is, and let the sheet know when it was shown already."""
    _set(widget, "role", role)


def set_tone(widget: QWidget, tone: str) -> None:
    """Mark a label as a chip: must, should, done, primary, or empty."""
    _set(widget, "tone", tone)


def _set(widget: QWidget, name: str, value: str) -> None:
    before = widget.property(name)
    if before == value:
        return
    widget.setProperty(name, value)
    if before is None and not widget.isVisible():
        # Not shown yet: the sheet will read it then, and asking now would cost the first paint.
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
