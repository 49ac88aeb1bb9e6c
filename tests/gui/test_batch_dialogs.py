"""Sending a batch and taking one in, through the dialogs, from one journal into another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from infodesk.core.items import ItemState
from infodesk.core.stations import fingerprint
from infodesk.gui.context import PageContext
from infodesk.gui.exchange import Exchange
from infodesk.gui.models.batch_items import BatchItemsModel
from infodesk.gui.models.import_plan import REMARKS
from infodesk.gui.office import Office
from infodesk.workspace import Workspace
from tests.exchange.conftest import batch_of, made, text

pytestmark = pytest.mark.gui


@pytest.fixture
def exchange(context, qtbot):
    context.office.superior = "示范市委办公室"
    return Exchange(context)


@pytest.fixture
def superior(context, tmp_path, clock):
    """Return the exchange of a second office with a journal of its own, and that journal."""
    with Workspace(tmp_path / "superior.infodesk", clock=clock) as workspace:
        sender = context.workspace.stations.own()
        workspace.stations.trust(sender, fingerprint(sender))
        office = Office(workspace.settings)
        office.clerk = "王芳"
        yield (
            Exchange(
                PageContext(
                    workspace=workspace,
                    office=office,
                    prompts=context.prompts,
                    tasks=context.tasks,
                    status=context.status,
                    searching=context.searching,
                    undoing=context.undoing,
                    language="zh",
                    tending=context.tending,
                )
            ),
            workspace,
        )


def write_batch(exchange, prompts, folder):
    exchange.send()
    dialog = prompts.last
    for row in range(2):
        dialog.ui.items_view.setCurrentIndex(dialog.ui.items_view.model().index(row, 0))
        dialog.ui.items_view.model().toggle(dialog.ui.items_view.currentIndex())
    dialog.ui.folder_edit.setText(str(folder))
    dialog.ui.export_button.click()
    (path,) = folder.glob("*.idb")
    return dialog, path


def test_items_are_ticked_and_written_as_a_batch(
    exchange, prompts, tmp_path, approved, workspace, qtbot
):
    out = tmp_path / "out"
    out.mkdir()
    with qtbot.waitSignal(exchange.changed):
        dialog, path = write_batch(exchange, prompts, out)
    assert dialog.ui.stack.currentWidget() is dialog.ui.done_page
    assert path.name in dialog.ui.written_file.name_label.text()
    states = [workspace.items.get(item).state for item in approved]
    assert states == [ItemState.APPROVED, ItemState.SENT, ItemState.SENT]
    dialog.ui.written_file.open_folder_button.click()
    assert prompts.opened == [out]


def test_only_what_was_not_sent_is_offered_until_asked(exchange, prompts, tmp_path, approved):
    out = tmp_path / "out"
    out.mkdir()
    write_batch(exchange, prompts, out)
    exchange.send()
    dialog = prompts.last
    assert dialog.ui.items_view.model().rowCount() == 1
    dialog.ui.unsent_check.setChecked(False)
    assert dialog.ui.items_view.model().rowCount() == 3
    dialog.ui.search_edit.setText("饮水")
    assert dialog.ui.items_view.model().rowCount() == 1


def test_space_ticks_and_nothing_is_written_without_a_tick(exchange, prompts, qtbot, approved):
    exchange.send()
    dialog = prompts.last
    assert not dialog.ui.export_button.isEnabled()
    view = dialog.ui.items_view
    qtbot.waitExposed(dialog)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.model().chosen() == [approved[2]]
    assert dialog.ui.export_button.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.model().chosen() == []


def test_a_click_on_a_row_ticks_it(exchange, prompts, qtbot, approved):
    exchange.send()
    view = prompts.last.ui.items_view
    centre = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert view.model().chosen() == [approved[1]]


def test_a_folder_that_is_not_there_is_said_in_the_dialog(exchange, prompts, tmp_path, approved):
    exchange.send([approved[0]])
    dialog = prompts.last
    dialog.ui.folder_edit.setText(str(tmp_path / "没有" / "这里"))
    dialog.ui.export_button.click()
    assert dialog.isVisible()
    assert dialog.ui.problem_label.text()
    assert dialog.ui.stack.currentWidget() is dialog.ui.ask_page


def test_what_the_sender_marked_is_seen_before_it_is_taken_in(
    exchange, superior, prompts, tmp_path
):
    batch = batch_of(text("甲", "一。"), text("乙", "二。"))
    first = replace(batch.items[0], flags=("despite", "again"))
    path = tmp_path / "来文.idb"
    path.write_bytes(made(replace(batch, items=(first, batch.items[1]))))
    above, _ = superior
    prompts.files = [path]
    above.take_in()
    prompts.last.ui.choose_button.click()
    model = prompts.last.ui.plan_view.model()
    remarks = [model.index(row, REMARKS).data() for row in range(model.rowCount())]
    assert remarks == ["缺项仍签发、再次报送", ""]


def test_a_batch_goes_from_one_journal_into_another_and_counts_once(
    exchange, superior, prompts, tmp_path, approved, qtbot
):
    out = tmp_path / "out"
    out.mkdir()
    _, path = write_batch(exchange, prompts, out)
    above, journal = superior
    prompts.files = [path]
    above.take_in()
    dialog = prompts.last
    dialog.ui.choose_button.click()
    assert dialog.ui.stack.currentWidget() is dialog.ui.plan_page
    model = dialog.ui.plan_view.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["新增", "新增"]
    assert dialog.ui.apply_button.text() == "导入 2 条"
    with qtbot.waitSignal(above.changed):
        dialog.ui.apply_button.click()
    assert dialog.ui.result_label.text() == "已导入 2 条。"
    assert journal.items.get(approved[2]).content.title == "农村饮水安全巩固"
    assert journal.items.get(approved[2]).state is ItemState.DRAFT

    above.take_in(path)
    again = prompts.last
    assert not again.ui.apply_button.isEnabled()
    assert "以前已导入" in again.ui.summary_label.text()


def test_a_damaged_file_is_refused_with_its_reason(superior, prompts, tmp_path):
    above, _ = superior
    path = tmp_path / "坏了.idb"
    path.write_bytes(b"PK\x03\x04 not a batch")
    above.take_in(path)
    dialog = prompts.last
    assert dialog.ui.stack.currentWidget() is dialog.ui.choose_page
    assert dialog.ui.problem_label.text().startswith("坏了.idb")


def test_a_dropped_file_is_looked_into(exchange, superior, prompts, tmp_path, approved):
    out = tmp_path / "out"
    out.mkdir()
    _, path = write_batch(exchange, prompts, out)
    above, journal = superior
    above.take_in()
    dialog = prompts.last
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    assert dialog.ui.plan_view.model().rowCount() == 2
    dialog.ui.leave_button.click()
    assert not dialog.isVisible()
    assert journal.items.units() == []


def test_a_text_changed_here_is_shown_as_conflicting_and_kept(
    exchange, superior, prompts, tmp_path, approved
):
    out = tmp_path / "out"
    out.mkdir()
    _, path = write_batch(exchange, prompts, out)
    above, journal = superior
    taken = above._read(path)
    above._apply(taken)
    ours = journal.items.get(approved[2])
    journal.items.autosave(ours.id, replace(ours.content, title="我方改过的标题"), ours.rev)
    second = tmp_path / "second"
    second.mkdir()
    exchange.send([approved[2]])
    prompts.last.ui.folder_edit.setText(str(second))
    prompts.last.ui.export_button.click()
    (path,) = second.glob("*.idb")

    above.take_in(path)
    model = prompts.last.ui.plan_view.model()
    assert model.index(0, 0).data() == "冲突"
    assert model.index(0, 3).data()
    prompts.last.ui.apply_button.click()
    assert journal.items.get(approved[2]).content.title == "我方改过的标题"
    assert "另有 1 条未动" in prompts.last.ui.result_detail_label.text()


def test_what_is_ticked_is_not_looked_for_among_all_rows(
    workspace, approved, monkeypatch, tmp_path
):
    def refuse(*_arguments, **_keywords):
        raise AssertionError("every row was read")

    model = BatchItemsModel(workspace.items, approved[:1])
    monkeypatch.setattr(workspace.items, "rows", refuse)
    assert not model.ticks_sent()
    workspace.outgoing.export(approved[:1], tmp_path / "sent.idb")
    assert model.ticks_sent()


def test_what_was_sent_before_is_shown_where_it_is_ticked(exchange, prompts, tmp_path, approved):
    out = tmp_path / "out"
    out.mkdir()
    write_batch(exchange, prompts, out)
    exchange.send(approved[:2])
    dialog = prompts.last
    model = dialog.ui.items_view.model()
    shown = [model.row(row).id for row in range(model.rowCount())]
    assert set(approved[:2]) <= set(shown)
