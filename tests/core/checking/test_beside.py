"""The second look: a sentence weighed with its cues and with those beside it."""

from __future__ import annotations

import pytest

from infodesk.core.checking.beside import CUES, beside_from, facts
from infodesk.core.checking.reader import CLASSES

NONE = frozenset()
MANY = 4 * len(CLASSES) + len(CUES)


def _table(**rows: list[float]) -> dict[str, list[float]]:
    flat = [0.0] * (MANY + 1)
    return {name: rows.get(name, flat) for name in CLASSES}


def test_a_sentence_is_given_its_own_odds_its_cues_and_those_beside_it():
    first, second = [1.0, -2.0, 0.5, 9.0], [-1.0, 2.0, 3.0, -20.0]
    rows = list(facts([first, second], [frozenset({"deed"}), NONE]))
    assert all(len(row) == MANY for row in rows)
    assert rows[0][:8] == [1.0, -2.0, 0.5, 8.0, 1.0, 0.0, 0.5, 8.0]
    assert rows[0][8 : 8 + len(CUES)] == [float(cue == "deed") for cue in CUES]
    assert rows[0][-8:] == [-4.0] * 4 + [-1.0, 2.0, 3.0, -4.0]
    assert rows[1][-8:] == [1.0, -2.0, 0.5, 4.0] + [-4.0] * 4
    assert list(facts([], [])) == []


def test_what_stands_beside_a_sentence_can_decide():
    row = [-1.0] + [0.0] * MANY
    row[1 + MANY - 8 + CLASSES.index("measures")] = 0.5
    beside = beside_from(_table(progress=row))
    odds = [[4.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]
    alone, after = beside.settled(odds, [NONE, NONE])
    assert after[CLASSES.index("progress")] == pytest.approx(1.0)
    assert alone[CLASSES.index("progress")] == pytest.approx(-3.0)


def test_a_table_that_does_not_fit_is_refused():
    assert beside_from({}) is None
    with pytest.raises(ValueError, match="3"):
        beside_from(_table(full=[0.0] * 3))
