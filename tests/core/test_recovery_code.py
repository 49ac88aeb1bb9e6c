from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core import recovery_code
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.recovery_code import ALPHABET, looks_like_code, new_code, read_code


def groups_of(*drawn):
    return "-".join(text + recovery_code._check(place, text) for place, text in enumerate(drawn))


GOOD = groups_of("2ABC", "7XYZ", "QRST", "9HJK", "MNPQ", "V888")


def refused(text, code):
    with pytest.raises(InfodeskError) as caught:
        read_code(text)
    assert caught.value.code is code
    return caught.value.params


def test_codes_are_drawn_anew_and_read_back():
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5] * 6
        assert not set(code) & set("01ILO")
        assert read_code(code) == code


@pytest.mark.parametrize(
    "written",
    [
        GOOD.lower(),
        GOOD.replace("-", " "),
        GOOD.replace("-", ""),
        f"  {GOOD}\r\n",
        GOOD.replace("-", "－"),
        "".join(chr(ord(sign) + 0xFEE0) for sign in GOOD),
        GOOD.replace("-", "\n"),
    ],
)
def test_how_it_is_written_does_not_matter(written):
    assert looks_like_code(written)
    assert read_code(written) == GOOD


@given(place=st.integers(0, 29), sign=st.sampled_from(ALPHABET + "01ILO"))
def test_one_wrong_character_is_named_by_its_group(place, sign):
    plain = GOOD.replace("-", "")
    if plain[place] == sign:
        return
    wrong = plain[:place] + sign + plain[place + 1 :]
    assert refused(wrong, Code.RECOVERY_CODE_WRONG)["group"] == place // 5 + 1


@given(place=st.integers(0, 28))
def test_two_swapped_characters_are_seen(place):
    plain = list(new_code().replace("-", ""))
    if plain[place] == plain[place + 1]:
        return
    plain[place], plain[place + 1] = plain[place + 1], plain[place]
    found = refused("".join(plain), Code.RECOVERY_CODE_WRONG)
    assert found["group"] in (place // 5 + 1, (place + 1) // 5 + 1)


def test_two_swapped_groups_are_seen():
    first, second, *rest = GOOD.split("-")
    assert refused("-".join([second, first, *rest]), Code.RECOVERY_CODE_WRONG)["group"] == 1


def test_a_character_too_few_is_counted():
    assert refused(GOOD[:-1], Code.RECOVERY_CODE_LENGTH) == {"length": 29, "wanted": 30}


@pytest.mark.parametrize("text", ["", "correct horse battery staple", "西关镇砖窑沟", GOOD[:-1]])
def test_a_passphrase_does_not_look_like_a_code(text):
    assert not looks_like_code(text)


def test_a_mistyped_code_still_looks_like_one():
    assert looks_like_code(GOOD.replace("8", "0"))
