"""Write ``initials.txt`` from pypinyin's readings: ``compile.py [--check]``.

The program carries the table instead of the library: a search needs the letters only, and reads
them in milliseconds. Data: pypinyin and pinyin-data, MIT licence.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

TABLE = Path(__file__).with_name("initials.txt")
FIRST, LAST = 0x3400, 0x9FFF
"""The characters of one plane that an item is written in."""

HEAD = """\
# The letters that Chinese characters' pinyin begins with, every reading counted. Written by
# compile.py from pypinyin and pinyin-data (github.com/mozillazg/python-pinyin, MIT licence).
"""


def table() -> str:
    """Return the table: for each letter a line of its characters in their order."""
    lines: dict[str, list[str]] = {}
    for code in sorted(PINYIN_DICT):
        if FIRST <= code <= LAST:
            readings = unicodedata.normalize("NFD", PINYIN_DICT[code]).split(",")
            for letter in sorted({letter for reading in readings if (letter := _initial(reading))}):
                lines.setdefault(letter, []).append(chr(code))
    return HEAD + "".join(f"{letter} {''.join(lines[letter])}\n" for letter in sorted(lines))


def _initial(reading: str) -> str:
    plain = "".join(mark for mark in reading if not unicodedata.combining(mark)).strip().lower()
    return plain[:1] if plain[:1].isascii() and plain[:1].isalpha() else ""


def main() -> int:
    """Write the table, or tell whether it is as it would be written."""
    if "--check" in sys.argv:
        return int(TABLE.read_text(encoding="utf-8") != table())
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
