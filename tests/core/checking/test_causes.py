"""What a text says of the cause."""

from __future__ import annotations

import pytest

from infodesk.core.checking.causes import spans_of
from infodesk.core.checking.elements import elements_of
from infodesk.core.checking.findings import Cause, Sentence, Span
from infodesk.core.checking.lexicon import lexicon_from


def _cause(texts, lexicon):
    read = [(Sentence(Span("whole", 0, len(text)), frozenset()), text) for text in texts]
    return elements_of(read, lexicon).cause


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("货车爆胎后侧翻，冲入对向车道。", Cause.STATED),
        ("肇事司机属醉酒驾驶。", Cause.STATED),
        ("初步调查认定，配电室短路是起火原因。", Cause.STATED),
        ("村民吃了自己上山采来的野蘑菇后中毒。", Cause.STATED),
        ("大雪压塌了菜市场的顶棚。", Cause.STATED),
        ("两名工人在屋顶焊接水箱，火花溅了下去。", Cause.STATED),
        ("事故原因正在进一步调查中。", Cause.UNDER_INVESTIGATION),
        ("火灾的原因和损失，有关部门正在调查核实。", Cause.UNDER_INVESTIGATION),
        ("孰是孰非，有待交警部门的鉴定结论。", Cause.UNDER_INVESTIGATION),
        ("化验结果预计三天后出来。", Cause.UNDER_INVESTIGATION),
        ("据交警介绍，两车均未超速。", Cause.NONE),
        ("交警提醒，不要酒后驾车。", Cause.NONE),
        ("一名男子在检查站引爆了身上的炸弹。", Cause.NONE),
        ("县城震感明显，部分居民跑到街上。", Cause.NONE),
    ],
)
def test_a_cause_is_named_open_or_not_spoken_of(lexicon, text, cause):
    assert _cause([text], lexicon) is cause


def test_a_named_cause_outweighs_an_open_one(lexicon):
    texts = ["经初步调查，事故系超速所致。", "事故正在进一步调查中。"]
    assert _cause(texts, lexicon) is Cause.STATED
    ((start, end), *_) = spans_of(Cause.STATED, texts[0], lexicon)
    assert "超速" in texts[0][start:end]


def test_an_office_names_causes_of_its_own():
    own = lexicon_from({"causes": {"cues": ["野猪拱"]}})
    assert _cause(["堤脚被野猪拱空。"], own) is Cause.STATED
