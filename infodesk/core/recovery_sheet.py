"""The sheet with a journal's recovery code: one page A4, for the office's safe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from infodesk.core.document import Column, Document, Face, Paragraph, Role, Span, Table
from infodesk.core.styles import OFFICE

GROUPS_A_ROW = 3

TITLE = "台账恢复码"

ADVICE = (
    "本页与口令同样能打开台账及其备份。请装入信封封好，存入本单位保险柜，不要拍照或另存。",
    "忘记口令时，在要求输入口令的地方输入恢复码（大小写、空格、短横都不要紧），再设新口令。",
    "恢复码中没有数字 0、1 和字母 I、L、O；每组最后一个字符是校验位，抄错时程序会指出是哪一组。",
    "口令和恢复码都丢失时，任何人都无法再打开台账和已加密的备份。",
    "在“设置—加密与锁定”中制作新的恢复码后，本页即作废，请销毁。",
)


def recovery_sheet(code: str, *, office: str, journal: str, key_id: str, day: date) -> Document:
    """Return the sheet.

    Args:
        code: groups joined by hyphens.
        office: whose journal it is; may be empty.
        journal: name of its file.
        key_id: names the key that the code opens, in hexadecimal.
        day: when the code was made.
    """
    styles = dict(OFFICE)
    styles[Role.TABLE] = replace(OFFICE[Role.TABLE], face=Face.LATIN, size_pt=22.0, before_rows=1)
    styles[Role.HEADING_1] = replace(OFFICE[Role.HEADING_1], before_rows=1)
    return Document(
        title=TITLE,
        author=office,
        paragraphs=tuple(_parts(code, office, journal, key_id, day)),
        styles=styles,
        numbered=False,
    )


def _parts(
    code: str, office: str, journal: str, key_id: str, day: date
) -> Iterator[Paragraph | Table]:
    yield _paragraph(Role.TITLE, TITLE)
    if office:
        yield _paragraph(Role.BODY, f"单位：{office}")
    yield _paragraph(Role.BODY, f"台账文件：{journal}　密钥编号：{key_id}")
    yield _paragraph(Role.BODY, f"制作日期：{day.year}年{day.month}月{day.day}日")
    groups = code.split("-")
    rows = [groups[at : at + GROUPS_A_ROW] for at in range(0, len(groups), GROUPS_A_ROW)]
    columns = (Column(1.0),) * GROUPS_A_ROW
    yield Table(columns, tuple(tuple(row) for row in rows), head_rows=0)
    yield _paragraph(Role.HEADING_1, "使用与保管")
    for number, advice in enumerate(ADVICE, start=1):
        yield _paragraph(Role.BODY, f"{number}．{advice}")
    yield _paragraph(Role.BODY, "封存人：　　　　　　　　封存日期：")


def _paragraph(role: Role, text: str) -> Paragraph:
    return Paragraph(role, (Span(text),))
