"""The right column of the items page: findings, figures, details, versions, the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from infodesk.core.checking.findings import Finding, Report, Span
from infodesk.core.items import Content, Revision
from infodesk.gui.widgets.findings_list import FindingsList

if TYPE_CHECKING:
    # Loaded when they are first looked at: the list shall show soon after the start.
    from infodesk.gui.widgets.figures_view import FiguresView
    from infodesk.gui.widgets.history_view import HistoryView
    from infodesk.gui.widgets.page_preview import PagePreview
    from infodesk.gui.widgets.previous_view import PreviousView
    from infodesk.gui.widgets.versions_view import VersionsView


CHECK, FIGURES, DETAILS, VERSIONS, PAGE, PREVIOUS = range(6)
"""Places of the tabs."""

LEAST_PX, LEAST_PAGE_PX = 230, 320
"""Below the second the line over the pages has no room."""

MOST_TABS_PX = 340
"""Width up to which every tab is in sight, however large the text."""


class _Tab(QWidget):
    """A tab that is filled when it is first looked at, and knows when it is seen."""

    seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        QVBoxLayout(self).setContentsMargins(0, 0, 0, 0)

    def fill(self, content: QWidget) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(content)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.seen.emit(False)


class ItemSide(QTabWidget):
    """Five tabs, and a sixth beside a follow-up.

    Signals:
        place_wanted: the place a finding or a figure speaks of.
        fixes_wanted: fixes (list of ``Fix``) that shall be made together.
        pointed: the finding that is looked at, None where none is.
        source_wanted: the finding whose other text shall be shown.
        shown: details, versions or the previous report came into view and want to be filled.
        restore_wanted: the clerk wants to go on from the content of a version.
        page_seen: the page came into view, or went out of it.
        print_wanted: the clerk wants the page on paper.
    """

    place_wanted = Signal(Span)
    fixes_wanted = Signal(list)
    pointed = Signal(object)
    source_wanted = Signal(Finding)
    shown = Signal()
    restore_wanted = Signal(Revision)
    page_seen = Signal(bool)
    print_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._history: HistoryView | None = None
        self._versions: VersionsView | None = None
        self._preview: PagePreview | None = None
        self.setObjectName("item_side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)
        self.setMinimumWidth(LEAST_PX)
        self.findings = FindingsList(language)
        self.findings.place_wanted.connect(self.place_wanted)
        self.findings.fixes_wanted.connect(self.fixes_wanted)
        self.findings.pointed.connect(self.pointed)
        self.findings.source_wanted.connect(self.source_wanted)
        self._figures: FiguresView | None = None
        self._report: Report | None = None
        self._previous: PreviousView | None = None
        tabs = _Tab(), _Tab(), _Tab(), _Tab()
        self._figures_tab, self._history_tab, self._versions_tab, self._page_tab = tabs
        self._previous_tab = _Tab()
        self.addTab(self.findings, self.tr("Check"))
        self.addTab(self._figures_tab, self.tr("Figures"))
        self.addTab(self._history_tab, self.tr("Details"))
        self.addTab(self._versions_tab, self.tr("Versions"))
        self.addTab(self._page_tab, self.tr("Page"))
        self.addTab(self._previous_tab, self.tr("Previous"))
        self.setTabVisible(PREVIOUS, False)
        self.currentChanged.connect(self.shown)
        self.currentChanged.connect(self._make_room)
        self._page_tab.seen.connect(self.page_seen)
        self._figures_tab.seen.connect(lambda _: self._show_figures())

    @property
    def figures(self) -> FiguresView:
        """The figures, built on first use."""
        if self._figures is None:
            from infodesk.gui.widgets.figures_view import FiguresView

            self._figures = FiguresView(self._language)
            self._figures.place_wanted.connect(self.place_wanted)
            self._figures_tab.fill(self._figures)
        return self._figures

    @property
    def history(self) -> HistoryView:
        """The details, built on first use."""
        if self._history is None:
            from infodesk.gui.widgets.history_view import HistoryView

            self._history = HistoryView(self._language)
            self._history_tab.fill(self._history)
        return self._history

    @property
    def versions(self) -> VersionsView:
        """The versions, built on first use."""
        if self._versions is None:
            from infodesk.gui.widgets.versions_view import VersionsView

            self._versions = VersionsView(self._language)
            self._versions.restore_wanted.connect(self.restore_wanted)
            self._versions_tab.fill(self._versions)
        return self._versions

    @property
    def preview(self) -> PagePreview:
        """The page of the item, built on first use."""
        if self._preview is None:
            from infodesk.gui.widgets.page_preview import PagePreview

            self._preview = PagePreview()
            self._preview.view.setAccessibleName(self.tr("Pages of the item"))
            self._preview.hide_button.hide()
            button = self._preview.add_button(self.tr("Print"), self.print_wanted.emit)
            button.setObjectName("print_button")
            self._page_tab.fill(self._preview)
        return self._preview

    @property
    def previous(self) -> PreviousView:
        """The report before this one, built on first use."""
        if self._previous is None:
            from infodesk.gui.widgets.previous_view import PreviousView

            self._previous = PreviousView(self._language)
            self._previous_tab.fill(self._previous)
        return self._previous

    @property
    def report(self) -> Report | None:
        """What the check of the text shown found last."""
        return self._report

    @property
    def is_history_visible(self) -> bool:
        """Whether details or versions are in view."""
        return self.currentIndex() in (DETAILS, VERSIONS)

    @property
    def is_page_chosen(self) -> bool:
        """Whether the tab of the page is the current one; the column itself may be hidden."""
        return self.currentIndex() == PAGE

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()
        elif event.type() == QEvent.Type.PaletteChange and self.isVisible():
            # What is shown was written in the colours of before. Out of sight it is filled when it
            # comes back; and while the window is locked there is nothing to fill it from.
            self.shown.emit()

    def show_report(self, report: Report, content: Content, *, read_only: bool) -> None:
        """Show what a check found; fixes are offered where the text may be changed."""
        self._report = report
        self._show_figures()
        self.findings.show_findings(report.findings, content, read_only=read_only)
        count = len(report.findings)
        self.setTabText(CHECK, f"{self.tr('Check')} {count}" if count else self.tr("Check"))
        self._make_room()

    def _show_figures(self) -> None:
        if self.currentIndex() == FIGURES and self._report is not None:
            self.figures.show_figures(self._report.elements.figures)

    def _make_room(self) -> None:
        least = LEAST_PAGE_PX if self.currentIndex() == PAGE else LEAST_PX
        tabs = min(self.tabBar().sizeHint().width(), MOST_TABS_PX)
        self.setMinimumWidth(max(least, tabs))
