"""The Word file and the PDF have the same lines; asked of LibreOffice where it is installed."""

from __future__ import annotations

import zipfile
from functools import reduce
from io import BytesIO

import pytest

from infodesk.core.document import Paragraph, Role, Span
from infodesk.core.plain_page import plain
from infodesk.core.styles import OFFICE
from infodesk.export import word
from infodesk.typeset.breaking import break_lines, measure
from infodesk.typeset.characters import LIBREOFFICE
from tests.export import parity
from tests.export.stress import stress_text


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_the_fixture_is_the_shipped_file_but_for_what_is_named():
    document = plain(parity.MIXED)
    changed = parts(parity.fixture(document))
    assert changed != (shipped := parts(word.render(document)))
    for name, text in changed.items():
        back = reduce(lambda kept, change: kept.replace(*reversed(change)), parity.CHANGES, text)
        assert back == shipped[name]


def test_libreoffices_rules_are_not_words(fonts):
    text = "信" * 26 + "——后文" + "信" * 23 + "AI〔甲" + "信" * 30
    cells = measure(Paragraph(Role.BODY, (Span(text),)), OFFICE[Role.BODY], fonts.metrics)
    lines = [text[a:b] for a, b in break_lines(cells, 426.6, 442.25, LIBREOFFICE)]
    assert lines[0].endswith("—")
    assert lines[1].startswith("—")


if parity.SOFFICE:

    @pytest.mark.slow
    @pytest.mark.parametrize(
        "text",
        [parity.CHINESE, parity.MIXED, stress_text(9, 200, chinese=True)],
        ids=["chinese", "mixed", "made"],
    )
    def test_every_line_is_the_same_on_the_same_row(fonts, text):
        found = parity.compare(plain(text), fonts)
        print(found)
        assert found.placed == found.same == found.lines

    @pytest.mark.slow
    def test_a_nasty_text_of_8000_lines_has_nearly_all_lines_the_same(fonts):
        seed = 2
        print("seed", seed)
        found = parity.compare(plain(stress_text(seed, 1600)), fonts)
        print(found)
        assert found.lines > 8000
        assert found.share >= 98.5

    @pytest.mark.slow
    @pytest.mark.parametrize("wrong", [parity.wrong_pitch, parity.wrong_cell])
    def test_one_wrong_constant_is_noticed(fonts, wrong):
        document = plain(parity.MIXED)
        found = parity.compare(document, fonts, wrong(document))
        print(found)
        assert found.placed < found.lines
