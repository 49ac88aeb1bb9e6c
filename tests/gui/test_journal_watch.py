"""The journal is looked over when asked and weekly by itself; what is wrong stays to be seen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from infodesk.core.items import Content, Section
from infodesk.gui import journal_watch
from infodesk.gui.journal_watch import CHECKED_AT, JournalWatch
from infodesk.storage.engine import sqlite
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


@pytest.fixture
def watch(context, landslide):
    """Return the watch over a journal with one item."""
    watch = JournalWatch(context)
    yield watch
    watch.end()


def damage(workspace):
    connection = sqlite.connect(str(workspace.path), isolation_level=None)
    connection.execute("UPDATE drafts SET body = '改过' WHERE item = 1")
    connection.close()


def test_a_sound_journal_is_said_to_be_and_noted(watch, workspace, prompts, qtbot, clock):
    with qtbot.waitSignal(watch.checked):
        watch.check()
    ((title, text),) = prompts.told
    assert title == "检查台账"
    assert "没有发现损坏" in text
    assert workspace.settings.get(CHECKED_AT) == clock.now().isoformat(timespec="milliseconds")


def test_what_is_damaged_is_named_and_the_check_stays_due(watch, workspace, prompts, status, qtbot):
    damage(workspace)
    with qtbot.waitSignals([watch.checked, status.alarm]):
        watch.check()
    dialog = prompts.last
    assert "1 处问题" in dialog.ui.summary_label.text()
    assert dialog.ui.notes_edit.toPlainText() == "草稿 1（条目 1）：内容与保存时不一致"
    assert workspace.settings.get(CHECKED_AT) == ""
    assert watch.is_due()


def test_the_weekly_check_says_something_only_where_something_is_wrong(
    watch, workspace, prompts, status, qtbot
):
    said = []
    status.alarm.connect(said.append)
    with qtbot.waitSignal(watch.checked):
        watch.check_quietly()
    assert (said, prompts.told) == ([], [])
    damage(workspace)
    with qtbot.waitSignal(watch.checked):
        watch.check_quietly()
    assert "1 处损坏" in said[0]
    assert prompts.dialogs == []


def test_a_check_is_due_after_a_week_and_where_the_clock_went_back(watch, qtbot, clock):
    assert watch.is_due()
    with qtbot.waitSignal(watch.checked):
        watch.check_quietly()
    assert not watch.is_due()
    clock.advance(days=6, hours=23)
    assert not watch.is_due()
    clock.advance(hours=1)
    assert watch.is_due()
    clock.moment -= timedelta(days=30)
    assert watch.is_due()


def test_the_check_begins_by_itself_soon_after_opening(watch, qtbot, monkeypatch):
    monkeypatch.setattr(journal_watch, "BEGIN_AFTER_MS", 1)
    with qtbot.waitSignal(watch.checked):
        watch.begin()


def test_a_clock_that_was_set_back_is_told_when_the_journal_is_opened(
    watch, workspace, status, landslide, clock
):
    workspace.items.hold(landslide.id, "科长", "核实")
    said = []
    status.alarm.connect(said.append)
    watch.begin()
    assert said == []
    clock.moment -= timedelta(days=2)
    watch.begin()
    assert "请核对电脑时间" in said[0]
    assert "2026-11-20 09:00" in said[0]


def test_a_check_is_stopped_when_the_journal_is_closed(watch, workspace, context):
    for number in range(300):
        workspace.items.add(Content(f"{number}", (Section("situation", "正文" * 500),)))
    watch.check_quietly()
    watch.end()
    assert workspace.settings.get(CHECKED_AT) == ""


def test_a_check_that_was_to_begin_does_not_after_the_journal_is_closed(
    watch, workspace, qtbot, monkeypatch
):
    monkeypatch.setattr(journal_watch, "BEGIN_AFTER_MS", 1)
    watch.begin()
    watch.end()
    with qtbot.assertNotEmitted(watch.checked, wait=50):
        pass
    assert workspace.settings.get(CHECKED_AT) == ""


def test_the_settings_begin_a_check_and_the_banner_outlives_a_save(
    session, prompts, qtbot, tmp_path, clock
):
    path = tmp_path / "office" / "journal.infodesk"
    path.parent.mkdir()
    with Workspace(path, clock=clock) as made:
        made.settings.set("office.name", "示范县委办公室信息科")
    session.start(path)
    session.context.workspace.items.add(Content("稿", (Section("situation", "正文"),)))
    damage(session.context.workspace)
    session.show_settings()
    with qtbot.waitSignal(session.watch.checked):
        prompts.last.ui.check_button.click()
    window = session._window
    assert window.alarm.isVisibleTo(window)
    session.context.status.problem.emit("")
    assert window.alarm.isVisibleTo(window)
    session.close()
    assert not window.alarm.isVisibleTo(window)
