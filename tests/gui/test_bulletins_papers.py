"""The papers of an issue: live pages, Word, PDF, print."""

from __future__ import annotations

from zipfile import ZipFile

import ofdkit
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import delete, isValid

from infodesk.core.font_source import FontSource
from infodesk.export.report import FontReport, Unfit
from infodesk.gui.pages.bulletins_page import BulletinsPage
from infodesk.gui.pdf_bytes import PdfBytes
from infodesk.gui.printing import print_pages
from infodesk.gui.tasks import Task
from infodesk.workspace import pdf_of

pytestmark = pytest.mark.gui


@pytest.fixture
def page(bulletins_page, workspace, series, approved, qtbot):
    workspace.bulletins.open_issue(series.id, approved[:2])
    built = bulletins_page()
    with qtbot.waitSignal(built.preview.shown, timeout=20000):
        pass
    return built


def text_of(path):
    pdf = PdfBytes(path.read_bytes())
    document = pdf.document
    pages = range(document.pageCount())
    return "".join(document.getAllText(number).text() for number in pages)


def test_the_preview_shows_the_pages_of_the_issue(page):
    assert page.preview.page_count >= 1
    count = page.preview.page_count
    assert page.preview.page_label.text() == f"第 1 / {count} 页"
    assert page.panel.sum_label.text().endswith(f"{count} 页")
    assert "乡村教师周转房建成" in page.preview.pages.getAllText(0).text()


def test_the_preview_follows_a_change(page, qtbot, approved):
    assert "农村饮水安全巩固" not in page.preview.pages.getAllText(0).text()
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.add([approved[2]])
    assert "农村饮水安全巩固" in page.preview.pages.getAllText(0).text()


def test_the_preview_keeps_its_place_and_its_zoom(page, qtbot, approved):
    page.preview.zoom_button.click()
    bar = page.preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.add([approved[2]])
    assert bar.value() == place
    assert page.preview.zoom_button.text() == "100%"
    page.preview.zoom_in_button.click()
    assert page.preview.zoom_button.text() == "115%"
    page.preview.fit_button.click()
    assert page.preview.fit_button.isChecked()


def test_changes_while_pages_are_laid_out_lead_to_the_last_state(page, qtbot, approved):
    def is_last() -> bool:
        pages = page.preview.pages
        return (
            pages is not None
            and "（农" not in pages.getAllText(0).text()
            and (page.items.order == [approved[1], approved[0]])
        )

    page.add([approved[2]])
    page.items.take_out(2)
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.items.move(1, -1)
    text = page.preview.pages.getAllText(0).text()
    assert text.index("乡村教师周转房建成") < text.index("秋粮收购资金已落实")
    assert "农村饮水安全巩固" not in text
    assert is_last()


def test_a_narrow_page_shows_the_list_or_the_pages(page, qtbot):
    page.resize(846, 440)
    assert page.picker.isVisible()
    assert not page.preview.isVisible()
    page.panel.header.preview_button.click()
    assert page.preview.isVisible()
    assert not page.picker.isVisible()
    page.preview.hide_button.click()
    assert page.picker.isVisible()
    page.resize(1274, 690)
    assert page.picker.isVisible()
    assert page.preview.isVisible()


def export(page, prompts, qtbot, button, folder):
    button.click()
    dialog = prompts.last
    dialog.ui.folder_edit.setText(str(folder))
    dialog.ui.export_button.click()
    qtbot.waitUntil(lambda: dialog.ui.stack.currentWidget() is dialog.ui.done_page, timeout=20000)
    return dialog


def test_an_issue_is_written_as_pdf_under_a_plain_name(
    page, prompts, qtbot, tmp_path, workspace, context
):
    workspace.bulletins.sign(page.issue.id, "主任", workspace.clock.now().date())
    page.enter()
    dialog = export(page, prompts, qtbot, page.panel.pdf_button, tmp_path)
    written = tmp_path / "示范信息第47期.pdf"
    assert dialog.ui.written_file.name_label.text() == "已写好：示范信息第47期.pdf"
    text = "".join(text_of(written).split())
    assert "第47期" in text
    assert "秋粮收购资金已落实" in text
    assert "Fandol" in dialog.ui.written_file.notes_label.text()
    assert context.office.exports == tmp_path
    dialog.ui.written_file.open_folder_button.click()
    dialog.ui.written_file.open_file_button.click()
    assert prompts.opened == [tmp_path, written]


