"""What the window's edges show: a page tells it, the window listens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Status(QObject):
    """The line at the foot of the window, and the red banners.

    Signals:
        saved: the moment (datetime) the journal answered that the text is kept.
        note: a short sentence about what was just done.
        detail: what is right on the line, e.g. version and count of characters.
        problem: what went wrong, shown until it is solved; empty takes the banner away.
        alarm: what is wrong with the journal itself, shown until the clerk dismisses it.
    """

    saved = Signal(object)
    note = Signal(str)
    detail = Signal(str)
    problem = Signal(str)
    alarm = Signal(str)
