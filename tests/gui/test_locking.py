"""The encrypted journal in the window: turned on and off, opened, locked, unlocked."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from infodesk import encryption, safekeeping
from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Content, ItemFilter
from infodesk.gui.dialogs.backups_dialog import BackupsDialog
from infodesk.gui.dialogs.passphrase_dialog import PassphraseDialog
from infodesk.gui.dialogs.recovery_dialog import RecoveryDialog
from infodesk.gui.dialogs.security_dialog import SecurityDialog
from infodesk.gui.dialogs.settings_dialog import SettingsDialog
from infodesk.gui.errors import CrashHook
from infodesk.gui.idling import Idling
from infodesk.gui.widgets.lock_page import LockPage
from infodesk.storage import key_slots, keychain
from infodesk.workspace import Workspace
from tests.memory_keyring import plugged_in

pytestmark = pytest.mark.gui

PASSPHRASE = "九月 砖窑沟 雨停"


@pytest.fixture(autouse=True)
def nothing_unlocked(monkeypatch):
    monkeypatch.setattr(keychain, "_keys", {})
    monkeypatch.setattr(key_slots, "COST", key_slots.Cost(memory_kib=32, passes=1))


@pytest.fixture
def plain(tmp_path, clock):
    """Return an office's journal with one item."""
    path = tmp_path / "office" / "journal.infodesk"
    path.parent.mkdir()
    with Workspace(path, clock=clock) as workspace:
        workspace.settings.set("office.name", "示范县委办公室信息科")
        workspace.items.add(Content("西关镇山体滑坡", ()))
    return path


@pytest.fixture
def sealed(plain):
    """Return the same, encrypted; with its recovery code."""
    code = encryption.encrypt(plain, PASSPHRASE)
    keychain._keys.clear()
    return plain, code


def lock_page(session) -> LockPage:
    page = session.window.centralWidget()
    assert isinstance(page, LockPage)
    return page


def type_secret(page, secret):
    page.secret_edit.setText(secret)
    page.open_button.click()


def opened(qtbot, session, sealed):
    """Open the encrypted journal in the window."""
    session.start(sealed[0])
    with qtbot.waitSignal(session.opened):
        type_secret(lock_page(session), PASSPHRASE)


