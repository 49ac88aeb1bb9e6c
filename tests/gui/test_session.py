"""Opening a journal, the first questions, the sample office, settings, closing."""

from __future__ import annotations

import pytest

from infodesk import paths
from infodesk.gui import preferences as kept_preferences
from infodesk.gui.dialogs.crash_dialog import CrashDialog
from infodesk.gui.dialogs.first_run_dialog import FirstRunDialog
from infodesk.gui.dialogs.settings_dialog import SettingsDialog
from infodesk.gui.scheme import Scheme
from infodesk.storage import instance_lock
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


@pytest.fixture
def journal(tmp_path, clock):
    path = tmp_path / "office" / "journal.infodesk"
    path.parent.mkdir()
    with Workspace(path, clock=clock) as workspace:
        workspace.settings.set("office.name", "示范县委办公室信息科")
    return path


def test_a_journal_with_a_name_opens_at_its_first_page(qtbot, session, journal):
    with qtbot.waitSignal(session.opened):
        session.start(journal)
    assert session.window.office_label.text() == "示范县委办公室信息科"
    assert session.window.stack.currentWidget() is session.window.page("items")


def test_the_first_questions_set_the_office_up(session, prompts, tmp_path):
    path = tmp_path / "new" / "journal.infodesk"
    session.start(path)
    dialog = prompts.last
    assert isinstance(dialog, FirstRunDialog)
    assert not dialog.ui.start_button.isEnabled()
    dialog.ui.office_edit.setText("示范县委办公室信息科")
    dialog.ui.superior_edit.setText("示范市委办公室")
    dialog.ui.series_edit.setText("示范信息")
    dialog.ui.number_spin.setValue(47)
    dialog.ui.total_spin.setValue(1286)
    prompts.folder = tmp_path / "exports"
    dialog.ui.exports_button.click()
    dialog.ui.start_button.click()
    context = session.context
    assert context.office.name == "示范县委办公室信息科"
    assert context.office.superior == "示范市委办公室"
    assert context.office.exports == tmp_path / "exports"
    (series,) = context.workspace.bulletins.series()
    assert (series.name, series.next_number, series.next_total) == ("示范信息", 47, 1286)
    assert series.issuer == "示范县委办公室信息科"
    assert (
        session.window.page("items").right.currentWidget() is session.window.page("items").welcome
    )


def test_the_language_is_changed_while_the_questions_are_asked(qtbot, session, prompts, tmp_path):
    session.start(tmp_path / "journal.infodesk")
    dialog = prompts.last
    with qtbot.waitSignal(session.dress_wanted) as wanted:
        dialog.ui.language_combo.setCurrentIndex(dialog.ui.language_combo.findData("en"))
    assert wanted.args[0].language == "en"
    assert session.context.language == "en"


def test_leaving_the_questions_closes_the_window(session, prompts, tmp_path):
    session.start(tmp_path / "journal.infodesk")
    prompts.last.ui.quit_button.click()
    assert not session.window.isVisible()
    assert session.context is None


def test_the_sample_office_is_tried_and_removed(qtbot, session, prompts, tmp_path):
    session.start(None)
    with qtbot.waitSignal(session.opened, timeout=60_000):
        prompts.last.ui.sample_button.click()
    sample = session.context.workspace.path
    assert sample.is_relative_to(tmp_path / "machine" / "sample")
    assert session.window.sample_button.isVisible()
    assert kept_preferences.load(tmp_path / "machine").sample
    session.window.sample_button.click()
    assert "移除" in prompts.asked[-1]
    assert not sample.exists()
    assert session.context.workspace.path == paths.default_journal()
    assert not kept_preferences.load(tmp_path / "machine").sample


def test_a_sample_office_that_cannot_be_written_leads_back(qtbot, session, prompts, tmp_path):
    session.start(None)
    (tmp_path / "machine").mkdir()
    (tmp_path / "machine" / "sample").write_text("in the way", encoding="utf-8")
    prompts.last.ui.sample_button.click()
    qtbot.waitUntil(lambda: bool(prompts.told), timeout=60_000)
    assert isinstance(prompts.last, FirstRunDialog)
    assert not session._preferences.sample


