"""Composing an issue: by keys, by dragging, in an order that is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from infodesk.core.bulletins import IssueState
from infodesk.core.items import Content, Section
from infodesk.gui.models.approved_items import Scope
from infodesk.gui.models.item_mime import ITEMS_MIME, carried, carry
from infodesk.gui.widgets.rows_view import RowsView

pytestmark = pytest.mark.gui


def shown(page):
    return [place.item_id for place in page.items.places]


def kept(workspace, page):
    return [place.item_id for place in workspace.bulletins.get(page.issue.id).items]


@pytest.fixture
def page(bulletins_page, workspace, series, approved):
    workspace.bulletins.open_issue(series.id)
    return bulletins_page()


def index_of(page, item_id):
    assert page.approved.row(0) is not None
    return page.approved.index(page.approved.place_of(item_id))


def choose(page, item_id):
    page.picker.view.setCurrentIndex(index_of(page, item_id))


def test_the_items_to_choose_from_are_laid_out_without_a_look_at_each(bulletins_page, series):
    assert isinstance(bulletins_page().picker.view, RowsView)


def test_enter_takes_the_chosen_item_into_the_issue(page, qtbot, workspace, approved):
    for item_id in approved:
        choose(page, item_id)
        qtbot.keyClick(page.picker.view, Qt.Key.Key_Return)
    assert shown(page) == approved
    assert kept(workspace, page) == approved
    assert page.approved.rowCount() == 0
    assert page.picker.empty_label.isVisible()


def test_a_double_click_takes_an_item_into_the_issue(page, qtbot, approved):
    index = index_of(page, approved[1])
    centre = page.picker.view.visualRect(index).center()
    qtbot.mouseClick(page.picker.view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    qtbot.mouseDClick(page.picker.view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert shown(page) == [approved[1]]


def test_several_chosen_rows_come_in_the_order_shown(page, qtbot, approved):
    page.picker.view.selectAll()
    qtbot.keyClick(page.picker.view, Qt.Key.Key_Return)
    assert shown(page) == approved[::-1]


def test_alt_and_arrows_move_an_item_and_delete_takes_it_out(page, qtbot, workspace, approved):
    page.add(approved)
    first, second, third = approved
    page.panel.cards.select(third)
    qtbot.keyClick(page.panel.cards, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(workspace, page) == [first, third, second]
    assert page.panel.cards.currentIndex().row() == 1
    qtbot.keyClick(page.panel.cards, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.panel.cards, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kept(workspace, page) == [third, first, second]
    qtbot.keyClick(page.panel.cards, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kept(workspace, page) == [first, third, second]
    qtbot.keyClick(page.panel.cards, Qt.Key.Key_Delete)
    assert kept(workspace, page) == [first, second]
    assert index_of(page, third).isValid()


def test_the_order_is_still_there_when_the_page_is_built_again(page, bulletins_page, approved):
    page.add(approved)
    page.items.move(2, -2)
    assert shown(bulletins_page()) == [approved[2], approved[0], approved[1]]


def test_a_drag_carries_the_items_chosen(page, approved):
    chosen = [page.approved.index(row) for row in (2, 0)]
    assert carried(page.approved.mimeData(chosen)) == (approved[2], approved[0])


def test_a_drop_puts_an_item_before_the_row_it_fell_on(page, workspace, approved):
    page.add(approved[:2])
    move = Qt.DropAction.MoveAction
    assert page.items.dropMimeData(carry([approved[2]]), move, 1, 0, QModelIndex())
    assert kept(workspace, page) == [approved[0], approved[2], approved[1]]
    assert page.items.dropMimeData(carry([approved[0]]), move, 3, 0, QModelIndex())
    assert kept(workspace, page) == [approved[2], approved[1], approved[0]]


def drop_on(widget, point, data):
    enter = QDragEnterEvent(
        point,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dragEnterEvent(enter)
    drop = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    if enter.isAccepted():
        widget.dropEvent(drop)
    return enter.isAccepted()


def test_dropping_on_the_upper_half_of_a_card_puts_before_it(page, approved):
    page.add(approved[:2])
    second = page.panel.cards.visualRect(page.items.index(1))
    upper = QPoint(40, second.top() + 4)
    assert drop_on(page.panel.cards, upper, carry([approved[2]]))
    assert shown(page) == [approved[0], approved[2], approved[1]]
    last = page.panel.cards.visualRect(page.items.index(2))
    assert drop_on(page.panel.cards, QPoint(40, last.bottom() - 2), carry([approved[0]]))
    assert shown(page) == [approved[2], approved[1], approved[0]]


def test_dropping_on_the_zone_puts_at_the_end(page, approved):
    page.add(approved[:2])
    assert drop_on(page.panel.zone, QPoint(20, 10), carry([approved[0]]))
    assert shown(page) == [approved[1], approved[0]]


def test_what_is_not_an_item_is_not_taken(page, approved):
    page.add(approved[:1])
    foreign = carry(approved)
    foreign.removeFormat(ITEMS_MIME)
    foreign.setText("文字")
    assert not drop_on(page.panel.cards, QPoint(10, 10), foreign)
    assert not drop_on(page.panel.zone, QPoint(10, 10), foreign)
    assert shown(page) == approved[:1]


def test_an_item_that_is_not_approved_is_refused_with_a_sentence(
    page, qtbot, workspace, approved, status
):
    page.add(approved[:1])
    draft = workspace.items.add(Content("还在写的一条", (Section("whole", "正在写。"),)))
    page.picker.show_scope(Scope.ALL)
    choose(page, draft.id)
    with qtbot.waitSignal(status.problem) as told:
        qtbot.keyClick(page.picker.view, Qt.Key.Key_Return)
    assert "还在写的一条" in told.args[0]
    assert "尚未签发" in told.args[0]
    assert kept(workspace, page) == approved[:1]
    with qtbot.waitSignal(status.problem) as cleared:
        page.add(approved[1:2])
    assert cleared.args == [""]


def test_the_list_is_narrowed_by_chips_and_by_text(page, qtbot, workspace, approved):
    page.add(approved[:1])
    workspace.items.add(Content("草稿一条", (Section("whole", "饮水。"),)))
    page.picker.chips.button(Scope.APPROVED).click()
    assert page.approved.rowCount() == 3
    page.picker.chips.button(Scope.ALL).click()
    assert page.approved.rowCount() == 4
    assert page.picker.chips.button(Scope.ALL).text() == "全部 4"
    page.picker.search_edit.setText("饮水")
    qtbot.keyClick(page.picker.search_edit, Qt.Key.Key_Return)
    assert page.approved.rowCount() == 2


def test_the_editors_note_is_kept_at_a_pause_and_on_leaving(page, qtbot, ime, workspace, status):
    with qtbot.waitSignal(status.saved):
        ime(page.panel.details.note_edit, "请各单位参阅。")
    assert workspace.bulletins.get(page.issue.id).editor_note == "请各单位参阅。"
    ime(page.panel.details.note_edit, "有好做法请报来。")
    assert page.leave()
    assert "有好做法" in workspace.bulletins.get(page.issue.id).editor_note


def test_the_head_of_the_series_is_chosen_on_the_page(page, workspace):
    combo = page.panel.details.masthead_combo
    combo.setCurrentIndex(combo.findData("compact"))
    combo.activated.emit(combo.currentIndex())
    assert workspace.bulletins.series()[0].masthead == "compact"


def test_a_distribution_list_is_edited_for_the_issue_and_for_the_series(
    page, qtbot, prompts, workspace
):
    page.panel.details.distribution_button.click()
    dialog = prompts.last
    edit = dialog.ui.distribution_edit
    edit.add_button.click()
    model = edit.model
    row = model.rowCount() - 1
    model.setData(model.index(row, 0), "送")
    model.setData(model.index(row, 1), "县四大班子领导")
    model.setData(model.index(row, 2), 40)
    assert edit.sum_label.text() == "共 86 份"
    dialog.ui.series_check.setChecked(True)
    dialog.ui.save_button.click()
    kept_list = workspace.bulletins.get(page.issue.id).distribution
    assert [(each.way, each.copies) for each in kept_list] == [("报", 2), ("送", 40), ("发", 44)]
    assert workspace.bulletins.series()[0].distribution == kept_list
    assert page.panel.details.copies_field.text() == "共印 86 份"


def test_an_issue_is_started_and_discarded(page, workspace, prompts):
    page.panel.header.new_button.click()
    assert len(workspace.bulletins.issues()) == 2
    assert page.panel.header.issue_combo.currentText() == "第48期（总第1287期）"
    page.discard_action.trigger()
    assert prompts.asked
    assert [each.state for each in workspace.bulletins.issues()] == [IssueState.OPEN]
    assert page.panel.header.issue_combo.currentText() == "第47期（总第1286期）"


def test_without_a_series_the_page_invites_to_start_one(
    bulletins_page, prompts, workspace, approved
):
    page = bulletins_page()
    assert page.panel.stack.currentWidget() is page.panel.empty_page
    page.panel.start_button.click()
    dialog = prompts.last
    assert not dialog.ui.save_button.isEnabled()
    dialog.ui.name_edit.setText("示范信息")
    dialog.ui.number_spin.setValue(12)
    dialog.ui.save_button.click()
    (made,) = workspace.bulletins.series()
    assert (made.name, made.next_number, made.masthead) == ("示范信息", 12, "default")
    assert page.panel.empty_title.text() == "还没有刊期"
    page.panel.start_button.click()
    assert page.panel.header.issue_combo.currentText() == "第12期"


def test_a_series_key_taken_twice_is_refused_in_the_dialog(page, prompts, workspace):
    page.new_series_action.trigger()
    dialog = prompts.last
    dialog.ui.name_edit.setText("每日要情")
    dialog.ui.key_edit.setText("xinxi")
    dialog.ui.save_button.click()
    assert dialog.isVisible()
    assert dialog.ui.problem_label.isVisibleTo(dialog)
    assert dialog.ui.problem_label.text()
    assert len(workspace.bulletins.series()) == 1
