"""What a PDF really draws: every character with its place, and every rule, from its own streams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from pypdf import PageObject, PdfReader

_TOKEN = re.compile(
    rb"1 0 0 1 (?P<x>[\d.-]+) (?P<y>[\d.-]+) Tm|/(?P<font>\w+) (?P<size>[\d.]+) Tf"
    rb"|(?P<spacing>[\d.-]+) Tc|<(?P<codes>[0-9A-F]*)> Tj"
    rb"|(?P<rule>[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+) re"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One character: points from the sheet's upper left corner to its left end on the baseline."""

    character: str
    x: float
    y: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Lines from the top down, and rules as left, middle, width and thickness."""

    lines: tuple[tuple[Drawn, ...], ...]
    rules: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Font:
    characters: dict[str, str]
    widths: dict[int, float]


def pages_of(data: bytes) -> Iterator[DrawnPage]:
    """Yield what each page draws."""
    known: dict[int, _Font] = {}
    for page in PdfReader(BytesIO(data)).pages:
        yield _page(page, known)


def _page(page: PageObject, known: dict[int, _Font]) -> DrawnPage:
    height = float(page.mediabox.height)
    resources = page["/Resources"]["/Font"]
    drawn: list[Drawn] = []
    rules = []
    x = y = size = spacing = 0.0
    font = _Font({}, {})
    for found in _TOKEN.finditer(page.get_contents().get_data()):
        if found["x"]:
            x, y = float(found["x"]), height - float(found["y"])
        elif found["font"]:
            size = float(found["size"])
            reference = resources.raw_get("/" + found["font"].decode())
            if reference.idnum not in known:
                known[reference.idnum] = _font(reference.get_object())
            font = known[reference.idnum]
        elif found["spacing"]:
            spacing = float(found["spacing"])
        elif found["rule"]:
            left, bottom, width, thickness = map(float, found["rule"].split())
            rules.append((left, height - bottom - thickness / 2, width, thickness))
        else:
            codes = found["codes"].decode()
            for start in range(0, len(codes), 4):
                code = codes[start : start + 4]
                width = font.widths[int(code, 16)] / 1000 * size
                drawn.append(Drawn(font.characters[code], x, y, width, size))
                x += width + spacing
    drawn.sort(key=lambda one: (round(one.y, 2), one.x))
    lines = groupby(drawn, key=lambda one: round(one.y, 2))
    return DrawnPage(tuple(tuple(line) for _, line in lines), tuple(rules))


def _font(font: dict) -> _Font:
    mapping = font["/ToUnicode"].get_data().decode("ascii")
    characters = {
        code: bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", mapping)
        if len(text) >= 4
    }
    widths: dict[int, float] = {}
    entries = iter(font["/DescendantFonts"][0].get_object()["/W"])
    for code in entries:
        for offset, width in enumerate(next(entries)):
            widths[int(code) + offset] = float(width)
    return _Font(characters, widths)
