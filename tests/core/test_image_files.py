from __future__ import annotations

import random
import struct
from io import BytesIO

import pytest
from PIL import Image as Pixels

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.images import ImageFormat, image_from
from tests.picture_maker import SAMPLES, png


def jpeg(mode: str = "RGB", size: tuple[int, int] = (60, 40), **settings: object) -> bytes:
    buffer = BytesIO()
    Pixels.new(mode, size, 90).save(buffer, "JPEG", **settings)
    return buffer.getvalue()


def refused(data: bytes) -> bool:
    try:
        image_from(data, "图.png")
    except InfodeskError as error:
        return (error.code, error.params) == (Code.IMAGE_UNREADABLE, {"image": "图.png"})
    return False


@pytest.mark.parametrize("colour", SAMPLES)
def test_a_png_tells_its_size(colour):
    file = image_from(png(70, 31, colour=colour))
    assert (file.format, file.width_px, file.height_px) == (ImageFormat.PNG, 70, 31)


def test_pngs_of_other_hands_are_taken():
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        for size in ((1, 1), (7, 3), (300, 200)):
            buffer = BytesIO()
            Pixels.new(mode, size).save(buffer, "PNG")
            file = image_from(buffer.getvalue())
            assert (file.width_px, file.height_px) == size


@pytest.mark.parametrize(
    "settings", [{}, {"progressive": True}, {"exif": b"Exif\0\0" + b"\0" * 90}]
)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_tells_its_size(mode, settings):
    file = image_from(jpeg(mode, **settings))
    assert (file.format, file.width_px, file.height_px) == (ImageFormat.JPEG, 60, 40)


def test_what_a_camera_puts_behind_the_end_does_no_harm():
    assert not refused(jpeg() + b"\0" * 50)
    assert not refused(png(5, 5) + b"more")


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG", b"\xff\xd8\xff", b"GIF89a" + b"\0" * 50, b"%PDF-1.4", "文字".encode()]
)
def test_what_is_no_picture_is_refused(data):
    assert refused(data)


@pytest.mark.parametrize("data", [png(40, 30), jpeg(size=(90, 80))], ids=["png", "jpeg"])
def test_a_file_cut_off_anywhere_is_refused(data):
    assert not refused(data)
    assert all(refused(data[:length]) for length in range(len(data)))


def test_a_png_with_one_wrong_byte_is_refused():
    data = png(40, 30)
    seed = 44
    print("seed", seed)
    chosen = random.Random(seed)
    for place in chosen.sample(range(len(data)), 300):
        wrong = bytearray(data)
        wrong[place] ^= 1 << chosen.randrange(8)
        assert refused(bytes(wrong)), place


@pytest.mark.parametrize(
    "data",
    [
        png(0, 10, pixels=b"\0" * 10),
        png(10, 10, pixels=b"\0" * 309),
        png(10, 10, pixels=b"\0" * 311),
        png(10, 10, pixels=b"\0" * 50_000_000),
        png(100_000, 100_000, pixels=b""),
        png(10, 10, colour=2, depth=4),
    ],
    ids=["no column", "too few pixels", "too many", "far too many", "too large", "no such depth"],
)
def test_a_png_whose_parts_contradict_each_other_is_refused(data):
    assert refused(data)


def test_a_palette_picture_without_its_palette_is_refused():
    data = png(8, 8, colour=3)
    start = data.index(b"PLTE") - 4
    assert refused(data[:start] + data[start + 12 + 768 :])


def test_a_jpeg_of_a_kind_readers_do_not_draw_is_refused():
    data = bytearray(jpeg())
    frame = data.index(b"\xff\xc0")
    data[frame + 1] = 0xC9
    assert refused(bytes(data))


def test_a_jpeg_that_claims_no_rows_is_refused():
    data = bytearray(jpeg())
    struct.pack_into(">H", data, data.index(b"\xff\xc0") + 5, 0)
    assert refused(bytes(data))
