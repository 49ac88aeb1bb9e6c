"""What happens on a bug: one file without any item text, one dialog."""

from __future__ import annotations

import sys
import threading

import pytest

from infodesk.gui.errors import KEPT, CrashHook, report

pytestmark = pytest.mark.gui

SECRET = "西关镇砖窑沟山体滑坡"


def _crash() -> tuple:
    try:
        raise ValueError(SECRET)
    except ValueError:
        return sys.exc_info()


def test_the_crash_file_holds_the_place_but_not_the_text(qtbot, tmp_path):
    hook = CrashHook(tmp_path)
    with qtbot.waitSignal(hook.crashed) as told:
        hook.catch(*_crash())
    path, text = told.args
    assert path.read_text(encoding="utf-8") == text
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert SECRET not in text


def test_a_second_bug_shows_no_second_dialog(qtbot, tmp_path):
    hook = CrashHook(tmp_path)
    told = []
    hook.crashed.connect(lambda path, _text: told.append(path))
    hook.catch(*_crash())
    hook.catch(*_crash())
    qtbot.waitUntil(lambda: bool(told))
    hook.ready()
    hook.catch(*_crash())
    qtbot.waitUntil(lambda: len(told) == 2)
    assert len(list(tmp_path.glob("crash-*.txt"))) == 3


def test_a_bug_on_another_thread_is_told_on_the_main_thread(qtbot, tmp_path):
    hook = CrashHook(tmp_path)
    where = []
    hook.crashed.connect(lambda *_args: where.append(threading.get_ident()))
    hook.install()
    try:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(where))
    finally:
        hook.uninstall()
    assert where == [threading.get_ident()]


def test_old_crash_files_go(tmp_path):
    hook = CrashHook(tmp_path)
    for number in range(KEPT + 5):
        (tmp_path / f"crash-2020-{number:03}.txt").write_text("old", encoding="utf-8")
    hook.catch(*_crash())
    assert len(list(tmp_path.glob("crash-*.txt"))) == KEPT


def test_a_report_names_versions():
    kind, _error, trace = _crash()
    assert report(kind, trace).startswith("infodesk ")


def test_a_log_folder_that_cannot_be_written_stops_nothing(qtbot, tmp_path, caplog):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    hook = CrashHook(blocked)
    with qtbot.waitSignal(hook.crashed):
        hook.catch(*_crash())
    assert "could not be written" in caplog.text
