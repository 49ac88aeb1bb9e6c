"""The right column of the items page: findings, details, versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from infodesk.core.checking.findings import Report
from infodesk.core.items import Content, Revision
from infodesk.gui.widgets.findings_list import FindingsList

if TYPE_CHECKING:
    # Loaded when they are first looked at: the list shall show soon after the start.
    from infodesk.gui.widgets.history_view import HistoryView
    from infodesk.gui.widgets.versions_view import VersionsView


class ItemSide(QTabWidget):
    """Three tabs.

    Signals:
        shown: details or versions came into view and want to be filled.
        restore_wanted: the clerk wants to go on from the content of a version.
    """

    shown = Signal()
    restore_wanted = Signal(Revision)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._history: HistoryView | None = None
        self._versions: VersionsView | None = None
        self.setObjectName("item_side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)
        self.setMinimumWidth(230)
        self.findings = FindingsList(language)
        self._history_tab, self._versions_tab = _empty_tab(), _empty_tab()
        self.addTab(self.findings, self.tr("Check"))
        self.addTab(self._history_tab, self.tr("Details"))
        self.addTab(self._versions_tab, self.tr("Versions"))
        self.currentChanged.connect(self.shown)

    @property
    def history(self) -> HistoryView:
        """The details, built on first use."""
        if self._history is None:
            from infodesk.gui.widgets.history_view import HistoryView

            self._history = HistoryView(self._language)
            _fill(self._history_tab, self._history)
        return self._history

    @property
    def versions(self) -> VersionsView:
        """The versions, built on first use."""
        if self._versions is None:
            from infodesk.gui.widgets.versions_view import VersionsView

            self._versions = VersionsView()
            self._versions.restore_wanted.connect(self.restore_wanted)
            _fill(self._versions_tab, self._versions)
        return self._versions

    @property
    def is_history_visible(self) -> bool:
        """Whether details or versions are in view."""
        return self.currentIndex() > 0

    def show_report(self, report: Report, content: Content) -> None:
        """Show what a check found."""
        self.findings.show_findings(report.findings, content)
        count = len(report.findings)
        self.setTabText(0, f"{self.tr('Check')} {count}" if count else self.tr("Check"))


def _empty_tab() -> QWidget:
    tab = QWidget()
    QVBoxLayout(tab).setContentsMargins(0, 0, 0, 0)
    return tab


def _fill(tab: QWidget, content: QWidget) -> None:
    layout = tab.layout()
    if layout is not None:
        layout.addWidget(content)
