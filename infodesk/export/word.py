"""The document as a Word file: natural paragraphs in named styles, which a clerk goes on editing.

The grid is Word's line grid with exact spacing and tracked characters (layout B): Word, WPS and
LibreOffice all set 22 lines of 28 characters from it.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from infodesk.core.document import MM_PT, Document, Image, PageStyle, Role, Style, Table
from infodesk.core.errors import Code, InfodeskError
from infodesk.export import word_foot, word_head, word_images, word_parts
from infodesk.export.word_tables import table
from infodesk.export.word_text import NAMESPACE, paragraph, strut, twips
from infodesk.typeset.fitting import FOOT, Fit
from infodesk.typeset.images import captions
from infodesk.typeset.tables import GAP_ROWS

_W = f"{{{NAMESPACE}}}"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT_PARTS = frozenset({"styles", "settings"})
NO_FIT = Fit()
_NUMBER_DROP = 567
"""Twips from the type area down to the lower edge of the line that holds the page number."""

_TEXT_PART = "word/document.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def render(document: Document, fits: Mapping[int, Fit] | None = None) -> bytes:
    """Return the document as a .docx file; the same document always gives the same bytes.

    Args:
        document: what to write.
        fits: by index of the paragraph, how the typesetter set what no style tells: the lines of
            a title, the place of a signature, a table's rows.

    Raises:
        InfodeskError: TEXT_UNPRINTABLE for a character no Word file can hold.
    """
    for text in document.texts():
        illegal = _ILLEGAL.search(text)
        if illegal:
            raise InfodeskError(Code.TEXT_UNPRINTABLE, character=f"U+{ord(illegal.group()):04X}")
    package = docx.Document(BytesIO(_bare_package()))
    _replace(package.styles.element, word_parts.styles(document))
    _replace(package.settings.element, word_parts.settings())
    _page_setup(package, document)
    _empty(package)
    pictures = word_images.drawn(package, document, fits or {})
    properties = package.core_properties
    properties.title = document.title
    properties.author = properties.last_modified_by = document.author
    properties.comments = ""
    for name in ("created", "modified"):
        _forget(package, name)
    buffer = BytesIO()
    package.save(buffer)
    return _finished(buffer.getvalue(), "".join(_blocks(document, fits or {}, pictures)))


@cache
def _bare_package() -> bytes:
    """Return python-docx's template without what is dropped or rewritten, soon opened."""
    package = docx.Document()
    _clear(package)
    _replace(package.styles.element, "<none/>")
    buffer = BytesIO()
    package.save(buffer)
    return buffer.getvalue()


def _clear(package: Any) -> None:
    """Drop the template's parts but those that are rewritten."""
    part = package.part
    for holder in (part, part.package):
        for key, relation in list(holder.rels.items()):
            kind = relation.reltype.rsplit("/", 1)[-1]
            foreign = holder is part and kind not in _KEPT_PARTS
            if foreign or kind in {"thumbnail", "extended-properties"}:
                del holder.rels[key]
    table = Part(
        PackURI("/word/fontTable.xml"),
        CONTENT_TYPE.WML_FONT_TABLE,
        _declared(word_parts.font_table()),
        part.package,
    )
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)


