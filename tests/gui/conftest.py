"""What the window's tests share: an office screen, Chinese, an open journal, answers to prompts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from infodesk.core.bulletins import Recipient
from infodesk.core.items import Content, Section
from infodesk.gui import app as gui_app
from infodesk.gui import fonts
from infodesk.gui.context import PageContext
from infodesk.gui.main_window import MainWindow
from infodesk.gui.office import Office
from infodesk.gui.pages.bulletins_page import BulletinsPage
from infodesk.gui.pages.items_page import ItemsPage
from infodesk.gui.preferences import Preferences
from infodesk.gui.prompts import Choices
from infodesk.gui.scheme import Scheme
from infodesk.gui.searching import Searching
from infodesk.gui.session import Session
from infodesk.gui.status import Status
from infodesk.gui.tasks import Tasks
from infodesk.gui.tending import Tending
from infodesk.gui.undoing import Undoing
from infodesk.workspace import Workspace

SCREENS = Path(__file__).with_name("screens.json")

PATIENCE_MS = 30_000
"""How long is waited for what must come; a loaded machine is no reason to fail."""

for _wait in (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil, QtBot.waitExposed):
    _wait.__kwdefaults__["timeout"] = PATIENCE_MS

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Qt's own offscreen screen is 800 x 800; the office has 1366 x 768.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"


@dataclass
class RecordedPrompts:
    """Answers at once with what a test has laid ready, and records what was asked."""

    told: list[tuple[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    dialogs: list[QDialog] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    choices: dict[str, Callable[[], None]] = field(default_factory=dict)
    agrees: bool = True
    files: Sequence[Path] = ()
    save_to: Path | None = None
    folder: Path | None = None

    def inform(self, title: str, text: str, details: str = "") -> None:
        self.told.append((title, text))

    def ask(self, title: str, text: str, *, accept: str, then: Callable[[], None]) -> None:
        self.asked.append(text)
        if self.agrees:
            then()

    def choose(self, title: str, text: str, *, choices: Choices) -> None:
        self.told.append((title, text))
        self.choices = dict(choices)

    def open_files(
        self, title: str, filters: str, *, then: Callable[[Sequence[Path]], None]
    ) -> None:
        if self.files:
            then(self.files)

    def save_file(
        self, title: str, suggested: Path, *, filters: str, then: Callable[[Path], None]
    ) -> None:
        if self.save_to is not None:
            then(self.save_to)

    def choose_folder(self, title: str, start: Path, *, then: Callable[[Path], None]) -> None:
        if self.folder is not None:
            then(self.folder)

    def show(self, dialog: QDialog) -> None:
        self.dialogs.append(dialog)
        QDialog.open(dialog)

    def open_path(self, path: Path) -> None:
        self.opened.append(path)

    @property
    def last(self) -> QDialog:
        """The dialog opened last."""
        return self.dialogs[-1]


@pytest.fixture(scope="session")
def qapp_args():
    """Start Qt's application in the style the program gives it."""
    return ["infodesk", *gui_app.STYLE]


@pytest.fixture(scope="session")
def chinese(qapp):
    """Dress the program as an office has it."""
    qapp.setFont(fonts.interface_font())
    gui_app.dress(qapp, Preferences(language="zh", scheme=Scheme.LIGHT))
    yield qapp
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_key_is_held() -> Iterator[None]:
    """Let go of what Qt takes for held after a click with it: it changes what is chosen."""
    yield
    running = QCoreApplication.instance() is not None
    if running and QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        window = QWindow()
        window.create()
        QTest.keyRelease(window, Qt.Key.Key_Control)


@pytest.fixture
def ime():
    """Return a function that types as an input method does; key clicks of Chinese abort Qt."""

    def type_text(widget: QWidget, text: str, preedit: str = "") -> None:
        widget.setFocus()
        if preedit:
            QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(widget, event)

    return type_text


@pytest.fixture
def workspace(tmp_path, clock):
    """Return a new journal, closed at the end."""
    with Workspace(tmp_path / "journal.infodesk", clock=clock) as opened:
        yield opened


@pytest.fixture
def prompts(chinese):
    """Return prompts that answer by themselves; dialogs left open are closed."""
    recorded = RecordedPrompts()
    yield recorded
    for dialog in recorded.dialogs:
        dialog.close()
        dialog.deleteLater()


@pytest.fixture
def status(chinese):
    """Return the edges of a window."""
    return Status()


