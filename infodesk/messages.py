"""Sentences for codes, rules and terms, in both languages, for window and command line.

They are data: ``resources/i18n/messages/*.toml``, one table per file, each entry with ``zh`` and
``en``. Core never makes a sentence; this module is the one place that looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from infodesk import paths
from infodesk.core.errors import InfodeskError

if TYPE_CHECKING:
    # The window is painted before the values of the office load; see also _worded.
    from infodesk.core.checking.findings import Finding
    from infodesk.core.journal_check import Damage


@cache
def _table(name: str) -> Mapping[str, Mapping[str, str]]:
    import tomllib

    path = paths.resources() / "i18n" / "messages" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def say(table: str, key: str, language: str, /, **params: object) -> str:
    """Return the sentence of a key, its placeholders filled.

    Raises:
        KeyError: no such sentence, or a placeholder without a value.
    """
    return _table(table)[key][language].format(**params)


def known(table: str, key: str, language: str) -> str:
    """Return the word of a key, or the key itself where an office has added it to its data."""
    entry = _table(table).get(key)
    return key if entry is None else entry[language]


def template(table: str, key: str, language: str) -> str:
    """Return a sentence with its placeholders in braces.

    Raises:
        KeyError: no such sentence.
    """
    return _table(table)[key][language]


def placeholders(table: str, key: str) -> frozenset[str]:
    """Return what a sentence names in braces.

    Raises:
        KeyError: no such sentence.
    """
    import string

    pieces = string.Formatter().parse(_table(table)[key]["zh"])
    return frozenset(name for _, name, _, _ in pieces if name)


def spelled(wording: str, language: str) -> str:
    """Return a rule's wording with what stands in braces named in a language."""
    return re.sub(r"{(\w+)}", lambda m: f"{{{known('placeholders', m[1], language)}}}", wording)


def unspelled(wording: str, language: str) -> str:
    """Return a wording that was spelled in a language as rules have it."""
    names = {entry[language]: name for name, entry in _table("placeholders").items()}
    return re.sub(r"{([^{}]+)}", lambda m: f"{{{names.get(m[1], m[1])}}}", wording)


def finding_text(finding: Finding, language: str) -> str:
    """Return what a finding says, in the office's own words where it has some."""
    if finding.wording:
        return finding.wording.format(**finding.params)
    return say("rules", finding.rule, language, **finding.params)


def flag_words(flags: Iterable[str], language: str) -> str:
    """Return what an item is marked with, in one line; empty where it is not."""
    words = (say("terms", f"flag-{flag}", language) for flag in flags)
    return ("、" if language == "zh" else ", ").join(words)


def damage_sentence(damage: Damage, language: str) -> str:
    """Return what is wrong with a journal, and where."""
    try:
        table = say("journal", f"table-{damage.table}", language)
    except KeyError:
        table = damage.table
    where = "version" if damage.version else "item" if damage.item else "row"
    if damage.table == "audit":
        where = "entry"
    params = {"row": damage.row, "item": damage.item, "version": damage.version}
    place = say("journal", f"where-{where}", language, table=table, **params).strip()
    return say(
        "journal",
        f"damage-{damage.kind}",
        language,
        where=place,
        row=damage.row,
        said=damage.said,
    )


def sentence(error: InfodeskError, language: str) -> str:
    """Return what an expected error says; states, acts and findings in it are put into words."""
    worded = {name: _worded(name, value, language) for name, value in error.params.items()}
    return say("errors", error.code.text, language, **worded)


def _worded(name: str, value: object, language: str) -> object:
    """Return the words for a state, an act, a reason or findings; anything else as it is."""
    from infodesk.core.batches import Because
    from infodesk.core.bulletins import IssueState
    from infodesk.core.checking.findings import Finding

    if isinstance(value, Because):
        return say("batch", value, language)
    if isinstance(value, tuple) and all(isinstance(each, Finding) for each in value):
        texts = dict.fromkeys(finding_text(each, language).rstrip("。.") for each in value)
        return ("；" if language == "zh" else "; ").join(texts)
    if name not in ("state", "act"):
        return value
    kind = "issue" if isinstance(value, IssueState) else {"state": "state", "act": "do"}[name]
    return say("terms", f"{kind}-{value}", language)