def locked(qtbot, session):
    """Lock the window by its key."""
    with qtbot.waitSignal(session._locking.locked):
        QTest.keyClick(session.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def last(prompts, kind):
    dialog = prompts.dialogs[-1]
    assert isinstance(dialog, kind)
    return dialog


def test_a_plain_journal_has_nothing_to_lock(qtbot, session, plain):
    session.start(plain)
    assert session.window.lock_button.isHidden()
    QTest.keyClick(session.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not session.window.is_covered
    assert session._locking is None


def test_an_encrypted_journal_asks_before_it_opens(qtbot, session, sealed):
    with qtbot.waitSignal(session.locked):
        session.start(sealed[0])
    page = lock_page(session)
    assert page.secret_edit.echoMode() == page.secret_edit.EchoMode.Password
    assert not page.open_button.isEnabled()
    type_secret(page, "别的口令什么的")
    assert "口令不对" in page.problem_label.text()
    assert session.context is None
    with qtbot.waitSignal(session.opened):
        type_secret(page, PASSPHRASE)
    assert session.window.office_label.text() == "示范县委办公室信息科"
    assert not session.window.lock_button.isHidden()
    assert session.window.stack.isVisible()


def test_chinese_can_be_typed_when_it_is_shown(qtbot, session, sealed, ime):
    session.start(sealed[0])
    page = lock_page(session)
    page.show_box.click()
    ime(page.secret_edit, PASSPHRASE)
    with qtbot.waitSignal(session.opened):
        QTest.keyClick(page.secret_edit, Qt.Key.Key_Return)


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_code(qtbot, session, prompts, sealed):
    path, code = sealed
    session.start(path)
    page = lock_page(session)
    page.code_button.click()
    assert page.show_box.isHidden()
    type_secret(page, code[:-1] + ("3" if code[-1] == "2" else "2"))
    assert "第 6 组" in page.problem_label.text()
    with qtbot.waitSignal(session.opened):
        type_secret(page, code.lower().replace("-", " "))
    dialog = last(prompts, PassphraseDialog)
    assert dialog.findChild(QLineEdit, "current_edit") is None
    dialog.ui.new_edit.setText("a new passphrase")
    dialog.ui.again_edit.setText("a new passphrase")
    dialog.ui.accept_button.click()
    assert key_slots.unlock(path, "a new passphrase")
    with pytest.raises(InfodeskError) as caught:
        key_slots.unlock(path, PASSPHRASE)
    assert caught.value.code is Code.PASSPHRASE_WRONG


def test_another_journal_can_be_opened_instead(qtbot, session, prompts, sealed, tmp_path, clock):
    other = tmp_path / "other.infodesk"
    with Workspace(other, clock=clock) as workspace:
        workspace.settings.set("office.name", "别处")
    session.start(sealed[0])
    prompts.files = [other]
    with qtbot.waitSignal(session.opened):
        lock_page(session).other_button.click()
    assert not session.window.is_covered
    assert session.window.office_label.text() == "别处"


def test_a_missing_key_file_is_said(session, prompts, sealed):
    key_slots.beside(sealed[0]).unlink()
    session.start(sealed[0])
    assert "密钥文件" in prompts.told[-1][1]
    assert "取回备份里的密钥文件" not in prompts.choices


@pytest.mark.parametrize("left", [None, b"", b"{}"])
def test_a_lost_key_file_is_taken_back_from_a_backup(qtbot, session, prompts, sealed, clock, left):
    path = sealed[0]
    encryption.unlock(path, PASSPHRASE)
    safekeeping.back_up(path, "asked", always=True, clock=clock)
    keychain._keys.clear()
    keys = key_slots.beside(path)
    good = keys.read_bytes()
    if left is None:
        keys.unlink()
    else:
        keys.write_bytes(left)
    session.start(path)
    if left is not None:
        # The file is there: what is wrong with it is seen when the passphrase is tried.
        assert "密钥文件" in prompts.told[-1][1]
    with qtbot.waitSignal(session.locked):
        prompts.choices["取回备份里的密钥文件"]()
    assert keys.read_bytes() == good
    with qtbot.waitSignal(session.opened):
        type_secret(lock_page(session), PASSPHRASE)


def test_a_destroyed_journal_is_restored_from_its_sealed_backup(
    qtbot, session, prompts, sealed, clock
):
    path = sealed[0]
    encryption.unlock(path, PASSPHRASE)
    safekeeping.back_up(path, "asked", always=True, clock=clock)
    keychain._keys.clear()
    path.write_bytes(b"\x00" * 8192)
    session.start(path)
    prompts.choices["恢复备份…"]()
    type_secret(lock_page(session), PASSPHRASE)
    dialog = last(prompts, BackupsDialog)
    qtbot.waitUntil(dialog.ui.restore_button.isEnabled)
    with qtbot.waitSignal(session.opened):
        dialog.ui.restore_button.click()
    assert session.context.workspace.items.count(ItemFilter()) == 1


def test_locking_keeps_what_was_typed_and_comes_back_to_it(qtbot, session, sealed, ime):
    opened(qtbot, session, sealed)
    page = session.window.page("items")
    page.new_item()
    ime(page.editor.title_edit, "刚写的标题")
    item = page.drafting.item.id
    title = session.window.windowTitle()
    locked(qtbot, session)
    cover = lock_page(session)
    assert not page.isVisible()
    assert session.window.windowTitle() == "infodesk"
    assert keychain._keys == {}
    with pytest.raises(InfodeskError) as caught:
        session.context.workspace.items.get(item)
    assert caught.value.code is Code.JOURNAL_LOCKED
    assert not cover.other_button.isVisible()
    type_secret(cover, "不对的口令呀呀呀")
    assert session.window.is_covered
    with qtbot.waitSignal(session._locking.unlocked):
        type_secret(cover, PASSPHRASE)
    assert page.isVisible()
    assert session.window.windowTitle() == title
    assert page.drafting.item.id == item
    assert page.editor.title_edit.toPlainText() == "刚写的标题"
    assert session.context.workspace.items.get(item).content.title == "刚写的标题"
    ime(page.editor.title_edit, "，又写")
    assert page.drafting.save()
    assert "又写" in session.context.workspace.items.get(item).content.title


def test_a_check_that_is_due_waits_for_the_lock_to_open(qtbot, session, sealed):
    opened(qtbot, session, sealed)
    page = session.window.page("items")
    page.new_item()
    locked(qtbot, session)
    page.drafting._around = None
    page.drafting.check()
    assert page.drafting._check_timer.isActive()
    with qtbot.waitSignal(page.drafting.checked), qtbot.waitSignal(session._locking.unlocked):
        type_secret(lock_page(session), PASSPHRASE)


def test_a_dialog_is_hidden_and_given_back_as_it_was(qtbot, session, prompts, sealed):
    opened(qtbot, session, sealed)
    session.show_settings()
    dialog = last(prompts, SettingsDialog)
    dialog.ui.office_edit.setText("还没写完")
    with qtbot.waitSignal(session._locking.locked):
        session._locking.lock()
    assert not dialog.isVisible()
    with qtbot.waitSignal(session._locking.unlocked):
        type_secret(lock_page(session), PASSPHRASE)
    assert dialog.isVisible()
    assert dialog.ui.office_edit.text() == "还没写完"


def test_a_locked_window_does_nothing_else(qtbot, session, sealed):
    opened(qtbot, session, sealed)
    locked(qtbot, session)
    QTest.keyClick(session.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(session.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    session.window.page("items").drafting._keep_timed_version()
    assert lock_page(session).isVisible()
    with qtbot.waitSignal(session.window.closing):
        lock_page(session).quit_button.click()
    assert session.context is None


def test_what_cannot_be_saved_is_not_locked_away(qtbot, session, sealed, ime, monkeypatch):
    opened(qtbot, session, sealed)
    page = session.window.page("items")
    page.new_item()
    ime(page.editor.title_edit, "刚写的标题")

    def full(*_arguments):
        raise InfodeskError(Code.JOURNAL_DISK_FULL, path=sealed[0])

    monkeypatch.setattr(type(session.context.workspace.items), "autosave", full)
    session._locking.lock()
    assert not session.window.is_covered
    assert page.editor.title_edit.toPlainText() == "刚写的标题"


def test_what_is_under_way_ends_before_the_journal_is_closed(qtbot, session, sealed):
    from threading import Event

    opened(qtbot, session, sealed)
    go_on, told = Event(), []

    def work(_progress):
        go_on.wait(10)
        return 1

    session._tasks.run(
        work,
        lambda result: told.append((result, session.context.workspace.is_suspended)),
        failed=told.append,
    )
    with qtbot.waitSignal(session._locking.covered):
        session._locking.lock()
    assert not session.context.workspace.is_suspended
    with qtbot.waitSignal(session._locking.locked):
        go_on.set()
    assert told == [(1, False)]


def test_a_check_of_the_journal_ends_before_the_key_is_forgotten(qtbot, session, sealed):
    opened(qtbot, session, sealed)
    session.watch.check_quietly()
    with qtbot.waitSignal(session.watch.checked), qtbot.waitSignal(session._locking.locked):
        session._locking.lock()
    assert keychain._keys == {}


def test_a_backup_is_made_before_the_key_is_forgotten(qtbot, session, sealed):
    opened(qtbot, session, sealed)
    session._warm()
    locked(qtbot, session)
    (backup,) = (sealed[0].parent / "backups").glob("*-timed.infodesk")
    assert encryption.is_encrypted(backup)
    with qtbot.waitSignal(session._locking.unlocked):
        type_secret(lock_page(session), PASSPHRASE)
    assert session._backing_up is not None


def test_nobody_touching_it_locks_it(qtbot, session, sealed):
    opened(qtbot, session, sealed)
    session.context.office.idle_minutes = 1
    session._watch()
    timer = session._locking._idling._timer
    assert timer.isActive()
    assert timer.interval() == 60_000
    timer.setInterval(1)
    with qtbot.waitSignal(session._locking.locked):
        timer.start()
    assert session.window.is_covered


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_touch_begins_the_time_anew(qtbot, session, plain, touch):
    session.start(plain)
    idling = Idling()
    handle = session.window.windowHandle()
    idling.watch(60_000)
    idling._timer.stop()
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    else:
        QTest.mouseMove(handle)
    assert idling._timer.isActive()
    # At once again it is not wound: a mouse that moves would do nothing else.
    idling._timer.stop()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert not idling._timer.isActive()
    idling.stop()
    idling._touched_at = 0.0
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert not idling._timer.isActive()


def test_a_timer_that_asks_a_locked_journal_is_no_crash(qtbot, tmp_path):
    hook = CrashHook(tmp_path)
    error = InfodeskError(Code.JOURNAL_LOCKED, path=tmp_path)
    with qtbot.assertNotEmitted(hook.crashed, wait=20):
        hook.catch(InfodeskError, error, None)
    assert not list(tmp_path.glob("crash-*"))


def security(session, prompts) -> SecurityDialog:
    session.show_settings()
    last(prompts, SettingsDialog).ui.security_button.click()
    return last(prompts, SecurityDialog)


def test_turned_on_in_the_window(qtbot, session, prompts, plain, tmp_path):
    session.start(plain)
    encryption_before = encryption.is_encrypted(plain)
    dialog = security(session, prompts)
    assert not encryption_before
    assert not dialog.ui.decrypt_button.isVisible()
    dialog.ui.encrypt_button.click()
    ask = last(prompts, PassphraseDialog)
    ask.ui.new_edit.setText("1234567")
    ask.ui.again_edit.setText("1234567")
    assert not ask.ui.accept_button.isEnabled()
    ask.ui.new_edit.setText(PASSPHRASE)
    ask.ui.again_edit.setText("别的")
    assert ask.ui.problem_label.text() == "两遍输入的不一样。"
    ask.ui.again_edit.setText(PASSPHRASE)
    with qtbot.waitSignal(session.opened):
        ask.ui.accept_button.click()
    shown = last(prompts, RecoveryDialog)
    code = shown.ui.code_label.accessibleName()
    assert encryption.is_encrypted(plain)
    assert key_slots.unlock(plain, code) == key_slots.unlock(plain, PASSPHRASE)
    shown.reject()
    assert shown.isVisible()
    prompts.save_to = tmp_path / "sheet.pdf"
    shown.ui.save_button.click()
    qtbot.waitUntil(lambda: "sheet.pdf" in shown.ui.told_label.text())
    assert prompts.save_to.read_bytes().startswith(b"%PDF")
    shown.ui.kept_box.click()
    shown.ui.done_button.click()
    assert not shown.isVisible()
    assert session.context.workspace.items.count(ItemFilter()) == 1
    assert not session.window.lock_button.isHidden()


def test_the_sheet_is_printed(qtbot, session, prompts, sealed, tmp_path):
    opened(qtbot, session, sealed)
    dialog = security(session, prompts)
    dialog.ui.code_button.click()
    shown = last(prompts, RecoveryDialog)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    shown.print_on(printer)
    qtbot.waitUntil(lambda: shown.ui.told_label.text() == "已打印。", timeout=20_000)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    with pytest.raises(InfodeskError):
        key_slots.unlock(sealed[0], sealed[1])
    shown.ui.kept_box.click()
    shown.ui.done_button.click()


def test_turned_off_in_the_window(qtbot, session, prompts, sealed):
    opened(qtbot, session, sealed)
    with qtbot.waitSignal(session.opened):
        security(session, prompts).ui.decrypt_button.click()
    assert not encryption.is_encrypted(sealed[0])
    assert not key_slots.beside(sealed[0]).exists()
    assert session.context.workspace.items.count(ItemFilter()) == 1
    assert session.window.lock_button.isHidden()


def test_a_journal_that_cannot_be_converted_opens_as_it_was(qtbot, session, prompts, plain, clock):
    session.start(plain)
    other = Workspace(plain, clock=clock)
    dialog = security(session, prompts)
    dialog.ui.encrypt_button.click()
    ask = last(prompts, PassphraseDialog)
    ask.ui.new_edit.setText(PASSPHRASE)
    ask.ui.again_edit.setText(PASSPHRASE)
    with qtbot.waitSignal(session.opened, timeout=20_000):
        ask.ui.accept_button.click()
    assert "正被另一个程序打开" in prompts.told[-1][1]
    other.close()
    assert not encryption.is_encrypted(plain)
    assert session.context.workspace.items.count(ItemFilter()) == 1


def test_the_passphrase_is_changed_by_who_knows_it(qtbot, session, prompts, sealed):
    opened(qtbot, session, sealed)
    security(session, prompts).ui.passphrase_button.click()
    dialog = last(prompts, PassphraseDialog)
    dialog.ui.current_edit.setText("不是这个口令呀")
    dialog.ui.new_edit.setText("a new passphrase")
    dialog.ui.again_edit.setText("a new passphrase")
    dialog.ui.accept_button.click()
    assert "口令不对" in dialog.ui.problem_label.text()
    assert dialog.isVisible()
    dialog.ui.current_edit.setText(PASSPHRASE)
    dialog.ui.accept_button.click()
    assert not dialog.isVisible()
    assert key_slots.unlock(sealed[0], "a new passphrase")


def test_older_backups_are_named_and_encrypted(qtbot, session, prompts, plain, clock):
    safekeeping.back_up(plain, "asked", always=True, clock=clock)
    encryption.encrypt(plain, PASSPHRASE)
    keychain._keys.clear()
    opened(qtbot, session, (plain, ""))
    dialog = security(session, prompts)
    assert dialog.ui.backups_frame.isVisible()
    assert "1 份" in dialog.ui.backups_label.text()
    dialog.ui.backups_button.click()
    qtbot.waitUntil(lambda: not session._tasks.is_busy)
    assert encryption.plain_backups(plain, clock) == []


def test_the_keyring_opens_it_at_the_start_but_not_when_locked(
    qtbot, session, prompts, sealed, monkeypatch
):
    kept = plugged_in(monkeypatch).kept
    opened(qtbot, session, sealed)
    dialog = security(session, prompts)
    assert not dialog.ui.remember_box.isChecked()
    dialog.ui.remember_box.click()
    dialog.ui.close_button.click()
    assert len(kept) == 1
    locked(qtbot, session)
    assert lock_page(session).isVisible()
    session.close()
    keychain._keys.clear()
    with qtbot.waitSignal(session.opened):
        session.start(sealed[0])
    assert not session.window.is_covered
    assert security(session, prompts).ui.remember_box.isChecked()


def test_a_pc_without_a_keyring_says_so(qtbot, session, prompts, sealed, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    opened(qtbot, session, sealed)
    dialog = security(session, prompts)
    dialog.ui.remember_box.click()
    assert "没有可用的系统密钥环" in dialog.ui.problem_label.text()
    assert not dialog.ui.remember_box.isChecked()


def test_the_minutes_are_kept_with_the_journal(qtbot, session, prompts, sealed):
    opened(qtbot, session, sealed)
    dialog = security(session, prompts)
    dialog.ui.idle_spin.setValue(10)
    dialog.ui.close_button.click()
    assert session.context.office.idle_minutes == 10
    assert session._locking._idling._timer.interval() == 600_000
    assert session.window.findChild(QLineEdit, "secret_edit") is None


def test_no_search_stays_behind_the_lock(qtbot, session, sealed):
    opened(qtbot, session, sealed)
    answers = []
    searching = session.context.searching
    searching.ask("a", lambda search: search.index.pending(), answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    session.window.search_wanted.emit()
    assert session._palette.palette is not None
    with qtbot.waitSignal(session._locking.locked):
        session._locking.lock()
    assert session._palette.palette is None
    assert searching._search is None
    session.window.search_wanted.emit()
    assert session._palette.palette is None
    with qtbot.waitSignal(session._locking.unlocked):
        type_secret(lock_page(session), PASSPHRASE)
    searching.ask("a", lambda search: search.index.pending(), answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    # The item, and the version of it that was kept before the lock.
    assert answers == [1, 2]


def test_the_command_line_works_beside_the_window(qtbot, session, sealed, tmp_path):
    opened(qtbot, session, sealed)
    page = session.window.page("items")
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("另一条\n道路抢通。", encoding="utf-8")
    command = [sys.executable, "-m", "infodesk", "add", str(tmp_path / "b.txt")]
    command += ["--journal", str(sealed[0]), "--passphrase-file", str(tmp_path / "secret")]
    subprocess.run(command, check=True, capture_output=True)
    items = session.context.workspace.items
    assert items.count(ItemFilter()) == 2
    page.new_item()
    page.editor.title_edit.setPlainText("窗口里写的")
    assert page.drafting.save()
    assert items.count(ItemFilter()) == 3
