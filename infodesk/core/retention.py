"""Which backups are kept: all of the last two days, then one a day, a week, a month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

WHOLE = timedelta(days=2)
"""Age up to which every backup is kept."""

Period = tuple[int, int]

TIERS: tuple[tuple[int, Callable[[datetime], Period]], ...] = (
    (12, lambda moment: (0, moment.toordinal())),
    (10, lambda moment: (moment.isocalendar().year, moment.isocalendar().week)),
    (9, lambda moment: (moment.year, moment.month)),
)
"""How many days, then weeks, then months one backup each is kept of (reliability.md, section 1)."""


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backups to keep, by the moments they were made.

    Going back from the newest, the last of each day, week and month stays; a period counts only
    where it has a backup, so a fortnight's leave uses none up. What seems to be made after ``now``
    stays: the clock was set back, which must not cost a backup.

    Args:
        moments: all naive or all aware, as ``now`` is; days begin at midnight of their offset.
        now: the present moment.
    """
    keep = set()
    tier, left, period = 0, TIERS[0][0], TIERS[0][1]
    last: datetime | None = None
    for moment in sorted(set(moments), reverse=True):
        if now - moment <= WHOLE:
            keep.add(moment)
            continue
        while not left and tier + 1 < len(TIERS):
            tier += 1
            left, period = TIERS[tier]
        if left and (last is None or period(moment) != period(last)):
            keep.add(moment)
            last = moment
            left -= 1
    return keep
