"""The outline of a PDF: what a reader lists beside its pages."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from infodesk import paths
from infodesk.core.plain_page import plain
from infodesk.export import pdf, pdf_of
from infodesk.typeset import typeset
from tests.export.official_texts import composed


def reader(document, fonts) -> PdfReader:
    return PdfReader(BytesIO(pdf.render(typeset(document, fonts.metrics), fonts)))


def entries(read: PdfReader) -> list[tuple[int, str, int]]:
    """Return depth, title and page number of each entry."""

    def walk(outline, depth):
        for entry in outline:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            else:
                yield depth, entry.title, read.get_destination_page_number(entry) + 1

    return list(walk(read.outline, 0))


def test_the_items_of_a_bulletin_and_their_headings_are_the_outline(three_items, fonts):
    titles = [p.text for p in three_items.paragraphs if p.role == "title"]
    inner = [
        (1, "一、以地入股，把分散的地连成片"),
        (2, "（一）统一流转。"),
        (1, "二、下一步打算"),
    ]
    found = entries(reader(three_items, fonts))
    expected = [entry for title in titles for entry in [(0, title), *inner]]
    assert [entry[:2] for entry in found] == expected


def test_each_entry_leads_to_the_page_and_the_place_of_its_text(bulletin, fonts):
    text = "前言。\n一、情况\n" + "全县共报送信息1286条。" * 60 + "\n二、打算\n年底前完成。"
    document = bulletin([(f"第{n}条信息", text) for n in range(1, 8)])
    read = reader(document, fonts)
    found = entries(read)
    assert len(found) == 21
    assert max(page for _, _, page in found) > 5
    lines = [
        (page.number, line)
        for page in typeset(document, fonts.metrics).pages
        for line in page.lines
        if line.heading
    ]
    for (_, title, page), (number, line) in zip(found, lines, strict=True):
        assert (title, page) == (line.text, number)
    for entry, (_, line) in zip(_flat(read.outline), lines, strict=True):
        above = read.pages[0].mediabox.height - line.baseline
        assert above < float(entry.top) < float(above) + 40


def _flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def test_a_title_of_several_lines_is_one_entry(fonts):
    title = "示范县关于进一步加强和改进全县党政机关信息报送工作有关事项的补充通知"
    document = composed("official", title + "\n各乡镇：\n正文。")
    assert (
        len([line for line in typeset(document, fonts.metrics).lines() if line.role == "title"]) > 1
    )
    assert entries(reader(document, fonts)) == [(0, title, 1)]


def test_levels_that_a_text_skips_are_closed_up(fonts):
    text = "（一）先写小的\n正文。\n1.更小的\n正文。\n一、再写大的\n正文。\n（1）最小的\n正文。"
    found = entries(reader(plain(text), fonts))
    assert found == [
        (0, "（一）先写小的", 1),
        (1, "1.更小的", 1),
        (0, "一、再写大的", 1),
        (1, "（1）最小的", 1),
    ]


def test_rare_characters_and_brackets_come_out_of_the_outline(fonts):
    text = "一、𠮷野家（\\)（与堃喆珺\n正文。"
    assert entries(reader(plain(text), fonts)) == [(0, "一、𠮷野家（\\)（与堃喆珺", 1)]


def test_a_text_without_headings_has_no_outline(fonts):
    assert reader(plain("只有正文。"), fonts).outline == []


def test_an_attachments_title_is_in_the_outline(fonts):
    found = entries(reader(composed("official"), fonts))
    assert [title for depth, title, _ in found if depth == 0] == [
        "示范县关于加强信息报送工作的通知",
        "信息报送要点",
    ]


def test_the_outline_is_the_same_each_time_and_the_properties_are_the_documents(three_items):
    folder = paths.resources() / "fonts"
    data = pdf_of(three_items, folder)[0]
    assert data == pdf_of(three_items, folder)[0]
    metadata = PdfReader(BytesIO(data)).metadata
    assert metadata.title == three_items.title
    assert metadata.author == three_items.author == "中共示范县委办公室"


@pytest.mark.parametrize("count", [1, 400])
def test_an_outline_of_many_items_is_whole(bulletin, fonts, count):
    document = bulletin([(f"第{n}条信息", "一、情况\n正文。") for n in range(count)])
    assert len(entries(reader(document, fonts))) == 2 * count
