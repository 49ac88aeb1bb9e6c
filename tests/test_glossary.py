"""One word per idea, in each language."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

from infodesk import paths

GLOSSARY = paths.resources() / "i18n" / "glossary.md"
TERMS = paths.resources() / "i18n" / "messages" / "terms.toml"
ROW = re.compile(r"\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|")
ABOUT = re.compile(r"^[●◐○] | (?:it|its|back)\b(?= |$)(?<!held back)")


def _rows() -> list[tuple[set[str], set[str]]]:
    """Return the English and the Chinese forms of each line."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    found = [ROW.fullmatch(line) for line in lines if line.startswith("| ")]
    assert all(found), "a line of the table has not three columns"
    rows = [(set(m[1].split(" / ")), set(m[2].split(" / "))) for m in found if m]
    return rows[2:]


def test_no_word_stands_for_two_ideas():
    for column in (0, 1):
        counts = Counter(form for row in _rows() for form in row[column])
        assert {word for word, n in counts.items() if n > 1} == set()


def test_the_words_of_the_domain_are_there():
    english = {form for row in _rows() for form in row[0]}
    assert {"item", "section", "issue", "series", "batch", "receipt", "adoption"} <= english


def test_the_terms_shown_are_the_words_of_the_glossary():
    terms = tomllib.loads(TERMS.read_text(encoding="utf-8"))
    unknown = {
        key: (entry["zh"], entry["en"])
        for key, entry in terms.items()
        if not any(
            ABOUT.sub("", entry["zh"]) in chinese and ABOUT.sub("", entry["en"]) in english
            for english, chinese in _rows()
        )
    }
    assert unknown == {}
