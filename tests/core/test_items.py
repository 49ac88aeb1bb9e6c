"""The text of an item and the form its hash is made of."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from infodesk.core.items import Content, Section

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(words, st.lists(st.tuples(words, words), max_size=4))
def test_the_canonical_text_is_compact_json_as_any_program_writes_it(title, sections):
    content = Content(title, tuple(Section(key, text) for key, text in sections))
    plain = [title, [list(section) for section in sections]]
    written = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    assert content.canonical() == written
