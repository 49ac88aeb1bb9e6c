from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infodesk import messages, paths
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.intake import (
    TABLE,
    Note,
    Treatment,
    cleaned,
    content_from,
    is_clean,
)
from infodesk.core.items import MAX_CHARACTERS, WHOLE
from infodesk.languages import LANGUAGES

ANY_TEXT = st.text(st.characters(codec=None, exclude_characters="\0"), max_size=200)


def test_legitimate_characters_stay_as_they_are():
    text = "示范县\u3000西关镇\t𠮷𰻝 \ue000 \U000f0000 😀❤\ufe0f 葛\U000e0100 \ufffd “—…・”\n第二行"
    assert cleaned(text).text == text
    assert cleaned(text).notes == ()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\v", "\f", "\x85"])
def test_every_line_end_becomes_one_line_feed_without_a_note(end):
    result = cleaned(f"甲{end}乙")
    assert result.text == "甲\n乙"
    assert result.notes == ()


@pytest.mark.parametrize(
    ("character", "treatment", "becomes"),
    [
        ("\u200b", Treatment.INVISIBLE, ""),
        ("\u200d", Treatment.INVISIBLE, ""),
        ("\u2060", Treatment.INVISIBLE, ""),
        ("\ufeff", Treatment.INVISIBLE, ""),
        ("\u00ad", Treatment.INVISIBLE, ""),
        ("\u202e", Treatment.DIRECTION, ""),
        ("\u2066", Treatment.DIRECTION, ""),
        ("\u200f", Treatment.DIRECTION, ""),
        ("\u061c", Treatment.DIRECTION, ""),
        ("\x07", Treatment.CONTROL, ""),
        ("\x9f", Treatment.CONTROL, ""),
        ("\x7f", Treatment.CONTROL, ""),
        ("\u00a0", Treatment.SPACE, " "),
        ("\u2003", Treatment.SPACE, " "),
        ("\ufffc", Treatment.OBJECT, ""),
        ("\ufffe", Treatment.NONCHARACTER, ""),
        ("\ufdd0", Treatment.NONCHARACTER, ""),
        ("\U0010ffff", Treatment.NONCHARACTER, ""),
        ("\ud800", Treatment.HALF, "\ufffd"),
    ],
)
def test_a_treated_character_is_replaced_and_counted(character, treatment, becomes):
    result = cleaned(f"甲{character}乙{character}丙")
    assert result.text == f"甲{becomes}乙{becomes}丙"
    assert result.notes == (Note(treatment, 2),)


def test_nul_is_refused_with_its_place():
    with pytest.raises(InfodeskError) as caught:
        cleaned("甲乙\0丙")
    assert caught.value.code is Code.TEXT_HAS_NUL
    assert caught.value.params == {"position": 3}


def test_a_text_over_the_limit_is_refused_and_one_at_the_limit_is_not():
    assert len(cleaned("字" * MAX_CHARACTERS + "\u200b").text) == MAX_CHARACTERS
    with pytest.raises(InfodeskError) as caught:
        cleaned("字" * 200_000)
    assert caught.value.code is Code.ITEM_TOO_LONG
    assert caught.value.params == {"count": 200_000, "most": MAX_CHARACTERS}


@given(ANY_TEXT)
@example("\r\r\n\n")
def test_cleaning_twice_is_cleaning_once_and_the_rest_is_legal_xml(text):
    once = cleaned(text)
    assert cleaned(once.text).text == once.text
    assert is_clean(once.text)
    once.text.encode("utf-8")
    element = ElementTree.Element("t")
    element.text = once.text
    assert (ElementTree.fromstring(ElementTree.tostring(element)).text or "") == once.text


@given(ANY_TEXT)
def test_only_characters_of_the_table_are_touched_and_the_order_stays(text):
    treated = {chr(code) for row in TABLE for code in range(row.first, row.last + 1)}
    made = {" ", "\n", "\ufffd"}
    before = [c for c in text if c not in treated and c not in made]
    after = [c for c in cleaned(text).text if c not in made]
    assert after == before


def test_every_format_and_control_character_is_either_in_the_table_or_known_to_be_visible():
    visible = {"\t", "\n"}
    shown = re.compile(
        "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001345f]"
    )
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs"):
            kept = character in visible or shown.match(character) is not None
            assert is_clean(character) == kept, hex(code)


def test_the_help_page_names_every_code_point_of_the_table():
    page = (paths.resources() / "help" / "characters.md").read_text(encoding="utf-8")
    for row in TABLE:
        if row.first > 0xFFFF and row.treatment is Treatment.NONCHARACTER:
            continue
        covered = f"U+{row.first:04X}" in page or (row.first, row.last) == (0xFFFE, 0xFFFF)
        assert covered, hex(row.first)
        if row.last != row.first:
            assert f"{row.first:04X}–{row.last:04X}" in page


def test_every_note_has_its_sentence_in_both_languages():
    told = set(Treatment) - {Treatment.NUL, Treatment.LINE_END}
    for treatment in told:
        for language in LANGUAGES:
            assert "3" in messages.say("intake", treatment, language, count=3)


def test_a_first_line_that_looks_like_one_is_the_title():
    content = content_from("关于西关镇山体滑坡的报告\n11月20日，西关镇发生滑坡。\n无人伤亡。")
    assert content.title == "关于西关镇山体滑坡的报告"
    assert [(s.key, s.text) for s in content.sections] == [
        (WHOLE, "11月20日，西关镇发生滑坡。\n无人伤亡。")
    ]


@pytest.mark.parametrize(
    "first",
    [
        "2026年11月20日20:56",
        "2026-11-20 9:04:16",
        "二〇二六年十一月二十日 星期五 上午",
        "西关镇发生滑坡。",
        "县委办公室：",
        "西关镇" * 30,
    ],
)
def test_a_first_line_that_is_no_title_stays_in_the_body(first):
    text = f"{first}\n昨日上午，西关镇发生山体滑坡，两人受伤。"
    content = content_from(text)
    assert content.body == text
    assert content.title
    assert content.title != first


def test_a_title_is_derived_from_the_first_clause_that_says_more_than_when():
    content = content_from(
        "2026-11-20\n昨天晚上8点20分左右，西关镇公路发生一起客货车相撞事故，三人受伤。"
    )
    assert content.title == "西关镇公路发生一起客货车相撞事故"


def test_a_single_line_is_title_and_body():
    content = content_from("城区热电联产项目开工")
    assert content.title == content.body == "城区热电联产项目开工"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\n\t"])
def test_an_empty_text_is_refused(text):
    with pytest.raises(InfodeskError) as caught:
        content_from(text)
    assert caught.value.code is Code.ITEM_EMPTY


@given(st.text(alphabet="甲乙丙，。：；！1 2年月日\n\u3000讯电（）", max_size=120))
def test_nothing_is_lost_but_white_space_and_the_title_is_a_line(text):
    if not text.strip():
        return
    content = content_from(text)
    assert content.title == content.title.strip() != ""
    assert "\n" not in content.title
    bare = "".join(text.split())
    body = "".join(content.body.split())
    assert bare in (body, "".join(content.title.split()) + body)


def test_a_long_run_of_digits_is_judged_quickly():
    """A pattern with nested repetition would never come back from this line."""
    content = content_from("1" * 50_000 + "甲\n正文。")
    assert content.title == "1" * 40
