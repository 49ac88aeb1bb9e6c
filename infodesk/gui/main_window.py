"""The main window: its bar, the rail of pages, the pages, the line at its foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.gui.pages import PAGES, PageEntry
from infodesk.gui.pages.page import Page
from infodesk.gui.status import Status
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.banner import Banner
from infodesk.gui.widgets.foot import Foot

if TYPE_CHECKING:
    # PySide makes each class when it is first named: these come with their first event.
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )

NARROW = 1100
"""Width in logical pixels below which the rail shrinks (1366 pixels at 150 % are 910)."""

RAIL_MARGIN = 6
"""Pixels beside the buttons of the rail."""


class MainWindow(QMainWindow):
    """The window. It knows that there are pages, not what they do.

    Signals:
        painted: the window was painted for the first time.
        settings_wanted: the clerk asked for the settings.
        kinds_wanted: the clerk asked for the settings of the check.
        closing: everything is kept; the journal may be closed.
        sample_removal_wanted: the clerk is done with the sample office.
        lock_wanted: the window shall hide what it shows until the passphrase is given.
        search_wanted: something shall be found, or done, by typing what it is called.
        zoom_wanted: text shall be larger (1) or smaller (-1).
        undo_wanted: the last act shall be taken back.
        redo_wanted: what was taken back shall be done again.
    """

    painted = Signal()
    settings_wanted = Signal()
    kinds_wanted = Signal()
    sample_removal_wanted = Signal()
    search_wanted = Signal()
    closing = Signal()
    zoom_wanted = Signal(int)
    undo_wanted = Signal()
    redo_wanted = Signal()
    lock_wanted = Signal()

    _painted = False

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._build: Callable[[PageEntry], Page] | None = None
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._may_close = False
        self.is_covered = False
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 460)
        self.resize(1280, 720)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._make_bar())
        self.banner = Banner()
        status.problem.connect(self.banner.tell)
        rows.addWidget(self.banner)
        self._rows = rows
        self.alarm: Banner | None = None
        status.alarm.connect(self._on_alarm)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._make_rail())
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())
        middle.addWidget(self.stack, 1)
        rows.addLayout(middle, 1)
        self.foot = Foot(status)
        rows.addWidget(self.foot)
        self.setCentralWidget(body)
        self.foot.undo_button.clicked.connect(self.undo_wanted)
        self.foot.redo_button.clicked.connect(self.redo_wanted)
        self.retranslate()

    def listen_to_keys(self) -> None:
        """Take the keys that work on every page.

        Called once the window was painted, like ``recolour``. None belongs to a button: a button's
        first loads the name of every key there is.
        """
        from PySide6.QtGui import QKeySequence, QShortcut

        for index, entry in enumerate(PAGES, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{index}"), self)
            shortcut.activated.connect(partial(self.go_to, entry.key))
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self.zoom_wanted.emit, step))
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search_wanted)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_wanted)
        # A text that has the focus takes both keys for itself.
        for standard, wanted in (
            (QKeySequence.StandardKey.Undo, self.undo_wanted),
            (QKeySequence.StandardKey.Redo, self.redo_wanted),
        ):
            QShortcut(QKeySequence(standard), self).activated.connect(wanted)

    def open(self, build: Callable[[PageEntry], Page], office: str, *, sample: bool) -> None:
        """Show the pages of a journal that was just opened; those shown before are dropped."""
        self.forget_pages()
        self._build = build
        self.set_office(office)
        self.sample_button.setVisible(sample)
        for button in self.rail_group.buttons():
            button.setEnabled(True)
        self.go_to(PAGES[0].key)

    def forget_pages(self) -> None:
        """Drop every page; done before the journal under them is closed."""
        for page in self._pages.values():
            page.end()
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._current = ""
        self._build = None
        self.foot.clear()
        self.banner.tell("")
        if self.alarm is not None:
            self.alarm.hide()

    def set_office(self, office: str) -> None:
        """Show the office's name in the bar and the title."""
        self.office_label.setText(office)
        self.setWindowTitle(f"{office} — infodesk" if office else "infodesk")

    @property
    def has_pages(self) -> bool:
        """Whether a journal's pages are shown."""
        return self._build is not None

    def page(self, key: str) -> Page:
        """Return a page, built on first use.

        Raises:
            LookupError: no journal is open, or no page has that key.
        """
        if key not in self._pages:
            if self._build is None:
                raise LookupError(key)
            entry = next(entry for entry in PAGES if entry.key == key)
            page = self._build(entry)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def go_to(self, key: str) -> None:
        """Show a page; what the page left behind holds is kept first."""
        if self._build is None:
            return
        if self._current and self._current != key:
            self._pages[self._current].leave()
        page = self.page(key)
        self._current = key
        self.rail_buttons[key].setChecked(True)
        self.stack.setCurrentWidget(page)
        page.enter()

    def renew_page(self) -> None:
        """Let the page shown take up what was changed behind it."""
        if self._current:
            self._pages[self._current].enter()

    def leave_pages(self) -> bool:
        """Let every page keep what it holds; False where one could not."""
        answers = [page.leave() for page in self._pages.values()]
        return all(answers)

    def close_anyway(self) -> None:
        """Close although a page could not keep something: the clerk was asked."""
        self._may_close = True
        self.close()

    def retranslate(self) -> None:
        """Say everything again in the language of now."""
        for entry in PAGES:
            self.rail_buttons[entry.key].setText(QCoreApplication.translate("pages", entry.title))
        self.settings_button.setText(self.tr("Settings"))
        self.lock_button.setText(self.tr("Lock"))
        self.lock_button.setToolTip(self.tr("Lock the window (Ctrl+L)"))
        self.search_button.setText(self.tr("Search, commands") + "    Ctrl+K")
        self.sample_button.setText(self.tr("Sample office: end and remove"))
        self.rail.setAccessibleName(self.tr("Pages"))

    def recolour(self) -> None:
        """Draw the icons in the colours of now.

        The window is painted without them first: loading what draws them, and the enumerations of
        Qt, takes as long as a fifth of an empty window.
        """
        from PySide6.QtCore import Qt

        from infodesk.gui.icons import icon

        colours = colours_of(self)
        for entry in PAGES:
            drawing = icon(entry.icon, colours.muted, checked=colours.primary)
            self.rail_buttons[entry.key].setIcon(drawing)
        self.settings_button.setIcon(icon("settings", colours.muted))
        self.lock_button.setIcon(icon("lock", colours.muted))
        self.search_button.setIcon(icon("search", colours.muted, size=16))
        self.search_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (*self.rail_buttons.values(), self.lock_button, self.settings_button):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not self._painted:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = 64 if self.width() < NARROW else 92
        self.rail.setFixedWidth(width)
        # Not by a policy of size: to name one loads every one of them before the first paint.
        for button in (*self.rail_buttons.values(), self.lock_button, self.settings_button):
            button.setFixedWidth(width - 2 * RAIL_MARGIN)

    def closeEvent(self, event: QCloseEvent) -> None:
        # What is covered was kept before, and can't be asked any more.
        if not self._may_close and not self.is_covered and not self.leave_pages():
            event.ignore()
            self.banner.ask_to_close(self.close_anyway)
            return
        event.accept()
        self.closing.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._build is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.open_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def open_files(self, files: list[Path]) -> None:
        """Give each file to the page that opens its kind."""
        special = {suffix: entry.key for entry in PAGES for suffix in entry.suffixes}
        for key in dict.fromkeys(special.values()):
            own = [path for path in files if special.get(path.suffix.lower(), special["*"]) == key]
            if own:
                self.go_to(key)
                self.page(key).open_files(own)

    def _on_alarm(self, text: str) -> None:
        if self.alarm is None:
            self.alarm = Banner()
            self.alarm.setObjectName("alarm")
            self._rows.insertWidget(1, self.alarm)
        self.alarm.tell(text)

    def _make_bar(self) -> QWidget:
        bar = QFrame()
        set_role(bar, "bar")
        bar.setFixedHeight(44)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(16)
        brand = QLabel("infodesk")
        set_role(brand, "brand")
        row.addWidget(brand)
        self.office_label = QLabel()
        self.office_label.setObjectName("office_label")
        set_role(self.office_label, "muted")
        row.addWidget(self.office_label, 1)
        self.sample_button = QToolButton()
        self.sample_button.setObjectName("sample_button")
        set_role(self.sample_button, "chip")
        self.sample_button.clicked.connect(self.sample_removal_wanted)
        self.sample_button.hide()
        row.addWidget(self.sample_button)
        self.search_button = QToolButton()
        self.search_button.setObjectName("palette_button")
        set_role(self.search_button, "palette")
        self.search_button.clicked.connect(self.search_wanted)
        row.addWidget(self.search_button)
        return bar

    def _make_rail(self) -> QWidget:
        self.rail = QFrame()
        set_role(self.rail, "rail")
        column = QVBoxLayout(self.rail)
        column.setContentsMargins(RAIL_MARGIN, 8, RAIL_MARGIN, 8)
        column.setSpacing(4)
        self.rail_group = QButtonGroup(self)
        self.rail_buttons: dict[str, QToolButton] = {}
        for entry in PAGES:
            button = self._rail_button(f"{entry.key}_rail_button")
            button.setCheckable(True)
            button.setEnabled(False)
            button.clicked.connect(partial(self.go_to, entry.key))
            self.rail_group.addButton(button)
            self.rail_buttons[entry.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self.lock_button = self._rail_button("lock_button")
        self.lock_button.clicked.connect(self.lock_wanted)
        self.lock_button.hide()
        column.addWidget(self.lock_button)
        self.settings_button = self._rail_button("settings_button")
        self.settings_button.clicked.connect(self.settings_wanted)
        column.addWidget(self.settings_button)
        return self.rail

    def _rail_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        set_role(button, "rail")
        button.setIconSize(QSize(20, 20))
        return button
