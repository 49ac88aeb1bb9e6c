"""Sheets: which head, foot and page numbers an official text gets, as data of ``resources/styles``.

Lengths are points, but ``top``, ``length`` and ``bottom`` which are millimetres of the paper.
"""

from __future__ import annotations

import re
import tomllib
from string import Formatter
from typing import Annotated

import msgspec

from infodesk.core.document import Face
from infodesk.core.errors import Code, InfodeskError

Points = Annotated[float, msgspec.Meta(ge=0, le=200)]
Size = Annotated[float, msgspec.Meta(ge=5, le=120)]
Thickness = Annotated[float, msgspec.Meta(ge=0, le=6)]
Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]


class SheetRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A double rule, centred on the paper (10.1).

    Attributes:
        gap: from the line above; unused at the foot of a sheet.
        apart: between both rules.
        length: in millimetres.
        thin_first: whether the thin one is the upper one.
    """

    thick: Thickness
    thin: Thickness
    apart: Thickness
    length: Annotated[float, msgspec.Meta(ge=10, le=210)]
    gap: Points = 0.0
    thin_first: bool = False


class SheetLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the head; its texts have places for fields, as ``{发文字号}``.

    Attributes:
        name: what it is, also the name of its style in Word.
        before: space above it.
        optional: left out where all its texts are empty.
        space_kept: the line below keeps its place when this one is left out.
        needs: the field without which it is left out.
        unless: the field with which it is left out.
        rule: drawn below it.
        name_face: of what follows the colon at the right end.
    """

    name: str
    size: Size
    height: Points
    before: Points = 0.0
    face: Face = Face.FANG
    tracking: Annotated[float, msgspec.Meta(ge=-5, le=100)] = 0.0
    red: bool = False
    left: str = ""
    centre: str = ""
    right: str = ""
    optional: bool = False
    space_kept: bool = False
    needs: str = ""
    unless: str = ""
    rule: SheetRule | None = None
    name_face: Face | None = None


class SheetFoot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The foot: texts with places for fields; a letter's has no rules."""

    copies_to: str = ""
    printer: str = ""
    printed: str = ""
    ruled: bool = True


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A style of sheet.

    Attributes:
        label: what the clerk chooses it by.
        blank: rows of the grid between the head and the title.
        gap: from the last line of the head down to its rule.
        rule: thickness of that rule, 0 for none.
        top: from the upper edge of the paper to the head; None begins it at the type area.
        bottom_rule: at the lower edge of the first page.
        bottom: from the lower edge of the paper up to that rule.
        first_numbered: whether the first page has its number.
        sealed: whether a seal goes on the date (7.3.5.1).
        attendance: whether lines such as 出席： are told apart (10.3).
    """

    label: str
    colour: Colour = "#C8102E"
    line: tuple[SheetLine, ...] = ()
    blank: Annotated[float, msgspec.Meta(ge=0, le=6)] = 0.0
    gap: Annotated[float, msgspec.Meta(ge=0, le=31)] = 0.0
    rule: Thickness = 0.0
    top: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    bottom_rule: SheetRule | None = None
    bottom: Annotated[float, msgspec.Meta(ge=5, le=35)] = 20.0
    first_numbered: bool = True
    sealed: bool = False
    attendance: bool = False
    foot: SheetFoot | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields its texts have places for, in order."""
        texts = [text for line in self.line for text in (line.left, line.centre, line.right)]
        if self.foot:
            texts += [self.foot.copies_to, self.foot.printer, self.foot.printed]
        return tuple(dict.fromkeys(name for text in texts for name in _names(text)))


def _names(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def sheet_from(key: str, text: str) -> Sheet:
    """Build a sheet from its TOML file.

    Args:
        key: name of the file without its suffix.
        text: what the file holds.

    Raises:
        InfodeskError: STYLE_WRONG, with the line and the key that is missing or wrong.
    """
    try:
        sheet = msgspec.convert(tomllib.loads(text), Sheet)
        for line in sheet.line:
            for each in (line.left, line.centre, line.right):
                _names(each)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        number = int(found.group(1)) if found else text.count("\n") + 1
        raise InfodeskError(Code.STYLE_WRONG, style=key, line=number, entry="TOML") from error
    except msgspec.ValidationError as error:
        entry = _entry(str(error))
        raise InfodeskError(
            Code.STYLE_WRONG, style=key, line=_line_of(text, entry), entry=entry
        ) from error
    except ValueError as error:
        lines = enumerate(text.split("\n"), start=1)
        number = next((n for n, each in lines if each.count("{") != each.count("}")), 1)
        raise InfodeskError(Code.STYLE_WRONG, style=key, line=number, entry="{}") from error
    return sheet


def _entry(message: str) -> str:
    """Return the path of the key a complaint is about, as ``line[2].size``."""
    path = re.search(r"`\$\.?([^`]*)`", message)
    name = re.search(r"field `([^`]+)`", message)
    parts = (path.group(1) if path else "", name.group(1) if name else "")
    return ".".join(part for part in parts if part) or "TOML"


def _line_of(text: str, entry: str) -> int:
    """Return the line of the file a key stands in; that of its section where it is missing."""
    lines = [line.strip() for line in text.split("\n")]
    *sections, key = entry.split(".")
    start = 0
    for section in sections:
        name, _, rest = section.partition("[")
        header = re.compile(rf"\[\[?(?:\w+\.)*{re.escape(name)}\]\]?")
        found = [n for n in range(start, len(lines)) if header.fullmatch(lines[n])]
        times = int(rest.rstrip("]")) if rest else 0
        start = found[times] if times < len(found) else start
    for number in range(start + bool(sections), len(lines)):
        if sections and lines[number].startswith("["):
            break
        if re.match(rf"{re.escape(key)}\s*=|\[\[?{re.escape(key)}\]", lines[number]):
            return number + 1
    return start + 1
