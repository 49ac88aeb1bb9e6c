"""Floors under the counts of dead and injured read from the training texts; see ``counting``.

Half of these texts, those of odd number, were read while the rules were written; the others show
what the rules do with texts nobody looked at.
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