def test_an_issue_is_written_as_word(page, prompts, qtbot, tmp_path):
    export(page, prompts, qtbot, page.panel.word_button, tmp_path)
    with ZipFile(tmp_path / "示范信息（未定稿）.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert "中共示范县委办公室" in body
    assert "乡村教师周转房建成" in body


def test_a_folder_that_is_not_there_is_refused_in_the_dialog(page, prompts, qtbot, tmp_path):
    page.panel.pdf_button.click()
    dialog = prompts.last
    dialog.ui.folder_edit.setText(str(tmp_path / "没有"))
    dialog.ui.export_button.click()
    qtbot.waitUntil(dialog.ui.problem_label.isVisible, timeout=20000)
    assert str(tmp_path / "没有") in dialog.ui.problem_label.text()
    assert dialog.ui.export_button.isEnabled()
    prompts.folder = tmp_path
    dialog.ui.browse_button.click()
    assert dialog.ui.folder_edit.text() == str(tmp_path)


def test_a_name_no_system_takes_is_not_offered_to_write(page, prompts, tmp_path):
    page.panel.word_button.click()
    dialog = prompts.last
    dialog.ui.name_edit.setText("第47期：问?")
    assert not dialog.ui.export_button.isEnabled()
    assert "?" in dialog.ui.replace_label.text()
    dialog.ui.folder_edit.setText(str(tmp_path))
    dialog.ui.name_edit.setText("周报")
    (tmp_path / "周报.docx").write_bytes(b"x")
    dialog.ui.name_edit.setText("周报.docx")
    assert dialog.ui.replace_label.text()
    assert dialog.path() == tmp_path / "周报.docx"


def test_an_issue_is_printed_page_by_page(page, qtbot, tmp_path, status):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    printer.setResolution(100)
    with qtbot.waitSignal(page.papers.printed, timeout=20000) as printed:
        page.acts.print_on(page.issue, printer)
    assert printed.args == [page.preview.page_count]
    document = QPdfDocument()
    document.load(str(tmp_path / "print.pdf"))
    assert document.pageCount() == page.preview.page_count
    assert document.pagePointSize(0).toSize().width() == 595
    document.close()


def test_only_the_range_asked_for_is_printed(tmp_path, page, approved, workspace, qtbot):
    three = _pages(3)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "range.pdf"))
    printer.setResolution(72)
    printer.setFromTo(2, 3)
    steps = []
    assert print_pages(three, printer, lambda done, total: steps.append((done, total))) == 2
    assert steps == [(0, 2), (1, 2)]


def _pages(count):
    from infodesk.core.plain_page import plain
    from infodesk.workspace import pdf_of

    text = "\n".join(["乡镇逐项对账，截至11月18日全部办结。" * 20] * 4 * count)
    data, _ = pdf_of(plain(text))
    pdf = PdfBytes(data)
    assert pdf.document.pageCount() >= count
    return data


def test_ctrl_p_asks_for_a_printer(page, qtbot, prompts):
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert prompts.last.windowTitle() == "打印"


def test_a_page_dropped_while_its_pages_are_laid_out_says_nothing(
    qtbot, context, workspace, series, approved
):
    workspace.bulletins.open_issue(series.id, approved)
    page = BulletinsPage(context)
    page.resize(1274, 690)
    with qtbot.waitSignal(page.papers.started, timeout=20000):
        page.enter()
    delete(page)
    qtbot.waitUntil(lambda: not context.tasks.findChildren(Task), timeout=20000)
    assert not isValid(page)


def test_a_dialog_closed_while_the_file_is_written_leaves_the_file(
    page, qtbot, prompts, tmp_path, status
):
    page.panel.word_button.click()
    dialog = prompts.last
    dialog.ui.folder_edit.setText(str(tmp_path))
    with qtbot.waitSignal(status.note, timeout=20000) as noted:
        dialog.ui.export_button.click()
        prompts.dialogs.remove(dialog)
        delete(dialog)
    assert [path.name for path in tmp_path.glob("*.docx")] == ["示范信息（未定稿）.docx"]
    assert "示范信息" in noted.args[0]


def test_an_issue_is_written_as_ofd_from_the_menu_and_marked_experimental(
    page, prompts, qtbot, tmp_path
):
    assert "试验" in page.ofd_action.text()
    assert page.ofd_action.isEnabled()
    page.ofd_action.trigger()
    dialog = prompts.last
    assert "试验" in dialog.windowTitle()
    dialog.ui.folder_edit.setText(str(tmp_path))
    dialog.ui.export_button.click()
    qtbot.waitUntil(lambda: dialog.ui.stack.currentWidget() is dialog.ui.done_page, timeout=20000)
    with ofdkit.open(tmp_path / "示范信息（未定稿）.ofd") as opened:
        assert "乡村教师周转房建成" in "".join(opened.text().split())
    assert "Fandol" in dialog.ui.written_file.notes_label.text()


def test_papers_are_set_in_the_fonts_the_office_chose(page, qtbot, workspace, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "infodesk.gui.pages.issue_papers.pdf_of",
        lambda document, fonts: asked.append(fonts) or pdf_of(document),
    )
    for chosen in FontSource:
        workspace.settings.set("office.fonts", chosen)
        with qtbot.waitSignal(page.papers.made, timeout=20000):
            page.papers.follow(page.issue.id)
    assert asked == list(FontSource)


def test_what_is_known_of_fonts_is_told(page):
    report = FontReport(
        stand_ins=(("仿宋_GB2312", "Fandol Fang"),),
        borrowed=("堃",),
        missing=("😀",),
        refused=(("仿宋", Unfit.RESTRICTED),),
    )
    _, pair, refused, borrowed, missing = page.acts._font_notes(report)
    assert pair.strip() == "仿宋_GB2312 → Fandol Fang"
    assert "仿宋" in refused
    assert "授权" in refused
    assert borrowed.endswith("：堃")
    assert missing.endswith("：😀")
    assert page.acts._font_notes(None) == []
