"""The key of a thing in the index: date, kind and number in one, so that keys sort by date.

FTS5 gives back its rows in the order of their keys a thousand times faster than in any other: the
newest hits come at once, however many there are, and back-dated ones stand at their place.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_BASE = datetime(1900, 1, 1, tzinfo=UTC)
_MINUTES_MOST = (1 << 27) - 1
"""27 bits of minutes reach to the year 2155."""

KIND_BITS, REF_BITS = 4, 32
LOWEST, HIGHEST = 0, (1 << 63) - 1


def key_of(moment: datetime, kind: int, ref: int) -> int:
    """Return the key of a thing of a moment; what lies outside 1900–2155 stands at the end."""
    minutes = int((moment - _BASE).total_seconds()) // 60
    minutes = min(max(minutes, 0), _MINUTES_MOST)
    return (minutes << KIND_BITS | kind) << REF_BITS | ref


def kind_and_ref(key: int) -> tuple[int, int]:
    """Return the number of the kind and the number of the thing a key was made of."""
    return key >> REF_BITS & (1 << KIND_BITS) - 1, key & (1 << REF_BITS) - 1


def range_of(since: date | None, until: date | None, like: datetime) -> tuple[int, int]:
    """Return the lowest and the highest key of a period of days, by the offset of a moment."""
    low, high = LOWEST, HIGHEST
    if since is not None:
        low = key_of(datetime(since.year, since.month, since.day, tzinfo=like.tzinfo), 0, 0)
    if until is not None:
        last = datetime(until.year, until.month, until.day, tzinfo=like.tzinfo)
        high = key_of(last + timedelta(days=1), 0, 0) - 1
    return low, high
