"""Other makers of the same pages, each in a process of its own, measured inside it.

All set the same text in the same type: 16 pt on 28.95 pt, 156 mm wide, in the bundled 仿宋. What a
peer does not need is imported by no one before it, or its start would be counted wrong.
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

Build = Callable[[str], bytes]


def infodesk(fonts: Path) -> Build:
    """Return this program's way: compose, typeset, write, look at the fonts."""
    from infodesk.core.plain_page import plain
    from infodesk.export import pdf_of

    return lambda text: pdf_of(plain(text), fonts)[0]


def reportlab(fonts: Path) -> Build:
    """Return ReportLab's own paragraphs as its manual has them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("fang", str(fonts / "fang.ttf")))
    style = ParagraphStyle(
        "body", fontName="fang", fontSize=16, leading=28.95, firstLineIndent=32, wordWrap="CJK"
    )

    def build(text: str) -> bytes:
        buffer = BytesIO()
        document = SimpleDocTemplate(
            buffer,
            pagesize=A4,
            leftMargin=28 * mm - 6,
            rightMargin=26 * mm - 6,
            topMargin=37 * mm - 6,
            bottomMargin=35 * mm - 6,
        )
        document.build([Paragraph(html.escape(line), style) for line in text.split("\n")])
        return buffer.getvalue()

    return build


def typst(fonts: Path) -> Build:
    """Return typst's own layout, its caches kept between builds."""
    import typst as package

    known = package.Fonts(False, False, [str(fonts)])
    compiler = package.Compiler(font_paths=known)
    setting = (
        "#set page(width: 210mm, height: 297mm, margin: (top: 37mm, left: 28mm, right: 26mm, "
        'bottom: 35mm), numbering: "1")\n'
        '#set text(font: ("Infodesk Latin", "Infodesk Fang"), size: 16pt, lang: "zh")\n'
        "#set par(justify: true, leading: 12.95pt, spacing: 12.95pt, "
        "first-line-indent: (amount: 2em, all: true))\n"
    )

    def build(text: str) -> bytes:
        marked = "".join("\\" + c if c in "\\#$*_`<>@=-+/[]~\"'" else c for c in text)
        source = (setting + marked.replace("\n", "\n\n")).encode()
        return compiler.compile(source, format="pdf", pdf_tags=False)

    return build


def fpdf2(fonts: Path) -> Build:
    """Return fpdf2's multi_cell."""
    import logging

    from fpdf import FPDF

    logging.disable()

    def build(text: str) -> bytes:
        pages = FPDF(format="A4")
        pages.set_margins(28, 37, 26)
        pages.set_auto_page_break(auto=True, margin=35)
        pages.add_page()
        pages.add_font("fang", fname=str(fonts / "fang.ttf"))
        pages.set_font("fang", size=16)
        for line in text.split("\n"):
            pages.multi_cell(156, 28.95 / 72 * 25.4, line, wrapmode="CHAR")
            pages.ln(0)
        return bytes(pages.output())

    return build


def weasyprint(fonts: Path) -> Build:
    """Return WeasyPrint's way from HTML."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    css = (
        f"@font-face {{ font-family: fang; src: url({(fonts / 'fang.ttf').as_uri()}) }}"
        "@page { size: A4; margin: 37mm 26mm 35mm 28mm }"
        "p { font: 16pt/28.95pt fang; text-indent: 2em; margin: 0; text-align: justify }"
    )

    def build(text: str) -> bytes:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
        page = f'<html lang="zh"><style>{css}</style><body>{body}</body></html>'
        return HTML(string=page).write_pdf(font_config=FontConfiguration())

    return build


def libreoffice(fonts: Path) -> Build:
    """Return LibreOffice's conversion of this program's Word file, made before the clock runs."""
    names = iter(range(1000))

    def build(text: str) -> bytes:
        made = Path(sys.argv[2]) / f"{next(names) % len(sys.argv[5:])}.docx"
        profile = (made.parent / "profile").as_uri()
        command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to"]
        command += ["pdf", "--outdir", str(made.parent), str(made)]
        subprocess.run(command, check=True, capture_output=True)
        return made.with_suffix(".pdf").read_bytes()

    return build


def word(fonts: Path) -> Build:
    """Return this program's Word file."""
    from infodesk.core.plain_page import plain
    from infodesk.export import word as writer

    return lambda text: writer.render(plain(text))


def template(fonts: Path) -> Build:
    """Return the floor for a Word file: paragraphs from a template into a package made before."""
    import zipfile
    from xml.sax.saxutils import escape

    from infodesk.core.plain_page import plain
    from infodesk.export import word as writer

    with zipfile.ZipFile(BytesIO(writer.render(plain("信")))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before, _, rest = parts["word/document.xml"].decode().partition("<w:p>")
    after = rest.rpartition("</w:p>")[2]
    start = '<w:p><w:pPr><w:pStyle w:val="InfodeskBody"/></w:pPr><w:r><w:t xml:space="preserve">'

    def build(text: str) -> bytes:
        body = "".join(f"{start}{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for name, data in parts.items():
                whole = f"{before}{body}{after}" if name == "word/document.xml" else data
                made.writestr(name, whole)
        return buffer.getvalue()

    return build


PEERS = {
    maker.__name__: maker
    for maker in (infodesk, reportlab, typst, fpdf2, weasyprint, libreoffice, word, template)
}


def _seconds(build: Build, text: str) -> float:
    began = time.perf_counter()
    build(text)
    return time.perf_counter() - began


def _peak_mb() -> float:
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(name: str, fonts: str, started: str, texts: list[str]) -> None:
    """Print what the first build took from the start on, then other texts, then one once more."""
    build = PEERS[name](Path(fonts))
    read = [Path(text).read_text("utf-8") for text in texts]
    build(read[0])
    first = time.monotonic() - float(started)
    warm = [_seconds(build, text) for text in read[1:]]
    peak = _peak_mb()
    again = [_seconds(build, read[-1]) for _ in warm[:3]]
    print(json.dumps({"first": first, "warm": min(warm), "again": min(again), "memory": peak}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[3], sys.argv[4], sys.argv[5:])
