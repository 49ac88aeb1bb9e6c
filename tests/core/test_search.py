"""The pure part of the search: folding, pairs, queries, passages."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infodesk.core.pinyin import MARK, Initials
from infodesk.core.search import END, chunks, fold, pairs, parse, passage

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("县Ａa，,ßİΣ𠮷"))
)
TABLE = Initials.from_text("# 头\nx 西县\ng 关\nz 镇重\nc 重\nq 庆\n")


@given(TEXTS)
def test_folding_keeps_every_character_at_its_place(text):
    assert fold(text) == "".join(fold(character) for character in text)
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_a_folded_text_has_no_ascii_but_letters_and_digits_and_no_capital_of_the_index(text):
    folded = fold(text)
    assert all(mark.isalnum() for mark in folded if mark.isascii())
    assert END not in folded
    assert MARK not in folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("ＧＤＰ", "gdp"), ("（1）", "(１)"), ("A，b", "ａ,Ｂ"), ("甲　乙", "甲\n乙"), ("ΑΣ", "ας")],
)
def test_case_and_width_make_no_difference(one, other):
    assert fold(one) == fold(other)


@given(TEXTS)
@example("𠮷县")
@example("甲")
def test_pairs_are_every_two_neighbours(text):
    folded = fold(text)
    both = [folded[place : place + 2] for place in range(len(folded) - 1)]
    assert pairs(folded) == " ".join(both)


def test_a_query_is_its_words_or_what_stands_in_quotes():
    assert parse(" 山体  滑坡\u3000山体 ").terms == ("山体", "滑坡")
    assert parse('"north road" 示范').terms == ("north\u3000road", "示范")
    assert parse('"').terms == ("＂",)
    assert parse('" "').terms == ("＂",)
    assert parse("\ud800").terms == ("\ufffd",)
    assert not parse(" \u3000\n")


@given(st.text("县镇aB，, \n", max_size=12), st.text("县镇aB，,", min_size=1, max_size=3))
def test_what_is_found_is_marked_and_nothing_else(text, term):
    query = parse(term)
    folded, wanted = fold(text), fold(term)
    covered = {
        place + step
        for place in range(len(text))
        if folded.startswith(wanted, place)
        for step in range(len(term))
    }
    marked = [place for start, end in query.spans(text) for place in range(start, end)]
    assert marked == sorted(covered)
    assert query.found_in("", text) == bool(covered)


def test_each_word_may_stand_in_another_field():
    query = parse("滑坡 2人")
    assert query.found_in("山体滑坡", "造成２人受伤")
    assert not query.found_in("山体滑坡", "造成3人受伤")


def test_a_passage_shows_the_first_place_on_one_line():
    text = "一" * 100 + "。\n滑坡" + "二" * 100
    shown = passage(text, parse("滑坡"))
    assert "\n" not in shown.text
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert [shown.text[start:end] for start, end in shown.spans] == ["滑坡"]
    assert len(shown.text) <= 62
    whole = passage("滑坡", parse("滑坡"))
    assert (whole.text, whole.spans) == ("滑坡", ((0, 2),))
    assert passage("别的", parse("滑坡")).spans == ()


@given(st.text("县滑坡", max_size=200), st.integers(1, 80))
def test_the_spans_of_a_passage_are_the_terms(text, length):
    shown = passage(text, parse("滑坡"), length=length)
    for start, end in shown.spans:
        assert shown.text[start:end].strip("滑坡") == ""
    assert bool(shown.spans) == ("滑坡" in text)


def test_initials_count_every_reading():
    assert TABLE.of("重") == "zc"
    assert TABLE.pairs("重庆") == f"{MARK}zq {MARK}cq"
    assert TABLE.pairs("重，庆") == ""
    assert TABLE.begin("cq", "西关重庆") == 2
    assert TABLE.begin("xgz", "西关镇") == 0
    assert TABLE.begin("xz", "西关镇") == -1
    assert TABLE.begin("3x", "第3县") == 1


def test_handfuls_hold_every_key_once():
    keys = list(range(1000))
    assert [key for handful in chunks(iter(keys), 50) for key in handful] == keys
    assert list(chunks(iter(()), 50)) == []
