"""What the list of items is narrowed to: chips for states, units and kinds, and a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from infodesk.core.items import ItemFilter, ItemSort, ItemState
from infodesk.core.profiles import Profile
from infodesk.gui.icons import icon
from infodesk.gui.stylesheet import set_role
from infodesk.gui.theme import colours_of
from infodesk.gui.widgets.flow_layout import FlowLayout

SEARCH_AFTER_MS = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """A chip: which states it shows; ``title`` is translated in the context ``FilterBar``."""

    key: str
    title: str
    states: frozenset[ItemState] = frozenset()
    discarded: bool = False


SCOPES = (
    Scope("all", str(QT_TRANSLATE_NOOP("FilterBar", "All"))),
    Scope("drafts", str(QT_TRANSLATE_NOOP("FilterBar", "Drafts")), frozenset({ItemState.DRAFT})),
    Scope(
        "approved",
        str(QT_TRANSLATE_NOOP("FilterBar", "Approved")),
        frozenset({ItemState.APPROVED}),
    ),
    Scope("issued", str(QT_TRANSLATE_NOOP("FilterBar", "Issued")), frozenset({ItemState.ISSUED})),
)
"""Chips that always show."""

MORE = (
    Scope("sent", str(QT_TRANSLATE_NOOP("FilterBar", "Sent")), frozenset({ItemState.SENT})),
    Scope("held", str(QT_TRANSLATE_NOOP("FilterBar", "Held back")), frozenset({ItemState.HELD})),
    Scope(
        "returned", str(QT_TRANSLATE_NOOP("FilterBar", "Returned")), frozenset({ItemState.RETURNED})
    ),
    Scope("trash", str(QT_TRANSLATE_NOOP("FilterBar", "Trash")), discarded=True),
)
"""Scopes in the menu of the last chip."""

SORTS = {
    ItemSort.ADDED: str(QT_TRANSLATE_NOOP("FilterBar", "Newest first")),
    ItemSort.CHANGED: str(QT_TRANSLATE_NOOP("FilterBar", "Last changed first")),
    ItemSort.UNIT: str(QT_TRANSLATE_NOOP("FilterBar", "By unit")),
}
"""How the list can be ordered; titles are translated in the context ``FilterBar``."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its key; ``title`` is translated in the context ``FilterBar``."""

    key: str
    title: str


PERIODS = (
    Period("all", str(QT_TRANSLATE_NOOP("FilterBar", "Any time"))),
    Period("today", str(QT_TRANSLATE_NOOP("FilterBar", "Today"))),
    Period("week", str(QT_TRANSLATE_NOOP("FilterBar", "This week"))),
    Period("month", str(QT_TRANSLATE_NOOP("FilterBar", "This month"))),
    Period("last-month", str(QT_TRANSLATE_NOOP("FilterBar", "Last month"))),
    Period("year", str(QT_TRANSLATE_NOOP("FilterBar", "This year"))),
)
"""Periods by the day of the last change, any time first."""


