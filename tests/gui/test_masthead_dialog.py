"""The masthead editor: what is changed is seen on the page, kept, and used by the series."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt, RGBColor
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from shiboken6 import delete

from infodesk.core.mastheads import masthead_from
from infodesk.gui.dialogs.masthead_dialog import MastheadDialog
from infodesk.gui.dialogs.series_dialog import SeriesDialog
from infodesk.gui.tasks import Task

pytestmark = pytest.mark.gui


@pytest.fixture
def page(bulletins_page, workspace, series, approved):
    workspace.bulletins.open_issue(series.id, approved[:2])
    return bulletins_page()


@pytest.fixture
def dialog(page, prompts, qtbot):
    page.masthead_action.trigger()
    opened = prompts.last
    assert isinstance(opened, MastheadDialog)
    with qtbot.waitSignal(opened.ui.preview.shown, timeout=20000):
        pass
    return opened


@pytest.fixture
def earlier_issue(tmp_path):
    """Return an issue of the office as Word has it."""
    document = docx.Document()
    document.add_paragraph("内部资料　注意保存")
    run = document.add_paragraph().add_run("示范要情")
    run.font.size, run.font.color.rgb = Pt(56), RGBColor(0xE6, 0, 0x12)
    document.add_paragraph("第60期（总第1300期）")
    document.add_paragraph("示范县委办公室\t2026年11月10日")
    path = tmp_path / "示范要情第60期.docx"
    document.save(path)
    return path


def text_of(dialog):
    return "".join(dialog.ui.preview.pages.getAllText(0).text().split())


def test_the_usual_head_comes_first_wherever_one_is_chosen(page, workspace):
    assert next(iter(workspace.mastheads)) == "default"
    assert page.panel.details.masthead_combo.itemText(0) == "红头（标准）"


def test_the_page_is_a_sample_with_the_texts_of_the_series(dialog):
    shown = text_of(dialog)
    assert "示范信息" in shown
    assert "第47期（总第1286期）" in shown
    assert "中共示范县委办公室" in shown
    assert "样例信息的标题" in shown
    assert dialog.ui.preview.page_count == 1


def test_a_change_is_seen_on_the_page(dialog, qtbot):
    image = dialog.ui.preview.pages.render(0, dialog.ui.preview.pages.pagePointSize(0).toSize())
    with qtbot.waitSignal(dialog.ui.preview.shown, timeout=20000):
        dialog.ui.masthead_edit.spin("name", "size").setValue(72)
    other = dialog.ui.preview.pages.render(0, dialog.ui.preview.pages.pagePointSize(0).toSize())
    assert image != other


def test_the_values_shown_are_those_of_the_masthead(dialog, workspace):
    assert dialog.ui.masthead_edit.masthead() == workspace.mastheads["default"]


def test_a_changed_head_is_kept_and_the_series_has_it(dialog, page, workspace, series, qtbot):
    dialog.ui.masthead_edit.spin("name", "size").setValue(60)
    dialog.ui.masthead_edit.rule_spin.setValue(3)
    assert dialog.ui.label_edit.text() == "《示范信息》刊头"
    dialog.ui.save_button.click()
    key = workspace.bulletins.get_series("xinxi").masthead
    kept = workspace.mastheads[key]
    assert (kept.label, kept.name.size, kept.rule) == ("《示范信息》刊头", 60, 3)
    assert kept.number == workspace.mastheads["default"].number
    combo = page.panel.details.masthead_combo
    assert combo.currentText() == "《示范信息》刊头"
    document = workspace.document(page.issue.id)
    assert document.head.lines[1].style.size_pt == 60


def test_an_own_head_is_changed_under_its_own_name(dialog, page, prompts, workspace):
    dialog.ui.save_button.click()
    page.masthead_action.trigger()
    again = prompts.last
    assert again.ui.label_edit.text() == "《示范信息》刊头"
    again.ui.masthead_edit.gap_spin.setValue(9)
    again.ui.save_button.click()
    assert len(workspace.mastheads.own()) == 1
    assert workspace.mastheads[workspace.mastheads.own()[0]].gap == 9


def test_the_name_of_a_shipped_head_is_refused_in_the_dialog(dialog, workspace, prompts):
    dialog.ui.label_edit.setText("红头（标准）")
    dialog.ui.save_button.click()
    assert dialog.isVisible()
    assert "红头（标准）" in dialog.ui.problem_label.text()
    assert workspace.mastheads.own() == ()
    dialog.ui.label_edit.setText(" ")
    assert not dialog.ui.save_button.isEnabled()


def test_a_shipped_head_is_restored(dialog, workspace):
    dialog.ui.masthead_edit.spin("name", "size").setValue(90)
    compact = next(
        action for action in dialog.ui.restore_button.menu().actions() if "紧凑" in action.text()
    )
    compact.trigger()
    assert dialog.ui.masthead_edit.masthead() == workspace.mastheads["compact"]


def test_the_rows_grow_with_the_lines_and_no_further_than_half_a_page(dialog):
    edit = dialog.ui.masthead_edit
    edit.spin("name", "before").setValue(60)
    head = edit.masthead()
    assert head.height <= head.rows * 28.95
    assert masthead_from("x", _as_data(head)) is not None
    edit.spin("name", "before").setValue(200)
    edit.spin("number", "before").setValue(200)
    assert edit.is_too_tall
    assert not dialog.ui.save_button.isEnabled()
    assert dialog.ui.problem_label.text()
    edit.spin("number", "before").setValue(0)
    assert dialog.ui.save_button.isEnabled()
    assert not dialog.ui.problem_label.isVisible()


def _as_data(head):
    lines = {
        name: {key: getattr(getattr(head, name), key) for key in ("size", "before", "height")}
        for name in ("marking", "name", "number", "imprint")
    }
    return {**lines, "rows": head.rows, "colour": head.colour, "gap": head.gap, "rule": head.rule}


def test_a_colour_is_chosen(dialog, prompts, qtbot):
    dialog.ui.masthead_edit.colour_button.click()
    chooser = prompts.last
    assert isinstance(chooser, QColorDialog)
    chooser.setCurrentColor(QColor("#e60012"))
    chooser.accept()
    assert dialog.ui.masthead_edit.masthead().colour == "#E60012"
    assert dialog.ui.masthead_edit.colour_button.text() == "#E60012"


def take_over(dialog, prompts, qtbot, path):
    prompts.files = [path]
    dialog.ui.take_over_button.click()
    qtbot.waitUntil(dialog.ui.take_over_button.isEnabled, timeout=20000)


def test_a_head_is_taken_over_and_what_was_not_seen_is_said(
    dialog, prompts, qtbot, earlier_issue, workspace
):
    take_over(dialog, prompts, qtbot, earlier_issue)
    said = dialog.ui.seen_label.text()
    assert "示范要情" in said
    assert "下期第61期" in said
    assert "下期总第1301期" in said
    assert "请核对：红线" in said
    assert dialog.ui.masthead_edit.masthead().name.size == 56
    assert not dialog.ui.texts_check.isChecked()
    dialog.ui.save_button.click()
    kept = workspace.bulletins.get_series("xinxi")
    assert workspace.mastheads[kept.masthead].colour == "#E60012"
    assert (kept.name, kept.next_number) == ("示范信息", 47)


def test_its_texts_go_into_the_series_where_that_is_wanted(
    dialog, prompts, qtbot, earlier_issue, workspace
):
    take_over(dialog, prompts, qtbot, earlier_issue)
    with qtbot.waitSignal(dialog.ui.preview.shown, timeout=20000):
        dialog.ui.texts_check.setChecked(True)
    assert "示范要情" in text_of(dialog)
    dialog.ui.save_button.click()
    kept = workspace.bulletins.get_series("xinxi")
    assert (kept.name, kept.issuer) == ("示范要情", "示范县委办公室")
    assert (kept.next_number, kept.next_total) == (61, 1301)
    assert kept.marking == "内部资料　注意保存"


def test_a_file_that_is_no_docx_is_refused_with_what_to_do(dialog, prompts, qtbot, tmp_path):
    path = tmp_path / "旧刊.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    before = dialog.ui.masthead_edit.masthead()
    take_over(dialog, prompts, qtbot, path)
    assert "另存为 .docx" in dialog.ui.problem_label.text()
    assert dialog.ui.masthead_edit.masthead() == before


def test_a_new_series_takes_its_head_and_its_texts_from_an_issue(
    page, prompts, qtbot, earlier_issue, workspace
):
    page.new_series_action.trigger()
    series_dialog = prompts.last
    assert isinstance(series_dialog, SeriesDialog)
    series_dialog.ui.head_button.click()
    head_dialog = prompts.last
    take_over(head_dialog, prompts, qtbot, earlier_issue)
    assert head_dialog.ui.texts_check.isChecked()
    head_dialog.ui.save_button.click()
    assert series_dialog.ui.name_edit.text() == "示范要情"
    assert series_dialog.ui.number_spin.value() == 61
    assert series_dialog.ui.masthead_combo.currentText() == "《示范要情》刊头"
    series_dialog.ui.save_button.click()
    made = next(each for each in workspace.bulletins.series() if each.name == "示范要情")
    assert made.masthead == workspace.mastheads.own()[0]
    assert (made.next_number, made.next_total) == (61, 1301)


def test_a_dialog_closed_while_it_reads_says_nothing(page, prompts, qtbot, earlier_issue, context):
    page.masthead_action.trigger()
    opened = prompts.last
    opened.take_over(earlier_issue)
    prompts.dialogs.remove(opened)
    delete(opened)
    qtbot.waitUntil(lambda: not context.tasks.findChildren(Task), timeout=20000)
