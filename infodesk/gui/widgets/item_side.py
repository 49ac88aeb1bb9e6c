"""The right column of the items page: findings, details, versions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget

from infodesk.core.checking.findings import Report
from infodesk.core.items import Content
from infodesk.gui.widgets.findings_list import FindingsList
from infodesk.gui.widgets.history_view import HistoryView
from infodesk.gui.widgets.versions_view import VersionsView


class ItemSide(QTabWidget):
    """Three tabs.

    Signals:
        shown: details or versions came into view and want to be filled.
    """

    shown = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("item_side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)
        self.setMinimumWidth(230)
        self.findings = FindingsList(language)
        self.history = HistoryView(language)
        self.versions = VersionsView()
        self.addTab(self.findings, self.tr("Check"))
        self.addTab(self.history, self.tr("Details"))
        self.addTab(self.versions, self.tr("Versions"))
        self.currentChanged.connect(self.shown)

    @property
    def is_history_visible(self) -> bool:
        """Whether details or versions are in view."""
        return self.currentIndex() > 0

    def show_report(self, report: Report, content: Content) -> None:
        """Show what a check found."""
        self.findings.show_findings(report.findings, content)
        count = len(report.findings)
        self.setTabText(0, f"{self.tr('Check')} {count}" if count else self.tr("Check"))
