"""Take the pictures of ``resources/help/img``: ``python -m tests.gui.screenshots``.

The office, its papers and its clock are fictional and fixed, so a picture changes only when the
window does. Each scale of the screen needs a program of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import docx
from docx.shared import Pt, RGBColor
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from infodesk import demo
from infodesk.core.items import Act, Content, ItemFilter, ItemState, Section
from infodesk.gui import app as gui_app
from infodesk.gui.dialogs.batch_export_dialog import BatchExportDialog
from infodesk.gui.dialogs.export_dialog import ExportDialog
from infodesk.gui.dialogs.kinds_dialog import KindsDialog
from infodesk.gui.dialogs.masthead_dialog import MastheadDialog
from infodesk.gui.main_window import MainWindow
from infodesk.gui.pages.bulletins_page import BulletinsPage
from infodesk.gui.pages.items_page import ItemsPage
from infodesk.gui.preferences import Preferences
from infodesk.gui.prompts import WindowPrompts
from infodesk.gui.scheme import Scheme
from infodesk.gui.session import Session
from infodesk.gui.status import Status
from infodesk.gui.widgets.item_side import CHECK, DETAILS, PAGE, VERSIONS
from infodesk.gui.widgets.palette_box import PaletteBox

IMAGES = Path(__file__).resolve().parents[2] / "resources" / "help" / "img"
SCREENS = Path(__file__).with_name("screens.json")
NOW = datetime(2026, 11, 22, 10, 2, 31, tzinfo=timezone(timedelta(hours=8)))
EARLIER = "示范信息第46期.docx"
SETTLE_MS = 900
"""Longer than a check, a layout of pages and their drawing take."""


class _Clock:
    def now(self) -> datetime:
        return NOW


class _Prompts(WindowPrompts):
    """Keeps the dialog opened last, to be drawn and closed."""

    last: QDialog | None = None

    def show(self, dialog: QDialog) -> None:
        super().show(dialog)
        self.last = dialog


class Studio:
    """A window on the sample office, and how to photograph it."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.folder = folder
        self.app = gui_app.application()
        self.status = Status()
        self.preferences = Preferences(language="zh", scheme=Scheme.LIGHT)
        gui_app.dress(self.app, self.preferences)
        self.window = MainWindow(self.status)
        self.window.resize(width, height)
        self.window.recolour()
        self.prompts = _Prompts(self.window)
        self.session = Session(
            self.window,
            self.prompts,
            self.status,
            folder=folder / "preferences",
            preferences=self.preferences,
            clock=_Clock(),
        )
        self.window.show()

    def open_sample(self) -> None:
        """Open the sample office, an earlier issue beside it."""
        write_earlier_issue(self.folder / EARLIER)
        self.session.open(demo.build_office(self.folder / "office", clock=_Clock()).journal)
        self.settle()

    def settle(self) -> None:
        """Let everything that was begun come to its end."""
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Photograph the window, or a widget of it."""
        self.settle()
        IMAGES.mkdir(parents=True, exist_ok=True)
        path = IMAGES / f"{name}.png"
        (widget or self.window).grab().save(str(path))
        print(path.name)

    def take_dialog(self, name: str, opening: Callable[[], None]) -> None:
        """Photograph the dialog that something opens, and close it."""
        opening()
        dialog = self.prompts.last
        if dialog is None:
            raise LookupError(name)
        self.take(name, dialog)
        dialog.close()
        self.settle()

    def open_with_folder(self, opening: Callable[[], None]) -> None:
        """Open a dialog and name a folder in it as an office has one."""
        opening()
        dialog = self.prompts.last
        assert isinstance(dialog, BatchExportDialog | ExportDialog)
        dialog.ui.folder_edit.setText(r"D:\信息科\导出")

    def dress(self, scheme: Scheme) -> None:
        """Change the palette."""
        gui_app.dress(self.app, Preferences(language="zh", scheme=scheme))

    @property
    def items(self) -> ItemsPage:
        """The items page."""
        page = self.window.page("items")
        assert isinstance(page, ItemsPage)
        return page

    @property
    def bulletins(self) -> BulletinsPage:
        """The bulletin page."""
        page = self.window.page("bulletins")
        assert isinstance(page, BulletinsPage)
        return page

    def compose(self) -> None:
        """Open an issue and put the approved items into it that no other issue holds."""
        self.window.go_to("bulletins")
        page = self.bulletins
        page.open_issue()
        page.add([page.approved.row(row).id for row in (2, 1)])
        page.panel.details.note_edit.setPlainText(
            "现将两条基层情况刊发，请各单位结合实际抓好落实。"
        )
        page.panel.details.flush()
        page.panel.cards.select(page.items.order[0])
        page.picker.view.setFocus()
        self.settle()

    def wait_for_pages(self) -> None:
        """Let the live pages come up to date."""
        loop = QEventLoop()
        self.bulletins.preview.shown.connect(loop.quit)
        self.bulletins.papers.follow(self.bulletins.issue.id)
        loop.exec()

    def show_draft(self) -> None:
        """Show the newest draft that still lacks something."""
        workspace = self.session.context.workspace
        rows = workspace.items.rows(ItemFilter(states=frozenset({ItemState.DRAFT})))
        for row in rows:
            item = workspace.items.get(row.id)
            workspace.items.note_check(row.id, workspace.check(item.content, item.kind))
        rows = workspace.items.rows(ItemFilter(states=frozenset({ItemState.DRAFT})))
        weak = [row for row in rows if "weak" in row.section_states.values()]
        wanting = weak or rows
        self.window.go_to("items")
        self.items.list_pane.reload()
        self.items.list_pane.choose(wanting[0].id)
        self.items._on_chosen(wanting[0].id)


def office_pictures(folder: Path) -> None:
    """Take every picture at 100 %."""
    studio = Studio(folder, 1366, 768)
    studio.open_sample()
    workspace = studio.session.context.workspace
    studio.show_draft()
    studio.take("items")
    search_pictures(studio)
    studio.items.side.setCurrentIndex(VERSIONS)
    studio.take("items-versions")
    studio.items.side.setCurrentIndex(DETAILS)
    studio.take("items-details")
    studio.items.side.setCurrentIndex(PAGE)
    studio.take("items-page")
    studio.items.side.setCurrentIndex(CHECK)
    studio.take_dialog("approve", lambda: studio.items.do(Act.APPROVE))
    studio.take_dialog("hold", lambda: studio.items.do(Act.HOLD))
    bulletin_pictures(studio)
    studio.window.go_to("items")
    studio.take("items-dark")
    studio.dress(Scheme.LIGHT)
    block = Content(
        "城区集中供热改造提前一个月完成",
        (
            Section(
                "whole",
                "入冬以来，示范县城区36公里老旧供热管网跑冒滴漏严重，群众反映强烈。"
                "县住建局组织12支施工队逐段改造，每周调度，夜间不停工。"
                "截至11月18日，改造工程已全部完工，惠及居民8600户。",
            ),
        ),
    )
    added = workspace.items.add(block, unit="住建局")
    studio.items.list_pane.reload()
    studio.items._on_chosen(added.id)
    studio.items.list_pane.choose(added.id)
    studio.take("items-unsplit")
    studio.take_dialog("split", studio.items.splitting.propose)
    approved = workspace.items.rows(ItemFilter(states=frozenset({ItemState.APPROVED})))
    studio.items._on_chosen(approved[0].id)
    studio.items.list_pane.choose(approved[0].id)
    studio.take("items-approved")
    check_pictures(studio)
    studio.window.close()


def check_pictures(studio: Studio, suffix: str = "") -> None:
    """Take what an office teaches the checker: kinds, place names, documents and speeches."""
    studio.session.show_kinds()
    dialog = studio.prompts.last
    assert isinstance(dialog, KindsDialog)
    dialog.choose("urgent")
    dialog.ui.sample_edit.setPlainText(
        "11月20日6时，西关镇砖窑沟村山体滑坡，掩埋农房3间。县应急局转移群众41人。正在处理中。"
    )
    studio.take(f"check-kinds{suffix}", dialog)
    dialog.ui.tabs.setCurrentWidget(dialog.ui.places_tab)
    studio.take(f"check-places{suffix}", dialog)
    dialog.ui.tabs.setCurrentWidget(dialog.ui.references_tab)
    studio.take(f"check-documents{suffix}", dialog)
    dialog.close()
    studio.settle()


def search_pictures(studio: Studio) -> None:
    """Take the list as it shows what was found, and the palette."""
    search_edit = studio.items.list_pane.filter_bar.search_edit
    shown = studio.items.drafting.item.id
    search_edit.setText("群众 乡镇")
    studio.settle()
    studio.items.list_pane.choose_first()
    studio.take("items-search")
    search_edit.clear()
    studio.settle()
    studio.items.show_item(shown)
    studio.window.search_wanted.emit()
    box = studio.window.findChild(PaletteBox)
    assert box is not None
    box.line_edit.setText("镇")
    studio.take("palette")
    box.hide()


def bulletin_pictures(studio: Studio) -> None:
    """Take the bulletin page and its dialogs."""
    studio.compose()
    studio.wait_for_pages()
    page = studio.bulletins
    studio.take("bulletins")
    studio.dress(Scheme.DARK)
    studio.take("bulletins-dark")
    studio.dress(Scheme.LIGHT)
    studio.take_dialog("sign", page.panel.sign_button.click)
    studio.take_dialog("series", page.edit_series_action.trigger)
    head_pictures(studio)
    studio.take_dialog("distribution", page.panel.details.distribution_button.click)
    studio.take_dialog("export", lambda: studio.open_with_folder(page.panel.word_button.click))
    send = partial(page.exchange.send, page.items.order)
    studio.take_dialog("batch-send", lambda: studio.open_with_folder(send))
    batch = next((studio.folder / "office").glob("*.idb"))
    studio.take_dialog("batch-take-in", lambda: page.exchange.take_in(batch))
    studio.window.go_to("exchange")
    studio.take("exchange")
    studio.dress(Scheme.DARK)


def head_pictures(studio: Studio, suffix: str = "") -> None:
    """Take the editor of the masthead, and what is asked before printing on printed paper."""
    page = studio.bulletins
    page.masthead_action.trigger()
    dialog = studio.prompts.last
    assert isinstance(dialog, MastheadDialog)
    loop = QEventLoop()
    dialog.ui.preview.shown.connect(loop.quit)
    loop.exec()
    studio.take(f"masthead{suffix}", dialog)
    dialog.take_over(studio.folder / EARLIER)
    dialog.ui.preview.shown.connect(loop.quit)
    loop.exec()
    if not suffix:
        studio.take("masthead-taken-over", dialog)
        studio.dress(Scheme.DARK)
        studio.take("masthead-dark", dialog)
        studio.dress(Scheme.LIGHT)
    dialog.close()
    studio.settle()
    studio.take_dialog(f"printed-paper{suffix}", page.paper_action.trigger)


def write_earlier_issue(path: Path) -> None:
    """Write an issue as an office has made it in Word, without a red rule."""
    document = docx.Document()
    for text, points, colour in (
        ("内部资料　注意保存", 16, None),
        ("示 范 信 息", 52, RGBColor(0xE6, 0, 0x12)),
        ("第四十六期（总第1285期）", 16, None),
        ("中共示范县委办公室\t2026年11月10日", 16, None),
    ):
        run = document.add_paragraph().add_run(text)
        run.font.size = Pt(points)
        if colour is not None:
            run.font.color.rgb = colour
    document.save(path)


def empty_pictures(folder: Path) -> None:
    """Take the page of an empty journal."""
    studio = Studio(folder, 1366, 768)
    studio.session.open(folder / "empty" / "journal.infodesk")
    dialog = studio.prompts.last
    dialog.ui.exports_edit.setText(r"D:\信息科\导出")
    studio.take("first-run", dialog)
    dialog.ui.office_edit.setText("示范县委办公室信息科")
    dialog.ui.start_button.click()
    studio.take("welcome")
    studio.window.close()


def scaled_pictures(folder: Path) -> None:
    """Take the window of a screen of 1366 x 768 at 150 %."""
    studio = Studio(folder, 910, 512)
    studio.open_sample()
    studio.show_draft()
    studio.take("items-150")
    studio.items.act_bar.side_button.click()
    studio.take("items-150-check")
    studio.items.act_bar.side_button.click()
    studio.compose()
    studio.take("bulletins-150")
    studio.bulletins.show_preview(wanted=True)
    studio.wait_for_pages()
    studio.take("bulletins-150-pages")
    head_pictures(studio, "-150")
    check_pictures(studio, "-150")
    studio.window.close()


SERIES = {"office": office_pictures, "empty": empty_pictures, "scaled": scaled_pictures}


def main(arguments: list[str]) -> int:
    """Take one series, or each in a program of its own."""
    if arguments:
        with tempfile.TemporaryDirectory() as folder:
            SERIES[arguments[0]](Path(folder))
        return 0
    for name in SERIES:
        environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={SCREENS}"}
        if name == "scaled":
            environment["QT_SCALE_FACTOR"] = "1.5"
        command = [sys.executable, "-m", "tests.gui.screenshots", name]
        subprocess.run(command, env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
