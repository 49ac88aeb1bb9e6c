"""Learning the reader: it tells the classes apart, and nothing is read by its learner."""

from __future__ import annotations

from infodesk.core.checking.beside import beside_from
from infodesk.core.checking.reader import CLASSES
from tests.core.checking.learning import crossed, learn, learn_beside

M, P, S = (True, False, False, False), (False, True, True, False), (False, False, False, True)
TEXT = [
    ([{"w:发生"}], S),
    ([{"w:赶到"}, {"w:天气"}], M),
    ([{"w:熄灭"}], P),
]


def test_signs_tell_the_classes_apart():
    model = learn([TEXT] * 6)
    for (_, wanted), odds in zip(TEXT, model.log_odds(TEXT), strict=True):
        assert tuple(value > 0 for value in odds) == wanted
    assert "w:天气" in model.names


def test_a_second_look_learns_what_the_neighbour_tells():
    odds = [[4.0, -4.0, -4.0, -4.0], [0.0, 0.0, 0.0, 0.0]]
    follows = [([{"w:他"}], M), ([{"w:他"}], P)]
    alone = [[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]
    apart = [([{"w:他"}], S), ([{"w:他"}], S)]
    rows = learn_beside([follows, apart] * 10, [odds, alone] * 10)
    beside = beside_from(dict(zip(CLASSES, rows, strict=True)))
    progress = CLASSES.index("progress")
    none = [frozenset(), frozenset()]
    assert beside.settled(odds, none)[1][progress] > 0
    assert beside.settled(alone, none)[1][progress] < 0


def test_no_text_is_read_by_what_learned_from_it():
    def learned(numbers):
        def read(number):
            assert number not in numbers
            return [[float(number)]]

        return read

    assert crossed(7, 3, learned) == [[[float(number)]] for number in range(7)]