def period_of(key: str, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period; None where it is open."""
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    return {
        "today": (today, today),
        "week": (today - timedelta(days=today.weekday()), today),
        "month": (first, today),
        "last-month": (before.replace(day=1), before),
        "year": (today.replace(month=1, day=1), today),
    }.get(key, (None, None))


class FilterBar(QWidget):
    """Builds an ``ItemFilter``.

    Signals:
        changed: the filter asked for.
    """

    changed = Signal(ItemFilter)

    def __init__(
        self,
        profiles: Mapping[str, Profile],
        units: Callable[[], Sequence[str]],
        count: Callable[[ItemFilter], int],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._profiles = profiles
        self._units = units
        self._count = count
        self._scope = SCOPES[0]
        self._narrowed = ItemFilter()
        self._period = PERIODS[0].key
        self._today = today
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(8)
        self.search_edit = QLineEdit()
        self.search_edit.setObjectName("search_edit")
        self.search_edit.setAccessibleName(self.tr("Search"))
        self.search_edit.setPlaceholderText(self.tr("Search title and text"))
        self.search_edit.setClearButtonEnabled(True)
        set_role(self.search_edit, "search")
        rows.addWidget(self.search_edit)
        chips = FlowLayout(gap_px=4)
        self._chips: dict[str, QToolButton] = {}
        for scope in SCOPES:
            chip = self._chip(f"{scope.key}_chip")
            chip.clicked.connect(lambda _on=False, scope=scope: self.choose(scope))
            self._chips[scope.key] = chip
            chips.addWidget(chip)
        self.more_chip = self._menu_chip("more_chip", self._fill_more)
        self.unit_chip = self._menu_chip("unit_chip", self._fill_units)
        self.kind_chip = self._menu_chip("kind_chip", self._fill_kinds)
        self.period_chip = self._menu_chip("period_chip", self._fill_periods)
        self.sort_chip = self._menu_chip("sort_chip", self._fill_sorts)
        for chip in (
            self.more_chip,
            self.unit_chip,
            self.kind_chip,
            self.period_chip,
            self.sort_chip,
        ):
            chips.addWidget(chip)
        rows.addLayout(chips)
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(SEARCH_AFTER_MS)
        self._search_timer.timeout.connect(self._on_searched)
        self.search_edit.textChanged.connect(self._search_timer.start)
        self.search_edit.addAction(QAction(self), QLineEdit.ActionPosition.LeadingPosition)
        self._recolour()
        self.refresh()

    @property
    def narrowed(self) -> ItemFilter:
        """The filter asked for."""
        return self._narrowed

    def choose(self, scope: Scope) -> None:
        """Show a scope."""
        self._scope = scope
        self._narrow(replace(self._narrowed, states=scope.states, discarded=scope.discarded))

    def choose_unit(self, unit: str) -> None:
        """Show everything of a unit."""
        self._clear()
        self._narrow(ItemFilter(unit=unit))

    def show_all(self) -> None:
        """Take every narrowing away: something new must be seen."""
        self._clear()
        self._narrow(ItemFilter())

    def refresh(self) -> None:
        """Count anew; how many items a search leaves is told later, by ``show_counts``."""
        for scope in SCOPES:
            chip = self._chips[scope.key]
            chip.setText(self.tr(scope.title))
            if not self._narrowed.is_searched:
                narrowed = replace(self._narrowed, states=scope.states, discarded=False)
                chip.setText(f"{self.tr(scope.title)} {self._count(narrowed):,}")
            chip.setChecked(scope is self._scope)
        more = self._scope if self._scope in MORE else None
        self._name(self.more_chip, self.tr("More"), self.tr(more.title) if more else "")
        self._name(self.unit_chip, self.tr("Unit"), self._narrowed.unit)
        profile = self._profiles.get(self._narrowed.kind)
        self._name(self.kind_chip, self.tr("Kind"), profile.name if profile else "")
        period = next((each for each in PERIODS if each.key == self._period), PERIODS[0])
        is_all = period is PERIODS[0]
        self._name(self.period_chip, self.tr("Period"), "" if is_all else self.tr(period.title))
        sort = self._narrowed.sort
        self._name(self.sort_chip, self.tr(SORTS[sort]), "")

    def show_counts(self, counts: Mapping[ItemState, int]) -> None:
        """Show how many of the items found stand in each state."""
        for scope in SCOPES:
            of_scope = sum(counts.get(state, 0) for state in scope.states or counts)
            self._chips[scope.key].setText(f"{self.tr(scope.title)} {of_scope:,}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.search_edit.actions():
            self._recolour()

    def _recolour(self) -> None:
        drawing = icon("search", colours_of(self).muted, size=16)
        self.search_edit.actions()[0].setIcon(drawing)

    def _clear(self) -> None:
        self.search_edit.blockSignals(True)
        self.search_edit.clear()
        self.search_edit.blockSignals(False)
        self._scope = SCOPES[0]
        self._period = PERIODS[0].key

    def _narrow(self, narrowed: ItemFilter) -> None:
        self._narrowed = narrowed
        self.refresh()
        self.changed.emit(narrowed)

    def _on_searched(self) -> None:
        self._narrow(replace(self._narrowed, text=self.search_edit.text().strip()))

    def _fill_more(self, menu: QMenu) -> None:
        for scope in MORE:
            count = self._count(ItemFilter(states=scope.states, discarded=scope.discarded))
            action = menu.addAction(f"{self.tr(scope.title)} {count}")
            action.setCheckable(True)
            action.setChecked(scope is self._scope)
            action.triggered.connect(lambda _on=False, scope=scope: self.choose(scope))

    def _fill_units(self, menu: QMenu) -> None:
        self._fill(
            menu,
            {self.tr("All units"): ""} | {unit: unit for unit in self._units() if unit},
            current=self._narrowed.unit,
            choose=lambda unit: self._narrow(replace(self._narrowed, unit=unit)),
        )

    def _fill_kinds(self, menu: QMenu) -> None:
        names = {profile.name: key for key, profile in self._profiles.items()}
        self._fill(
            menu,
            {self.tr("All kinds"): ""} | names,
            current=self._narrowed.kind,
            choose=lambda kind: self._narrow(replace(self._narrowed, kind=kind)),
        )

    def _fill_periods(self, menu: QMenu) -> None:
        def choose(key: str) -> None:
            self._period = key
            since, until = period_of(key, self._today())
            self._narrow(replace(self._narrowed, since=since, until=until))

        titles = {self.tr(period.title): period.key for period in PERIODS}
        self._fill(menu, titles, current=self._period, choose=choose)

    def _fill_sorts(self, menu: QMenu) -> None:
        self._fill(
            menu,
            {self.tr(title): sort.value for sort, title in SORTS.items()},
            current=self._narrowed.sort.value,
            choose=lambda sort: self._narrow(replace(self._narrowed, sort=ItemSort(sort))),
        )

    def _fill(
        self,
        menu: QMenu,
        entries: Mapping[str, str],
        *,
        current: str,
        choose: Callable[[str], None],
    ) -> None:
        group = QActionGroup(menu)
        for name, value in entries.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _on=False, value=value: choose(value))
            group.addAction(action)

    def _name(self, chip: QToolButton, title: str, chosen: str) -> None:
        chip.setText(f"{chosen or title} ▾")
        chip.setChecked(bool(chosen))

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName(name)
        chip.setCheckable(True)
        set_role(chip, "chip")
        return chip

    def _menu_chip(self, name: str, fill: Callable[[QMenu], None]) -> QToolButton:
        chip = self._chip(name)
        menu = QMenu(chip)

        def show() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(show)
        menu.aboutToHide.connect(self.refresh)
        chip.setMenu(menu)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return chip
