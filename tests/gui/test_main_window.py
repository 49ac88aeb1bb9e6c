"""The window around the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from infodesk.gui.main_window import MainWindow
from infodesk.gui.pages.page import Page

pytestmark = pytest.mark.gui


class RecordingPage(Page):
    """A page that tells what it was asked."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.calls: list[str] = []
        self.files: list[Path] = []
        self.can_leave = True

    def enter(self) -> None:
        self.calls.append("enter")

    def leave(self) -> bool:
        self.calls.append("leave")
        return self.can_leave

    def open_files(self, files) -> None:
        self.files += files


@pytest.fixture
def window(qtbot, chinese, status):
    made = MainWindow(status)
    qtbot.addWidget(made, before_close_func=lambda widget: setattr(widget, "_may_close", True))
    made.show()
    made.listen_to_keys()
    return made


@pytest.fixture
def opened(window):
    window.open(lambda entry: RecordingPage(entry.key), "示范县委办公室信息科", sample=False)
    return window


def test_before_a_journal_is_open_no_page_can_be_chosen(window):
    assert not any(button.isEnabled() for button in window.rail_group.buttons())
    window.go_to("items")
    assert window.stack.count() == 1
    with pytest.raises(LookupError):
        window.page("items")


def test_it_says_when_it_was_painted_once(qtbot, chinese, status):
    window = MainWindow(status)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted, wait=50):
        window.repaint()


def test_the_office_is_named(opened):
    assert opened.office_label.text() == "示范县委办公室信息科"
    assert opened.windowTitle() == "示范县委办公室信息科 — infodesk"


def test_a_page_left_keeps_what_it_holds(opened):
    items = opened.page("items")
    opened.go_to("bulletins")
    assert items.calls == ["enter", "leave"]
    assert opened.page("bulletins").calls == ["enter"]
    opened.rail_buttons["items"].click()
    assert opened.stack.currentWidget() is items


def test_pages_are_built_when_first_shown(opened):
    assert opened.stack.count() == 2
    opened.go_to("bulletins")
    assert opened.stack.count() == 3


def test_a_key_goes_to_each_page(qtbot, opened):
    with qtbot.waitActive(opened):
        opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.stack.currentWidget().key == "bulletins"


def test_closing_keeps_everything_first(qtbot, opened):
    with qtbot.waitSignal(opened.closing):
        opened.close()
    assert opened.page("items").calls[-1] == "leave"


def test_what_could_not_be_kept_stops_the_closing_until_asked(qtbot, opened, status):
    opened.page("items").can_leave = False
    with qtbot.assertNotEmitted(opened.closing):
        opened.close()
    assert opened.isVisible()
    assert opened.banner.close_button.isVisible()
    with qtbot.waitSignal(opened.closing):
        opened.banner.close_button.click()


def test_a_problem_is_shown_until_it_is_solved(opened, status):
    status.problem.emit("没有保存：磁盘已满。")
    assert opened.banner.isVisible()
    assert opened.banner.text_label.text() == "没有保存：磁盘已满。"
    assert not opened.banner.close_button.isVisible()
    status.problem.emit("")
    assert not opened.banner.isVisible()


def test_the_foot_says_when_it_was_saved(opened, status, clock):
    status.saved.emit(clock.now())
    status.note.emit("已打开 3 个文件")
    status.detail.emit("第 4 稿 · 246 字")
    assert opened.foot.saved_label.text() == "已保存 09:00:00"
    assert opened.foot.note_label.text() == "已打开 3 个文件"
    assert opened.foot.detail_label.text() == "第 4 稿 · 246 字"


def test_dropped_files_go_to_the_page_of_their_kind(opened, tmp_path):
    data = QMimeData()
    names = ("甲.docx", "乙.txt", "批次.idb", "丙.wps")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    keys = Qt.KeyboardModifier.NoModifier
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, keys)
    opened.dragEnterEvent(enter)
    assert enter.isAccepted()
    opened.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, keys))
    assert [path.name for path in opened.page("items").files] == ["甲.docx", "乙.txt", "丙.wps"]
    assert [path.name for path in opened.page("exchange").files] == ["批次.idb"]


def test_the_rail_shrinks_in_a_narrow_window(opened):
    opened.resize(1366, 768)
    wide = opened.rail.width()
    opened.resize(910, 512)
    assert opened.rail.width() < wide
    assert opened.width() == 910


def test_the_sample_office_can_be_ended(qtbot, window):
    window.open(lambda entry: RecordingPage(entry.key), "示范县", sample=True)
    assert window.sample_button.isVisible()
    with qtbot.waitSignal(window.sample_removal_wanted):
        window.sample_button.click()
