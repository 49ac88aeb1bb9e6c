"""The box of text: loses no character, counts as core counts, says what it cleaned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent

from infodesk.gui.widgets.growing_edit import GrowingEdit, Mark, units_before

pytestmark = pytest.mark.gui


@pytest.fixture
def edit(qtbot, chinese):
    box = GrowingEdit()
    qtbot.addWidget(box)
    box.resize(300, 100)
    box.show()
    return box


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一行",
        "两行\n第二行\n",
        "不断行\u00a0空格",
        "𠮷野家\n😀 全角　空格",
        "a\tb",
        "<b>&amp;</b>",
    ],
)
def test_a_text_comes_back_as_it_was(edit, text):
    edit.load(text)
    assert edit.text() == text


def test_loading_is_no_edit_and_cannot_be_undone(qtbot, edit):
    with qtbot.assertNotEmitted(edit.edited):
        edit.load("原文")
    assert not edit.document().isUndoAvailable()


def test_typing_is_an_edit_and_can_be_undone(qtbot, edit, ime):
    edit.load("原文")
    with qtbot.waitSignal(edit.edited):
        ime(edit, "情况", preedit="qing")
    assert edit.text() == "情况原文"
    edit.undo()
    assert edit.text() == "原文"


def test_what_is_being_composed_is_not_yet_text(edit):
    edit.setFocus()
    QCoreApplication.sendEvent(edit, QInputMethodEvent("huapo", []))
    assert edit.is_composing
    assert edit.text() == ""
    commit = QInputMethodEvent()
    commit.setCommitString("滑坡")
    QCoreApplication.sendEvent(edit, commit)
    assert not edit.is_composing
    assert edit.text() == "滑坡"


def test_offsets_are_code_points(edit):
    edit.load("𠮷镇发生滑坡")
    edit.go_to(2, 4)
    assert edit.textCursor().selectedText() == "发生"
    assert units_before("𠮷镇", 1) == 2


def test_marks_are_shown_and_cleared(edit):
    edit.load("目前正在处理中。")
    edit.mark([Mark(0, 2, wave="#B3261E"), Mark(2, 4, ground="#E6F2EA")])
    assert [selection.cursor.selectedText() for selection in edit.extraSelections()] == [
        "目前",
        "正在",
    ]
    edit.mark([])
    assert edit.extraSelections() == []


def test_it_grows_with_its_text(edit):
    edit.load("一行")
    low = edit.height()
    edit.load("\n".join("一行" for _ in range(12)))
    assert edit.height() > low * 4


def test_pasted_text_is_cleaned_and_the_clerk_told(qtbot, edit):
    data = QMimeData()
    data.setText("滑\u200b坡\x00造成\u202e2人受伤")
    with qtbot.waitSignal(edit.cleaned) as told:
        edit.insertFromMimeData(data)
    assert edit.text() == "滑坡造成2人受伤"
    assert len(told.args[0].notes) == 2


def test_a_title_has_one_line(qtbot, chinese):
    title = GrowingEdit(single=True)
    qtbot.addWidget(title)
    data = QMimeData()
    data.setText("西关镇发生\n山体滑坡")
    title.insertFromMimeData(data)
    assert title.text() == "西关镇发生 山体滑坡"
    with qtbot.waitSignal(title.ended):
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.text() == "西关镇发生 山体滑坡"
