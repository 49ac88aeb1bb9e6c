"""Pictures in the files that are written: PDF, Word and OFD."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import ofdkit
import pytest
from lxml import etree
from PIL import Image as Pixels
from pypdf import PdfReader

from infodesk import paths
from infodesk.core.document import MM_PT, Image
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.images import ImageFile, ImageFormat, image_from
from infodesk.core.plain_page import plain
from infodesk.export import ofd, pdf, word, word_of
from infodesk.typeset import typeset
from tests.export.test_pdf import bare, extracted
from tests.picture_maker import png

FOLDER = paths.resources() / "fonts"
RAMP = png(40, 20)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def jpeg(mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Pixels.linear_gradient("L").convert(mode).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def with_images(*images: Image):
    document = plain("前面的正文。\n后面的正文。")
    first, second = document.paragraphs
    return replace(document, paragraphs=(first, *images, second))


def printed(document, fonts) -> bytes:
    return pdf.render(typeset(document, fonts.metrics), fonts)


def shown(data: bytes) -> list[tuple[float, ...]]:
    """Return left, top, width and height in millimetres of the pictures of page 1."""
    content = PdfReader(BytesIO(data)).pages[0].get_contents().get_data().decode("latin-1")
    found = re.findall(r"([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm\s+/\S+ Do", content)
    places = []
    for width, height, x, y in (tuple(map(float, each)) for each in found):
        places.append(tuple(v / MM_PT for v in (x, 297 * MM_PT - y - height, width, height)))
    return places


def test_the_picture_in_a_pdf_has_the_same_pixels(fonts):
    data = printed(with_images(Image(image_from(RAMP), 60, "图1 降水量")), fonts)
    (found,) = PdfReader(BytesIO(data)).pages[0].images
    assert found.image.convert("RGB").tobytes() == Pixels.open(BytesIO(RAMP)).tobytes()
    assert extracted(data) == "前面的正文。图1降水量后面的正文。"


def test_the_picture_in_a_pdf_stands_where_the_typesetter_placed_it(fonts):
    document = with_images(Image(image_from(RAMP), 60))
    (place,) = shown(printed(document, fonts))
    (picture,) = typeset(document, fonts.metrics).pages[0].pictures
    assert place == pytest.approx(tuple(v / MM_PT for v in picture[:4]), abs=0.01)
    left, top, width, height = place
    assert (left + width / 2, width, height) == pytest.approx((28 + 78, 60, 30), abs=0.01)
    assert 37 + 28.95 / MM_PT < top < 37 + 2 * 28.95 / MM_PT


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_goes_into_a_pdf_as_it_is(fonts, mode):
    data = jpeg(mode)
    made = printed(with_images(Image(image_from(data))), fonts)
    (found,) = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/XObject"].values()
    assert found.get_object()["/Filter"] in ("/DCTDecode", ["/DCTDecode"])
    assert data in made


def test_a_picture_of_16_bit_grey_keeps_its_greys(fonts):
    pixels = b"".join(b"\0" + bytes((x, 0)) for x in (0, 64, 128, 255))
    image = Image(image_from(png(1, 4, colour=0, depth=16, pixels=pixels)), 20)
    (found,) = PdfReader(BytesIO(printed(with_images(image), fonts))).pages[0].images
    assert list(found.image.convert("L").tobytes()) == [0, 64, 128, 255]


def test_what_is_transparent_stays_so(fonts):
    buffer = BytesIO()
    Pixels.new("RGBA", (4, 4), (200, 16, 46, 64)).save(buffer, "PNG")
    made = printed(with_images(Image(image_from(buffer.getvalue()))), fonts)
    objects = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/XObject"].values()
    (mask,) = [o["/SMask"] for o in (each.get_object() for each in objects) if "/SMask" in o]
    assert set(mask.get_object().get_data()) == {64}


def test_one_file_on_several_places_is_kept_once_and_the_bytes_are_the_same_each_time(fonts):
    image = Image(image_from(jpeg()), 30)
    made = printed(with_images(image, image, image), fonts)
    assert made.count(jpeg()) == 1
    assert len(shown(made)) == 3
    assert made == printed(with_images(image, image, image), fonts)


def test_a_picture_damaged_inside_is_refused_by_name_when_it_is_drawn(fonts):
    broken = ImageFile(ImageFormat.PNG, 40, 20, RAMP[:60] + b"\0" * 200, "图.png")
    with pytest.raises(InfodeskError) as caught:
        printed(with_images(Image(broken)), fonts)
    assert caught.value.code is Code.IMAGE_UNREADABLE
    assert caught.value.params == {"image": "图.png"}


def test_word_has_the_picture_in_line_at_the_same_size():
    data = word_of(with_images(Image(image_from(RAMP), 60, "图1 降水量")), FOLDER)
    opened = docx.Document(BytesIO(data))
    (shape,) = opened.inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx((60, 30), abs=0.01)
    before, holder, caption, after = opened.paragraphs
    assert (before.text, holder.text, after.text) == ("前面的正文。", "", "后面的正文。")
    assert (caption.text, caption.style.name) == ("图1 降水量", "图题")
    assert holder.paragraph_format.keep_with_next
    (blip,) = holder._p.xpath(".//a:blip/@r:embed")
    assert opened.part.related_parts[blip].blob == RAMP


def test_words_paragraph_of_a_picture_takes_its_rows_and_no_more():
    data = word_of(with_images(Image(image_from(RAMP), 60)), FOLDER)
    holder = docx.Document(BytesIO(data)).paragraphs[1]
    layout = holder.paragraph_format
    taken = layout.space_before.pt + layout.space_after.pt + 30 * MM_PT
    assert 4 * 28.95 - 1.2 <= taken <= 4 * 28.95
    assert holder._p.pPr.find(f"{W}snapToGrid").get(f"{W}val") == "0"
    assert holder._p.pPr.find(f"{W}spacing").get(f"{W}lineRule") == "auto"


def test_word_keeps_a_file_once_numbers_each_drawing_and_takes_any_jpeg():
    plain_jpeg = jpeg()
    start = plain_jpeg.index(b"\xff\xdb")
    # Without the mark of JFIF, as some cameras write it.
    bare_jpeg = plain_jpeg[:2] + plain_jpeg[start:]
    image = Image(image_from(bare_jpeg), 30)
    data = word_of(with_images(image, image, Image(image_from(RAMP), 30)), FOLDER)
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    media = [name for name in names if name.startswith("word/media/")]
    assert sorted(media) == ["word/media/image1.jpeg", "word/media/image2.png"]
    body = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    ids = [each.get("id") for each in body.iter("{*}docPr")]
    assert len(set(ids)) == 3
    assert len(docx.Document(BytesIO(data)).inline_shapes) == 3


def test_word_sizes_a_picture_that_nobody_has_set():
    data = word.render(with_images(Image(image_from(RAMP))))
    (shape,) = docx.Document(BytesIO(data)).inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx((156, 78), abs=0.01)


def test_ofd_holds_the_file_and_places_it(fonts):
    image = Image(image_from(RAMP), 60, "图1 降水量")
    document = with_images(image, Image(image_from(jpeg()), 30), image)
    pages = typeset(document, fonts.metrics)
    data = ofd.render(pages, fonts)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    space = "{http://www.ofdspec.org/2016}"
    media = {
        each.get("ID"): (each.get("Format"), each.findtext(space + "MediaFile"))
        for each in etree.fromstring(files["Doc_0/PublicRes.xml"]).iter(space + "MultiMedia")
    }
    assert sorted(media.values()) == [("JPEG", "image_1.jpeg"), ("PNG", "image_0.png")]
    assert files["Doc_0/Res/image_0.png"] == RAMP
    assert files["Doc_0/Res/image_1.jpeg"] == jpeg()
    content = etree.fromstring(files["Doc_0/Pages/Page_0/Content.xml"])
    found = list(content.iter(space + "ImageObject"))
    assert [media[each.get("ResourceID")][0] for each in found] == ["PNG", "JPEG", "PNG"]
    for each, picture in zip(found, pages.pages[0].pictures, strict=True):
        place = [float(value) for value in each.get("Boundary").split()]
        assert place == pytest.approx([v / MM_PT for v in picture[:4]], abs=0.001)
        width, height = each.get("Boundary").split()[2:]
        assert each.get("CTM") == f"{width} 0 0 {height} 0 0"
    with ofdkit.open(BytesIO(data)) as opened:
        assert opened.warnings == []
        text = "".join(run.text for page in opened.pages for run in page.runs)
    assert bare(text) == "前面的正文。图1降水量图1降水量后面的正文。—1—"
