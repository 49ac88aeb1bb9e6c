"""Kinds and rules are changed in the window, tried as one types, exported and restored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

from infodesk.core.checking.findings import SentenceClass, Severity
from infodesk.core.items import Content, Section
from infodesk.gui.dialogs.kinds_dialog import KindsDialog
from infodesk.gui.tasks import Tasks
from infodesk.gui.widgets.profile_edit import MINIMUM, SEVERITY, STATES, TITLE
from tests.gui.test_session import journal

pytestmark = pytest.mark.gui
__all__ = ["journal"]

TEXT = "11月20日6时，西关镇砖窑沟村山体滑坡，掩埋农房3间。县应急局转移群众41人。正在处理中。"


@pytest.fixture
def dialog(qtbot, workspace, prompts):
    made = KindsDialog(workspace, prompts=prompts, tasks=Tasks(), language="zh")
    qtbot.addWidget(made)
    made.show()
    made.choose("event")
    return made


def edit(dialog):
    return dialog.ui.profile_edit


def test_every_kind_is_shown_and_read_back_unchanged(dialog, workspace):
    for key in workspace.profiles:
        dialog.choose(key)
        assert edit(dialog).profile() == workspace.profiles[key]
        assert not dialog.ui.save_button.isEnabled()


def test_a_changed_kind_is_tried_before_it_is_saved(qtbot, dialog, workspace):
    dialog.ui.sample_edit.setPlainText(TEXT)
    dialog.try_it()
    assert "工作进展 ◐ 只有套话" in dialog.ui.result_view.toPlainText()
    edit(dialog).phrases_edit.setPlainText("无、转移群众")
    edit(dialog).parts_table.item(2, TITLE).setText("最新进展")
    dialog.try_it()
    assert "最新进展" in dialog.ui.result_view.toPlainText()
    assert workspace.profiles["event"].parts[2].title == "工作进展"
    with qtbot.waitSignal(dialog.kept):
        qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert workspace.profiles["event"].parts[2].title == "最新进展"
    assert workspace.profiles["event"].empty_phrases == ("无", "转移群众")
    assert dialog.ui.kinds_list.item(0).text() == "综合情况 （本单位）"
    qtbot.mouseClick(dialog.ui.restore_button, Qt.MouseButton.LeftButton)
    assert workspace.profiles["event"] == workspace.profiles.shipped["event"]


def test_each_field_reaches_the_kind(dialog):
    fields = edit(dialog)
    fields.name_edit.setText("一般情况")
    fields.shortest_spin.setValue(10)
    fields.longest_spin.setValue(900)
    fields.parts_table.cellWidget(1, SEVERITY).setCurrentIndex(1)
    fields.parts_table.cellWidget(1, STATES).setCurrentIndex(0)
    assert isinstance(fields.parts_table.cellWidget(1, MINIMUM), QSpinBox)
    fields.parts_table.cellWidget(1, MINIMUM).setValue(33)
    fields.parts_table.setCurrentCell(1, TITLE)
    fields.cues_edit.setText("已采取、转移")
    fields.cues_edit.textEdited.emit("")
    fields.guidance_edit.setText("写清做了什么")
    fields.guidance_edit.textEdited.emit("")
    combo = fields._elements["loss"]
    combo.setCurrentIndex(combo.findData(Severity.HINT))
    found = fields.profile()
    part = found.parts[1]
    assert (found.name, found.shortest, found.longest) == ("一般情况", 10, 900)
    assert (part.severity, part.states, part.minimum) == (Severity.SHOULD, None, 33)
    assert (part.cues, part.guidance) == (("已采取", "转移"), "写清做了什么")
    assert dict(found.elements)["loss"] is Severity.HINT


def test_parts_are_added_moved_and_removed(dialog, workspace):
    fields = edit(dialog)
    fields.add_button.click()
    fields.up_button.click()
    assert [part.title for part in fields.profile().parts] == [
        "情况",
        "应对措施",
        "新部分",
        "工作进展",
    ]
    fields.remove_button.click()
    assert fields.profile().parts == workspace.profiles["event"].parts
    for _ in range(5):
        fields.remove_button.click()
    assert len(fields.profile().parts) == 1


def test_a_kind_that_cannot_be_is_refused_in_a_sentence(qtbot, dialog, workspace):
    fields = edit(dialog)
    fields.parts_table.cellWidget(0, STATES).setCurrentIndex(0)
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert dialog.ui.problem_label.text()
    assert workspace.profiles.own() == ()
    fields.parts_table.cellWidget(0, STATES).setCurrentIndex(1)
    assert fields.profile().parts[0].states is SentenceClass.SITUATION
    fields.name_edit.setText("问题")
    qtbot.mouseClick(dialog.ui.save_button, Qt.MouseButton.LeftButton)
    assert "问题" in dialog.ui.problem_label.text()


def test_a_new_kind_goes_out_as_a_file_and_comes_in_elsewhere(
    qtbot, dialog, prompts, workspace, tmp_path
):
    qtbot.mouseClick(dialog.ui.new_button, Qt.MouseButton.LeftButton)
    assert workspace.profiles.own() == ("own-1",)
    prompts.save_to = tmp_path / "ours.toml"
    qtbot.mouseClick(dialog.ui.export_button, Qt.MouseButton.LeftButton)
    text = prompts.save_to.read_text(encoding="utf-8")
    assert 'key = "own-1"' in text
    prompts.save_to.write_text(text.replace("本单位类别 1", "督查专报"), encoding="utf-8")
    prompts.files = [prompts.save_to]
    qtbot.mouseClick(dialog.ui.import_button, Qt.MouseButton.LeftButton)
    assert workspace.profiles["own-1"].name == "督查专报"
    prompts.save_to.write_text("key = 1\n", encoding="utf-8")
    qtbot.mouseClick(dialog.ui.import_button, Qt.MouseButton.LeftButton)
    assert "第 1 行" in dialog.ui.problem_label.text()
    assert workspace.profiles["own-1"].name == "督查专报"


def test_a_rule_is_weighed_reworded_switched_off_and_restored(qtbot, dialog, workspace):
    rules = dialog.rules_edit
    box = rules.weight_box("part-weak")
    box.setCurrentIndex(box.findData("hint"))
    assert workspace.rules.overrides["part-weak"].severity is Severity.HINT
    rules.choose("part-weak")
    assert "{部分}" in rules.wording_edit.placeholderText()
    rules.wording_edit.setText("“{部分}”要写实。")
    rules.wording_edit.editingFinished.emit()
    kept = workspace.rules.overrides["part-weak"]
    assert (kept.wording, kept.severity) == ("“{part}”要写实。", Severity.HINT)
    rules.wording_edit.setText("“{nonsense}”")
    rules.wording_edit.editingFinished.emit()
    assert dialog.ui.problem_label.text()
    assert workspace.rules.overrides["part-weak"] == kept
    box.setCurrentIndex(box.findData("off"))
    assert workspace.rules.overrides["part-weak"].off
    rules.restore_button.click()
    assert "part-weak" not in workspace.rules.overrides
    assert box.currentData() == ""
    assert not rules.weight_box("classified").isEnabled()


def test_the_pages_take_up_what_was_changed(qtbot, session, journal, prompts):
    session.start(journal)
    session.show_kinds()
    dialog = prompts.last
    dialog.choose("event")
    dialog.ui.profile_edit.name_edit.setText("日常情况")
    dialog.ui.save_button.click()
    dialog.ui.close_button.click()
    combo = session.window.page("items").editor.kind_combo
    assert combo.itemText(0) == "日常情况"


def test_a_kind_of_ones_own_is_removed_unless_items_are_of_it(qtbot, dialog, workspace, prompts):
    qtbot.mouseClick(dialog.ui.new_button, Qt.MouseButton.LeftButton)
    assert dialog.ui.restore_button.text() == "删除"
    item = workspace.items.add(Content("甲", (Section("situation", "乙"),)), kind="own-1")
    workspace.items.discard(item.id, "李明")
    dialog.ui.restore_button.click()
    assert prompts.asked == ["删除类别“本单位类别 1”。"]
    assert "还有条目属于类别" in dialog.ui.problem_label.text()
    assert "own-1" in workspace.profiles
    workspace.items.restore(item.id, "李明")
    kept = workspace.items.get(item.id)
    workspace.items.set_details(item.id, kept.rev, kind="event")
    dialog.ui.restore_button.click()
    assert "own-1" not in workspace.profiles
    assert dialog.ui.restore_button.text() == "恢复原样"
    assert not dialog.ui.restore_button.isEnabled()


def test_changes_to_rules_go_out_and_come_in(dialog, workspace, prompts, tmp_path):
    rules = dialog.rules_edit
    workspace.rules.change("doubled-mark", off=True)
    prompts.save_to = tmp_path / "rules.toml"
    rules.export_button.click()
    workspace.rules.restore_all()
    prompts.files = [prompts.save_to]
    rules.import_button.click()
    assert workspace.rules.overrides["doubled-mark"].off
    assert rules.weight_box("doubled-mark").currentText() == "不用"
    prompts.save_to.write_text("[no-such-rule]\n", encoding="utf-8")
    rules.import_button.click()
    assert "no-such-rule" in dialog.ui.problem_label.text()
    assert workspace.rules.overrides["doubled-mark"].off


def turn_wheel(box):
    """Turn the wheel one notch down over the middle of a box; tell whether the box took it."""
    place = box.rect().center().toPointF()
    turn = QWheelEvent(
        *(place, box.mapToGlobal(place), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase),
        False,
    )
    QCoreApplication.sendEvent(box, turn)
    return turn.isAccepted()


def test_the_wheel_goes_on_to_what_scrolls_and_changes_nothing(dialog, workspace):
    dialog.ui.tabs.setCurrentWidget(dialog.ui.rules_tab)
    assert not turn_wheel(dialog.rules_edit.weight_box("text-short"))
    assert not workspace.rules.overrides
    dialog.ui.tabs.setCurrentIndex(0)
    fields = edit(dialog)
    before = fields.profile()
    boxes = [
        fields.parts_table.cellWidget(row, column)
        for row in range(len(before.parts))
        for column in (STATES, SEVERITY, MINIMUM)
    ]
    for box in (*boxes, fields.shortest_spin, fields.longest_spin, fields._elements["loss"]):
        assert not turn_wheel(box)
    assert fields.profile() == before
    fields._elements["loss"].setFocus()
    assert turn_wheel(fields._elements["loss"])
    assert fields.profile() != before


def test_the_wheel_over_the_kind_leaves_an_item_its_kind(items_page, landslide, workspace):
    page = items_page()
    page.show()
    assert not turn_wheel(page.editor.kind_combo)
    assert workspace.items.get(landslide.id).kind == "event"
    assert page.editor.kind_combo.currentData() == "event"
