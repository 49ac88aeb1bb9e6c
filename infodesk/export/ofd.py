"""Pages as an OFD file (GB/T 33190-2016): what the typesetter placed, placed as it was.

Lengths are millimetres from the upper left corner of the sheet, y downwards. Every font is embedded
as a file. There is no signature and no seal: those are an office's seal server's business.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from infodesk import __version__
from infodesk.core.document import MM_PT, PageStyle
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.images import ImageFormat
from infodesk.export.fonts import Fonts
from infodesk.export.ofd_fonts import font_file
from infodesk.typeset.pages import Page, Pages, Picture, Rule, Run

NAMESPACE = "http://www.ofdspec.org/2016"

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ASCENT_EM, _HEIGHT_EM = 1.0, 1.35
"""Room kept above the baseline and in all: readers cut off what strays from its object."""

_REPEATED_LEAST = 3
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(pages: Pages, fonts: Fonts, *, title: str = "", author: str = "") -> bytes:
    """Return the pages as an OFD file; the same pages always give the same bytes.

    Raises:
        InfodeskError: FONT_UNREADABLE; TEXT_UNPRINTABLE for a character XML cannot hold.
    """
    writing = _Writing(fonts)
    contents = [writing.page(page) for page in pages.pages]
    files: dict[str, bytes] = {}
    for number, content in enumerate(contents):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = _xml(content)
    for number, (key, used) in enumerate(writing.used.items()):
        files[f"Doc_0/Res/font_{number}.ttf"] = font_file(fonts.font(key), used)
    for number, data in enumerate(writing.images):
        files[f"Doc_0/Res/{writing.image_name(number)}"] = data
    files["Doc_0/PublicRes.xml"] = _xml(writing.resources())
    files["Doc_0/Document.xml"] = _xml(_document(writing, pages.style, len(contents)))
    identity = hashlib.sha256()
    for name in sorted(files):
        identity.update(name.encode("ascii") + files[name])
    start = _xml(_start(identity.hexdigest()[:32], title, author))
    return _zipped({"OFD.xml": start, **files})


class _Writing:
    """Pages being written: the identifiers given so far, and which font has which characters."""

    def __init__(self, fonts: Fonts) -> None:
        self.used: dict[str, dict[str, None]] = {}
        self.page_ids: list[int] = []
        self.images: dict[bytes, tuple[int, ImageFormat]] = {}
        self._fonts = fonts
        self._font_ids: dict[str, int] = {}
        self.last_id = 0

    def page(self, page: Page) -> str:
        """Return the content of a page."""
        self.page_ids.append(self._new_id())
        objects = [self._picture(picture) for picture in page.pictures]
        objects += [self._rule(rule) for rule in page.rules]
        objects += [self._text(run, line.baseline) for line in page.lines for run in line.runs]
        return (
            f'<ofd:Page xmlns:ofd="{NAMESPACE}"><ofd:Content>'
            f'<ofd:Layer Type="Body" ID="{self._new_id()}">{"".join(objects)}</ofd:Layer>'
            "</ofd:Content></ofd:Page>"
        )

    def resources(self) -> str:
        """Return what pages share: the fonts, each with the face it stands for, and pictures."""
        fonts = []
        for number, (key, font_id) in enumerate(self._font_ids.items()):
            row = self._fonts.font(key).row
            name = row.made_from or "Infodesk Box"
            family = row.stands_for or name
            fonts.append(
                f'<ofd:Font ID="{font_id}" FontName={quoteattr(name)} '
                f'FamilyName={quoteattr(family)} Charset="unicode">'
                f"<ofd:FontFile>font_{number}.ttf</ofd:FontFile></ofd:Font>"
            )
        media = "".join(
            f'<ofd:MultiMedia ID="{media_id}" Type="Image" Format="{kind.name}">'
            f"<ofd:MediaFile>{self.image_name(number)}</ofd:MediaFile></ofd:MultiMedia>"
            for number, (media_id, kind) in enumerate(self.images.values())
        )
        shared = f"<ofd:MultiMedias>{media}</ofd:MultiMedias>" if media else ""
        return (
            f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Res">'
            f"<ofd:Fonts>{''.join(fonts)}</ofd:Fonts>{shared}</ofd:Res>"
        )

    def image_name(self, number: int) -> str:
        """Return the file name of a picture, by its place among them."""
        _, kind = list(self.images.values())[number]
        return f"image_{number}.{kind.value}"

    def _new_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def _picture(self, picture: Picture) -> str:
        file = picture.file
        if file.data not in self.images:
            self.images[file.data] = (self._new_id(), file.format)
        media_id, _ = self.images[file.data]
        width, height = _mm(picture.width), _mm(picture.height)
        return (
            f'<ofd:ImageObject ID="{self._new_id()}" '
            f'Boundary="{_mm(picture.x)} {_mm(picture.y)} {width} {height}" '
            f'CTM="{width} 0 0 {height} 0 0" ResourceID="{media_id}"/>'
        )

    def _rule(self, rule: Rule) -> str:
        top = rule.y - rule.thickness / 2
        width, height = _mm(rule.width), _mm(rule.thickness)
        # Drawn as the one stroke it is: readers soften the edges of a filled bar this thin.
        if rule.width >= rule.thickness:
            middle = _mm(rule.thickness / 2)
            stroke, line = height, f"M 0 {middle} L {width} {middle}"
        else:
            middle = _mm(rule.width / 2)
            stroke, line = width, f"M {middle} 0 L {middle} {height}"
        return (
            f'<ofd:PathObject ID="{self._new_id()}" '
            f'Boundary="{_mm(rule.x)} {_mm(top)} {width} {height}" LineWidth="{stroke}">'
            f"<ofd:StrokeColor{_colour(rule.colour)}/>"
            f"<ofd:AbbreviatedData>{line}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def _text(self, run: Run, baseline: float) -> str:
        illegal = _ILLEGAL.search(run.text)
        if illegal:
            raise InfodeskError(Code.TEXT_UNPRINTABLE, character=f"U+{ord(illegal.group()):04X}")
        font = self._fonts.font(run.font)
        if run.font not in self._font_ids:
            self._font_ids[run.font] = self._new_id()
        self.used.setdefault(run.font, {}).update(dict.fromkeys(run.text))
        steps = [(font.advance(c) or 0.0) * run.size + run.spacing for c in run.text]
        ascent = run.size * _ASCENT_EM
        box = (run.x, baseline - ascent, sum(steps) - run.spacing, run.size * _HEIGHT_EM)
        deltas = " ".join(_steps([_mm(step) for step in steps[:-1]]))
        stated = f' DeltaX="{deltas}"' if deltas else ""
        return (
            f'<ofd:TextObject ID="{self._new_id()}" Font="{self._font_ids[run.font]}" '
            f'Size="{_mm(run.size)}" Boundary="{" ".join(map(_mm, box))}">'
            f"<ofd:FillColor{_colour(run.colour)}/>"
            f'<ofd:TextCode X="0" Y="{_mm(ascent)}"{stated}>{escape(run.text)}</ofd:TextCode>'
            "</ofd:TextObject>"
        )


def _steps(widths: list[str]) -> Iterator[str]:
    """Yield distances, those that repeat as ``g``, how often, and the distance."""
    start = 0
    while start < len(widths):
        end = start + 1
        while end < len(widths) and widths[end] == widths[start]:
            end += 1
        if end - start >= _REPEATED_LEAST:
            yield f"g {end - start} {widths[start]}"
        else:
            yield from widths[start:end]
        start = end


def _document(writing: _Writing, style: PageStyle, count: int) -> str:
    pages = "".join(
        f'<ofd:Page ID="{writing.page_ids[number]}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(count)
    )
    return (
        f'<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData>'
        f"<ofd:MaxUnitID>{writing.last_id}</ofd:MaxUnitID><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 {style.width_mm:g} {style.height_mm:g}</ofd:PhysicalBox>"
        "</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    )


def _start(identity: str, title: str, author: str) -> str:
    return (
        f'<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        f"<ofd:DocID>{identity}</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title>"
        f"<ofd:Author>{escape(author)}</ofd:Author><ofd:Creator>infodesk</ofd:Creator>"
        f"<ofd:CreatorVersion>{__version__}</ofd:CreatorVersion></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _colour(colour: str) -> str:
    """Return #RRGGBB as the attribute of a colour."""
    values = " ".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return f' Value="{values}"'


def _mm(points: float) -> str:
    """Return points as millimetres, to a thousandth."""
    text = f"{points / MM_PT:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _xml(content: str) -> bytes:
    return (_DECLARATION + content).encode("utf-8")


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Else it names the system it was written on.
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()
