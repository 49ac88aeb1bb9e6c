"""The station card as a sheet to be stamped: code, name, fingerprint, QR code, space for a seal."""

from __future__ import annotations

from datetime import date

from infodesk.core.batches import Party
from infodesk.core.document import (
    Align,
    Column,
    Document,
    Face,
    Image,
    PageStyle,
    Paragraph,
    Role,
    Span,
    Style,
    Table,
)
from infodesk.core.images import ImageFile
from infodesk.core.stations import fingerprint
from infodesk.core.styles import OFFICE

_STYLES = {
    **OFFICE,
    Role.TITLE: Style(Face.TITLE, 22.0, tracking_pt=0.0, align=Align.CENTRE, after_rows=1),
    Role.BODY: Style(Face.FANG, 16.0, indent_cells=2.0),
    Role.TABLE: Style(Face.FANG, 14.0, tracking_pt=0.0),
    Role.CAPTION: Style(Face.FANG, 12.0, tracking_pt=0.0, align=Align.CENTRE),
    Role.NOTE: Style(Face.KAI, 14.0, tracking_pt=0.0, align=Align.LEFT),
}


def qr_text(party: Party) -> str:
    """Return what the QR code of a card says: format, code, both keys; upper case packs best."""
    return f"INFODESK-STATION:1:{party.station}:{party.key}:{party.box}".upper()


def station_card(party: Party, qr: ImageFile, day: date) -> Document:
    """Return the sheet of a station card.

    Args:
        party: the station, with its keys.
        qr: the picture of ``qr_text``.
        day: when it is printed.
    """
    groups = fingerprint(party).split()
    rows = (
        ("单位名称", party.name or "（未填写）"),
        ("站点代码", party.station),
        ("指　　纹", "　".join(groups[:4]) + "\n" + "　".join(groups[4:])),
        ("打印日期", f"{day.year}年{day.month}月{day.day}日"),
    )
    return Document(
        title=f"站点卡 {party.label}",
        author=party.name,
        paragraphs=(
            Paragraph(Role.TITLE, (Span("站　点　卡"),)),
            Table(
                (Column(1), Column(3, Align.LEFT)),
                rows,
                head_rows=0,
            ),
            Image(qr, 50.0, "二维码内为站点代码和公钥，不含任何密钥"),
            Paragraph(
                Role.BODY,
                (
                    Span(
                        "收到本卡的单位：导入站点卡文件，把屏幕显示的指纹与上表逐组核对，"
                        "八组全部一致后再确认；有一位不同，就不要确认，请打电话询问。"
                    ),
                ),
            ),
            Paragraph(Role.NOTE, (Span(""),)),
            Table(
                (Column(1), Column(1)),
                (("单位盖章", "负责人签字"), ("\n\n\n\n\n", "\n\n\n\n\n年　　月　　日")),
            ),
        ),
        styles=_STYLES,
        page=PageStyle(top_mm=25.0, text_height_mm=245.0, rows=24),
        numbered=False,
    )
