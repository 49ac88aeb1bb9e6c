from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.retention import WHOLE, kept

NOW = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(-43_200, 1_296_000).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=200,
)


def ages(moments, now):
    return sorted((now - moment).days for moment in moments)


def a_year(until, chance):
    """Yield each evening's moment with what was kept, as a working office makes its backups."""
    shelf = set()
    day = until - timedelta(days=365)
    while day <= until:
        if day.weekday() < 5 and chance.random() < 0.95:
            hour = day.replace(hour=8, minute=0)
            while hour <= day:
                shelf.add(hour)
                hour += timedelta(minutes=chance.choice((30, 30, 60, 90)))
            shelf.add(day)
        shelf = kept(shelf, day)
        yield day, shelf
        day += timedelta(days=1)


def test_a_year_of_backups_leaves_days_weeks_and_months():
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    for day, shelf in a_year(NOW, random.Random(seed)):
        old = sorted(moment for moment in shelf if day - moment > WHOLE)
        assert len(old) <= 12 + 10 + 9, f"seed {seed}"
        # One a day, the day's last: nothing of the same day stays beside it.
        assert max(Counter(moment.date() for moment in old).values(), default=0) <= 1
    days = ages(old, NOW)
    assert len(days) == 12 + 10 + 9
    assert days[11] >= 15, "twelve working days"
    assert 330 <= days[-1] <= 366, "reaches back a year"
    # A week, then a month, is never gone without a backup of it.
    gaps = [later - earlier for earlier, later in pairwise(days)]
    assert max(gaps[:11]) <= 5
    assert max(gaps[11:21]) <= 14
    assert max(gaps[21:]) <= 38


def test_thinning_seldom_costs_no_month():
    """Thinned every evening or only now and then, each month keeps a backup."""
    chance = random.Random(7)
    made = [NOW - timedelta(minutes=30 * step) for step in range(365 * 48) if chance.random() < 0.2]
    for pause in (1, 3, 10):
        shelf = set()
        for day in range(360, -1, -pause):
            evening = NOW - timedelta(days=day)
            since = evening - timedelta(days=pause)
            shelf |= {moment for moment in made if since < moment <= evening}
            shelf = kept(shelf, evening)
        assert len({(moment.year, moment.month) for moment in shelf}) >= 11


@given(MOMENTS)
def test_everything_of_two_days_and_the_newest_of_all_stay(moments):
    keep = kept(moments, NOW)
    assert keep <= set(moments)
    assert {moment for moment in moments if moment >= NOW - WHOLE} <= keep
    if moments:
        assert max(moments) in keep
    assert len([moment for moment in keep if NOW - moment > WHOLE]) <= 31


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(moments):
    keep = kept(moments, NOW)
    assert kept(keep, NOW) == keep


@given(MOMENTS, st.integers(0, 12))
def test_one_of_each_of_the_last_twelve_days_stays(moments, place):
    old = sorted({moment.date() for moment in moments if NOW - moment > WHOLE}, reverse=True)
    for day in old[:12][place : place + 1]:
        made = [moment for moment in moments if moment.date() == day and NOW - moment > WHOLE]
        assert max(made) in kept(moments, NOW)


def test_a_clock_set_back_costs_no_backup():
    ahead = [NOW + timedelta(days=step) for step in range(400)]
    assert kept(ahead, NOW) == set(ahead)
