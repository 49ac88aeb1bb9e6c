from __future__ import annotations

import pytest

from infodesk.core.checking.sentences import sentence_spans


def pieces(text: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, **how)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n　\n", []),
        ("甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]),
        ("甲\n乙\r\n丙", ["甲", "乙", "丙"]),
        ("　　甲。　乙。 ", ["甲。", "乙。"]),
        ("他说：“走吧。快！”随后离开。", ["他说：“走吧。快！”", "随后离开。"]),
        ("“已经好了。”他说。", ["“已经好了。”", "他说。"]),
        ("对“走不走？”的问题，没人答。", ["对“走不走？”的问题，没人答。"]),
        ("甲（见附件。第二页）乙。", ["甲（见附件。第二页）乙。"]),
        ("甲“乙。丙", ["甲“乙。", "丙"]),
        ("什么？！好。", ["什么？！", "好。"]),
        ("深度6.2千米，约１．５米。", ["深度6.2千米，约１．５米。"]),
    ],
)
def test_splits_by_marks_lines_and_whole_quotations(text, expected):
    assert pieces(text) == expected


def test_semicolons_split_where_asked():
    assert pieces("甲；乙。") == ["甲；乙。"]
    assert pieces("甲；乙。", semicolons=True) == ["甲；", "乙。"]


def test_a_long_open_quotation_does_not_swallow_the_page():
    text = "“" + "一句话。" * 200 + "”"
    assert len(pieces(text)) == 200
