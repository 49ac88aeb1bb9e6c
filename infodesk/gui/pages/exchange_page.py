"""The exchange: what was sent and how far it came, what came in, what waits, who is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSplitter,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from infodesk import messages
from infodesk.core.batches import BatchRecord, Direction
from infodesk.core.stations import Station, Waiting
from infodesk.gui.answering import AnswerRow, Offer
from infodesk.gui.context import PageContext
from infodesk.gui.exchange import Exchange
from infodesk.gui.exchange_acts import ExchangeActs
from infodesk.gui.messages import term
from infodesk.gui.pages.page import Page
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.batch_text import answer_html, batch_html, station_html, waiting_html

SENT, RECEIVED, ANSWERS, WAITING, STATIONS = range(5)
"""Places of the tabs."""

_ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Row = BatchRecord | Waiting | Station | AnswerRow


class ExchangePage(Page):
    """A list at the left by tabs; what is chosen at the right, with what can be done."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._language = context.language
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
        key = _key(self._current) if self._current is not None else ""
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
        self._fill(key)

    def open_files(self, files: Sequence[Path]) -> None:
        """Look into a batch that was dropped on the window."""
        self.exchange.take_in(files[0])

    def choose_tab(self, tab: int) -> None:
        """Show one of the lists."""
        self.tabs.setCurrentIndex(tab)

    @property
    def _current(self) -> Row | None:
        item = self.list_widget.currentItem()
        row: Row | None = item.data(_ROW_ROLE) if item is not None else None
        return row

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
        self.drop_button.setEnabled(not self._context.workspace.is_read_only)
        head.addWidget(self.drop_button)
        set_role(self.send_button, "primary")
        self.send_button.setEnabled(not self._context.workspace.is_read_only)
        rows.addLayout(head)
        self.tabs = QTabBar()
        self.tabs.setObjectName("exchange_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(STATIONS + 1):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _: self._fill(""))
        rows.addWidget(self.tabs)
        self.gaps_label = QLabel()
        self.gaps_label.setObjectName("gaps_label")
        self.gaps_label.setWordWrap(True)
        self.gaps_label.setContentsMargins(14, 6, 14, 6)
        set_role(self.gaps_label, "should")
        rows.addWidget(self.gaps_label)
        self.list_widget = QListWidget()
        self.list_widget.setObjectName("batches_list")
        self.list_widget.setAccessibleName(self.tr("Batches"))
        self.list_widget.setProperty("role", "plain_list")
        self.list_widget.currentItemChanged.connect(lambda *_: self._show())
        self.list_widget.itemSelectionChanged.connect(lambda: self._offer(self._current))
        rows.addWidget(self.list_widget, 1)
        self.empty_label = QLabel()
        self.empty_label.setObjectName("empty_batches_label")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setWordWrap(True)
        set_role(self.empty_label, "muted")
        rows.addWidget(self.empty_label, 1)
        return side

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

    def _fill(self, key: str) -> None:
        tab = self.tabs.currentIndex()
        workspace = self._context.workspace
        rows: Sequence[Row]
        if tab == WAITING:
            rows = workspace.stations.waiting()
        elif tab == ANSWERS:
            rows = self.acts.answering.rows()
        elif tab == STATIONS:
            rows = workspace.stations.stations()
        else:
            direction = Direction.SENT if tab == SENT else Direction.RECEIVED
            rows = workspace.exchange.batches(direction)
        self.list_widget.blockSignals(True)
        modes = QListWidget.SelectionMode
        mode = modes.ExtendedSelection if tab == ANSWERS else modes.SingleSelection
        self.list_widget.setSelectionMode(mode)
        self.list_widget.clear()
        for row in rows:
            item = QListWidgetItem(self._words(row))
            item.setData(_ROW_ROLE, row)
            self.list_widget.addItem(item)
            if key and _key(row) == key:
                self.list_widget.setCurrentItem(item)
        if self.list_widget.currentItem() is None and rows:
            self.list_widget.setCurrentRow(0)
        self.list_widget.blockSignals(False)
        self.list_widget.setVisible(bool(rows))
        self.empty_label.setText(self._nothing(tab))
        self.empty_label.setVisible(not rows)
        self._show_gaps(tab)
        self._show()

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

    def _words(self, row: Row) -> str:
        if isinstance(row, Station):
            state = term(f"key-{row.ending.value if row.ending else 'holds'}", self._language)
            superior = f" · {term('superior', self._language)}" if row.superior else ""
            return f"{row.party.label}\n{state}{superior}"
        if isinstance(row, AnswerRow):
            kind = term(f"batch-{row.kind.value}", self._language)
            ourselves = messages.say("exchange", "ourselves", self._language)
            return f"{row.told.title}\n{kind} · {row.station or ourselves}"
        if isinstance(row, Waiting):
            kind = term(f"batch-{row.kind}", self._language)
            return f"{row.sender.label} · {kind}\n{row.at:%Y-%m-%d %H:%M}"
        sent = row.direction is Direction.SENT
        other = (row.recipient if sent else row.sender).label or "—"
        kind = term(f"batch-{row.kind.value}", self._language)
        number = self.tr("No. {number}").format(number=row.seq) if row.seq else ""
        state = "received"
        if sent:
            state = self._context.workspace.answers.standing(row.id).value
        head = " · ".join(word for word in (other, kind, number) if word)
        return f"{head}\n{row.at:%Y-%m-%d %H:%M} · {term(f'standing-{state}', self._language)}"

    def _show(self) -> None:
        """Show what is chosen, and what can be done with it."""
        row = self._current
        self._offer(row)
        if row is None:
            self.title_label.clear()
            self.text_view.clear()
            return
        workspace, colours = self._context.workspace, colours_of(self)
        self.title_label.setText(self._words(row).splitlines()[0])
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
            chosen = [item.data(_ROW_ROLE) for item in self.list_widget.selectedItems()]
            return self.acts.with_answers(chosen)
        on_stations = self.tabs.currentIndex() == STATIONS
        return self.acts.offered(row, stations=on_stations)

    def _show_answer(self, answer: str) -> None:
        """Show an answer that was just recorded, with the act that tells it."""
        self.tabs.setCurrentIndex(ANSWERS)
        self._fill(answer)


def _do(act: Callable[[], None], _checked: bool = False) -> None:
    act()


def _key(row: Row) -> str:
    """Return what names a row of any list."""
    if isinstance(row, Station):
        return f"{row.party.station}-{row.number}"
    return row.digest
