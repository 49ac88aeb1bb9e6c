"""A masthead as TOML text, as ``resources/mastheads`` has it and an office keeps its own."""

from __future__ import annotations

import json
import re

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.mastheads import LineSetting, Masthead, masthead_from
from infodesk.core.toml_text import TomlWrongError, line_of, parsed

LINES = ("marking", "name", "number", "imprint")
"""The lines of a head from above, by the name of their table."""

MOST_CHARACTERS = 20_000
"""Longest text that is taken for a masthead; a real one has about 500."""

_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def text_of(masthead: Masthead) -> str:
    """Return the masthead as TOML; ``masthead_of`` gives back the same one."""
    parts = [
        "# Points throughout, but rows of the page's grid.",
        f"label = {json.dumps(_UNPRINTED.sub('', masthead.label), ensure_ascii=False)}",
        f"rows = {masthead.rows}",
        f'colour = "{masthead.colour}"',
        f"gap = {masthead.gap:g}",
        f"rule = {masthead.rule:g}",
    ]
    for name in LINES:
        setting: LineSetting = getattr(masthead, name)
        parts += ["", f"[{name}]", f"size = {setting.size:g}", f"before = {setting.before:g}"]
        parts.append(f"height = {setting.height:g}")
        if setting.tracking:
            parts.append(f"tracking = {setting.tracking:g}")
    return "\n".join(parts) + "\n"


def masthead_of(key: str, text: str) -> Masthead:
    """Return the masthead a TOML text describes.

    Raises:
        InfodeskError: MASTHEAD_LINE_WRONG names the line and what is wrong on it; MASTHEAD_WRONG
            the entry that is missing.
    """
    try:
        data = parsed(text, MOST_CHARACTERS)
    except TomlWrongError as error:
        raise InfodeskError(
            Code.MASTHEAD_LINE_WRONG, masthead=key, line=error.line, entry=error.entry
        ) from error
    try:
        return masthead_from(key, data)
    except InfodeskError as error:
        entry = str(error.params["entry"])
        found = line_of(entry, text)
        if not found:
            raise
        raise InfodeskError(
            Code.MASTHEAD_LINE_WRONG, masthead=key, line=found, entry=entry
        ) from error
