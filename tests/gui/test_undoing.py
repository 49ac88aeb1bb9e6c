"""Acts are taken back and done again, and the record keeps both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from infodesk.core.bulletins import IssueState
from infodesk.core.items import Act, ItemState
from infodesk.workspace import Workspace
from tests.gui.conftest import LANDSLIDE
from tests.gui.test_session import journal

pytestmark = pytest.mark.gui
__all__ = ["journal"]


def done(desk, item):
    return [record.act for record in desk.history(item.id)][1:]


def approve(page, prompts):
    page.do(Act.APPROVE)
    prompts.last.ui.name_edit.setText("主任")
    prompts.last.ui.approve_button.click()


def act(page, prompts, wanted, reason="另有安排"):
    page.do(wanted)
    prompts.last.ui.name_edit.setText("李明")
    prompts.last.ui.reason_edit.setPlainText(reason)
    prompts.last.ui.accept_button.click()


def test_an_approval_is_taken_back_and_given_again(items_page, prompts, context, landslide):
    page, desk = items_page(), context.workspace.items
    approve(page, prompts)
    context.undoing.undo()
    assert desk.get(landslide.id).state is ItemState.DRAFT
    context.undoing.redo()
    assert desk.get(landslide.id).state is ItemState.APPROVED
    assert desk.approval(landslide.id).by == "主任"
    assert done(desk, landslide) == [Act.APPROVE, Act.WITHDRAW_APPROVAL, Act.APPROVE]


def test_a_withdrawal_taken_back_stands_in_the_name_of_who_approved(
    items_page, prompts, context, landslide
):
    page, desk = items_page(), context.workspace.items
    approve(page, prompts)
    act(page, prompts, Act.WITHDRAW_APPROVAL)
    context.undoing.undo()
    assert desk.approval(landslide.id).by == "主任"
    context.undoing.undo()
    assert desk.get(landslide.id).state is ItemState.DRAFT
    context.undoing.redo()
    context.undoing.redo()
    assert desk.get(landslide.id).state is ItemState.DRAFT


def test_an_approved_item_held_back_is_approved_again(items_page, prompts, context, landslide):
    page, desk = items_page(), context.workspace.items
    approve(page, prompts)
    act(page, prompts, Act.HOLD)
    context.undoing.undo()
    assert desk.get(landslide.id).state is ItemState.APPROVED
    context.undoing.redo()
    act_on_held = desk.get(landslide.id)
    assert act_on_held.state is ItemState.HELD


def test_the_trash_is_undone_and_redone(items_page, context, landslide):
    page, desk = items_page(), context.workspace.items
    page.do(Act.DISCARD)
    context.undoing.undo()
    assert desk.get(landslide.id).discarded_at is None
    context.undoing.redo()
    assert desk.get(landslide.id).discarded_at is not None
    page.enter()
    page.do(Act.RESTORE)
    assert desk.get(landslide.id).discarded_at is None
    context.undoing.undo()
    assert desk.get(landslide.id).discarded_at is not None


def test_what_is_no_longer_allowed_is_refused_and_forgotten(
    qtbot, items_page, prompts, context, landslide
):
    page, workspace = items_page(), context.workspace
    approve(page, prompts)
    series = workspace.bulletins.add_series(
        key="x", name="信息", issuer="办公室", masthead="default", next_number=1, next_total=1
    )
    issue = workspace.bulletins.open_issue(series.id, [landslide.id])
    workspace.bulletins.sign(issue.id, "主任", workspace.clock.now().date())
    with qtbot.waitSignals([context.undoing.refused, context.undoing.changed]):
        context.undoing.undo()
    assert workspace.items.get(landslide.id).state is ItemState.ISSUED
    assert workspace.bulletins.get(issue.id).state is IssueState.SIGNED
    with qtbot.assertNotEmitted(context.undoing.done):
        context.undoing.undo()


def test_a_new_act_forgets_what_was_taken_back(items_page, prompts, context, landslide):
    page, desk = items_page(), context.workspace.items
    approve(page, prompts)
    context.undoing.undo()
    page.enter()
    act(page, prompts, Act.HOLD)
    context.undoing.redo()
    assert desk.get(landslide.id).state is ItemState.HELD


def test_an_order_is_taken_back(bulletins_page, context, series, approved):
    workspace = context.workspace
    issue = workspace.bulletins.open_issue(series.id, approved)
    page = bulletins_page()
    page.items.move(0, 1)
    page.items.take_out(2)
    assert page.items.order == [approved[1], approved[0]]

    def order():
        return [place.item_id for place in workspace.bulletins.get(issue.id).items]

    context.undoing.undo()
    assert order() == [approved[1], approved[0], approved[2]]
    context.undoing.undo()
    assert order() == approved
    context.undoing.redo()
    assert order() == [approved[1], approved[0], approved[2]]


@pytest.fixture
def window(qtbot, session, journal, clock, prompts):
    """Return the window on a journal whose one item was just approved."""
    with Workspace(journal, clock=clock) as workspace:
        workspace.items.add(LANDSLIDE)
    session.start(journal)
    qtbot.waitExposed(session.window)
    approve(session.window.page("items"), prompts)
    return session.window


def state(session):
    return session.context.workspace.items.get("1").state


def test_the_foot_offers_the_last_act(qtbot, session, window):
    button = window.foot.undo_button
    assert button.isVisible()
    assert button.text() == "撤销：签发 西关镇砖窑沟发生山体滑坡造成2人受伤"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert state(session) is ItemState.DRAFT
    assert not window.page("items").editor.title_edit.isReadOnly()
    assert not button.isVisible()
    qtbot.mouseClick(window.foot.redo_button, Qt.MouseButton.LeftButton)
    assert state(session) is ItemState.APPROVED


def test_the_keys_undo_acts_but_leave_a_text_its_own_undo(qtbot, session, window, ime):
    page = window.page("items")
    with qtbot.waitActive(window):
        window.activateWindow()
    page.list_pane.view.setFocus()
    qtbot.keySequence(page.list_pane.view, QKeySequence(QKeySequence.StandardKey.Undo))
    assert state(session) is ItemState.DRAFT
    qtbot.keySequence(page.list_pane.view, QKeySequence(QKeySequence.StandardKey.Redo))
    assert state(session) is ItemState.APPROVED
    qtbot.keySequence(page.list_pane.view, QKeySequence(QKeySequence.StandardKey.Undo))
    ime(page.editor.title_edit, "又")
    qtbot.keySequence(page.editor.title_edit, QKeySequence(QKeySequence.StandardKey.Undo))
    assert page.editor.title_edit.text() == LANDSLIDE.title
    assert state(session) is ItemState.DRAFT


def test_another_journal_has_nothing_to_undo(session, window, tmp_path):
    session.open(tmp_path / "other.infodesk")
    assert not window.foot.undo_button.isVisible()