@pytest.fixture
def session(qtbot, prompts, status, tmp_path, clock):
    """Return a session without a journal, on a window; its backups are waited for."""
    window = MainWindow(status)
    qtbot.addWidget(window)
    window.show()
    made = Session(
        window,
        prompts,
        status,
        folder=tmp_path / "machine",
        preferences=Preferences(language="zh", scheme=Scheme.LIGHT),
        clock=clock,
    )
    made.window = window
    yield made
    made.close()
    made.wait()


@pytest.fixture
def context(workspace, prompts, status):
    """Return what a page is given."""
    tasks = Tasks()
    searching = Searching(workspace)
    office = Office(workspace.settings)
    office.name = "示范县委办公室信息科"
    office.clerk = "李明"
    tending = Tending(workspace, prompts, status, lambda: "zh")
    yield PageContext(
        workspace=workspace,
        office=office,
        prompts=prompts,
        tasks=tasks,
        status=status,
        searching=searching,
        undoing=Undoing(),
        language="zh",
        tending=tending,
    )
    tending.end()
    searching.end()
    tasks.finish()


LANDSLIDE = Content(
    "西关镇砖窑沟发生山体滑坡造成2人受伤",
    (
        Section(
            "situation",
            "11月20日6时40分许，受连续降雨影响，西关镇砖窑沟村北侧山体发生滑坡，"
            "掩埋农房3间，造成2人受伤，通村公路中断约60米。",
        ),
        Section(
            "measures",
            "县应急、自然资源、交通等部门7时10分到达现场，转移群众12户41人；"
            "2名伤者已送县医院救治；调集挖掘机2台抢通道路。",
        ),
        Section("progress", "截至11月20日8时30分，2名伤者生命体征平稳，道路已经抢通。"),
    ),
)
"""A report that states every part."""

ONE_BLOCK = Content(
    "城区集中供热改造提前一个月完成",
    (
        Section(
            "whole",
            "入冬以来，示范县城区老旧供热管网36公里跑冒滴漏严重，群众反映强烈。"
            "县住建局组织12支施工队逐段改造，每周调度。"
            "截至11月18日，改造工程已全部完工，惠及居民8600户。",
        ),
    ),
)
"""A report that was not split yet."""


@pytest.fixture
def landslide(workspace):
    """Return an item that states every part."""
    return workspace.items.add(LANDSLIDE, unit="西关镇")


@pytest.fixture
def items_page(qtbot, context):
    """Return a function that builds the items page on the journal as it stands."""
    built = []

    def build() -> ItemsPage:
        page = ItemsPage(context)
        built.append(page)
        qtbot.addWidget(page)
        page.resize(1270, 690)
        page.show()
        qtbot.waitExposed(page)
        with qtbot.waitActive(page):
            page.activateWindow()
        page.enter()
        if page.drafting.item is not None:
            with qtbot.waitSignal(page.drafting.checked):
                page.drafting.check()
        return page

    yield build
    for page in built:
        page.end()


@pytest.fixture
def approved(workspace, clock):
    """Return the UUIDs of three approved items, the oldest first."""
    made = []
    for title in ("秋粮收购资金已落实", "乡村教师周转房建成", "农村饮水安全巩固"):
        text = f"{title}，涉及12个乡镇。各部门已逐项对账。截至11月18日，全部办结。"
        item = workspace.items.add(Content(title, (Section("whole", text),)), unit="示范县")
        workspace.items.approve(item.id, "主任", despite="样例")
        made.append(item.id)
        clock.advance(minutes=1)
    return made


@pytest.fixture
def series(workspace):
    """Return a series whose next issue is No. 47, total 1286."""
    return workspace.bulletins.add_series(
        key="xinxi",
        name="示范信息",
        issuer="中共示范县委办公室",
        masthead="default",
        next_number=47,
        next_total=1286,
        distribution=(Recipient("报", "市委办公室", 2), Recipient("发", "各乡镇", 44)),
    )


@pytest.fixture
def bulletins_page(qtbot, context):
    """Return a function that builds the bulletin page on the journal as it stands."""
    built = []

    def build(*, width: int = 1274) -> BulletinsPage:
        page = BulletinsPage(context)
        built.append(page)
        qtbot.addWidget(page)
        page.resize(width, 690)
        page.show()
        qtbot.waitExposed(page)
        with qtbot.waitActive(page):
            page.activateWindow()
        page.enter()
        return page

    yield build
    for page in built:
        page.leave()
        # Its lists ask the journal when they are painted.
        page.hide()
