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
from infodesk.export.fonts import LAST_RESORT, Fonts
from infodesk.export.pdf_fonts import FontUse
from infodesk.typeset.pages import Page, Pages, Rule

_FIRST_FONT = "infodesk-first"


def render(pages: Pages, fonts: Fonts, *, title: str = "", author: str = "") -> bytes:
    """Return the pages as a PDF file; the same pages always give the same bytes.

    Every font is embedded, cut down to what is used, and maps back to the characters of the text.
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
    for page in pages.pages:
        canvas.addLiteral(drawing.operators(page))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _first_font(path: Path) -> str:
    """Return a font the canvas may start with; its default is Helvetica, which is not embedded."""
    if _FIRST_FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FIRST_FONT, str(path), shapable=False))
    return _FIRST_FONT


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
