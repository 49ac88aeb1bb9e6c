"""Place names, documents and speeches are kept in the window: added, read, renamed, taken out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from infodesk.core.items import Content, Section
from infodesk.gui import app as gui_app
from infodesk.gui.dialogs.kinds_dialog import KindsDialog
from infodesk.gui.preferences import Preferences
from infodesk.gui.scheme import Scheme
from infodesk.gui.tasks import Tasks
from infodesk.gui.theme import DARK, LIGHT
from infodesk.gui.widgets.references_edit import DAY, FEW, LENGTH, TITLE

pytestmark = pytest.mark.gui

SPEECH = "同志们：\n要牢牢把握高质量发展这个首要任务，把发展经济的着力点放在实体经济上。"


@pytest.fixture
def dialog(qtbot, workspace, prompts, chinese):
    made = KindsDialog(workspace, prompts=prompts, tasks=Tasks(), language="zh")
    qtbot.addWidget(made)
    made.show()
    return made


def problem(dialog):
    return dialog.ui.problem_label.text()


def shown_names(edit):
    model = edit.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def titles(edit):
    return [edit.tree.topLevelItem(row).text(TITLE) for row in range(edit.tree.topLevelItemCount())]


def test_what_is_said_of_a_text_takes_the_colours_of_another_palette(dialog, chinese):
    dialog.ui.sample_edit.setPlainText("11月20日6时，西关镇滑坡。")
    dialog.try_it()
    assert LIGHT.must.lower() in dialog.ui.result_view.toHtml().lower()
    try:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.DARK))
        assert DARK.must.lower() in dialog.ui.result_view.toHtml().lower()
    finally:
        gui_app.dress(chinese, Preferences(language="zh", scheme=Scheme.LIGHT))


def test_place_names_have_the_room_of_other_lists(dialog, workspace):
    workspace.places.add_text("老鸦窝")
    dialog.ui.tabs.setCurrentWidget(dialog.ui.places_tab)
    view = dialog.places_edit.view
    QTest.qWait(0)
    assert view.visualRect(view.model().index(0, 0)).height() == view.sizeHintForRow(0)


def test_a_pasted_list_of_names_is_kept_and_looked_through(dialog, workspace):
    edit = dialog.places_edit
    assert not edit.add_button.isEnabled()
    edit.new_edit.setPlainText("老鸦窝\t青石乡\n十八盘，西关镇\n\n黄土坎")
    edit.add_button.click()
    assert workspace.places.names == ("老鸦窝", "十八盘", "黄土坎")
    assert edit.new_edit.toPlainText() == ""
    assert edit.count_label.text() == "共 3 个，新增 3 个"
    edit.seek_edit.setText("十八")
    assert shown_names(edit) == ["十八盘"]
    edit.view.setCurrentIndex(edit.view.model().index(0, 0))
    edit.remove_button.click()
    assert workspace.places.names == ("老鸦窝", "黄土坎")
    assert not edit.remove_button.isEnabled()
    edit.seek_edit.clear()
    dialog.ui.tabs.setCurrentWidget(dialog.ui.places_tab)
    edit.view.setFocus()
    edit.view.selectAll()
    QTest.keyClick(edit.view, Qt.Key.Key_Delete)
    assert workspace.places.names == ()


def test_a_name_that_is_none_stays_in_the_box_and_is_explained(dialog, workspace):
    edit = dialog.places_edit
    dialog.ui.tabs.setCurrentWidget(dialog.ui.places_tab)
    edit.new_edit.setPlainText("黄土坎\n窝")
    edit.add_button.click()
    assert "“窝”不能作为地名" in problem(dialog)
    assert edit.new_edit.toPlainText() == "黄土坎\n窝"
    assert workspace.places.names == ()
    dialog.ui.tabs.setCurrentIndex(0)
    assert problem(dialog) == ""


def test_names_go_out_to_a_file_and_come_in(dialog, workspace, prompts, tmp_path):
    edit = dialog.places_edit
    assert not edit.export_button.isEnabled()
    file = tmp_path / "names.txt"
    file.write_text("老鸦窝\n十八盘\n", encoding="utf-8")
    prompts.files = [file]
    edit.import_button.click()
    prompts.save_to = tmp_path / "out.txt"
    edit.export_button.click()
    assert prompts.save_to.read_text("utf-8") == "老鸦窝\n十八盘\n"
    prompts.files = [tmp_path / "none.txt"]
    edit.import_button.click()
    assert "none.txt" in problem(dialog)


def test_a_name_of_the_table_counts_in_the_try_out_at_once(dialog):
    dialog.choose("urgent")
    dialog.ui.sample_edit.setPlainText("老鸦窝多户房屋进水，群众已转移。")
    dialog.try_it()
    assert "没有写明发生的地点" in dialog.ui.result_view.toPlainText()
    dialog.places_edit.new_edit.setPlainText("老鸦窝")
    dialog.places_edit.add_button.click()
    dialog.try_it()
    assert "没有写明发生的地点" not in dialog.ui.result_view.toPlainText()


def test_files_are_put_on_file_and_what_may_not_be_is_named(
    qtbot, dialog, workspace, prompts, tmp_path
):
    edit = dialog.references_edit
    files = [tmp_path / name for name in ("讲话.txt", "密件.txt", "再讲.txt", "没有.txt")]
    for file, text in zip(files, (SPEECH, f"秘密★1年\n{SPEECH}", SPEECH), strict=False):
        file.write_text(text, encoding="utf-8")
    assert len(files) > FEW
    prompts.files = files
    edit.add_button.click()
    qtbot.waitUntil(lambda: bool(titles(edit)))
    assert titles(edit) == ["讲话"]
    assert edit.text_view.toPlainText() == SPEECH
    assert edit.tree.topLevelItem(0).text(LENGTH) == str(len(SPEECH))
    assert edit.tree.topLevelItem(0).text(DAY) == f"{workspace.clock.now():%Y-%m-%d}"
    said = problem(dialog)
    assert "没有.txt" in said
    assert "密件.txt：文中有密级标志" in said
    assert "再讲.txt：同样的文字已存为“讲话”" in said


def test_files_that_are_still_read_when_the_dialog_closes_are_kept(
    qtbot, workspace, prompts, tmp_path
):
    tasks = Tasks()
    made = KindsDialog(workspace, prompts=prompts, tasks=tasks, language="zh")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.show()
    file = tmp_path / "讲话.txt"
    file.write_text(SPEECH, encoding="utf-8")
    made.references_edit.take([file])
    with qtbot.waitSignal(made.destroyed):
        made.close()
    tasks.wait()
    qtbot.waitUntil(lambda: bool(workspace.references.all()))


def test_a_text_is_renamed_and_taken_off_when_the_clerk_agrees(dialog, workspace, prompts):
    for title in ("讲话", "通知"):
        workspace.references.add(title, f"{title}：{SPEECH}")
    edit = dialog.references_edit
    edit._show()
    edit.choose(1)
    edit.tree.currentItem().setText(TITLE, "在全县大会上的讲话")
    assert titles(edit) == ["通知", "在全县大会上的讲话"]
    assert edit.tree.currentItem().text(TITLE) == "在全县大会上的讲话"
    edit.tree.currentItem().setText(TITLE, "机密★讲话")
    assert titles(edit) == ["通知", "在全县大会上的讲话"]
    assert "密级标志" in problem(dialog)
    prompts.agrees = False
    edit.remove_button.click()
    assert len(workspace.references.all()) == 2
    prompts.agrees = True
    dialog.ui.tabs.setCurrentWidget(dialog.ui.references_tab)
    edit.tree.setFocus()
    edit.tree.selectAll()
    assert not edit.rename_button.isEnabled()
    QTest.keyClick(edit.tree, Qt.Key.Key_Delete)
    assert prompts.asked == [
        "删除“在全县大会上的讲话”。以前的备份里仍有。",
        "删除选中的 2 篇。以前的备份里仍有。",
    ]
    assert workspace.references.all() == []
    assert not edit.remove_button.isEnabled()


def test_what_was_changed_holds_in_the_pages_after_the_dialog(qtbot, items_page, workspace):
    workspace.items.add(Content("进水", (Section("situation", "老鸦窝多户房屋进水。"),)))
    page = items_page()
    reports = []
    page.drafting.checked.connect(reports.append)
    qtbot.waitUntil(lambda: bool(reports))
    assert reports[-1].elements.place == ()
    workspace.places.add(["老鸦窝"])
    again = items_page()
    again.drafting.checked.connect(reports.append)
    qtbot.waitUntil(lambda: bool(reports[-1].elements.place))
