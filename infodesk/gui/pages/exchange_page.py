"""The exchange: what was sent and how far it came, what came in, what waits, who is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.batches import Direction
from infodesk.core.stations import Station, Waiting
from infodesk.gui.answering import AnswerRow, Offer
from infodesk.gui.context import PageContext
from infodesk.gui.exchange import Exchange
from infodesk.gui.exchange_acts import ExchangeActs
from infodesk.gui.exchange_lines import ExchangeLines, Lines, Row, station_name
from infodesk.gui.models.lines import LINE_ROLE, Line, LinesModel, Name
from infodesk.gui.pages.page import Page
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.batch_text import answer_html, batch_html, station_html, waiting_html
from infodesk.gui.widgets.line_delegate import LineDelegate
from infodesk.gui.widgets.rows_view import RowsView

SENT, RECEIVED, ANSWERS, WAITING, STATIONS = range(5)
"""Places of the tabs."""


class ExchangePage(Page):
    """A list at the left by tabs; what is chosen at the right, with what can be done."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._language = context.language
        self._lines = ExchangeLines(context, self)
        self._is_filling = False
        self.setObjectName("exchange_page")
        self.exchange = Exchange(context, self)
        self.acts = ExchangeActs(context, self)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._make_list())
        halves.addWidget(self._make_detail())
        halves.setStretchFactor(1, 1)
        halves.setSizes([430, 840])
        rows.addWidget(halves)
        self.exchange.changed.connect(self.enter)
        self.acts.changed.connect(self.enter)
        self.acts.answering.recorded.connect(self._show_answer)
        self.acts.answering.written.connect(self._show_written)

    def enter(self) -> None:
        """Read everything anew; what was chosen stays chosen."""
        chosen = self.model.name(self.view.currentIndex().row())
        self._context.status.detail.emit("")
        counts = {WAITING: len(self._context.workspace.stations.waiting())}
        names = {
            SENT: self.tr("Sent"),
            RECEIVED: self.tr("Received"),
            ANSWERS: self.tr("Answers"),
            WAITING: self.tr("Not verified"),
            STATIONS: self.tr("Stations"),
        }
        for tab, name in names.items():
            count = counts.get(tab, 0)
            self.tabs.setTabText(tab, f"{name} {count}" if count else name)
        self._fill(chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            # What is shown was written in the colours of before.
            self._show()

    def open_files(self, files: Sequence[Path]) -> None:
        """Look into a batch that was dropped on the window."""
        self.exchange.take_in(files[0])

    def choose_tab(self, tab: int) -> None:
        """Show one of the lists."""
        self.tabs.setCurrentIndex(tab)

    def show_batch(self, direction: Direction, number: int) -> None:
        """Show a batch by the journal's number of it."""
        self._show_row(SENT if direction is Direction.SENT else RECEIVED, number)

    def show_station(self, code: str, number: int) -> None:
        """Show a station by its code and the journal's number of its key."""
        self._show_row(STATIONS, station_name(code, number))

    @property
    def _current(self) -> Row | None:
        return self._row(self.view.currentIndex())

    def _row(self, index: QModelIndex) -> Row | None:
        line: Line | None = index.data(LINE_ROLE)
        return None if line is None else cast("Row", line.row)

    def _show_written(self, name: str) -> None:
        self.enter()
        self._context.status.note.emit(self.tr("Written: {name}").format(name=name))

    def _make_list(self) -> QWidget:
        side = QWidget()
        set_role(side, "list")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 4)
        head.setSpacing(8)
        self.send_button = QPushButton(self.tr("Send items…"))
        self.take_button = QPushButton(self.tr("Take in a file…"))
        for button, name, act in (
            (self.send_button, "send_button", lambda _checked: self.exchange.send()),
            (self.take_button, "take_in_button", lambda _checked: self.exchange.take_in()),
        ):
            button.setObjectName(name)
            button.clicked.connect(act)
            head.addWidget(button, 1)
        self.drop_button = QPushButton(self.tr("Drop…"))
        self.drop_button.setObjectName("drop_button")
        self.drop_button.setToolTip(self.tr("Send and fetch by the drop"))
        self.drop_button.clicked.connect(lambda _checked: self.exchange.tend_drop())
        head.addWidget(self.drop_button)
        set_role(self.send_button, "primary")
        rows.addLayout(head)
        self.tabs = QTabBar()
        self.tabs.setObjectName("exchange_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(STATIONS + 1):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _: self._fill())
        rows.addWidget(self.tabs)
        self.gaps_label = QLabel()
        self.gaps_label.setObjectName("gaps_label")
        self.gaps_label.setWordWrap(True)
        self.gaps_label.setContentsMargins(14, 6, 14, 6)
        set_role(self.gaps_label, "should")
        rows.addWidget(self.gaps_label)
        self._make_view()
        rows.addWidget(self.view, 1)
        self.empty_label = QLabel()
        self.empty_label.setObjectName("empty_batches_label")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setWordWrap(True)
        set_role(self.empty_label, "muted")
        rows.addWidget(self.empty_label, 1)
        return side

    def _make_view(self) -> None:
        self.model = LinesModel(self)
        self.view = RowsView()
        self.view.setObjectName("batches_list")
        self.view.setAccessibleName(self.tr("Batches"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineDelegate(self.view))
        self.view.fit_rows()
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_chosen(self._show))
        self.view.selectionModel().selectionChanged.connect(
            lambda *_: self._on_chosen(lambda: self._offer(self._current))
        )

    def _make_detail(self) -> QWidget:
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(20, 14, 20, 12)
        rows.setSpacing(10)
        self.title_label = QLabel()
        self.title_label.setObjectName("batch_title_label")
        self.title_label.setWordWrap(True)
        set_role(self.title_label, "strong")
        rows.addWidget(self.title_label)
        self.text_view = QTextBrowser()
        self.text_view.setObjectName("batch_view")
        self.text_view.setAccessibleName(self.tr("What is chosen"))
        self.text_view.setOpenLinks(False)
        self.text_view.setProperty("role", "page")
        self.text_view.document().setDocumentMargin(14)
        rows.addWidget(self.text_view, 1)
        self._buttons_row = QHBoxLayout()
        self._buttons_row.addStretch(1)
        rows.addLayout(self._buttons_row)
        return side

    def _fill(self, name: Name | None = None) -> None:
        """Show the list of a tab; the row of a name is chosen, else the first."""
        tab = self.tabs.currentIndex()
        modes = RowsView.SelectionMode
        mode = modes.ExtendedSelection if tab == ANSWERS else modes.SingleSelection
        self._is_filling = True
        self.view.setSelectionMode(mode)
        self.model.show(*self._listed(tab))
        place = max(self.model.place_of(name), 0) if name is not None else 0
        self.view.setCurrentIndex(self.model.index(place))
        self._is_filling = False
        is_empty = self.model.rowCount() == 0
        self.view.setVisible(not is_empty)
        self.empty_label.setText(self._nothing(tab))
        self.empty_label.setVisible(is_empty)
        self._show_gaps(tab)
        self._show()

    def _listed(self, tab: int) -> Lines:
        workspace = self._context.workspace
        if tab == WAITING:
            return self._lines.listed(workspace.stations.waiting())
        if tab == ANSWERS:
            return self._lines.answers(self.acts.answering)
        if tab == STATIONS:
            return self._lines.listed(workspace.stations.stations())
        return self._lines.batches(Direction.SENT if tab == SENT else Direction.RECEIVED)

    def _nothing(self, tab: int) -> str:
        return {
            SENT: self.tr("Nothing was sent yet."),
            RECEIVED: self.tr("Nothing came in yet."),
            ANSWERS: self.tr("No adoption, directive or commission yet."),
            WAITING: self.tr("No file waits for its sender to be verified."),
            STATIONS: self.tr("No other station is known yet. Take in its station card."),
        }[tab]

    def _show_gaps(self, tab: int) -> None:
        """Name the numbers that never came."""
        gaps = self._context.workspace.exchange.gaps() if tab == RECEIVED else {}
        lines = [
            self.tr("{sender}: numbers {numbers} are missing").format(
                sender=sender.label, numbers="、".join(map(str, missing[:20]))
            )
            for sender, missing in gaps.items()
        ]
        self.gaps_label.setText("\n".join(lines))
        self.gaps_label.setVisible(bool(lines))

    def _on_chosen(self, act: Callable[[], None]) -> None:
        if not self._is_filling:
            act()

    def _show(self) -> None:
        """Show what is chosen, and what can be done with it."""
        row = self._current
        self._offer(row)
        if row is None:
            self.title_label.clear()
            self.text_view.clear()
            return
        workspace, colours = self._context.workspace, colours_of(self)
        self.title_label.setText(self.view.currentIndex().data().splitlines()[0])
        if isinstance(row, Station):
            self.text_view.setHtml(station_html(row, colours=colours, language=self._language))
        elif isinstance(row, AnswerRow):
            self.text_view.setHtml(answer_html(row, colours=colours, language=self._language))
        elif isinstance(row, Waiting):
            batch = workspace.incoming.waiting(row.digest)
            titles = [line.title for line in (*batch.items, *batch.answers)]
            self.text_view.setHtml(
                waiting_html(row, titles, colours=colours, language=self._language)
            )
        else:
            sent = row.direction is Direction.SENT
            self.text_view.setHtml(
                batch_html(
                    row,
                    workspace.exchange.entries(row),
                    workspace.answers.receipts(row.id) if sent else (),
                    colours=colours,
                    language=self._language,
                )
            )

    def _offer(self, row: Row | None) -> None:
        while self._buttons_row.count() > 1:
            held = self._buttons_row.takeAt(1)
            widget = held.widget() if held is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name, text, act in self._offers(row):
            button = QPushButton(text)
            button.setObjectName(f"{name}_button")
            button.clicked.connect(partial(_do, act))
            self._buttons_row.addWidget(button)
        further = self.acts.answers_on(row)
        if further:
            menu = QMenu(self)
            for name, text, act in further:
                action = menu.addAction(text)
                action.setObjectName(f"{name}_action")
                action.triggered.connect(partial(_do, act))
            answers = self.tr("Answers")
            button = QPushButton(f"{answers} ▾")
            button.setObjectName("answers_button")
            button.setMenu(menu)
            menu.setParent(button, menu.windowFlags())
            self._buttons_row.addWidget(button)

    def _offers(self, row: Row | None) -> list[Offer]:
        if self.tabs.currentIndex() == ANSWERS or isinstance(row, AnswerRow):
            chosen = [self._row(index) for index in self.view.selectionModel().selectedRows()]
            return self.acts.with_answers([row for row in chosen if isinstance(row, AnswerRow)])
        on_stations = self.tabs.currentIndex() == STATIONS
        return self.acts.offered(row, stations=on_stations)

    def _show_answer(self, answer: str) -> None:
        """Show an answer that was just recorded, with the act that tells it."""
        self._show_row(ANSWERS, answer)

    def _show_row(self, tab: int, name: Name) -> None:
        self.tabs.setCurrentIndex(tab)
        self._fill(name)


def _do(act: Callable[[], None], _checked: bool = False) -> None:
    act()
