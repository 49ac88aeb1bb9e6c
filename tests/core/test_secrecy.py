"""Markings of state secrets are seen, and words are not taken for them."""

from __future__ import annotations

from functools import partial

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemState, Received, Section, Source
from infodesk.core.secrecy import marking


def content(body: str) -> Content:
    """Return a content of one section."""
    return Content("题", (Section("situation", body),))


@pytest.mark.parametrize(
    "text",
    [
        "秘密",
        "机  密",
        "绝密★长期\n关于……的报告",
        "000012\n机密★1年\n特急",
        "密级：秘密",
        "【机密】",
        "特急 秘密",
        "标题\n（秘密）\n正文",
    ],
)
def test_markings_are_seen(text):
    found = marking(text)
    assert found is not None
    assert text[slice(*found)].replace(" ", "") in ("秘密", "机密", "绝密")


@pytest.mark.parametrize(
    "text",
    [
        "保护商业秘密",
        "全县保密工作会议",
        "他说这是秘密。",
        "秘密武器",
        "涉嫌侵犯国家秘密罪被判刑",
        "首页标注“机密★1年”字样的文件不得扫描。",
        "秘密地转移了财产",
        "一、秘密选举\n二、公开计票",
    ],
)
def test_words_are_no_marking(text):
    assert marking(text) is None


def test_a_marked_text_does_not_enter_however_it_comes(office):
    secret = content("秘密★1年\n全县情况。")
    item = office.items.add(content("全县情况。"))
    acts = [partial(office.items.add, secret, source=source) for source in Source]
    received = Received("0", secret, kind="event", unit="")
    acts.append(partial(office.items.receive_all, [received], origin=""))
    acts.append(partial(office.items.autosave, item.id, secret, item.rev))
    for act in acts:
        with pytest.raises(InfodeskError) as caught:
            act()
        assert caught.value.code is Code.ITEM_CLASSIFIED
        assert caught.value.params == {"mark": "秘密"}
    now = office.items.get(item.id)
    assert now.content == content("全县情况。")
    assert now.state is ItemState.DRAFT
    assert office.items.revisions(item.id) == []
