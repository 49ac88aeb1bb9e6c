"""TOML that a clerk may have changed by hand: read, or the line that is wrong named."""

from __future__ import annotations

import re
import tomllib
from typing import Any

MOST_SHOWN = 40
_SYNTAX_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_ARRAY_ENTRY = re.compile(r"(?P<table>\w+)\[(?P<index>\d+)\](?:\.(?P<name>.+))?")


class TomlWrongError(ValueError):
    """A line that is no TOML: its number from 1, and what stands there, shortened."""

    def __init__(self, line: int, entry: str) -> None:
        super().__init__(f"{line}: {entry}")
        self.line = line
        self.entry = entry


def parsed(text: str, most: int) -> dict[str, Any]:
    """Return what a TOML text says; a byte order mark before it is passed over.

    Args:
        text: the text.
        most: characters above which it is not read.

    Raises:
        TomlWrongError: it is no TOML, or longer.
    """
    if len(text) > most:
        raise TomlWrongError(1, text[:MOST_SHOWN])
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        place = _SYNTAX_PLACE.search(str(error))
        lines = text.splitlines() or [""]
        line = min(int(place[1]), len(lines)) if place else len(lines)
        raise TomlWrongError(line, lines[line - 1].strip()[:MOST_SHOWN]) from error


def line_of(entry: str, text: str) -> int:
    """Return the line an entry stands on, 0 where it is missing.

    Args:
        entry: ``name``, ``table.name``, or ``part[1].name`` for the second ``[[part]]``.
        text: the TOML text.
    """
    array = _ARRAY_ENTRY.fullmatch(entry)
    if array is not None:
        table, name, index = array["table"], array["name"] or "", int(array["index"])
    else:
        table, _, name = entry.rpartition(".")
        index = 0
    inside, seen, header = "", -1, 0
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped.partition("]")[0].strip("[] ")
            seen += inside == table
            if inside == (table or name) and (not table or seen == index):
                header = number
                if not table or not name:
                    return number
        elif (
            inside == table
            and max(seen, 0) == index
            and stripped.partition("=")[0].strip().strip('"') == name
        ):
            return number
    return header if array is not None else 0
