"""Paragraphs in Word's language, as text: fast to build, parsed once for the whole body.

A Latin letter may stand in a Chinese paragraph without more ado: the style names a face for each
script. Marks that both scripts share (“ ” — … · ×) are told apart by runs of their own, or Word
would set them in the Latin face.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from infodesk.core.document import Align, Face, HeadLine, Paragraph, Span, Style
from infodesk.typeset.characters import is_latin, is_space


def _is_western(character: str) -> bool:
    return is_latin(character) or is_space(character)


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

FAMILIES = {
    Face.FANG: "仿宋_GB2312",
    Face.TITLE: "方正小标宋简体",
    Face.HEI: "黑体",
    Face.KAI: "楷体_GB2312",
    Face.SONG: "宋体",
    Face.LATIN: "Times New Roman",
}
"""The faces an office document names (5.2.2, 7.3); the reader's machine has or replaces them."""

_SHARED_BELOW = 0x2E80
_LATIN = "".join(re.escape(chr(code)) for code in range(_SHARED_BELOW) if _is_western(chr(code)))
_STRETCH = re.compile(f"[{_LATIN}]+|(?P<chinese>[^{_LATIN}]+)")
_SHARED = re.compile(f"[\0-{chr(_SHARED_BELOW - 1)}]")


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


@cache
def fonts(face: Face, latin: Face, *, hint: bool = False) -> str:
    """Return the ``rFonts`` element of a face with its Latin companion."""
    chinese, western = quoteattr(FAMILIES[face]), quoteattr(FAMILIES[latin])
    hinted = ' w:hint="eastAsia"' if hint else ""
    times = quoteattr(FAMILIES[Face.LATIN])
    return (
        f"<w:rFonts w:ascii={western} w:hAnsi={western} w:eastAsia={chinese} w:cs={times}{hinted}/>"
    )


def paragraph(
    value: Paragraph, style_id: str, style: Style, breaks: Sequence[int] = (), settings: str = ""
) -> str:
    """Return a paragraph.

    Args:
        value: the paragraph.
        style_id: its named style.
        style: the same style's values, to tell what a span changes.
        breaks: positions in the text where a line ends by hand.
        settings: further paragraph properties, in schema order.
    """
    start = 0
    parts: list[str] = []
    for span in value.spans:
        inner = [place - start for place in breaks if start <= place < start + len(span.text)]
        parts.append(_span(span, style, inner))
        start += len(span.text)
    return _paragraph(style_id, settings, "".join(parts))


def head_line(line: HeadLine, style_id: str, tab_twips: int, settings: str) -> str:
    """Return a line of the head; left and right ends are parted by a tab to the right margin."""
    style = line.style
    if line.left or line.right:
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{tab_twips}"/></w:tabs>' if line.right else ""
        text = runs(line.left, style)
        if line.right:
            ends = (runs(span.text, style, face=span.face) for span in line.right_spans)
            text += f"<w:r><w:tab/></w:r>{''.join(ends)}"
        # Tabs come before what else a head line sets, by the schema.
        return _paragraph(
            style_id, tabs + settings + '<w:jc w:val="left"/>', text, borders_first=True
        )
    text = runs(line.centre[:-1], style)
    if line.centre:
        # Spacing after the last character would push the line off its middle.
        text += runs(line.centre[-1], style, '<w:spacing w:val="0"/>')
    return _paragraph(style_id, settings, text)


def runs(text: str, style: Style, extra: str = "", face: Face | None = None) -> str:
    """Return a text's runs; ``face`` is named where it is not the style's own."""
    return "".join(_runs(text, style, extra, face))


def strut(height: int) -> str:
    """Return an empty paragraph of that many twips."""
    return (
        '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _paragraph(style_id: str, settings: str, content: str, *, borders_first: bool = False) -> str:
    if borders_first and "<w:pBdr>" in settings:
        start, end = settings.index("<w:pBdr>"), settings.index("</w:pBdr>") + len("</w:pBdr>")
        settings = settings[start:end] + settings[:start] + settings[end:]
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{settings}</w:pPr>{content}</w:p>'


def _span(span: Span, style: Style, breaks: Sequence[int]) -> str:
    edges = [0, *breaks, len(span.text)]
    pieces = (runs(span.text[start:end], style, face=span.face) for start, end in pairwise(edges))
    return "<w:r><w:br/></w:r>".join(pieces)


def _runs(text: str, style: Style, extra: str, face: Face | None) -> Iterator[str]:
    # What escaping puts in is Latin, as is what it replaces: the pieces stay the same.
    for shared, piece in _pieces(escape(text)):
        properties = extra
        if shared:
            chosen = face or style.face
            properties = fonts(chosen, chosen, hint=True) + extra
        elif face is not None and face is not style.face:
            properties = fonts(face, style.latin) + extra
        marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        yield f"<w:r>{marked}{_text(piece)}</w:r>"


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Yield stretches of Latin and of Chinese, with whether the stretch holds shared marks."""
    for found in _STRETCH.finditer(text):
        piece = found.group()
        yield found.lastgroup == "chinese" and _SHARED.search(piece) is not None, piece


def _text(piece: str) -> str:
    if "\t" not in piece:
        return f'<w:t xml:space="preserve">{piece}</w:t>'
    parts = piece.split("\t")
    texts = (f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in parts)
    return "<w:tab/>".join(texts)


JUSTIFICATION = {
    Align.JUSTIFY: "both",
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}
