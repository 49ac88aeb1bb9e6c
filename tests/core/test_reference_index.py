"""The texts on file that an item may have been copied from are found without reading them all."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.checking.context import Paper
from infodesk.core.checking.passages import LEAST, shared
from infodesk.core.reference_index import MOST_NEAR, ReferenceIndex, fingerprints

LETTERS = (
    "县委政府工作要把发展经济着力点放在实体上推进新型业化加快建设制造强国促数字深度融合抓好落实"
)


def prose(seed, length=600):
    chosen = random.Random(seed)
    return "".join(chosen.choice(LETTERS) for _ in range(length))


@pytest.fixture(scope="module")
def papers():
    return [Paper(f"讲话{number}", prose(number)) for number in range(40)]


@pytest.mark.parametrize("start", range(0, 560, 37))
def test_the_shortest_passage_that_counts_is_never_unseen(papers, start):
    text = f"我县认真学习。{papers[7].text[start : start + LEAST]}，下一步继续。"
    assert shared(text, papers[7].text)
    assert [each.label for each in ReferenceIndex(papers).near(text)] == ["讲话7"]


def test_marks_and_line_ends_do_not_hide_a_passage(papers):
    copied = "，\n".join(papers[3].text[at : at + 9] for at in range(0, 90, 9))
    assert ReferenceIndex(papers).near(copied)[0].label == "讲话3"


def test_those_that_most_is_from_are_read_and_no_more(papers):
    much, little = papers[0:20:2], papers[1:20:2]
    text = "".join([paper.text[:300] for paper in much[:MOST_NEAR]])
    text += "".join([paper.text[:40] for paper in little])
    near = ReferenceIndex(papers).near(text)
    assert {each.label for each in near} == {each.label for each in much[:MOST_NEAR]}
    assert ReferenceIndex(papers).near(much[9].text + little[0].text[:200])[0] == much[9]


def test_a_set_phrase_in_a_long_text_brings_no_text_along(papers):
    text = prose(99, 1500) + papers[5].text[:LEAST]
    assert ReferenceIndex(papers).near(text) == ()


@pytest.mark.parametrize("text", ["", "短", "字" * 19, "，。！" * 40])
def test_what_is_too_short_to_be_copied_is_like_nothing(papers, text):
    assert ReferenceIndex(papers).near(text) == ()
    assert ReferenceIndex([]).near(prose(1)) == ()


@given(st.text(max_size=300))
def test_any_text_has_fingerprints_of_its_own_and_of_what_it_is_part_of(text):
    assert fingerprints(text) <= fingerprints(text)
    inside = fingerprints(f"甲{text}乙")
    assert len(fingerprints(text) - inside) <= 2
