"""The reader: weights added up by clause, clauses joined by "at least one tells"."""

from __future__ import annotations

import math

import pytest

from infodesk.core.checking.classes import look_at, read_text
from infodesk.core.checking.cue_marks import Marked
from infodesk.core.checking.findings import SentenceClass
from infodesk.core.checking.lexicon import lexicon_from
from infodesk.core.checking.reader import CLASSES, reader_from, written
from infodesk.core.checking.signs import clauses, signs
from tests.core.checking.reading import read_alone


def _lines(rows):
    return "".join(f"{sign}\t{written([*row, 0, 0, row[0]])}\n" for sign, row in rows.items())


TABLE = {
    "scale": 10,
    "bias": [-40, -40, -40, 10, -40, -40, -40],
    "outputs": [[]] * 7,
    "thresholds": [0.0] * 7,
    "weights": _lines(
        {"w:赶到": [90, -30, -30, 0], "w:熄灭": [-20, 80, 80, 0], "w:调查": [0, 80, -80, 0]}
    ),
}

EMPTY = written([90, 0, 0, 0, 0, 0, -40])
"""The row of a word that tells measures, and none that is firm."""
QUIET = {"weights": _lines({"w:赶到": [90, 0, 0, 0]})}


def _classes(sentence, *tables):
    return read_alone(sentence, lexicon_from(*tables)).classes


def test_a_long_clause_adds_up_as_a_short_one():
    many = {f"w:{number}": [127, -128, 0, 1] for number in range(5000)}
    reader = reader_from(TABLE | {"weights": _lines(many)})
    odds = reader.log_odds([{*many, "w:unknown"}])
    assert odds[0] > 0 > odds[1]
    assert odds[2] == pytest.approx(reader.log_odds([set()])[2])


def test_signs_can_mean_something_together():
    rows = "".join(f"{sign}\t{written([10] + [0] * 7)}\n" for sign in "ab")
    both = {"bias": [-15, *TABLE["bias"]], "outputs": [[20.0]] + [[0.0]] * 6, "weights": rows}
    reader = reader_from(TABLE | both)
    assert [reader.log_odds([signs])[0] > 0 for signs in ({"a"}, {"b"}, {"a", "b"})] == [
        False,
        False,
        True,
    ]


def test_a_sentence_tells_what_one_of_its_clauses_tells():
    reader = reader_from(TABLE)
    assert reader is not None
    act, result, nothing = {"w:赶到"}, {"w:熄灭"}, {"w:天气"}
    measures, progress = map(CLASSES.index, ("measures", "progress"))
    both = reader.log_odds([nothing, act, result])
    assert both[measures] > 0
    assert both[progress] > 0
    assert reader.log_odds([act])[progress] < 0
    assert reader.log_odds([nothing])[measures] < 0
    sure = reader.log_odds([act])[measures]
    assert math.isclose(sure, 5.0, abs_tol=1e-6)
    assert reader.log_odds([act, act])[measures] > sure


def test_progress_that_is_not_full_is_weak():
    reading = read_alone("有关部门正在调查。", lexicon_from({"reader": TABLE}))
    assert SentenceClass.PROGRESS in reading.classes
    assert reading.weak
    assert not read_alone("大火熄灭。", lexicon_from({"reader": TABLE})).weak


def test_measures_that_are_not_firm_are_commonplaces():
    empty = _lines({"w:重视": [90, 0, 0, 0]}).replace(written([90, 0, 0, 0, 0, 0, 90]), EMPTY)
    reading = read_alone("镇里重视。", lexicon_from({"reader": TABLE | {"weights": empty}}))
    assert SentenceClass.MEASURES in reading.classes
    assert reading.commonplace
    assert not read_alone("民警赶到现场。", lexicon_from({"reader": TABLE})).commonplace


def test_a_formula_of_progress_is_weak_progress_whatever_the_reader_says():
    table = {"reader": TABLE, "formulas": {"cues": ["介入调查"]}}
    reading = read_alone("卫生局当晚介入调查。", lexicon_from(table))
    assert SentenceClass.PROGRESS in reading.classes
    assert reading.weak
    earlier = read_alone("卫生局去年介入调查。", lexicon_from(table | {"reader": TABLE | QUIET}))
    assert earlier.classes == {SentenceClass.SITUATION}


def test_a_table_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="1"):
        reader_from(TABLE | {"bias": [1]})
    assert reader_from({}) is None


def test_an_office_adds_cues_that_always_count():
    own = {"own_deeds": {"cues": ["鸣锣"]}, "own_results": {"cues": ["水退了"]}}
    shipped = {"reader": TABLE}
    assert _classes("巡堤员鸣锣。", shipped) == {SentenceClass.SITUATION}
    assert SentenceClass.MEASURES in _classes("巡堤员鸣锣。", shipped, own)
    reading = read_alone("水退了。", lexicon_from(shipped, own))
    assert SentenceClass.PROGRESS in reading.classes
    assert not reading.weak


def test_an_office_says_what_kind_of_word_a_word_is():
    own = lexicon_from({"wordclasses": {"responder": "河长 河长办"}})
    (found,) = signs("河长办开会", Marked("河长办开会", own), own)
    assert "k:^_responder" in found
    assert "r:开会" in found


def test_short_clauses_are_read_with_the_next():
    sentence = "目前，大火已被扑灭，没有人受伤。"
    assert [sentence[start:end] for start, end in clauses(sentence)] == [
        "目前，大火已被扑灭",
        "没有人受伤",
    ]
    for odd in ("", "，", "。", "目前", "，，甲，", "a,b"):
        spans = clauses(odd)
        assert spans[0][0] >= 0
        assert spans[-1][1] <= len(odd)


def test_the_shipped_reader_knows_plain_cases(lexicon):
    for sentence, telling in (
        ("县消防大队出动3辆消防车赶赴现场扑救。", {SentenceClass.MEASURES}),
        ("目前，明火已被扑灭，2名伤者在县医院接受治疗，均无生命危险。", {SentenceClass.PROGRESS}),
        ("柳林村位于县城西部，距县城十五公里，有三百多户人家。", {SentenceClass.SITUATION}),
    ):
        assert telling <= read_alone(sentence, lexicon).classes, sentence
    assert read_alone("事故原因正在进一步调查中。", lexicon).weak


def test_what_was_done_in_other_years_is_no_measure_of_today(lexicon):
    for past in (
        "去年，该厂曾被责令停产整顿。",
        "2005年，邻县发生过类似火灾，事后政府对全县歌舞厅进行了检查。",
    ):
        assert read_alone(past, lexicon).classes == {SentenceClass.SITUATION}, past


def test_a_sentence_is_looked_at_once(lexicon):
    sentence = "民警赶到现场维持秩序。"
    looks = [look_at(sentence, lexicon.reader, lexicon) for _ in range(2)]
    assert looks[0] is looks[1]
    assert read_text([sentence, "次日无事。"], lexicon)[0] == read_text([sentence], lexicon)[0]
