"""Two readers' labels of one text are compared rightly."""

from __future__ import annotations

import pytest

from tests.core.checking.agreement import differences, figures, kappa, pairs_of, state

TEXT = ["3月5日，柳林村起火。", "消防队到场扑救。", "火已扑灭。"]


def first(*labels, **elements):
    plain = {"id": "a", "time": ["3月5日"], "place": ["柳林村"], "deaths": None, "injured": None}
    sentences = list(zip(labels, TEXT, strict=True))
    return plain | {
        "sentences": sentences,
        "text": "".join(TEXT),
        "source": False,
        "cause": "none",
        **elements,
    }


def second(*labels, **elements):
    return first(*labels, **elements) | {"labels": labels}


def test_kappa_counts_what_chance_would_give():
    assert kappa([(1, 1), (0, 0), (1, 0), (0, 1)]) == pytest.approx(0)
    assert kappa([(1, 1), (0, 0), (1, 1), (0, 1)]) == pytest.approx(0.5)
    assert kappa([(1, 1), (1, 1)]) == 1


def test_a_formula_is_weak_and_a_result_beside_it_full():
    assert state(["S", "MPw"], "P") == "weak"
    assert state(["Pw", "P"], "P") == "full"
    assert state(["S", "Mc"], "M") == "weak"
    assert state(["S"], "M") == "missing"


def test_readers_who_agree_have_no_differences():
    pairs = [(first("S", "M", "P"), second("S", "M", "P"))]
    assert not differences(pairs)
    assert set(figures(pairs).values()) == {1.0}


def test_each_difference_is_shown_and_counted():
    pairs = [
        (first("S", "M", "P"), second("S", "M", "MP", deaths=1, place=["火"])),
        (first("S", "M", "P"), second("S", "M", "P")),
    ]
    assert len(differences(pairs)) == 3
    found = figures(pairs)
    assert found["F1 sentences of measures"] == pytest.approx(0.8)
    assert found["same deaths"] == found["overlap place"] == 0.5
    assert found["overlap time"] == 1


@pytest.mark.parametrize(("name", "read"), [("set_a", 229), ("set_b", 191)])
def test_the_second_reader_read_the_texts_of_the_set(name, read):
    pairs = pairs_of(name)
    assert len(pairs) == read
    found = figures(pairs)
    assert found["kappa measures missing"] > 0.9
    assert found["kappa progress, three ways"] > 0.9
