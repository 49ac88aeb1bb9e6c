"""Backups from the window: made beside it, looked into, restored; a journal open to read only."""

from __future__ import annotations

import pytest

from infodesk.core.backups import ASKED, EXIT, TIMED
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemFilter, Section
from infodesk.gui.backing_up import BackingUp
from infodesk.gui.dialogs.backups_dialog import BackupsDialog
from infodesk.gui.tasks import Tasks
from infodesk.safekeeping import shelf_of
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


@pytest.fixture
def journal(tmp_path, clock):
    """Return a closed journal with an item and a backup of it."""
    path = tmp_path / "office" / "journal.infodesk"
    path.parent.mkdir()
    add(path, clock, "旧条目")
    with Workspace(path, clock=clock) as workspace:
        workspace.settings.set("office.name", "示范县委办公室信息科")
    shelf_of(path, clock).make(ASKED)
    clock.advance(hours=1)
    return path


def add(path, clock, title):
    with Workspace(path, clock=clock) as workspace:
        text = (Section("whole", f"{title}的情况。"),)
        workspace.items.add(Content(title, text))


def titles(path, clock):
    with Workspace(path, clock=clock) as workspace:
        return [row.title for row in workspace.items.rows(ItemFilter())]


@pytest.fixture
def backups(qtbot, session, prompts, journal):
    """Return a function that opens the dialog of the open journal and waits for its look inside."""

    def show() -> BackupsDialog:
        session.open(journal)
        session.show_settings()
        prompts.last.ui.backups_button.click()
        dialog = prompts.last
        assert isinstance(dialog, BackupsDialog)
        looked_into(qtbot, dialog)
        return dialog

    return show


def looked_into(qtbot, dialog):
    qtbot.waitUntil(dialog.ui.restore_button.isEnabled)


def cells(table, row):
    return [table.item(row, column).text() for column in range(table.columnCount())]


def test_a_backup_is_looked_into_before_it_is_restored(backups):
    dialog = backups()
    assert cells(dialog.ui.backups_table, 0)[:4] == ["2026-11-20 09:00", "手动", "1", "0"]
    assert cells(dialog.ui.backups_table, 0)[5] == "已核对"
    assert cells(dialog.ui.items_table, 0) == ["11-20 09:00", "草稿", "旧条目"]
    assert "完好" in dialog.ui.summary_label.text()


def test_a_restore_replaces_the_journal_and_keeps_the_one_before(
    qtbot, backups, session, prompts, journal, clock
):
    add(journal, clock, "新条目")
    dialog = backups()
    with qtbot.waitSignal(session.opened):
        dialog.ui.restore_button.click()
    assert "先另存为备份" in prompts.asked[-1]
    rows = session.context.workspace.items.rows(ItemFilter())
    assert [row.title for row in rows] == ["旧条目"]
    session.close()
    session.wait()
    guard = next(backup for backup in shelf_of(journal, clock).backups() if backup.is_guard)
    assert guard.contents.items == 2


def test_a_restore_that_is_not_wanted_changes_nothing(backups, session, prompts):
    prompts.agrees = False
    dialog = backups()
    dialog.ui.restore_button.click()
    assert session.context is not None
    assert dialog.isVisible()


def test_a_damaged_backup_says_so_and_cannot_be_restored(qtbot, session, prompts, journal, clock):
    path = shelf_of(journal, clock).backups()[0].path
    data = bytearray(path.read_bytes())
    data[-10] ^= 1
    path.write_bytes(data)
    session.open(journal)
    session.show_backups()
    dialog = prompts.last
    qtbot.waitUntil(lambda: "已损坏" in dialog.ui.summary_label.text())
    assert not dialog.ui.restore_button.isEnabled()


def test_a_backup_is_made_and_carried_to_the_second_place(qtbot, backups, prompts, tmp_path):
    dialog = backups()
    prompts.folder = tmp_path / "stick"
    prompts.folder.mkdir()
    dialog.ui.place_button.click()
    qtbot.waitUntil(lambda: "第二处" in dialog.ui.told_label.text())
    assert dialog.ui.backups_table.rowCount() == 2
    looked_into(qtbot, dialog)
    (folder,) = prompts.folder.iterdir()
    assert len(list(folder.glob("*.infodesk"))) == 1
    dialog.ui.no_place_button.click()
    assert dialog.ui.place_edit.text() == ""


def test_a_restore_drill_compares_the_newest_backup(qtbot, backups, journal, clock):
    add(journal, clock, "新条目")
    dialog = backups()
    assert "还没有做过" in dialog.ui.state_label.text()
    dialog.ui.drill_button.click()
    qtbot.waitUntil(lambda: "完好" in dialog.ui.told_label.text())
    assert "1 条" in dialog.ui.told_label.text()
    assert "演练在今天" in dialog.ui.state_label.text()


def test_a_month_without_a_drill_is_said(qtbot, session, journal, clock, status):
    clock.advance(days=32)
    with qtbot.waitSignal(status.note, check_params_cb=lambda text: "恢复演练" in text):
        session.open(journal)


