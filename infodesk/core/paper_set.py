"""Items for an office above that has no infodesk: on paper, and field by field for its system.

The paper set is a list of the items, a slip by which a disc or the sheets are handed over
(domain.md, section 9), and each item on a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from infodesk.core.counting import word_count
from infodesk.core.document import Align, Column, Document, Paragraph, Role, Span, Table
from infodesk.core.items import Approval, Content, Item
from infodesk.core.recognition import text_of
from infodesk.core.styles import OFFICE
from infodesk.core.titles import word_ends

TITLE = "信息报送清单"
SLIP = "报送材料交接登记表"


@dataclass(frozen=True, slots=True)
class PaperItem:
    """An approved item as it goes on paper; its author stays at home.

    Attributes:
        content: the version that was approved, the personal data in it masked.
        masked: in how many places; 0 also where it was looked at and stays.
    """

    item: Item
    content: Content
    approval: Approval
    kind: str
    masked: int = 0

    @property
    def count(self) -> int:
        """Its length as Word counts it."""
        return word_count(self.content.body)


def paper_set(
    items: Sequence[PaperItem], *, office: str, superior: str, at: datetime, file: str = ""
) -> Document:
    """Return the list, the slip and the texts as one document.

    Args:
        items: in the order in which they are listed.
        office: who sends.
        superior: who receives.
        at: when the set is made.
        file: name of a batch file that goes along on a disc; empty for none.
    """
    styles = dict(OFFICE)
    styles[Role.TABLE] = replace(OFFICE[Role.TABLE], size_pt=12.0)
    return Document(
        title=TITLE,
        author=office,
        paragraphs=(
            *_list(items, office, superior, at),
            *_slip(items, office, superior, at, file),
            *(part for number, item in enumerate(items, 1) for part in _item(number, item)),
        ),
        styles=styles,
    )


def fields_of(entry: PaperItem) -> list[tuple[str, str]]:
    """Return what a form of another system asks for, by name, to be copied one by one."""
    content, item = entry.content, entry.item
    named = [
        ("标题", " ".join(content.title.split())),
        ("正文", content.body),
        ("报送单位", item.unit),
        ("类别", entry.kind),
        ("字数", str(entry.count)),
        ("签发人", entry.approval.by),
        ("签发时间", f"{entry.approval.at:%Y-%m-%d %H:%M}"),
    ]
    return [(name, value) for name, value in named if value]


def _list(
    items: Sequence[PaperItem], office: str, superior: str, at: datetime
) -> Iterator[Paragraph | Table]:
    yield _paragraph(Role.TITLE, TITLE)
    if superior:
        yield _paragraph(Role.RECIPIENTS, f"{superior}：")
    total = sum(entry.count for entry in items)
    yield _paragraph(Role.BODY, f"现报送信息{len(items)}条，共{total}字，请查收。")
    rows = [("序号", "标题", "类别", "报送单位", "字数", "签发人")]
    rows += [
        (
            str(number),
            " ".join(entry.content.title.split()),
            entry.kind,
            entry.item.unit,
            str(entry.count),
            entry.approval.by,
        )
        for number, entry in enumerate(items, 1)
    ]
    columns = (
        Column(2),
        Column(12, Align.LEFT),
        Column(4),
        Column(5),
        Column(2.5),
        Column(4),
    )
    yield Table(columns, tuple(rows))
    yield _paragraph(Role.SIGNATURE, office or "报送单位：　　　　　　")
    yield _paragraph(Role.DATE, f"{at.year}年{at.month}月{at.day}日")


def _slip(
    items: Sequence[PaperItem], office: str, superior: str, at: datetime, file: str
) -> Iterator[Paragraph | Table]:
    yield _paragraph(Role.ATTACHMENT, "附表")
    yield _paragraph(Role.ATTACHMENT_TITLE, SLIP)
    blank = "　"
    rows = (
        ("报送单位", office or blank, "接收单位", superior or blank),
        ("材料", f"信息{len(items)}条，纸质　　份", "光盘（介质）编号", blank),
        ("批次文件", file or "无", "密级", "非密"),
        ("制作人", blank, "制作时间", f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"),
        ("送达人", blank, "送达时间", blank),
        ("接收人", blank, "接收时间", blank),
        ("接收情况", "收齐□　缺第　　　　条□", "接收单位（章）", blank),
    )
    yield Table((Column(3), Column(6), Column(4), Column(6)), rows, head_rows=0)
    yield _paragraph(Role.BODY, "本表一式两份，送、收双方各存一份。秘密以上材料不得用本表报送。")


def _item(number: int, entry: PaperItem) -> Iterator[Paragraph | Table]:
    title = " ".join(entry.content.title.split())
    yield _paragraph(Role.ATTACHMENT, f"第{number}条")
    yield Paragraph(Role.ATTACHMENT_TITLE, (Span(title),), word_ends(title))
    yield from text_of(entry.content.body)
    if entry.item.unit:
        yield _paragraph(Role.UNIT, f"（{entry.item.unit}）")


def _paragraph(role: Role, text: str) -> Paragraph:
    return Paragraph(role, (Span(text),))
