"""The page of the item being written: seen beside the text, and printed."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from shiboken6 import delete, isValid

from infodesk.core.items import Content
from infodesk.gui.pages.items_page import ItemsPage
from infodesk.gui.tasks import Task
from infodesk.gui.widgets.item_side import CHECK, PAGE
from infodesk.workspace import pdf_of
from tests.gui.conftest import LANDSLIDE, ONE_BLOCK

pytestmark = pytest.mark.gui

LONG_MS = 20_000


def box(page, key):
    return page.editor.findChild(type(page.editor.title_edit), f"{key}_edit")


def text_of(page):
    pages = page.side.preview.pages
    if pages is None:
        return ""
    texts = (pages.getAllText(number).text() for number in range(pages.pageCount()))
    return "".join("".join(texts).split())


@pytest.fixture
def seen(qtbot, items_page, landslide):
    """Return the items page with the pages of an item in view."""
    page = items_page()
    with qtbot.waitSignal(page.side.preview.shown, timeout=LONG_MS):
        page.side.setCurrentIndex(PAGE)
    return page


@pytest.fixture
def layouts(monkeypatch):
    """Return the list of documents that are laid out, each with the thread that did it."""
    done = []

    def record(document, fonts):
        done.append((document, threading.get_ident()))
        return pdf_of(document, fonts)

    monkeypatch.setattr("infodesk.gui.pages.issue_papers.pdf_of", record)
    return done


def test_the_page_shows_the_item_as_an_issue_will(seen):
    assert seen.side.preview.page_count == 1
    text = text_of(seen)
    assert text.startswith(LANDSLIDE.title)
    assert "转移群众12户41人" in text
    assert "（西关镇）" in text


def test_the_page_follows_what_is_typed(qtbot, seen, ime):
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        ime(box(seen, "progress"), "续报：", preedit="xubao")
    assert "续报：" in text_of(seen)
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        ime(box(seen, "measures"), "各部门到岗值守，逐户排查。" * 60)
    assert seen.side.preview.page_count == 2


def test_keys_pressed_one_after_the_other_are_laid_out_once(qtbot, seen, ime, layouts):
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        for word in ("一", "二", "三"):
            ime(box(seen, "progress"), word)
    assert len(layouts) == 1
    assert "一二三" in text_of(seen)


def test_nothing_is_laid_out_while_no_one_sees_it(qtbot, items_page, landslide, ime, layouts):
    page = items_page()
    ime(box(page, "progress"), "续报：")
    qtbot.waitUntil(lambda: not page.drafting.is_dirty)
    assert page.pages._papers is None
    with qtbot.waitSignal(page.side.preview.shown, timeout=LONG_MS):
        page.side.setCurrentIndex(PAGE)
    assert "续报：" in text_of(page)
    page.side.setCurrentIndex(CHECK)
    count = len(layouts)
    ime(box(page, "progress"), "又报：")
    # The text is saved long after the page would have been laid out.
    qtbot.waitUntil(lambda: not page.drafting.is_dirty)
    assert len(layouts) == count
    assert "又报：" not in text_of(page)


def test_the_page_waits_for_an_input_method(qtbot, seen, layouts):
    edit = box(seen, "progress")
    edit.setFocus()
    commit = QInputMethodEvent()
    commit.setCommitString("道路")
    QCoreApplication.sendEvent(edit, commit)
    QCoreApplication.sendEvent(edit, QInputMethodEvent("tong", []))
    seen.pages.papers._quiet.timeout.emit()
    assert not seen.pages.papers._is_running
    assert seen.pages.papers._quiet.isActive()
    assert layouts == []
    commit = QInputMethodEvent()
    commit.setCommitString("通车")
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        QCoreApplication.sendEvent(edit, commit)
    assert "道路通车" in text_of(seen)


def test_the_page_survives_leaving(qtbot, seen, ime, layouts):
    ime(box(seen, "progress"), "续报：")
    assert seen.leave()
    seen.hide()
    assert not seen.pages.papers._quiet.isActive()
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        seen.show()
        seen.enter()
    assert len(layouts) == 1
    assert "续报：" in text_of(seen)


def test_another_item_shows_at_once_from_its_top(qtbot, seen, workspace):
    other = workspace.items.add(ONE_BLOCK, unit="住建局")
    seen.list_pane.reload()
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        seen.list_pane.choose(other.id)
        seen._on_chosen(other.id)
    assert text_of(seen).startswith(ONE_BLOCK.title)
    assert LANDSLIDE.title not in text_of(seen)
    assert seen.side.preview.view.verticalScrollBar().value() == 0


def test_the_unit_stands_on_the_page(qtbot, seen):
    seen.editor.unit_edit.setText("应急管理局")
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        qtbot.keyClick(seen.editor.unit_edit, Qt.Key.Key_Return)
    assert "（应急管理局）" in text_of(seen)


def test_an_empty_item_says_when_there_will_be_a_page(qtbot, seen, ime):
    seen.new_item()
    preview = seen.side.preview
    assert preview.page_count == 0
    assert preview.notice.isVisible()
    assert preview.notice.text() == "写了文字，版面就显示在这里。"
    with qtbot.waitSignal(preview.shown, timeout=LONG_MS):
        ime(seen.editor.title_edit, "西关镇发生滑坡")
    assert text_of(seen).startswith("西关镇发生滑坡")


def test_the_worker_gets_the_text_and_never_asks_the_journal(qtbot, seen, workspace, ime, layouts):
    asked = set()
    workspace._database.connection.set_trace_callback(lambda _: asked.add(threading.get_ident()))
    with qtbot.waitSignal(seen.side.preview.shown, timeout=LONG_MS):
        ime(box(seen, "progress"), "续报：")
    qtbot.waitUntil(lambda: not seen.drafting.is_dirty)
    workspace._database.connection.set_trace_callback(None)
    main = threading.get_ident()
    assert asked == {main}
    assert [thread != main for _, thread in layouts] == [True]


def test_ended_pages_are_laid_out_no_more(qtbot, seen, ime, layouts):
    ime(box(seen, "progress"), "续报：")
    seen.end()
    assert not seen.pages.papers._quiet.isActive()
    seen.pages.touch()
    assert not seen.pages.papers._quiet.isActive()
    assert layouts == []


def test_a_page_dropped_while_it_is_laid_out_says_nothing(qtbot, context, landslide):
    page = ItemsPage(context)
    page.resize(1270, 690)
    page.show()
    page.enter()
    with qtbot.waitSignal(page.pages.papers.started, timeout=LONG_MS):
        page.side.setCurrentIndex(PAGE)
    page.drafting.drop()
    delete(page)
    qtbot.waitUntil(lambda: not context.tasks.findChildren(Task), timeout=LONG_MS)
    assert not isValid(page)


def test_the_page_gets_more_room_than_the_findings(items_page, landslide):
    page = items_page()
    narrow = page.side.width()
    page.side.setCurrentIndex(PAGE)
    wide = page.side.width()
    assert wide > narrow + 100
    page.side.setCurrentIndex(CHECK)
    assert page.side.width() == narrow
    page.side.setCurrentIndex(PAGE)
    assert page.side.width() == wide


def test_in_a_narrow_window_the_page_takes_the_place_of_the_list(qtbot, items_page, landslide):
    page = items_page()
    page.resize(840, 440)
    page.act_bar.side_button.click()
    with qtbot.waitSignal(page.side.preview.shown, timeout=LONG_MS):
        page.side.setCurrentIndex(PAGE)
    assert page.side.width() >= 320
    page.act_bar.side_button.click()
    assert not page.pages._is_seen


def test_ctrl_p_asks_for_a_printer(qtbot, items_page, prompts, landslide):
    page = items_page()
    qtbot.keyClick(page.editor.title_edit, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = prompts.last
    assert isinstance(dialog, QPrintDialog)
    assert dialog.windowTitle() == "打印"
    assert dialog.printer().docName() == LANDSLIDE.title


def test_the_button_over_the_page_prints_too(qtbot, seen, prompts):
    button = seen.side.preview.findChild(type(seen.side.preview.fit_button), "print_button")
    assert button.text() == "打印"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(prompts.last, QPrintDialog)


def test_nothing_written_is_nothing_to_print(items_page, workspace, prompts, status):
    workspace.items.add(Content("", ()))
    page = items_page()
    told = []
    status.note.connect(told.append)
    page.pages.print_item()
    assert prompts.dialogs == []
    assert told == ["还没有可打印的内容。"]


def test_an_item_is_printed_as_it_stands_in_the_editor(
    qtbot, items_page, landslide, ime, tmp_path, status
):
    page = items_page()
    ime(box(page, "measures"), "各部门到岗值守，逐户排查。" * 60)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    printer.setResolution(100)
    told = []
    status.note.connect(told.append)
    with qtbot.waitSignal(page.pages.papers.printed, timeout=LONG_MS) as printed:
        page.pages.print_on(printer)
    assert printed.args == [2]
    assert told[-1] == "已送打印机 2 页。"
    document = QPdfDocument()
    document.load(str(tmp_path / "print.pdf"))
    assert document.pageCount() == 2
    document.close()