def test_a_foreign_file_is_refused_in_a_sentence_with_ways_on(session, prompts, journal, tmp_path):
    foreign = tmp_path / "照片.infodesk"
    foreign.write_bytes(b"\xff\xd8\xff\xe0 no journal" * 100)
    session.start(foreign)
    title, text = prompts.told[-1]
    assert title == "台账打不开"
    assert text
    assert foreign.read_bytes().startswith(b"\xff\xd8")
    prompts.files = [journal]
    prompts.choices["打开另一个台账…"]()
    assert session.context.workspace.path == journal


def test_a_second_window_on_the_same_journal_is_held_back(session, prompts, journal):
    lock = instance_lock.hold(journal)
    try:
        session.start(journal)
        assert session.context is None
        assert prompts.told
    finally:
        lock.release()
    prompts.choices["重试"]()
    assert session.context.workspace.path == journal


def test_closing_lets_go_of_the_journal(session, journal):
    session.start(journal)
    session.window.close()
    assert session.context is None
    instance_lock.hold(journal).release()


def test_settings_are_kept_where_they_belong(qtbot, session, prompts, journal, tmp_path, clock):
    session.start(journal)
    session.window.settings_button.click()
    dialog = prompts.last
    assert isinstance(dialog, SettingsDialog)
    dialog.ui.office_edit.setText("示范县政府办公室信息科")
    dialog.ui.clerk_edit.setText("王芳")
    assert dialog.ui.fonts_combo.currentData() == "installed"
    dialog.ui.fonts_combo.setCurrentIndex(dialog.ui.fonts_combo.findData("bundled"))
    assert not dialog.ui.code_check.isChecked()
    dialog.ui.code_check.setChecked(True)
    dialog.ui.scheme_combo.setCurrentIndex(dialog.ui.scheme_combo.findData("dark"))
    dialog.ui.size_combo.setCurrentIndex(dialog.ui.size_combo.findData("large"))
    with qtbot.waitSignal(session.dress_wanted) as wanted:
        dialog.ui.save_button.click()
    assert wanted.args[0].points == 12
    assert kept_preferences.load(tmp_path / "machine").scheme is Scheme.DARK
    assert session.window.office_label.text() == "示范县政府办公室信息科"
    session.window.close()
    with Workspace(journal, clock=clock) as again:
        assert again.settings.get("office.clerk") == "王芳"
        assert again.settings.get("office.fonts") == "bundled"
        assert again.settings.get("bulletin.audit_code") == "on"


def test_settings_keep_what_was_just_typed(session, prompts, journal, ime, clock):
    session.start(journal)
    page = session.window.page("items")
    page.new_item()
    ime(page.editor.title_edit, "刚写的标题")
    item = page.drafting.item.id
    session.show_settings()
    prompts.last.ui.save_button.click()
    assert session.context.workspace.items.get(item).content.title == "刚写的标题"


def test_keys_change_the_size_of_text(qtbot, session, journal, tmp_path):
    session.start(journal)
    for step, size in ((1, "large"), (1, "large"), (-1, "normal"), (-1, "small"), (-1, "small")):
        session.window.zoom_wanted.emit(step)
        assert session._preferences.text_size == size
    assert kept_preferences.load(tmp_path / "machine").text_size == "small"


def test_settings_left_change_nothing(qtbot, session, prompts, journal):
    session.start(journal)
    session.show_settings()
    prompts.last.ui.office_edit.setText("别的单位")
    with qtbot.assertNotEmitted(session.dress_wanted):
        prompts.last.ui.cancel_button.click()
    assert session.context.office.name == "示范县委办公室信息科"


def test_a_crash_is_shown_with_its_report(session, prompts, tmp_path):
    closed = []
    session.show_crash(tmp_path / "crash-1.txt", "details", lambda *_args: closed.append(True))
    dialog = prompts.last
    assert isinstance(dialog, CrashDialog)
    assert "crash-1.txt" in dialog.ui.path_label.text()
    dialog.ui.close_button.click()
    assert closed == [True]
