"""The first lines of a Word document with how they are set: what a masthead is read from.

Order is that of the file: the header of the first page, then the body; the lines of a text box
follow the paragraph it is anchored in. Ruled lines are borders, or lines that were drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from infodesk.archive.docx_styles import Styles, hex_colour, number, w

_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset({w("del"), w("moveFrom"), w("instrText"), w("pPr"), w("rPr"), _FALLBACK})
_IN_RUN = {w("tab"): "\t", w("br"): "\n", w("ptab"): "\t"}
_LINES = frozenset({"line", "straightConnector1"})
_EMU_PT = 12700
_SINGLE = 240
"""What Word writes for single spacing."""

USUAL_HEIGHT = 1.3
"""A line of single spacing in a Chinese face, in sizes of its type."""

_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([\d.]+)pt")


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """A ruled line, in points; ``gap`` is its distance from the text above, None where unsaid."""

    thickness: float
    colour: str
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class SetRun:
    """Text of one setting; sizes in points."""

    text: str
    size: float
    colour: str
    tracking: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A paragraph: its runs, its line height, the space above and below it.

    Attributes:
        height: as stated, or as many times the usual one as is stated; 0 where nothing is.
        boxed: whether it stands in a text box, whose place on the page is its own.
        rule: the line under it.
    """

    runs: tuple[SetRun, ...]
    before: float = 0.0
    height: float = 0.0
    after: float = 0.0
    boxed: bool = False
    rule: DrawnRule | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """The largest size of its characters; 0 for an empty line."""
        return max((run.size for run in self.runs if run.text.strip()), default=0.0)


def first_lines(document: Any, most: int) -> Iterator[SetLine]:
    """Yield the first lines of a document that python-docx has opened."""
    lines = _Walk(Styles(document.styles.element)).blocks(_places(document))
    for _, line in zip(range(most), lines, strict=False):
        yield line


def _places(document: Any) -> Iterator[Any]:
    section = document.sections[0]
    titled = section.different_first_page_header_footer
    header = section.first_page_header if titled else section.header
    if not header.is_linked_to_previous:
        yield from header._element  # noqa: SLF001 - python-docx offers paragraphs without their boxes
    yield from document.element.body


class _Walk:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def blocks(self, children: Iterator[Any], *, boxed: bool = False) -> Iterator[SetLine]:
        for child in children:
            if child.tag == w("p"):
                yield from self._paragraph(child, boxed=boxed)
            elif child.tag == w("tbl"):
                yield from self._table(child, boxed=boxed)
            elif child.tag in (w("sdt"), w("sdtContent"), w("ins"), w("smartTag")):
                yield from self.blocks(child, boxed=boxed)

    def _table(self, table: Any, *, boxed: bool) -> Iterator[SetLine]:
        for row in table.iterfind(w("tr")):
            rule = None
            for cell in row.iterfind(w("tc")):
                yield from self.blocks(cell, boxed=boxed)
                rule = rule or _border(cell.find(f"{w('tcPr')}/{w('tcBorders')}/{w('bottom')}"))
            if rule:
                yield SetLine((), rule=rule)
        under = _border(table.find(f"{w('tblPr')}/{w('tblBorders')}/{w('bottom')}"))
        if under:
            yield SetLine((), rule=under)

    def _paragraph(self, paragraph: Any, *, boxed: bool) -> Iterator[SetLine]:
        over = _border(self._styles.of_paragraph(paragraph, f"{w('pBdr')}/{w('top')}"))
        if over:
            yield SetLine((), rule=over)
        apart: list[Any] = []
        runs = tuple(self._runs(paragraph, paragraph, apart))
        spacing = self._styles.spacing(paragraph)
        yield SetLine(
            runs,
            before=number(spacing.get("before")) / 20,
            height=_height(spacing, runs),
            after=number(spacing.get("after")) / 20,
            boxed=boxed,
            rule=_border(self._styles.of_paragraph(paragraph, f"{w('pBdr')}/{w('bottom')}")),
        )
        for element in apart:
            yield from self._apart(element)

    def _runs(self, parent: Any, paragraph: Any, apart: list[Any]) -> Iterator[SetRun]:
        for child in parent:
            tag = child.tag
            if not isinstance(tag, str) or tag in _UNSEEN:
                continue
            if tag in (w("txbxContent"), f"{_WPS}wsp", f"{_VML}textpath", f"{_VML}line"):
                apart.append(child)
            elif tag == w("r"):
                text = "".join(self._texts(child))
                if text:
                    size, colour, tracking = self._styles.of_run(child, paragraph)
                    yield SetRun(text, size, colour, tracking)
                yield from self._runs(child, paragraph, apart)
            elif tag not in (w("t"), *_IN_RUN):
                yield from self._runs(child, paragraph, apart)

    def _texts(self, run: Any) -> Iterator[str]:
        for child in run:
            if child.tag == w("t"):
                yield child.text or ""
            elif child.tag in _IN_RUN:
                yield _IN_RUN[child.tag]

    def _apart(self, element: Any) -> Iterator[SetLine]:
        """Yield what stands beside the text: the lines of a box, a drawn line, drawn letters."""
        if element.tag == w("txbxContent"):
            yield from self.blocks(element, boxed=True)
        elif element.tag == f"{_VML}textpath":
            yield from _drawn_letters(element)
        elif element.tag == f"{_VML}line":
            weight = number((element.get("strokeweight") or "0.75pt").removesuffix("pt")) or 0.75
            yield SetLine((), rule=DrawnRule(weight, hex_colour(element.get("strokecolor"))))
        else:
            geometry = element.find(f".//{_A}prstGeom")
            if geometry is not None and geometry.get("prst") in _LINES:
                yield SetLine((), rule=_stroke(element.find(f".//{_A}ln")))
            for box in element.iter(w("txbxContent")):
                yield from self.blocks(box, boxed=True)


def _height(spacing: dict[str, str], runs: tuple[SetRun, ...]) -> float:
    line = number(spacing.get("line"))
    if spacing.get("lineRule") in ("exact", "atLeast"):
        return line / 20
    size = max((run.size for run in runs), default=0.0)
    return round(line / _SINGLE * size * USUAL_HEIGHT, 1)


def _drawn_letters(path: Any) -> Iterator[SetLine]:
    shape = path.getparent()
    height = _HEIGHT.search(shape.get("style") or "")
    text = path.get("string") or ""
    if text and height:
        run = SetRun(text, float(height[1]), hex_colour(shape.get("fillcolor")), 0.0)
        yield SetLine((run,), boxed=True)


def _stroke(line: Any) -> DrawnRule:
    if line is None:
        return DrawnRule(0.75, "")
    colour = line.find(f".//{_A}srgbClr")
    width = number(line.get("w")) / _EMU_PT or 0.75
    return DrawnRule(width, hex_colour(colour.get("val") if colour is not None else None))


def _border(element: Any) -> DrawnRule | None:
    if element is None or element.get(w("val")) in (None, "nil", "none"):
        return None
    thickness = number(element.get(w("sz"))) / 8
    gap = element.get(w("space"))
    return DrawnRule(
        thickness, hex_colour(element.get(w("color"))), None if gap is None else number(gap)
    )
