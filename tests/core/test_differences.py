from __future__ import annotations

import random

import pytest

from infodesk.core.differences import Change, Piece, differences

OLD = "截至8时，2名伤者正在县医院救治，道路中断约60米。"


def joined(pieces, *wanted):
    return "".join(text for change, text in pieces if change in wanted)


def test_a_changed_figure_is_all_that_is_marked():
    assert differences(OLD, OLD.replace("2名", "5名")) == [
        Piece(Change.KEPT, "截至8时，"),
        Piece(Change.GONE, "2"),
        Piece(Change.NEW, "5"),
        Piece(Change.KEPT, "名伤者正在县医院救治，道路中断约60米。"),
    ]


def test_equal_texts_are_one_piece():
    assert differences(OLD, OLD) == [Piece(Change.KEPT, OLD)]
    assert differences("", "") == []


@pytest.mark.parametrize("seed", range(40))
def test_both_texts_can_be_put_together_again(seed):
    print("seed", seed)
    chosen = random.Random(seed)
    signs = "山体滑坡造成人员受伤，𠮷〇\n“”——"
    old = "".join(chosen.choices(signs, k=chosen.randrange(200)))
    new = "".join(chosen.choices(signs, k=chosen.randrange(200)))
    pieces = differences(old, new)
    assert joined(pieces, Change.KEPT, Change.GONE) == old
    assert joined(pieces, Change.KEPT, Change.NEW) == new


def test_two_long_texts_without_a_sentence_in_common_are_compared_all_the_same():
    chosen = random.Random(1)
    old, new = ("".join(chosen.choices(OLD, k=40_000)) for _ in range(2))
    assert joined(differences(old, new), Change.KEPT, Change.NEW) == new
