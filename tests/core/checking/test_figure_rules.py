"""Figures: what fits is left alone, what does not is found with the numbers that tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infodesk.core.checking.catalogue import FAMILY_OF, Family
from infodesk.core.checking.check import check_text
from infodesk.core.checking.context import Paper
from infodesk.core.checking.findings import Severity


@pytest.fixture
def figures(profiles, context):
    """Return the findings on figures in a text, by rule with their parameters."""

    def _figures(text, **around):
        report = check_text(f"东街供水情况\n{text}", profiles["event"], replace(context, **around))
        return [f for f in report.findings if FAMILY_OF[f.rule] is Family.FIGURES]

    return _figures


@pytest.mark.parametrize(
    ("text", "rule", "params"),
    [
        ("造成5人受伤，其中重伤2人、轻伤4人。", "parts-exceed", {"total": "5", "parts": "6"}),
        ("造成5人受伤，其中重伤2人，轻伤2人。", "parts-differ", {"total": "5", "parts": "4"}),
        ("造成三人受伤，其中四人重伤。", "parts-exceed", {"total": "3", "parts": "4"}),
        ("出动24人（消防15人、公安12人）。", "parts-exceed", {"total": "24", "parts": "27"}),
        ("排查隐患9处，已整改6处，其余2处限期整改。", "parts-differ", {"total": "9", "parts": "8"}),
        ("东街3户、西街5户、北街2户，共12户。", "parts-differ", {"total": "12", "parts": "10"}),
        ("走访210户，187户满意，占98%。", "percent-wrong", {"percent": "98", "right": "89.0"}),
        ("受理947件，办结921件，办结率79.3%。", "percent-wrong", {"right": "97.3"}),
        ("由200件下降到150件，下降35%。", "change-wrong", {"by": "35%"}),
        ("由20%提高到35%，提高25个百分点。", "change-wrong", {"by": "25个百分点"}),
        ("由150件下降到200件。", "change-direction", {"verb": "下降"}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_found(figures, text, rule, params):
    (found,) = figures(text)
    assert found.rule == rule
    assert params.items() <= found.params.items()


@pytest.mark.parametrize(
    "text",
    [
        "造成5人受伤，其中重伤2人。",
        "造成5人受伤，其中2人伤势较重，60岁以上老人4人。",
        "造成7人死亡，其中有3名女生、2名保安，12人受伤。",
        "炸死7名平民，一名医生说，其中4人伤势危重。",
        "约20人受伤，其中重伤12人、轻伤9人。",
        "排查隐患9处，已整改7处，其余2处限期整改。",
        "西关中队出动3辆消防车，东街中队出动2辆消防车。",
        "3月5日、6日、7日，东街3户、西街5户，共8户停水。",
        "走访5个乡镇210户，有187户表示申请方便，占89%。",
        "受理事项947件，办结921件，办结率97.3%，群众满意率98.1%。",
        "独居老人1.2万人，占全县农村老人4.1万人的29%。",
        "发放补贴1870万元，占应发资金的77%。",
        "税收完成年度任务的108%，同比增长120%。",
        "由200件下降到150件，下降25%。",
        "由20%提高到35%，提高15个百分点。",
        "由每斤0.45元降到0.12元。",
        "由8人增加到20人，增加12人。",
        "从3月5日至8日，共接待200人。",
    ],
)
def test_what_fits_is_left_alone(figures, text):
    assert figures(text) == []


BEFORE = Paper(
    "初报", "东街车祸\n3月5日2时，示范县东街发生一起车祸，造成3人死亡、5人受伤，2人失踪。"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("截至6时，事故造成2人死亡。", ["死亡人数"]),
        ("截至6时，经核实死亡2人，此前误报1人。", []),
        ("截至6时，事故造成4人死亡，3人受伤。", []),
        ("截至6时，事故造成3人死亡，3人受伤，2人已出院。", []),
        ("截至6时，事故造成3人死亡，4人受伤，1人失踪。", ["受伤人数", "失踪人数"]),
        ("截至6时，又找到1名失踪人员，仍有1人失踪。", []),
    ],
)
def test_a_figure_that_falls_along_a_chain_needs_a_reason(figures, text, names):
    found = figures(text, previous=BEFORE)
    assert sorted(each.params["name"] for each in found) == sorted(names)
    for each in found:
        deaths = each.params["name"] == "死亡人数"
        assert each.severity is (Severity.MUST if deaths else Severity.SHOULD)


def test_items_on_one_event_are_compared(figures):
    found = figures("东街车祸造成2人死亡、5人受伤。", others=(BEFORE,))
    assert [(each.rule, each.params["name"]) for each in found] == [
        ("figure-conflicts", "死亡人数")
    ]
    assert figures("东街车祸造成3人死亡、5人受伤。", others=(BEFORE,)) == []
