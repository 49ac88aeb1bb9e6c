"""The font of the window, on a machine that has no Chinese one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont

from infodesk.gui.fonts import BUNDLED, interface_font

pytestmark = pytest.mark.gui


@pytest.fixture
def bare(qapp):
    """Return the font of a machine with Latin fonts only."""
    return interface_font(["DejaVu Sans"])


def test_a_bare_machine_shows_the_shipped_face(bare):
    assert len(bare.families()) == len(BUNDLED)
    shown = QRawFont.fromFont(bare)
    assert shown.familyName() == bare.families()[0]
    assert all(
        shown.supportsCharacter(ord(character)) for character in "情况应对措施工作进展Aa19。"
    )


def test_a_rare_character_of_a_name_has_a_face_to_fall_back_on(bare):
    rare = "喆堃"
    faces = [QRawFont.fromFont(type(bare)(family)) for family in bare.families()]
    assert all(any(face.supportsCharacter(ord(each)) for face in faces) for each in rare)


def test_a_chinese_face_of_the_system_comes_first(qapp):
    assert interface_font(["Arial", "Noto Sans CJK SC"]).families() == ["Noto Sans CJK SC"]
