"""Files opened in the window: each is taken in or told why not, and none stops the others."""

from __future__ import annotations

import pytest

from infodesk.core.items import ItemFilter, Source
from infodesk.gui.dialogs.outcome_dialog import OutcomeDialog
from infodesk.gui.dialogs.progress_dialog import ProgressDialog
from infodesk.gui.taking_in import TakingIn, read_all

pytestmark = pytest.mark.gui

TEXT = "西关镇发生山体滑坡\n11月20日6时许，西关镇发生山体滑坡，造成2人受伤。\n"


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "文稿"
    folder.mkdir()
    (folder / "好.txt").write_text(TEXT, encoding="utf-8")
    (folder / "国标.txt").write_bytes(TEXT.encode("gb18030"))
    (folder / "空.txt").write_bytes(b"")
    (folder / "假.docx").write_bytes(b"PK\x03\x04 no archive")
    (folder / "隐.txt").write_text(TEXT.replace("滑", "滑\u200b"), encoding="utf-8")
    return [
        folder / name for name in ("好.txt", "国标.txt", "空.txt", "假.docx", "隐.txt", "无.txt")
    ]


def test_good_files_become_drafts_and_bad_ones_a_sentence(qtbot, context, prompts, files):
    taking_in = TakingIn(context)
    with qtbot.waitSignal(taking_in.added) as added:
        taking_in.take(files)
    assert len(added.args[0]) == 3
    rows = context.workspace.items.rows(ItemFilter())
    assert len(rows) == 3
    items = [context.workspace.items.get(row.id) for row in rows]
    assert {item.content.title for item in items} == {"西关镇发生山体滑坡"}
    assert {item.source for item in items} == {Source.FILE}
    assert {item.author for item in items} == {"李明"}
    outcome = next(dialog for dialog in prompts.dialogs if isinstance(dialog, OutcomeDialog))
    assert outcome.ui.summary_label.text() == "已打开 3 个文件，3 个打不开"
    lines = outcome.ui.notes_edit.toPlainText().splitlines()
    assert len(lines) == 4
    for name in ("空.txt", "假.docx", "无.txt", "隐.txt"):
        assert sum(name in line for line in lines) == 1, lines


def test_many_files_show_their_progress(qtbot, context, prompts, files):
    taking_in = TakingIn(context)
    with qtbot.waitSignal(taking_in.added):
        taking_in.take(files)
    progress = next(dialog for dialog in prompts.dialogs if isinstance(dialog, ProgressDialog))
    assert not progress.isVisible()


def test_a_few_good_files_are_taken_in_without_a_dialog(qtbot, context, prompts, files):
    taking_in = TakingIn(context)
    with qtbot.waitSignals([taking_in.added, context.status.note]):
        taking_in.take(files[:2])
    assert prompts.dialogs == []


def test_stopping_takes_nothing_in(qtbot, context, prompts, files):
    taking_in = TakingIn(context)
    with qtbot.assertNotEmitted(taking_in.added):
        taking_in.take(files)
        progress = prompts.last
        assert isinstance(progress, ProgressDialog)
        progress.ui.stop_button.click()
        context.tasks.finish()
    assert context.workspace.items.count(ItemFilter()) == 0


def test_progress_is_told_file_by_file(files):
    steps = []
    read_all(files[:3], lambda done, total: steps.append((done, total)))
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_a_pasted_text_becomes_an_item(qtbot, items_page, workspace, chinese):
    page = items_page()
    chinese.clipboard().setText(TEXT.replace("滑", "滑\u200b"))
    page.paste_item()
    assert page.editor.title_edit.text() == "西关镇发生山体滑坡"
    assert page.drafting.item.source is Source.TYPED
    chinese.clipboard().setText("   ")
    page.paste_item()
    assert workspace.items.count(ItemFilter()) == 1


def test_a_pasted_text_that_is_too_long_is_refused_in_a_sentence(items_page, prompts, chinese):
    page = items_page()
    chinese.clipboard().setText("滑坡。" * 70_000)
    page.paste_item()
    assert prompts.told
    assert page.drafting.item is None


def test_the_page_shows_what_was_opened(qtbot, items_page, prompts, files):
    page = items_page()
    prompts.files = files[:1]
    with qtbot.waitSignal(page.taking_in.added):
        page.ask_for_files()
    assert page.editor.title_edit.text() == "西关镇发生山体滑坡"
    assert page.editor.split_button.isVisible()
