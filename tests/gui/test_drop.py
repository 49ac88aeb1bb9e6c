"""The drop in the window: set, tried, tended by hand and by itself, never in the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from infodesk.core.drop_settings import keep_drop
from infodesk.core.drops import Drop, DropKind, DropState
from infodesk.core.stations import fingerprint
from infodesk.exchange.places import FolderPlace
from infodesk.gui.dialogs.batch_import_dialog import BatchImportDialog
from infodesk.gui.dialogs.drop_dialog import DropDialog
from infodesk.gui.dialogs.mailbox_dialog import MailboxDialog
from infodesk.gui.exchange import Exchange
from infodesk.gui.pages.exchange_page import ExchangePage
from infodesk.gui.tending import Tending
from infodesk.workspace import Workspace

pytestmark = pytest.mark.gui


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Return a folder that everyone reaches."""
    folder = tmp_path / "共享"
    folder.mkdir()
    return folder


@pytest.fixture
def tending(workspace, prompts, status):
    """Return what tends the drop of the open journal; none is set yet."""
    made = Tending(workspace, prompts, status, lambda: "zh")
    yield made
    made.end()


@pytest.fixture
def set_up(tending, share):
    """Return it with a shared folder as its drop."""
    drop = Drop(DropKind.FOLDER, str(share), send_to="上报", fetch_from="下发")
    tending.keep(drop, agreed=False)
    return tending


def choose(dialog: DropDialog, kind: str) -> None:
    dialog.ui.kind_combo.setCurrentIndex(dialog.ui.kind_combo.findData(kind))


def sync(qtbot, tending: Tending) -> tuple[object, str]:
    """Do a round and return what it told."""
    with qtbot.waitSignal(tending.ended, check_params_cb=lambda _synced, said: bool(said)) as told:
        tending.sync()
    return tuple(told.args)


def put_a_batch(share: Path, tmp_path: Path, clock) -> str:
    """Let another office put a batch into 下发; return its name."""
    from infodesk import mailing
    from infodesk.core.items import Content, Section

    (tmp_path / "市").mkdir()
    journal = tmp_path / "市" / "city.infodesk"
    with Workspace(journal, clock=clock) as city:
        item = city.items.add(Content("约稿：防汛", (Section("whole", "请报防汛情况。"),)))
        city.items.approve(item.id, "主任", despite="样例")
        city.outgoing.export([item.id], tmp_path / "市")
        drop = Drop(DropKind.FOLDER, str(share), send_to="下发", fetch_from="上报")
        keep_drop(city.settings, city.secrets, drop)
    return mailing.sync(journal, lambda _done, _of: None, clock=clock).sent[0]


def test_a_drop_is_off_until_it_is_set(tending, prompts):
    tending.show(print)
    dialog = prompts.last
    assert isinstance(dialog, DropDialog)
    assert not dialog.ui.address_edit.isVisible()
    assert not dialog.ui.active_check.isChecked()
    dialog.ui.save_button.click()
    assert tending.drop() is None
    assert not tending._timer.isActive()


def test_a_shared_folder_is_chosen_tried_and_kept(qtbot, tending, prompts, share, ime):
    tending.show_settings()
    dialog = prompts.last
    choose(dialog, "folder")
    assert not dialog.ui.password_edit.isVisible()
    prompts.folder = share
    dialog.ui.browse_button.click()
    ime(dialog.ui.send_edit, "上报")
    ime(dialog.ui.fetch_edit, "下发")
    dialog.ui.try_button.click()
    qtbot.waitUntil(dialog.ui.try_button.isEnabled)
    assert dialog.ui.told_label.text().startswith("可以用")
    dialog.ui.active_check.setChecked(True)
    dialog.ui.every_spin.setValue(5)
    dialog.ui.save_button.click()
    kept = tending.drop()
    assert (kept.address, kept.send_to, kept.fetch_from) == (str(share), "上报", "下发")
    assert kept.since == tending.workspace.clock.now().date()
    assert tending._timer.interval() == 5 * 60_000
    assert tending._timer.isActive()
    assert [path for path in share.rglob("*") if path.is_file()] == []


