"""Floors under the counts of dead and injured read from the training texts; see ``counting``.

Most of these texts were read while the rules were written. Those whose number is a multiple of four
were not, but for a few: of these nine in ten are read right, which is nearer to what to expect.
"""

from __future__ import annotations

import pytest

from tests.core.checking import counting

FLOORS = {"deaths": 0.93, "injured": 0.945}


@pytest.fixture(scope="module")
def result():
    return counting.counted()


@pytest.mark.parametrize("name", FLOORS)
def test_counts_stay_good(result, name):
    tally = result.of(name)
    assert tally.asked > 1500
    assert tally.accuracy >= FLOORS[name]
