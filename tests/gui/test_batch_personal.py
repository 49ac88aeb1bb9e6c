"""Personal data in a batch that is sent from the window: named, masked, or kept item by item."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from infodesk.core.batches import Direction
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, Section
from infodesk.exchange.incoming import read_batch
from infodesk.gui.exchange import Exchange
from infodesk.gui.models.personal_items import PersonalItemsModel
from infodesk.gui.pages.exchange_page import ExchangePage
from infodesk.gui.widgets import personal_box
from infodesk.gui.widgets.personal_box import PersonalBox, PersonalDelegate
from infodesk.proofs import Personal

pytestmark = pytest.mark.gui

NUMBER = "13812345678"
HURT = f"伤者身份证号 11010519491231002X，家属电话 {NUMBER}，已送医。"
LIVES = "反映人家住幸福小区3号楼2单元501室，盼尽快供水。"
PUBLIC = "全县秋粮收购过半，资金已全部到位。"


@pytest.fixture
def add(workspace):
    """Return a function that adds an approved item and returns its UUID."""

    def added(title: str, body: str) -> str:
        item = workspace.items.add(Content(title, (Section("whole", body),)), unit="西关镇")
        workspace.items.approve(item.id, "王主任", despite="试")
        return item.id

    return added


@pytest.fixture
def ask(context, prompts, tmp_path):
    """Return a function that opens the dialog with items ticked and a folder of its own."""

    def asked(*chosen: str):
        Exchange(context).send(chosen)
        dialog = prompts.last
        dialog.ui.folder_edit.setText(str(tmp_path))
        return dialog

    return asked


def rows(dialog) -> list[str]:
    model = dialog.ui.personal_box.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def written(dialog, folder):
    dialog.ui.export_button.click()
    (path,) = folder.glob("*.idb")
    return read_batch(path), dialog.ui.written_file.notes_label.text()


def tick(model, row: int) -> None:
    model.setData(model.index(row, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_what_is_masked_is_named_beforehand_and_said_afterwards(ask, add, tmp_path):
    item, other = add(f"西关镇滑坡 {NUMBER}", HURT), add("秋粮收购过半", PUBLIC)
    dialog = ask(item, other)
    box = dialog.ui.personal_box
    assert box.isVisible()
    assert box.count_label.text() == "1 条含个人信息，在文件中遮掩。"
    assert rows(dialog) == ["西关镇滑坡 138****5678\n138****5678\n110105********002X"]
    found, said = written(dialog, tmp_path)
    assert NUMBER not in found.items[0].content.body
    assert (found.privacy.masked, found.privacy.kept) == (3, ())
    assert "其中 3 处个人信息已遮掩。" in said
    assert "原样" not in said


def test_nothing_is_shown_where_nothing_is_personal(ask, add, tmp_path):
    dialog = ask(add("秋粮收购过半", PUBLIC))
    assert not dialog.ui.personal_box.isVisible()
    _, said = written(dialog, tmp_path)
    assert "个人信息" not in said


def test_a_tick_sends_that_item_as_it_stands_and_no_other(
    ask, add, tmp_path, context, workspace, qtbot
):
    first, second = add("西关镇滑坡", HURT), add("东山镇供水", LIVES)
    dialog = ask(first, second)
    view = dialog.ui.personal_box.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    found, said = written(dialog, tmp_path)
    assert NUMBER not in found.items[0].content.body
    assert found.items[1].content.body == LIVES
    assert (found.privacy.masked, found.privacy.kept) == (2, (second,))
    assert "1 条的个人信息原样报送：\n东山镇供水" in said
    page = ExchangePage(context)
    qtbot.addWidget(page)
    page.enter()
    lines = page.text_view.toPlainText().splitlines()
    assert "已遮掩 2 处" in lines
    assert "1. 西关镇滑坡 报送" in lines
    assert "2. 东山镇供水 报送 个人信息原样报送" in lines
    assert workspace.batches.get(found.id, Direction.SENT).privacy == found.privacy


def test_a_tick_that_is_taken_back_masks_again(ask, add, tmp_path, qtbot):
    dialog = ask(add("西关镇滑坡", HURT))
    view = dialog.ui.personal_box.view
    for kept in (True, False):
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert bool(dialog.ui.personal_box.kept()) is kept
    found, _ = written(dialog, tmp_path)
    assert NUMBER not in found.items[0].content.body


def test_an_item_chosen_no_more_loses_its_line_and_its_tick(ask, add):
    item = add("西关镇滑坡", HURT)
    dialog = ask(item, add("东山镇供水", LIVES))
    box = dialog.ui.personal_box
    tick(box.view.model(), 0)
    items = dialog.ui.items_view.model()
    items.toggle(items.index(1))
    assert [line.split("\n")[0] for line in rows(dialog)] == ["东山镇供水"]
    assert box.count_label.text() == "1 条含个人信息，在文件中遮掩。"
    items.toggle(items.index(1))
    assert len(rows(dialog)) == 2
    assert box.kept() == ()
    items.toggle(items.index(0))
    items.toggle(items.index(1))
    assert not box.isVisible()


def test_only_the_tick_and_its_words_are_hit_by_a_click(ask, add, qtbot):
    dialog = ask(add("西关镇滑坡", HURT))
    box = dialog.ui.personal_box
    row = box.view.visualRect(box.view.model().index(0))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(box.view.viewport(), left, pos=row.center())
    assert box.kept() == ()
    spot = row.center()
    spot.setX(row.right() - 40)
    qtbot.mouseClick(box.view.viewport(), left, pos=spot)
    assert len(box.kept()) == 1


def test_tab_reaches_the_list_after_the_items_and_it_is_read_aloud(ask, add, qtbot):
    dialog = ask(add("西关镇滑坡", HURT))
    view = dialog.ui.personal_box.view
    dialog.ui.items_view.setFocus()
    qtbot.keyClick(dialog.ui.items_view, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is view
    assert QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name) == (
        "含个人信息的条目"
    )
    index = view.model().index(0, 0)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(role).splitlines()[-1] == "遮掩"
    tick(view.model(), 0)
    assert index.data(role).splitlines()[-1] == "原样报送"


def test_many_items_are_looked_at_between_events_and_all_before_they_leave(
    ask, add, qtbot, monkeypatch
):
    monkeypatch.setattr(personal_box, "HANDFUL", 1)
    chosen = [add("秋粮收购过半", PUBLIC), add("东山镇供水", PUBLIC), add("西关镇滑坡", HURT)]
    dialog = ask(*chosen)
    assert not dialog.ui.export_button.isEnabled()
    assert dialog.ui.count_label.text() == "已选 3 条，正在查找个人信息…"
    assert not dialog.ui.personal_box.isVisible()
    qtbot.waitUntil(dialog.ui.export_button.isEnabled)
    assert dialog.ui.count_label.text() == "已选 3 条"
    assert dialog.ui.personal_box.isVisible()
    dialog.close()
    assert not dialog.ui.personal_box.is_looking


def test_what_was_looked_at_is_not_looked_at_again(chinese, qtbot):
    asked: list[str] = []

    def look(ids):
        asked.extend(ids)
        return [Personal(item, item, ("138****5678",)) for item in ids]

    box = PersonalBox()
    qtbot.addWidget(box)
    box.look = look
    box.follow(["a"])
    box.follow(["a", "b"])
    assert asked == ["a", "b"]
    assert box.view.model().rowCount() == 2


def test_items_that_cannot_be_read_are_said_in_the_dialog(ask, add):
    dialog = ask(add("西关镇滑坡", HURT), add("东山镇供水", LIVES))

    def look(_ids):
        raise InfodeskError(Code.ITEM_NOT_FOUND, item="…")

    dialog.ui.personal_box.look = look
    items = dialog.ui.items_view.model()
    items.toggle(items.index(0))
    items.toggle(items.index(0))
    assert dialog.ui.problem_label.isVisible()
    assert not dialog.ui.personal_box.is_looking


def test_a_long_list_keeps_the_room_of_the_items(chinese, qtbot):
    box = PersonalBox()
    qtbot.addWidget(box)
    box.look = lambda ids: [Personal(item, item, ("138****5678",)) for item in ids]
    assert isinstance(box.view.model(), PersonalItemsModel)
    assert isinstance(box.view.itemDelegate(), PersonalDelegate)
    box.follow(["a"])
    one = box.view.height()
    box.follow([str(number) for number in range(40)])
    assert one < box.view.height() < 3 * one
