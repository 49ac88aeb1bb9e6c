"""Learning the reader: it tells the classes apart, and nothing is read by its learner."""

from __future__ import annotations

from infodesk.core.checking.beside import beside_from
from infodesk.core.checking.reader import CLASSES
from tests.core.checking.learning import crossed, learn, learn_beside
from tests.core.checking.texts import Seen

M, P, S = (
    (True, False, False, False, False, False, True),
    (False, True, True, False, False, False, False),
    (False, False, False, True, False, False, False),
)
TEXT = [
    Seen([{"w:发生"}], S),
    Seen([{"w:赶到"}, {"w:天气"}], M),
    Seen([{"w:熄灭"}], P),
]
NOT_SURE, NO = [0.0] * len(CLASSES), [-4.0] * len(CLASSES)


def test_signs_tell_the_classes_apart():
    model = learn([TEXT] * 1000)
    for seen, odds in zip(TEXT, model.log_odds(TEXT), strict=True):
        assert tuple(value > 0 for value in odds) == seen.wanted
    assert "w:天气" in model.names
    assert model.log_odds([]) == []


def test_a_text_that_counts_less_teaches_less():
    one, other = [Seen([{"w:到"}], M)], [Seen([{"w:到"}], S)]
    model = learn([one, other] * 1000, [1.0, 0.1] * 1000)
    (odds,) = model.log_odds(one)
    assert odds[0] > odds[3]


def test_a_second_look_learns_what_the_neighbour_tells():
    odds = [[4.0, *NO[1:]], NOT_SURE]
    follows = [Seen([{"w:他"}], M), Seen([{"w:他"}], P)]
    alone = [NOT_SURE, NOT_SURE]
    apart = [Seen([{"w:他"}], S), Seen([{"w:他"}], S)]
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
