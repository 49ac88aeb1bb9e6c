"""The clock that is passed in, so that no rule of the office asks the machine for the time."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment, aware, with the office's own UTC offset."""
        ...


def stamp(moment: datetime) -> str:
    """Return an aware moment as stored text: ISO 8601, milliseconds, offset kept.

    Raises:
        ValueError: the moment has no UTC offset.
    """
    if moment.tzinfo is None:
        raise ValueError("a stored moment needs its UTC offset")
    return moment.isoformat(timespec="milliseconds")
