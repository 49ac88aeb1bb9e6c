"""What a paragraph and a run of a Word document are set in, their styles and defaults looked up."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEFAULT_SIZE_PT = 10.0
_MOST_BASES = 20
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_SHORT_HEX = re.compile(r"#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])\b")
_NAMED = {"red": "#FF0000", "black": "#000000", "auto": "#000000", "maroon": "#800000"}


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word's main language."""
    return f"{_W}{name}"


def number(text: str | None) -> float:
    """Return a number as the file has it; 0 where it has none."""
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def hex_colour(text: str | None) -> str:
    """Return a colour as #RRGGBB; empty where it is none that is known."""
    text = (text or "").strip()
    if found := _HEX.match(text):
        return f"#{found[1].upper()}"
    if found := _SHORT_HEX.match(text):
        return "#" + "".join(digit * 2 for digit in found.groups()).upper()
    return _NAMED.get(text.partition(" ")[0].lower(), "")


class Styles:
    """Looks up what styles say, from the nearest to the document's defaults."""

    def __init__(self, root: Any) -> None:
        self._by_id = {style.get(w("styleId")): style for style in root.iterfind(w("style"))}
        self._default = next(
            (
                style
                for style in root.iterfind(w("style"))
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")
            ),
            None,
        )
        defaults = root.find(w("docDefaults"))
        self._defaults = [] if defaults is None else [*defaults]

    def of_run(self, run: Any, paragraph: Any) -> tuple[float, str, float]:
        """Return the size, the colour and the tracking of a run; sizes in points."""
        holders = [run, *self._chain(run, w("rPr"), w("rStyle")), *self._of(paragraph)]
        size = number(_first(holders, f"{w('rPr')}/{w('sz')}", "val")) / 2
        colour = hex_colour(_first(holders, f"{w('rPr')}/{w('color')}", "val"))
        tracking = number(_first(holders, f"{w('rPr')}/{w('spacing')}", "val")) / 20
        return size or _DEFAULT_SIZE_PT, colour, tracking

    def of_paragraph(self, paragraph: Any, path: str) -> Any:
        """Return the nearest element of a paragraph's properties; None where there is none."""
        for holder in (paragraph, *self._of(paragraph)):
            found = holder.find(f"{w('pPr')}/{path}")
            if found is not None:
                return found
        return None

    def spacing(self, paragraph: Any) -> dict[str, str]:
        """Return the spacing of a paragraph by the names of its attributes."""
        found: dict[str, str] = {}
        for holder in (paragraph, *self._of(paragraph)):
            element = holder.find(f"{w('pPr')}/{w('spacing')}")
            for name, value in () if element is None else element.attrib.items():
                found.setdefault(name.removeprefix(_W), value)
        return found

    def _of(self, paragraph: Any) -> list[Any]:
        own = list(self._chain(paragraph, w("pPr"), w("pStyle")))
        if not own and self._default is not None:
            own = [self._default]
        return [*own, *self._defaults]

    def _chain(self, holder: Any, properties: str, name: str) -> Iterator[Any]:
        element = holder.find(f"{properties}/{name}")
        for _ in range(_MOST_BASES):
            style = None if element is None else self._by_id.get(element.get(w("val")))
            if style is None:
                return
            yield style
            element = style.find(w("basedOn"))


def _first(holders: list[Any], path: str, attribute: str) -> str | None:
    for holder in holders:
        element = holder.find(path)
        if element is not None and element.get(w(attribute)) is not None:
            return str(element.get(w(attribute)))
    return None
