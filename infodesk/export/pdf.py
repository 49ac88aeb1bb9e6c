"""Pages as a PDF file: what the typesetter placed, drawn where it was placed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from infodesk.core.document import MM_PT
from infodesk.export import pdf_images
from infodesk.export.fonts import LAST_RESORT, Fonts
from infodesk.export.pdf_fonts import FontUse
from infodesk.typeset.pages import Kind, Page, Pages, Rule

_FIRST_FONT = "infodesk-first"
_ABOVE_EM = 1.5
"""From the baseline of a heading up to where a reader shows the page from."""


def render(pages: Pages, fonts: Fonts, *, title: str = "", author: str = "") -> bytes:
    """Return the pages as a PDF file; the same pages always give the same bytes.

    Every font is embedded, cut down to what is used, and maps back to the characters of the text.
    Titles and headings make the outline.

    Raises:
        InfodeskError: IMAGE_UNREADABLE; TEXT_UNPRINTABLE for half a surrogate pair.
    """
    # ASCII armour makes a file a quarter larger and helps no reader of today.
    rl_config.useA85 = 0
    width, height = pages.style.width_mm * MM_PT, pages.style.height_mm * MM_PT
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        initialFontName=_first_font(fonts.font(LAST_RESORT).path),  # type: ignore[arg-type] # stub says float
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("infodesk")
    drawing = _Drawing(canvas, fonts, height)
    outline = _Outline(canvas, height)
    for page in pages.pages:
        for picture in page.pictures:
            pdf_images.draw(canvas, picture, height)
        canvas.addLiteral(drawing.operators(page))
        outline.note(page)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _first_font(path: Path) -> str:
    """Return a font the canvas may start with; its default is Helvetica, which is not embedded."""
    if _FIRST_FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FIRST_FONT, str(path), shapable=False))
    return _FIRST_FONT


class _Outline:
    """The titles and headings of a file, as a reader lists them beside its pages."""

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._count = 0
        self._depths: list[int] = []

    def note(self, page: Page) -> None:
        """Enter the titles and headings that begin on a page, before the page is shown."""
        for line in page.lines:
            if line.heading is None or line.kind is not Kind.BODY or not line.heading.text.strip():
                continue
            # An outline skips no level, whatever the text does.
            while self._depths and self._depths[-1] >= line.heading.depth:
                self._depths.pop()
            key = f"infodesk-{self._count}"
            top = self._height - line.baseline + _ABOVE_EM * line.runs[0].size
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
            title = line.heading.text.strip()
            self._canvas.addOutlineEntry(title, key, level=len(self._depths))
            self._depths.append(line.heading.depth)
            self._count += 1


class _Drawing:
    """The operators of pages, and the fonts they have used so far."""

    def __init__(self, canvas: Any, fonts: Fonts, height: float) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._height = height
        self._uses: dict[str, FontUse] = {}

    def operators(self, page: Page) -> str:
        """Return the content of a page; nothing is said twice that still holds."""
        parts = list(self._rules(page.rules))
        parts.append("BT")
        font, spacing, colour = ("", 0.0), 0.0, ""
        for line in page.lines:
            y = f"{self._height - line.baseline:.3f}"
            for run in line.runs:
                parts.append(f"1 0 0 1 {run.x:.3f} {y} Tm")
                for name, codes in self._use(run.font).encoded(run.text):
                    if (name, run.size) != font:
                        font = (name, run.size)
                        parts.append(f"/{name} {run.size:g} Tf")
                    if run.spacing != spacing:
                        spacing = run.spacing
                        parts.append(f"{spacing:.4f} Tc")
                    if run.colour != colour:
                        colour = run.colour
                        parts.append(f"{_colour(colour)} rg")
                    parts.append(f"<{codes}> Tj")
        parts.append("ET")
        return "\n".join(parts)

    def _rules(self, rules: tuple[Rule, ...]) -> Iterator[str]:
        for rule in rules:
            y = self._height - rule.y - rule.thickness / 2
            yield f"{_colour(rule.colour)} rg"
            yield f"{rule.x:.3f} {y:.3f} {rule.width:.3f} {rule.thickness:.3f} re f"

    def _use(self, key: str) -> FontUse:
        use = self._uses.get(key)
        if use is None:
            use = FontUse(self._fonts.font(key), f"F{len(self._uses) + 1}")
            self._uses[key] = use
            self._canvas._doc.delayedFonts.append(use)  # noqa: SLF001 - the one door ReportLab has
        return use


@cache
def _colour(colour: str) -> str:
    """Return #RRGGBB as three fractions."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))
