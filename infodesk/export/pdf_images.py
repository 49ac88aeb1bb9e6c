"""Pictures on a PDF page: JPEG files go in as they are, PNG pixels without loss."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image as Pixels
from reportlab.lib.utils import ImageReader

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.images import ImageFile, ImageFormat
from infodesk.typeset.pages import Picture

_DEEP_GREY = ("I", "I;16", "I;16B")


def draw(canvas: Any, picture: Picture, sheet_height: float) -> None:
    """Draw a picture; the same file on several pages is kept once.

    Args:
        canvas: ReportLab's, on the page that shows the picture.
        picture: its place counts from the top of the sheet.
        sheet_height: in points.

    Raises:
        InfodeskError: IMAGE_UNREADABLE.
    """
    y = sheet_height - picture.y - picture.height
    try:
        reader = _reader(picture.file)
        canvas.drawImage(reader, picture.x, y, picture.width, picture.height, mask="auto")
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error) as error:
        raise InfodeskError(Code.IMAGE_UNREADABLE, image=picture.file.name) from error


def _reader(file: ImageFile) -> ImageReader:
    if file.format is ImageFormat.JPEG:
        return ImageReader(BytesIO(file.data))
    pixels: Pixels.Image = Pixels.open(BytesIO(file.data))
    if pixels.mode in _DEEP_GREY:
        # Turned as they are, 16 bits would come out white.
        pixels = pixels.point(lambda value: value * (1 / 256)).convert("L")
    elif "transparency" in pixels.info:
        pixels = pixels.convert("RGBA")
    return ImageReader(pixels)
