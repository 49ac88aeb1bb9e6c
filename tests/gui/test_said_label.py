"""The label of elements said, left to be verified, lacking."""

from __future__ import annotations

import pytest

from infodesk.gui.widgets.said_label import SaidLabel

pytestmark = pytest.mark.gui

SAID, OPEN, LACKING = "已述 时间 地点 来源 伤亡", "待核实 损失", "缺 原因"


@pytest.fixture
def label(qtbot, chinese):
    made = SaidLabel()
    qtbot.addWidget(made)
    made.show_pieces([(SAID, "#676C74"), (OPEN, "#22507D"), (LACKING, "#8F5B00")])
    return made


def test_what_is_said_gives_way_to_what_lacks(label):
    label.resize(label.sizeHint())
    assert all(words in label.text() for words in (SAID, OPEN, LACKING))
    label.resize(label.sizeHint().width() - 1, 20)
    assert SAID not in label.text()
    assert OPEN in label.text()
    label.resize(label.minimumSizeHint())
    assert label.text().count("<span") == 1
    assert LACKING in label.text()
    assert label.toolTip().splitlines() == [SAID, OPEN, LACKING]


def test_nothing_to_name_takes_no_room(label):
    label.show_pieces([])
    assert label.isHidden()
