"""Pictures: how large they stand, and on how many rows of the grid."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from infodesk.core.document import MM_PT, Image, PageStyle, Paragraph, Role, Style
from infodesk.core.images import ImageFile
from infodesk.typeset.blocks import Block, block, body_line
from infodesk.typeset.metrics import Metrics
from infodesk.typeset.pages import Line, Picture

CLEAR_PT = 6.0
"""Kept free above and below a picture, in all."""


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A picture with its caption, ready to be put on a page.

    Attributes:
        width: of the picture, in points.
        picture_height: of the picture, in points.
        free: blank above and below the picture, in all, that fills its rows.
        caption: None where it has none.
    """

    style: Style
    file: ImageFile
    width: float
    picture_height: float
    free: float
    caption: Block | None
    before: float
    after: float

    @property
    def role(self) -> Role:
        """What the block is."""
        return Role.IMAGE

    @property
    def height(self) -> float:
        """Points of the picture and its caption together: it is never split."""
        return self.picture_height + self.free + (self.caption.total if self.caption else 0.0)

    @property
    def total(self) -> float:
        """The same."""
        return self.height


def set_image(image: Image, style: Style, page: PageStyle, metrics: Metrics) -> ImageBlock:
    """Size a picture to stand on one page with its caption, and break the caption into lines."""
    caption = next((block(each, style, page, metrics) for each in captions(image)), None)
    taken = math.ceil(caption.total / page.pitch_pt - 1e-6) if caption else 0
    width, height = image_size(image, page, taken)
    rows = math.ceil((height + CLEAR_PT) / page.pitch_pt - 1e-6)
    return ImageBlock(
        style,
        image.file,
        width,
        height,
        rows * page.pitch_pt - height,
        caption,
        page.pitch_pt * style.before_rows,
        page.pitch_pt * style.after_rows,
    )


def captions(image: Image) -> tuple[Paragraph, ...]:
    """Return the caption as a paragraph, none where there is none."""
    return (Paragraph(Role.IMAGE, image.spans),) if image.caption else ()


def image_size(image: Image, page: PageStyle, taken_rows: int) -> tuple[float, float]:
    """Return width and height in points: as asked, or as much of it as the type area holds.

    Args:
        image: the picture.
        page: where.
        taken_rows: rows of the page its caption takes.
    """
    asked = page.text_width_pt if image.width_mm is None else image.width_mm * MM_PT
    # A caption of more than half a page is no caption: the picture keeps the other half.
    rows = max(page.rows - taken_rows, page.rows // 2)
    file = image.file
    tallest = rows * page.pitch_pt - CLEAR_PT
    width = min(asked, page.text_width_pt, tallest * file.width_px / file.height_px)
    return width, width * file.height_px / file.width_px


def picture_of(owner: ImageBlock, y: float, page: PageStyle) -> Picture:
    """Return the picture, centred.

    Args:
        owner: the picture and its caption.
        y: its upper edge with the blank above, points below the type area's top.
        page: where it stands.
    """
    left = page.left_pt + (page.text_width_pt - owner.width) / 2
    top = page.top_pt + y + owner.free / 2
    return Picture(left, top, owner.width, owner.picture_height, owner.file)


def caption_lines(owner: ImageBlock, y: float, page: PageStyle) -> Iterator[Line]:
    """Yield the lines of the caption; ``y`` is where the picture with its blank begins."""
    if owner.caption:
        y += owner.picture_height + owner.free
        for number in range(len(owner.caption.ranges)):
            yield body_line(owner.caption, number, y, page)
            y += owner.caption.height
