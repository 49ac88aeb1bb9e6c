"""Long work: beside the window, told on the main thread, stoppable."""

from __future__ import annotations

import threading

import pytest

from infodesk.core.errors import Code, InfodeskError
from infodesk.gui.tasks import Tasks

pytestmark = pytest.mark.gui


def test_work_is_done_elsewhere_and_told_here(qtbot):
    tasks, told = Tasks(), []
    task = tasks.run(
        lambda _progress: threading.get_ident(), told.append, failed=lambda _error: None
    )
    with qtbot.waitSignal(task.ended):
        pass
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] != threading.get_ident()
    tasks.finish()


def test_an_expected_error_is_told_and_not_the_result(qtbot):
    def fail(_progress):
        raise InfodeskError(Code.ITEM_EMPTY)

    tasks, told, failed = Tasks(), [], []
    tasks.run(fail, told.append, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].code is Code.ITEM_EMPTY
    assert told == []


def test_stopped_work_tells_nothing(qtbot):
    started, go_on = threading.Event(), threading.Event()

    def work(progress):
        started.set()
        go_on.wait(10)
        progress(1, 2)
        return "done"

    tasks, told, failed = Tasks(), [], []
    task = tasks.run(work, told.append, failed=failed.append)
    assert started.wait(10)
    with qtbot.waitSignal(task.ended):
        task.cancel()
        go_on.set()
    assert (told, failed) == ([], [])


def test_progress_is_told(qtbot):
    tasks, told = Tasks(), []
    gate = threading.Event()

    def work(progress):
        gate.wait(10)
        progress(1, 3)

    task = tasks.run(work, told.append, failed=told.append)
    with qtbot.waitSignal(task.progressed) as seen:
        gate.set()
    assert seen.args == [1, 3]
    tasks.finish()


def test_a_bug_reaches_the_hook_and_ends_the_task(qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr("sys.excepthook", lambda *args: caught.append(args[0]))
    tasks = Tasks()
    task = tasks.run(lambda _progress: 1 // 0, lambda _result: None, failed=lambda _error: None)
    with qtbot.waitSignal(task.ended):
        pass
    assert caught == [ZeroDivisionError]
