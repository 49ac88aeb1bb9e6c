"""A short issue to see a masthead on; its texts say of themselves that they are samples."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from infodesk.core import compose
from infodesk.core.bulletins import Issue, IssueState, Series
from infodesk.core.document import Document
from infodesk.core.items import WHOLE, Content, Item, ItemState, Section
from infodesk.core.mastheads import Masthead

_NAME, _ISSUER = "示范信息", "示范县委办公室"
_FIRST = (
    "这一页是样张，用来看刊头的大小、颜色和间距，不会保存，也不会刊发。"
    "正文为三号仿宋，每页22行、每行28字。\n"
    "一、刊头与正文的距离\n"
    "正文总从整行开始，刊头占几行由“占行”决定。"
)
_SECOND = "第一页必须有正文，因此刊头不宜超过版心的三分之一。"
_TEXTS = (("样例信息的标题", _FIRST), ("又一条样例信息", _SECOND))


def sample_issue(series: Series, masthead: Masthead, now: datetime) -> Document:
    """Return a sample issue with the texts of a series; fictional ones where it has none yet."""
    shown = replace(series, name=series.name or _NAME, issuer=series.issuer or _ISSUER)
    issue = Issue(
        0,
        shown.id,
        IssueState.SIGNED,
        1,
        now,
        year=now.year,
        number=max(shown.next_number, 1),
        total=shown.next_total,
        signed_on=now.date(),
    )
    contents = [
        (
            Item("", 0, 1, content, "event", ItemState.APPROVED, now, now),
            content,
        )
        for title, text in _TEXTS
        for content in [Content(title, (Section(WHOLE, text),))]
    ]
    return compose.issue(issue, shown, contents, masthead)
