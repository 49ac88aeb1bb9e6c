"""What belongs to the machine: kept whole, or the usual where nothing can be read."""

from __future__ import annotations

import pytest

from infodesk.gui import preferences
from infodesk.gui.fonts import interface_font
from infodesk.gui.preferences import FILE_NAME, Preferences
from infodesk.gui.scheme import Scheme


def test_preferences_come_back(tmp_path):
    kept = Preferences(language="en", scheme=Scheme.DARK, text_size="large", sample=True)
    preferences.save(tmp_path / "new", kept)
    assert preferences.load(tmp_path / "new") == kept


@pytest.mark.parametrize("text", ["", "[]", "{", '{"scheme": "pink"}', "null"])
def test_a_broken_file_gives_the_usual_ones(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert preferences.load(tmp_path) == Preferences()


def test_an_unknown_size_is_the_normal_one(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"text_size": "huge", "language": "zh"}', encoding="utf-8")
    assert preferences.load(tmp_path) == Preferences(language="zh")


@pytest.mark.gui
def test_the_font_of_the_system_is_taken_by_name(qapp):
    found = interface_font(["Arial", "Noto Sans CJK JP", "Noto Sans CJK SC", "PingFang SC"])
    assert found.family() == "PingFang SC"


@pytest.mark.gui
def test_without_a_chinese_font_the_shipped_one_is_taken(qapp):
    found = interface_font([])
    assert found.family() not in ("", "Arial")