def test_what_does_not_work_is_said_in_the_dialog(qtbot, tending, prompts, tmp_path):
    tending.show_settings()
    dialog = prompts.last
    choose(dialog, "folder")
    dialog.ui.address_edit.setText(str(tmp_path / "没连上"))
    dialog.ui.try_button.click()
    qtbot.waitUntil(dialog.ui.try_button.isEnabled)
    assert "找不到投递箱" in dialog.ui.told_label.text()
    choose(dialog, "webdav")
    dialog.ui.address_edit.setText("https://u:p@host/")
    dialog.ui.save_button.click()
    assert "地址" in dialog.ui.told_label.text()
    assert dialog.isVisible()
    assert tending.drop() is None


def test_a_password_is_only_kept_where_that_is_agreed_to(tending, prompts, workspace):
    def save(password: str, *, agreed: bool) -> None:
        tending.show_settings()
        dialog = prompts.last
        choose(dialog, "webdav")
        dialog.ui.address_edit.setText("https://drop.example.cn/x")
        dialog.ui.user_edit.setText("county")
        dialog.ui.password_edit.setText(password)
        assert dialog.ui.plain_check.isVisible()
        dialog.ui.plain_check.setChecked(agreed)
        dialog.ui.save_button.click()

    save("secret-1", agreed=False)
    assert workspace.secrets.get("drop.secret") == ""
    assert tending.drop().secret == "secret-1"
    save("", agreed=True)
    assert workspace.secrets.get("drop.secret") == "secret-1"
    # Another server is not given the password of this one.
    tending.show_settings()
    prompts.last.ui.address_edit.setText("https://other.example.cn/x")
    prompts.last.ui.save_button.click()
    assert (tending.drop().secret, workspace.secrets.get("drop.secret")) == ("", "")


def test_a_round_sends_fetches_and_says_so_in_one_sentence(
    qtbot, set_up, prompts, status, share, tmp_path, clock, approved, workspace
):
    workspace.outgoing.export(approved[:1], tmp_path)
    name = put_a_batch(share, tmp_path, clock)
    set_up.show(print)
    dialog = prompts.last
    assert isinstance(dialog, MailboxDialog)
    assert not dialog.ui.stop_button.isVisible()
    with qtbot.waitSignal(status.note) as told:
        dialog.ui.sync_button.click()
        assert dialog.ui.stop_button.isVisible()
    assert told.args == ["投递箱：送出 1 个，收取 1 个"]
    qtbot.waitUntil(dialog.ui.sync_button.isEnabled)
    rows = [
        [dialog.ui.files_table.item(row, column).text() for column in (1, 2, 3)]
        for row in range(dialog.ui.files_table.rowCount())
    ]
    assert ["已收取，待导入", name, "下发"] in rows
    assert [state for state, _, _ in rows].count("已送出") == 1
    # Nothing was taken in by itself.
    assert "约稿：防汛" not in {row.title for row in _rows(workspace)}


def _rows(workspace):
    from infodesk.core.items import ItemFilter

    return workspace.items.rows(ItemFilter())


def test_a_fetched_batch_is_looked_at_and_taken_in_from_the_menu(
    qtbot, context, set_up, prompts, share, tmp_path, clock
):
    name = put_a_batch(share, tmp_path, clock)
    workspace = context.workspace
    sender = workspace.incoming.read(share / "下发" / name).from_office
    workspace.stations.trust(sender, fingerprint(sender), by="李明")
    sync(qtbot, set_up)
    exchange = Exchange(replace(context, tending=set_up))
    actions = {action.objectName(): action for action in exchange.actions()}
    actions["drop_action"].trigger()
    prompts.last.ui.import_button.click()
    dialog = prompts.last
    assert isinstance(dialog, BatchImportDialog)
    qtbot.waitUntil(dialog.ui.apply_button.isEnabled)
    dialog.ui.apply_button.click()
    qtbot.waitUntil(lambda: "约稿：防汛" in {row.title for row in _rows(context.workspace)})
    set_up.show(print)
    assert not prompts.last.ui.import_button.isEnabled()
    assert prompts.last.ui.files_table.item(0, 1).text() == "已收取"


def test_errors_are_a_sentence_in_the_status_line_and_no_dialog(
    qtbot, set_up, prompts, status, share
):
    share.rmdir()
    said: list[str] = []
    status.note.connect(said.append)
    for _ in range(3):
        _, sentence = sync(qtbot, set_up)
        assert "找不到投递箱" in sentence
    assert len(said) == 3
    assert (prompts.dialogs, prompts.told) == ([], [])


