"""The document as a Word file: natural paragraphs in named styles, which a clerk goes on editing.

The grid is Word's line grid with exact spacing and tracked characters (layout B): Word, WPS and
LibreOffice all set 22 lines of 28 characters from it.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from infodesk.core.document import Document, Foot, Head, PageStyle, Role
from infodesk.core.errors import Code, InfodeskError
from infodesk.export import word_parts
from infodesk.export.word_text import NAMESPACE, head_line, paragraph, runs, twips

_W = f"{{{NAMESPACE}}}"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT_PARTS = frozenset({"styles", "settings"})
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def render(document: Document, breaks: Mapping[int, Sequence[int]] | None = None) -> bytes:
    """Return the document as a .docx file; the same document always gives the same bytes.

    Args:
        document: what to write.
        breaks: by index of the paragraph, positions where its lines end: titles, whose lines the
            typesetter balances.

    Raises:
        InfodeskError: TEXT_UNPRINTABLE for a character no Word file can hold.
    """
    for text in document.texts():
        illegal = _ILLEGAL.search(text)
        if illegal:
            raise InfodeskError(Code.TEXT_UNPRINTABLE, character=f"U+{ord(illegal.group()):04X}")
    package = docx.Document()
    _clear(package)
    _replace(package.styles.element, word_parts.styles(document))
    _replace(package.settings.element, word_parts.settings())
    _page_setup(package, document)
    _fill(package, "".join(_blocks(document, breaks or {})))
    properties = package.core_properties
    properties.title = document.title
    properties.author = properties.last_modified_by = document.author
    properties.comments = ""
    for name in ("created", "modified"):
        _forget(package, name)
    buffer = BytesIO()
    package.save(buffer)
    return _undated(buffer.getvalue())


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
        _replace_paragraphs(section.footer, word_parts.footer(page, even=False))
        _replace_paragraphs(section.even_page_footer, word_parts.footer(page, even=True))
    properties = package.element.body.sectPr
    for child in list(properties):
        if not child.tag.endswith("}footerReference"):
            properties.remove(child)
    for xml in _section(page):
        properties.append(etree.fromstring(xml))


def _section(page: PageStyle) -> Iterator[str]:
    def mm(value: float) -> int:
        return round(value / 25.4 * 1440)

    width, height = mm(page.width_mm), mm(page.height_mm)
    # Cut down, not rounded: the type area must not lose a twip, or the 28th character falls.
    top, left = round(page.top_mm / 25.4 * 1440), int(page.left_mm / 25.4 * 1440)
    right = width - left - math.ceil(page.text_width_mm / 25.4 * 1440)
    bottom = height - top - mm(page.text_height_mm)
    space = f'xmlns:w="{NAMESPACE}"'
    yield f'<w:pgSz {space} w:w="{width}" w:h="{height}"/>'
    yield (
        f'<w:pgMar {space} w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="850" w:footer="1417" w:gutter="0"/>'
    )
    yield f'<w:docGrid {space} w:type="lines" w:linePitch="{twips(page.pitch_pt)}"/>'


def _replace_paragraphs(footer: Any, xml: str) -> None:
    footer.is_linked_to_previous = False
    element = footer._element  # noqa: SLF001 - python-docx offers paragraphs one by one only
    for child in list(element):
        element.remove(child)
    element.append(etree.fromstring(xml))


def _fill(package: Any, xml: str) -> None:
    body = package.element.body
    section = body.sectPr
    for child in list(body):
        if child is not section:
            body.remove(child)
    for child in etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{xml}</w:body>'):
        section.addprevious(child)


def _blocks(document: Document, breaks: Mapping[int, Sequence[int]]) -> Iterator[str]:
    if document.head:
        yield from _head(document.head, document.page)
    filler = _contents_filler(document)
    first_contents = next(
        (i for i, p in enumerate(document.paragraphs) if p.role is Role.CONTENTS), -1
    )
    for index, value in enumerate(document.paragraphs):
        style_id = word_parts.STYLE_NAMES[value.role][0]
        own = filler if index == first_contents else ""
        if document.foot and index == len(document.paragraphs) - 1:
            # So the foot's page is never without text, as the standard asks.
            own = "<w:keepNext/>" + own
        yield paragraph(value, style_id, document.styles[value.role], breaks.get(index, ()), own)
    if document.foot:
        yield from _foot(document.foot, document.page)
    if document.foot or not (document.paragraphs or document.head):
        # A frame hangs on the paragraph after it; it shall not take a row.
        yield _strut(twips(1))


def _strut(height: int) -> str:
    """Return an empty paragraph of that many twips."""
    return (
        '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>'
    )


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


def _head(head: Head, page: PageStyle) -> Iterator[str]:
    used = sum(twips(line.before_pt) + twips(line.height_pt) for line in head.lines)
    used += twips(head.gap_pt) + twips(head.rule_pt)
    rest = max(twips(head.rows * page.pitch_pt) - used, 0)
    for number, line in enumerate(head.lines, start=1):
        settings = ""
        if number == len(head.lines):
            eighths = round(head.rule_pt * 8)
            border = (
                f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="{round(head.gap_pt)}" '
                f'w:color="{head.colour.removeprefix("#")}"/></w:pBdr>'
                if eighths
                else ""
            )
            settings = border
        style_id = word_parts.head_style_id(line)
        yield head_line(line, style_id, twips(page.text_width_pt), settings)
    if rest:
        # Not space after the rule: Word lets that and the space before the next paragraph overlap.
        yield _strut(rest)


def _foot(foot: Foot, page: PageStyle) -> Iterator[str]:
    """Yield the foot: a frame at the bottom of the type area, so that it stays there as text grows.

    A border ends where its paragraph's text may end, but the text keeps a cell free at either side:
    white side borders, a cell away, carry the rules out to the edges of the type area.
    """
    cell = twips(foot.style.cell_pt)
    eighths = round(foot.rule_mm / 25.4 * 72 * 8)
    edge = f'w:val="single" w:sz="{eighths}" w:space="{round(foot.padding_pt)}" w:color="000000"'
    side = f'w:val="single" w:sz="2" w:space="{round(foot.style.cell_pt)}" w:color="FFFFFF"'
    common = (
        f'<w:pStyle w:val="{word_parts.FOOT_STYLE[0]}"/>'
        f'<w:framePr w:w="{twips(page.text_width_pt)}" w:wrap="around" w:vAnchor="margin" '
        'w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
        f"<w:pBdr><w:top {edge}/><w:left {side}/><w:bottom {edge}/><w:right {side}/></w:pBdr>"
    )
    # Only paragraphs of equal indents share one pair of rules.
    hang = twips(max((len(entry.label) for entry in foot.entries), default=0) * foot.style.cell_pt)
    indent = f'<w:ind w:left="{cell + hang}" w:right="{cell}" w:hanging="{hang}"/>'
    texts = [(entry.label + entry.text, "both") for entry in foot.entries]
    if foot.copies:
        texts.append((foot.copies, "right"))
    for text, align in texts:
        yield (
            f'<w:p><w:pPr>{common}{indent}<w:jc w:val="{align}"/></w:pPr>'
            f"{runs(text, foot.style)}</w:p>"
        )


def _undated(data: bytes) -> bytes:
    """Return the package without the moment it was packed at."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(buffer, "w") as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, given.read(name))
    return buffer.getvalue()
