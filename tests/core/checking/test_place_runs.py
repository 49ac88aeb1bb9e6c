"""Places named without any word that places them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.checking.check import check_text
from infodesk.core.checking.place_runs import place_runs


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("凌晨的一场火，让宏达玩具厂的两个女工再也回不了家。", "宏达玩具厂"),
        ("12岁的小葵在西溪镇补习班下课后被人骗走。", "西溪镇补习班"),
        ("城西浴池一台锅炉爆炸。", "城西浴池"),
        ("清溪江苍岭县城段的水变成了酱油色。", "清溪江苍岭县城段"),
    ],
)
def test_a_row_of_nouns_that_ends_like_a_place_is_one(sentence, named):
    assert named in [sentence[start:end] for start, end in place_runs(sentence)]


def test_persons_and_offices_are_no_places():
    for sentence in (
        "市民周先生报了警。",
        "县政府负责人表示歉意。",
        "伤者被送往医院。",
        "他一句话也没有说。",
    ):
        assert list(place_runs(sentence)) == []


@given(st.text(st.sampled_from("“示范县西关镇柳林村”的一民房3栋，。a 起火里"), max_size=80))
def test_stretches_lie_in_the_sentence_in_order(sentence):
    last = 0
    for start, end in place_runs(sentence):
        assert last <= start < end <= len(sentence)
        last = end


def test_a_text_shows_places_that_nothing_places(profiles, context):
    text = "饮水机里漂着一只死蟑螂。柳河镇中心小学21名学生拉了肚子。"
    found = check_text(text, profiles["event"], context).elements
    shown = [text[span.start : span.end] for span in (*found.place, *found.further_places)]
    assert any("柳河镇中心小学" in place for place in shown)
