"""Data that ships with the program, read from ``resources``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from infodesk import paths

if TYPE_CHECKING:
    from infodesk.core.pinyin import Initials


def tables(folder: str) -> dict[str, dict[str, Any]]:
    """Return the TOML files of a resources folder by their stem, in the order of their names."""
    import tomllib

    files = sorted((paths.resources() / folder).glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


@cache
def initials() -> Initials:
    """Return the initials of pinyin."""
    from infodesk.core.pinyin import Initials

    table = paths.resources() / "pinyin" / "initials.txt"
    return Initials.from_text(table.read_text(encoding="utf-8"))
