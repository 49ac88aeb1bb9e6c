from __future__ import annotations

import json

from infodesk.core.items import Content, Section
from infodesk.storage.settings_store import SettingsStore
from infodesk.storage.texts import content_of, parts_of


def test_a_setting_is_what_was_set_last(journal):
    settings = SettingsStore(journal)
    assert settings.get("office") == ""
    assert settings.get("office", "无") == "无"
    settings.set("office", "甲")
    settings.set("office", "乙")
    settings.set("level", "")
    assert settings.get("office", "无") == "乙"
    assert settings.get("level", "无") == ""


def test_any_content_comes_back_from_its_columns():
    texts = ["", "一", "二\n", "\n", "", "😀\r\n“\\\"'", ""]
    for first in range(len(texts)):
        sections = tuple(Section(f"键{number}", text) for number, text in enumerate(texts[first:]))
        content = Content("题", sections)
        parts = parts_of(content)
        assert content_of("题", parts, content.body) == content
        # As it was always written, so that a text that is kept again has the same row.
        assert parts == json.dumps([[section.key, len(section.text)] for section in sections])
