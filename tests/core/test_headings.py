from __future__ import annotations

import pytest

from infodesk.core.document import Face, Role, Span
from infodesk.core.headings import paragraph_of


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("一、主要做法", Role.HEADING_1),
        ("十二、下一步打算。", Role.HEADING_1),
        ("（一）加强领导", Role.HEADING_2),
        ("(三)落实责任", Role.HEADING_2),
        ("1.先签合同后下种", Role.HEADING_3),
        ("3．落实资金", Role.HEADING_3),
        ("（1）逐户核对", Role.HEADING_4),
        ("一、二号泵站同时停机", Role.BODY),
        ("一、二、三组已撤离", Role.BODY),
        ("1.5万人已转移", Role.BODY),
        ("2026年11月20日", Role.BODY),
        ("（县林业局）", Role.BODY),
        ("一是加强领导", Role.BODY),
        ("正文", Role.BODY),
    ],
)
def test_the_numbering_tells_a_heading(line, role):
    paragraph = paragraph_of(line)
    assert (paragraph.role, paragraph.text) == (role, line)


def test_only_the_first_sentence_is_set_as_a_heading():
    assert paragraph_of("（一）统一流转。由村集体签订合同。").spans == (
        Span("（一）统一流转。", Face.KAI),
        Span("由村集体签订合同。"),
    )


def test_a_numbered_paragraph_without_a_short_sentence_is_text():
    line = "二、" + "全县各乡镇认真落实部署，" * 10
    assert paragraph_of(line).spans == (Span(line),)
    assert paragraph_of(line).role is Role.BODY
