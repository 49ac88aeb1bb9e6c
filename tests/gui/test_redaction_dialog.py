"""Redacting in the window: shown before it is done, and by two people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infodesk import safekeeping
from infodesk.core.items import Act, VersionReason
from infodesk.gui.dialogs.progress_dialog import ProgressDialog
from tests.exchange.conftest import batch_of, made, text

pytestmark = pytest.mark.gui

SECRET = "转移群众12户41人"


@pytest.fixture
def page(items_page, workspace, landslide):
    workspace.items.keep_version(landslide.id, "李明", VersionReason.TIMED)
    safekeeping.back_up(workspace.path, "asked", clock=workspace.clock)
    return items_page()


@pytest.fixture
def dialog(page, prompts):
    """Return the dialog on the item shown, opened from its menu."""
    page.act_bar.redact_action.trigger()
    return prompts.last


def fill(dialog, passages=SECRET, witness="王主任", reason="误录"):
    dialog.ui.passages_edit.setPlainText(passages)
    dialog.ui.witness_edit.setText(witness)
    dialog.ui.reason_edit.setText(reason)


def look(dialog, qtbot):
    dialog.ui.look_button.click()
    qtbot.waitUntil(lambda: "…" not in dialog.ui.reach_label.text())


def test_what_will_happen_is_shown_before_it_can_be_done(dialog, qtbot):
    fill(dialog)
    assert dialog.ui.by_edit.text() == "李明"
    assert not dialog.ui.redact_button.isEnabled()
    look(dialog, qtbot)
    said = dialog.ui.reach_label.text()
    assert "在写的正文 1 处、版本 1 个" in said
    assert "1 份备份" in said
    assert dialog.ui.redact_button.isEnabled()


def test_waiting_files_that_hold_it_are_counted_before_they_go(dialog, qtbot, workspace):
    batch = batch_of(text("来文", f"据悉{SECRET}。"))
    workspace.stations.wait(replace(batch, digest="ab" * 32), made(batch))
    fill(dialog)
    look(dialog, qtbot)
    assert "另有 1 个来源未核验、等待中的批次" in dialog.ui.reach_label.text()


def test_a_change_asks_to_be_shown_anew(dialog, qtbot):
    fill(dialog)
    look(dialog, qtbot)
    dialog.ui.passages_edit.setPlainText("2名伤者")
    assert not dialog.ui.redact_button.isEnabled()
    assert dialog.ui.reach_label.text() == ""


def test_the_text_goes_and_the_window_shows_what_is_left(
    dialog, page, prompts, qtbot, workspace, landslide
):
    fill(dialog)
    look(dialog, qtbot)
    with qtbot.waitSignal(page.acts.done):
        dialog.ui.redact_button.click()
    assert isinstance(prompts.dialogs[-1], ProgressDialog)
    assert SECRET not in page.editor.content().body
    assert "■" in page.editor.content().text_of("measures")
    ((_, text),) = prompts.told
    assert "1 份备份" in text
    for file in workspace.path.parent.rglob("*.infodesk*"):
        assert SECRET.encode() not in file.read_bytes()
    acts = [act.act for act in workspace.items.history(landslide.id)]
    assert acts[-2:] == [Act.REDACT, Act.WITNESS]
    page.editor.content()
    assert page.drafting.save()
    assert SECRET not in workspace.items.get(landslide.id).content.body


def test_the_whole_text_may_go(dialog, page, qtbot, workspace, landslide):
    fill(dialog, passages="")
    dialog.ui.extent_combo.setCurrentIndex(1)
    assert not dialog.ui.passages_edit.isEnabled()
    look(dialog, qtbot)
    with qtbot.waitSignal(page.acts.done):
        dialog.ui.redact_button.click()
    assert workspace.items.get(landslide.id).content.title == "■"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"witness": "李明"}, "见证人"),
        ({"witness": ""}, "见证人"),
        ({"reason": ""}, "理由"),
        ({"reason": f"录了{SECRET}"}, "换一种写法"),
        ({"passages": ""}, "没有找到"),
    ],
)
def test_what_is_not_complete_is_said_in_the_dialog(dialog, given, said):
    fill(dialog, **given)
    dialog.ui.look_button.click()
    assert said in dialog.ui.reach_label.text()
    assert not dialog.ui.redact_button.isEnabled()


def test_what_is_nowhere_is_refused_and_nothing_changes(
    dialog, page, prompts, qtbot, workspace, landslide
):
    before = workspace.items.get(landslide.id)
    fill(dialog, passages="没有写过的话")
    look(dialog, qtbot)
    dialog.ui.redact_button.click()
    qtbot.waitUntil(lambda: bool(prompts.told))
    assert "没有找到" in prompts.told[-1][1]
    assert workspace.items.get(landslide.id) == before
