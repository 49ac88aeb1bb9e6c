"""Pictures in Word's language: each in a paragraph of its own, in line with the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from infodesk.core.document import Document, Image, Role, Table
from infodesk.export.word_parts import STYLE_NAMES
from infodesk.export.word_text import twips
from infodesk.typeset.fitting import Fit, ImageFit
from infodesk.typeset.images import CLEAR_PT, image_size
from infodesk.typeset.tables import GAP_ROWS

_EMU_PT = 12700
_MARK_HALF_POINTS = 2
"""Type of the mark that ends a picture's paragraph: the line is hardly higher than the picture."""
_LINE_MORE_PT = 1.0
"""What that mark adds to the line, at most."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def drawn(package: Any, document: Document, fits: Mapping[int, Fit]) -> dict[int, str]:
    """Put the pictures of a document into its package, each file once.

    Args:
        package: python-docx's document.
        document: what is written.
        fits: how the typesetter set the pictures; one without is sized by the page alone.

    Returns:
        The paragraph of each picture, by its index.
    """
    part = package.part
    kept: dict[bytes, str] = {}
    found: dict[int, str] = {}
    before: object = None
    for index, value in enumerate(document.paragraphs):
        if isinstance(value, Image):
            if value.file.data not in kept:
                kind = value.file.format.value
                name = PackURI(f"/word/media/image{len(kept) + 1}.{kind}")
                image = Part(name, f"image/{kind}", value.file.data, part.package)
                kept[value.file.data] = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
            gap = GAP_ROWS * document.page.pitch_pt if isinstance(before, Table) else 0.0
            fit = fits[index].image if index in fits else None
            drawing = (index + 1, kept[value.file.data])
            found[index] = _paragraph(value, drawing, fit or _unset(value, document), gap)
        before = value
    return found


def _unset(value: Image, document: Document) -> ImageFit:
    width, height = image_size(value, document.page, 1 if value.caption else 0)
    return ImageFit(width, height, CLEAR_PT)


def _paragraph(value: Image, drawing: tuple[int, str], fit: ImageFit, gap: float) -> str:
    before = fit.free_pt / 2
    after = max(fit.free_pt - before - _LINE_MORE_PT, 0.0)
    keep_next = "<w:keepNext/>" if value.caption else ""
    mark = f'<w:sz w:val="{_MARK_HALF_POINTS}"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{STYLE_NAMES[Role.IMAGE][0]}"/>{keep_next}'
        f'<w:snapToGrid w:val="0"/><w:spacing w:before="{twips(before + gap)}" '
        f'w:after="{twips(after)}" w:line="240" w:lineRule="auto"/>'
        f"<w:rPr>{mark}</w:rPr></w:pPr><w:r><w:rPr>{mark}</w:rPr>"
        f"{_drawing(value, *drawing, fit)}</w:r></w:p>"
    )


def _drawing(value: Image, number: int, reference: str, fit: ImageFit) -> str:
    extent = (
        f'cx="{max(round(fit.width_pt * _EMU_PT), 1)}" '
        f'cy="{max(round(fit.height_pt * _EMU_PT), 1)}"'
    )
    label = quoteattr(value.caption or f"图片{number}")
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="图片{number}" descr={label}/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="图片{number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_RELATIONS}" r:embed="{reference}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
