"""On sixty good items there are few "musts" that a careful editor would reject; see ``judging``."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.checking import judging


@pytest.fixture(scope="module")
def checked():
    return judging.chosen()


@pytest.fixture(scope="module")
def found(checked):
    return list(judging.musts(checked))


def test_sixty_items_of_every_kind_are_chosen(checked):
    assert len({item["id"] for item in checked}) == judging.MANY
    assert {judging.kind_of(item) for item in checked} == set(judging.profiles())
    assert all(item["set"] == "dev" for item in checked)


def test_few_musts_are_wrong(checked, found):
    rejected = [must for must in found if must.verdict != "right"]
    assert judging.wrong_per_item(found, len(checked)) <= judging.MOST_WRONG, rejected


def test_what_nobody_judged_counts_as_wrong(found):
    asked = [replace(must, verdict="") for must in found]
    assert asked
    assert judging.wrong_per_item(asked, 1) == len(found)


def test_each_verdict_is_on_a_chosen_item_and_has_a_reason(checked):
    ids = {item["id"] for item in checked}
    for (item, _, _), given in judging.judgements().items():
        assert item in ids
        assert given["verdict"] in {"right", "wrong"}
        assert given["reason"]


def test_an_item_that_lacks_a_part_is_not_chosen(checked):
    item = dict(next(each for each in checked if judging.kind_of(each) == "problem"))
    problem = judging.profiles()["problem"]
    assert judging.is_complete(item, problem)
    assert not judging.is_complete(item | {"parts": item["parts"][1:]}, problem)
