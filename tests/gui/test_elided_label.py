"""The label that ends in … where it has no room."""

from __future__ import annotations

import pytest

from infodesk.gui.widgets.elided_label import ElidedLabel

pytestmark = pytest.mark.gui

GUIDANCE = "写清目前的结果或状态：截至几时、伤者怎样、险情是否排除、何时恢复。"


def test_what_has_no_room_ends_in_dots_and_is_read_under_the_mouse(qtbot, chinese):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show()
    label.show_text(GUIDANCE)
    label.resize(label.fontMetrics().horizontalAdvance(GUIDANCE) // 2, 20)
    assert label.text().endswith("…")
    assert GUIDANCE.startswith(label.text()[:-1])
    assert label.toolTip() == GUIDANCE
    label.resize(label.fontMetrics().horizontalAdvance(GUIDANCE) + 4, 20)
    assert label.text() == GUIDANCE
    label.show_text("")
    assert label.text() == ""
