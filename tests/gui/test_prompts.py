"""The real prompts: each opens over the window, answers, and is freed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from infodesk.gui.prompts import WindowPrompts

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qtbot, chinese):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _open_one(window: QWidget, kind: type[QDialog]) -> QDialog:
    (dialog,) = window.findChildren(kind)
    assert dialog.isVisible()
    return dialog


def _freed(window: QWidget) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not window.findChildren(QDialog)


def test_a_note_is_read_and_goes(window):
    WindowPrompts(window).inform("没有办成", "磁盘已满。")
    box = _open_one(window, QMessageBox)
    assert box.text() == "磁盘已满。"
    box.button(QMessageBox.StandardButton.Ok).click()
    assert _freed(window)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_question_is_answered(window, agrees):
    answers = []
    prompts = WindowPrompts(window)
    prompts.ask("移除", "移除吗？", accept="移除", then=lambda: answers.append(True))
    box = _open_one(window, QMessageBox)
    if agrees:
        box.defaultButton().click()
    else:
        box.button(QMessageBox.StandardButton.Cancel).click()
    assert answers == ([True] if agrees else [])
    assert _freed(window)


def test_one_of_several_ways_is_taken(window):
    taken = []
    WindowPrompts(window).choose(
        "打不开",
        "文件正在使用。",
        choices={"重试": lambda: taken.append("again"), "退出": lambda: taken.append("quit")},
    )
    box = _open_one(window, QMessageBox)
    next(button for button in box.buttons() if button.text() == "退出").click()
    assert taken == ["quit"]
    assert _freed(window)


def test_files_and_folders_are_given_as_paths(window, tmp_path):
    prompts, given = WindowPrompts(window), []
    prompts.open_files("打开", "*", then=given.extend)
    dialog = _open_one(window, QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "甲.txt")])
    dialog.close()
    assert _freed(window)
    prompts.choose_folder("导出到", tmp_path, then=given.append)
    dialog = _open_one(window, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert _freed(window)
    prompts.save_file("导出", tmp_path / "第47期.pdf", filters="*.pdf", then=given.append)
    dialog = _open_one(window, QFileDialog)
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "第47期.pdf"))
    dialog.close()
    assert _freed(window)
    assert given == [tmp_path / "甲.txt", tmp_path, tmp_path / "第47期.pdf"]
    assert all(isinstance(path, Path) for path in given)
