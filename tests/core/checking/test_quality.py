"""Floors under the checker's quality on the labelled texts; see ``scorer`` for the figures."""

from __future__ import annotations

import pytest

from tests.core.checking import scorer

F1_FLOORS = {
    "sentence situation": 0.86,
    "sentence measures": 0.95,
    "sentence progress": 0.95,
    "flag measures missing": 0.95,
    "flag progress missing": 0.95,
}
ACCURACY_FLOORS = {
    "state measures": 0.95,
    "state progress": 0.95,
    "time": 0.95,
    "place": 0.93,
    "deaths": 0.97,
    "injured": 0.97,
    "source": 0.95,
    "cause": 0.95,
}


# The checker first read the second set when it was done with the first one: F1 was then 0.76 for
# measures, 0.73 for progress, 0.80 and 0.59 for the flags. After that what was general in its
# faults was mended, and five items whose labels contradicted the first set's were relabelled, so
# these floors guard against regressions and are no estimate of the quality on unseen texts.
SECOND_F1_FLOORS = {
    "sentence situation": 0.88,
    "sentence measures": 0.95,
    "sentence progress": 0.95,
    "flag measures missing": 0.95,
    "flag progress missing": 0.95,
}
SECOND_ACCURACY_FLOORS = {
    "state measures": 0.95,
    "state progress": 0.95,
    "time": 0.93,
    "place": 0.93,
    "deaths": 0.95,
    "injured": 0.93,
    "source": 0.93,
    "cause": 0.88,
}


# Texts the reader never learned from and no pattern was tried on, a third of sets A and B, four in
# ten of them office items; scored for the first time when the reader stood. Floors a little under.
HELD_F1_FLOORS = {
    ("set_a.jsonl", "sentence measures"): 0.85,
    ("set_a.jsonl", "sentence progress"): 0.85,
    ("set_a.jsonl", "sentence situation"): 0.91,
    ("set_a.jsonl", "flag measures missing"): 0.77,
    ("set_a.jsonl", "flag progress missing"): 0.83,
    ("set_b.jsonl", "flag measures missing"): 0.83,
    ("set_b.jsonl", "flag progress missing"): 0.80,
    ("set_b.jsonl", "sentence measures"): 0.82,
    ("set_b.jsonl", "sentence progress"): 0.86,
    ("set_b.jsonl", "sentence situation"): 0.88,
}
HELD_ACCURACY_FLOORS = {
    ("set_a.jsonl", "state measures"): 0.85,
    ("set_a.jsonl", "state progress"): 0.86,
    ("set_a.jsonl", "time"): 0.82,
    ("set_a.jsonl", "place"): 0.81,
    ("set_a.jsonl", "deaths"): 0.91,
    ("set_a.jsonl", "injured"): 0.89,
    ("set_a.jsonl", "source"): 0.85,
    ("set_a.jsonl", "cause"): 0.73,
    ("set_b.jsonl", "state measures"): 0.88,
    ("set_b.jsonl", "state progress"): 0.86,
    ("set_b.jsonl", "time"): 0.93,
    ("set_b.jsonl", "place"): 0.93,
    ("set_b.jsonl", "deaths"): 0.85,
    ("set_b.jsonl", "injured"): 0.94,
    ("set_b.jsonl", "source"): 0.80,
    ("set_b.jsonl", "cause"): 0.68,
}


@pytest.fixture(scope="module")
def held():
    return {name: scorer.scores(scorer.items(name, part)) for name, part in scorer.HELD}


@pytest.mark.parametrize(("file", "name"), HELD_F1_FLOORS)
def test_decisions_stay_good_on_held_texts(held, file, name):
    assert held[file].of(name).f1 >= HELD_F1_FLOORS[file, name], scorer.table(held[file])


@pytest.mark.parametrize(("file", "name"), HELD_ACCURACY_FLOORS)
def test_answers_stay_good_on_held_texts(held, file, name):
    assert held[file].of(name).accuracy >= HELD_ACCURACY_FLOORS[file, name], name


@pytest.fixture(scope="module")
def result():
    return scorer.scores(scorer.items())


@pytest.fixture(scope="module")
def second():
    return scorer.scores(scorer.items("second.jsonl"))


@pytest.mark.parametrize("name", SECOND_F1_FLOORS)
def test_decisions_stay_good_on_the_second_set(second, name):
    assert second.of(name).f1 >= SECOND_F1_FLOORS[name], scorer.table(second)


@pytest.mark.parametrize("name", SECOND_ACCURACY_FLOORS)
def test_answers_stay_good_on_the_second_set(second, name):
    assert second.of(name).accuracy >= SECOND_ACCURACY_FLOORS[name], scorer.table(second)


@pytest.mark.parametrize("name", F1_FLOORS)
def test_decisions_stay_good(result, name):
    assert result.of(name).f1 >= F1_FLOORS[name], scorer.table(result)


@pytest.mark.parametrize("name", ACCURACY_FLOORS)
def test_answers_stay_good(result, name):
    assert result.of(name).accuracy >= ACCURACY_FLOORS[name], scorer.table(result)


def test_labels_are_about_the_texts():
    for item in [*scorer.items(), *scorer.items("second.jsonl")]:
        assert item["sentences"][0][1]
        for name in ("time", "place"):
            assert item[name] in item["text"], (item["id"], name)
