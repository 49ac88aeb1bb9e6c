"""The certificate of reporting (报送证明): one page of what was sent, when, and what came back.

What the receiver signed stands apart from what we recorded ourselves: a local clock and our own
note of a telephone call prove little (domain.md, section 8).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from infodesk.core.answers import KeptAdoption, Receipt, ReceiptVia, Result
from infodesk.core.batches import BatchEntry, BatchRecord
from infodesk.core.document import (
    Align,
    Column,
    Document,
    Face,
    PageStyle,
    Paragraph,
    Part,
    Role,
    Span,
    Style,
    Table,
)
from infodesk.core.stations import fingerprint
from infodesk.core.styles import OFFICE

MOST = 2
"""Lines a full table lists, so that it stays one page; more are counted."""

MOST_TITLE = 38
"""Characters of a title that are printed: two lines of its column."""

_PAGE = PageStyle(top_mm=18.0, text_height_mm=261.0, rows=43, pitch_pt=17.2)

_STYLES = {
    **OFFICE,
    Role.TITLE: Style(Face.TITLE, 22.0, tracking_pt=0.0, align=Align.CENTRE, after_rows=1),
    Role.HEADING_1: Style(Face.HEI, 12.0, tracking_pt=0.0, keep_with_next=True),
    Role.NOTE: Style(Face.FANG, 10.5, tracking_pt=0.0, align=Align.LEFT),
    Role.TABLE: Style(Face.FANG, 10.5, tracking_pt=0.0),
}
_VIA = {ReceiptVia.PHONE: "电话", ReceiptVia.FAX: "传真", ReceiptVia.PAPER: "书面"}
_RESULT = {
    Result.ACCEPTED: "收下",
    Result.DUPLICATE: "重复",
    Result.CONFLICT: "待对方处理",
    Result.REFUSED: "拒收",
}


def certificate(
    record: BatchRecord,
    entries: Sequence[BatchEntry],
    receipts: Sequence[Receipt],
    adoptions: Sequence[KeptAdoption],
    *,
    now: datetime,
) -> Document:
    """Return the page.

    Args:
        record: the batch, which we sent.
        entries: the items of it that are to be proved.
        receipts: every receipt that came for it.
        adoptions: adoptions of these items that stand.
        now: when the page is made.
    """
    signed = [receipt for receipt in receipts if receipt.is_signed]
    noted = [receipt for receipt in receipts if not receipt.is_signed]
    parts: list[Part] = [Paragraph(Role.TITLE, (Span("报　送　证　明"),))]
    listed = _room(noted, adoptions)
    parts += _section("一、报送内容", [_items(entries[:listed])], "", entries, listed)
    parts += _section("二、本单位的记录", [_ours(record)], "", ())
    tables, nothing = _signed(signed, {each.item_id for each in entries})
    parts += _section("三、收件单位签名的回执", tables, nothing, signed)
    if noted:
        parts += _section("四、本单位自记的回执（对方未签名）", [_noted(noted)], "", noted)
    if adoptions:
        parts += _section("采用情况", [_adopted(adoptions)], "", adoptions)
    made = f"生成于{_minute(now)}；时间以各方时钟为准；签名存于台账，可用 minisign 核验。"
    parts.append(Paragraph(Role.NOTE, (Span(made),)))
    return Document(
        title=f"报送证明 {record.id}",
        author=record.sender.name,
        paragraphs=tuple(parts),
        styles=_STYLES,
        page=_PAGE,
        numbered=False,
    )


def _section(
    heading: str,
    tables: Sequence[Table],
    note: str,
    every: Sequence[object],
    most: int = MOST,
) -> list[Part]:
    left = len(every) - most
    more = f"（只列前 {most} 条，另有 {left} 条见台账）" if left > 0 else ""
    parts: list[Part] = [Paragraph(Role.HEADING_1, (Span(heading + more),)), *tables]
    if note:
        parts.append(Paragraph(Role.NOTE, (Span(note),)))
    return parts


def _room(noted: Sequence[Receipt], adoptions: Sequence[KeptAdoption]) -> int:
    """Return how many items have room on the page, beside the other tables."""
    room = MOST + (0 if noted else 2)
    return room + (3 if not adoptions else 1 if len(adoptions) == 1 else 0)


def _items(entries: Sequence[BatchEntry]) -> Table:
    rows = [("序", "标题", "正文校验值")]
    for entry in entries:
        sent = entry.sha256 if entry.content is None else entry.content.sha256()
        rows.append((str(entry.place), _short(entry.title), f"{sent[:32]}\n{sent[32:]}"))
    return Table((Column(1), Column(6, Align.LEFT), Column(6, Align.LEFT)), tuple(rows))


def _short(title: str) -> str:
    return title if len(title) <= MOST_TITLE else f"{title[: MOST_TITLE - 1]}…"


def _ours(record: BatchRecord) -> Table:
    number = f"第 {record.seq} 号" if record.seq else "不编号"
    rows = (
        ("报送单位", f"{record.sender.name}（{record.sender.station}）"),
        ("收件单位", record.recipient.label or "—"),
        ("批次编号", f"{record.id}（{number}）"),
        ("导出时间", f"{_minute(record.at)}　经办：{record.by or '—'}"),
        ("清单校验值", f"{record.digest[:32]}\n{record.digest[32:]}"),
        ("签名指纹", fingerprint(record.sender)),
    )
    return Table((Column(1), Column(4, Align.LEFT)), rows, head_rows=0)


def _signed(signed: Sequence[Receipt], items: set[str]) -> tuple[list[Table], str]:
    if not signed:
        return [], "尚无。对方的回执导入并核验签名后，才会出现在这里。"
    rows = [("收件单位", "对方时间", "结果", "对方留痕链")]
    for receipt in signed[:MOST]:
        counts: dict[Result, int] = {}
        for line in receipt.lines:
            if line.id in items:
                counts[line.result] = counts.get(line.result, 0) + 1
        said = "，".join(f"{_RESULT[result]} {count}" for result, count in counts.items())
        rows.append(
            (
                receipt.name or receipt.station,
                _minute(receipt.said_at),
                said or "—",
                receipt.audit_head[:12] or "—",
            )
        )
    shares = (Column(3, Align.LEFT), Column(3), Column(3), Column(3))
    return [Table(shares, tuple(rows))], ""


def _noted(noted: Sequence[Receipt]) -> Table:
    rows = [("方式", "时间", "对方何人", "记录人")]
    rows += [
        (_VIA[each.via], _minute(each.said_at), each.said_by, each.by or "—")
        for each in noted[:MOST]
    ]
    return Table((Column(1), Column(2), Column(3), Column(2)), tuple(rows))


def _adopted(adoptions: Sequence[KeptAdoption]) -> Table:
    rows = [("标题", "刊物", "日期", "记录")]
    for each in adoptions[:MOST]:
        said = each.adoption
        told = f"由 {each.origin} 告知" if each.origin else "本单位自记"
        rows.append(
            (_short(said.title), f"{said.publication} {said.number}", said.day.isoformat(), told)
        )
    return Table((Column(7, Align.LEFT), Column(3), Column(2), Column(3)), tuple(rows))


def _minute(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日{moment:%H:%M}"
