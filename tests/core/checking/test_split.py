from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.checking.check import check
from infodesk.core.checking.findings import Fullness
from infodesk.core.checking.split import propose_split, split_content
from infodesk.core.items import WHOLE, Content, Section
from tests.core.checking import scorer

PROFILE, CONTEXT = scorer.tools()

TEXT = (
    "3月5日凌晨2时，示范县西关镇柳林村一民房发生火灾，烧毁房屋3间。\n"
    "接警后，消防员赶赴现场扑救。民警疏散群众40余人。\n"
    "　　3时40分，明火被扑灭。目前，受灾户已妥善安置。"
)


def test_each_sentence_goes_where_it_belongs():
    split = split_content(Content("某村起火", (Section(WHOLE, TEXT),)), PROFILE, CONTEXT)
    assert [section.key for section in split.sections] == ["situation", "measures", "progress"]
    assert split.text_of("situation") == TEXT.split("\n", maxsplit=1)[0]
    assert split.text_of("measures") == TEXT.split("\n")[1]
    assert split.text_of("progress") == TEXT.split("\n")[2]


def test_a_split_content_is_left_as_it_is():
    content = Content("题", (Section("situation", "甲。"), Section("measures", "乙。")))
    assert split_content(content, PROFILE, CONTEXT) is content


def test_other_kinds_are_split_by_their_cues(profiles):
    text = "群众反映，城南小区停水三天。主要是管网老化。建议住建局尽快改造。"
    split = split_content(Content("题", (Section(WHOLE, text),)), profiles["problem"], CONTEXT)
    assert split.text_of("problem") == "群众反映，城南小区停水三天。"
    assert split.text_of("cause") == "主要是管网老化。"
    assert split.text_of("suggestion") == "建议住建局尽快改造。"


def _without_line_feeds(text: str) -> list[str]:
    return sorted(text.replace("\n", ""))


@given(
    st.text(
        st.sampled_from("甲乙丙已扑灭出动消防车目前。！”“（）；\n\r\t 　\u2028a1,"), max_size=120
    )
)
def test_nothing_is_lost_and_each_sentence_has_one_part(text):
    proposed = propose_split(text, PROFILE, CONTEXT)
    spans = [span for span, _ in proposed]
    assert spans == sorted(spans)
    assert {key for _, key in proposed} <= {part.key for part in PROFILE.parts}
    split = split_content(Content("题", (Section(WHOLE, text),)), PROFILE, CONTEXT)
    joined = "".join(section.text for section in split.sections)
    assert _without_line_feeds(joined) == _without_line_feeds(text)
    for part in PROFILE.parts:
        rest = split.text_of(part.key)
        for span, key in proposed:
            if key == part.key:
                sentence = text[span.start : span.end]
                assert sentence in rest
                rest = rest[rest.index(sentence) + len(sentence) :]


@pytest.mark.parametrize("item", list(scorer.items()), ids=lambda item: item["id"])
def test_labelled_texts_split_without_loss(item, profiles):
    for profile in profiles.values():
        content = Content("题", (Section(WHOLE, item["text"]),))
        split = split_content(content, profile, CONTEXT)
        joined = "".join(section.text for section in split.sections)
        assert sorted(joined.replace("\n", "")) == sorted(item["text"].replace("\n", ""))


def test_a_split_report_is_read_as_its_whole_text(profiles, context):
    texts = (
        "针对群众反映问题渠道不畅，东山镇3月起推行院坝说事制度。",
        "每月5日、20日由村干部、驻村民警到院坝听取意见，限7日办结。",
        "至10月底办结事项412件，信访量同比下降37%。",
    )
    profile = profiles["experience"]
    parts = [part.key for part in profile.parts]
    split = Content("", tuple(map(Section, parts, texts)))
    whole = Content("", (Section(WHOLE, "\n".join(texts)),))

    def told(content):
        report = check(content, profile, context)
        return [(each.classes, each.weak) for each in report.sentences]

    assert told(split) == told(whole)
    assert check(split, profile, context).parts[parts[-1]].state is Fullness.FULL
