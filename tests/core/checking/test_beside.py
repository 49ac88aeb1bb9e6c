"""The second look: a sentence weighed with its cues and with those beside it."""

from __future__ import annotations

import pytest

from infodesk.core.checking.beside import CUES, OPEN, beside_from, facts
from infodesk.core.checking.reader import CLASSES

NONE = frozenset()
WIDE = len(CLASSES)
BEFORE = 2 * WIDE + len(CUES) + 2
"""Where the odds of the sentence before stand among the facts."""
MANY = BEFORE + 4 * WIDE + 5


def _table(**rows: list[float]) -> dict[str, list[float]]:
    flat = [0.0] * (MANY + 1)
    return {name: rows.get(name, flat) for name in CLASSES}


def test_a_sentence_is_given_its_own_odds_its_cues_and_those_beside_it():
    first, second = [1.0, -2.0, 0.5, 9.0, 0.0, -9.0, 0.0], [-1.0, 2.0, 3.0, -20.0, 0.0, 0.0, 0.0]
    one, two = facts([first, second], [frozenset({"deed", OPEN}), NONE])
    assert len(one) == len(two) == MANY
    assert one[:WIDE] == [1.0, -2.0, 0.5, 8.0, 0.0, -8.0, 0.0]
    assert one[WIDE : 2 * WIDE] == [1.0, 0.0, 0.5, 8.0, 0.0, 0.0, 0.0]
    assert one[2 * WIDE : BEFORE] == [*(float(cue == "deed") for cue in CUES), 0.0, 1.0]
    nothing, after = [-4.0] * WIDE, [-1.0, 2.0, 3.0, -4.0, 0.0, 0.0, 0.0]
    assert one[BEFORE : BEFORE + 2 * WIDE] == [*nothing, *after]
    assert two[BEFORE : BEFORE + 2 * WIDE] == [1.0, -2.0, 0.5, 4.0, 0.0, -4.0, 0.0, *nothing]
    assert list(facts([], [])) == []


def test_a_sentence_is_given_the_surest_of_its_text_and_before_it_and_where_it_stands():
    odds = [[float(number)] * WIDE for number in (1, -2, 3)]
    rows = list(facts(odds, [NONE] * 3))
    most = BEFORE + 2 * WIDE
    assert [row[most] for row in rows] == [3.0, 3.0, 3.0]
    assert [row[most + WIDE] for row in rows] == [-4.0, 1.0, 1.0]
    third = 1 / 3
    assert [row[-5:] for row in rows] == [
        [1.0, 0.0, 0.0, 0.0, third],
        [0.0, 1.0, 0.0, 0.5, third],
        [0.0, 0.0, 1.0, 1.0, third],
    ]
    assert next(facts(odds[:1], [NONE]))[-5:] == [1.0, 0.0, 1.0, 0.0, 1.0]


def test_what_stands_beside_a_sentence_can_decide():
    row = [-1.0] + [0.0] * MANY
    row[1 + BEFORE + CLASSES.index("measures")] = 0.5
    beside = beside_from(_table(progress=row))
    odds = [[4.0] + [0.0] * 6, [0.0] * 7]
    alone, after = beside.settled(odds, [NONE, NONE])
    assert after[CLASSES.index("progress")] == pytest.approx(1.0)
    assert alone[CLASSES.index("progress")] == pytest.approx(-3.0)


def test_a_table_that_does_not_fit_is_refused():
    assert beside_from({}) is None
    with pytest.raises(ValueError, match="3"):
        beside_from(_table(full=[0.0] * 3))
