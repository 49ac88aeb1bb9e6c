"""The left column of the items page: new and open, filters, the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infodesk.core.items import ItemFilter, ItemSort, ItemState
from infodesk.gui.icons import icon
from infodesk.gui.models.item_list import ROW_ROLE, ItemListModel
from infodesk.gui.searching import Searching
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.filter_bar import FilterBar
from infodesk.gui.widgets.item_delegate import ItemDelegate
from infodesk.gui.widgets.rows_view import RowsView
from infodesk.workspace import Workspace

if TYPE_CHECKING:
    from infodesk.storage.search.search import Search

_ASKER = "items"

LONG = 20_000
"""Rows from which the numbers of all are looked up, so that any of them is reached at once."""

LOOK_UP_MS = 1_500
"""After which they are: the first rows are seen before."""

_Answer = tuple[Sequence[int], Mapping[ItemState, int]]
"""The items a search leaves, and how many it leaves in each state."""


class ItemListPane(QWidget):
    """Shows items and lets one be chosen.

    Signals:
        chosen: id of the item chosen by the clerk.
        new_wanted: a new item shall be written.
        open_wanted: files shall be opened.
        narrowed: the list shows what its filter leaves.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    open_wanted = Signal()
    narrowed = Signal()

    def __init__(self, workspace: Workspace, searching: Searching, language: str) -> None:
        super().__init__()
        self._searching = searching
        self._is_marking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_UP_MS)
        self._timer.timeout.connect(self._look_up_numbers)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(280)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        rows.addLayout(self._make_head())
        set_role(self, "list")
        desk = workspace.items
        self.filter_bar = FilterBar(
            workspace.profiles, desk.units, desk.count, lambda: workspace.clock.now().date()
        )
        rows.addWidget(self.filter_bar)
        self.model = ItemListModel(desk, self)
        self.view = RowsView()
        self.view.setObjectName("items_list")
        self.view.setAccessibleName(self.tr("Items"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(
            ItemDelegate(workspace.profiles, workspace.clock, language=language, parent=self)
        )
        self.view.fit_rows()
        rows.addWidget(self.view, 1)
        self.empty_label = QLabel(self.tr("No item matches."))
        self.empty_label.setObjectName("empty_list_label")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.empty_label, "muted")
        rows.addWidget(self.empty_label, 1)
        self.filter_bar.changed.connect(self._on_narrowed)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def current_id(self) -> str:
        """Id of the item chosen; empty where there is none."""
        row = self.view.currentIndex().data(ROW_ROLE)
        return row.id if row is not None else ""

    @property
    def is_unfiltered(self) -> bool:
        """Whether the list shows every item there is."""
        return replace(self.filter_bar.narrowed, sort=ItemSort.ADDED) == ItemFilter()

    def reload(self) -> None:
        """Read the list anew; the item chosen stays chosen where it still shows."""
        self.filter_bar.refresh()
        self._on_narrowed(self.filter_bar.narrowed)

    def end(self) -> None:
        """Want no answer any more: the list is about to go."""
        self._timer.stop()
        self._searching.drop(_ASKER)

    def show_everything(self) -> None:
        """Take every filter away."""
        self.filter_bar.show_all()

    def choose(self, item_id: str) -> None:
        """Mark an item as the one shown; says nothing about it."""
        self.model.row(0)
        place = self.model.place_of(item_id)
        self._is_marking = True
        self.view.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())
        self._is_marking = False

    def choose_first(self) -> bool:
        """Choose the newest item; False where there is none."""
        row = self.model.row(0) if self.model.rowCount() else None
        if row is None:
            return False
        self.choose(row.id)
        self.chosen.emit(row.id)
        return True

    def renew(self, item_id: str) -> None:
        """Show an item's row as the journal has it now."""
        self.model.renew(item_id)

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.filter_bar.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.search_edit.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 0)
        head.setSpacing(8)
        self.new_button = QPushButton(self.tr("New item"))
        self.new_button.setObjectName("new_button")
        self.new_button.setToolTip("Ctrl+N")
        set_role(self.new_button, "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button = QPushButton(self.tr("Open files…"))
        self.open_button.setObjectName("open_button")
        self.open_button.setToolTip("Ctrl+O")
        self.open_button.clicked.connect(self.open_wanted)
        head.addWidget(self.new_button, 1)
        head.addWidget(self.open_button, 1)
        self._recolour()
        return head

    def _recolour(self) -> None:
        colours = colours_of(self)
        self.new_button.setIcon(icon("plus", colours.on_primary, disabled=colours.muted, size=16))
        self.open_button.setIcon(icon("folder", colours.text, size=16))

    def _on_narrowed(self, narrowed: ItemFilter) -> None:
        """Show what a filter leaves; a text or a period is looked up beside the window."""
        if not narrowed.is_searched:
            self._searching.drop(_ASKER)
            self._timer.stop()
            self._narrow(narrowed)
            if self.model.rowCount() > LONG:
                self._timer.start()
            return

        def look_up(search: Search) -> _Answer:
            found = search.listing.serials(narrowed)
            every = found
            if narrowed.states or narrowed.discarded:
                anywhere = replace(narrowed, states=frozenset(), discarded=False)
                every = search.listing.serials(anywhere)
            return found, search.listing.states(every)

        def show(answer: _Answer) -> None:
            self.filter_bar.show_counts(answer[1])
            self._narrow(narrowed, answer[0])

        self._searching.ask(_ASKER, look_up, show)

    def _look_up_numbers(self) -> None:
        narrowed = self.model.narrowed
        if not narrowed.is_searched:
            self._searching.ask(
                _ASKER, lambda search: search.listing.serials(narrowed), self.model.know
            )

    def _narrow(self, narrowed: ItemFilter, found: Sequence[int] | None = None) -> None:
        current = self.current_id
        self._is_marking = True
        self.model.narrow(narrowed, found)
        self._is_marking = False
        if current:
            self.choose(current)
        is_empty = self.model.rowCount() == 0
        self.view.setVisible(not is_empty)
        self.empty_label.setVisible(is_empty)
        self.narrowed.emit()

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if row is not None and not self._is_marking:
            self.chosen.emit(row.id)
