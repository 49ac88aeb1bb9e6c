"""How a text is laid into columns: the body as it reads, and where its sections begin.

The body stands unescaped in a column of its own, so that a search finds what the clerk sees.
"""

from __future__ import annotations

import json

from infodesk.core.items import Content, Section

_quoted = json.encoder.encode_basestring_ascii
_decoder = json.JSONDecoder()


def parts_of(content: Content) -> str:
    """Return the keys of the sections and their lengths in code points, as JSON."""
    parts = (f"[{_quoted(section.key)}, {len(section.text)}]" for section in content.sections)
    return f"[{', '.join(parts)}]"


def content_of(title: str, parts: str, body: str) -> Content:
    """Return the content that was laid into columns by its title, ``parts_of`` and ``body``."""
    sections = []
    start = 0
    for key, length in _decoder.raw_decode(parts)[0]:
        sections.append(Section(key, body[start : start + length]))
        start += length + 1 if length else 0
    return Content(title, tuple(sections))