def _declared(xml: str) -> bytes:
    return etree.tostring(
        etree.fromstring(xml), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _replace(element: Any, xml: str) -> None:
    """Put other content into a part's root, whose object python-docx holds on to."""
    for child in list(element):
        element.remove(child)
    for child in etree.fromstring(xml):
        element.append(child)


def _forget(package: Any, name: str) -> None:
    root = package.part.package.core_properties._element  # noqa: SLF001 - no other way to leave it out
    for child in list(root):
        if child.tag.endswith("}" + name):
            root.remove(child)


def _page_setup(package: Any, document: Document) -> None:
    page = document.page
    section = package.sections[0]
    if document.numbered:
        after = _number_twips(page) - _footer_twips(document)
        for part, even in ((section.footer, False), (section.even_page_footer, True)):
            _replace_paragraphs(part, word_parts.footer(page, even=even, after=after))
    own_first_page = _first_page(document, section)
    properties = package.element.body.sectPr
    for child in list(properties):
        if not child.tag.endswith("Reference"):
            properties.remove(child)
    for xml in _section(document, own_first_page=own_first_page):
        properties.append(etree.fromstring(xml))


def _first_page(document: Document, section: Any) -> bool:
    """Give the first page its own header and footer where it has any; say whether it has."""
    head, page = document.head, document.page
    if document.first_numbered and (head is None or (head.top_mm is None and not head.bottom_rule)):
        return False
    footer = word_parts.footer(page, even=False) if document.numbered else ""
    if not document.first_numbered:
        footer = ""
    if head and head.bottom_rule:
        footer += word_head.bottom_rule(head, head.bottom_rule, page)
    _replace_paragraphs(section.first_page_footer, footer or "<w:p/>")
    if head and head.top_mm is not None:
        _replace_paragraphs(section.first_page_header, word_head.above(head, page))
    return True


def _number_twips(page: PageStyle) -> int:
    """Return how far the line of the page number is from the paper's lower edge."""
    bottom = page.height_mm - page.top_mm - page.text_height_mm
    return max(twips(bottom * MM_PT) - _NUMBER_DROP, 0)


def _footer_twips(document: Document) -> int:
    """Return how far the footer's lower edge is from the paper's; a letter's rule lies on it."""
    head, number = document.head, _number_twips(document.page)
    if head and head.bottom_rule:
        return min(twips(head.bottom_rule_mm * MM_PT), number)
    return number


def _section(document: Document, *, own_first_page: bool) -> Iterator[str]:
    page = document.page
    top_mm = document.head.top_mm if document.head else None

    def mm(value: float) -> int:
        return round(value / 25.4 * 1440)

    width, height = mm(page.width_mm), mm(page.height_mm)
    # Cut down, not rounded: the type area must not lose a twip, or the 28th character falls.
    top, left = round(page.top_mm / 25.4 * 1440), int(page.left_mm / 25.4 * 1440)
    right = width - left - math.ceil(page.text_width_mm / 25.4 * 1440)
    bottom = height - top - mm(page.text_height_mm)
    header = 850 if top_mm is None else mm(top_mm)
    space = f'xmlns:w="{NAMESPACE}"'
    yield f'<w:pgSz {space} w:w="{width}" w:h="{height}"/>'
    yield (
        f'<w:pgMar {space} w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{header}" w:footer="{_footer_twips(document)}" w:gutter="0"/>'
    )
    if own_first_page:
        yield f"<w:titlePg {space}/>"
    yield f'<w:docGrid {space} w:type="lines" w:linePitch="{twips(page.pitch_pt)}"/>'


def _replace_paragraphs(footer: Any, xml: str) -> None:
    footer.is_linked_to_previous = False
    element = footer._element  # noqa: SLF001 - python-docx offers paragraphs one by one only
    for child in list(element):
        element.remove(child)
    for child in etree.fromstring(f'<w:ftr xmlns:w="{NAMESPACE}">{xml}</w:ftr>'):
        element.append(child)


def _empty(package: Any) -> None:
    """Leave one empty paragraph in the body: it holds the place of the text."""
    body = package.element.body
    section = body.sectPr
    for child in list(body):
        if child is not section:
            body.remove(child)
    section.addprevious(etree.fromstring(f'<w:p xmlns:w="{NAMESPACE}"/>'))


def _blocks(
    document: Document, fits: Mapping[int, Fit], pictures: Mapping[int, str]
) -> Iterator[str]:
    if document.head:
        yield from word_head.in_text(document.head, document.page)
    filler = _contents_filler(document)
    first_contents = next(
        (i for i, p in enumerate(document.paragraphs) if p.role is Role.CONTENTS), -1
    )
    after_table = False
    for index, value in enumerate(document.paragraphs):
        style_id = word_parts.STYLE_NAMES[value.role][0]
        style, fit = document.styles[value.role], fits.get(index, NO_FIT)
        if isinstance(value, Table):
            if after_table:
                # Neighbouring tables would become one.
                yield strut(twips(1))
            yield table(value, style_id, style, document.page.text_width_pt, fit.table)
            after_table = True
            continue
        if isinstance(value, Image):
            yield pictures[index]
            yield from (paragraph(each, style_id, style) for each in captions(value))
        else:
            own = filler if index == first_contents else ""
            own = _settings(document, index, fit, own, after_table=after_table)
            yield paragraph(value, style_id, style, fit.breaks, own)
        after_table = False
    if document.foot:
        height = fits.get(FOOT, NO_FIT).height_pt
        yield from word_foot.foot(document.foot, document.page, height)
    if document.foot or after_table or not (document.paragraphs or document.head):
        # A frame hangs on the paragraph after it; it shall not take a row.
        yield strut(twips(1))


def _settings(document: Document, index: int, fit: Fit, filler: str, *, after_table: bool) -> str:
    """Return what a paragraph states beside its style, in schema order."""
    own = filler
    style = document.styles[document.paragraphs[index].role]
    is_last = index == len(document.paragraphs) - 1
    following = None if is_last else document.paragraphs[index + 1]
    if (following is None and document.foot) or (
        following and document.styles[following.role].keep_with_previous
    ):
        # So the page of the foot or of the signature is never without text.
        own = "<w:keepNext/>" + own
    if after_table:
        before = twips((style.before_rows + GAP_ROWS) * document.page.pitch_pt)
        own += f'<w:spacing w:beforeLines="0" w:before="{before}"/>'
    return own + _measured_indent(style, fit)


def _measured_indent(style: Style, fit: Fit) -> str:
    """Return the indents that hang on the width of a text, in place of the style's."""
    if fit.right_pt is not None:
        return f'<w:ind w:rightChars="0" w:right="{twips(fit.right_pt)}"/>'
    if fit.hang_pt:
        left = twips(style.left_cells * style.cell_pt + fit.hang_pt)
        return (
            f'<w:ind w:leftChars="0" w:left="{left}" w:hangingChars="0" '
            f'w:hanging="{twips(fit.hang_pt)}"/>'
        )
    return ""


def _contents_filler(document: Document) -> str:
    """Return the spacing that brings a narrow list of contents to whole rows of the grid."""
    style = document.styles[Role.CONTENTS]
    count = sum(value.role is Role.CONTENTS for value in document.paragraphs)
    if style.pitch_rows == 1 or not count:
        return ""
    pitch = document.page.pitch_pt
    line = int(pitch * style.pitch_rows * 20 + 1e-6)
    rest = twips(math.ceil(count * style.pitch_rows - 1e-6) * pitch) - count * line
    return f'<w:spacing w:before="{rest}"/>'


def _finished(data: bytes, body: str) -> bytes:
    """Return the package with its text, and without the moment it was packed at.

    The text goes in as the bytes it is: parsing it only to write it again took most of the time.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(buffer, "w") as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = given.read(name)
            if name == _TEXT_PART:
                content = content.replace(b"<w:p/>", body.encode(), 1)
            kept.writestr(entry, content)
    return buffer.getvalue()