def test_a_missing_extra_is_a_sentence_too(qtbot, tending, status, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "webdav4.fsspec", None)
    tending.keep(Drop(DropKind.WEBDAV, "http://127.0.0.1:9/x"), agreed=False)
    with qtbot.waitSignal(status.note) as told:
        tending.sync()
    assert "infodesk[drop]" in told.args[0]
    assert not tending.is_busy


def test_it_is_tended_by_itself_only_when_that_is_on_and_stops_when_paused(
    qtbot, set_up, share, monkeypatch
):
    assert not set_up._timer.isActive()
    set_up.keep(replace(set_up.drop(), active=True), agreed=False)
    set_up._timer.setInterval(10)
    with qtbot.waitSignal(set_up.ended):
        pass
    set_up.pause()
    assert not set_up._timer.isActive()


def test_a_round_is_stopped_and_goes_on_the_next_time(
    qtbot, set_up, share, tmp_path, approved, workspace, monkeypatch
):
    for item in approved:
        workspace.outgoing.export([item], tmp_path)
    written: list[str] = []
    write = FolderPlace.write

    def slow(place, folder, name, data, tick):
        written.append(name)
        set_up.stop()
        write(place, folder, name, data, tick)

    monkeypatch.setattr(FolderPlace, "write", slow)
    with qtbot.waitSignal(set_up.ended):
        set_up.sync()
    assert len(written) == 1
    assert workspace.drop_files.files([DropState.SENT]) == []
    monkeypatch.setattr(FolderPlace, "write", write)
    synced, _ = sync(qtbot, set_up)
    assert len(synced.sent) == 3


def test_the_settings_lead_to_the_drop_and_closing_ends_it(session, prompts, tmp_path, clock):
    path = tmp_path / "office.infodesk"
    with Workspace(path, clock=clock) as made:
        made.settings.set("office.name", "示范县委办公室信息科")
    session.open(path)
    session.show_settings()
    prompts.last.ui.drop_button.click()
    assert isinstance(prompts.last, DropDialog)
    prompts.last.close()
    tended = session.context.tending
    session.close()
    assert not tended._timer.isActive()


def test_the_key_is_not_forgotten_before_a_round_has_ended(
    qtbot, session, tmp_path, clock, share, monkeypatch
):
    path = tmp_path / "office.infodesk"
    with Workspace(path, clock=clock) as made:
        made.settings.set("office.name", "示范县委办公室信息科")
    session.open(path)
    tending = session.context.tending
    tending.keep(Drop(DropKind.FOLDER, str(share)), agreed=False)
    listing, may_go_on = FolderPlace.listing, Event()

    def slow(place, folder):
        may_go_on.wait(10)
        return listing(place, folder)

    monkeypatch.setattr(FolderPlace, "listing", slow)
    with qtbot.waitSignal(tending.ended):
        tending.sync()
        tending.pause()
        assert session._is_busy()
        may_go_on.set()
    qtbot.waitUntil(lambda: not session._is_busy())


def test_a_crash_file_names_no_password():
    from infodesk.gui.errors import report

    drop = Drop(DropKind.WEBDAV, "https://host/x", user="u", secret="not-in-a-crash-file")
    with pytest.raises(ValueError, match="host") as caught:
        raise ValueError(drop)
    assert "not-in-a-crash-file" not in report(caught.type, caught.tb) + str(caught.value)


def test_nothing_is_tended_that_is_only_read(qtbot, prompts, status, tmp_path, clock, share):
    path = tmp_path / "office.infodesk"
    with Workspace(path, clock=clock) as made:
        drop = Drop(DropKind.FOLDER, str(share), active=True)
        keep_drop(made.settings, made.secrets, drop)
    with Workspace(path, clock=clock, read_only=True) as read:
        tending = Tending(read, prompts, status, lambda: "zh")
        tending.start()
        assert not tending._timer.isActive()
        tending.end()


def test_the_drop_is_opened_from_the_page_of_the_exchange(qtbot, context, set_up, prompts):
    page = ExchangePage(replace(context, tending=set_up))
    qtbot.addWidget(page)
    qtbot.mouseClick(page.drop_button, Qt.MouseButton.LeftButton)
    assert isinstance(prompts.last, MailboxDialog)