def test_closing_makes_a_last_backup_where_something_changed(session, journal, clock):
    session.open(journal)
    session._warm()
    session.context.workspace.items.add(Content("刚写的", ()))
    session.window.close()
    session.wait()
    newest = shelf_of(journal, clock).backups()[0]
    assert (newest.why, newest.contents.items) == (EXIT, 2)
    session.open(journal)
    session._warm()
    session.window.close()
    session.wait()
    assert len(shelf_of(journal, clock).backups()) == 2


def test_the_journal_is_backed_up_every_half_hour_beside_the_window(
    qtbot, workspace, status, clock
):
    tasks = Tasks()
    watch = BackingUp(workspace.path, tasks=tasks, status=status, clock=clock, explain=str)
    watch._timer.setInterval(10)
    workspace.items.add(Content("在写", ()))
    with qtbot.waitSignal(status.note):
        watch._timer.start()
    watch.stop()
    tasks.finish()
    (made,) = shelf_of(workspace.path, clock).backups()
    assert (made.why, made.contents.items) == (TIMED, 1)


def test_a_backup_that_cannot_be_made_is_said(qtbot, workspace, status, clock):
    tasks = Tasks()
    (workspace.path.parent / "backups").write_bytes(b"in the way")
    watch = BackingUp(workspace.path, tasks=tasks, status=status, clock=clock, explain=repr)
    with qtbot.waitSignal(status.problem):
        watch.make()
    watch.stop()
    tasks.finish()


def test_a_stick_that_is_not_there_is_said_without_alarm(qtbot, context, status, clock):
    context.office.second_place = str(context.workspace.path.parent / "stick")
    watch = BackingUp(
        context.workspace.path, tasks=context.tasks, status=status, clock=clock, explain=repr
    )
    with qtbot.assertNotEmitted(status.problem):
        with qtbot.waitSignal(status.note) as told:
            watch.make()
        watch.stop()
    assert "backup-place-missing" in told.args[0]


def test_a_damaged_journal_is_restored_from_the_question(qtbot, session, prompts, journal, clock):
    journal.write_bytes(journal.read_bytes()[:5000])
    session.start(journal)
    prompts.choices["恢复备份…"]()
    dialog = prompts.last
    looked_into(qtbot, dialog)
    assert not dialog.ui.make_button.isEnabled()
    with qtbot.waitSignal(session.opened):
        dialog.ui.restore_button.click()
    assert titles(journal, clock) == ["旧条目"]


@pytest.fixture
def unwritable(journal, monkeypatch):
    """Make the journal one that cannot be written, for root too."""
    from infodesk.storage import database

    def refuse(*_):
        raise InfodeskError(Code.JOURNAL_READ_ONLY, path=journal)

    monkeypatch.setattr(database, "_opened", refuse)
    return journal


def test_a_journal_that_cannot_be_written_is_opened_to_read(
    qtbot, session, prompts, unwritable, tmp_path
):
    before = {file: file.read_bytes() for file in unwritable.parent.rglob("*") if file.is_file()}
    session.start(unwritable)
    prompts.choices["只读打开"]()
    window = session.window
    assert "只读" in window.office_label.text()
    assert "只读" in window.banner.text_label.text()
    page = window.page("items")
    assert page.drafting.item is not None
    assert not page.drafting.can_edit
    page.new_item()
    assert "只读" in window.banner.text_label.text()
    session.show_settings()
    assert not prompts.last.ui.office_edit.isEnabled()
    prompts.last.ui.save_button.click()
    session.context.office.exports = tmp_path
    session.window.close()
    session.wait()
    after = {file: file.read_bytes() for file in unwritable.parent.rglob("*") if file.is_file()}
    after.pop(unwritable.with_name(unwritable.name + ".lock"), None)
    assert after == before


def test_a_full_disk_costs_the_ballast_and_not_the_sentence(qtbot, items_page, context, ime):
    from infodesk import ballast

    page = items_page()
    page.new_item()
    assert ballast.lay_in(context.workspace.path)
    journal = context.workspace._database
    save = context.workspace._items.save_text

    def full_once(*arguments):
        if ballast.ballast_of(journal.path).exists():
            (pages,) = journal.row("PRAGMA page_count")
            journal.query(f"PRAGMA max_page_count={pages}")
            try:
                with journal.atomic():
                    for _ in range(5000):
                        journal.change(
                            "INSERT INTO settings (key, value) VALUES (hex(randomblob(40)), 'x')"
                        )
            finally:
                journal.query("PRAGMA max_page_count=1000000")
        return save(*arguments)

    context.workspace._items.save_text = full_once
    box = page.editor.title_edit
    ime(box, "十一月二十二日")
    with qtbot.waitSignal(context.status.problem, check_params_cb=lambda text: "快满" in text):
        assert page.drafting.save()
    item = context.workspace.items.get(page.drafting.item.id)
    assert item.content.title == "十一月二十二日"
    assert not ballast.ballast_of(journal.path).exists()
