from __future__ import annotations

from itertools import pairwise

import pytest

from infodesk.core.document import MM_PT, Document, Image, PageStyle, Paragraph, Role, Span
from infodesk.core.images import image_from
from infodesk.core.styles import OFFICE
from infodesk.typeset import fits, typeset
from infodesk.typeset.images import CLEAR_PT
from tests.picture_maker import png

PAGE = PageStyle()
BOTTOM = PAGE.top_pt + PAGE.text_height_pt


def file(width: int = 40, height: int = 20):
    return image_from(png(width, height))


def body(text: str) -> Paragraph:
    return Paragraph(Role.BODY, (Span(text),))


def laid(metrics, *paragraphs):
    return typeset(Document("", "", paragraphs, OFFICE), metrics).pages


def test_a_picture_without_a_width_fills_the_type_area(metrics):
    (page,) = laid(metrics, Image(file()))
    (picture,) = page.pictures
    assert (picture.x, picture.width) == pytest.approx((PAGE.left_pt, 156 * MM_PT))
    assert picture.height == pytest.approx(78 * MM_PT)


def test_a_picture_is_as_wide_as_asked_and_centred(metrics):
    (page,) = laid(metrics, Image(file(), 60))
    (picture,) = page.pictures
    assert (picture.width, picture.height) == pytest.approx((60 * MM_PT, 30 * MM_PT))
    assert picture.x + picture.width / 2 == pytest.approx(PAGE.left_pt + 78 * MM_PT)


def test_a_picture_stands_in_the_middle_of_whole_rows(metrics):
    for width in range(10, 150, 7):
        (page,) = laid(metrics, body("前"), Image(file(), width), body("后"))
        (picture,) = page.pictures
        upper, lower = (line for line in page.lines if line.kind == "body")
        rows = (lower.baseline - upper.baseline) / PAGE.pitch_pt - 1
        assert rows == pytest.approx(round(rows))
        assert lower.row == 1 + round(rows)
        above = picture.y - (PAGE.top_pt + PAGE.pitch_pt)
        below = PAGE.top_pt + (1 + rows) * PAGE.pitch_pt - (picture.y + picture.height)
        assert above == pytest.approx(below)
        assert CLEAR_PT / 2 - 0.01 <= above < (CLEAR_PT + PAGE.pitch_pt) / 2


def test_a_picture_is_never_split_and_goes_on_to_the_next_page(metrics):
    for filling in range(23):
        image = Image(file(), caption="图1 降水量")
        pages = laid(metrics, *[body("信")] * filling, image, body("后"))
        ((number, page, picture),) = [(p.number, p, x) for p in pages for x in p.pictures]
        assert PAGE.top_pt <= picture.y < picture.y + picture.height <= BOTTOM
        # 78 mm and 6 pt are 8 rows, the caption is the ninth.
        assert number == (1 if filling <= 13 else 2)
        (caption,) = [line for line in page.lines if line.role is Role.IMAGE]
        assert picture.y + picture.height < caption.baseline <= BOTTOM
        assert caption.text == "图1 降水量"


@pytest.mark.parametrize("caption", ["", "图1", "很长的图题" * 30])
def test_a_picture_taller_than_the_page_is_scaled_down_with_room_for_its_caption(metrics, caption):
    first, second = laid(metrics, body("前"), Image(file(20, 200), caption=caption))
    (picture,) = second.pictures
    assert first.pictures == ()
    assert picture.height == pytest.approx(picture.width * 10)
    assert PAGE.top_pt < picture.y < picture.y + picture.height < BOTTOM
    found = [line for line in second.lines if line.role is Role.IMAGE]
    assert "".join(line.text for line in found) == caption
    assert all(picture.y + picture.height < line.baseline < BOTTOM for line in found)


def test_a_picture_wider_than_the_type_area_is_scaled_down(metrics):
    (page,) = laid(metrics, Image(file(), 400))
    assert page.pictures[0].width == pytest.approx(156 * MM_PT)


def test_pictures_after_each_other_do_not_touch(metrics):
    pages = laid(metrics, *[Image(file(), 100)] * 9)
    assert sum(len(page.pictures) for page in pages) == 9
    for page in pages:
        ends = [(p.y, p.y + p.height) for p in page.pictures]
        assert all(end[1] + CLEAR_PT <= start[0] + 0.01 for end, start in pairwise(ends))


def test_a_word_processor_is_told_the_same_size(metrics):
    document = Document("", "", (body("前"), Image(file(), 60, "图1")), OFFICE)
    fit = fits(document, metrics)[1].image
    assert (fit.width_pt, fit.height_pt) == pytest.approx((60 * MM_PT, 30 * MM_PT))
    assert (fit.height_pt + fit.free_pt) / PAGE.pitch_pt == pytest.approx(4)
