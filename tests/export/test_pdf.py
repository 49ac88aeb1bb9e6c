from __future__ import annotations

import random
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from infodesk import paths
from infodesk.core.document import MM_PT
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.plain_page import plain
from infodesk.export import pdf, pdf_of
from infodesk.typeset import typeset

NASTY = (
    "普通。𠮷野家😀与\ufffd，\ue000私用，㙍𪚥生僻，豈(\uf900)兼容，―～·・･①℃Ⅰ㎡１２Ａ——……"
    "“引‘内’号”、e\u0301组合、👨\u200d👩、‰±×÷§№〇堃喆珺ΩЖё🄰ﬁ«»¥€￥%A/B-C_d@e.f(gh)[i]{j}<k>한국어かな"
)


def bare(text: str) -> str:
    return "".join(text.split())


def extracted(data: bytes) -> str:
    """Return the text layer without white space and page numbers."""
    parts = []
    for number, page in enumerate(PdfReader(BytesIO(data)).pages, start=1):
        text = bare(page.extract_text())
        mark = f"—{number}—"
        assert text.endswith(mark), text[-20:]
        parts.append(text.removesuffix(mark))
    return "".join(parts)


def written(document, fonts) -> bytes:
    return pdf.render(typeset(document, fonts.metrics), fonts, title="题", author="办公室")


def test_the_text_layer_of_a_bulletin_equals_its_text(three_items, fonts):
    assert extracted(written(three_items, fonts)) == bare("".join(three_items.texts()))


def test_a_nasty_text_comes_out_code_point_for_code_point(fonts):
    document = plain(NASTY)
    assert extracted(written(document, fonts)) == bare(NASTY)


def test_random_orders_of_nasty_characters_come_out_as_they_went_in(fonts):
    seed = 90
    print("seed", seed)
    chosen = random.Random(seed)
    pool = NASTY + "信息报送情况" * 10
    lines = ["".join(chosen.choices(pool, k=120)) for _ in range(30)]
    document = plain("\n".join(lines))
    assert extracted(written(document, fonts)) == bare("".join(document.texts()))


def test_the_same_pages_give_the_same_bytes(three_items, fonts):
    assert written(three_items, fonts) == written(three_items, fonts)


def test_every_font_is_embedded_and_none_is_helvetica(three_items, fonts):
    reader = PdfReader(BytesIO(written(three_items, fonts)))
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
            names.add(descendant["/BaseFont"])
    assert all(re.fullmatch(r"/[A-Z]{6}\+Infodesk\w+-Regular", name) for name in names)
    assert len(names) == 6


def test_title_and_author_are_in_the_properties(three_items, fonts):
    metadata = PdfReader(BytesIO(written(three_items, fonts))).metadata
    assert (metadata.title, metadata.author) == ("题", "办公室")


def test_runs_stand_where_the_typesetter_placed_them(three_items, fonts):
    pages = typeset(three_items, fonts.metrics)
    reader = PdfReader(BytesIO(pdf.render(pages, fonts)))
    height = 297 * MM_PT
    for page, drawn in zip(pages.pages, reader.pages, strict=True):
        found = re.findall(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", drawn.get_contents().get_data())
        placed = [(run.x, height - line.baseline) for line in page.lines for run in line.runs]
        assert len(found) == len(placed)
        for (x, y), (run_x, run_y) in zip(found, placed, strict=True):
            assert (float(x), float(y)) == pytest.approx((run_x, run_y), abs=0.001)


def test_the_head_and_its_rule_are_red_in_the_upper_third(three_items, fonts):
    pages = typeset(three_items, fonts.metrics)
    rule = pages.pages[0].rules[0]
    assert rule.colour == "#C8102E"
    assert rule.y < 100 * MM_PT
    content = PdfReader(BytesIO(pdf.render(pages, fonts))).pages[0].get_contents().get_data()
    assert content.count(b"0.7843 0.06275 0.1804 rg") == 2


def test_full_lines_of_hanzi_hold_28_at_one_pitch(fonts):
    pages = typeset(plain("信" * 200), fonts.metrics)
    line = next(line for line in pages.lines() if line.row == 1)
    (run,) = line.runs
    assert len(run.text) == 28
    assert run.size + run.spacing == pytest.approx(15.795, abs=0.01)
    assert line.width == pytest.approx(156 * MM_PT, abs=0.01)


def test_half_a_surrogate_pair_is_refused(fonts):
    with pytest.raises(InfodeskError) as caught:
        written(plain("坏\ud800字"), fonts)
    assert caught.value.code is Code.TEXT_UNPRINTABLE


def test_more_characters_than_one_font_part_holds(fonts, monkeypatch):
    monkeypatch.setattr("infodesk.export.pdf_fonts._CODES_PER_PART", 5)
    text = "信息报送情况应对措施工作进展信息报送"
    assert extracted(written(plain(text), fonts)) == text


def test_pdf_of_says_which_fonts_stood_in(three_items):
    data, report = pdf_of(three_items, paths.resources() / "fonts")
    assert data.startswith(b"%PDF-")
    assert ("仿宋_GB2312", "Fandol Fang") in report.stand_ins
    assert report.missing == ()
