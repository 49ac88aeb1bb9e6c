from __future__ import annotations

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from infodesk.export import quick_face
from infodesk.export.fonts import BUNDLED
from infodesk.export.quick_face import QuickFace


def read(face) -> tuple:
    metrics = [tuple(pair) for pair in face.hmetrics]
    return face.charToGlyph, face.charWidths, metrics, face.glyphPos, face.defaultWidth, face.bbox


@pytest.mark.parametrize("row", BUNDLED, ids=lambda row: row.key)
def test_a_face_read_at_once_is_the_face_reportlab_reads(fonts, row):
    path = str(fonts.font(row.key).path)
    face, slow = QuickFace(path), TTFontFace(path)
    assert read(face) == read(slow)
    some = sorted(slow.charToGlyph)[:200]
    assert face.makeSubset(some) == slow.makeSubset(some)


def test_a_map_of_another_form_is_left_to_reportlab(fonts, monkeypatch):
    monkeypatch.setattr(quick_face, "_GROUPS", -1)
    monkeypatch.setattr(quick_face, "_SEGMENTS", -1)
    path = str(fonts.font("latin").path)
    assert read(QuickFace(path)) == read(TTFontFace(path))
