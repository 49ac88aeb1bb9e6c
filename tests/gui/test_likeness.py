"""Near-duplicates of what is written: found beside the window, kept while she goes on typing."""

from __future__ import annotations

import pytest

from infodesk.core.checking.findings import Severity
from infodesk.core.items import Content, Section
from infodesk.gui import likeness
from infodesk.gui.tasks import Tasks

pytestmark = pytest.mark.gui

BODY = (
    "东山镇从今年3月起推行院坝说事制度，每月5日、20日由村干部、驻村民警、法律顾问到村民院坝公开议事，"
    "能当场答复的当场答复，需要部门解决的限7日内办结。"
)


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(likeness, "REST_MS", 1)


def alike(report) -> list[str]:
    return [each.params["label"] for each in report.findings if each.rule == "near-duplicate"]


def test_the_other_item_is_named_once_the_keyboard_rests(qtbot, items_page, workspace, ime):
    other = workspace.items.add(Content("院坝说事化解矛盾", (Section("whole", BODY),)))
    page = items_page()
    page.new_item()
    reports = []
    page.drafting.checked.connect(reports.append)
    ime(page.editor.title_edit, "东山镇推行院坝说事")
    ime(page.editor._edits()["situation"], BODY.replace("公开议事", "公开听事"))
    qtbot.waitUntil(lambda: bool(reports) and bool(alike(reports[-1])))
    assert alike(reports[-1]) == [f"{other.serial} 院坝说事化解矛盾"]
    before = len(reports)
    ime(page.editor.title_edit, "制度")
    qtbot.waitUntil(lambda: len(reports) > before)
    assert alike(reports[before])


def test_the_item_it_is_like_is_a_press_away(qtbot, items_page, workspace, ime):
    other = workspace.items.add(Content("院坝说事化解矛盾", (Section("whole", BODY),)))
    page = items_page()
    page.new_item()
    reports = []
    page.drafting.checked.connect(reports.append)
    ime(page.editor._edits()["situation"], BODY.replace("公开议事", "公开听事"))
    qtbot.waitUntil(lambda: bool(reports) and bool(alike(reports[-1])))
    page.side.findings.unfold()
    card = next(c for c in page.side.findings.cards() if c.finding.rule == "near-duplicate")
    card.source_button.click()
    assert page.drafting.item.id == other.id


def test_what_is_only_read_is_not_looked_for(qtbot, items_page, workspace, monkeypatch):
    for title in ("甲", "乙"):
        workspace.items.add(Content(title, (Section("whole", BODY),)))
    monkeypatch.setattr(workspace, "shelf_beside", lambda: pytest.fail("looked"))
    page = items_page()
    assert page.drafting.item is not None
    qtbot.wait(50)
    assert not page.drafting._likeness._timer.isActive()


SPEECH = (
    "要牢牢把握高质量发展这个首要任务，把发展经济的着力点放在实体经济上，推进新型工业化，"
    "加快建设制造强县，促进数字经济和实体经济深度融合。"
)


def copied(report) -> list[str]:
    return [each.params["label"] for each in report.findings if each.rule == "copied-passage"]


def test_what_was_copied_from_a_speech_on_file_is_named_and_kept(qtbot, items_page, workspace, ime):
    workspace.references.add("在全县大会上的讲话", f"同志们：\n{SPEECH}\n谢谢大家。")
    workspace.references.add("关于秋收的通知", "各乡镇：抓紧抢收，做好防火。" * 4)
    page = items_page()
    page.new_item()
    reports = []
    page.drafting.checked.connect(reports.append)
    ime(page.editor._edits()["situation"], f"3月5日，县工信局召开会议，提出{SPEECH}")
    qtbot.waitUntil(lambda: bool(reports) and bool(copied(reports[-1])))
    assert copied(reports[-1]) == ["在全县大会上的讲话"]
    before = len(reports)
    ime(page.editor.title_edit, "县工信局推进工业发展")
    qtbot.waitUntil(lambda: len(reports) > before)
    assert copied(reports[before]) == ["在全县大会上的讲话"]


def test_an_item_that_is_only_read_is_compared_with_what_is_on_file(
    qtbot, items_page, workspace, monkeypatch
):
    monkeypatch.setattr(workspace, "shelf_beside", lambda: pytest.fail("looked"))
    workspace.references.add("在全县大会上的讲话", SPEECH)
    workspace.items.add(Content("县工信局开会", (Section("whole", f"会议提出{SPEECH}"),)))
    page = items_page()
    reports = []
    page.drafting.checked.connect(reports.append)
    qtbot.waitUntil(lambda: bool(reports) and bool(copied(reports[-1])))
    workspace.references.remove(1)
    page.drafting.check()
    qtbot.waitUntil(lambda: not copied(reports[-1]))


def test_what_is_found_after_the_page_is_gone_is_told_nobody(qtbot, workspace):
    workspace.references.add("在全县大会上的讲话", SPEECH)
    item = workspace.items.add(Content("县工信局开会", (Section("whole", f"会议提出{SPEECH}"),)))
    tasks, told = Tasks(), []
    look = likeness.LikenessLook(workspace, tasks)
    look.found.connect(lambda *_: told.append(True))
    look.look(item, workspace.check_item(item), workspace.surroundings(item), is_new=False)
    look._timer.stop()
    look._look()
    look.stop()
    tasks.wait()
    qtbot.wait(50)
    assert told == []


def test_the_source_is_shown_with_what_was_copied(qtbot, items_page, workspace, prompts):
    text = f"同志们：\n{'抓好落实，' * 40}\n{SPEECH}\n谢谢大家。"
    workspace.references.add("在全县大会上的讲话", text)
    workspace.items.add(Content("县工信局开会", (Section("whole", f"会议提出{SPEECH}"),)))
    page = items_page()
    page.show()
    qtbot.waitUntil(lambda: page.side.report is not None and bool(copied(page.side.report)))
    page.side.findings.unfold()
    card = next(c for c in page.side.findings.cards() if c.finding.rule == "copied-passage")
    card.source_button.click()
    shown = prompts.last.text_edit
    assert shown.text() == text
    marked = [each.cursor.selectedText() for each in shown.extraSelections()]
    assert [each.rstrip("。") for each in marked] == [SPEECH.rstrip("。")]
    workspace.references.remove(1)
    before = len(prompts.dialogs)
    card.source_button.click()
    assert len(prompts.dialogs) == before


def test_what_was_found_stands_in_its_place_by_weight(qtbot, workspace):
    other = workspace.items.add(Content("院坝说事化解矛盾", (Section("whole", BODY),)))
    # A number of somebody's is but a hint, and comes after what is alike.
    text = f"{BODY}村民王某家电话0712-3456789。"
    item = workspace.items.add(Content("东山镇推行院坝说事", (Section("whole", text),)))
    look = likeness.LikenessLook(workspace, Tasks())
    report = workspace.check_item(item)
    with qtbot.waitSignal(look.found) as found:
        look.look(item, report)
    assert alike(found.args[1]) == [f"{other.serial} 院坝说事化解矛盾"]
    assert look.carried(item, report).findings == found.args[1].findings
    weights = [list(Severity).index(each.severity) for each in found.args[1].findings]
    near = [each.rule for each in found.args[1].findings].index("near-duplicate")
    assert weights == sorted(weights)
    assert near < len(weights) - 1
