"""Papers for sheets that bear their head: exported and printed without it, moved by an offset."""

from __future__ import annotations

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from infodesk.core.printed_paper import Omit, PrintedPaper, kept_paper
from infodesk.gui.dialogs.paper_dialog import PaperDialog
from infodesk.gui.pdf_bytes import PdfBytes

pytestmark = pytest.mark.gui


@pytest.fixture
def page(bulletins_page, workspace, series, approved):
    workspace.bulletins.open_issue(series.id, approved[:2])
    return bulletins_page()


def test_an_issue_is_exported_without_its_head(page, prompts, qtbot, tmp_path, workspace):
    page.panel.pdf_button.click()
    dialog = prompts.last
    assert dialog.paper() is None
    dialog.ui.folder_edit.setText(str(tmp_path))
    edit = dialog.ui.paper_edit
    edit.check.click()
    assert dialog.path().name == "示范信息（未定稿）（套打）.pdf"
    edit.right_spin.setValue(1.5)
    edit.down_spin.setValue(-2)
    dialog.ui.export_button.click()
    qtbot.waitUntil(lambda: dialog.ui.stack.currentWidget() is dialog.ui.done_page, timeout=20000)
    pdf = PdfBytes((tmp_path / "示范信息（未定稿）（套打）.pdf").read_bytes())
    text = "".join(pdf.document.getAllText(0).text().split())
    assert "乡村教师周转房建成" in text
    assert "中共示范县委办公室" not in text
    assert kept_paper(workspace.settings) == PrintedPaper(Omit.HEAD, 1.5, -2)


def test_the_offsets_are_offered_again_and_the_box_is_not(page, prompts, tmp_path):
    page.panel.word_button.click()
    edit = prompts.last.ui.paper_edit
    edit.check.click()
    edit.right_spin.setValue(0.5)
    edit.omit_combo.setCurrentIndex(1)
    page.acts._keep(edit.paper())
    edit.check.click()
    assert prompts.last.path().name == "示范信息（未定稿）.docx"
    page.panel.word_button.click()
    again = prompts.last.ui.paper_edit
    assert not again.check.isChecked()
    again.check.click()
    assert again.paper() == PrintedPaper(Omit.RED, 0.5, 0)


def test_printing_on_printed_paper_asks_for_the_paper_first(page, prompts):
    page.paper_action.trigger()
    dialog = prompts.last
    assert isinstance(dialog, PaperDialog)
    assert dialog.ui.paper_edit.check.isChecked()
    dialog.ui.paper_edit.down_spin.setValue(3)
    dialog.ui.print_button.click()
    assert isinstance(prompts.last, QPrintDialog)
    page.paper_action.trigger()
    assert prompts.last.ui.paper_edit.paper() == PrintedPaper(Omit.HEAD, 0, 3)


def red_share(path):
    """Return how many of the first page's points are red."""
    document = QPdfDocument()
    document.load(str(path))
    image = document.render(0, document.pagePointSize(0).toSize())
    count = sum(
        colour.red() > 150 and colour.green() < 90
        for x in range(image.width())
        for y in range(image.height() // 2)
        if (colour := image.pixelColor(x, y)).isValid() and colour.alpha() > 0
    )
    document.close()
    return count


def test_the_printed_sheet_has_no_red(page, qtbot, tmp_path):
    shares = []
    for paper in (None, PrintedPaper(Omit.RED)):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{paper is None}.pdf"))
        printer.setResolution(72)
        with qtbot.waitSignal(page.papers.printed, timeout=20000):
            page.acts.print_on(page.issue, printer, paper)
        shares.append(red_share(tmp_path / f"{paper is None}.pdf"))
    assert shares[0] > 100
    assert shares[1] == 0
