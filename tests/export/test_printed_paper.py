"""Paper with a printed head: the head is not there, and everything else is where it was."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from lxml import etree
from pypdf import PdfReader

from infodesk import paths
from infodesk.core.document import MM_PT
from infodesk.core.printed_paper import Omit, PrintedPaper, for_paper, keep_paper, kept_paper
from infodesk.export import pdf_of, word_of
from infodesk.typeset import Pages, typeset
from infodesk.typeset.pages import Kind

FONTS = paths.resources() / "fonts"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEAD = (
    "示范信息",
    "第47期（总第1286期）",
    "中共示范县委办公室",
    "2026年11月22日",
    "内部资料注意保存",
)
BLACK_OF_HEAD = HEAD[1:]
MOVED = PrintedPaper(Omit.HEAD, right_mm=2.5, down_mm=-3)


def positions(document):
    """Return every piece of text of the PDF's pages with its place, white space left out."""
    found = []
    for number, page in enumerate(PdfReader(BytesIO(pdf_of(document, FONTS)[0])).pages):

        def visit(text, _matrix, place, _font, _size, number=number):
            if text.strip():
                found.append((number, text.strip(), place[4], place[5]))

        page.extract_text(visitor_text=visit)
    return found


def drawn(document):
    """Return the text of the PDF without white space."""
    pages = PdfReader(BytesIO(pdf_of(document, FONTS)[0])).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def placed(document, fonts, *kinds) -> list[tuple[int, str, float, float]]:
    """Return each line of these kinds with its page and its place."""
    pages: Pages = typeset(document, fonts.metrics)
    return [
        (page.number, line.text, line.runs[0].x, line.baseline)
        for page in pages.pages
        for line in page.lines
        if line.kind in kinds
    ]


BELOW = (Kind.BODY, Kind.FOOT, Kind.NUMBER)


def test_the_head_is_not_there_and_the_text_is_where_it_was(three_items, fonts):
    without = for_paper(three_items, PrintedPaper())
    shown = drawn(without)
    assert [text for text in HEAD if text in shown] == []
    assert all(text in drawn(three_items) for text in HEAD)
    assert placed(without, fonts, *BELOW) == placed(three_items, fonts, *BELOW)
    assert placed(without, fonts, Kind.HEAD) == []


def test_the_pdf_has_the_same_text_at_the_same_places(three_items):
    rest = positions(for_paper(three_items, PrintedPaper()))
    assert len(rest) > 40
    assert rest == positions(three_items)[-len(rest) :]


def test_the_rule_goes_with_the_red(three_items, fonts):
    def red(document):
        page = typeset(document, fonts.metrics).pages[0]
        return [rule for rule in page.rules if rule.colour == document.head.colour]

    assert len(red(three_items)) == 1
    for omit in Omit:
        assert red(for_paper(three_items, PrintedPaper(omit))) == []


def test_the_black_lines_of_the_head_stay_where_they_were(three_items, fonts):
    without = for_paper(three_items, PrintedPaper(Omit.RED))
    shown = drawn(without)
    assert HEAD[0] not in shown.replace("示范信息科", "")
    assert all(text in shown for text in BLACK_OF_HEAD)
    before = placed(three_items, fonts, Kind.HEAD, *BELOW)
    kept = [line for line in before if line[1] != "示范信息"]
    assert len(before) - len(kept) == 1
    assert placed(without, fonts, Kind.HEAD, *BELOW) == kept


@pytest.mark.parametrize("omit", [Omit.HEAD, Omit.RED, None])
def test_everything_moves_by_the_offset(three_items, fonts, omit):
    paper = PrintedPaper(omit, MOVED.right_mm, MOVED.down_mm)
    still = placed(for_paper(three_items, PrintedPaper(omit)), fonts, *BELOW)
    moved = placed(for_paper(three_items, paper), fonts, *BELOW)
    assert [line[:2] for line in moved] == [line[:2] for line in still]
    for (_, _, x, y), (_, _, new_x, new_y) in zip(still, moved, strict=True):
        assert new_x - x == pytest.approx(2.5 * MM_PT, abs=1e-6)
        assert new_y - y == pytest.approx(-3 * MM_PT, abs=1e-6)


def _parts(document):
    with zipfile.ZipFile(BytesIO(word_of(document, FONTS))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _margins(root):
    found = root.find(f".//{W}pgMar")
    return {name: int(found.get(f"{W}{name}")) for name in ("top", "bottom", "left", "footer")}


def test_word_keeps_the_room_of_the_head_empty(three_items):
    document = docx.Document(BytesIO(word_of(for_paper(three_items, PrintedPaper()), FONTS)))
    first, *rest = document.paragraphs
    full = docx.Document(BytesIO(word_of(three_items, FONTS))).paragraphs
    assert first.text == ""
    assert first._p.pPr.spacing.line == 7 * 579 * 635
    texts = [paragraph.text for paragraph in full]
    assert [paragraph.text for paragraph in rest] == texts[texts.index("本期要目") :]
    assert "pBdr" not in etree.tostring(first._p).decode()


def test_word_keeps_the_black_lines_of_the_head(three_items):
    def texts(document):
        found = docx.Document(BytesIO(word_of(document, FONTS))).paragraphs
        return [paragraph.text for paragraph in found]

    before = texts(three_items)
    after = texts(for_paper(three_items, PrintedPaper(Omit.RED)))
    assert before[1] == "示范信息"
    assert after[1] == ""
    assert after[:1] + after[2:] == before[:1] + before[2:]


def test_word_moves_by_its_margins(three_items):
    still, moved = _margins(_parts(three_items)), _margins(_parts(for_paper(three_items, MOVED)))
    assert still["footer"] == 1417
    assert moved["left"] - still["left"] == pytest.approx(142, abs=1)
    assert moved["top"] - still["top"] == pytest.approx(-170, abs=1)
    assert moved["bottom"] - still["bottom"] == pytest.approx(170, abs=1)
    assert moved["footer"] - still["footer"] == pytest.approx(170, abs=1)


class Settings:
    def __init__(self):
        self.kept = {}

    def get(self, key, default=""):
        return self.kept.get(key, default)

    def set(self, key, value):
        self.kept[key] = value


def test_the_paper_is_kept_for_the_next_time():
    settings = Settings()
    assert kept_paper(settings) == PrintedPaper(Omit.HEAD, 0, 0)
    keep_paper(settings, PrintedPaper(Omit.RED, 1.5, -2))
    assert kept_paper(settings) == PrintedPaper(Omit.RED, 1.5, -2)
    keep_paper(settings, PrintedPaper(None, 0.5, 0))
    assert kept_paper(settings) == PrintedPaper(Omit.RED, 0.5, 0)
    for wrong in ("x", "nan", "21"):
        settings.set("paper.right-mm", wrong)
        assert kept_paper(settings).right_mm == 0
    settings.set("paper.omit", "unknown")
    assert kept_paper(settings).omit is Omit.HEAD
