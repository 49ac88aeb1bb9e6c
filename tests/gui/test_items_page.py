"""The items page as a clerk uses it."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from infodesk.core.errors import Code, InfodeskError
from infodesk.core.items import Act, Content, Flag, ItemState, Section, VersionReason
from infodesk.gui.dialogs.approve_dialog import ApproveDialog
from infodesk.gui.dialogs.reason_dialog import ReasonDialog
from infodesk.gui.dialogs.split_dialog import SplitDialog
from infodesk.gui.theme import LIGHT
from infodesk.gui.widgets.item_side import DETAILS, VERSIONS
from infodesk.workspace import Workspace
from tests.gui.conftest import LANDSLIDE, ONE_BLOCK

pytestmark = pytest.mark.gui

EMPTY_PROGRESS = Content(
    LANDSLIDE.title, (*LANDSLIDE.sections[:2], Section("progress", "目前正在处理中。"))
)


def _box(page, key):
    return page.editor.findChild(type(page.editor.title_edit), f"{key}_edit")


def _approve(page, prompts, name="主任"):
    page.do(Act.APPROVE)
    dialog = prompts.last
    dialog.ui.name_edit.setText(name)
    dialog.ui.approve_button.click()


def test_an_empty_journal_invites_to_write(qtbot, items_page, workspace):
    page = items_page()
    assert page.right.currentWidget() is page.welcome
    qtbot.mouseClick(page.welcome.new_button, Qt.MouseButton.LeftButton)
    assert page.right.currentWidget() is not page.welcome
    assert page.drafting.item is not None
    assert page.editor.title_edit.hasFocus()


def test_what_was_saved_survives_a_pulled_plug(qtbot, items_page, workspace, ime, tmp_path, clock):
    page = items_page()
    page.new_item()
    ime(page.editor.title_edit, "西关镇发生山体滑坡", preedit="xiguan")
    ime(_box(page, "situation"), "11月20日6时许，西关镇发生滑坡。")
    qtbot.waitUntil(lambda: not page.drafting.is_dirty)
    after = tmp_path / "after"
    after.mkdir()
    for part in tmp_path.glob("journal.infodesk*"):
        shutil.copy(part, after / part.name)
    with Workspace(after / "journal.infodesk", clock=clock) as again:
        kept = again.items.get(page.drafting.item.id)
    assert kept.content.title == "西关镇发生山体滑坡"
    assert kept.content.text_of("situation") == "11月20日6时许，西关镇发生滑坡。"


def test_saved_is_said_only_after_the_journal_answered(
    qtbot, items_page, workspace, landslide, ime, status, monkeypatch
):
    page = items_page()

    def refuse(*_args):
        raise InfodeskError(Code.ITEM_CHANGED_ELSEWHERE)

    monkeypatch.setattr(workspace.items, "autosave", refuse)
    ime(_box(page, "progress"), "最新：")
    with qtbot.waitSignal(status.problem) as told, qtbot.assertNotEmitted(status.saved):
        assert not page.leave()
    assert "没有保存" in told.args[0]
    assert _box(page, "progress").text().startswith("最新：")
    monkeypatch.undo()
    problems = []
    status.problem.connect(problems.append)
    with qtbot.waitSignal(status.saved):
        assert page.leave()
    assert problems == [""]
    assert "最新：" in workspace.items.get(landslide.id).content.text_of("progress")


def test_a_text_too_long_to_paste_is_refused_and_says_so(items_page, workspace, landslide, status):
    page = items_page()
    told = []
    status.problem.connect(told.append)
    QGuiApplication.clipboard().setText("示范县" * 40_000)
    _box(page, "progress").paste()
    assert "120000" in told[-1]
    assert page.editor.content() == LANDSLIDE


def test_a_marked_text_is_not_saved_and_the_clerk_is_told(
    qtbot, items_page, workspace, landslide, status, ime
):
    page = items_page()
    told = []
    status.problem.connect(told.append)
    ime(_box(page, "progress"), "机密★1年")
    qtbot.waitUntil(lambda: any("涉密" in text for text in told))
    assert workspace.items.get(landslide.id).content == LANDSLIDE


def test_opening_an_item_changes_nothing(items_page, workspace, landslide):
    page = items_page()
    assert page.drafting.item.id == landslide.id
    assert page.leave()
    assert workspace.items.get(landslide.id).rev == landslide.rev


def test_leaving_an_item_keeps_a_version(qtbot, items_page, workspace, landslide, ime):
    other = workspace.items.add(ONE_BLOCK, unit="住建局")
    page = items_page()
    assert page.drafting.item.id == other.id
    ime(page.editor.title_edit, "快讯：")
    page.list_pane.view.setCurrentIndex(page.list_pane.model.index(1))
    assert page.drafting.item.id == landslide.id
    kept = workspace.items.revisions(other.id)
    assert kept[-1].reason is VersionReason.LEFT
    assert kept[-1].content.title == f"快讯：{ONE_BLOCK.title}"


def test_a_version_is_kept_while_writing_goes_on(items_page, workspace, landslide, ime):
    page = items_page()
    ime(page.editor.title_edit, "续报：")
    page.drafting._version_timer.timeout.emit()
    assert workspace.items.revisions(landslide.id)[-1].reason is VersionReason.TIMED


def test_nothing_is_checked_while_an_input_method_composes(qtbot, items_page, landslide):
    page = items_page()
    edit = _box(page, "progress")
    edit.setFocus()
    QCoreApplication.sendEvent(edit, QInputMethodEvent("daolu", []))
    with qtbot.assertNotEmitted(page.drafting.checked):
        page.drafting.check()
    commit = QInputMethodEvent()
    commit.setCommitString("道路")
    with qtbot.waitSignal(page.drafting.checked):
        QCoreApplication.sendEvent(edit, commit)


def test_a_long_text_is_checked_beside_the_window(qtbot, items_page, workspace):
    text = "截至11月18日，道路已经抢通。" * 800
    workspace.items.add(Content("长文", (Section("whole", text),)))
    page = items_page()
    with qtbot.waitSignal(page.drafting.checked, timeout=30_000):
        page.drafting.check()


def test_a_pressed_finding_leads_to_its_place(qtbot, items_page, workspace):
    workspace.items.add(EMPTY_PROGRESS)
    page = items_page()
    card = next(
        card for card in page.side.findings.cards() if card.finding.span.section == "progress"
    )
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    edit = _box(page, "progress")
    assert edit.hasFocus()
    span = card.finding.span
    assert edit.textCursor().selectedText() == edit.text()[span.start : span.end]


def test_a_finding_is_reached_by_keys_too(qtbot, items_page, workspace):
    workspace.items.add(EMPTY_PROGRESS)
    page = items_page()
    card = page.side.findings.cards()[0]
    with qtbot.waitSignal(page.side.findings.place_wanted):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_findings_are_underlined_and_evidence_is_lit(items_page, landslide):
    page = items_page()
    box = _box(page, "progress")
    page.editor.light("progress")
    grounds = [s for s in box.extraSelections() if s.format.background().color().alpha() == 255]
    assert any("抢通" in selection.cursor.selectedText() for selection in grounds)
    page.editor.light("")


def test_evidence_of_a_formula_is_not_lit_green(qtbot, items_page, workspace):
    workspace.items.add(EMPTY_PROGRESS)
    page = items_page()
    qtbot.waitUntil(lambda: page.side.report is not None)
    page.editor.light("progress")
    [lit] = [
        each.format.background().color().name().upper()
        for each in _box(page, "progress").extraSelections()
        if each.format.background().style() != Qt.BrushStyle.NoBrush
    ]
    assert lit == LIGHT.should_ground


def test_approving_a_whole_item_asks_only_for_the_name(items_page, prompts, workspace, landslide):
    page = items_page()
    report = workspace.check(landslide.content, landslide.kind)
    assert report.open_musts == ()
    page.do(Act.APPROVE)
    dialog = prompts.last
    assert isinstance(dialog, ApproveDialog)
    assert not dialog.ui.approve_button.isEnabled()
    assert not dialog.ui.despite_edit.isVisible()
    dialog.ui.name_edit.setText("主任")
    dialog.ui.approve_button.click()
    assert workspace.items.approval(landslide.id).by == "主任"
    page.do(Act.WITHDRAW_APPROVAL)
    prompts.last.ui.reason_edit.setPlainText("补充伤情")
    prompts.last.ui.accept_button.click()
    page.do(Act.APPROVE)
    assert prompts.last.ui.name_edit.text() == "主任"


def test_an_approved_item_can_only_be_read(items_page, prompts, workspace, landslide, status):
    page = items_page()
    _approve(page, prompts)
    assert page.editor.title_edit.isReadOnly()
    assert all(_box(page, key).isReadOnly() for key in ("situation", "measures", "progress"))
    assert not page.editor.kind_combo.isEnabled()
    assert page.state_bar.isVisible()
    assert "主任" in page.state_bar.text_label.text()
    assert page.drafting.save()


def test_a_must_that_is_open_needs_a_reason(items_page, prompts, workspace):
    item = workspace.items.add(Content(LANDSLIDE.title, LANDSLIDE.sections[:1]))
    page = items_page()
    page.do(Act.APPROVE)
    dialog = prompts.last
    dialog.ui.name_edit.setText("主任")
    assert dialog.ui.musts_frame.isVisible()
    assert not dialog.ui.approve_button.isEnabled()
    dialog.ui.despite_edit.setText("已电话核实，随后续报")
    dialog.ui.approve_button.click()
    assert workspace.items.approval(item.id).despite == "已电话核实，随后续报"


@pytest.mark.parametrize(
    ("act", "state"), [(Act.HOLD, ItemState.HELD), (Act.RETURN, ItemState.RETURNED)]
)
def test_holding_and_returning_say_who_and_why(
    items_page, prompts, workspace, landslide, act, state
):
    page = items_page()
    page.do(act)
    dialog = prompts.last
    assert isinstance(dialog, ReasonDialog)
    assert dialog.ui.name_edit.text() == "李明"
    assert not dialog.ui.accept_button.isEnabled()
    dialog.ui.reason_edit.setPlainText("等待补充伤情")
    dialog.ui.accept_button.click()
    assert workspace.items.get(landslide.id).state is state
    assert "等待补充伤情" in page.state_bar.text_label.text()
    assert page.editor.title_edit.isReadOnly() == (state is ItemState.HELD)


def test_the_trash_gives_back(items_page, prompts, workspace, landslide):
    page = items_page()
    page.do(Act.DISCARD)
    assert workspace.items.get(landslide.id).discarded_at is not None
    assert page.list_pane.model.rowCount() == 0
    assert page.state_bar.act_button.isVisible()
    page.state_bar.act_button.click()
    assert workspace.items.get(landslide.id).discarded_at is None


def test_a_text_in_one_block_is_split_by_sentence(items_page, prompts, workspace):
    item = workspace.items.add(ONE_BLOCK)
    page = items_page()
    assert page.editor.split_button.isVisible()
    page.editor.split_button.click()
    dialog = prompts.last
    assert isinstance(dialog, SplitDialog)
    assert dialog.ui.sentences_table.rowCount() == 3
    dialog.ui.split_button.click()
    content = workspace.items.get(item.id).content
    assert content.is_split
    assert content.text_of("progress").startswith("截至11月18日")
    assert sorted(content.body.replace("\n", "")) == sorted(ONE_BLOCK.body)
    assert not page.editor.split_button.isVisible()


def test_the_proposal_can_be_changed(qtbot, items_page, prompts, workspace):
    item = workspace.items.add(ONE_BLOCK)
    page = items_page()
    page.splitting.propose()
    dialog = prompts.last
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.ui.sentences_table.selectAll()
    qtbot.keyClick(dialog.ui.sentences_table, Qt.Key.Key_1)
    assert "进展" in dialog.ui.missing_label.text()
    dialog.ui.split_button.click()
    assert workspace.items.get(item.id).content.text_of("situation") == ONE_BLOCK.body


def test_a_split_is_undone_and_redone_unless_something_was_written_since(
    items_page, prompts, workspace, context, ime
):
    item = workspace.items.add(ONE_BLOCK)
    page = items_page()
    refused = []
    context.undoing.refused.connect(refused.append)
    page.splitting.propose()
    prompts.last.ui.split_button.click()
    split = workspace.items.get(item.id).content
    assert split.is_split
    context.undoing.undo()
    assert workspace.items.get(item.id).content == ONE_BLOCK
    page.enter()
    assert page.editor.content() == ONE_BLOCK
    context.undoing.redo()
    page.enter()
    assert page.editor.content() == split
    ime(page.editor.title_edit, "又写了一句")
    assert page.drafting.save()
    written = workspace.items.get(item.id).content
    context.undoing.undo()
    assert [each.code for each in refused] == [Code.ITEM_WRITTEN_SINCE]
    assert workspace.items.get(item.id).content == written
    assert any(each.content == ONE_BLOCK for each in workspace.items.revisions(item.id))


def test_another_kind_keeps_the_text(items_page, workspace, landslide):
    page = items_page()
    combo = page.editor.kind_combo
    combo.setCurrentIndex(combo.findData("problem"))
    changed = workspace.items.get(landslide.id)
    assert changed.kind == "problem"
    assert page.leave()
    body = workspace.items.get(landslide.id).content.body
    assert sorted(body.replace("\n", "")) == sorted(landslide.content.body.replace("\n", ""))


def test_the_unit_is_kept(qtbot, items_page, workspace, landslide):
    page = items_page()
    page.editor.unit_edit.setText("应急管理局")
    qtbot.keyClick(page.editor.unit_edit, Qt.Key.Key_Return)
    assert workspace.items.get(landslide.id).unit == "应急管理局"


def test_versions_are_listed_and_can_be_gone_back_to(items_page, workspace, landslide, ime):
    page = items_page()
    assert page.leave()
    ime(page.editor.title_edit, "误写")
    assert page.leave()
    page.side.setCurrentIndex(VERSIONS)
    versions = page.side.versions
    assert versions.versions_list.count() == 2
    versions.versions_list.setCurrentRow(1)
    versions.restore_button.click()
    assert workspace.items.get(landslide.id).content == landslide.content
    assert workspace.items.revisions(landslide.id)[-1].reason is VersionReason.RESTORED
    assert page.editor.title_edit.text() == LANDSLIDE.title


def test_a_version_is_compared_with_the_one_before_and_with_the_text_of_now(
    items_page, workspace, landslide, ime
):
    page = items_page()
    assert page.leave()
    for words in ("误写", "再写"):
        ime(page.editor.title_edit, words)
        assert page.leave()
    page.side.setCurrentIndex(VERSIONS)
    versions = page.side.versions
    assert versions.count_label.text() == "新增 2 字，删去 0 字"
    versions.versions_list.setCurrentRow(2)
    assert versions.count_label.text() == "没有差别"
    versions.against_box.setCurrentIndex(1)
    assert versions.count_label.text() == "新增 4 字，删去 0 字"
    assert "误写再写" in versions.text_view.toPlainText()


def test_a_text_set_aside_is_listed_as_such(items_page, workspace, landslide):
    with pytest.raises(InfodeskError):
        workspace.items.autosave(landslide.id, Content("另一份", ()), landslide.rev - 1)
    page = items_page()
    page.side.setCurrentIndex(VERSIONS)
    assert "另存：已在别处改动" in page.side.versions.versions_list.item(0).text()


def test_details_show_what_was_done(items_page, prompts, workspace, landslide):
    page = items_page()
    _approve(page, prompts, "王主任")
    page.side.setCurrentIndex(DETAILS)
    shown = page.side.history.toPlainText()
    assert "签发" in shown
    assert "王主任" in shown


def test_details_show_what_the_sender_marked_an_item_with(items_page, workspace, landslide):
    workspace.items.mark(landslide.id, [Flag.DESPITE, Flag.AGAIN])
    page = items_page()
    page.side.setCurrentIndex(DETAILS)
    shown = page.side.history.toPlainText()
    assert "来时标记" in shown
    assert "缺项仍签发、再次报送" in shown


def test_in_a_narrow_window_list_and_findings_take_turns(items_page, landslide):
    page = items_page()
    page.resize(840, 440)
    assert page.list_pane.isVisible()
    assert not page.side.isVisible()
    page.act_bar.side_button.click()
    assert page.side.isVisible()
    assert not page.list_pane.isVisible()
    page.resize(1270, 690)
    assert page.list_pane.isVisible()
    assert page.side.isVisible()


def test_searching_narrows_the_list(qtbot, items_page, workspace, landslide, ime):
    workspace.items.add(ONE_BLOCK)
    page = items_page()
    page.list_pane.focus_search()
    with qtbot.waitSignal(page.list_pane.narrowed):
        ime(page.list_pane.filter_bar.search_edit, "供热")
    assert page.list_pane.model.rowCount() == 1
    with qtbot.waitSignal(page.list_pane.narrowed):
        ime(page.list_pane.filter_bar.search_edit, "没有这样的字")
    assert page.list_pane.empty_label.isVisible()


def test_a_new_item_is_seen_whatever_the_filter(items_page, workspace, landslide):
    page = items_page()
    bar = page.list_pane.filter_bar
    bar.findChild(type(bar.more_chip), "issued_chip").click()
    assert page.list_pane.model.rowCount() == 0
    page.new_item()
    assert page.list_pane.model.rowCount() == 2
    assert page.list_pane.current_id == page.drafting.item.id
