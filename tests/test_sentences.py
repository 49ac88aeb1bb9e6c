"""Every code, rule and term has its sentence in both languages, with the same placeholders."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from infodesk import messages, paths
from infodesk.core.errors import Code
from infodesk.core.journal_check import DamageKind
from infodesk.languages import LANGUAGES
from infodesk.storage.row_hashes import HASHED

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "infodesk").rglob("*.py"))
TABLES = sorted((paths.resources() / "i18n" / "messages").glob("*.toml"))


def _table(path: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _errors_made() -> Iterator[tuple[str, str, set[str]]]:
    """Yield where, which code and which parameters; calls that unpack a mapping tell nothing."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "InfodeskError"):
                continue
            given = {keyword.arg for keyword in node.keywords}
            code = node.args[0] if node.args else None
            named = isinstance(code, ast.Attribute) and ast.unparse(code.value) == "Code"
            if named and None not in given:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield where, code.attr, {name for name in given if name}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_both_languages_say_the_same_things(path: Path):
    for key, entry in _table(path).items():
        assert set(entry) == set(LANGUAGES), key
        assert all(sentence.strip() for sentence in entry.values()), key
        assert _placeholders(entry["zh"]) == _placeholders(entry["en"]), key


def test_each_code_has_its_sentence_and_each_sentence_its_code():
    table = _table(paths.resources() / "i18n" / "messages" / "errors.toml")
    assert set(table) == {code.text for code in Code}


def test_no_two_codes_share_a_name():
    assert len({code.text for code in Code}) == len(Code.__members__)


def test_each_error_gives_its_sentence_what_it_needs():
    table = _table(paths.resources() / "i18n" / "messages" / "errors.toml")
    lacking = [
        f"{where}: {name} lacks {sorted(needed - given)}"
        for where, name, given in _errors_made()
        if not (needed := _placeholders(table[Code[name].text]["zh"])) <= given
    ]
    assert lacking == []


def test_each_code_is_used_somewhere():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    assert [code.name for code in Code if f"Code.{code.name}" not in text] == []


def test_each_table_that_is_checked_has_a_name_and_each_kind_of_damage_a_sentence():
    table = _table(paths.resources() / "i18n" / "messages" / "journal.toml")
    assert {f"table-{name}" for name in HASHED} <= set(table)
    assert {f"damage-{kind}" for kind in DamageKind} == {
        key for key in table if key.startswith("damage-")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_braces_has_one_name_that_leads_back(language):
    rules = _table(paths.resources() / "i18n" / "messages" / "rules.toml")
    listed = _table(paths.resources() / "i18n" / "messages" / "placeholders.toml")
    names = [messages.known("placeholders", each, language) for each in listed]
    assert len(set(names)) == len(names)
    for rule in rules:
        shipped = messages.template("rules", rule, language)
        spelled = messages.spelled(shipped, language)
        assert messages.unspelled(spelled, language) == shipped
        if language == "zh":
            assert not re.search(r"{[a-z]+}", spelled), rule
    assert messages.unspelled("{没有的}", language) == "{没有的}"
