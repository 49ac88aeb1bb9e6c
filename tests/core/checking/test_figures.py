"""Quantities and names beside the dead and injured."""

from __future__ import annotations

import pytest

from infodesk.core.checking.check import check_text
from infodesk.core.checking.lexicon import lexicon_from


@pytest.fixture
def elements(profiles, context):
    return lambda text: check_text(text, profiles["event"], context).elements


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("当班56人中有43人安全升井，13人被困。", [("rescued", 43, "人"), ("trapped", 13, "人")]),
        ("连夜转移群众2150人。", [("evacuated", 2150, "人")]),
        ("两名矿工下落不明。", [("missing", 2, "人")]),
        ("直接经济损失30余万元。", [("loss", 300_000, "元")]),
        ("直接经济损失1.2亿元。", [("loss", 120_000_000, "元")]),
        ("农作物受灾面积3.25万亩，倒塌房屋34间。", [("area", 32_500, "亩"), ("houses", 34, "间")]),
        ("过火面积约0.5公顷。", [("area", 0.5, "公顷")]),
        ("出动消防车21台、消防员百余人。", [("vehicles", 21, "台"), ("responders", 100, "人")]),
        ("造成5人死亡、2人受伤，1人失踪。",
         [("deaths", 5, "人"), ("injured", 2, "人"), ("missing", 1, "人")]),
        ("56名学生出现呕吐症状，其中8人住院。", [("poisoned", 56, "人"), ("treated", 8, "人")]),
        ("全镇共有村民3000人。", []),
    ],
)  # fmt: skip
def test_what_a_number_counts(elements, text, figures):
    found = [(each.name, each.value, each.unit) for each in elements(text).figures]
    assert found == figures


def test_rough_and_part_are_told(elements):
    rough, sure = elements("近百人被困，其中3人获救。").figures
    assert (rough.value, rough.rough, rough.part) == (100, True, False)
    assert (sure.value, sure.rough, sure.part) == (3, False, True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("造成6人伤亡，其中2人死亡、4人受伤，烧毁房屋3间，损失12万元。", []),
        ("56人被困，其中8人受伤，3人失踪，转移9人。", ["injured", "missing", "evacuated"]),
        ("损失12万元，其中房屋损失9万元，农作物损失3万元。", ["loss", "loss"]),
        ("56人被困，其中8人受伤。转移9人。", ["injured"]),
    ],
)
def test_a_part_is_of_what_is_counted_alike(elements, text, parts):
    assert [each.name for each in elements(text).figures if each.part] == parts


def test_a_figure_knows_where_it_stands(elements):
    text = "昨日，青石乡山体滑坡，13人被困。"
    (figure,) = elements(text).figures
    assert text[figure.span.start : figure.span.end] == "13人被困"


def test_names_are_found(elements):
    text = (
        "3月5日，西关镇发生火灾。接报后，副县长带队赶赴现场指挥，县消防大队出动3辆消防车扑救。"
        "截至5日8时，明火已扑灭。下一步，将对全县市场开展排查。"
    )
    found = elements(text)

    def shown(spans):
        return [text[span.start : span.end] for span in spans]

    assert [kind.name for kind in found.kinds] == ["fire"]
    assert shown(found.commanders) == ["副县长"]
    assert shown(found.as_of) == ["截至5日8时"]
    assert shown(found.next_steps) == ["下一步，将对全县市场开展排查"]
    assert "县消防大队" in shown(found.actors)


def test_an_office_adds_what_it_counts():
    table = {"figures": {"livestock": {"words": ["死亡", "扑杀"], "units": ["头"]}}}
    pattern = lexicon_from(table).figures["头"]
    assert pattern.search("扑杀生猪").lastgroup == "livestock"
    with pytest.raises(ValueError, match="bad name"):
        lexicon_from({"figures": {"bad name": {"words": ["死"], "units": ["头"]}}})
