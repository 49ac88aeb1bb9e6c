from __future__ import annotations

import pytest

from infodesk.core.later import Later


def test_it_is_made_when_first_looked_at_and_once():
    made = []

    def make() -> list[int]:
        made.append(1)
        return [3, 1, 2]

    later = Later(make)
    assert made == []
    assert (len(later), later[0], later[1:], list(later)) == (3, 3, (1, 2), [3, 1, 2])
    assert made == [1]


def test_it_equals_any_sequence_like_it():
    later = Later(lambda: [1, 2])
    assert later == (1, 2)
    assert later == (1, 2)
    assert later == Later(lambda: (1, 2))
    assert later != (1, 3)
    assert later != 1
    assert len({later, Later(lambda: (1, 2))}) == 1
    assert not Later(list)
    with pytest.raises(IndexError):
        Later(list)[0]
